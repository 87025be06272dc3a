"""Translations, and rows of words, to the headings and paragraphs that they stand under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.anchoring.proposals import differ_in_width, difference, in_article_form
from edition.anchoring.text import SectionText, normalise
from edition.model import EntryT, Interlinear, SectionEntries
from edition.problems import Problem, did_you_mean, short


def align(
    translations: Mapping[str, SectionEntries[EntryT]], texts: Sequence[SectionText], unread: tuple[str, ...] = ()
) -> tuple[dict[str, list[EntryT | None]], list[Problem]]:
    """Slug to the entry of each leaf, in order (None where there is none), and where the two have drifted.

    A section with a drifted translation, or with drifted rows of words, shows them as far as they are in step.
    `unread` are paths of the article of which no text is known.
    """
    problems: list[Problem] = []
    result: dict[str, list[EntryT | None]] = {}
    by_slug = {text.slug: text for text in texts}
    for slug, translation in translations.items():
        text = by_slug.get(slug)
        if text is None:
            remedy = did_you_mean(slug, by_slug) or f"The sections are {short(', '.join(by_slug), 1000)}."
            problems.append(Problem(translation.place, f"there is no section “{slug}”", remedy, rests_on=unread))
            continue
        if not text.text:
            continue  # whatever keeps it from being read is told there
        which = "its interlinear" if isinstance(translation, Interlinear) else "the translation"
        aligned: list[EntryT | None] = [None] * len(text.leaves)
        result[slug] = aligned
        for number, (leaf, entry) in enumerate(zip(text.leaves, translation.paragraphs, strict=False)):
            words = text.words(leaf)
            if not words.startswith(normalise(entry.begins)):  # of one that could not be read anything does
                message = (
                    f"entry {number + 1} is out of step: “{entry.begins}” does not begin the paragraph “{words[:20]}…”"
                )
                remedy = "Each heading, paragraph, list item and caption has one entry, in the text's order."
                alike = (item for item in in_article_form(entry.begins, [text]) if item.start == leaf.start)
                if own := next((text.flat[item.start : item.end] for item in alike), ""):
                    mend = "`edition check --fix` mends it" if differ_in_width(entry.begins, own) else f"write “{own}”"
                    remedy = f"{difference(entry.begins, own)}: {mend}."
                problems.append(Problem(entry.at("begins"), message, remedy, spoils=entry.place.file.path))
                break
            aligned[number] = entry
        else:
            surplus = len(translation.paragraphs) - len(text.leaves)
            if surplus > 0:
                entry = translation.paragraphs[len(text.leaves)]
                message = f"the section has {len(text.leaves)} headings and paragraphs; {which} has {surplus} more"
                path = entry.place.file.path
                problems.append(Problem(entry.place, message, "Delete what is too much.", spoils=path))
            elif surplus < 0:
                first = text.words(text.leaves[len(translation.paragraphs)])
                message = f"{-surplus} of the section's {len(text.leaves)} headings and paragraphs have no entry"
                place = translation.paragraphs[-1].place if translation.paragraphs else translation.place
                problems.append(Problem(place, message, f"Go on with “{first[:20]}…”.", spoils=place.file.path))
    return result, problems


def in_step(translation: SectionEntries[EntryT], text: SectionText) -> bool:
    """Whether each paragraph has its entry: as many of both, and each begins as its entry says."""
    return len(translation.paragraphs) == len(text.leaves) and all(
        text.words(leaf).startswith(normalise(entry.begins))
        for leaf, entry in zip(text.leaves, translation.paragraphs, strict=True)
    )
