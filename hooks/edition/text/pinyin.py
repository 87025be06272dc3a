"""The pinyin of a paragraph to its characters, a syllable each; its tones as marks.

A reading depends on the sentence (得 is dé, de or děi), so it is written by an editor beside each word and not
guessed; here it is only cut and counted, and tones that are written as digits become marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The characters that are read in Chinese, as a regular expression's class has them."""
_HAN = re.compile(f"[{HAN}]")
LATIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_VOWEL = "aeiouüvêāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SYLLABLE = re.compile(
    rf"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[{_VOWEL}]+(?:ng(?![{_VOWEL}])|n(?![{_VOWEL}])|r(?![{_VOWEL}]))?|\bng\b|\br\b",
    re.I,
)
"""An initial, vowels, and n, ng or r where they do not begin the next syllable (ISO 7098)."""


def syllables(pinyin: str) -> list[str]:
    """The syllables of a line of pinyin, in order; an apostrophe parts what would run together."""
    return [found.lower() for found in _SYLLABLE.findall(pinyin)]


def readings(words: str, pinyin: str) -> list[str]:
    """The syllables for the Han characters of the words. Latin words stand in both, and are passed over."""
    for latin in LATIN_NAME.findall(words):
        pinyin = pinyin.replace(latin, " ", 1)
    return syllables(pinyin)


def has_han(words: str) -> bool:
    """Whether a Han character stands in the words."""
    return _HAN.search(words) is not None


def count_characters(words: str) -> int:
    """How many Han characters there are, each of which wants a syllable."""
    return len(_HAN.findall(words))


def as_word(syllables: Iterable[str]) -> str:
    """The syllables of a word as it is written: an apostrophe before one that begins with a vowel (ISO 7098)."""
    return "".join(
        f"’{syllable}" if number and normalize("NFD", syllable)[0] in "aoe" else syllable
        for number, syllable in enumerate(syllables)
    )


def has_syllables(pinyin: str, words: str) -> bool:
    """Whether the line has a syllable for each Han character of the words, of which there are some: it is theirs."""
    return len(readings(words, pinyin)) == count_characters(words) > 0


_NUMBERED = re.compile(r"(?<![^\W\d_])((?:u:|[^\W\d_])+)([0-5])(?!\d)", re.I)
_TONES = str.maketrans("", "", "\u0304\u0301\u030c\u0300")
_NEUTRAL = frozenset("de di le ma ne ba a ya wa la na lo o zhe guo me men zi er r ge".split())
"""Syllables that have no tone as particles and endings; a reading of nothing else needs no mark."""


def with_marks(pinyin: str, words: str = "") -> str:
    """The pinyin of the words with its tones as marks that were digits: `chuang4ye4` gives `chuàngyè`, `lv4` `lǜ`.

    What stands in the words in Latin letters stays as it is, such as the name `o1`.
    """
    return "".join(part if is_latin else _marked(part) for part, is_latin in _parts(pinyin, words))


def numbered(pinyin: str, words: str = "") -> list[str]:
    """The words of a line of pinyin that have digits for their tones."""
    pieces = (part for part, is_latin in _parts(pinyin, words) if not is_latin)
    return [word for piece in pieces for word in piece.split() if _marked(word) != word]


def lacks_tones(pinyin: str, words: str) -> bool:
    """Whether a line of pinyin marks no tone at all, and is not of particles alone."""
    spoken = readings(words, pinyin)
    bare = all(_toneless(syllable) == syllable for syllable in spoken)
    return bool(spoken) and bare and not _NEUTRAL.issuperset(spoken) and not numbered(pinyin, words)


def proposed_tones(pinyin: str, words: str) -> str:
    """The same line with the tones that a dictionary gives for the words; empty where it reads them otherwise."""
    from pypinyin import Style, lazy_pinyin  # large, and seldom needed

    toned = iter(lazy_pinyin("".join(_HAN.findall(words)), style=Style.TONE))

    def mark(found: re.Match[str]) -> str:
        tone = next(toned, "")
        return _like(tone, found[0]) if _toneless(tone) == found[0].lower() else "?"

    marked = "".join(
        part if is_latin else _SYLLABLE.sub(mark, part.replace("v", "ü")) for part, is_latin in _parts(pinyin, words)
    )
    return "" if "?" in marked or next(toned, "") else marked


def _parts(pinyin: str, words: str) -> Iterator[tuple[str, bool]]:
    """The line cut into pinyin and what the words have in Latin letters themselves, wherever and however often."""
    names = {name for found in LATIN_NAME.findall(normalize("NFKC", words)) for name in (found, found.rstrip(".+-"))}
    if not names:
        yield pinyin, False
        return
    # A name of letters alone is told from a syllable by its capitals; one with a digit is no syllable at all.
    written = [
        re.escape(name) if name.isalpha() else f"(?i:{re.escape(name)})"
        for name in sorted(names, key=len, reverse=True)
    ]
    whole = rf"(?<![^\W_])(?:{'|'.join(written)})(?:(?<=\d)(?!\d)|(?<=[^\W\d_])(?![^\W_])|(?<=[.+-]))"
    end = 0
    for found in re.finditer(whole, pinyin):
        yield pinyin[end : found.start()], False
        yield found[0], True
        end = found.end()
    yield pinyin[end:], False


def _marked(pinyin: str) -> str:
    """Each syllable before a digit with its mark; one that begins with a vowel parted from the one before it."""

    def mark(found: re.Match[str]) -> str:
        letters = found[1]
        plain = letters.lower().replace("u:", "ü")
        cut = list(_SYLLABLE.finditer(plain))
        ending = "r" if plain.endswith(("nr", "gr")) else ""  # 玩儿, in one syllable
        if "".join(item[0] for item in cut) + ending != plain or _toneless(plain) != plain:
            return found[0]
        from pypinyin.contrib.tone_convert import to_tone  # large, and seldom needed

        last = cut[-1].start()
        toned = plain[:last] + to_tone(plain[last:] + found[2])
        joined = found.start() and pinyin[found.start() - 1].isdigit() and plain[0] in "aoe"
        return ("’" if joined else "") + _like(toned, letters)

    return _NUMBERED.sub(mark, pinyin)


def _toneless(syllable: str) -> str:
    return normalize("NFC", normalize("NFD", syllable).translate(_TONES))


def _like(text: str, written: str) -> str:
    """The text with a capital at its head where that which was written has one."""
    return text[:1].upper() + text[1:] if written[:1].isupper() else text
