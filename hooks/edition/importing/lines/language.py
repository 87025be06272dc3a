"""Which language a text is in, as far as its letters tell, and what a sentence ends with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import justext

from edition.text import LATIN_TOO, MEANT, WRITTEN, count_characters, script_of, written_in

_PAIRED = "這們為說時國會對過還開關發現與話問東車長門見風馬學實樣論區頁數結連員視訊"
"""Signs that are traditional, and nothing else, each with a simplified one below."""
_TRADITIONAL = frozenset(
    f"{_PAIRED}個來後點愛買賣書寫讀聽語請謝幫國圖團體號單價錢銀鐵雲廣應當從將產業經濟報導標擇觀眾歲麼嗎歷變據"
)
_SIMPLIFIED = frozenset("这们为说时国会对过还开关发现与话问东车长门见风马学实样论区页数结连员视讯")
"""Signs that are simplified, and nothing else."""
_FEW_OF_SCRIPT = 40
"""One sign in so many is in the one script alone where a text is in that."""
_LISTS = dict(
    pair.split(":")
    for pair in """
af:Afrikaans sq:Albanian az:Azerbaijani eu:Basque bs:Bosnian br:Breton ca:Catalan hr:Croatian cs:Czech da:Danish
nl:Dutch en:English eo:Esperanto et:Estonian fi:Finnish fr:French gl:Galician de:German hu:Hungarian
is:Icelandic ig:Igbo id:Indonesian ga:Irish it:Italian jv:Javanese la:Latin lv:Latvian lt:Lithuanian
lb:Luxembourgish ms:Malay mt:Maltese nb:Norwegian_Bokmal nn:Norwegian_Nynorsk oc:Occitan pl:Polish pt:Portuguese
ro:Romanian sk:Slovak sl:Slovenian es:Spanish su:Sundanese sw:Swahili sv:Swedish tl:Tagalog tr:Turkish
tk:Turkmen uz:Uzbek vi:Vietnamese cy:Welsh fy:West_Frisian yo:Yoruba ru:Russian uk:Ukrainian be:Belarusian
bg:Bulgarian sr:Serbian mk:Macedonian kk:Kazakh ky:Kyrgyz cv:Chuvash ar:Arabic fa:Persian ur:Urdu ku:Kurdish
hi:Hindi mr:Marathi ne:Nepali
""".split()
)
"""The frequent words of a language in the lists of justext, by its tag."""
_MIXED = frozenset(["su", "ig", "uz", "fi", "yo"])
"""Languages in whose lists words of English stand, since those are from pages that have both."""
_ENOUGH = 0.28
"""So much of a text are frequent words of its language."""
_FEW, _LEAST = 10, 5
"""Of fewer words that is told alone which is clear, and of still fewer nothing."""
_CLEAR = 0.1
"""By so much more of a few words must be those of one language than of any other."""
_BY_CHANCE = 20_000
"""The longer a list, the more words of other languages stand in it: of this length, all."""
_STRANGE, _MANY = 0.12, 60
"""Of a text of many words so few are frequent ones of a language that it is not that language's."""
_CLEARLY = 0.5
"""A language that has so much less of them than the best one is not that of the text."""
_ALIKE = (
    frozenset(["nb", "nn", "no", "da"]),
    frozenset(["bs", "hr", "sr", "sh"]),
    frozenset(["id", "ms"]),
    frozenset(["hi", "ne", "mr"]),
)
"""Languages whose frequent words are too much alike to overrule what a page says."""
_TELLING = {
    tag: re.compile(rf"(?<!\S)(?:{words})(?=[\s।,.])")
    for tag, words in (
        ("hi", "है|हैं|में|की|नहीं"),
        ("ne", "छ|छन्|थियो|हुन्छ|रहेको"),
        ("mr", "आहे|आहेत|आणि|होते"),
        (
            "hr",
            r"tko|također|uopće|tjed[an]\w*|europsk\w+|priopćen\w*|izvješć\w*|zrakoplov\w*|tisuć\w+|glede|"
            r"povjerenik|siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga?|prosinca",
        ),
        ("sr", r"takođe|uopšte|nedelj\w+|evropsk\w+|saopšten\w*|istorij\w+|opštin\w+|hiljad\w+|avgusta|januara"),
        ("bs", r"također|uopće|sedmic\w+|evropsk\w+|saopćen\w*|historij\w+|općin\w+|hiljad\w+|augusta|januara"),
        ("id", "bahwa|karena|bisa|saat|tersebut|hal|penelitian|dikutip|polisi|uang|kantor"),
        ("ms", "bahawa|kerana|boleh|ialah|iaitu|berkata|beliau|manakala"),
    )
}
"""What only one of the languages of one script writes that share most of their frequent words."""
_LATIN, _KANA = re.compile("[A-Za-z\u00c0-\u024f]"), re.compile("[\u3040-\u30ff]")
_QUOTED = 3
"""So many Latin letters for each of Japanese or Chinese make a text in Latin letters, with words quoted in it."""
_BETWEEN = re.compile(r"[\s\d.,;:!?…()\[\]{}«»“”„‚\"'’‘`´|/_*+=<>@#%&~–—‐-]+|[।॥،؛؟。、]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*|[A-Za-z]{4,8}")
_END = re.compile(r"""[.。．।॥۔։።။།។!！?？؟՞…;；؛:：,，،、—–-][)）\]」』“”‘’"'»】]*$""")
_STOP = re.compile(r"""[.。．।॥۔։።။།។…][)）\]」』“”‘’"'»】]*$""")


