"""What the check lets through, a browser reads as the engine does: html5lib, which knows nothing of ours, says so."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from edition.checking import check_structure
from edition.checking.structure import MOST, faults
from edition.problems import SourceFile, render
from edition.publishing.fragments import around
from edition.text import article_outline, read_section
from edition.weaving import Frame, weave
from tests.examples import tried_on
from tests.html import article_outline as outline_in_a_browser
from tests.html import parse

ELEMENTS = (
    "p p p h1 h2 ul ol li li dl dt dd blockquote div section figure figcaption table caption thead tbody tr td th pre "
    "code em strong a b i s del sub sup span ruby rb rt rp q small mark time br hr img wbr col colgroup svg math title "
    "desc textarea select option button form input script style template noscript iframe object plaintext xmp noembed "
    "noframes frameset frame body html head meta link base marquee nobr font center details summary"
).split()
ATTRIBUTES = st.sampled_from(
    ["", "", "", "", ' id="x"', " lang='zh'", ' title="t > &amp; u"', ' start="3"', ' value="2"', ' href="#x"',
     ' src="a.png"', ' alt="画"', ' class="x"', " hidden", " data-apparatus", ' style="x"', " =", ' "', "/", " a=1",
     ' href="javascript:x"', ' aria-label="a"', ' reversed=""']
)  # fmt: skip
TEXTS = st.sampled_from(
    ["甲", "乙 丙", " ", "\n", "&amp;", "&lt;p&gt;", "&nbsp;", "&copy", "&copy;", "&#128;", "&#x4eba;", "&#0;", "&x",
     "& ", "<", ">", "<!-- 注 -->", "<!--", "<!DOCTYPE html>", "<?x?>", "<![CDATA[丁]]>", "</", "<p", "]]>", "\x0c",
     "e\u0301"]
)  # fmt: skip


@st.composite
def soup(draw: st.DrawFn) -> str:
    """Tags and words in any order; more often than not, what is open is closed."""
    parts: list[str] = []
    opened: list[str] = []
    for _ in range(draw(st.integers(1, 14))):
        match draw(st.sampled_from(["open", "open", "text", "close", "close", "stray"])):
            case "open":
                name = draw(st.sampled_from(ELEMENTS))
                parts.append(f"<{name}{draw(ATTRIBUTES)}>")
                opened.append(name)
            case "text":
                parts.append(draw(TEXTS))
            case "close" if opened:
                parts.append(f"</{opened.pop()}>")
            case _:
                parts.append(f"</{draw(st.sampled_from(ELEMENTS))}>")
    return "".join([*parts, *(f"</{name}>" for name in reversed(opened))])


INSIDE = {
    "": "p h1 ul ol dl table figure blockquote hr pre div section".split(),
    "ul": ["li"], "ol": ["li"], "dl": ["dt", "dd"], "table": ["caption", "tr", "tbody", "thead"], "tbody": ["tr"],
    "thead": ["tr"], "tr": ["td", "th"], "figure": ["figcaption", "p", "img", "br"], "div": ["p", "ul"],
    "section": ["p", "h1"],
}  # fmt: skip
INLINE = "em strong a code sup ruby br img wbr span cite".split()


PLAIN_ATTRIBUTES = st.sampled_from(["", "", "", "", ' id="x"', ' lang="zh"', ' title="t > &amp; u"', " dir='rtl'"])
PLAIN_TEXTS = st.sampled_from(
    ["甲", "乙 丙", " ", "\n", "&amp;", "&lt;p&gt;", "&nbsp;", "&copy;", "&#x4eba;", "& ", ">", "", "e\u0301"]
)


@st.composite
def tree(draw: st.DrawFn, inside: str = "", depth: int = 0) -> str:
    """HTML that is mostly as it ought to be."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        blocks = INSIDE[""] if inside in ("li", "td", "blockquote", "dd") and depth < 5 else []
        name = draw(st.sampled_from(INSIDE.get(inside, [*INLINE, *INLINE, *blocks])))
        text = "\n" if inside in INSIDE else draw(PLAIN_TEXTS)
        if name in ("br", "hr", "img", "wbr"):
            parts.append(f"{text}<{name}>")
        else:
            within = draw(tree(name, depth + 1)) if depth < 5 or name in INSIDE else draw(PLAIN_TEXTS)
            parts.append(f"{text}<{name}{draw(PLAIN_ATTRIBUTES)}>{within}</{name}>")
    if inside == "" and draw(st.integers(0, 3)) == 0:  # one thing that is not as it ought to be
        html = "".join(parts)
        at = draw(st.integers(0, len(html)))
        parts = [html[:at], draw(st.one_of(TEXTS, st.sampled_from(ELEMENTS).map("</{}>".format))), html[at:]]
    return "".join(parts)


