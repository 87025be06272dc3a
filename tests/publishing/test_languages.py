"""Words written in Han, within English, carry their language; everything else stays as it was."""

from __future__ import annotations

import pytest

from edition.model import Source
from edition.publishing.languages import in_english, in_source, language_of, marked, title_of_source
from edition.publishing.markdown import to_html
from tests.notes import source


def zh(words: str) -> str:
    return f'<span lang="zh-Hans">{words}</span>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain & <b>", "plain &amp; &lt;b&gt;"),
        ("圈 is a ring", f"{zh('圈')} is a ring"),
        ("“走”, to go; “离”/“去”", f"“{zh('走')}”, to go; “{zh('离')}”/“{zh('去')}”"),
        ("the lead-in 【新智元导读】; so", f"the lead-in {zh('【新智元导读】')}; so"),
        ("走的,离的。 It is", zh('走的<span class="stop">,</span>离的。') + " It is"),
        ("三.  And ！ alone", f"{zh('三')}.  And ！ alone"),
        ("奥尔特曼·萨姆 and 2026年", f"{zh('奥尔特曼·萨姆')} and 2026{zh('年')}"),
    ],
)
def test_each_stretch_of_han_stands_in_an_element(text: str, html: str) -> None:
    assert in_english(text, "zh-Hans") == html


@pytest.mark.parametrize("language", ["de", "en", "und"])
def test_an_edition_that_is_not_written_in_han_has_none(language: str) -> None:
    assert in_english("圈 & ring", language) == "圈 &amp; ring"
    assert marked("<p>圈</p>", language) == "<p>圈</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A 圈 <i>.\n\nMore.", f"<p>A {zh('圈')} &lt;i&gt;.</p>\n<p>More.</p>"),
        ("*圈* and **走 on**", f"<p><em>{zh('圈')}</em> and <strong>{zh('走')} on</strong></p>"),
        ("`begins: 可以说`", f"<p><code>begins: {zh('可以说')}</code></p>"),
        ("[圈](note:x)", f'<p><a class="note-link" href="#x">{zh("圈")}</a></p>'),
        ("- 圈", f"<ul>\n<li>{zh('圈')}</li>\n</ul>"),
    ],
)
def test_the_markdown_of_notes_says_which_words_are_chinese(text: str, html: str) -> None:
    assert to_html(text, lambda note: f"#{note}", "zh-Hans") == html


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ("<p>what 一 and &amp;</p>", f"<p>what {zh('一')} and &amp;</p>"),
        ('<p lang="zh">一 <b>二</b></p>三', f'<p lang="zh">一 <b>二</b></p>{zh("三")}'),
        ('<p lang=ja>一<span lang="en-GB">二</span></p>', f'<p lang=ja>一<span lang="en-GB">{zh("二")}</span></p>'),
        (
            "<img alt='一'><br>一<!-- 一 --><script>一</script>",
            f"<img alt='一'><br>{zh('一')}<!-- 一 --><script>一</script>",
        ),
        ("</p></b>一", f"</p></b>{zh('一')}"),
    ],
)
def test_a_written_page_is_marked_and_nothing_else_of_it_changes(html: str, result: str) -> None:
    assert marked(html, "zh-Hans") == result


def test_a_source_has_its_own_language() -> None:
    def titled(title: str, language: str) -> Source:
        return source("s", title=title, language=language)

    assert title_of_source(titled("願景", "zh-Hant"), "zh-Hans") == '<span lang="zh-Hant">願景</span>'
    assert title_of_source(titled("Catch | 官宣", "en"), "zh-Hans") == f"Catch | {zh('官宣')}"
    assert title_of_source(titled("Wer & was", "de"), "zh-Hans") == '<span lang="de">Wer &amp; was</span>'
    assert in_source("人民網", titled("…", "ja"), "zh-Hans") == '<span lang="ja">人民網</span>'


def test_a_name_without_han_is_not_said_to_be_chinese() -> None:
    assert [language_of(words, "zh-Hans") for words in ("Tworek", "奥特曼")] == ["en", "zh-Hans"]
    assert language_of("Hütte", "de") == "de"
