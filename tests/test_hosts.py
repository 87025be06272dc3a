"""The contract: ten names, and with them a host of a few lines, without MkDocs, makes the sites that MkDocs makes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import edition
from edition import Host, Project, open_project
from tests.hosts import EDITIONS, ENVIRONMENT


class Plain(Host):
    """Another static site generator: it renders each page of an edition, and writes what it is given."""

    def __init__(self, name: str, site_url: str) -> None:
        self.name, self.site_url = name, site_url

    def build(self, root: Path, out: Path) -> None:
        project = open_project(root)
        site = project.bind(self)
        assert not site.errors
        pages = [site.page(item.uri, self.html(item), self.address(item)) for item in project.sections]
        for page in [*pages, *site.pages]:
            _write(out / page.address / "index.html", site.tell(f"<title>{page.title}</title>{page.html}").encode())
        for path, pieces in site.files():
            _write(out / path, "".join(pieces).encode())
        for path, content in project.assets.items():
            _write(out / path, content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["real", "chinese", "german"])
def test_a_host_of_a_few_lines_makes_what_mkdocs_makes(
    name: str, root: Path, site_of: Callable[[str], Path], tmp_path: Path
) -> None:
    project = root if name == "real" else EDITIONS / name
    site = site_of(name)
    found = re.findall(r"^site_name: (.*)$", (project / "mkdocs.yml").read_text(encoding="utf-8"), re.M)[0]
    Plain(found, ENVIRONMENT["SITE_URL"]).build(project, tmp_path / "plain")
    made = {path.relative_to(tmp_path / "plain") for path in (tmp_path / "plain").rglob("*") if path.is_file()}
    pages = {path for path in made if path.name == "index.html"}
    assert len(pages) > 10
    for path in pages:
        content = re.sub(
            r"^<title>.*?</title>", "", (tmp_path / "plain" / path).read_text(encoding="utf-8"), flags=re.S
        )
        theirs = (site / path).read_text(encoding="utf-8").replace(TOP, "")
        assert content.strip() in theirs, path
    search = Path("search/entries.json")
    ours, theirs = (json.loads((folder / search).read_bytes()) for folder in (tmp_path / "plain", site))
    more = [entry for entry in theirs["docs"] if entry not in ours["docs"]]  # of pages that MkDocs alone has
    assert theirs == {**ours, "docs": [*ours["docs"], *more]}
    assert not {tmp_path / "plain" / entry["location"].partition("#")[0] / "index.html" for entry in more} & {
        tmp_path / "plain" / path for path in pages
    }
    style = Path("assets/edition.css")  # which the adapter has in one with the theme's, without what no page uses
    for path in made - pages - {search, style}:
        assert (site / path).read_bytes() == (tmp_path / "plain" / path).read_bytes(), path
    ours, theirs = ((folder / style).read_text(encoding="utf-8") for folder in (tmp_path / "plain", site))
    assert theirs.endswith(ours[-500:])


TOP = '<div id="__text" tabindex="-1"></div>'
"""What the theme's template puts before the text for a link that skips the navigation."""


def test_the_contract_has_ten_names_at_most_each_with_its_purpose() -> None:
    assert len(edition.__all__) <= 10
    assert all(getattr(edition, name).__doc__ for name in edition.__all__)


def test_a_host_sees_little_of_a_project(root: Path) -> None:
    hosts = {"sections", "pages", "notes", "assets", "watched", "bind"}
    hosts |= {"errors", "check", "with_problems", "listed_in", "unreadable_pages", "read"}
    hosts |= {"setting_problem", "configuration_problem"}
    commands = {"edition", "problems", "joined"}
    assert {name for name in dir(Project) if name[0] != "_"} == hosts | commands
    beside = [*(root / "hooks").glob("*.py"), *(root / "hooks/edition_mkdocs").glob("*.py")]
    adapter = "\n".join(file.read_text(encoding="utf-8") for file in beside)
    assert hosts <= {*re.findall(r"\bproject\.(\w+)", adapter)}  # none that no host asks for
    assert not commands & {*re.findall(r"\bproject\.(\w+)", adapter)}
