"""Which letters a language is written in, which way they run, and what a note of how they are read is called."""

from __future__ import annotations

import re
from functools import cache

from edition.text.pinyin import HAN, count_characters
from edition.text.stops import WIDE_LETTERS

SCRIPTS = {
    "Latn": "A-Za-z\u00aa-\u024f\u1e00-\u1eff", "Cyrl": "\u0400-\u052f", "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f", "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff", "Guru": "\u0a00-\u0a7f", "Gujr": "\u0a80-\u0aff", "Orya": "\u0b00-\u0b7f",
    "Taml": "\u0b80-\u0bff", "Telu": "\u0c00-\u0c7f", "Knda": "\u0c80-\u0cff", "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff", "Thai": "\u0e00-\u0e7f", "Laoo": "\u0e80-\u0eff", "Tibt": "\u0f00-\u0fff",
    "Mymr": "\u1000-\u109f", "Geor": "\u10a0-\u10ff", "Armn": "\u0530-\u058f", "Ethi": "\u1200-\u139f",
    "Khmr": "\u1780-\u17ff", "Mong": "\u1800-\u18af", "Tfng": "\u2d30-\u2d7f", "Thaa": "\u0780-\u07bf",
    "Syrc": "\u0700-\u074f", "Nkoo": "\u07c0-\u07ff", "Adlm": "\U0001e900-\U0001e95f",
    "Hani": WIDE_LETTERS, "Jpan": WIDE_LETTERS, "Hang": f"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af{HAN}",
}  # fmt: skip
"""The letters of each script (ISO 15924) as what stands between the brackets of a pattern."""
RIGHT_TO_LEFT = frozenset("Arab Hebr Thaa Syrc Nkoo Adlm".split())
WRITTEN = {
    script: written.split()
    for part in """
Mong mn | Cyrl ru uk be bg sr mk kk ky tg mn tt ba cv ce os ab av kv udm sah az uz bs sh tk | Arab ar fa ur ps ku ckb sd
ug pa ks azb prs arz | Grek el | Hebr he yi | Deva hi mr ne sa bho mai kok | Beng bn as mni | Guru pa | Gujr gu
| Orya or | Taml ta | Telu te | Knda kn | Mlym ml | Sinh si | Thai th | Laoo lo | Tibt bo dz | Mymr my shn |
Geor ka | Armn hy | Ethi am ti | Khmr km | Tfng zgh ber | Thaa dv | Syrc syr | Nkoo nqo | Adlm ff
| Hani zh yue wuu nan hak lzh | Jpan ja | Hang ko
""".split("|")
    for script, written in [part.strip().split(maxsplit=1)]
}
"""The languages of each script; those of several are in `LATIN_TOO`, and all others have Latin letters."""
LATIN_TOO = frozenset("sr az uz bs sh tk ku kk mn tt nan ff".split())
_LATIN_FIRST = frozenset("az uz bs sh tk ku ff".split())
"""Those of them that are mostly written so."""
_ALSO_CALLED = {"Hans": "Hani", "Hant": "Hani", "Kore": "Hang", "Hrkt": "Jpan", "Cyrs": "Cyrl", "Aran": "Arab"}
_SCRIPT_TAG = re.compile(r"-([A-Za-z]{4})(?:-|$)")
_READINGS = {
    "zh": ("pinyin", "in pinyin with tone marks, by word: chuàngyè, not chuang4ye4 or chuangye"),
    "yue": ("jyutping", "in jyutping, by word"),
    "ja": ("furigana", "in kana, the whole word: みつかる for 見つかる"),
    "ko": ("romanization", "in Latin letters"),
}
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_COUNTED = {
    script: re.compile(f"[{signs}]") for script, signs in SCRIPTS.items() if script not in ("Hani", "Jpan", "Hang")
}


@cache
def written_in(language: str) -> str:
    """The script of a language tag: the one that it names, or the one in which the language is mostly written."""
    named = _SCRIPT_TAG.search(language)
    if named:
        return _ALSO_CALLED.get(named[1].title(), named[1].title())
    own = language.partition("-")[0].lower()
    if own in _LATIN_FIRST:
        return "Latn"
    found = [script for script, languages in WRITTEN.items() if own in languages]
    return found[-1] if found else "Latn"  # Punjabi's and Mongolian's own before those of their neighbours


def direction(language: str) -> str:
    """`rtl` or `ltr`; `auto` where the tag tells no language."""
    if language.partition("-")[0] in ("", "und", "mul", "zxx"):
        return "auto"
    return "rtl" if written_in(language) in RIGHT_TO_LEFT else "ltr"


def letters_of(language: str) -> str:
    """The letters of the language's script, as between the brackets of a pattern; empty where English has the same."""
    script = written_in(language)
    return "" if script == "Latn" else SCRIPTS.get(script, "")


def name_of_reading(language: str) -> str:
    """What a note of how words are read is called where the article is in this language."""
    return _reading(language)[0]


def way_of_reading(language: str) -> str:
    """How such a note is written, as the end of a sentence."""
    return _reading(language)[1]


def _reading(language: str) -> tuple[str, str]:
    if found := _READINGS.get(language.partition("-")[0].lower()):
        return found
    if letters_of(language):
        return "transliteration", "in Latin letters"
    return "pronunciation", "where its letters do not tell"


def script_of(text: str) -> str:
    """The script of most of the letters; empty where there are none."""
    letters = sum(map(str.isalpha, text)) or 1
    kana, hangul, han = len(_KANA.findall(text)), len(_HANGUL.findall(text)), count_characters(text)
    if kana * 20 > letters and kana:
        return "Jpan"
    if hangul * 4 > letters:
        return "Hang"
    if han * 4 > letters:
        return "Hani"
    counted = {script: len(pattern.findall(text)) for script, pattern in _COUNTED.items()}
    best = max(counted, key=lambda script: counted[script])
    return best if counted[best] * 3 > letters else ""
