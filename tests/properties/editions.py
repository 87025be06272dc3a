"""Any text and any notes, for Hypothesis: what Markdown might make of an article, and random passages of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from unicodedata import name as name_of

from hypothesis import strategies as st

from edition.anchoring import Range, describe
from edition.model import Edition, FactCheck, Gloss, Reading, Target, Variant
from edition.text import SectionText, read_section
from tests import notes
from tests.notes import PLACE, edition_of

# -- any text ----------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *"走了 走了 奥特曼 人 OpenAI GPT ChatGPT 。 , —— 「 」 𠮷 😀 é 1 x 가 ö 𝔸".split(" "),
        *"&amp; &lt; &nbsp; &#x4eba; &#128512; &hellip; &amp;amp;".split(" "),
        *("👨\u200d👩\u200d👧", "👍🏽", "e\u0301", "a\u0323\u0302", "\u2060", " ", "  ", "\n", "\u3000", "\xa0"),
    ]
)
WRAPPERS = st.sampled_from(
    [
        *("{}", "{}", "<b>{}</b>", "<b><i>{}</i></b>", "<code>{}</code>", '<span lang="ja">{}</span>'),
        *('<a href="https://example.org/">{}</a>', '<a href="#x"><code>{}</code></a>'),
        *("<ruby>{}<rt>yīn</rt></ruby>", "<ruby>{}<rp>(</rp><rt>yīn</rt><rp>)</rp></ruby>"),
    ]
)
BETWEEN = st.sampled_from(["", "", "", "<br>", "<br />", "<sup>1</sup>", "<wbr>"])
BLOCKS = st.sampled_from(
    [
        *("<p>{}</p>", "<p>{}</p>", '<p id="own">{}</p>', "<h2>{}</h2>", "<blockquote>\n<p>{}</p>\n</blockquote>"),
        *("<ul>\n<li>{}</li>\n<li>{}</li>\n</ul>", "<ol>\n<li>\n<p>{}</p>\n</li>\n</ol>"),
        *("<ul>\n<li>{}<ul>\n<li>{}</li>\n</ul>\n</li>\n</ul>", "<pre><code>{}</code></pre>"),
        *(
            "<figure>\n<figcaption>\n<p>{}</p>\n</figcaption>\n</figure>",
            "<figure><figcaption>{}</figcaption></figure>",
        ),
        "<table>\n<tr>\n<td>{}</td>\n<td>{}</td>\n</tr>\n</table>",
    ]
)


@st.composite
def inline(draw: st.DrawFn) -> str:
    """Inline HTML: text and elements."""
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        wrapper = draw(WRAPPERS)
        parts += [wrapper.format("".join(draw(st.lists(PIECES, min_size=1, max_size=4)))), draw(BETWEEN)]
    return "".join(parts)


@st.composite
def section(draw: st.DrawFn) -> str:
    """The HTML of a section, as Markdown might make it."""
    blocks = draw(st.lists(BLOCKS, min_size=1, max_size=4))
    blocks = [block for number, block in enumerate(blocks) if " id=" not in block or block not in blocks[:number]]
    return "\n".join(block.format(*(draw(inline()) for _ in range(block.count("{}")))) for block in blocks)


# -- any notes ---------------------------------------------------------------------------------------------------------


@dataclass
class Drawn:
    """Sections, an edition of them, and for each note the ranges that it speaks of."""

    htmls: list[str]
    texts: list[SectionText] = field(repr=False)
    edition: Edition = field(repr=False)
    ranges: dict[str, set[Range]]


def targeted(kind: str, name: str, targets: tuple[Target, ...]) -> FactCheck | Gloss | Variant:
    match kind:
        case "gloss":
            return notes.gloss(name, targets=targets)
        case "variant":
            readings = (Reading(witness="J", text="<r>", **PLACE),)
            return notes.variant(name, "", target=targets[0], readings=readings)
    return notes.check(name, claim="c < d", summary="s & t", evidence=(notes.evidence("s"),), targets=targets)


@st.composite
def passages(draw: st.DrawFn, texts: list[SectionText]) -> tuple[Range, Target] | None:
    """A random range and a target that describes it; none where nothing tells it from another."""
    text = draw(st.sampled_from(texts))
    start = draw(st.integers(0, len(text.flat)))
    end = draw(st.integers(start, len(text.flat)))
    selector = describe(text, start, end)
    if selector is None:
        return None
    start += len(text.flat[start:end]) - len(text.flat[start:end].lstrip())
    return Range(text.slug, start, start + len(text.flat[start:end].strip())), notes.target(
        selector.exact, section=text.slug, prefix=selector.prefix, suffix=selector.suffix
    )


def is_latin(character: str) -> bool:
    return name_of(character, "").startswith(("LATIN", "DIGIT", "MATHEMATICAL"))


def mentions(term: str, texts: list[SectionText]) -> set[Range]:
    """Where a Latin term stands as a word of its own."""
    return {
        Range(text.slug, *found.span())
        for text in texts
        for found in re.finditer(term, text.flat)
        if not any(map(is_latin, text.flat[: found.start()][-1:] + text.flat[found.end() :][:1]))
    }


@st.composite
def editions(draw: st.DrawFn) -> Drawn:
    """Sections, and notes of every kind on random passages of them."""
    htmls = draw(st.lists(section(), min_size=1, max_size=2))
    texts = [read_section(f"s{number}", html) for number, html in enumerate(htmls)]
    ranges: dict[str, set[Range]] = {}
    made: dict[str, FactCheck | Gloss | Variant] = {}
    for number in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from(["check", "check", "gloss", "variant"]))
        found = [draw(passages(texts)) for _ in range(1 if kind == "variant" else draw(st.integers(1, 3)))]
        unique = {item[0]: item[1] for item in found if item}
        if unique:
            name = f"n{number}"
            made[name] = targeted(kind, name, tuple(unique.values()))
            ranges[name] = {*unique}
    bios = {}
    for term in draw(st.sets(st.sampled_from(["OpenAI", "GPT", "ChatGPT"]))):
        if places := mentions(term, texts):
            name = term.lower()
            bios[name] = notes.bio(name, term, name=term, kind="product", sources=("s",))
            ranges[name] = places
    translations = {
        text.slug: notes.translation(
            text.slug, *((text.words(leaf)[:2], "English <i> & so on") for leaf in text.leaves)
        )
        for text in texts
        if draw(st.booleans())
    }
    weighed = [draw(passages(texts)) for _ in range(draw(st.integers(0, 2)))]
    edition = edition_of(
        manifest=notes.manifest(),
        bios=dict(sorted(bios.items())),
        fact_checks={name: note for name, note in made.items() if isinstance(note, FactCheck)},
        glosses={name: note for name, note in made.items() if isinstance(note, Gloss)},
        variants={name: note for name, note in made.items() if isinstance(note, Variant)},
        translations=translations,
        claims=tuple(notes.claim(item[1].exact, reason="It is < an opinion.") for item in weighed if item),
    )
    return Drawn(htmls, texts, edition, ranges)
