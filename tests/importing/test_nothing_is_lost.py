"""Text and report together are the whole input, whatever it is; Markdown gives the words back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from edition.importing import Article, Block, Span, make_edition, sections_of
from edition.importing.article import Formatting, Kind
from edition.importing.new_edition.to_markdown import section_markdown
from edition.importing.plain import read_plain
from edition.importing.web_page import read_page
from edition.reading import Dialect, read_dialect
from edition.text import normalise, read_section
from tests.examples import tried_on
from tests.html import Element, parse

LETTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
SIGNS = st.sampled_from(
    [
        *"\\`*_{}[]()#+-.!<>&/:|~=^$\"'@% 。,:?;",
        "///",
        "**",
        "1.",
        "# ",
        "- ",
        "&amp;",
        "<b>",
        "[a](b)",
        "{: .x }",
        "--8<--",
        "中文",
        "word ",
    ]
)
TEXT = st.lists(st.one_of(SIGNS, st.text(LETTERS, max_size=6)), min_size=1, max_size=8).map("".join)
WORDS = TEXT.map(normalise).filter(bool)
LONG = " and then a sentence that is long enough to be of an article, with commas, too."
TAGS = (
    "p p p div div section article h2 h3 ul ol li b strong i span a nav footer aside blockquote figure figcaption td "
    "th caption button dl dt dd pre code sup ruby rt form q"
).split()
ATTRIBUTES = ["", "", "", ' class="share"', " hidden", ' style="display:none"', ' role="navigation"', ' id="comments"']
AFTER = ["", "", "<br>", "<!-- no -->", '<img src="a" alt="A">', "<script>no</script>"]
KINDS: list[Kind] = ["heading", "paragraph", "item", "caption", "quote", "code", "term", "definition", "footnote"]
MARKS: list[Formatting] = ["", "strong", "em", "sup", "sub", "code"]
LINES = st.sampled_from(
    """
分享|3 Kommentare|相关标签|Share|# Kopf|- ein Punkt|• 一点|By Jo Doe|来源:报|2026-01-05|看多的人会说:|GPT 依然领先
2026-01-06 10:12  来源：报|责任编辑：张三|（编辑：Jo）|本文来自“报”|原标题：一|Editor: Jo Doe|Published 6 January 2026
微软是盟友|A heading|这是一个标题?|图:海边|这是一句话。
Die Zeile ist an dieser Stelle umbrochen, und sie geht in der nächsten
""".replace("\n", "|").split("|")
)

DIALECT = read_dialect(Path(__file__).parents[2], []) or Dialect()


def render(markdown: str) -> str:
    return DIALECT.html(markdown)


def compact(text: str) -> str:
    return re.sub(r"\s+", "", normalise(text))


def everything(article: Article) -> str:
    """The words of the sections as they are read from their files, and the report; without white space."""
    files = make_edition(article, render, "input", b"").files
    sections = [text.partition("---\n\n")[2] for path, text in files.items() if path.startswith("docs/article/")]
    rendered = [render(section) for section in sections]
    words = "\n".join(read_section("", html).text for html in rendered)
    words += "\n".join(unescape(reading) for html in rendered for reading in re.findall("<rt>(.*?)</rt>", html))
    return compact(words) + "\0" + compact(files["import-report.md"])


@tried_on(150)
@given(st.lists(st.one_of(LINES, TEXT), max_size=14))
def test_every_line_of_a_text_is_in_the_article_or_in_the_report(lines: list[str]) -> None:
    found = everything(read_plain("\n".join(lines)))
    for line in lines:
        words = re.sub(r"^(?:#{1,6}|[-*•‣◦▪●·])\s+(?=\S)", "", normalise(line))
        assert compact(words) in found


@st.composite
def markup(draw: st.DrawFn, depth: int = 0) -> str:
    """HTML as sites write it, with more care for its words than for its form."""
    if depth > 3 or draw(st.integers(0, 3)) == 0:
        long = draw(st.sampled_from(["", "", LONG]))
        return escape(draw(TEXT)) + long
    tag = draw(st.sampled_from(TAGS))
    inner = "".join(draw(st.lists(markup(depth=depth + 1), max_size=4)))
    element = f"<{tag}{draw(st.sampled_from(ATTRIBUTES))}>{inner}</{tag}>"
    # A cell without a table is no element to the judge, which makes one text of what stands before it and in it.
    row = f"<table><tr>{element}</tr></table>" if tag in ("td", "th") else element
    row = f"<table>{element}<tr><td>1</td><td>2</td></tr></table>" if tag == "caption" else row
    return f"{row}{draw(st.sampled_from(AFTER))}"


def text_nodes(element: Element) -> Iterator[str]:
    if isinstance(element.tag, str) and element.tag not in ("script", "style", "head"):
        yield element.text or ""
        for child in element:
            yield from text_nodes(child)
            yield child.tail or ""


@tried_on(150)
@given(st.lists(markup(), max_size=6))
@example(["<p>a</p><ruby><pre>b<rt>_</rt></pre></ruby>"])
def test_every_visible_text_of_a_page_is_in_the_article_or_in_the_report(parts: list[str]) -> None:
    page = f"<!DOCTYPE html><html><head><title>T</title></head><body>{''.join(parts)}</body></html>"
    found = everything(read_page(page))
    for node in text_nodes(parse(page)):
        assert compact(node) in found


@tried_on(200)
@given(st.lists(st.tuples(st.sampled_from(KINDS), WORDS, st.sampled_from(MARKS)), min_size=1, max_size=5))
@example([("code", 'x\n  --8<-- "y.md"\n;--8<--\nno --8<-- "z"', "")])
def test_markdown_gives_the_words_back(parts: list[tuple[Kind, str, Formatting]]) -> None:
    blocks = [
        Block(kind, (Span(words, mark), Span(" "), Span(words)), int(kind == "heading")) for kind, words, mark in parts
    ]
    found: list[str] = []
    for section in sections_of(blocks, "en"):
        text = read_section("", render(section_markdown(section, render)))
        found += [text.words(leaf) for leaf in text.leaves]
    assert found == [normalise(f"{words} {words}") for _, words, _ in parts]
