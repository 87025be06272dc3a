"""`edition reanchor`: after a change of the article, say where every quote stands now, and write it into the notes."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence
from typing import get_args

from edition import open_project, render_all
from edition.commands.files import notes, write
from edition.commands.texts import old_texts, texts_of
from edition.editing import Applied, Outcome, OutcomeKind, apply_outcomes, reanchor
from edition.problems import errors

WHAT = "after a change of the article: find where every quote stands now"
EXAMPLES = ("edition reanchor --old HEAD", "edition reanchor --old HEAD --write", "edition reanchor --accept NAME")
ABOUT = """\
Without --write nothing is changed: the answer says, for each note,
  moved     the quoted words still stand; only section, prefix or suffix change
  carried   the comparison with the old text (--old) shows what became of them
  proposed  a passage like the quote; it is written only when you accept it
  lost      nothing is like it: quote the article anew, or delete the note
  changed   the quoted words still stand, in a paragraph that is otherwise
--write writes what was moved or carried, and the article's new checksum. Whatever leans on words, or on a paragraph,
that are otherwise now gets a field “fuzzy” with the earlier words; it stays until somebody has looked: a fact check's
ends when “checked” is renewed, any other when it is deleted. Without --old nothing tells which paragraphs changed.
--accept NAME (as often as you like) writes that proposal too; the name of a note accepts all of its own.
The exit status is 1 while something is left to decide."""


def takes(parser: ArgumentParser) -> None:
    parser.add_argument("--old", metavar="PATH|REF", help="the old text: a folder, or a commit such as HEAD~1")
    parser.add_argument("--write", action="store_true", help="write what is certain into the notes")
    parser.add_argument(
        "--accept", metavar="NAME", action="append", default=[], help="write this proposal, too (implies --write)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to answer (default: text)")


def run(arguments: Namespace) -> int:
    root = arguments.root
    new, unreadable = texts_of(root)
    if unreadable:
        print(render_all(unreadable), file=sys.stderr)
        return 1
    old = [] if arguments.old is None else old_texts(root, arguments.old)
    project = open_project(root)
    unreadable_notes = errors(project.problems)
    outcomes = reanchor(project.edition, new, old, whole=not unreadable_notes)
    certain = [item for item in outcomes if not item.is_open]
    accepted = [item for item in outcomes if item.kind == "proposed" and item.accepted_by(arguments.accept)]
    unknown = [name for name in arguments.accept if not any(item.accepted_by([name]) for item in accepted)]
    for name in unknown:
        print(f"nothing is proposed for “{name}”; the names stand before the colon in the answer", file=sys.stderr)
    writes = arguments.write or arguments.accept
    applied = apply_outcomes([*certain, *accepted] if writes else [], notes(root))
    write(root, applied.files)
    left = applied.left_of(outcomes)
    if arguments.format == "json":
        print(json.dumps([_record(item, applied.written) for item in outcomes], ensure_ascii=False, indent=2))
    else:
        marked = {item.mark for item in outcomes if item.mark and (not writes or item in applied.written)}
        again = len(marked) + sum(record.is_fuzzy for record in project.edition.fuzzy)
        if outcomes or again or not unreadable_notes:
            print(_told(outcomes, applied, left, again, bool(old)))
        else:
            print("Of what can be read, every quote still stands where it stood.")
    if unreadable_notes:
        # A note that cannot be read cannot be looked at; saying nothing would make it seem right.
        print(render_all(unreadable_notes), file=sys.stderr)
    return 1 if left or unknown or unreadable_notes else 0


def _record(item: Outcome, written: Sequence[Outcome]) -> dict[str, object]:
    return {
        "name": item.name,
        "outcome": item.kind,
        "file": item.place.file.path,
        "line": item.place.line,
        "section": item.section or None,
        "old": item.old,
        "new": item.new or None,
        "score": None if item.score is None else round(item.score, 1),
        "remark": item.remark or None,
        "changes": [{"path": list(change.path), "value": change.value} for change in item.changes],
        "renamed": item.renamed or None,
        "written": item in written,
    }


def _told(outcomes: Sequence[Outcome], applied: Applied, left: Sequence[Outcome], again: int, old: bool) -> str:
    if not outcomes and not again:
        return "Every quote still stands where it stood; there is nothing to do."
    parts = [_one(item, applied) for item in outcomes]
    counts = Counter(item.kind for item in outcomes)
    total = ", ".join(f"{counts[kind]} {kind}" for kind in get_args(OutcomeKind) if counts[kind]) or "nothing to move"
    look = f", {again} to be looked at again" if again else ""
    ending = [f"{total}; {len(applied.written)} written, {len(left)} left to decide{look}."]
    if again:
        ending.append(
            "What they lean on has changed: “fuzzy” in their files says what it was; edition check lists them."
        )
    if not applied.written and (counts["moved"] or counts["carried"] or counts["changed"]):
        ending.append("Nothing was written yet: --write does it.")
    if any(item.kind == "proposed" for item in left):
        ending.append("To take a proposal: --accept and its name; else quote the article anew in the file.")
    if not old and left:
        ending.append("With the old text more can be told for certain: --old, and a folder or a commit such as HEAD~1.")
    return "\n\n".join([*parts, "\n".join(ending)])


def _one(item: Outcome, applied: Applied) -> str:
    is_written = item in applied.written
    score = "" if item.score is None else f" ({int(item.score)} of 100 alike)"
    state = "accepted" if is_written and item.kind == "proposed" else item.kind
    lines = [f"{item.name}: {state}{score}, {item.place}"]
    if item.new and item.new != item.old:
        lines += [
            f"    old: {item.old}",
            f"    new: {item.new}" + (f"   (section {item.section})" if item.section else ""),
        ]
    elif item.old:
        lines.append(f"    “{item.old}”" + (f" (section {item.section})" if item.section else ""))
    lines += [
        f"    {change.path[-1]}: {change.value}" if change.value is not None else f"    {change.path[-1]}: left out"
        for change in item.changes
        if change.path[-1] in ("section", "prefix", "suffix")
    ]
    if item.mark:
        lines.append("    marked: to be looked at again" if is_written else "    to be marked: look at it again")
    if item.renamed:
        lines.append(f"    the file is {item.renamed} now" if is_written else f"    the file becomes {item.renamed}")
    if item.remark:
        lines.append(f"    {item.remark}")
    if item in applied.refused:
        lines.append(f"    not written: {applied.refused[item]}; change it by hand")
    return "\n".join(lines)
