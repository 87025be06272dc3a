"""Every address in a site leads where it is meant to, wherever the site is served and however pages are named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.hosts import EDITIONS, build, write
from tests.html import broken_links, doubled_ids

SITE_URL = "https://edition.example/some/path/"
MODES = {
    "folders": "",
    "files": "use_directory_urls: false\n",
    "offline": "use_directory_urls: true\n",  # which the plugin sets right
}


def copy_project(project: Path, target: Path, root: Path, mode: str = "folders", site_url: str = SITE_URL) -> Path:
    """A project in a folder of its own, to be built for another address."""
    for name in ("docs", "annotations"):
        shutil.copytree(project / name, target / name)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^(?:hooks|site_url): .*\n", "", settings, flags=re.M)
    if mode == "offline":
        settings = settings.replace("plugins: []", "plugins: [offline]")
        assert "offline" in settings
    settings += f"site_url: {site_url}\nhooks: [{root / 'hooks/mkdocs_hooks.py'}]\n{MODES[mode]}"
    (target / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return target


def built(project: Path, site: Path) -> Path:
    done = build(project, site)
    assert done.returncode == 0, done.stderr
    return site


@pytest.mark.parametrize(
    ("edition", "mode"),
    # The real one, whose pages are many, is built and tried in folders each time (tests/test_adapter.py).
    [
        *((edition, mode) for edition in ("chinese", "german") for mode in MODES),
        pytest.param("real", "offline", marks=pytest.mark.swept),
    ],
)
def test_every_address_leads_somewhere(edition: str, mode: str, tmp_path: Path, root: Path) -> None:
    project = copy_project(root if edition == "real" else EDITIONS / edition, tmp_path / "project", root, mode)
    site = built(project, tmp_path / "site")
    assert list(broken_links(site, SITE_URL, alone=True, folders=mode == "folders")) == []
    assert "iframe-worker" not in (site / "index.html").read_text(encoding="utf-8")  # which another site has


def write_site(site: Path, **files: str) -> Path:
    for name, text in files.items():
        write(site / name, text)
    return site


RIGHT = {
    "index.html": '<a href="a/">', "a/index.html": '<p id="x"><a href="../#">', "f.png": "", "assets/p.js": "",
    "404.html": '<a href="/some/path/a/#x">', "search/entries.json": '{"docs": [{"location": "a/#x"}]}',
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a/index.html", '<a href="../../a/">beyond the site, where at the root of a server all would seem well</a>'),
        ("a/index.html", '<a href="../b/">no such page</a>'),
        ("a/index.html", '<a href="../a/#y">no such place</a>'),
        ("a/index.html", '<a href="#y">no such place</a>'),
        ("a/index.html", '<img src="f.png">'),
        ("a/index.html", '<img src="../f.png" srcset="../f.png 1x, f.png 2x">'),
        ("a/index.html", '<form action="../b/">'),
        ("a/index.html", '<div data-from="p.txt">'),
        ("a/index.html", '<p data-href="#y">'),
        ("a/index.html", '<p aria-labelledby="y">'),
        ("a/index.html", '<svg><a xlink:href="#y"/></svg>'),
        ("a/index.html", '<link rel="canonical" href="https://edition.example/a/">'),
        ("a/index.html", '<meta property="og:image" content="https://edition.example/some/path/g.png">'),
        ("a/index.html", '<script type="application/ld+json">{"a": [{"url": "https://edition.example/a/"}]}</script>'),
        ("404.html", '<a href="a/">as deep as the address that is not there</a>'),
        ("404.html", '<a href="/a/">beyond the path</a>'),
        ("search/entries.json", '{"docs": [{"location": "a/#y"}]}'),
        ("assets/composer.json", '{"notes": {"b": {"address": "b/"}}}'),
        ("sitemap.xml", '<urlset xmlns="x:y"><url><loc>https://edition.example/a/</loc></url></urlset>'),
        ("corrections.xml", '<feed><link href="https://edition.example/some/path/b/"/></feed>'),
        ("corrections.xml", '<feed><link href="b/"/></feed>'),
        ("assets/edition.css", "a { background: url(q.png) }"),
        ("assets/edition.js", 'import("q.js")'),
    ],
)
def test_no_wrong_address_is_overlooked(name: str, text: str, tmp_path: Path) -> None:
    assert list(broken_links(write_site(tmp_path, **RIGHT), SITE_URL, alone=True)) == []
    write_site(tmp_path, **{name: text if name != "a/index.html" else f'<p id="x">{text}'})
    assert len(list(broken_links(tmp_path, SITE_URL, alone=True))) >= 1


def test_a_folder_is_no_page_where_no_server_says_so(tmp_path: Path) -> None:
    write_site(tmp_path, **RIGHT)
    assert "index.html: a/" in list(broken_links(tmp_path, SITE_URL, alone=True, folders=False))


NAMES = {
    "altman": "edition-shell", "chatgpt": "index", "gpt": "404", "openai": "person", "across": "bios",
    "heart": "assets", "more-leave": "search", "bold": "article", "throne": "sources",
    "you-shuang-ruo-zhuo": "glosses", "heart-reading": "readings", "note-2026": "witnesses",
    "begin": "bios", "middle": "whole", "end": "edition-shell",
}  # fmt: skip
"""The notes' and sections' names of an edition, each with one that a folder, a page or an element of ours has."""
NAMED = re.compile(
    r"(?:(?<=section: )|(?<=note:)|(?<=check: )|(?<=\[)|(?<=, )|(?<=\d\d-)|(?<=source: )|^)"
    rf"(?:{'|'.join(NAMES)})(?=[],}}.\n)]|$)"
)


def renamed(text: str) -> str:
    return NAMED.sub(lambda found: NAMES[found[0]], text)


@pytest.mark.parametrize("mode", ["folders", "files"])
def test_names_that_are_those_of_our_folders_change_nothing(mode: str, tmp_path: Path, root: Path) -> None:
    url = "https://edition.example/fact-checks/bios/edition_shell/whole/"
    ordinary = built(copy_project(EDITIONS / "chinese", tmp_path / "ordinary", root, mode, url), tmp_path / "one")
    project = copy_project(EDITIONS / "chinese", tmp_path / "project", root, mode, url)
    for path in [*project.rglob("*.yml"), *project.glob("docs/**/*.md")]:
        path.write_text(renamed(path.read_text(encoding="utf-8")), encoding="utf-8")
        path.rename(path.with_name(renamed(path.name)))
    site = built(project, tmp_path / "two")
    assert list(broken_links(site, url, alone=True, folders=mode == "folders")) == []
    for path in site.rglob("*.html"):
        assert doubled_ids(path.read_text(encoding="utf-8")) == [], path
    before, after = (
        {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        for folder in (ordinary, site)
    )
    assert after == {"/".join(renamed(part) for part in name.split("/")) for name in before}
    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert listed.count("<loc>") == len([name for name in after if name.endswith(".html")]) - 1  # but the one for 404
    for name in before:
        if name.endswith("/index.html") and name.count("/") > 1 and "article" not in name:
            other = "/".join(renamed(part) for part in name.split("/"))
            one, two = (
                re.findall(r"<title>.*?</title>|<h1>.*?</h1>", path.read_text(encoding="utf-8"))
                for path in (ordinary / name, site / other)
            )
            assert one == two


@pytest.mark.parametrize("name", ["bios.md", "whole/index.md", "assets/edition.css", "fact-checks.md"])
def test_a_file_at_an_address_of_ours_is_told(name: str, tmp_path: Path, root: Path) -> None:
    project = copy_project(EDITIONS / "chinese", tmp_path / "project", root)
    path = project / "docs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("# Mine\n", encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    message = f"docs/{name}:1:1: error: the edition makes what stands at this file’s address itself"
    assert f"{message}\n    Give the file another name.\n" in done.stderr
    assert "Traceback" not in done.stderr
