"""Translations to the headings and paragraphs that they stand under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.model import TranslatedParagraph, Translation
from edition.text import SectionText, normalise


def align(
    translations: Mapping[str, Translation], texts: Sequence[SectionText]
) -> dict[str, list[TranslatedParagraph | None]]:
    """Slug to the translation of each leaf, in order (None where there is none).

    A section with a drifted translation shows it as far as it is in step.
    """
    result: dict[str, list[TranslatedParagraph | None]] = {}
    for text in texts:
        translation = translations.get(text.slug)
        if translation is None or not text.text:
            continue
        aligned = result[text.slug] = [None] * len(text.leaves)
        for number, (leaf, entry) in enumerate(zip(text.leaves, translation.paragraphs, strict=False)):
            if not text.words(leaf).startswith(normalise(entry.begins)):  # of one that could not be read anything does
                break
            aligned[number] = entry
    return result


def in_step(translation: Translation, text: SectionText) -> bool:
    """Whether each paragraph has its entry: as many of both, and each begins as its entry says."""
    return len(translation.paragraphs) == len(text.leaves) and all(
        text.words(leaf).startswith(normalise(entry.begins))
        for leaf, entry in zip(text.leaves, translation.paragraphs, strict=True)
    )
