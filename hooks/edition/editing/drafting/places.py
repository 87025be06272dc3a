"""Where the words stand that a note is to speak of, or why none can."""

from __future__ import annotations

from collections.abc import Sequence

from edition.anchoring import Range, Selector, describe, match, nearest, text_of
from edition.checking import only_within, section_meant
from edition.editing.drafting.drafts import Plain
from edition.editing.drafting.request import RefusalError, Request
from edition.problems import short
from edition.text import SectionText, normalise


def target_of(request: Request, texts: Sequence[SectionText]) -> dict[str, str]:
    """The one place of the quote, with as much around it as tells it from others in its section."""
    within = sections_named(request.section, texts)
    ranges = match(Selector(request.quote), within)
    if not ranges:
        raise RefusalError(absent(request.quote, within))
    if request.nth is None and len(ranges) > 1:
        raise RefusalError("\n".join([f"The quote stands {len(ranges)} times; choose one:", *_choices(ranges, within)]))
    number = 1 if request.nth is None else request.nth
    if not 1 <= number <= len(ranges):
        wanted = f"{len(ranges)} times; --nth is one of 1 to {len(ranges)}" if len(ranges) > 1 else "once; --nth is 1"
        raise RefusalError(f"The quote stands {wanted}.")
    chosen = ranges[number - 1]
    selector = describe(text_of(chosen, texts), chosen.start, chosen.end)
    if selector is None:
        raise RefusalError("Nothing around the quote tells it from its like. Quote more of the passage.")
    target: dict[str, str] = {"section": Plain(chosen.section)}
    return target | {key: value for key, value in selector._asdict().items() if value}


def whole_words(terms: list[str], texts: Sequence[SectionText]) -> list[str]:
    """The terms; refused where one is none, or the article has it only within longer words."""
    for term in terms:
        if not any(map(str.isalnum, term)):
            raise RefusalError(f"“{term}” is a sign, which is found everywhere. Take it with the words beside it.")
        if remedy := only_within(term, texts):
            raise RefusalError(f"“{short(term)}” is no word of the article. {remedy}")
    return terms


def absent(quote: str, texts: Sequence[SectionText]) -> str:
    """That a quote does not stand in the article, and what is nearest to it there."""
    said = f"“{short(normalise(quote), 200)}” does not stand in the article."
    near = nearest(quote, texts)
    told = [f"  {passage}" for passage in near]
    return "\n".join([said, "Nearest:", *told] if told else [said])


def sections_named(slug: str | None, texts: Sequence[SectionText]) -> list[SectionText]:
    """The section of the name, or all where none is named; refused where there is no such."""
    within = [text for text in texts if slug in (None, text.slug)]
    if not within:
        meant = section_meant(slug or "", [text.slug for text in texts])
        raise RefusalError(f"There is no section “{slug or ''}”. {meant}")
    return within


def _choices(ranges: Sequence[Range], texts: Sequence[SectionText]) -> list[str]:
    return [
        f"  --nth {number}  section {item.section}: "
        f"…{text_of(item, texts).flat[max(0, item.start - 12) : item.end + 12].strip()}…"
        for number, item in enumerate(ranges[:9], 1)
    ]
