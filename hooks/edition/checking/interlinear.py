"""The rows of words: whether they make up their paragraphs, are read, and are rendered by words that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from edition.anchoring import (
    Part,
    align,
    longer_word,
    place_rows,
    rendering_parts,
    stretches,
)
from edition.concordance import Concordance, Section
from edition.model import NOT_FOUND, Interlinear, InterlinearParagraph, Translation, Word
from edition.problems import MANY, Problem, all_of, did_you_mean, short
from edition.text import as_word, count_characters, next_place, normalise, readings

_LIKE = 50
"""From this score (0 to 100) on a form is what stands at its place, miswritten."""
_MISSED = 20
"""Of so many characters a row may have been forgotten; of more the rows are out of step."""


class Paragraph(NamedTuple):
    """A paragraph with its rows: its words, its English (empty where there is none), where the English stands."""

    words: str
    english: str
    rows: InterlinearParagraph
    translation: str


def check_interlinear(concordance: Concordance) -> Iterator[Problem]:
    """A problem for the first row of a paragraph that is out of step, for each reading and each rendering."""
    hidden = {item.section: item for item in concordance.edition.incomplete_of(Interlinear)}
    aligned = align({**concordance.edition.interlinear, **hidden}, concordance.texts)
    latin, is_chinese = concordance.latin, concordance.edition.is_chinese
    for section in concordance.sections:
        entries = aligned.get(section.slug, ())
        check = partial(_section, section, entries, latin=latin, is_chinese=is_chinese)
        yield from concordance.memory.made(("rows", section.slug), (section, entries, latin, is_chinese), check)


def _section(
    section: Section, entries: Sequence[InterlinearParagraph | None], *, latin: bool, is_chinese: bool
) -> Sequence[Problem]:
    found: list[Problem] = []
    for paragraph in _paragraphs(section, entries):
        # Rows with the mark that their paragraph has changed are told by the mark; with none it waits to be begun.
        if paragraph.rows.words and "words" not in paragraph.rows.unread and not paragraph.rows.is_fuzzy:
            found += _out_of_step(paragraph, latin=latin)
        for row in paragraph.rows.words:
            found += _misread(row, is_chinese=is_chinese)
        found += _not_rendered(paragraph)
    return found


def _paragraphs(section: Section, entries: Sequence[InterlinearParagraph | None]) -> Iterator[Paragraph]:
    for leaf, english, entry in zip(section.text.leaves, section.english, entries, strict=False):
        if entry:
            folder = entry.place.file.path.partition("/")[0]
            path = f"{folder}/{Translation.folder}/{section.slug}.yml"
            yield Paragraph(section.text.words(leaf), english, entry, path)


# -- the words ---------------------------------------------------------------------------------------------------------


def _out_of_step(paragraph: Paragraph, *, latin: bool) -> Iterator[Problem]:
    """Each row that does not go on where the one before it ends, as far as one can tell what is meant; and the rest."""
    rows, rest, last = paragraph.rows.words, paragraph.words, paragraph.rows.place
    while True:
        placed_rows = place_rows(rest, rows, latin=latin)
        number = len(placed_rows.spans)
        last = rows[number - 1].place if number else last
        if number == len(rows):
            if placed_rows.rest:
                message = f"the rows end before “{short(placed_rows.rest, 20)}”, which has none"
                yield Problem(last, message, "Write a row for each word to the end of the paragraph.")
            return
        rows, rest = rows[number:], placed_rows.rest or rest[placed_rows.spans[-1][1] if placed_rows.spans else 0 :]
        slip = _slip(rows, rest, is_over=not placed_rows.rest)
        yield Problem(rows[0].at("form"), slip.message, slip.remedy)
        if not (slip.characters or slip.rows):
            return
        rest, rows = rest[slip.characters :], rows[slip.rows :]


class _Slip(NamedTuple):
    """What is wrong with a row, and after how many characters and rows the two are in step again (0: nobody knows)."""

    message: str
    remedy: str
    characters: int = 0
    rows: int = 0


def _slip(rows: Sequence[Word], rest: str, *, is_over: bool) -> _Slip:
    """What is wrong with the first of the rows, which does not stand where the rest of the paragraph begins."""
    from rapidfuzz import fuzz  # here, since only rows that are wrong wait for it

    form, later = normalise(rows[0].form), [normalise(row.form) for row in rows[1:]]
    behind = next_place(rest, form)
    following = next_place(rest, later[0]) if later else len(rest)
    own = _trimmed(rest[:following]) if following > 0 else ""
    here = f"“{short(form)}” does not go on where the row before it ends: here stands “{short(rest, 12)}”"
    if is_over and behind < 0:
        message = f"“{short(form)}” no longer stands in the paragraph, whose words have their rows"
        return _Slip(message, _DELETE, 0, 1)
    if 0 < behind <= _MISSED and not 0 <= following <= behind:
        missed = _trimmed(rest[:behind])
        if any(missed.startswith(other) for other in later[:_MISSED]):
            return _Slip(here, _IN_ORDER)
        return _Slip(f"“{missed}” has no row", f"Write a row for it before that of “{short(form)}”.", behind, 0)
    if own and len(own) <= len(form) + _MISSED and (len(own) == len(form) or fuzz.ratio(form, own) >= _LIKE):
        return _Slip(here, f"Write “{own}”.", following, 1)
    return _Slip(here, _DELETE, 0, 1) if following == 0 else _Slip(here, _IN_ORDER)


_DELETE, _IN_ORDER = "Delete the row.", "Each word of the paragraph has one row, in the text's order."


def _trimmed(words: str) -> str:
    """Without the signs and spaces at both ends, which belong to no word."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", words)


