"""Notes that show nowhere: their terms are not in the article, or the longer terms of other notes take their places."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from edition.anchoring import Effort, Occurrence, Range, Selector, describe, match, proposal, text_of, words_of
from edition.checking.targets import of_translation
from edition.concordance import Concordance
from edition.model import Gloss, Note
from edition.problems import Problem, all_of, short
from edition.text import SectionText, is_whole, normalise, word_around

_MOST = 1_000
"""So many places of a note that are taken are looked at; nobody would read of more."""


class _Taken(NamedTuple):
    """A place of a note's term, and the note and the range that have it."""

    term: str
    range: Range
    taker: Note
    by: Range


def check_terms(concordance: Concordance) -> Iterator[Problem]:
    """A problem for each note that goes by terms and would show nowhere, and one at each note that takes its places."""
    if not concordance.nested:
        yield from of_terms(concordance.notes.values(), concordance.occurrences, concordance)


def of_terms(notes: Iterable[Note], occurrences: Sequence[Occurrence], concordance: Concordance) -> Iterator[Problem]:
    """The same of the notes with these occurrences, which are in the order of the text."""
    effort, texts = Effort(), concordance.texts
    speaking = {occurrence.note for occurrence in occurrences}
    known = {note.id: note for note in notes}
    silent = [note for note in known.values() if note.id not in speaking and note.all_terms and not note.all_targets]
    if not silent:
        return
    shown: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        if occurrence.target is None:
            shown[occurrence.range.section].append(occurrence)
    for note in silent:
        taken = list(islice(_taken(note, shown, known, texts), _MOST)) if effort.allows(texts) else []
        if taken:
            yield from _hidden(note, taken, texts)
        elif any(note.all_terms):
            yield _absent(note, concordance, effort)


def check_exceptions(concordance: Concordance) -> Iterator[Problem]:
    """A problem for words that are excepted and stand nowhere, or hold no term of the note."""
    effort = Effort()
    for note in concordance.notes.values():
        terms = [normalise(term) for term in note.all_terms]
        for number, words in enumerate(note.all_excepted):
            place, plain = note.at(f"except_.{number}"), normalise(words)
            if not any(term in plain for term in terms):
                message = f"“{short(words)}” holds no term of the note, and excepts nothing"
                yield Problem(place, message, "Take the term with the words around it, as they stand in the article.")
            elif not match(Selector(words), concordance.texts):
                remedy = proposal(words, "", concordance.texts, effort, fixes=False)
                message = f"“{short(words)}” stands nowhere in the article"
                yield Problem(place, message, remedy, rests_on=concordance.unread)


def _taken(
    note: Note, shown: Mapping[str, Sequence[Occurrence]], known: Mapping[str, Note], texts: Sequence[SectionText]
) -> Iterator[_Taken]:
    """Every place where a term of the note stands and another note's longer one is chosen."""
    by_slug = {text.slug: text for text in texts}
    for term in note.all_terms:
        for place in match(Selector(term), texts):
            if not is_whole(by_slug[place.section].flat, place.start, place.end):
                continue
            # Terms do not overlap, so that the first one that ends behind the place's beginning is the only one.
            index = bisect_left(shown[place.section], place.start + 1, key=lambda item: item.range.end)
            for other in shown[place.section][index : index + 1]:
                if other.range.start < place.end:
                    yield _Taken(term, place, known[other.note], other.range)


