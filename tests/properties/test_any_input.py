"""Whatever a room is given gets an answer (invariant 4): it raises only what it says that it raises, and comes to an end.

Reading asks the same of itself (tests/reading/test_any_input.py), editing too (tests/editing). The inputs are real
files, changed as people, editors and attackers change them; what once failed stands below each test.
"""

# ruff: noqa: E501
from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from edition import SectionFile, open_project, render_all
from edition.anchoring import Selector, describe, match, nearest
from edition.editing import reanchor
from edition.importing import UnreadableError, decoded, make_edition
from edition.importing.new_edition.to_markdown import LostWordsError
from edition.importing.plain import read_plain
from edition.importing.web_page import read_page
from edition.reading import html_of, read_edition
from edition.text import SectionText, align_sentences, read_section
from edition_mkdocs.shells import files_of
from tests.examples import tried_on
from tests.hosts import Known

EDITION = Path(__file__).parent.parent / "editions/chinese"
NOTES = sorted(path.relative_to(EDITION).as_posix() for path in EDITION.rglob("*.yml") if path.name != "mkdocs.yml")
SECTIONS = sorted(path.relative_to(EDITION).as_posix() for path in EDITION.glob("docs/article/*.md"))
SHELL = "<title>\ue000title\ue001</title><p>\ue000content\ue001</p>"
PAGE = "<html><title>T</title><body><nav>a</nav><article><h1>标题</h1><p><b>一</b></p><p>走了<br>又走了。</p></article>"
HTML = "<h1>标题</h1>\n<p>走了，<b>又</b>走了。</p>\n<ul>\n<li>一</li>\n<li>二 OpenAI&amp;</li>\n</ul>\n"
PAYLOADS = (EDITION.parent.parent / "hostile/payloads.txt").read_text(encoding="utf-8").splitlines()
SIGNS = [
    *"\t|\r|\x00|\x07|\x1b[31m|\x85|\u2028|\u202e|\u200b|\ufeff|\ufffe|\U0010ffff|e\u0301|\u0301|𠮷|😀|👨\u200d👩\u200d👧|：|，|“|”|「|。".split("|"),
    *"- |: |? |& |* |! |% |@ |` |#|> |>-\n|>+2\n|{|}|[|]|,|'|\"|\\|\\x|\\u202e|---|...|~|=|<<: |&a |*a|!!python/object |%YAML 1.9\n".split("|"),
    *"no,null,0x1F,1e999,.inf,2026-02-30,0000-00-00,2026-01-06T00:00:00Z,190:20:30".split(","),
    "|\n  x", "|2\n x", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "  ", "\n", "\n\n", "走了", "<", "</p>", "<p>",
    "<br>", "<!--", "-->", "<![CDATA[", "<![x](&#x6A;avascript:1)>", "&amp;", "&#x110000;", "&#0;", "&", "<table>",
    "<ruby>走<rt>zǒu</rt></ruby>", "<pre>", "<a href=#>", "<h1>", "<script>", "</script>", "<svg>", "<li>", "<body>",
]  # fmt: skip
pieces = st.sampled_from(SIGNS) | st.sampled_from(PAYLOADS) | st.text(max_size=3)
changes = st.lists(
    st.tuples(st.integers(0, 2000), st.integers(0, 20), pieces, st.sampled_from([1, 1, 1, 3, 50, 500])),
    min_size=1,
    max_size=6,
)


def changed(text: str, slips: list[tuple[int, int, str, int]]) -> str:
    """The text with other pieces in it, once or many times, some in the place of its own."""
    for position, length, piece, times in slips:
        at = position % (len(text) + 1)
        text = text[:at] + piece * times + text[at + length :]
    return text


def texts_of(names: list[str]) -> st.SearchStrategy[tuple[str, str]]:
    """A file of the small edition, and what stands in it after some changes."""
    read = {name: (EDITION / name).read_text(encoding="utf-8") for name in names}
    return st.sampled_from(names).flatmap(lambda name: changes.map(lambda slips: (name, changed(read[name], slips))))


@tried_on(200)
@given(changes.map(lambda slips: changed(HTML, slips)), pieces | st.just("走了"), pieces | st.just("，"), pieces)
@example(HTML.replace("<b>", "<![x](&#x6A;avascript:1)>"), "OpenAl", "", "")
def test_anchoring(html: str, exact: str, prefix: str, suffix: str) -> None:
    text = read_section("s", html)
    for found in match(Selector(exact, prefix=prefix, suffix=suffix), [text])[:50]:
        selector = describe(text, found.start, found.end)
        assert selector is None or found in match(selector, [text])
    nearest(exact, [text])
    align_sentences(exact, html)


@tried_on(40)
@given(texts_of([*NOTES, *SECTIONS]))
@example(
    (SECTIONS[0], "---\ntitle: A\n---\n\n# 他\n\n走 [GPT](https://example[x](< javascript:alert(1)>).org/gpt)。\n")
)
def test_weaving(written: tuple[str, str]) -> None:
    """All of an edition is woven and published, whatever is wrong in one file of it."""
    name, text = written
    root = project()
    (root / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        bound = open_project(root).bind(Known())
        assert "Traceback" not in render_all(bound.problems)
        made = [pieces for _, pieces in files_of(bound, dict.fromkeys(bound.notes, SHELL))]
        for pieces in (*made, bound.sections.values(), bound.indexes.values()):
            "".join(pieces)
    finally:
        shutil.copyfile(EDITION / name, root / name)


@tried_on(50)
@given(
    texts_of(SECTIONS).map(lambda written: written[1]) | changes.map(lambda slips: changed(PAGE, slips)), st.booleans()
)
@example(f"---\ntitle: The middle\n---\n\n{'1. ' * 600}x\n", False)
@example("---\ntitl\0" * 2000, False)
def test_importing(text: str, is_page: bool) -> None:
    source = text.encode("utf-8", "surrogatepass")
    try:
        read: Any = read_page if is_page else read_plain
        made = make_edition(read(decoded(source, is_page=is_page).text), rendered, "article.txt", source)
    except (LostWordsError, UnreadableError):
        return
    for path in made.files:
        assert not path.startswith("/")
        assert ".." not in path.split("/")


@tried_on(50)
@given(texts_of(SECTIONS), st.booleans())
def test_moving_quotes_to_another_text(written: tuple[str, str], the_old_is_known: bool) -> None:
    """Every quote is moved, kept or given up."""
    edition, _ = read_edition(EDITION / "annotations")
    new = list(section_texts())
    at = SECTIONS.index(written[0])
    new[at] = read_section(new[at].slug, f"<p>{written[1]}</p>")
    reanchor(edition, new, section_texts() if the_old_is_known else ())


@cache
def project() -> Path:
    folder = Path(mkdtemp(prefix="any-input-"))
    shutil.copytree(EDITION, folder, dirs_exist_ok=True)
    return folder


@cache
def section_texts() -> tuple[SectionText, ...]:
    return tuple(read_section(section.slug, html_of(section)) for section in open_project(EDITION).sections)


def rendered(markdown: str) -> str:
    return html_of(SectionFile("s", "docs/s.md", "S", markdown))
