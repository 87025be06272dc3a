"""Whether pinyin marks its tones: in glosses, and in what is read over the paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from edition.anchoring import in_step
from edition.concordance import Concordance
from edition.model import Gloss, TranslatedParagraph
from edition.problems import Problem, short, within
from edition.text import count_characters, has_syllables, lacks_tones, numbered, proposed_tones, with_marks

_LINE, _MOST = 60, 5
"""So long is a line of pinyin that is told whole; of a longer one so many words are."""


def check_tones(concordance: Concordance) -> Iterator[Problem]:
    """A problem for each line of pinyin that has digits for its tones."""
    for record, words in _spoken(concordance):
        found = numbered(record.pinyin, words)
        if found:
            pairs = [f"{word} as {with_marks(word)}" for word in dict.fromkeys(found)]
            if len(record.pinyin) <= _LINE:
                pairs = [f"“{with_marks(record.pinyin, words)}”"]
            more = ", …" if len(pairs) > _MOST else ""
            message = f"tones are written as marks, not as digits: “{short(record.pinyin)}”"
            remedy = f"Write {', '.join(pairs[:_MOST])}{more}; `edition check --fix` does that by itself."
            if not has_syllables(record.pinyin, words):
                remedy = "First give each character its syllable."
            yield Problem(within(record.at("pinyin"), found[0]), message, remedy)


def toneless(concordance: Concordance) -> Iterator[Problem]:
    """A warning for each line of pinyin in which no tone is marked."""
    for record, words in _spoken(concordance):
        if lacks_tones(record.pinyin, words):
            proposed = proposed_tones(record.pinyin, words)
            remedy = f"Perhaps “{short(proposed)}”; check it." if proposed else "Write the marks: mā, má, mǎ, mà."
            message = f"no tone is marked in “{short(record.pinyin)}”"
            yield Problem(record.at("pinyin"), message, remedy, "warning", "pinyin without tones")


def _spoken(concordance: Concordance) -> Iterator[tuple[Gloss | TranslatedParagraph, str]]:
    """What has pinyin in an edition of a Chinese text, with the words that it is of.

    In a translation that is out of step nobody knows them; that it is has been told.
    """
    edition = concordance.edition
    if edition.manifest and not edition.manifest.language.startswith("zh"):
        return
    hidden = (record for record in edition.incomplete if isinstance(record, Gloss))
    for gloss in (*edition.glosses.values(), *hidden):
        if gloss.pinyin and count_characters(gloss.headword):
            yield gloss, gloss.headword
    for section in concordance.sections:
        translation = edition.translations.get(section.slug)
        if translation is None or not in_step(translation, section.text):
            continue
        for entry, leaf in zip(translation.paragraphs, section.text.leaves, strict=True):
            words = section.text.words(leaf)
            if entry.pinyin and count_characters(words):
                yield entry, words
