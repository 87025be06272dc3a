"""What is proposed for words that do not stand in the article: its own form of them, or the nearest passages."""

from __future__ import annotations

import pytest

from edition.anchoring import Effort, Range, difference, in_article_form, nearest, proposal
from edition.text import read_section
from tests.golden import Golden

TEXTS = [
    read_section("begin", "<p>他走了，是吗？没有。</p><p>“人工智能”与ｶﾅ。</p>"),
    read_section("end", "<p>OpenAI 走了，是【真】的…… 门在他身后静静地关上了。</p><p>在 2026 年，他说。</p>"),
]


@pytest.mark.parametrize(
    ("quote", "own"),
    [
        ("他走了,是吗?没有。", ["他走了，是吗？没有。"]),
        ("走了 ,是", ["走了，是", "走了，是"]),  # in both sections
        ("是[真]的", ["是【真】的"]),
        ("Ｏｐｅｎ ＡＩ走", ["OpenAI 走"]),
        ("「人工智能」与カナ", ["“人工智能”与ｶﾅ"]),
        ("在2026年", ["在 2026 年"]),
        ("没有", ["没有"]),
        ("没了", []),
        (" ", []),
    ],
)
def test_the_articles_own_form_of_words_is_found(quote: str, own: list[str]) -> None:
    flat = {text.slug: text.flat for text in TEXTS}
    assert [flat[item.section][item.start : item.end] for item in in_article_form(quote, TEXTS)] == own


@pytest.mark.parametrize(
    ("quote", "own"),
    [
        ("كَلَّفَ", ["كلّف"]),
        ("كلف", ["كلّف"]),
        ("كـلـف", ["كلّف"]),
        ("حجرا", ["حجرًا"]),
        ("שלום", ["שָׁלוֹם"]),
        ("كتب", ["كتبَ"]),
        ("كلف؟", []),
        ("می خوانیم", ["می‌خوانیم"]),
        ("ميخوانيم", ["می‌خوانیم"]),
        ("كتابها", ["کتاب‌ها"]),
        ("12 کتاب", ["۱۲ کتاب"]),
        ("١٢", ["۱۲"]),
        ("20 บาท", ["๒๐ บาท"]),
        ("ש״ח", ['ש"ח']),
        ("כהן-לוי", ["כהן־לוי"]),
        ("office", ["oﬃce"]),  # as out of a PDF, on either side
        ("ﬁnd the ﬂow", ["find the flow"]),
        ("⽇本⼈", ["日本人"]),
        ("ﻛﻠﻒ", ["كلّف"]),
    ],
)
def test_what_keyboards_and_habits_write_otherwise_is_as_the_article_has_it(quote: str, own: list[str]) -> None:
    text = read_section(
        "s", '<p>كلّف 1.5 مليون، حجرًا. كتبَ. שָׁלוֹם ๒๐ บาท ۱۲ کتاب‌ها می‌خوانیم ש"ח כהן־לוי oﬃce find the flow 日本人</p>'
    )
    assert [text.flat[item.start : item.end] for item in in_article_form(quote, [text])] == own


def test_the_digits_of_every_script_are_as_those_of_ascii() -> None:
    digits = "".join(sign for sign in map(chr, range(0x10000)) if sign.isdecimal() and sign.isprintable())
    text = read_section("s", f"<p>{''.join(str(int(digit)) for digit in digits)}</p>")
    assert in_article_form(digits, [text]) == [Range("s", 0, len(digits))]


def test_every_place_of_the_articles_own_form_is_found() -> None:
    text = read_section("s", "<p>哈，，，哈 ，，</p>")
    assert in_article_form(",,", [text, text]) == 2 * [Range("s", 1, 3), Range("s", 2, 4), Range("s", 6, 8)]


@pytest.mark.golden_test("../cases/anchoring/differences/*.yml")
def test_where_they_first_differ_is_said(golden: Golden) -> None:
    assert [difference(*pair) for pair in golden["pairs"]] == golden.out["says"]


