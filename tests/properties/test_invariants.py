"""The invariants that hold for any text and any notes: the text is sacred, nothing is lost, the same gives the same."""

from __future__ import annotations

import re
from html import escape
from typing import Any
from unicodedata import normalize

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition import Bound, Project, SectionFile, article_text, bind
from edition.anchoring import Range, SectionText, Selector, describe, match, read_section
from edition.model import Bio, Edition, Evidence, FactCheck, Gloss, Manifest, Note, Target
from edition.problems import Place, SourceFile
from tests.html import article_lines, parse, text_of

PLACE: Any = {"place": Place(SourceFile("x.yml")), "places": {}}

# -- any text ----------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *"走了 奥特曼 人 OpenAI GPT 。 , —— 「 」 𠮷 😀 é 1 x 가 ö & < &nbsp;".split(" "),
        *("👨\u200d👩\u200d👧", "e\u0301", "a\u0323\u0302", "\u2060", " ", "  ", "\n", "\u3000"),
    ]
)
WRAPPERS = ["", "b", "i", "code", "a", "span", "ruby"]


@st.composite
def inline(draw: st.DrawFn) -> str:
    """Inline HTML: text and elements, some of them apparatus."""
    parts = []
    for _ in range(draw(st.integers(1, 6))):
        piece = "".join(draw(st.lists(PIECES, min_size=1, max_size=4)))
        text = piece if piece == "&nbsp;" else escape(piece.replace("&nbsp;", "\xa0"))
        match draw(st.sampled_from(WRAPPERS)):
            case "":
                parts.append(text)
            case "ruby":
                parts.append(f"<ruby>{text}<rt>yīn</rt></ruby>")
            case "a":
                parts.append(f'<a href="https://example.org/">{text}</a>')
            case name:
                parts.append(f"<{name}>{text}</{name}>")
        if draw(st.booleans()):
            parts.append(draw(st.sampled_from(["<br>", "<sup data-apparatus>1</sup>", "<!-- c -->", ""])))
    return "".join(parts)


@st.composite
def section(draw: st.DrawFn) -> str:
    """The HTML of a section, as Markdown might make it."""
    blocks = []
    for _ in range(draw(st.integers(1, 4))):
        form = draw(st.sampled_from(["<p>{}</p>", "<h2>{}</h2>", "<ul>\n<li>{}</li>\n<li>{}</li>\n</ul>",
                                     "<blockquote>\n<p>{}</p>\n</blockquote>",
                                     "<figure>\n<figcaption>\n<p>{}</p>\n</figcaption>\n</figure>"]))  # fmt: skip
        blocks.append(form.format(*(draw(inline()) for _ in range(form.count("{}")))))
    return "\n".join(blocks)


# -- any notes ---------------------------------------------------------------------------------------------------------


def a_note(kind: str, name: str, target: Target) -> Note:
    if kind == "gloss":
        return Gloss(id=name, literal="l", meaning="m", register="idiom", target=target, **PLACE)
    evidence = (Evidence(source="s", stance="context", **PLACE),)
    return FactCheck(id=name, claim="c", rating="opinion", summary="s", explanation="e", evidence=evidence,
                     checked="2026-11-23", target=target, **PLACE)  # fmt: skip