@tried_on(500)
@given(st.one_of(soup(), tree()))
@example("<p>甲<p>乙</p></p>")
@example("<p>e&#769;<b>e</b>\u0301</p>")
@example("<table><tr><td>甲</td></tr></table>")
@example("<ul><li>甲<ul><li>乙</li></ul></li></ul>")
@example('<ol start="3" reversed=""><li value="2">甲<img src="a.png" alt="画"></li></ol><hr>')
@example("<p><ruby>奥<rp>(</rp><rt>ào</rt><rp>)</rp></ruby><abbr title='a &amp; b'>x</abbr></p>")
def test_what_is_let_through_is_the_same_in_a_browser(html: str) -> None:
    if [*faults(html)]:
        return
    text = read_section("x", html)
    assert outline_in_a_browser(f'<div data-edition="text">{html}</div>') == article_outline([text])
    number, english = "<sup data-apparatus>1</sup>", '<p data-apparatus class="en">E</p>'
    margin = "<aside data-apparatus>M</aside>"
    woven = weave(text, [], {index: Frame(number, english, margin) for index in range(len(text.leaves))}, around)
    page = f'<div data-edition="text">{woven}</div>'
    assert outline_in_a_browser(page) == article_outline([text])
    frames = [element for element in parse(page).iter() if "data-apparatus" in element.attrib]
    assert len(frames) == 3 * len(text.leaves)


KEPT = {
    "a paragraph": "<p>甲<em>乙</em> <a href='https://example.org/'>丙</a></p>",
    "a table": '<table><thead><tr><th style="text-align: left;">甲</th></tr></thead></table>',
    "a list in a list": "<ul><li>甲<ol start='4'><li><p>乙</p></li></ol></li></ul>",
    "code": '<div class="highlight"><pre><span></span><code><span class="kc">None</span></code></pre></div>',
    "a permanent link": '<h2 id="x">甲<a class="headerlink" href="#x" title="Permanent link">&para;</a></h2>',
    "a footnote": '<p>甲<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>',
    "a way back": '<p>甲 <a class="footnote-backref" href="#fnref:1" title="x">&#8617;&#xFE0E;</a></p>',
    "a permanent anchor": '<h2 id="x">甲<a class="headerlink" href="#x">⚓\ufe0e</a></h2>',
    "a figure": '<figure><img src="a.png" alt="甲"><figcaption>乙</figcaption></figure>',
    "a figure with a break": '<figure>\n<img src="a.png" alt="甲">\n<br>\n<figcaption>乙</figcaption></figure>',
    "a picture that is loaded late": '<p><img src="a.png" alt="甲" loading="lazy"></p>',
    "a mailbox": '<p><a href="&#109;ailto:a@example.org">甲</a></p>',
}


@pytest.mark.parametrize("name", KEPT)
def test_plain_text_structure_is_let_through(name: str) -> None:
    assert [*faults(KEPT[name])] == []