def _script(text: str) -> str:
    """The script of the text; a few sentences of Japanese or Chinese in another are quoted there."""
    script = script_of(text)
    if script in ("Jpan", "Hani"):
        latin, wide = len(_LATIN.findall(text)), len(_KANA.findall(text)) + count_characters(text)
        return "Latn" if latin > _QUOTED * wide else script
    return script


def guess(text: str) -> str:
    """A language tag; `und` where the letters do not tell."""
    script = _script(text)
    if script == "Hani":
        is_more = sum(map(text.count, _PAIRED)) > sum(map(text.count, _SIMPLIFIED))  # than in what it quotes
        return "zh-Hant" if is_more and _is_full_of(text, _TRADITIONAL) else "zh-Hans"
    written = WRITTEN.get(script, [])
    if script in ("Jpan", "Hang", "Grek") or len(written) == 1:
        return written[0]
    scores = _scores(text, script, _LEAST)
    told = {tag: score - len(_frequent(tag)) / _BY_CHANCE for tag, score in scores.items()}
    best, *others = sorted(told, key=lambda tag: -told[tag]) or [""]
    is_clear = len(_words(text)) >= _FEW or not others or told[best] - told[others[0]] >= _CLEAR
    alike = next((group for group in _ALIKE if best in group), frozenset[str]())
    telling = {tag: len(found.findall(text)) for tag, found in _TELLING.items() if tag in alike}
    if any(telling.values()):
        return max(telling, key=lambda tag: telling[tag])
    if best and is_clear and scores[best] >= _ENOUGH:
        return best
    return written[0] if script in ("Cyrl", "Arab", "Hebr", "Deva", "Beng", "Ethi") else "und"


def _is_full_of(text: str, signs: frozenset[str]) -> bool:
    return sum(map(text.count, signs)) * _FEW_OF_SCRIPT > count_characters(text)


def settled(said: Sequence[str], text: str) -> str:
    """The tag among those that a page says, the first first, that the letters bear out; else what they tell.

    With its script where the language has several, and this is not the one that the bare tag means: sr-Latn, uz-Cyrl.
    """
    script = _script(text)
    found = _settled(said, text, script)
    if not script or found == "und" or written_in(found) == script:
        return found
    plain, *region = found.split("-")
    return "-".join([plain, script, *region])


