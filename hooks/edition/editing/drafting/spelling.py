"""Proposals that an author must check: an id for words, pinyin for Chinese."""

from __future__ import annotations

import re
from collections.abc import Container

from edition.reading import as_id
from edition.text import as_word, chinese_words, has_han, is_settled, romanized

_SMALL_WORDS = set("a an and are as at be been by for from had has have in is it its of on or than that the to was "
                   "were which who will with".split())  # fmt: skip
_APOSTROPHE = re.compile("[’']")
_LATIN_WORD = re.compile("[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_LATIN_LETTER = re.compile(r"[^\W\d]")
_MOST_WORDS = 5


def propose_id(words: str, taken: Container[str], *, is_chinese: bool = True) -> str:
    """An id of the words that tell most, not yet taken: `OpenAI has existed for ten years`, `openai-existed-ten-years`.

    Chinese goes by its pinyin without tones, other scripts by their spelling in Latin letters, where it is settled.
    Empty where it is not, so that an editor has to say one; where there is not a letter, it is `note`.
    """
    plain = _APOSTROPHE.sub("", words)
    latin = _APOSTROPHE.sub("", pinyin(plain)) if is_chinese and has_han(plain) else romanized(plain)
    parts = as_id(latin).split("-")
    telling = [part for part in parts if part not in _SMALL_WORDS] or parts
    stem = "-".join(telling[:_MOST_WORDS])
    if not is_settled(latin):
        names = filter(_LATIN_LETTER.search, _LATIN_WORD.findall(plain))  # that stand there in Latin letters
        stem = "-".join(as_id(" ".join(names)).split("-")[:_MOST_WORDS])
        if not stem:
            return ""
    stem = stem or "note"
    proposals = (stem, *(f"{stem}-{number}" for number in range(2, 1_000)))
    return next(proposal for proposal in proposals if proposal not in taken)


_LATIN_SIGNS = str.maketrans("，。；：！？、（）", ",.;:!?,()")
_BY_ITSELF = {"一yí": "yī", "一yì": "yī", "不bú": "bù"}
"""Pinyin writes the tone that a syllable has by itself (GB/T 16159-2012), not the one that its neighbour gives it."""


def pinyin(text: str) -> str:
    """The pinyin of a Chinese text, by word and with tone marks; what is not Chinese stays as it is."""
    spaced = " ".join(spoken for _, spoken in spoken_words(text)).translate(_LATIN_SIGNS)
    return re.sub(r"\s+([,.;:!?%)\]}”’」』》…])|([(\[{“‘「『《])\s+", r"\1\2", spaced)


def spoken_words(text: str) -> list[tuple[str, str]]:
    """Each word of a Chinese text with its pinyin; what is not Chinese with itself."""
    from pypinyin import Style, lazy_pinyin  # large, and seldom needed

    words = []
    for word in filter(str.strip, chinese_words(text)):
        syllables = lazy_pinyin(word, style=Style.TONE) if has_han(word) else [word]
        if len(syllables) == len(word):
            syllables = [_BY_ITSELF.get(sign + spoken, spoken) for sign, spoken in zip(word, syllables, strict=True)]
        words.append((word, as_word(syllables)))
    return words
