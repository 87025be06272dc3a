"""The words that the vocabulary lists."""

from __future__ import annotations

from edition import open_project
from edition.publishing.pages.vocabulary import vocabulary
from tests.hosts import Known, Write

FILES = {
    "docs/article/01-begin.md": "町は遠い。\n",
    "annotations/edition.yml": "{title: x, publisher: x, issued: 2026, language: ja, rights: x, sha256: x}\n",
}
ROWS = """
- begins: 町
  words:
    - [町, まち, NOT FOUND]
    - [は, "", NOT FOUND]
    - [遠い, NOT FOUND, far]
"""


def test_a_word_of_which_nothing_is_written_yet_is_not_listed(write_files: Write) -> None:
    root = write_files({**FILES, "annotations/interlinear/begin.yml": ROWS})
    listed = vocabulary(open_project(root).joined()[0])
    assert [(item.form, [*item.readings], [*item.senses]) for item in listed] == [
        ("町", ["まち"], [""]),
        ("遠い", [], ["far"]),
    ]


def test_of_an_article_that_is_written_out_in_part_it_says_so(write_files: Write) -> None:
    text = {"docs/article/01-begin.md": "町は遠い。\n\n橋は近い。\n"}
    rows = f"{ROWS.strip()}\n- {{begins: 橋, words: []}}\n"
    root = write_files({**FILES, **text, "annotations/interlinear/begin.yml": rows})
    site = open_project(root).bind(Known())
    assert (
        "2 words of the article, as far as they are written out, each with what it says" in site.indexes["vocabulary/"]
    )
