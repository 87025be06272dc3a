"""Words in Latin letters where their own script settles how they are spelled in these, for ids and addresses.

Cyrillic, Greek, kana and Hangul have a letter or a syllable for each; Arabic, Hebrew or Chinese characters in Japanese
have not, and are left as they are. (Chinese goes by its pinyin.)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import name, normalize

_LETTERS = dict(
    pair.split(":")
    for pair in """
а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y
ь: э:e ю:yu я:ya і:i є:ye ґ:g ј:j љ:lj њ:nj ћ:c ђ:dj џ:dz ѕ:dz ң:ng ғ:gh қ:q ұ:u ү:u һ:h ә:a ө:o
α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o
""".split()
)
LATIN_SPELLED: Mapping[int, str] = str.maketrans(
    dict(pair.split(":") for pair in "ß:ss æ:ae œ:oe ø:oe ð:d đ:d þ:th ł:l ħ:h ŧ:t ı:i ŋ:ng".split())
)
"""Small Latin letters that are no others with a mark, in those of English."""
_LAST_LATIN = 0x24F
_KANA = re.compile(r"(?:HIRAGANA|KATAKANA) LETTER (?:SMALL )?(\w+)")
_FIXED = {"si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu"}


def romanized(text: str) -> str:
    """The text with such words in small Latin letters; all else as it stands."""
    return "".join(map(_sign, re.findall(r"[\u3040-\u30ff]+|.", normalize("NFC", text.lower()), re.S)))


def is_settled(text: str) -> bool:
    """Whether no letter of such a text is left that has no spelling in Latin ones."""
    return not any(sign.isalpha() and ord(normalize("NFKD", sign)[0]) > _LAST_LATIN for sign in text)


def _sign(signs: str) -> str:
    letter = normalize("NFD", signs)[0]  # й is и with a mark
    if letter in _LETTERS:
        return _LETTERS[signs if signs in _LETTERS else letter]
    if "\u3040" <= signs[0] <= "\u30ff":
        return _kana(signs)
    if "\uac00" <= signs <= "\ud7a3":
        return name(signs).removeprefix("HANGUL SYLLABLE ").lower()
    return signs


def _kana(signs: str) -> str:
    """Kana by Hepburn's spelling, long vowels as they are written."""
    spelled = ""
    doubled = False
    for sign in signs:
        found = _KANA.match(name(sign, ""))
        syllable = found[1].lower() if found else ""
        is_small = " SMALL " in name(sign, "")
        if is_small and syllable == "tu":
            doubled = True
            continue
        syllable = _FIXED.get(syllable, syllable)
        if is_small and syllable[:1] == "y" and spelled[-1:] == "i":
            spelled = spelled[:-1] if spelled[-3:-1] in ("sh", "ch") or spelled[-2:-1] == "j" else spelled[:-1] + "y"
            syllable = syllable[1:]
        elif doubled and syllable:
            spelled += "t" if syllable.startswith("ch") else syllable[0]
        spelled += syllable
        doubled = False
    return spelled
