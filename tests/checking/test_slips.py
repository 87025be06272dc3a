"""What a hand slips in, legal but surely not meant, is told as a warning."""

from __future__ import annotations

import pytest
import yaml

from tests.checking.test_warnings import CHECK, told, with_change
from tests.hosts import Write


@pytest.mark.parametrize(
    ("rating", "first", "second", "lacking"),
    [
        ("accurate", "contradicts", "context", "supports"),
        ("mostly-accurate", "context", "context", "supports"),
        ("inaccurate", "supports", "supports", "contradicts"),
        ("inaccurate", "contradicts", "contradicts", ""),
        ("unverifiable", "context", "context", ""),
    ],
)
def test_a_verdict_is_borne_by_what_its_evidence_says(
    write_files: Write, rating: str, first: str, second: str, lacking: str
) -> None:
    files = with_change(CHECK, "stance: contradicts", f"stance: {second}")
    files[CHECK] = files[CHECK].replace("stance: supports", f"stance: {first}").replace("misleading", rating)
    wanted = (
        f"{CHECK}:8:3: verdict without its evidence: nothing under “evidence” {lacking} the claim, which is “{rating}”"
    )
    assert told(write_files(files)) == ([wanted] if lacking else [])


def test_words_that_a_note_speaks_of_twice_are_told(write_files: Write) -> None:
    twice = (
        "targets:\n  - {exact: 走人了, prefix: OpenAI}\n  - {exact: 走人了, suffix: 。他}\n  - {exact: OpenAI 走人了}"
    )
    found = told(write_files(with_change(CHECK, "target: {exact: OpenAI 走人了}", twice)))
    assert found == [f"{CHECK}:3:13: words marked twice: another target of the note is these very words"]


@pytest.mark.parametrize(
    "block", ["# Head", "|a|b|", "> said", "---", "* * *", "x[^1]", "[^1]: x", "a ~~b~~ c", "a ==b== c"]
)
def test_markdown_that_notes_do_not_know_is_told(write_files: Write, block: str) -> None:
    text = yaml.safe_dump(f"Words.\n\n{block}", default_style='"').strip()
    (line,) = told(write_files(with_change(CHECK, "explanation: x", f"explanation: {text}")))
    assert ": Markdown that notes do not know: these signs will show: “" in line


@pytest.mark.parametrize(
    "plain", ["- one\n- two", "1 > 0 and a == b", "*so* **so** `# x`", "#1 of all", "a|b", "a - b"]
)
def test_markdown_of_notes_and_signs_that_are_none_are_told_nothing(write_files: Write, plain: str) -> None:
    text = yaml.safe_dump(plain, default_style='"').strip()
    assert told(write_files(with_change(CHECK, "explanation: x", f"explanation: {text}"))) == []


@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        ("978-3-16-148410-0", True),
        ("9787807596349", True),
        ("ISBN 0-306-40615-2", True),
        ("080442957x", True),
        ("978-3-16-148410-1", False),
        ("0-306-40615-3", False),
        ("hello", False),
    ],
)
def test_a_number_that_no_book_has_is_told(write_files: Write, number: str, is_one: bool) -> None:
    source = "annotations/sources/s.yml"
    found = told(write_files(with_change(source, "issued: 2026", f'issued: 2026, ISBN: "{number}"')))
    assert [line.partition(": “")[0] for line in found] == (
        [] if is_one else [f"{source}:1:47: number that no book has"]
    )


def test_the_country_of_korean_is_told_where_a_language_is_wanted(write_files: Write) -> None:
    source = "annotations/sources/s.yml"
    found = told(write_files(with_change(source, "issued: 2026", "issued: 2026, language: kr")))
    assert found == [f"{source}:1:51: country for a language: kr is Kanuri"]
