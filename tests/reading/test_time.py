"""What is long is answered soon: bounds that are said, and work that grows no faster than the input.

The limit is generous; what it catches are hangs, which it must catch at any speed of the machine.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from edition.anchoring import Selector, describe, match, nearest
from edition.model import LONGEST
from edition.problems import Place, Problem, SourceFile, did_you_mean, render_all
from edition.reading.full_width import half_curly, parts_of_list, unmarked
from edition.reading.markdown_fields import check_markdown
from edition.text import read_section
from edition.text.pinyin import numbered
from tests.notes import bio, placed
from tests.notes import check as check_of
from tests.reading.test_bad_input import check

LIMIT = 30  # seconds; the work takes a tenth of it
HAN = [chr(code) for code in range(0x4E00, 0x5200)]
REST = "claim: x\nrating: opinion\nsummary: x\nexplanation: x\nchecked: 2026-11-20\n"
EVIDENCE = "evidence: [{source: note-2026, stance: supports}]\n"


def han(length: int) -> str:
    return "".join(random.Random(length).choices(HAN, k=length))


@contextmanager
def soon() -> Iterator[None]:
    started = time.monotonic()
    yield
    assert time.monotonic() - started < LIMIT


@pytest.mark.parametrize("field", ["exact", "prefix", "suffix"])
@pytest.mark.parametrize("length", [2_001, 16_000, 60_000])
def test_a_quote_that_nobody_would_quote_is_told_with_its_bound(field: str, length: int) -> None:
    exact = "" if field == "exact" else "exact: 走了, "
    with soon():
        said = check({"annotations/fact-checks/a.yml": f"target: {{{exact}{field}: {han(length)}}}\n{REST}{EVIDENCE}"})
    assert f"“{field}” has {length:,} characters; a quote has at most 2,000" in said.err


def test_other_texts_have_their_bounds() -> None:
    rest = REST.replace("explanation: x", f"explanation: {'x ' * 6_000}").replace(
        "summary: x", f"summary: {'x ' * 11_000}"
    )
    said = check({"annotations/fact-checks/a.yml": f"target: {{exact: 离职的人越来越多}}\n{EVIDENCE}{rest}"}).err
    assert "“explanation” has 11,999 characters; a text has at most 10,000" in said
    assert "“summary” has 21,999 characters; a text has at most 20,000" in said


@pytest.mark.parametrize("length", [30, 301, 2_000])
def test_a_long_quote_is_looked_for_in_a_long_text(length: int) -> None:
    words = han(300_000)
    text = read_section("s", f"<p>{words}</p>")
    with soon():
        assert nearest("".join(reversed(HAN))[:length], [text]) == []
        quote = words[200_000 : 200_000 + length]
        (found,) = nearest(f"{quote[: length // 2]}x{quote[length // 2 :]}", [text])
    assert found.text == quote


@pytest.mark.parametrize("words", ["走了", "他走了，她来", "他走了，她来了。" * 200])
def test_an_ambiguous_quote_that_stands_everywhere_is_described(words: str) -> None:
    text = read_section("s", f"<p>{'他走了，她来了。' * 30_000}完</p>")
    with soon():
        first = match(Selector(words), [text])[0]
        assert describe(text, first.start, first.end) is None or first.start == 0
        places, (problem,) = placed([check_of("a", words)], [text])
    assert places == [] and " times: " in problem.message


def test_a_term_that_stands_everywhere_and_one_that_it_takes_away() -> None:
    text = read_section("s", f"<p>{'他走了。' * 30_000}</p>")
    with soon():
        places, problems = placed([bio("long", "他走了"), bio("short", "走了")], [text])
    assert len(places) == 30_000 and len(problems) == 2


def test_thousands_of_wrong_quotes_and_terms() -> None:
    text = read_section("s", f"<p>{han(20_000)}</p>")
    wrong = [check_of(f"q{number}", "".join(reversed(han(30 + number % 200)))) for number in range(700)]
    silent = [bio(f"t{number}", "".join(reversed(han(3 + number % 9)))) for number in range(700)]
    with soon():
        _, problems = placed([*wrong, *silent], [text])
        assert render_all(problems)
    assert sum("So many are wrong" in problem.remedy for problem in problems) > 500


def test_thousands_of_ids_that_are_misspelt() -> None:
    ids = frozenset(f"openai-news-report-{number}" for number in range(5_000))
    with soon():
        assert all(did_you_mean(f"openai-news-reprt-{number}", ids) for number in range(500))


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"k{number}: {number}\n" for number in range(8_000)),
        "terms: [王座]\n" * 12_000,
        "targets:\n" + "".join(f"- {{exact: {han(3)}}}\n" for _ in range(3_000)),
        "terms:\n" + "- x\n" * 40_000,
        "a: &a x\n" + "b: *a\n" * 20_000,
    ],
    ids=["keys", "one key", "targets", "terms", "aliases"],
)
def test_a_file_of_many_things(text: str) -> None:
    with soon():
        assert check({"annotations/glosses/g.yml": text}).status == 1


@pytest.mark.parametrize(
    "sign", ["[", "*", "](", "<", "`a", "*a_", "![", "<h:", "[a](b", "<note:", "[](", "](<", "](a(", "<a", "&#1", "&a"]
)
def test_markdown_that_is_nested_without_end(sign: str) -> None:
    text = (sign * LONGEST["markdown"])[: LONGEST["markdown"]]
    with soon():
        list(check_markdown("note", text, Place(SourceFile("x.yml", f"note: {text}"))))


def test_no_pattern_of_ours_goes_over_a_text_again_and_again() -> None:
    spaces, line = " " * 20_000, " " * 150_000
    with soon():
        assert unmarked(f"“{spaces}x") == ""
        assert parts_of_list(f"－ a{spaces}b") == ["a b"]
        assert parts_of_list(f"a{spaces}b") == ["a b"]
        assert half_curly(SourceFile("x.yml", f'a: "x“{line}y'), 1) is None
        assert numbered("a" * 20_000, "走") == []
        said = check({"annotations/sources/s.yml": f"type: webpage\ntitle: x\nURL: http://{'a' * 19_000} b\n"})
    assert "no whole address" in said.err


def test_thousands_of_problems_are_told() -> None:
    file = SourceFile("x.yml", "x: y\n" * 5_000)
    with soon():
        assert "more like this" in render_all(Problem(Place(file, number), "wrong") for number in range(1, 5_000))