@st.composite
def editions(draw: st.DrawFn) -> tuple[list[str], Edition, dict[str, Range]]:
    """Sections, and notes on random passages of them, with the range of each."""
    htmls = draw(st.lists(section(), min_size=1, max_size=2))
    texts = [read_section(f"s{number}", html) for number, html in enumerate(htmls)]
    checks: dict[str, FactCheck] = {}
    glosses: dict[str, Gloss] = {}
    ranges: dict[str, Range] = {}
    for number in range(draw(st.integers(0, 6))):
        text = draw(st.sampled_from(texts))
        start = draw(st.integers(0, max(0, len(text.flat) - 1)))
        selector = describe(text, start, draw(st.integers(start, len(text.flat))))
        if selector is None:
            continue
        name = f"n{number}"
        target = Target(
            section=text.slug, exact=selector.exact, prefix=selector.prefix, suffix=selector.suffix, **PLACE
        )
        (ranges[name],) = match(selector, [text])
        note = a_note(draw(st.sampled_from(["gloss", "check"])), name, target)
        if isinstance(note, Gloss):
            glosses[name] = note
        elif isinstance(note, FactCheck):
            checks[name] = note
    bios = {}
    if any("OpenAI" in re.findall(r"[A-Za-z0-9]+", text.flat) for text in texts) and draw(st.booleans()):
        bio = Bio(id="openai", name="O", kind="organization", terms=("OpenAI",), summary="s", sources=(), **PLACE)
        bios["openai"] = bio
    manifest = Manifest(title="t", publisher="p", issued="2026", language="zh", rights="r", sha256="0", **PLACE)
    return htmls, Edition(manifest=manifest, bios=bios, fact_checks=checks, glosses=glosses), ranges


def bound(htmls: list[str], edition: Edition) -> Bound:
    sections = [SectionFile(f"s{number}", f"docs/{number}.md", "A section", html) for number, html in enumerate(htmls)]
    return bind(Project(edition, sections, []), lambda item: item.markdown, lambda item: f"article/{item.slug}/")


def covered(html: str, note: str) -> str:
    """The characters that carry the note's id, without white space."""
    segments = (item for item in parse(html).iter() if note in (item.get("data-notes") or "").split())
    return "".join("".join(text_of(segment).split()) for segment in segments)


ANY = settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@ANY
@given(editions())
def test_the_text_is_sacred(drawn: tuple[list[str], Edition, dict[str, Range]]) -> None:
    htmls, edition, _ = drawn
    made = bound(htmls, edition)
    before = [line for html in htmls for line in article_lines(f'<div data-edition="text">{html}</div>')]
    assert [line for page in made.site.sections.values() for line in article_lines(page)] == before
    told = article_text([item.text for item in made.concordance.sections]).splitlines()
    assert [line for line in told if line] == [normalize("NFC", line) for line in before]


@ANY
@given(editions())
def test_nothing_is_lost(drawn: tuple[list[str], Edition, dict[str, Range]]) -> None:
    htmls, edition, ranges = drawn
    made = bound(htmls, edition)
    texts: dict[str, SectionText] = {item.slug: item.text for item in made.concordance.sections}
    for name, (slug, start, end) in ranges.items():
        page = made.site.sections[slug]
        assert normalize("NFC", covered(page, name)) == "".join(texts[slug].flat[start:end].split())
        assert f'data-note="{name}"' in page
    silent = any("shows nowhere" in problem.message for problem in made.problems)
    for name in edition.bios:
        assert silent or any(f'data-note="{name}"' in page for page in made.site.sections.values())
    for page in made.site.sections.values():
        document = parse(page)
        ids = [item.get("id") for item in document.iter() if item.get("id")]
        assert len(ids) == len(set(ids))
        links = {item.get("href") for item in document.iter() if (item.get("href") or "").startswith("#")}
        assert {link[1:] for link in links} <= set(ids)


@ANY
@given(editions())
def test_the_same_input_gives_the_same_bytes(drawn: tuple[list[str], Edition, dict[str, Range]]) -> None:
    htmls, edition, _ = drawn
    assert bound(htmls, edition).site == bound(htmls, edition).site


@ANY
@given(section(), st.data())
def test_match_and_describe_are_inverses(html: str, data: st.DataObject) -> None:
    text = read_section("s", html)
    start = data.draw(st.integers(0, len(text.flat)))
    end = data.draw(st.integers(start, len(text.flat)))
    selector = describe(text, start, end)
    if selector is None:
        passage = text.flat[start:end].strip()
        assert not passage or len(match(Selector(passage), [text])) > 1
        return
    (found,) = match(selector, [text])
    assert text.flat[found.start : found.end] == text.flat[start:end].strip()
