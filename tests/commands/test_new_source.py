"""`edition new source` takes from a page that was saved what it says of itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.commands.test_new import new, read, refused, wrong

SAVED = """<!DOCTYPE html><html lang="de"><head><title>Der Bericht</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Der Bericht", "datePublished": "2024-05-04",
"author": [{"name": "Ada Brandt"}, {"name": "Jan Vogt"}], "publisher": {"name": "Hafenpost"}}</script>
%s</head><body><article><h1>Der Bericht</h1>
<p>Die Fähre legte um zwölf ab, und niemand winkte; sie wird nicht wiederkommen, heißt es.</p></article></body></html>
"""


def test_a_source_from_a_saved_page(project: Path, tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    page.write_text(SAVED % '<link rel="canonical" href="https://example.net/bericht">', encoding="utf-8")
    new(project, "source", str(page))
    told = read(project, "sources/der-bericht.yml")
    del told["type"], told["status"]
    assert told == {
        "title": "Der Bericht",
        "author": ["Ada Brandt", "Jan Vogt"],
        "publisher": "Hafenpost",
        "issued": date(2024, 5, 4),
        "language": "de",
        "URL": "https://example.net/bericht",
    }
    assert wrong(project) == []
    said = refused(project, "source", str(page), "Another title")
    assert "sources/der-bericht.yml has this address already" in said


def test_a_saved_page_that_is_no_source(project: Path, tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    page.write_text(SAVED % "", encoding="utf-8")
    assert "does not say at which address it stands" in refused(project, "source", str(page))
    page.write_bytes(b"%PDF-1.7\n")
    assert "PDF" in refused(project, "source", str(page))
