"""The encodings in which bytes may be read that say nothing of theirs, and how much of each reading is odd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

from charset_normalizer import from_bytes

_LIKELY = {
    "gb18030": "GB18030", "big5hkscs": "Big5", "cp949": "EUC-KR", "cp932": "Shift_JIS", "euc_jp": "EUC-JP",
    "cp1252": "windows-1252", "cp1251": "windows-1251", "cp1250": "windows-1250", "cp1253": "windows-1253",
    "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1256": "windows-1256", "cp1257": "windows-1257",
    "koi8_r": "KOI8-R", "koi8_u": "KOI8-U", "iso8859_2": "ISO-8859-2",
    "iso8859_5": "ISO-8859-5", "iso8859_6": "ISO-8859-6", "iso8859_7": "ISO-8859-7", "cp866": "IBM866",
    "mac_cyrillic": "x-mac-cyrillic", "tis_620": "windows-874",
}  # fmt: skip
"""The encodings that are guessed, by Python's names: those that browsers know, the more common first."""
_NAMES = {
    **_LIKELY, "utf_8": "UTF-8", "utf_16_le": "UTF-16LE", "utf_16_be": "UTF-16BE", "utf_32_le": "UTF-32LE",
    "utf_32_be": "UTF-32BE", "iso2022_jp_ext": "ISO-2022-JP", "iso2022_kr": "ISO-2022-KR", "hz": "HZ-GB-2312",
    "cp874": "windows-874", "cp1258": "windows-1258", "mac_roman": "macintosh", "iso8859_8": "ISO-8859-8",
    "iso8859_13": "ISO-8859-13", "iso8859_15": "ISO-8859-15",
}  # fmt: skip
USUAL = re.compile("[\u3041-\u3093、。，的一是不了在有人我他这這中大来來上国國个個们們다이는을의에가고한지]")
"""Signs of which every text of Chinese, Japanese or Korean is full, and what is read wrongly as one is not."""
_KANA = re.compile("[\u3041-\u3093]")
_JAPANESE = frozenset(["cp932", "euc_jp"])
_ALPHABETS = tuple(
    map(
        frozenset,
        "áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž ąćęłńóśźż áéíóöőúüű âăîșşțţ ćčđšž äöüßé åäæöøéó ðþáéíóúýæö çğıöşüâîû "
        "àâæçèéêëîïôœùûüÿ áéíñóúü àáâãçéêíóôõúü àèéìíîòóùú àçèéíïòóúü ëïéèáóü ąčęėįšųūž āčēģīķļņšūž äöõüšž ëç".split(),
    )
)
"""The letters of languages, besides those of ASCII: no text has many others."""
_STRETCH = re.compile(rb"[\x80-\xff][^<>\n]{0,1000}")
_MUCH = 0.3
"""What is so much made of usual signs is no chance reading."""
_SAMPLE = 40_000
CLOSE = 0.05
"""By how much more disorder another guess may have and still be as likely (charset-normalizer's measure)."""


def name_of(codec: str) -> str:
    """The name that the web has for one of Python's encodings; Python's own where it has none."""
    return _NAMES.get(codec, codec)


class Guess(NamedTuple):
    """An encoding in which bytes may be read, what charset-normalizer says of it, and what they read."""

    codec: str
    disorder: float
    coherence: float
    text: str

    @property
    def name(self) -> str:
        return name_of(self.codec)

    @property
    def usual(self) -> float:
        """How much of it are the signs that stand in every text of its kind, in tenths."""
        return round(len(USUAL.findall(self.text)) / max(1, sum(sign > "\x7f" for sign in self.text)), 1)

    @property
    def odd(self) -> int:
        """How much stands in it that words do not have: strange signs, capitals after small letters, two scripts.

        And kana in what is not Japanese; letters of Latin that no language has beside the others.
        """
        latin = [sign for sign in self.text.lower() if "\u00df" < sign < "\u0250" and sign.isalpha()]
        strange = min(sum(sign not in letters for sign in latin) for letters in _ALPHABETS)
        signs = sum(category(sign)[0] not in "LMNPZ" or sign in "¦§¬¶" for sign in self.text if sign > "\x7f")
        kana = 0 if self.codec in _JAPANESE else len(_KANA.findall(self.text))
        return signs + kana + strange + sum(map(_is_odd_pair, self.text, self.text[1:]))


def _is_odd_pair(first: str, second: str) -> bool:
    if first.isascii() and second.isascii():
        return False
    if second in "¡¿":  # where a Spanish sentence begins
        return first.isalpha()
    mixed = first.isascii() != second.isascii() and max(first, second) >= "\u0370" and (first + second).isalpha()
    return mixed or (first.islower() and second.isupper())


def guesses_of(data: bytes, said: str = "") -> list[Guess]:
    """The encodings in which what lies outside ASCII may be read, and how well in that which is said."""
    sample = b"\n".join(_first(_STRETCH.findall(data)))
    order = [*dict.fromkeys([*_LIKELY, *filter(None, [said])])]
    found = []
    for match in from_bytes(sample, cp_isolation=order):
        text = str(match)
        # Where several give the same text, the most common one is named.
        names = [name for name in match.could_be_from_charset if name in order]
        codec = min(names, key=lambda name: (name != said, order.index(name)), default="")
        if codec and not re.search("[\x80-\x9f]", text):
            found.append(Guess(codec, match.chaos, match.coherence, text))
    best = found[0].disorder if found else 0
    near = [guess for guess in found if guess.disorder - best <= CLOSE or guess.usual > _MUCH]
    near.sort(key=lambda guess: (guess.odd, -guess.usual, -round(guess.coherence, 1), order.index(guess.codec)))
    return [*near, *(guess for guess in found if guess not in near)]


def _first(stretches: list[bytes]) -> Iterator[bytes]:
    length = 0
    for stretch in stretches:
        yield stretch
        length += len(stretch)
        if length > _SAMPLE:
            break