def _settled(said: Sequence[str], text: str, script: str) -> str:
    told = guess(text)
    scores = _scores(text, script) if script in ("Latn", "Cyrl", "Arab", "Deva") else {}
    for one in said:
        plain = one.split("-")[0]
        if not script or not _may_be(plain, script):
            if script:
                continue
            return one
        if script == "Hani":
            is_told = told == "zh-Hant" or _is_full_of(text, _SIMPLIFIED)
            return told if one == "zh" or (plain == "zh" and is_told and count_characters(text) >= _FEW) else one
        one = next((other for other in said if other.startswith(f"{one}-")), one)
        mine, best = scores.get(plain if plain != "no" else "nb", -1), scores.get(told, 0)
        alike = any({plain, told} <= group for group in _ALIKE)
        if 0 <= mine < best * _CLEARLY and best >= _ENOUGH and not alike:
            continue
        if 0 <= mine < _STRANGE and len(text.split()) > _MANY:
            continue
        if (
            mine < 0 and best >= _ENOUGH + 0.1
        ):  # one of which no frequent words are known, and those of another stand there
            continue
        return one
    if told == "und":  # what a page says is right where nothing tells another, but English, which templates say
        return next((one for one in said if one.split("-")[0] != "en" and _may_be(one.split("-")[0], script)), told)
    return told


def _may_be(plain: str, script: str) -> bool:
    """Whether a language is written in the script."""
    if plain in WRITTEN.get(script, []):
        return True
    of_others = {tag for written in WRITTEN.values() for tag in written}
    return script == "Latn" and (plain not in of_others or plain in LATIN_TOO)


def tag(text: str) -> str:
    """A language tag as the edition writes it; empty where it is none."""
    plain = text.strip().replace("_", "-").split(",")[0].split(";")[0].split(".")[0].lower()
    if not _TAG.fullmatch(plain) or plain.startswith("x-"):
        return ""
    first, *more = plain.split("-")
    first = MEANT.get(first, first)
    if first.startswith(("zh", "yue")):
        if {"hant", "tw", "hk", "mo"} & {*more} or first == "zh-Hant":
            return "zh-Hant"
        return "zh-Hans" if {"hans", "cn", "sg", "my", "chs"} & {*more} or first == "zh-Hans" else "zh"
    if len(first) not in (2, 3) or first in ("und", "mul", "zxx", "mis"):
        return ""
    return "-".join([first, *(region for one in more[:2] if (region := _region(one, first)))])


def _region(part: str, plain: str) -> str:
    """The region that a part of a tag names, where the language is spoken in it; else empty."""
    from babel.core import get_global  # here, since only tags of more than a language wait for it

    region = "GB" if part == "uk" else part.upper()
    is_spoken = plain in get_global("territory_languages").get(region, {})
    return region if is_spoken or (plain, part) == ("es", "419") else ""


def _words(text: str) -> list[str]:
    return [*filter(None, _BETWEEN.split(text.lower()))]


def _scores(text: str, script: str, least: int = _FEW) -> dict[str, float]:
    """How much of the text are frequent words of each language that is written so; nothing where it has few words."""
    words = Counter(_words(text))
    whole = sum(words.values())
    if whole < least:
        return {}
    return {
        tag: sum(count for word, count in words.items() if word in _frequent(tag)) / whole
        for tag in _LISTS
        if _may_be(tag, script)
    }


@cache
def _frequent(tag: str) -> frozenset[str]:
    words = frozenset(word.lower() for word in justext.get_stoplist(_LISTS[tag]))
    return words - {word for word in _frequent("en") if len(word) > 2} if tag in _MIXED else words


def ends(text: str) -> bool:
    """Whether a line ends as a sentence or a clause does, with any sign."""
    return bool(_END.search(text.rstrip()))


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a full stop, as headings do not."""
    return bool(_STOP.search(text.rstrip()))


def width(text: str) -> int:
    """How long a line looks: a letter of Chinese or Japanese is as wide as two of Latin."""
    return sum(2 if character >= "\u2e80" else 1 for character in text)