# -- how they are read -------------------------------------------------------------------------------------------------


def _misread(row: Word, *, is_chinese: bool) -> Iterator[Problem]:
    if "reading" in row.unread or not row.form or row.reading == NOT_FOUND:
        return
    if not row.reading:
        if count_characters(row.form):
            write = "Write how it is read here."
            yield Problem(row.at("reading"), f"“{short(row.form)}” has no reading", _proposed(row, is_chinese) or write)
        return
    if not is_chinese:
        return
    found, wanted = len(readings(row.form, row.reading)), count_characters(row.form)
    if wanted == 0:
        message = f"“{short(row.form)}” has no Chinese character, and the reading “{short(row.reading)}”"
        yield Problem(row.at("reading"), message, 'Write "" in its place.')
    elif found != wanted:
        syllables = "1 syllable" if found == 1 else f"{found} syllables"
        characters = "1 character" if wanted == 1 else f"{wanted} characters"
        message = f"“{short(row.reading)}” has {syllables} for the {characters} of “{short(row.form)}”"
        remedy = _proposed(row, is_chinese) or "Write one for each character."
        yield Problem(row.at("reading"), message, f"{remedy} An apostrophe parts what runs together.")


def _proposed(row: Word, is_chinese: bool) -> str:
    """How a dictionary reads a word, in a sentence; empty where it does not know it."""
    if not is_chinese:
        return ""
    from pypinyin import Style, lazy_pinyin  # large, and seldom needed

    syllables = lazy_pinyin(row.form, style=Style.TONE, errors="ignore")
    return f"Perhaps “{as_word(syllables)}”; look it up." if len(syllables) == count_characters(row.form) else ""


# -- what renders them -------------------------------------------------------------------------------------------------


def _not_rendered(paragraph: Paragraph) -> Iterator[Problem]:
    """A problem for each part of a rendering that is not in the translation, or stands there more than once."""
    english = normalise(paragraph.english)
    rests_on = () if english else (paragraph.translation,)
    proposed = 0
    for row in paragraph.rows.words:
        place = row.at("rendering")
        if row.rendering and not english:
            message = f"the paragraph has no translation in which “{short(row.rendering)}” could stand"
            yield Problem(place, message, "Translate it first, or leave it out.", rests_on=rests_on)
            return  # once for all of its rows
        for part in rendering_parts(normalise(row.rendering), english) if row.rendering else ():
            if part.place is None:
                yield Problem(place, *_not_one(part, english if proposed < MANY else ""))
                proposed += 1


def _not_one(part: Part, english: str) -> tuple[str, str]:
    """Message and remedy for words that have no one place in the translation, which is left out after many such."""
    words, often = short(part.words), len(part.places)
    if often > 1:
        choices = [f"“{words}#{number}” (…{_around(english, place)}…)" for number, place in enumerate(part.places, 1)]
        message = f"“{words}” stands {often} times in the translation of the paragraph"
        if part.number:
            message += f", and there is no {part.number}"
        return message, f"Say which: {all_of(choices[:9])}."
    if often:
        return f"“{words}” stands once in the translation of the paragraph", f"Write it without a number: “{words}”."
    longer = longer_word(part.words, english)
    if not english:
        remedy = "Copy words from it, or leave it out."
    elif longer and longer != part.words:
        remedy = f"It stands there only within longer words: “{short(longer)}”. Take these whole, or leave it out."
    else:
        remedy = did_you_mean(part.words, stretches(english, len(part.words.split()))) or (
            f"Copy words from it, or leave it out: “{short(english, 200)}”"
        )
    return f"“{words}” is not in the translation of the paragraph", remedy


def _around(english: str, place: tuple[int, int]) -> str:
    return english[max(0, place[0] - 12) : place[1] + 12].strip()
