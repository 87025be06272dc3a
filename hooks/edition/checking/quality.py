"""What is legal but poor. A warning stops nothing; `edition check` tells of it, the site does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from itertools import chain
from pathlib import Path

from edition.anchoring import Range
from edition.concordance import Concordance
from edition.model import NO_DATE, NOT_FOUND, PLACEHOLDER, Bio, FactCheck, Record, values_in
from edition.problems import Place, Problem, columns, short, within
from edition.reading import decode, folder_of_pages
from edition.reading.settings import configuration_of
from edition.text import normalise

LINE = 45
"""So many letters go into a line of the margin at rest (296 px of the interface's type, at the widths of Arial)."""

_WAS = 200
"""So much is told of the words that were."""

DISPUTED = ("misleading", "inaccurate")
_MARKED = re.compile(r"[“”„「『][^“”„‟「」『』]+[“”‟」』\"]")
_MARKUP = re.compile(
    r"\*\*(?=\S)[^*]+(?<=\S)\*\*|\[[^\]]+\]\((?:https?|note):[^)]*\)"
    r"|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:amp|lt|gt|quot|nbsp|#\d+|#x[0-9a-f]+);",
    re.I,
)
_BLOCK = re.compile(
    r"^(?:#{1,6} .+|\|.+\||> .+|(?:[*_-] ?){3,}|\[[^\]\n]+\]:[ \t]*\S.*)$"
    r"|\[\^\w+\]|~~(?=\S)[^~]+~~|==(?=\S)[^=\n]+(?<=\S)==",
    re.M,
)
"""What Markdown knows elsewhere, and the Markdown of notes does not."""
_BEARS = {"accurate": "supports", "mostly-accurate": "supports", "inaccurate": "contradicts"}
_HASH = re.compile(r"[ \t]+#[^\s#].*")
_UNWRITTEN = (PLACEHOLDER, NOT_FOUND, NO_DATE)
_TO_WRITE = "text still to be written"


def disputed_verdicts(concordance: Concordance) -> Iterator[Problem]:
    """Disputed verdicts that rest on one source."""
    for check in concordance.edition.fact_checks.values():
        telling = {item.source for item in check.evidence if item.stance != "context"}
        if not check.is_withdrawn and check.rating in DISPUTED and check.evidence and len(telling) < 2:
            rests = f"rests on {'one source' if telling else 'no source'} that supports or contradicts the claim"
            remedy = "Name a second one that is independent of the first; one that only gives context does not count."
            yield Problem.warning(
                check.at("evidence"), "disputed verdict without two sources", f"“{check.rating}” {rests}", remedy
            )


def unborne_verdicts(concordance: Concordance) -> Iterator[Problem]:
    """Verdicts of which no piece of evidence says what they say."""
    for check in concordance.edition.fact_checks.values():
        wanted = _BEARS.get(check.rating)
        if wanted and check.evidence and not check.is_withdrawn and wanted not in {i.stance for i in check.evidence}:
            message = f"nothing under “evidence” {wanted} the claim, which is “{check.rating}”"
            remedy = "Name a source that does, mend its stance, or choose another rating."
            yield Problem.warning(check.at("evidence"), "verdict without its evidence", message, remedy)


def repeated_places(concordance: Concordance) -> Iterator[Problem]:
    """Targets of a note at the very words of another: they would be marked twice."""
    for name, places in concordance.places.items():
        seen: set[Range] = set()
        for place in places:
            if place.target is None:
                continue
            if place.range in seen:
                target = concordance.notes[name].all_targets[place.target]
                message, remedy = "another target of the note is these very words", "Delete one of the two."
                yield Problem.warning(target.at("exact"), "words marked twice", message, remedy)
            seen.add(place.range)


def old_checks(concordance: Concordance, today: date) -> Iterator[Problem]:
    """Checks that nobody looked at for a year."""
    for check in concordance.edition.fact_checks.values():
        if not check.is_withdrawn and check.checked < f"{today.year - 1:04}{today.isoformat()[4:]}":
            remedy = "Look at its sources again, mend what has changed, and write the day of your check."
            message = f"nobody has looked at this check since {check.checked}, more than a year"
            yield Problem.warning(check.at("checked"), "check older than a year", message, remedy)


def changed_words(concordance: Concordance) -> Iterator[Problem]:
    """What leans on words that have changed since somebody looked; and marks of which that is over."""
    for record in concordance.edition.fuzzy:
        place, was = record.at("fuzzy"), short(record.fuzzy.was if record.fuzzy else "", _WAS)
        if not record.is_fuzzy:
            message = "somebody has looked since the words changed: “checked” is later than “fuzzy” says"
            yield Problem.warning(
                place, "mark left over", message, "Delete “fuzzy”; `edition check --fix` does that by itself."
            )
            continue
        done = "checked" if isinstance(record, FactCheck) else "written"
        remedy = "Look at it again, mend what no longer holds, and delete “fuzzy”."
        if isinstance(record, FactCheck):
            remedy = (
                "Look at it again, mend what no longer holds, and write the day of your check under “checked”; "
                "if it is that day still, delete “fuzzy”."
            )
        yield Problem.warning(
            place, "words changed since", f"the words have changed since this was {done}; they were “{was}”", remedy
        )


def shared_terms(concordance: Concordance) -> Iterator[Problem]:
    """Notes that stand at the very same words."""
    owners: dict[str, str] = {}
    for note in concordance.edition.notes:
        for number, term in enumerate(note.all_terms):
            owner = owners.setdefault(normalise(term), note.id)
            if owner != note.id:
                path = concordance.notes[owner].place.file.path
                message = f"“{short(term)}” is a term of {path} as well"
                remedy = "Both notes show at each of its places. Keep it in one, or take a longer term for the other."
                yield Problem.warning(note.at(f"terms.{number}"), "term of two notes", message, remedy)


def long_summaries(concordance: Concordance) -> Iterator[Problem]:
    """Summaries that take more lines of the margin than there are for them."""
    for bio in concordance.edition.bios.values():
        rest = " ".join(filter(None, (bio.name, bio.name_original)))
        yield from _too_long(bio, f"{rest} {bio.summary}", "the name", "body")
    for check in concordance.edition.fact_checks.values():
        yield from _too_long(check, f"? {check.rating}. {check.summary}", "the verdict", "explanation")


def _too_long(note: Bio | FactCheck, shown: str, with_what: str, elsewhere: str) -> Iterator[Problem]:
    lines = note.lines
    length = sum(map(columns, shown))
    if length > lines * LINE:
        message = f"the margin has {lines} lines for it, some {lines * LINE} letters; with {with_what} it has {length}"
        remedy = f"Say it in {length - lines * LINE} fewer; what can wait goes to “{elsewhere}”."
        yield Problem.warning(note.at("summary"), "summary too long for the margin", message, remedy)


def unused_sources(concordance: Concordance) -> Iterator[Problem]:
    """Sources that no note names."""
    for source in concordance.edition.sources.values():
        if source.id not in concordance.cited_by:
            remedy = f"Name “{source.id}” in the note that rests on it, or delete the file."
            yield Problem.warning(source.place, "unused source", "no note names this source", remedy)


def in_quotation_marks(concordance: Concordance) -> Iterator[Problem]:
    """Texts of notes and sources within curly quotation marks, where YAML's straight ones may be meant."""
    edition = concordance.edition
    for record in (*edition.notes, *edition.sources.values()):
        for holder, field, text in _texts(record):
            if not _MARKED.fullmatch(text):
                continue
            place = holder.at(field)
            if place.file.line(place.line)[place.column - 1 :].startswith(text[0]):
                message = f"these quotation marks will show: “{short(text)}”"
                remedy = (
                    f'YAML knows straight ones only. Write "{short(text[1:-1])}", or, to keep them, "{short(text)}".'
                )
                yield Problem.warning(place, "quotation marks around a whole text", message, remedy)


def marked_up(concordance: Concordance) -> Iterator[Problem]:
    """Texts with Markdown or HTML in them that shows as it stands; of each the first such signs."""
    edition = concordance.edition
    paragraphs = chain.from_iterable(entries.paragraphs for entries in edition.by_section)
    for record in (*edition.notes, *edition.sources.values(), *paragraphs):
        for text, place in values_in(record, "text"):
            if found := _MARKUP.search(text):
                message = f"these signs will show: “{short(found[0])}”"
                remedy = "Write the words alone: Markdown is for bodies, explanations and notes."
                yield Problem.warning(place, "markup in a plain text", message, remedy)
        for text, place in values_in(record, "markdown"):
            if found := _BLOCK.search(text):
                message = f"these signs will show: “{short(found[0])}”"
                remedy = "Write paragraphs and lists: notes know no headings, tables, quotations, rules or footnotes."
                yield Problem.warning(within(place, found[0]), "Markdown that notes do not know", message, remedy)


def cut_short(concordance: Concordance) -> Iterator[Problem]:
    """Texts behind which a comment begins with a word: `ranked #1` is “ranked” to YAML."""
    edition = concordance.edition
    for record in (*edition.notes, *edition.sources.values(), *edition.by_section):
        if not _HASH.search(record.place.file.text):
            continue
        for holder, field, text in _texts(record):
            place = holder.at(field)
            here = place.file.line(place.line)[place.column - 1 :]
            if here.startswith(text) and (found := _HASH.match(here, len(text))):
                message = f"to YAML the text ends before “{short(found[0].strip())}”, where a comment begins"
                remedy = "Put the text in straight double quotes, or, if it is a comment, a space after “#”."
                yield Problem.warning(place, "text that ends before a “#”", message, remedy)


def unfinished(concordance: Concordance) -> Iterator[Problem]:
    """Texts that are still to be written."""
    edition = concordance.edition
    records = [
        *([edition.manifest] if edition.manifest else []),
        *edition.notes,
        *edition.sources.values(),
        *edition.by_section,
    ]
    for holder, field, text in (item for record in records for item in _texts(record)):
        if text.startswith(_UNWRITTEN):
            yield Problem.warning(holder.at(field), _TO_WRITE, f"here stands “{short(text)}”", "Write it.")


def unwritten_pages(root: Path) -> Iterator[Problem]:
    """The same in the pages about the edition and in mkdocs.yml, where an import leaves them, a line each."""
    for path in (configuration_of(root), *sorted((root / folder_of_pages(root)).glob("*.md"))):
        file = decode(path, path.relative_to(root).as_posix(), []) if path.is_file() else None
        for number, line in enumerate(file.text.split("\n") if file else (), 1):
            start = line.find(f"{PLACEHOLDER}: ")
            if file and start >= 0 and not line[:start].rstrip().endswith("#"):
                place = Place(file, number, start + 1, len(PLACEHOLDER))
                quote = line[start - 1 : start].strip()  # of a text in quotation marks, what stands between them
                said = line[start:].partition(quote)[0] if quote in ("'", '"') else line[start:]
                message = f"here stands “{short(said)}”"
                yield Problem.warning(place, _TO_WRITE, message, "Write it.")


def _texts(record: Record) -> Iterator[tuple[Record, str, str]]:
    """Every text of the record and of what it holds, after the record and the field in which it stands."""
    for item in fields(record):
        value = getattr(record, item.name)
        if isinstance(value, str):
            yield record, item.name, value
        for number, part in enumerate(value if isinstance(value, tuple) and not isinstance(value, Place) else (value,)):
            if isinstance(part, Record):
                yield from _texts(part)
            elif isinstance(part, str) and part is not value:
                yield record, f"{item.name}.{number}", part
