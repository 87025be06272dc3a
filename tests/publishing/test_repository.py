"""Where a note is mended on GitHub, wherever the repository has its pages."""

from __future__ import annotations

import pytest

from edition.publishing.repository import repository_of
from edition_mkdocs.host import MkDocs


@pytest.mark.parametrize(
    ("edit_uri", "pages", "branch"),
    [
        ("edit/trunk/docs/", "/project/docs", "trunk"),
        ("edit/trunk/text/", "/project/text", "trunk"),
        ("edit/a/branch/sub/text/", "/project/sub/text", "a/branch"),
        ("edit/master/docs/", "/project/text", "master"),
        ("edit/text/docs/", "/project/text", "text"),
        ("", "/project/text", "main"),
    ],
)
def test_the_branch_is_what_stands_before_the_folder_of_pages(edit_uri: str, pages: str, branch: str) -> None:
    settings = {
        "repo_url": "https://github.com/someone/edition",
        "edit_uri": edit_uri,
        "docs_dir": pages,
        "config_file_path": "/project/mkdocs.yml",
    }
    repository = repository_of(MkDocs(settings, {}))
    assert repository and repository.branch == branch
