"""Whole sites, built by the hosts themselves: what a reader gets, and what a contributor is told."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.html import article_lines, broken_links, ids, parse

EDITIONS = Path(__file__).parent / "editions"
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://example.org/edition/"}


def build(project: Path, site: Path, host: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", host, "build", "--strict", "--site-dir", str(site)]
    return subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module", params=["real", "chinese", "german"])
def built(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A project and its site, by MkDocs."""
    project = root if request.param == "real" else EDITIONS / request.param
    site = tmp_path_factory.mktemp(request.param)
    done = build(project, site)
    assert done.returncode == 0, done.stderr
    return project, site


@pytest.fixture
def copy(tmp_path: Path, root: Path) -> Path:
    """The small Chinese edition, to be spoilt."""
    project = tmp_path / "project"
    shutil.copytree(EDITIONS / "chinese", project)
    configuration = (project / "mkdocs.yml").read_text(encoding="utf-8")
    hook = str(root / "hooks/mkdocs_hooks.py")
    (project / "mkdocs.yml").write_text(configuration.replace("../../../hooks/mkdocs_hooks.py", hook), encoding="utf-8")
    return project


def sections(site: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(site.glob("article/*/index.html"))]


def test_the_article_comes_back_character_by_character(built: tuple[Path, Path]) -> None:
    project, site = built
    text = "".join(f"{line}\n" for html in sections(site) for line in article_lines(html))
    manifest = (project / "annotations/edition.yml").read_text(encoding="utf-8")
    assert sha256(text.encode()).hexdigest() == re.findall(r"^sha256: (\w+)$", manifest, re.M)[0]


def test_every_link_leads_somewhere(built: tuple[Path, Path]) -> None:
    assert list(broken_links(built[1])) == []


def test_every_note_shows_in_a_margin_and_in_its_place(built: tuple[Path, Path]) -> None:
    project, site = built
    shown = {element.get("data-note") for html in sections(site) for element in parse(html).iter()} - {None}
    files = {path.stem: path for kind in ("bios", "fact-checks", "glosses", "variants")
             for path in (project / "annotations" / kind).glob("*.yml")}  # fmt: skip
    assert shown == set(files)
    for name, path in files.items():
        kind = path.parent.name
        if kind in ("bios", "fact-checks"):
            assert (site / kind / name / "index.html").is_file()
        else:
            assert name in ids((site / kind / "index.html").read_text(encoding="utf-8"))


def test_every_source_is_listed(built: tuple[Path, Path]) -> None:
    project, site = built
    listed = ids((site / "sources/index.html").read_text(encoding="utf-8"))
    assert {path.stem for path in (project / "annotations/sources").glob("*.yml")} <= listed


def test_no_id_stands_twice_and_paragraphs_are_numbered_through(built: tuple[Path, Path]) -> None:
    numbers: list[int] = []
    for html in sections(built[1]):
        found = [element.get("id") for element in parse(html).iter() if element.get("id")]
        assert len(found) == len(set(found))
        numbers += [int(name[2:]) for name in found if re.fullmatch(r"p-\d+", name)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_search_and_sitemap_know_the_notes_pages_and_not_their_shells(built: tuple[Path, Path]) -> None:
    project, site = built
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"] for entry in index["docs"]}
    for kind in ("bios", "fact-checks"):
        for path in (project / "annotations" / kind).glob("*.yml"):
            assert f"/{kind}/{path.stem}/</loc>" in sitemap
            assert f"{kind}/{path.stem}/" in found
    assert not [path for path in site.rglob("*") if "edition-shell" in path.name]
    assert "edition-shell" not in sitemap
    assert not [place for place in found if "edition-shell" in place]


def test_properdocs_builds_the_same_pages(built: tuple[Path, Path], tmp_path: Path) -> None:
    project, site = built
    done = build(project, tmp_path, "properdocs")
    assert done.returncode == 0, done.stderr
    for path in site.glob("article/*/index.html"):
        other = tmp_path / path.relative_to(site)
        assert _content(other) == _content(path)


def test_the_same_input_gives_the_same_bytes(built: tuple[Path, Path], tmp_path: Path) -> None:
    project, site = built
    assert build(project, tmp_path).returncode == 0
    first, second = ({path.relative_to(tree): path.read_bytes() for path in tree.rglob("*") if path.is_file()
                      and not path.name.startswith("sitemap")} for tree in (site, tmp_path))  # fmt: skip
    assert first == second


def test_the_command_reads_the_text_that_mkdocs_reads(root: Path) -> None:
    for project in (root, EDITIONS / "chinese", EDITIONS / "german"):
        command = [sys.executable, "-m", "edition.commands", "--root", str(project), "check"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr  # the checksum is compared


def test_all_problems_are_told_at_once_and_nothing_is_published(copy: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(copy, site).returncode == 0
    before = (site / "index.html").read_bytes()
    bio = copy / "annotations/bios/gpt.yml"
    bio.write_text(bio.read_text(encoding="utf-8").replace("kind: product", "kind: produkt"), encoding="utf-8")
    check = copy / "annotations/fact-checks/more-leave.yml"
    check.write_text(check.read_text(encoding="utf-8").replace("离职的人", "离职的狗"), encoding="utf-8")
    done = build(copy, site)
    assert done.returncode == 1
    assert "annotations/bios/gpt.yml:2:7: error:" in done.stderr
    assert "annotations/fact-checks/more-leave.yml:1:17: error:" in done.stderr
    assert "Traceback" not in done.stderr
    assert (site / "index.html").read_bytes() == before


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        ("mkdocs.yml", "  - article/03-end.md\n", "", "docs/article/03-end.md:1:1: error: the navigation lacks"),
        ("docs/article/03-end.md", "离职的人", "离职的狗", "annotations/edition.yml:6:9: error: the article's text"),
        ("annotations/glosses/bold.yml", "加粗斜体的", "加粗斜体了", "annotations/glosses/bold.yml:"),
    ],
    ids=["a section that the navigation lacks", "a changed word of the article", "a quote that is not in the text"],
)
def test_a_mistake_stops_the_build(copy: Path, tmp_path: Path, path: str, old: str, new: str, message: str) -> None:
    file = copy / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    done = build(copy, tmp_path / "site")
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_section_that_is_not_utf_8_is_told_without_a_traceback(copy: Path, tmp_path: Path) -> None:
    (copy / "docs/article/03-end.md").write_bytes("# 王座".encode("gb18030"))
    done = build(copy, tmp_path / "site")
    assert done.returncode == 1
    assert "docs/article/03-end.md:1:3: error: byte 0xcd is not UTF-8" in done.stderr
    assert "Traceback" not in done.stderr


def _content(path: Path) -> str:
    html = path.read_text(encoding="utf-8")
    return html[html.index('<header class="head"') : html.index("</article>")]