REFUSED = yaml.safe_load((Path(__file__).parents[1] / "cases/checking/refused.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("html", REFUSED)
def test_what_adds_words_or_hides_them_is_told(html: str) -> None:
    told = check_structure(SourceFile("docs/article/01-x.md", f"---\ntitle: X\n---\n{html}\n"), 4, html)
    assert told
    assert all(problem.place.line >= 4 and problem.remedy for problem in told)
    assert all(map(render, told))


@pytest.mark.parametrize("piece", ["</b>", "<x-y>", "<b ", "<p a=1 ", "&", "<!--", "<figure>", "<p>", "<svg>", " 甲 "])
def test_however_much_is_wrong_it_is_told_at_once(piece: str) -> None:
    html = f"<p>{piece * 60_000}"
    assert 0 < len(check_structure(SourceFile("docs/article/01-x.md", html), 1, html)) <= MOST


CHANGES = {
    "a paragraph becomes a heading": ("<p>甲</p>", "<h2>甲</h2>"),
    "an item becomes a paragraph": ("<ul><li>甲</li></ul>", "<p>甲</p>"),
    "bullets become numbers": ("<ul><li>甲</li></ul>", "<ol><li>甲</li></ol>"),
    "numbers begin elsewhere": ("<ol><li>甲</li></ol>", "<ol start='4'><li>甲</li></ol>"),
    "a quotation becomes a paragraph": ("<blockquote><p>甲</p></blockquote>", "<p>甲</p>"),
    "a cell becomes a head": ("<table><tr><td>甲</td></tr></table>", "<table><tr><th>甲</th></tr></table>"),
    "rows become columns": (
        "<table><tr><td>甲</td><td>乙</td></tr></table>", "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>",
    ),
    "items become one": ("<ul><li><p>甲</p></li><li><p>乙</p></li></ul>", "<ul><li><p>甲</p><p>乙</p></li></ul>"),
    "an item goes into another": ("<ul><li>甲</li><li>乙</li></ul>", "<ul><li>甲<ul><li>乙</li></ul></li></ul>"),
    "paragraphs change places": ("<p>甲</p><p>乙</p>", "<p>乙</p><p>甲</p>"),
    "a reading is another": ("<p><ruby>甲<rt>a</rt></ruby></p>", "<p><ruby>甲<rt>b</rt></ruby></p>"),
    "a picture says otherwise": ("<p><img src='a' alt='甲'></p>", "<p><img src='a' alt='乙'></p>"),
    "a hint is added": ("<p><abbr>甲</abbr></p>", "<p><abbr title='x'>甲</abbr></p>"),
    "a rule is drawn": ("<p>甲</p>", "<p>甲</p><hr>"),
    "words run from right to left": ("<p><b>3 : 5</b></p>", "<p><b dir='rtl'>3 : 5</b></p>"),
    "a paragraph runs from right to left": ("<p>3 : 5</p>", "<p dir='rtl'>3 : 5</p>"),
    "a cell lies on others": ("<table><tr><td>甲</td></tr></table>", "<table><tr><td rowspan='2'>甲</td></tr></table>"),
    "a head lies on others": ("<table><tr><th>甲</th></tr></table>", "<table><tr><th colspan='2'>甲</th></tr></table>"),
    "a missing picture is named otherwise": ("<figure aria-label='a'></figure>", "<figure aria-label='b'></figure>"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_the_outline_sees(name: str) -> None:
    before, after = (article_outline([read_section("x", html)]) for html in CHANGES[name])
    assert before != after


def test_the_outline_sees_the_order_and_the_bounds_of_sections() -> None:
    one, two = read_section("a", "<p>甲</p>"), read_section("b", "<p>乙</p>")
    both, none = read_section("a", "<p>甲</p><p>乙</p>"), read_section("b", "")
    assert len({article_outline(texts) for texts in ([one, two], [two, one], [both], [both, none], [none, both])}) == 5


def test_the_outline_is_what_the_recipe_says() -> None:
    html = (
        '<h1>题</h1>\n<div><ol start="3"><li value="7">甲 <em>乙</em><br>丙<ul><li>丁</li></ul></li></ol></div><hr>'
        '<figure aria-label="A"><figcaption><p>图 &amp; e\u0301</p></figcaption></figure>'
        '<p><ruby>奥<rt>ào</rt></ruby><img src="a.png" alt=" 画  像 " title="T"></p>'
        "<table><tbody><tr><td>1</td></tr></tbody></table>"
    )
    assert article_outline([read_section("x", html)]) == (
        "h1\n\t题\nol start=3\n li value=7\n\t甲 乙 丙\n  ul\n   li\n\t丁\nhr\n"
        "figure\n\taria-label\tA\n figcaption\n  p\n\t图 & é\n"
        "p\n\t奥\n\trt\tào\n img\n\talt\t画 像\n\ttitle\tT\ntable\n tr\n  td\n\t1\n\n"
    )
