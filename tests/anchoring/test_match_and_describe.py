"""One table of named cases, run through *match* and backwards through *describe*."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from edition.anchoring import Range, SectionText, Selector, describe, match, nearest, read_section

CASES = sorted((Path(__file__).parent.parent / "cases" / "anchoring").glob("*.yml"))


def marked(text: SectionText, found: Range) -> str:
    return f"{text.flat[: found.start]}⟦{text.flat[found.start : found.end]}⟧{text.flat[found.end :]}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_match_and_describe(path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = read_section("section", case["html"])
    found = match(Selector(**case["selector"]), [text])
    assert [marked(text, item) for item in found] == case["found"]

    for item in found:
        selector = describe(text, item.start, item.end)
        assert selector is not None
        assert match(selector, [text]) == [item]
        if len(found) == 1:
            assert selector == Selector(**case.get("describes", {"exact": case["selector"]["exact"]}))

    if "proposes" in case:
        assert [passage.text for passage in nearest(case["selector"]["exact"], [text])] == case["proposes"]


def test_a_range_is_described_among_all_sections() -> None:
    first, second = read_section("first", "<p>他走了,真的</p>"), read_section("second", "<p>她走了,真的</p>")
    assert describe(first, 1, 3) == Selector("走了")
    assert describe(first, 1, 3, [first, second]) == Selector("走了", prefix="他")


def test_white_space_at_the_ends_of_a_range_is_left_out_and_nothing_else_is_described() -> None:
    text = read_section("section", "<p>他 走 了</p>")
    assert describe(text, 1, 4) == Selector("走")
    assert describe(text, 1, 2) is None


def test_a_quote_that_stands_ten_thousand_times_is_described_in_a_moment() -> None:
    text = read_section("section", f"<p>{'哈' * 10_000}完</p>")
    assert describe(text, 9_999, 10_000) == Selector("哈", suffix="完")
