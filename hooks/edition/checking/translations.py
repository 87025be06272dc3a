"""Whether each translation, and the rows of each section's words, are in step with the section."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from edition.anchoring import differ_in_width, difference, in_article_form, in_step, without_signs
from edition.checking.targets import no_section
from edition.concordance import Concordance
from edition.model import SectionEntries
from edition.problems import Problem
from edition.text import SectionText, normalise

_NEW_NAME = "Its entries begin as those of section “{0}” do: rename the file to {0}.yml."


def check_translations(concordance: Concordance) -> Iterator[Problem]:
    """A problem for each translation, or file of rows, that has drifted from its section; also of the incomplete."""
    files = chain(concordance.edition.by_section, concordance.edition.incomplete_of(SectionEntries))
    yield from of_entries(files, concordance.texts, concordance.unread)


def of_entries(
    files: Iterable[SectionEntries[Any]], texts: Sequence[SectionText], unread: tuple[str, ...]
) -> Iterator[Problem]:
    """The same of some of them. `unread` are paths of the article of which no text is known."""
    by_slug = {text.slug: text for text in texts}
    files = list(files)
    taken = {(type(entries), entries.section) for entries in files}
    for entries in files:
        slug = entries.section
        text = by_slug.get(slug)
        if text is None:
            problem = no_section(entries.place, slug, texts, unread)
            free = (text for text in texts if (type(entries), text.slug) not in taken)
            alike = [text.slug for text in free if in_step(entries, text)]
            yield replace(problem, remedy=_NEW_NAME.format(*alike)) if len(alike) == 1 else problem
        elif text.text:  # else whatever keeps it from being read is told there
            # The first is the article's folder, which is spoilt where the host shows other words than the files have.
            yield from (replace(problem, rests_on=unread[:1]) for problem in _of_section(entries, text))


def _of_section(entries: SectionEntries[Any], text: SectionText) -> Iterator[Problem]:
    for number, (leaf, entry) in enumerate(zip(text.leaves, entries.paragraphs, strict=False), 1):
        words = text.words(leaf)
        if not words.startswith(normalise(entry.begins)):  # of one that could not be read anything does
            message = f"entry {number} is out of step: “{entry.begins}” does not begin the paragraph “{words[:20]}…”"
            remedy = _into_step(entries, text, number)
            bare = without_signs(entry.begins)
            if bare and words.startswith(bare):
                remedy = (
                    f"Without the signs around them the words do: write begins: {json.dumps(bare, ensure_ascii=False)}"
                )
            alike = (item for item in in_article_form(entry.begins, [text]) if item.start == leaf.start)
            if own := next((text.flat[item.start : item.end] for item in alike), ""):
                mend = "`edition check --fix` mends it" if differ_in_width(entry.begins, own) else f"write “{own}”"
                remedy = f"{difference(entry.begins, own)}: {mend}."
            yield Problem(entry.at("begins"), message, remedy, spoils=entry.place.file.path)
            return
    surplus = len(entries.paragraphs) - len(text.leaves)
    if surplus > 0:
        entry = entries.paragraphs[len(text.leaves)]
        message = f"the section has {len(text.leaves)} headings and paragraphs; the {entries.noun()} has {surplus} more"
        yield Problem(entry.place, message, "Delete what is too much.", spoils=entry.place.file.path)
    elif surplus < 0:
        first = text.words(text.leaves[len(entries.paragraphs)])
        message = f"{-surplus} of the section's {len(text.leaves)} headings and paragraphs have no entry"
        place = entries.paragraphs[-1].place if entries.paragraphs else entries.place
        yield Problem(place, message, f"Go on with “{first[:20]}…”.", spoils=place.file.path)


def _into_step(entries: SectionEntries[Any], text: SectionText, number: int) -> str:
    """What brings the entry of a number, which is out of step, and those behind it into step with their paragraphs."""
    words, begins = text.words(text.leaves[number - 1]), normalise(entries.paragraphs[number - 1].begins)
    behind = ((at, normalise(entry.begins)) for at, entry in enumerate(entries.paragraphs[number:], number + 1))
    if later := next((at for at, other in behind if other and words.startswith(other)), 0):
        return f"Entry {later} does: move or delete what stands before it."
    if any(text.words(leaf).startswith(begins) for leaf in text.leaves[number:]):
        return f"It begins a later one: put an entry before it that begins “{words[:12]}”."
    return "Each heading, paragraph, list item and caption has one entry, in the text's order."
