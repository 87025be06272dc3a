"""Translations, and rows of words, to the headings and paragraphs that they stand under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.model import EntryT, SectionEntries
from edition.text import SectionText, normalise


def align(
    by_section: Mapping[str, SectionEntries[EntryT]], texts: Sequence[SectionText]
) -> dict[str, list[EntryT | None]]:
    """Slug to the entry of each leaf, in order (None where there is none).

    A section with a drifted translation, or with drifted rows of words, shows them as far as they are in step.
    """
    result: dict[str, list[EntryT | None]] = {}
    for text in texts:
        entries = by_section.get(text.slug)
        if entries is None or not text.text:
            continue
        aligned = result[text.slug] = [None] * len(text.leaves)
        for number, (leaf, entry) in enumerate(zip(text.leaves, entries.paragraphs, strict=False)):
            if not text.words(leaf).startswith(normalise(entry.begins)):  # of one that could not be read anything does
                break
            aligned[number] = entry
    return result


def in_step(entries: SectionEntries[EntryT], text: SectionText) -> bool:
    """Whether each paragraph has its entry: as many of both, and each begins as its entry says."""
    return len(entries.paragraphs) == len(text.leaves) and all(
        text.words(leaf).startswith(normalise(entry.begins))
        for leaf, entry in zip(text.leaves, entries.paragraphs, strict=True)
    )
