"""What changed between two states of an edition, as Markdown for a reader of a pull request.

Whatever comes out of a note's file stands in a code span: who opened the pull request may be a stranger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from edition import Problem
from edition.checking import Share, coverage, coverage_columns
from edition.commands.quoting import code
from edition.concordance import Concordance
from edition.model import Bio, FactCheck, Gloss, Note, Record, Source, Variant
from edition.problems import count, errors
from edition.reading import ANNOTATIONS
from edition.text import article_hash

MOST_NOTES = 40
"""So many are shown of the added and of the changed ones."""
_MOST_PROBLEMS = 5
_LONGEST_TEXT = 400
_SAFE_PATH = re.compile(r"[A-Za-z0-9_/-]+(\.[A-Za-z0-9_-]+)*")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An edition at one time, and what is wrong in it."""

    concordance: Concordance
    problems: Sequence[Problem]

    @property
    def records(self) -> dict[str, Note | Source]:
        """Every note and source, by the path of its file from the folder of notes."""
        everything: list[Note | Source] = [*self.concordance.edition.notes, *self.concordance.edition.sources.values()]
        return {f"{item.folder}/{item.id}.yml": item for item in everything}


def as_markdown(before: Snapshot, after: Snapshot, files_at: str = "") -> str:
    """The summary; `files_at` is the address under which the files can be seen, ours and without a final slash."""
    old, new = before.records, after.records
    added = [path for path in new if path not in old]
    changed = [path for path in new if path in old and new[path] != old[path]]
    removed = [path for path in old if path not in new]
    parts = [
        "## What changes in the edition",
        f"{len(added)} added, {len(changed)} changed, {len(removed)} gone. Words in `this type` are the notes’ own.",
    ]
    if _article(before) != _article(after):
        parts.append("**The article’s own text changes.**")
    parts += _listed("Added", [_preview(path, new[path], None, files_at) for path in added])
    parts += _listed("Changed", [_preview(path, new[path], old[path], files_at) for path in changed])
    parts += _listed("Gone", [f"- {_kind(old[path])} {_place(path, '')}" for path in removed])
    parts += _translations(before, after, files_at)
    parts += _interlinear(before, after, files_at)
    parts += ["### Coverage", _coverage(before, after), "### Checks", _checks(before, after)]
    return "\n\n".join(parts)


def _article(state: Snapshot) -> str:
    return article_hash(state.concordance.texts)