def _hidden(note: Note, taken: Sequence[_Taken], texts: Sequence[SectionText]) -> Iterator[Problem]:
    """One problem at the note, one at each that takes its words: whichever of the two is new, its writer is told."""
    takers = {item.taker.id: item for item in reversed(taken)}
    words = {name: words_of(item.by, texts) for name, item in takers.items()}
    path = note.place.file.path
    named = [
        f"“{short(words[name])}” of the {item.taker.noun()} “{name}” ({item.taker.place.file.path})"
        for name, item in takers.items()
    ]
    lost = all_of([f"“{short(term)}”" for term in dict.fromkeys(item.term for item in taken)])
    are_longer = all(len(words[item.taker.id]) > len(item.term) for item in taken)
    longer = "the longer " if are_longer else ""  # of two as long as each other that overlap, the first is chosen
    message = f"the note shows nowhere: each place of {lost} is taken by {longer}{all_of(named)}"
    yield Problem(note.at("terms"), message, _ways_out(note, taken, texts))
    for name, item in takers.items():
        own = [normalise(term) for term in item.taker.all_terms]
        at = item.taker.at(f"terms.{own.index(words[name])}")
        message = (
            f"“{short(words[name])}” takes each place of “{short(item.term)}” from the {note.noun()} “{note.id}” "
            f"({path}), which then shows nowhere"
        )
        yield Problem(at, message, _ways_out(note, [one for one in taken if one.taker.id == name], texts))


def _ways_out(note: Note, taken: Sequence[_Taken], texts: Sequence[SectionText]) -> str:
    """What mends it: a target takes no words from other notes, and is not taken away by them."""
    taker = taken[0].taker
    ways = []
    if isinstance(taker, Gloss):
        ways.append((taker, list(dict.fromkeys(item.by for item in taken if item.taker is taker))))
    if isinstance(note, Gloss):
        ways.append((note, [item.range for item in taken]))
    if not ways:
        return "If both name the same, make one note of them; else give the shorter one a term that stands elsewhere."
    which, write = ("one of the two", "Write either") if len(ways) > 1 else ("it", "Write")
    lines = [f"Give {which} a target in place of that term, and both show. {write}"]
    lines += [f"  in {owner.place.file.path}: {_targets(ranges, texts)}" for owner, ranges in ways]
    return "\n".join(lines)


def _targets(ranges: Sequence[Range], texts: Sequence[SectionText]) -> str:
    """The line of YAML that names the places."""
    written = []
    for place in ranges[:2]:
        selector = describe(text_of(place, texts), place.start, place.end)
        if selector:
            fields = ", ".join(
                f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in selector._asdict().items() if value
            )
            written.append(f"{{section: {place.section}, {fields}}}")
    more = ", …" if len(ranges) > len(written) else ""
    return f"target: {written[0]}" if len(ranges) == 1 and written else f"targets: [{', '.join(written)}{more}]"


def _absent(note: Note, concordance: Concordance, effort: Effort) -> Problem:
    """The problem of a note of whose terms none stands in the article as a word."""
    term, texts, unread = next(filter(None, note.all_terms)), concordance.texts, concordance.unread
    if note.all_excepted and _words_with(term, texts) == normalise(term):
        message = "the note shows nowhere: what it excepts holds each place of its term"
        return Problem(note.at("except_"), message, "Except only the places where it is another word.", rests_on=unread)
    found = "none of its terms stands" if len(note.all_terms) > 1 else "its term does not stand"
    message = f"the note shows nowhere: {found} in the article as a word of its own"
    remedy = only_within(term, texts) or of_translation(term, concordance, effort)
    remedy = remedy or proposal(term, "", texts, effort, fixes=False)
    return Problem(note.at("terms"), message, remedy, rests_on=unread)


def only_within(term: str, texts: Sequence[SectionText]) -> str:
    """What mends a term that the article has only within longer words; empty where it has it otherwise, or not."""
    word = _words_with(term, texts)
    if word in ("", normalise(term)):
        return ""
    return f"It stands there only within a longer word: “{short(word)}”. Take the whole word."


def _words_with(term: str, texts: Sequence[SectionText]) -> str:
    """The term where it stands as a word of its own; else the first longer word with it; empty where none has it."""
    found = [word_around(text_of(item, texts).flat, *item[1:]) for item in match(Selector(term), texts)]
    return min(found, key=lambda word: word != normalise(term), default="")
