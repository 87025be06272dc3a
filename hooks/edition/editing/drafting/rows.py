"""The words of a paragraph as rows that an author must check: by a word list in Chinese, else by spaces or scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import category
from unicodedata import name as name_of_character

from edition.editing.drafting.drafts import head, in_flow_style
from edition.editing.drafting.spelling import spoken_words
from edition.model import NOT_FOUND, Interlinear
from edition.text import count_characters, first_word, has_han, is_whole, next_place, readings

_JOINERS = "’'-\u200c\u200d"
_PLAIN = re.compile(r"[^\W\d_]+(?:[ ’-][^\W\d_]+)*")
_HIRAGANA = re.compile("[\u3041-\u309f]+")
_PARTICLE = re.compile("[はがをにでともへやなのだ]{1,2}|から|まで|より|など(?:の|は|を)?|です|でした|だった|という")
_NO_TEXT = frozenset("y n yes no on off true false null".split())
"""What YAML takes for something else than a text."""


def rows(words: str, *, is_chinese: bool, latin: bool) -> list[tuple[str, str]]:
    """The form and the reading of each word that wants a row; a reading that does not fit is left to be written."""
    if is_chinese and (found := _in_chinese(words, latin=latin)):
        return found
    forms = (form for form in _with_endings(_words(words)) if first_word(form, latin=latin) >= 0)
    return [(form, NOT_FOUND if has_han(form) else "") for form in forms]


def _in_chinese(words: str, *, latin: bool) -> list[tuple[str, str]]:
    """The rows by the word list, which knows no scripts but its own; none where they would cut a word of another."""
    found: list[tuple[str, str]] = []
    end = 0
    for form, spoken in [item for item in spoken_words(words) if has_han(item[0])]:
        start = next_place(words, form, end)
        if start < 0:
            return []
        found += [(name, "") for name in _words(words[end:start]) if first_word(name, latin=latin) >= 0]
        found.append((form, _reading(form, spoken)))
        end = start + len(form)
    return found + [(name, "") for name in _words(words[end:]) if first_word(name, latin=latin) >= 0]


def _reading(form: str, spoken: str) -> str:
    return spoken if len(readings(form, spoken)) == count_characters(form) else NOT_FOUND


def interlinear_file(paragraphs: Iterable[tuple[str, list[tuple[str, str]]]]) -> str:
    """A file of rows: an entry for each pair of opening words and rows."""
    lines = [head(Interlinear)]
    for begins, words in paragraphs:
        lines += [f"- begins: {in_flow_style(begins)}", "  words:" if words else "  words: []"]
        lines += [f"    - [{_value(form)}, {_value(spoken)}, {NOT_FOUND}]" for form, spoken in words]
    return "\n".join([*lines, ""])


def _words(text: str) -> Iterator[str]:
    """Runs of letters with the marks on them, and apostrophes, hyphens and (non-)joiners between, cut where the script
    changes."""
    start = 0
    for offset in range(1, len(text) + 1):
        if offset < len(text) and _goes_on(text, start, offset):
            continue
        yield text[start:offset]
        start = offset


def _with_endings(runs: Iterable[str]) -> Iterator[str]:
    """The runs, hiragana behind kanji as the ending that it most often is: 行った, 流れ and は, not 行 and った."""
    held = ""
    for run in runs:
        if has_han(held[-1:]) and _HIRAGANA.fullmatch(run) and not _PARTICLE.fullmatch(run):
            cut = len(run) - (len(run) > 1 and run[-1] in "はがをもにのと")
            yield held + run[:cut]
            held = run[cut:]
        else:
            if held:
                yield held
            held = run
    if held:
        yield held


def _goes_on(text: str, start: int, offset: int) -> bool:
    """Whether the character belongs to the word that began at the start."""
    first, sign = text[start], text[offset]
    if not (first.isalnum() or has_han(first)):
        return False
    if sign in _JOINERS:
        return text[offset - 1].isalpha() and text[offset + 1 : offset + 2].isalpha()
    if category(sign)[0] == "M":
        return True
    return (sign.isalnum() or has_han(sign)) and (_script(sign) == _script(first) or not is_whole(text, start, offset))


def _script(letter: str) -> str:
    return "HAN" if has_han(letter) else re.split("[ -]", name_of_character(letter, ""))[0]


def _value(text: str) -> str:
    """A text within brackets, in quotation marks where YAML would take it for something else."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT else in_flow_style(text)
