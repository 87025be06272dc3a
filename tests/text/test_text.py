"""The text of a section out of its HTML, and the way back from each character to the bytes that it comes from."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.text import SectionText, normalise, read_section
from tests.golden import Golden


def leaves(text: SectionText) -> list[str]:
    """Tag, words and HTML of each leaf: its start tag, what it holds in brackets, its end where it fills it alone."""
    html = text.html
    return [
        f"{leaf.tag} {text.words(leaf)} {html[leaf.tag_start : leaf.tag_end]}"
        f"[{html[leaf.inner_start : leaf.inner_end]}]{html[leaf.inner_end : leaf.close_end]}"
        for leaf in text.leaves
    ]


@pytest.mark.golden_test("../cases/text/*.yml")
def test_which_blocks_hold_words_themselves(golden: Golden) -> None:
    found = {}
    for name, html in golden["sections"].items():
        text = read_section("s", html)
        assert text.slug == "s"
        found[name] = leaves(text)
        assert text.text == "\n".join(text.words(leaf) for leaf in text.leaves)
        assert text.flat == " ".join(text.words(leaf) for leaf in text.leaves)
    assert found == golden.out["leaves"]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("甲&amp;乙&lt;&#20057;&#x4E59;&nbsp;丙", "甲&乙<乙乙 丙"),
        ("R&D-Chef R&D.x &lt.5 &nbsp-甲&amp-;", "R&D-Chef R&D.x <.5 -甲&-;"),
        ("&copy<b>甲</b>", "©甲"),
        ("a&ampb &copy c &unknown; &#; & d &", "a&b © c &unknown; &#; & d &"),
        (" 甲 \n\t 乙&nbsp; &#32;丙\u3000丁 ", "甲 乙 丙 丁"),
        ("甲<b> 乙 </b> 丙", "甲 乙 丙"),
        ("e\u0301a e&#769;", "éa e\u0301"),
        ("\u1112\u1161\u11ab글", "한글"),
        ("か\u3099 ｶﾞ", "が ｶﾞ"),
        ("甲&nbsp;<i></i>&nbsp;", "甲"),
        ("&nbsp;甲", "甲"),
        ("\u212b\u0340x", "\u00c5\u0300x"),
    ],
)
def test_the_words_of_a_paragraph(html: str, words: str) -> None:
    text = read_section("s", f"<p>{html}</p>")
    assert text.text == words
    holds(text)


def holds(text: SectionText) -> None:
    """Each stretch of the text comes from the stretch of the HTML that it names, in order, and none is left out."""
    html, covered, source_end = text.html, 0, 0
    for number, run in enumerate(text.runs):
        assert text.text[covered : run.start] in ("", "\n")
        assert source_end <= run.source_start < run.source_end
        source, words = html[run.source_start : run.source_end], text.text[run.start : run.end]
        assert words
        if run.exact:
            assert source == words
            assert [run.source_at(run.start + index) for index in range(len(words))] == list(
                range(run.source_start, run.source_end)
            )
        else:
            assert source.startswith("<") or normalise(unescape(source)) == words.strip()
            assert run.source_at(run.end - 1) == run.source_start
        assert all(text.run_index(offset) == number for offset in range(run.start, run.end))
        covered, source_end = run.end, run.source_end
    assert covered == len(text.text)
    for number, leaf in enumerate(text.leaves):
        assert all(text.leaf_at(offset) == number for offset in range(leaf.start, leaf.end))
    assert text.run_index(-1) == -1
    assert text.leaf_at(-1) == 0


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href=x>", "</a>", "<br>", "<rt>", "</rt>", "甲",
             "乙丙", " ", "\n", "&nbsp;", "&amp;", "&#20057;", "e\u0301", "<i data-apparatus>", "</i>", "<!-- c -->"]
        ),
        max_size=20,
    ).map("".join)
)  # fmt: skip
def test_every_character_leads_back_to_where_it_came_from(html: str) -> None:
    text = read_section("s", html)
    holds(text)
    assert all(text.words(leaf) == normalise(text.words(leaf)) != "" for leaf in text.leaves)
    assert all(leaf.tag_start <= leaf.tag_end <= leaf.inner_start < leaf.inner_end for leaf in text.leaves)


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("<p>甲乙丙</p>", ["甲乙丙 exact"]),
        ("<p>甲&amp;乙</p>", ["甲 exact", "&", "乙 exact"]),
        ("<p>甲\n乙 丙</p>", ["甲 exact", " ", "乙 丙 exact"]),
        ("<p>甲<!-- c -->乙</p>", ["甲 exact", "乙 exact"]),
        ("<p>e\u0301ab</p>", ["é", "ab exact"]),
        ("<p>q\u0301乙e\u0301</p>", ["q\u0301乙 exact", "é"]),
        ("<p>甲<b>乙<i>丙</b>丁</p>", ["甲 exact", "乙 exact inline", "丙 exact inline", "丁 exact"]),
        ("<p>甲<b>乙</b></p>", ["甲 exact", "乙 exact inline"]),
        ("<p><a href=x>甲<b>乙</b></a><button>丙</button></p>",
         ["甲 exact link inline", "乙 exact link inline", "丙 exact link inline"]),
        ("<summary>甲<i>乙</i></summary>丙<label>丁</label>",
         ["甲 exact link", "乙 exact link inline", "丙 exact", "丁 exact link inline"]),
        ("<p>甲<br>乙</p>", ["甲 exact", " ", "乙 exact"]),
        ("<p>甲 &nbsp;</p>", ["甲 exact"]),
    ],
)  # fmt: skip
def test_stretches_of_the_text_know_in_what_they_stand(html: str, runs: list[str]) -> None:
    text = read_section("s", html)
    assert [
        text.text[run.start : run.end]
        + " exact" * run.exact + " link" * run.interactive + " inline" * run.inline
        for run in text.runs
    ] == runs  # fmt: skip


def test_stretches_of_one_number_have_no_tag_between_them() -> None:
    text = read_section("s", "<p>甲&amp;乙<b>丙</b>丁&lt;</p>")
    numbers = [run.stretch for run in text.runs]
    assert numbers[0] == numbers[1] == numbers[2] < numbers[3] < numbers[4] == numbers[5]


@pytest.mark.parametrize(
    ("html", "offset", "stands"),
    [
        ("<p>甲乙</p>", 1, "<p>甲|乙</p>"),
        ("<p>甲<b>乙</b>丙</p>", 2, "<p>甲<b>乙</b>|丙</p>"),
        ("<p>甲<b>乙</b>丙</p>", 1, "<p>甲|<b>乙</b>丙</p>"),
        ("<p>甲<b>乙丙</b></p>", 2, ""),
        ("<p><b>甲</b><b>乙</b></p>", 1, ""),
        ("<p>甲<br><b>乙</b></p>", 2, "<p>甲<br>|<b>乙</b></p>"),
        ("<p>甲&amp;乙</p>", 2, "<p>甲&amp;|乙</p>"),
    ],
)
def test_where_a_part_of_the_words_may_begin(html: str, offset: int, stands: str) -> None:
    at = read_section("s", html).break_at(offset)
    assert (f"{html[:at]}|{html[at:]}" if at >= 0 else "") == stands


def test_the_outline_has_the_blocks_their_words_and_what_stands_beside() -> None:
    html = (
        '<h1>题</h1><ol start=3 reversed><li value=7>甲<img alt="图&amp;" title=" t "></li></ol><div><blockquote>'
        "<p aria-label=l>乙<ruby>丙<rp>(</rp><rt>bǐng &amp;<b> x</b></rt></ruby></p></blockquote></div>"
        "<table><tbody><tr><td>丁<b data-apparatus><img alt=no></b></td></tr></tbody></table><hr>"
    )
    text = read_section("s", html)
    assert [item if isinstance(item, str) else f"= {text.words(item)}" for item in text.outline] == [
        "h1", "= 题", "ol start=3 reversed=", " li value=7", "= 甲", "  img", "\talt\t图&", "\ttitle\tt",
        "blockquote", " p", "\taria-label\tl", "= 乙丙", "\trp\t(", "\trt\tbǐng & x",
        "table", " tr", "  td", "= 丁", "hr",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "words", "wanted"),
    [
        ("<p>他走了。</p><p>王座还在。</p>", "走", ["他走了。"]),
        ("<p>他走了。</p><p>王座还在。</p>", "了。\n王", ["他走了。", "王座还在。"]),
        ("<table><tr><th>名</th><td>五</td></tr><tr><td>李</td><td>七</td></tr></table>", "五", ["名\n五"]),
        ("<table><TR><td>王</td><td>五</td><TR><td>李</td><td>七</td></table>", "李", ["李\n七"]),
        ("<table><tr><td>王</td><td>五</td></tr></table><table><tr><td>李</td></tr></table>", "李", ["李"]),
        ("<p>前</p><table><tr><td>王</td><td>五</td></tr></table><p>后</p>", "前\n王", ["前", "王\n五"]),
        ("<ul><li>王</li><li>五</li></ul>", "王", ["王"]),
    ],
)
def test_a_paragraph_is_whole_and_so_is_the_row_of_a_cell(html: str, words: str, wanted: list[str]) -> None:
    text = read_section("s", html)
    start = text.text.index(words)
    assert text.paragraphs(start, start + len(words)) == wanted


def test_a_section_without_words_has_no_paragraphs() -> None:
    assert read_section("s", "").paragraphs(0, 0) == []


@pytest.mark.parametrize(
    ("html", "beside"),
    [
        ("<ruby>甲<rt>a&lt;b</rt></ruby>", ["\trt\ta<b"]),
        ("<ruby>甲<rt>R&D-x</rt></ruby>", ["\trt\tR&D-x"]),
        ("<ruby>甲<rt>jiǎ</ruby>乙<ruby>丙<rp>(<rt>bǐng<rp>)</ruby>", ["\trt\tjiǎ", "\trp\t(bǐng)"]),
        ("<ruby>甲<rt>jiǎ", ["\trt\tjiǎ"]),
        ("<b data-apparatus><ruby>甲<rt>jiǎ</rt></ruby></b><ruby>乙<rt>yǐ</rt></ruby>", ["\trt\tyǐ"]),
        ("<script>x</script><ruby>甲<rt>jiǎ<b>y</b></rt></ruby>", ["\trt\tjiǎy"]),
    ],
)
def test_the_outline_has_every_reading_that_is_the_articles(html: str, beside: list[str]) -> None:
    outline = read_section("s", f"<p>{html}</p>").outline
    assert [item for item in outline if isinstance(item, str)] == ["p", *beside]
    assert read_section("s", "<rt>jiǎ").outline == ["\trt\tjiǎ"]
