"""One table of named cases, run through *match* and backwards through *describe*."""

from __future__ import annotations

import pytest

from edition.anchoring import Range, Selector, describe, match, nearest
from edition.text import SectionText, read_section
from tests.golden import Golden


def marked(text: SectionText, found: Range) -> str:
    return f"{text.flat[: found.start]}⟦{text.flat[found.start : found.end]}⟧{text.flat[found.end :]}"


@pytest.mark.golden_test("../cases/anchoring/*.yml")
def test_match_and_describe(golden: Golden) -> None:
    text, wanted = read_section("section", golden["html"]), golden["selector"]
    found = match(Selector(**wanted), [text])
    assert [marked(text, item) for item in found] == golden.out["found"]

    for item in found:
        selector = describe(text, item.start, item.end)
        assert selector is not None
        assert match(selector, [text]) == [item]
        if len(found) == 1:
            assert selector == Selector(**golden.get("describes", {"exact": wanted["exact"]}))

    if golden.get("proposes") is not None:
        assert [passage.text for passage in nearest(wanted["exact"], [text])] == golden.out["proposes"]


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


@pytest.mark.parametrize(("same", "told"), [(99, True), (100, False)])
def test_what_tells_a_quote_from_another_stands_no_further_than_a_hundred_characters(same: int, told: bool) -> None:
    text = read_section("section", f"<p>子{'哈' * same}走{'哈' * 200}丑{'哈' * same}走{'哈' * 200}</p>")
    found = describe(text, same + 1, same + 2)
    assert found == (Selector("走", prefix=f"子{'哈' * same}") if told else None)


CHINESE = [
    read_section("begin", "<h2>关于登录</h2><p>他没有登录，自己走了。他已离职，有的人留下。</p>"),
    read_section("end", "<p>OpenAI 的势力，说不准。</p><p>他走了。GPT-5 来了。他来了。人来了。</p>"),
]


@pytest.mark.parametrize(
    ("quote", "proposed"),
    [
        ("登陆", ["登录"]),  # sounds the same
        ("势利", ["势力"]),
        ("自已", ["自己"]),  # looks the same
        ("離職", ["离职"]),  # traditional
        ("已離職", ["已离职"]),
        ("ＧＰＴ5", ["GPT-5"]),  # another width, a sign left out
        ("opnai", ["OpenAI"]),
        ("说不淮", ["说不准"]),
        ("他以离职", ["他已离职"]),
        ("苹果", []),
        ("登山", []),  # one of two is no likeness
        ("我来了", ["他来了", "人来了"]),
        ("他又来了", ["他来了"]),
        ("走", []),
        ("有人", []),
    ],
)
def test_a_short_quote_is_answered_with_what_sounds_or_looks_like_it(quote: str, proposed: list[str]) -> None:
    assert [passage.text for passage in nearest(quote, CHINESE)] == proposed


@pytest.mark.parametrize(
    ("html", "quote", "proposed"),
    [
        ("<p>他走来走了</p>", "他走了", ["他走来", "走了"]),  # one of two that overlap
        ("<p>他走来他走去</p>", "他走了", ["他走来", "他走去"]),
        ("<p>她走来吗他走去吗</p>", "他走了吗", ["他走去吗", "她走来吗"]),
        ("<p>我昨天走了你昨天走了谁昨天走了人昨天走了</p>", "他昨天走了", ["我昨天走了", "你昨天走了", "谁昨天走了"]),
        ("<p>他又走又了吗</p>", "他走了吗", []),  # two characters too many
        ("<p>他走了</p>", "又他走了", ["他走了"]),
        ("<p>人来</p><p>了</p>", "人来了", ["人来"]),  # not in two paragraphs
        ("<p>他说“走了”吧</p>", "“走乐”", ["“走了”"]),
        ("<p>在 OpenAI 里</p>", "pena", []),  # not within a word
    ],
)
def test_what_stands_like_a_short_quote(html: str, quote: str, proposed: list[str]) -> None:
    assert [passage.text for passage in nearest(quote, [read_section("section", html)])] == proposed


def test_what_is_as_like_as_many_others_is_not_proposed() -> None:
    text = read_section("section", "<p>他走了，他来了，他说了。</p>")
    assert [passage.text for passage in nearest("他哭了", [text])] == ["他走了", "他来了", "他说了"]
    more = read_section("section", "<p>他走了，他来了，他说了，他笑了。</p>")
    assert nearest("他哭了", [more]) == []


def test_a_passage_says_how_like_it_is() -> None:
    assert [round(passage.score, 2) for passage in nearest("离職", CHINESE)] == [97.5]
    assert [passage.score for passage in nearest("他来了", [read_section("section", "<p>他来了</p>")])] == [100]


def test_a_passage_says_where_it_stands() -> None:
    text = read_section("end", "<h2>标题</h2><p>一</p><p>登录</p>")
    text.leaves[2].number = 8
    assert [str(passage) for passage in nearest("登陆", [text])] == ["“登录” (section end, paragraph 8)"]
    assert [str(passage) for passage in nearest("标体", [text])] == ["“标题” (section end)"]
