"""Where a file is mended and a mistake told, on each forge, wherever the repository has its pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from mkdocs.config import load_config

from edition import open_project
from edition.model import Source
from edition.problems import render
from edition.publishing.repository import FORGES, Repository, commit_address, repository_of
from edition_mkdocs.host import MkDocs
from tests.hosts import SMALL, Known, Write


def repository(address: str, **settings: Any) -> Repository | None:
    folder = {"docs_dir": "/project/docs", "config_file_path": "/project/mkdocs.yml"}
    return repository_of(MkDocs({**folder, "repo_url": address, **settings}, {}))


@pytest.mark.parametrize(
    ("edit_uri", "pages", "branch"),
    [
        ("edit/trunk/docs/", "/project/docs", "trunk"),
        ("edit/trunk/text/", "/project/text", "trunk"),
        ("edit/a/branch/sub/text/", "/project/sub/text", "a/branch"),
        ("edit/master/docs/", "/project/text", "master"),
        ("edit/text/docs/", "/project/text", "text"),
        ("-/edit/trunk/docs/", "/project/docs", "trunk"),
        ("edit/mend%231/docs/", "/project/docs", "mend#1"),
        ("edit/mend#1/docs/", "/project/docs", "mend#1"),
        ("_edit/trunk/docs/", "/project/docs", "trunk"),
        ("src/branch/trunk/docs/", "/project/docs", "trunk"),
        ("", "/project/text", "main"),
    ],
)
def test_the_branch_is_what_stands_before_the_folder_of_pages(edit_uri: str, pages: str, branch: str) -> None:
    found = repository(
        "https://github.com/someone/edition",
        edit_uri=edit_uri,
        docs_dir=pages,
        config_file_path="/project/mkdocs.yml",
    )
    assert found and found.branch == branch


def test_a_branch_that_nobody_named_is_main(write_files: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDIT_URI", "")
    address = "repo_url: https://github.com/someone/edition\nedit_uri: !ENV [EDIT_URI, '']\n"
    root = write_files({"mkdocs.yml": f"site_name: x\n{address}", "docs/index.md": "x"})
    found = repository_of(MkDocs(load_config(str(root / "mkdocs.yml")), {}))
    assert found and found.branch == "main"


@pytest.mark.parametrize(
    ("address", "named", "forge"),
    [
        ("https://github.com/someone/edition", None, "GitHub"),
        ("https://github.example.org/someone/edition", None, "GitHub"),
        ("https://gitlab.com/group/sub/edition", None, "GitLab"),
        ("https://gitlab.gnome.org/someone/edition.git", None, "GitLab"),
        ("https://codeberg.org/someone/edition/", None, "Forgejo"),
        ("https://gitea.com/someone/edition", None, "Forgejo"),
        ("https://forgejo.example.org/someone/edition", None, "Forgejo"),
        ("https://git.example.org/someone/edition", "gitlab", "GitLab"),
        ("https://git.example.org/someone/edition", "Gitea", "Forgejo"),
        ("https://git.example.org/someone/edition", "forgejo", "Forgejo"),
        ("https://git.example.org/someone/edition", "github", "GitHub"),
        ("https://git.example.org/someone/edition", None, None),
        ("https://bitbucket.org/someone/edition", None, None),
        ("https://example.org/github.com/edition", None, None),
        ("ssh://git@gitlab.com/someone/edition", None, None),
        ("javascript:github", "github", None),
        ("", None, None),
    ],
)
def test_the_forge_is_known_by_its_host_or_by_its_name(address: str, named: str | None, forge: str | None) -> None:
    found = repository(address, extra={"forge": named} if named else {})
    assert (found and found.forge.name) == forge


@pytest.mark.parametrize(
    ("folder", "edit_uri", "branch"),
    [
        ("book", "edit/main/book/docs/", "main"),
        ("book", "edit/main/docs/", "main"),
        ("book", "", "main"),
        ("book", "edit/a/book/book/docs/", "a/book"),
        ("texts/bü #1", "-/edit/trunk/texts/b%C3%BC%20%231/docs/", "trunk"),
        ("", "edit/main/book/docs/", "main/book"),
    ],
)
def test_an_edition_in_a_folder_of_its_repository_is_mended_there(
    folder: str, edit_uri: str, branch: str, tmp_path: Path
) -> None:
    project = tmp_path / folder
    project.mkdir(parents=True, exist_ok=True)
    (tmp_path / ".git").write_text("gitdir: elsewhere")
    settings = {"docs_dir": str(project / "docs"), "config_file_path": str(project / "mkdocs.yml")}
    settings |= {"repo_url": "https://gitlab.com/group/library", "edit_uri": edit_uri}
    source: Source = open_project(SMALL).edition.sources["note-2026"]
    path = f"{branch}/{f'{quote(folder)}/' if folder else ''}annotations/sources/note-2026.yml"
    found = repository_of(MkDocs(settings, {}, log="a commit"))
    assert found and (found.edit(source), found.history(source)) == (
        f"https://gitlab.com/group/library/-/edit/{path}",
        f"https://gitlab.com/group/library/-/commits/{path}",
    )
    within = f"{quote(folder)}/" if folder else ""
    assert found.new == f"https://gitlab.com/group/library/-/new/{branch}?file_name={within}{{path}}&content={{text}}"
    unknown = repository_of(MkDocs(settings, {}))  # Git holds nothing of it: that repository is another's
    assert unknown and unknown.folder == ""


ADDRESSES: Mapping[str, Mapping[str, str]] = {
    "https://github.com/someone/edition": {
        "edit": "/edit/a/b/annotations/sources/note-2026.yml",
        "history": "/commits/a/b/annotations/sources/note-2026.yml",
        "commit": "/commit/1f",
        "new": "/new/a/b?filename={path}&value={text}",
    },
    "https://gitlab.com/group/sub/edition": {
        "edit": "/-/edit/a/b/annotations/sources/note-2026.yml",
        "history": "/-/commits/a/b/annotations/sources/note-2026.yml",
        "commit": "/-/commit/1f",
        "new": "/-/new/a/b?file_name={path}&content={text}",
    },
    "https://codeberg.org/someone/edition": {
        "edit": "/_edit/a/b/annotations/sources/note-2026.yml",
        "history": "/commits/branch/a/b/annotations/sources/note-2026.yml",
        "commit": "/commit/1f",
        "new": "/_new/a/b/?filename={path}&value={text}",
    },
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_forge_has_its_own_addresses(address: str) -> None:
    found = repository(f"{address}.git", edit_uri="edit/a/b/docs/")
    assert found
    source: Source = open_project(SMALL).edition.sources["note-2026"]
    pages = {
        "edit": found.edit(source),
        "history": found.history(source),
        "commit": found.commit("1f"),
        "new": found.new,
    }
    assert pages == {what: address + path for what, path in ADDRESSES[address].items()}


@pytest.mark.parametrize(
    ("address", "page", "wanted"),
    [
        (
            "https://github.com/someone/edition",
            "/issues/new",
            {"template": ["report.yml"], "title": ["Report: sources/note-2026"], "note": ["sources/note-2026"]},
        ),
        (
            "https://gitlab.com/someone/edition",
            "/-/issues/new",
            {
                "issue[title]": ["Report: sources/note-2026"],
                "issue[description]": ["sources/note-2026\n\nWhat is wrong, and what it should say:\n\n"],
            },
        ),
        (
            "https://codeberg.org/someone/edition",
            "/issues/new",
            {
                "title": ["Report: sources/note-2026"],
                "body": ["sources/note-2026\n\nWhat is wrong, and what it should say:\n\n"],
            },
        ),
    ],
)
def test_a_mistake_is_told_with_what_it_is_about(address: str, page: str, wanted: dict[str, list[str]]) -> None:
    found = repository(address)
    assert found
    report = urlsplit(found.report(open_project(SMALL).edition.sources["note-2026"]))
    assert report.path == f"/someone/edition{page}"
    assert parse_qs(report.query) == wanted
    said = parse_qs(urlsplit(found.file_pages["report"].replace("{name}", "p").replace("{said}", "Words%20%26")).query)
    assert any(value[0].endswith("Words &") for value in said.values())


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://gitlab.com/group/sub/edition", "/-/commit/1f"),
        ("https://git.sr.ht/~someone/edition", "/commit/1f"),
        ("https://bitbucket.org/someone/edition", "/commits/1f"),
    ],
)
def test_a_commit_has_its_page_where_the_forge_is_not_known_too(address: str, page: str) -> None:
    assert commit_address(Known(repo_url=address), "1f") == address + page


@pytest.mark.parametrize("forge", FORGES.values(), ids=FORGES)
def test_what_is_filled_in_is_known(forge: Any) -> None:
    for page in (forge.edit, forge.history, forge.commit, forge.new, forge.issue, forge.said):
        page.format(branch="", path="", commit="", text="", title="", form="", said="")


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ("extra: {forge: gitlb}", "Did you mean “gitlab”?"),
        ("extra:\n  forge: bitbucket", "Known are github, gitlab, forgejo, gitea"),
        ("extra: {forge: 1}", "Known are"),
        ("extra: {forge: gitea}", ""),
        ("extra: {}", ""),
        ("extra: words", ""),
    ],
)
def test_a_forge_that_is_none_is_told(extra: str, told: str, write_files: Write) -> None:
    root = write_files({"mkdocs.yml": f"site_name: x\n{extra}\n"})
    said = [render(item) for item in open_project(root).problems if "forge" in item.message]
    assert [told in item and "mkdocs.yml:2" in item for item in said] == ([True] if told else [])


def test_a_branch_is_written_into_an_address_once() -> None:
    for edit_uri in ("edit/mend%231/ü/docs/", "edit/mend%231/%C3%BC/docs/"):
        found = repository("https://github.com/someone/edition", edit_uri=edit_uri)
        assert found and found.new.startswith("https://github.com/someone/edition/new/mend%231/%C3%BC?")


@pytest.mark.parametrize(
    ("name", "address", "told"),
    [
        ("repo_url", "https://gitlab.com/a/b/c/edition.git", ""),
        ("repo_url", "https://git.example.org:8443/a/edition/", ""),
        ("repo_url", "git@github.com:someone/edition.git", "such as https://github.com/someone/edition."),
        ("repo_url", "ssh://git@git.example.org:22/a/edition", "such as https://git.example.org/a/edition."),
        ("repo_url", "github.com/someone/edition", "such as https://github.com/someone/edition."),
        ("repo_url", "https:github.com/someone/edition", "such as https://github.com/someone/edition."),
        ("repo_url", "https//github.com/someone/edition", "such as https://github.com/someone/edition."),
        ("repo_url", "https://github.com", "such as https://github.com/OWNER/NAME."),
        ("repo_url", "https://me:secret@codeberg.org/someone", "such as https://codeberg.org/OWNER/NAME."),
        ("repo_url", "https://github.com/some one/edition", "own address bar"),
        ("repo_url", "https://git.example.org/edition", ""),
        ("repo_url", "../edition", "which begins with https://."),
        ("repo_url", "https://[edition", "is no address"),
        ("repo_url", "https://ci:secret@gitlab.com/a/edition.git", "Write https://gitlab.com/a/edition.git."),
        ("repo_url", "https://github.com/someone/edition?tab=readme", "Write https://github.com/someone/edition."),
        ("repo_url", "https://github.com/someone/edition/tree/main", "own: https://github.com/someone/edition"),
        ("repo_url", "https://gitlab.com/a/b/edition/-/tree/main", "own: https://gitlab.com/a/b/edition"),
        ("repo_url", "https://codeberg.org/a/edition/src/branch/main", "own: https://codeberg.org/a/edition"),
        ("repo_url", "https://gitlab.com/tree/edition", ""),
        ("repo_url", "https://github.com/someone/edition#readme", "Write https://github.com/someone/edition."),
        ("site_url", "https://example.org/edition", ""),
        ("site_url", "example.org/edition/", "such as https://example.org/edition/."),
        ("site_url", "/edition/", "which begins with https://."),
        ("site_url", "javascript:x", "which begins with https://."),
        ("site_url", "https://example.org/édition/", ""),
        ("site_url", "https://example.org/edition?draft=1", "Write https://example.org/edition/."),
        ("site_url", " https://example.org/ ", "Write https://example.org/."),
        ("site_url", "https://me:secret@example.org/", "Write https://example.org/."),
    ],
)
def test_an_address_that_cannot_be_is_told_and_no_secret(
    name: str,
    address: str,
    told: str,
    write_files: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOME_URL", address)
    root = write_files({"mkdocs.yml": f'site_name: x\n{name}: !ENV [SOME_URL, ""]\n'})
    said = [render(item) for item in open_project(root).problems if name in item.message]
    assert [told in item and item.startswith("mkdocs.yml:2:1") for item in said] == ([True] if told else [])
    assert "secret" not in "".join(said)
