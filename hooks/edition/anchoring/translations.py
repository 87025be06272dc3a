"""Translations to the headings and paragraphs that they stand under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.anchoring.text import SectionText, normalise
from edition.model import Translation
from edition.problems import Problem, did_you_mean


def align(
    translations: Mapping[str, Translation], texts: Sequence[SectionText]
) -> tuple[dict[str, list[str]], list[Problem]]:
    """Slug to the English of each leaf, in order (empty where there is none), and where the two have drifted.

    A section with a drifted translation shows it as far as it is in step.
    """
    problems: list[Problem] = []
    result: dict[str, list[str]] = {}
    by_slug = {text.slug: text for text in texts}
    for slug, translation in translations.items():
        text = by_slug.get(slug)
        if text is None:
            remedy = did_you_mean(slug, by_slug) or f"The sections are {', '.join(by_slug)}."
            problems.append(Problem(translation.place, f"there is no section “{slug}”", remedy))
            continue
        result[slug] = english = [""] * len(text.leaves)
        for number, (leaf, entry) in enumerate(zip(text.leaves, translation.paragraphs, strict=False)):
            words = text.words(leaf)
            if not words.startswith(normalise(entry.begins)):
                message = (
                    f"entry {number + 1} is out of step: “{entry.begins}” does not begin the paragraph “{words[:20]}…”"
                )
                remedy = "Each heading, paragraph, list item and caption has one entry, in the text's order."
                problems.append(Problem(entry.at("begins"), message, remedy))
                break
            english[number] = entry.text
        else:
            surplus = len(translation.paragraphs) - len(text.leaves)
            if surplus > 0:
                entry = translation.paragraphs[len(text.leaves)]
                message = (
                    f"the section has {len(text.leaves)} headings and paragraphs; here stand {surplus} entries more"
                )
                problems.append(Problem(entry.place, message, "Delete what is too much."))
            elif surplus < 0:
                first = text.words(text.leaves[len(translation.paragraphs)])
                message = f"{-surplus} of the section's {len(text.leaves)} headings and paragraphs have no entry"
                place = translation.paragraphs[-1].place if translation.paragraphs else translation.place
                problems.append(Problem(place, message, f"Go on with “{first[:20]}…”."))
    return result, problems
