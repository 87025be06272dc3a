"""What is missing in the edition as a whole: claims that stand nowhere, and coverage by section."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from edition.checking.reach import Share, reach_of
from edition.concordance import Concordance, Section
from edition.model import PLACEHOLDER, Bio, Claim, Variant
from edition.text import normalise

_SENTENCE_END = re.compile(r"[。!?!?…]+[」”’)]*|[。!?]|\n|$")
"""Parts at a half-width mark before Latin letters as well (呢?Anthropic), where `sentence_ends` reads on."""
_LATIN_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9.-]*[A-Za-z0-9]")


class Coverage(NamedTuple):
    """What of a section is covered, in the words of its own text."""

    section: str
    sentences: Share
    """Sentences whose paragraph has a translation."""
    names: Share
    """Names in Latin letters that stand in a bio's range or another note's term; only told in a Han text."""
    claims: Share
    """Claims of the working list with a check, out of those that no reason exempts."""
    words: Share
    """Rows of words whose gloss is written."""
    paragraphs: Share
    """Headings and paragraphs that their rows make up."""
    rendered: Share
    """Words of the translation that carry its sense, and are found from a word of the article."""


def coverage_columns(*, by_word: bool) -> dict[str, str]:
    """The columns of a table of coverage, by their titles; those of the words where there are rows of words."""
    of_words = {name: name for name in ("words", "paragraphs", "rendered")}
    return {"translated": "sentences", "named": "names", "checked": "claims"} | (of_words if by_word else {})


def coverage(concordance: Concordance) -> list[Coverage]:
    """The coverage of every section, in reading order."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in concordance.edition.claims:
        for slug in [claim.section] if claim.section else concordance.claims.get(normalise(claim.quote), ()):
            if not claim.reason:
                claims[slug].append(claim)
    return [_section_coverage(concordance, section, claims[section.slug]) for section in concordance.sections]


def without_source(concordance: Concordance) -> list[str]:
    """Ids of the notes that rest on no source: glosses and variants aside."""
    notes = concordance.notes.values()
    exempt = {*concordance.edition.glosses, *(note.id for note in notes if isinstance(note, Variant))}
    return [note.id for note in notes if note.id not in exempt and next(note.cited(), None) is None]


def _section_coverage(concordance: Concordance, section: Section, claims: Sequence[Claim]) -> Coverage:
    sentences = translated = 0
    for leaf, english in zip(section.text.leaves, section.english, strict=True):
        count = len([part for part in _SENTENCE_END.split(section.text.words(leaf)) if part.strip()])
        sentences += count
        translated += count if english and not english.startswith(PLACEHOLDER) else 0
    covered = bytearray(len(section.text.flat))
    for occurrence in section.occurrences:
        note = concordance.notes[occurrence.note]
        if isinstance(note, Bio) or occurrence.target is None:
            start, end = occurrence.range.start, occurrence.range.end
            covered[start:end] = b"\x01" * (end - start)
    is_han = concordance.edition.language.startswith(("zh", "ja", "yue"))
    names = list(_LATIN_NAME.finditer(section.text.flat)) if is_han else []
    unnamed = tuple(dict.fromkeys(found[0] for found in names if not covered[found.start()]))
    unchecked = tuple(claim.quote for claim in claims if claim.check not in concordance.edition.fact_checks)
    return Coverage(
        section.slug,
        Share(translated, sentences),
        Share(sum(bool(covered[found.start()]) for found in names), len(names), unnamed),
        Share(len(claims) - len(unchecked), len(claims), unchecked),
        *reach_of(section),
    )
