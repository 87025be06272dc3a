"""Whether each translation is in step with its section, and its pinyin with the characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from edition.anchoring import differ_in_width, difference, in_article_form
from edition.concordance import Concordance
from edition.model import TranslatedParagraph, Translation
from edition.problems import Problem, did_you_mean, short
from edition.text import SectionText, count_characters, normalise, readings


def check_translations(concordance: Concordance) -> Iterator[Problem]:
    """A problem for each translation that has drifted from its section, those too that are incomplete."""
    edition = concordance.edition
    yield from of_translations(edition.translations, concordance.texts, concordance.unread)
    incomplete = {item.section: item for item in edition.incomplete if isinstance(item, Translation)}
    yield from of_translations(incomplete, concordance.texts, concordance.unread)


def of_translations(
    translations: Mapping[str, Translation], texts: Sequence[SectionText], unread: tuple[str, ...] = ()
) -> Iterator[Problem]:
    """The same of some of them, by section. `unread` are paths of the article of which no text is known."""
    by_slug = {text.slug: text for text in texts}
    for slug, translation in translations.items():
        text = by_slug.get(slug)
        if text is None:
            remedy = did_you_mean(slug, by_slug) or f"The sections are {short(', '.join(by_slug), 1000)}."
            yield Problem(translation.place, f"there is no section “{slug}”", remedy, rests_on=unread)
        elif text.text:  # else whatever keeps it from being read is told there
            yield from _of_section(translation, text)


def _of_section(translation: Translation, text: SectionText) -> Iterator[Problem]:
    for number, (leaf, entry) in enumerate(zip(text.leaves, translation.paragraphs, strict=False), 1):
        words = text.words(leaf)
        if not words.startswith(normalise(entry.begins)):  # of one that could not be read anything does
            message = f"entry {number} is out of step: “{entry.begins}” does not begin the paragraph “{words[:20]}…”"
            remedy = "Each heading, paragraph, list item and caption has one entry, in the text's order."
            alike = (item for item in in_article_form(entry.begins, [text]) if item.start == leaf.start)
            if own := next((text.flat[item.start : item.end] for item in alike), ""):
                mend = "`edition check --fix` mends it" if differ_in_width(entry.begins, own) else f"write “{own}”"
                remedy = f"{difference(entry.begins, own)}: {mend}."
            yield Problem(entry.at("begins"), message, remedy, spoils=entry.place.file.path)
            return
        if entry.pinyin:
            yield from _of_pinyin(entry, words)
    surplus = len(translation.paragraphs) - len(text.leaves)
    if surplus > 0:
        entry = translation.paragraphs[len(text.leaves)]
        message = f"the section has {len(text.leaves)} headings and paragraphs; the translation has {surplus} more"
        yield Problem(entry.place, message, "Delete what is too much.", spoils=entry.place.file.path)
    elif surplus < 0:
        first = text.words(text.leaves[len(translation.paragraphs)])
        message = f"{-surplus} of the section's {len(text.leaves)} headings and paragraphs have no entry"
        place = translation.paragraphs[-1].place if translation.paragraphs else translation.place
        yield Problem(place, message, f"Go on with “{first[:20]}…”.", spoils=place.file.path)


def _of_pinyin(entry: TranslatedParagraph, words: str) -> Iterator[Problem]:
    found, wanted = len(readings(words, entry.pinyin)), count_characters(words)
    if found != wanted:
        message = f"the pinyin has {found} syllables for the {wanted} characters of “{words[:20]}…”"
        remedy = "Write one for each character; an apostrophe parts what runs together."
        yield Problem(entry.at("pinyin"), message, remedy)
