"""The words of a paragraph as rows that an author must check."""

from __future__ import annotations

import re
from collections.abc import Iterable

from edition.editing.drafting.drafts import head, in_flow_style
from edition.editing.drafting.spelling import spoken_words
from edition.model import NOT_FOUND, Interlinear
from edition.text import count_characters, first_word, has_han, next_place, readings, words_in

_PLAIN = re.compile(r"[^\W\d_]+(?:[ ’-][^\W\d_]+)*")
_NO_TEXT = frozenset("y n yes no on off true false null".split())
"""What YAML takes for something else than a text."""


def rows(words: str, *, is_chinese: bool, latin: bool) -> list[tuple[str, str]]:
    """The form and the reading of each word that wants a row; a reading that does not fit is left to be written."""
    if is_chinese and (found := _in_chinese(words, latin=latin)):
        return found
    forms = (form for form in words_in(words) if first_word(form, latin=latin) >= 0)
    return [(form, NOT_FOUND if has_han(form) else "") for form in forms]


def _in_chinese(words: str, *, latin: bool) -> list[tuple[str, str]]:
    """The rows by the word list, which knows no scripts but its own; none where they would cut a word of another."""
    found: list[tuple[str, str]] = []
    end = 0
    for form, spoken in [item for item in spoken_words(words) if has_han(item[0])]:
        start = next_place(words, form, end)
        if start < 0:
            return []
        found += [(name, "") for name in words_in(words[end:start]) if first_word(name, latin=latin) >= 0]
        found.append((form, _reading(form, spoken)))
        end = start + len(form)
    return found + [(name, "") for name in words_in(words[end:]) if first_word(name, latin=latin) >= 0]


def _reading(form: str, spoken: str) -> str:
    return spoken if len(readings(form, spoken)) == count_characters(form) else NOT_FOUND


def interlinear_file(paragraphs: Iterable[tuple[str, list[tuple[str, str]]]]) -> str:
    """A file of rows: an entry for each pair of opening words and rows."""
    lines = [head(Interlinear)]
    for begins, words in paragraphs:
        lines += [f"- begins: {in_flow_style(begins)}", "  words:" if words else "  words: []"]
        lines += [f"    - [{_value(form)}, {_value(spoken)}, {NOT_FOUND}]" for form, spoken in words]
    return "\n".join([*lines, ""])


def _value(text: str) -> str:
    """A text within brackets, in quotation marks where YAML would take it for something else."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT else in_flow_style(text)
