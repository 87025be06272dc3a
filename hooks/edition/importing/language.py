"""Which language a text is in, as far as its letters tell, and what a sentence ends with."""

from __future__ import annotations

import re
from collections import Counter

from edition.text import count_characters

_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_TRADITIONAL = frozenset("這個們為說來時國會對過後還開關發現與點話問東車長門見風馬學實樣")
_WORDS = {
    "en": "the of and to in is that was it for with".split(),
    "de": "der die und das ist nicht den von mit ein zu".split(),
    "fr": "le la les des et est une dans que pour".split(),
    "es": "el los las una que por con del para".split(),
    "it": "il che di una per con del della sono".split(),
    "nl": "de het een van en dat niet zijn met".split(),
}
_OTHER_SCRIPTS = {"ru": "\u0400-\u04ff", "el": "\u0370-\u03ff", "ar": "\u0600-\u06ff", "he": "\u0590-\u05ff"}
_END = re.compile(r"""[.。．!！?？…;；:：,，、—–-][)）\]」』”’"'»】]*$""")
_STOP = re.compile(r"""[.。．…][)）\]」』”’"'»】]*$""")


def guess(text: str) -> str:
    """A language tag; `und` where the letters do not tell."""
    han, kana, hangul = count_characters(text), len(_KANA.findall(text)), len(_HANGUL.findall(text))
    letters = sum(map(str.isalpha, text)) or 1
    if kana * 20 > letters and kana:
        return "ja"
    if hangul * 4 > letters:
        return "ko"
    if han * 4 > letters:
        return "zh-Hant" if sum(map(text.count, _TRADITIONAL)) * 40 > han else "zh-Hans"
    for tag, span in _OTHER_SCRIPTS.items():
        if len(re.findall(f"[{span}]", text)) * 3 > letters:
            return tag
    words = Counter(re.findall(r"[a-zà-ÿ]+", text.lower()))
    scores = {tag: sum(words[word] for word in common) for tag, common in _WORDS.items()}
    best = max(scores, key=lambda tag: scores[tag])
    return best if scores[best] * 12 >= sum(words.values()) > 0 else "und"


def ends(text: str) -> bool:
    """Whether a line ends as a sentence or a clause does, with any sign."""
    return bool(_END.search(text.rstrip()))


def stops(text: str) -> bool:
    """Whether a line ends with a full stop, as headings do not."""
    return bool(_STOP.search(text.rstrip()))


def width(text: str) -> int:
    """How long a line looks: a letter of Chinese or Japanese is as wide as two of Latin."""
    return sum(2 if character >= "\u2e80" else 1 for character in text)