def _listed(heading: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield f"### {heading} ({len(entries)})"
        yield "\n".join(entries[:MOST_NOTES])
        if len(entries) > MOST_NOTES:
            yield f"… and {len(entries) - MOST_NOTES} more."


def _kind(record: Note | Source) -> str:
    return record.noun().capitalize()


def _place(path: str, files_at: str) -> str:
    """The file, as a link where it can be seen."""
    whole = f"{ANNOTATIONS}/{path}"
    shown = code(whole)
    return f"[{shown}]({files_at}/{whole})" if files_at and _SAFE_PATH.fullmatch(whole) else shown


def _preview(path: str, record: Note | Source, old: Note | Source | None, files_at: str) -> str:
    lines = [f"- **{_kind(record)}** {_place(path, files_at)}"]
    then = dict(_shown(old)) if old is not None else {}
    for label, text in _shown(record):
        was = code(then.get(label, text), _LONGEST_TEXT) if then.get(label, text) != text else ""
        if text.strip():
            lines.append(f"{label}: {code(text, _LONGEST_TEXT)}{f' (was {was})' if was else ''}")
    if old is not None:
        names = ", ".join(code(name) for name in _differing(record, old))
        lines.append(f"Changed: {names}")
    return "  \n  ".join(lines)


def _shown(record: Note | Source) -> Iterator[tuple[str, str]]:
    """What a reader would see first, with its label."""
    match record:
        case Bio():
            yield from (("Name", record.name), ("Summary", record.summary))
            yield "Found as", " · ".join(record.terms)
        case FactCheck():
            yield from (("Claim", record.claim), ("Verdict", record.rating), ("Summary", record.summary))
            yield "Speaks of", " … ".join(target.exact for target in record.all_targets)
        case Gloss():
            yield from (("Words", record.headword), ("Meaning", record.meaning), ("Literally", record.literal))
        case Variant():
            yield from (("Speaks of", record.target.exact), ("Note", record.note))
            for reading in record.readings:
                yield f"Another witness {'lacks it' if reading.omits else 'reads'}", reading.text or reading.witness
        case Source():
            yield from (("Title", record.title), ("Address", record.URL))
        case Note():
            yield from (("Title", record.title), ("Summary", record.summary))
            yield "Speaks of", " … ".join((*record.called, *(target.exact for target in record.all_targets)))
    if not isinstance(record, Source):
        yield "Rests on", ", ".join(dict.fromkeys(source for source, _ in record.cited()))


def _differing(record: Record, old: Record) -> Iterator[str]:
    for item in fields(record):
        if item.compare and getattr(record, item.name) != getattr(old, item.name):
            yield item.metadata.get("key", item.name)


def _translations(before: Snapshot, after: Snapshot, files_at: str) -> Iterator[str]:
    old, new = before.concordance.edition.translations, after.concordance.edition.translations
    entries = []
    for section, translation in new.items():
        then = set(old[section].paragraphs) if section in old else set()
        if differing := [item for item in translation.paragraphs if item not in then]:
            first = code(differing[0].text, _LONGEST_TEXT)
            entries.append(
                f"- **Translation** {_place(f'{translation.folder}/{section}.yml', files_at)}  \n"
                f"  New or changed paragraphs: {len(differing)}, the first: {first}"
            )
    yield from _listed("Translations", entries)


def _interlinear(before: Snapshot, after: Snapshot, files_at: str) -> Iterator[str]:
    old, new = before.concordance.edition.interlinear, after.concordance.edition.interlinear
    entries = []
    for section, interlinear in new.items():
        then = {row for entry in old[section].paragraphs for row in entry.words} if section in old else set()
        rows = [row for entry in interlinear.paragraphs for row in entry.words if row not in then]
        if rows:
            first = code(f"{rows[0].form} {rows[0].reading}: {rows[0].gloss}", _LONGEST_TEXT)
            entries.append(
                f"- **Rows of words** {_place(f'{interlinear.folder}/{section}.yml', files_at)}  \n"
                f"  New or changed rows: {len(rows)}, the first: {first}"
            )
    yield from _listed("Words", entries)


def _coverage(before: Snapshot, after: Snapshot) -> str:
    """A table of the sections whose coverage changed, and of the whole."""
    by_word = any(state.concordance.edition.interlinear for state in (before, after))
    told = coverage_columns(by_word=by_word)
    names = told.values()
    old = {item.section: item for item in coverage(before.concordance)}
    new = {item.section: item for item in coverage(after.concordance)}
    rows = []
    for section in dict.fromkeys([*old, *new]):
        shares = [(getattr(old.get(section), name, None), getattr(new.get(section), name, None)) for name in names]
        if any(_part(then) != _part(now) for then, now in shares):
            rows.append([code(section), *(_change(then, now) for then, now in shares)])
    totals = [[Share.of([getattr(item, name) for item in state.values()]) for state in (old, new)] for name in names]
    titles = ["section", *told]
    table = [titles, ["---"] * len(titles), *rows, ["the whole", *(_change(*pair) for pair in totals)]]
    return "\n".join(f"| {' | '.join(row)} |" for row in table)


def _part(share: Share | None) -> str:
    return f"{share.done}/{share.total}" if share else "–"


def _change(then: Share | None, now: Share | None) -> str:
    return _part(now) if _part(then) == _part(now) else f"{_part(then)} → {_part(now)}"


def _checks(before: Snapshot, after: Snapshot) -> str:
    lines = [f"Before: {count(before.problems)}. Now: {count(after.problems)}."]
    wrong = errors(after.problems)
    lines += [f"- {code(f'{item.place}: {item.message}', _LONGEST_TEXT)}" for item in wrong[:_MOST_PROBLEMS]]
    if len(wrong) > _MOST_PROBLEMS:
        lines.append(f"- … and {len(wrong) - _MOST_PROBLEMS} more")
    if wrong:
        lines.append("\nNotes that cannot be read are not shown above.")
    return "\n".join(lines)
