"""What a page says of itself is text wherever an import writes it: to YAML, and to a reader of Markdown."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import escape
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import markdown
from markdown_it import MarkdownIt

from edition.importing import Imported, make_edition
from edition.importing.article import loose, tidy, without_unseen
from edition.importing.lines.credits import credit
from edition.importing.metadata.linked_data import plain
from edition.importing.metadata.names import authors
from edition.importing.metadata.provenance import fitting
from edition.importing.new_edition.examples import quoted
from edition.importing.new_edition.to_markdown import literal_text
from edition.importing.web_page import read_page
from tests.examples import tried_on
from tests.html import parse
from tests.importing.test_nothing_is_lost import render

HOSTILE = [
    '"><img src=x onerror="alert(1)">',
    "</title><script>alert(1)</script>",
    "“Straight” \"quotes\", 'single' & an ampersand &amp; a written one",
    "{{ config.site_name }} {% raw %}",
    "<!-- no comment --> and --8<-- “x”",
    "yes",
    "2026-01-05",
    "!ENV [HOME, x]",
    "&anchor *alias",
    "a: b # c",
    "- a list | a | table",
    "1. First",
    "[a](javascript:alert(1)) ![b](//example.org/c.png) <https://example.org> https://example.org www.example.org",
    "*emphasis* _too_ `code` ~~gone~~ ==marked== $x^2$ {: onclick=alert(1) } [^1] *[HTML]: x",
    "👩‍👩‍👧 :smile: @someone #1",
    "soft\u00adhyphen, zero\u200bwidth, no\u2060break",
    "back\\slash \\n \\u0041 @TITLE@",
]
LETTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(LETTERS, min_size=1, max_size=30))
WORDS = "It left at noon, and nobody waved; it will not come back, they say, and nobody asks why. " * 3


def imported(title: str, author: str, publisher: str) -> Imported:
    """The edition of a page that says so of itself, and has the title for a heading, too."""
    data = {"@type": "NewsArticle", "headline": title, "author": author, "publisher": {"name": publisher}}
    page = (
        f'<html lang="en"><head><title>{escape(title)}</title><script type="application/ld+json">'
        f"{json.dumps(data).replace('<', chr(92) + 'u003c')}</script></head><body><article><h1>{escape(title)}</h1>"
        f"<p>{WORDS}</p><h2>{escape(title)}</h2><p>{WORDS}</p><h2>{escape(title)}!</h2><p>{WORDS}</p></article></body>"
    )
    return make_edition(read_page(page), render, "page.html", b"")


def as_taken(text: str) -> str:
    return tidy(without_unseen(text)[0])


def loaded(text: str) -> Any:
    return yaml.load(text, yaml.CSafeLoader)


def elements(html: str) -> Counter[str]:
    return Counter(item.tag for item in parse(f"<body>{html}</body>").iter() if isinstance(item.tag, str))


@tried_on(60)
@given(TEXTS, TEXTS, TEXTS)
@example(HOSTILE[0], HOSTILE[1], HOSTILE[2])
@example("a\u2028b\u0085c\ufffed\u202ee", "\x01\x7f\x9d", "\ud7ff\U0001fffe")
def test_what_a_page_says_of_itself_stays_text(title: str, author: str, publisher: str) -> None:
    result = imported(title, author, publisher)
    manifest = loaded(result.files["annotations/edition.yml"])
    if fitting("title", title):
        assert manifest["title"] == fitting("title", title)
        name = re.findall("^site_name: .*$", result.starter["mkdocs.yml"], re.M)
        assert loaded(name[0]) == {"site_name": f"{manifest['title']} · an annotated edition"}
    # What is no name is no author; what is one stands there as it was given.
    assert set(manifest.get("author", [])) <= {as_taken(plain(author)), *authors(author)}
    shown = fitting("publisher", publisher)
    if shown and loose(shown) != loose(manifest["title"]):  # what is called as the article published nothing
        assert manifest["publisher"] == shown
    titles = {section.title for section in result.sections}
    for path, text in result.files.items():
        if path.endswith(".yml"):
            loaded(text)
        if path.startswith("docs/article/"):
            head, body = re.fullmatch(r"---\n(.*\n)---\n\n((?s:.*))", text).groups()  # type: ignore[union-attr]
            assert loaded(head)["title"] in titles
            assert elements(render(body)).keys() <= {"html", "head", "body", "h1", "h2", "p", "em", "strong"}


@tried_on(150)
@given(TEXTS)
def test_a_text_in_a_line_of_Markdown_shows_itself_and_no_element(text: str) -> None:  # noqa: N802
    text = as_taken(text) or "x"
    github = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
    line = f"# {literal_text(text)} · an edition"
    for html in (markdown(line, extensions=["attr_list"]), github.render(line)):
        tree = parse(html)
        assert elements(html) == elements("<h1>x</h1>")
        assert tidy("".join(tree.itertext())) == f"{text} · an edition"


@tried_on(150)
@given(st.text(st.characters(exclude_categories=[])))
def test_a_text_is_the_same_out_of_YAML(text: str) -> None:  # noqa: N802
    if not re.search("[\ud800-\udfff]", text):
        assert loaded(f"a: {{b: [{quoted(text)}]}}") == {"a": {"b": [text]}}
    assert len(quoted(text).splitlines()) == 1


@pytest.mark.parametrize("title", HOSTILE)
def test_the_read_me_and_the_report_show_it_as_text(title: str) -> None:
    if credit(title):
        return  # it is taken for a day or a writer, and is no title
    made, plainly = imported(title, "A", "B"), imported("T", "A", "B")
    files, plain = {**made.files, **made.starter}, {**plainly.files, **plainly.starter}
    for name in ("README.md", "import-report.md"):
        found, wanted = (elements(markdown(one[name], extensions=["attr_list", "tables"])) for one in (files, plain))
        assert found == wanted


@pytest.mark.parametrize("heading", ["Yes", "No", "Null", "2026", "1e3", "0x1F", "On", "~"])
def test_a_section_may_be_named_as_YAML_names_other_things(heading: str) -> None:  # noqa: N802
    page = f"<html><body><article><h1>T</h1><h2>{heading}</h2><p>{WORDS}</p></article></body></html>"
    result = make_edition(read_page(page), render, "page.html", b"")
    slug = result.sections[0].slug
    assert loaded(result.files["annotations/claims.yml"])[0]["section"] == slug
    assert loaded(result.files["annotations/glosses/example-gloss.yml"])["target"]["section"] == slug


@pytest.mark.parametrize("sign", ['"', "<", ">", '" onclick="'])
def test_an_address_that_the_edition_would_refuse_is_not_taken(sign: str) -> None:
    bad, good = f"https://example.org/{sign}a", "https://example.org/?a=1&b='2'"
    head = f'<link rel="canonical" href="{escape(bad)}">'
    assert read_page(f"<html><head>{head}</head><body><p>{WORDS}</p></body></html>").found("URL") == ""
    head += f'<meta property="og:url" content="{escape(good)}">'
    assert read_page(f"<html><head>{head}</head><body><p>{WORDS}</p></body></html>").found("URL") == good