COMMA = "The article has “，” where this has “,”: write exact: "
DOES = "; `edition check --fix` does that by itself."


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("『没有』", 'Without its quotation marks it stands there: write exact: "没有".'),
        ("他走了,是", f'{COMMA}"他走了，是"{DOES}'),
        ("走了,是", f'{COMMA}"走了，是".'),  # it could be either of two
        ("2026年", f'The article has other spaces: write exact: "2026 年"{DOES}'),
        ("「人工", 'The article has “ where this has 「: write exact: "“人工".'),
        ("门在他身后静静地关上啦", "Did you mean “门在他身后静静地关上了” (section end)?"),
        ("门在他身后轻轻地关上了", "Nearest: “门在他身后静静地关上了” (section end)."),
        ("完全是另外的一句话", "Take the words from the article exactly as they stand there."),
    ],
)
def test_what_is_proposed(quote: str, said: str) -> None:
    assert proposal(quote, "exact: ", TEXTS, Effort()) == said
    assert proposal(quote, "exact: ", TEXTS, Effort(), fixes=False) == said.replace(DOES, ".")


def test_so_many_wrong_quotes_are_answered_and_no_more() -> None:
    effort = Effort(1)
    first, second = (proposal("他走了,是", "", TEXTS, effort) for _ in range(2))
    assert first.startswith("The article has “，” where this has “,”")
    assert second == (
        "Copy the words from the article. (So many are wrong that the nearest passages are not looked for.)"
    )
    assert Effort(1).allows(TEXTS)
    assert not Effort(0).allows(TEXTS)


# -- long quotes -------------------------------------------------------------------------------------------------------


def words(seed: int, size: int) -> str:
    """Words of which no two stand twice."""
    return "".join(chr(0x4E00 + (seed * 4001 + index * 37) % 19_997) for index in range(size))


def misquoted(text: str, each: int) -> str:
    return "".join("错" if index % each == each - 1 else sign for index, sign in enumerate(text))


@pytest.mark.parametrize("size", [12, 40, 299, 300, 301, 500])
@pytest.mark.parametrize(("before", "after"), [(0, 0), (0, 900), (900, 0), (900, 900), (20, 30)])
def test_a_long_quote_is_found_wherever_it_stands(size: int, before: int, after: int) -> None:
    lead, own, rest = words(1, before), words(2, size), words(3, after)
    text = read_section("s", f"<p>{lead}。</p><p>{own}。</p><p>{rest}</p>")
    for number, leaf in enumerate(text.leaves, 1):
        leaf.number = number
    (found,) = nearest(misquoted(own, 10), [read_section("t", f"<p>{words(4, 700)}</p>"), text])
    assert found.text == own
    assert text.flat[found.range.start : found.range.end] == own
    assert (found.range.section, found.paragraph) == ("s", 2)
    assert 80 < found.score < 95


def test_the_best_of_many_sections_are_proposed() -> None:
    own = words(2, 60)
    wrong = [*range(20, 0, -2), *range(1, 20, 2)]  # so many characters, in one section after the other
    texts = [
        read_section(
            f"s{count}", f"<p>{words(count + 30, 300)}。{misquoted(own[: 2 * count], 2)}{own[2 * count :]}。</p>"
        )
        for count in wrong
    ]
    assert [passage.range.section for passage in nearest(own, texts)] == ["s1", "s2", "s3"]
    assert [passage.range.section for passage in nearest(own, texts, limit=1)] == ["s1"]


@pytest.mark.parametrize(
    ("passage", "proposed"),
    [
        ("一二三，{}，四五六", "{}"),
        ("一，二三{}四五，六", "二三{}四五"),  # to the clause's edges
        ("一，二三四{}五六七，八", "二三四{}五六七"),
        ("一，二三四五{}六七八九，十", "{}"),  # which are too far
        ("一，二三{}", "二三{}"),
        ("{}四五，六", "{}四五"),
    ],
)
def test_a_passage_begins_and_ends_with_a_clause_that_is_near(passage: str, proposed: str) -> None:
    own = words(5, 80)
    (found,) = nearest(own.replace(own[40], "错"), [read_section("s", f"<p>{passage.format(own)}</p>")])
    assert found.text == proposed.format(own)


def test_a_passage_that_shares_half_of_a_quote_is_not_proposed() -> None:
    own = words(6, 40)
    text = read_section("s", f"<p>{words(7, 200)}{own[:20]}{words(8, 200)}</p>")
    assert nearest(own, [text]) == []
    assert nearest(words(9, 400), [text]) == []
    assert nearest("", [text]) == nearest(own, []) == nearest(own, [read_section("s", "")]) == []
    assert nearest(own, [read_section("s", f"<p>{own[:30]}</p>")])[0].range == Range("s", 0, 30)
