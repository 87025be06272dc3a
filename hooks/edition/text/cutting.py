"""A text cut into words: Chinese and Thai by a list of words, others at spaces and where the script changes.

Lao, Khmer and Burmese put no spaces between words either, and there is no such list of them here: of these a phrase
comes out whole, for an editor to cut.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, pairwise
from unicodedata import category
from unicodedata import name as name_of_character

from edition.text.pinyin import has_han
from edition.text.traditional import simplified
from edition.text.words import is_whole

_JOINERS = "’'-\u200c\u200d\u05be\u05f3\u05f4"
_IN_HEBREW = re.compile('[\u05d0-\u05ea]"[\u05d0-\u05ea]')
"""What keyboards write for the gershayim of an abbreviation."""
_HIRAGANA = re.compile("[\u3041-\u309f]+")
_PARTICLE = re.compile("[はがをにでともへやなのだ]{1,2}|から|まで|より|など(?:の|は|を)?|です|でした|だった|という")
_REPEATED = "ๆ"
"""The sign by which a word is said twice."""
_THAI = re.compile("[\u0e01-\u0e4e]")


def words_in(text: str) -> Iterator[str]:
    """The words of a text in any language but Chinese, and the signs between them, each alone."""
    for run in _with_endings(_runs(text)):
        yield from _in_thai(run) if _THAI.match(run) else (run,)


def chinese_words(text: str) -> list[str]:
    """The words of a Chinese text, and what stands between them; by a list of words in simplified characters."""
    with warnings.catch_warnings():  # jieba looks for its word list by a way that Python is giving up
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel("WARNING")
    listed = simplified(text)
    ends = accumulate(map(len, jieba.cut(listed if len(listed) == len(text) else text)))
    return [text[start:end] for start, end in pairwise(chain((0,), ends))]


def _in_thai(run: str) -> Iterator[str]:
    from newmm_tokenizer.newmm import segment  # its list takes a moment, and most editions need none

    start = end = 0
    for word in segment(run, safe_mode=True):
        end += len(word)
        if run[end : end + 1] != _REPEATED and is_whole(run, start, end):
            yield run[start:end]
            start = end


def _runs(text: str) -> Iterator[str]:
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
    if _IN_HEBREW.match(text, offset - 1):
        return True
    if sign in _JOINERS:
        return text[offset - 1].isalpha() and text[offset + 1 : offset + 2].isalpha()
    if category(sign)[0] == "M":
        return True
    return (sign.isalnum() or has_han(sign)) and (_script(sign) == _script(first) or not is_whole(text, start, offset))


def _script(letter: str) -> str:
    return "HAN" if has_han(letter) else re.split("[ -]", name_of_character(letter, ""))[0]
