"""Whether pinyin marks its tones: in glosses, and in the readings of words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from edition.anchoring import in_step
from edition.concordance import Concordance
from edition.model import Gloss, Interlinear
from edition.problems import Place, Problem, short, within
from edition.text import count_characters, has_syllables, lacks_tones, numbered, proposed_tones, with_marks

_LINE, _MOST = 60, 5
"""So long is a line of pinyin that is told whole; of a longer one so many words are."""


class Spoken(NamedTuple):
    """A line of pinyin where it stands, with the words that it is of."""

    place: Place
    pinyin: str
    words: str


def check_tones(concordance: Concordance) -> Iterator[Problem]:
    """A problem for each line of pinyin that has digits for its tones."""
    for place, pinyin, words in (*_spoken(concordance), *_by_word(concordance)):
        found = numbered(pinyin, words)
        if found:
            pairs = [f"{word} as {with_marks(word)}" for word in dict.fromkeys(found)]
            if len(pinyin) <= _LINE:
                pairs = [f"“{with_marks(pinyin, words)}”"]
            more = ", …" if len(pairs) > _MOST else ""
            message = f"tones are written as marks, not as digits: “{short(pinyin)}”"
            remedy = f"Write {', '.join(pairs[:_MOST])}{more}; `edition check --fix` does that by itself."
            if not has_syllables(pinyin, words):
                remedy = "First give each character its syllable."
            yield Problem(within(place, found[0]), message, remedy)


def toneless(concordance: Concordance) -> Iterator[Problem]:
    """A warning for each line of pinyin in which no tone is marked; a paragraph's words are looked at together."""
    for place, pinyin, words in (*_spoken(concordance), *_by_paragraph(concordance)):
        if lacks_tones(pinyin, words):
            proposed = proposed_tones(pinyin, words)
            remedy = f"Perhaps “{short(proposed)}”; check it." if proposed else "Write the marks: mā, má, mǎ, mà."
            message = f"no tone is marked in “{short(pinyin)}”"
            yield Problem.warning(place, "pinyin without tones", message, remedy)


def uneven(concordance: Concordance) -> Iterator[Problem]:
    """A warning for each gloss whose pinyin has more or fewer syllables than its words have characters."""
    for place, pinyin, words in _spoken(concordance):
        if not (has_syllables(pinyin, words) or lacks_tones(pinyin, words) or numbered(pinyin, words)):
            message = f"“{short(pinyin)}” has not one syllable for each character of “{short(words)}”"
            yield Problem.warning(place, "pinyin unlike its words", message, "Write one for each, in their order.")


def _by_word(concordance: Concordance) -> Iterator[Spoken]:
    """The reading of each word of an article in Chinese, but for files that are out of step: that has been told."""
    edition = concordance.edition
    for interlinear in (
        (*edition.interlinear.values(), *edition.incomplete_of(Interlinear)) if edition.is_chinese else ()
    ):
        section = concordance.by_slug.get(interlinear.section)
        if section and in_step(interlinear, section.text):
            for entry in interlinear.paragraphs:
                yield from (Spoken(row.at("reading"), row.reading, row.form) for row in entry.words if row.reading)


def _by_paragraph(concordance: Concordance) -> Iterator[Spoken]:
    """The readings of each paragraph's words as one line."""
    for interlinear in concordance.edition.interlinear.values() if concordance.edition.is_chinese else ():
        for entry in interlinear.paragraphs:
            rows = [row for row in entry.words if row.reading]
            if rows:
                line, words = " ".join(row.reading for row in rows), "".join(row.form for row in rows)
                yield Spoken(rows[0].at("reading"), line, words)


def _spoken(concordance: Concordance) -> Iterator[Spoken]:
    """The pinyin of each gloss of an article in Chinese, with its words."""
    edition = concordance.edition
    for gloss in (*edition.glosses.values(), *edition.incomplete_of(Gloss)) if edition.is_chinese else ():
        if gloss.reading and count_characters(gloss.headword):
            yield Spoken(gloss.at("reading"), gloss.reading, gloss.headword)
