"""The mark that a person has to look again: what it says of the words that stood there."""

from __future__ import annotations

from dataclasses import fields

from rapidfuzz.distance import Postfix, Prefix

from edition.editing.outcomes import Change
from edition.model import Claim, FactCheck, Note, ParagraphEntry
from edition.reading import YamlPath
from edition.text import NARROW

_AROUND, _WHOLE = 40, 300
"""Characters kept on either side of what differs, and in all."""


def mark(record: Note | Claim | ParagraphEntry, path: YamlPath, before: str, after: str) -> tuple[Change, ...]:
    """The change that marks the record, which stands at the path, since words that it leans on were `before`.

    Nothing where they are the same but for the width of signs, or where it is marked already: the words that were last
    looked at stay there.
    """
    if before.translate(NARROW) == after.translate(NARROW) or all(item.name != "fuzzy" for item in fields(record)):
        return ()
    if isinstance(record, Claim) and record.check:  # the check itself is marked
        return ()
    if record.is_fuzzy:
        return ()
    value = {"was": earlier(before, after)}
    if isinstance(record, FactCheck):
        value["checked"] = record.checked
    return (Change((*path, "fuzzy"), value),)


def earlier(before: str, after: str) -> str:
    """The words `before`, whole or cut to what differs from `after` and a little around it."""
    start = Prefix.similarity(before, after)
    end = len(before) - Postfix.similarity(before[start:], after[start:])
    first, last = max(0, start - _AROUND), min(len(before), end + _AROUND)
    words = before[first:last] if len(before) > 4 * _AROUND else before
    if len(words) > _WHOLE:
        words = f"{words[: _WHOLE // 2]} … {words[-_WHOLE // 2 :]}"
    if len(before) > 4 * _AROUND:
        words = f"{'…' if first else ''}{words}{'…' if last < len(before) else ''}"
    return "".join(sign if sign.isprintable() else " " for sign in words)
