"""What is proposed for words that do not stand in the article: its own form of them, or the nearest passages.

Every keyboard writes some signs otherwise than the article has them: `，？：“”` for `,?:""`, full-width digits, a space
that does not break. The article's own form of words is what it has but for the width and the shape of such signs, and
for the vowels that Arabic and Hebrew may write over and under their letters, or leave out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from unicodedata import normalize

from edition.anchoring.quotes import Effort, Range, Selector, match, nearest, words_of
from edition.text import NARROW, SectionText, normalise, unquoted

_SURE = 85
"""From this score (0 to 100) on the nearest passage is what was meant."""


_WIDTHS: Mapping[int, str | None] = {**NARROW, **{code: None for code in range(0x3001) if chr(code).isspace()}}
_ZEROS = "٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰"
"""Of the scripts that have digits of their own: the nine others follow."""
_SHAPES = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»「」『』＂״", '"'),
        **dict.fromkeys("‘’‚‛‹›＇׳", "'"),
        **dict.fromkeys("【〔［", "["),
        **dict.fromkeys("】〕］", "]"),
        **dict.fromkeys("‐‑‒–—―－־", "-"),
        **dict.fromkeys("〜∼～", "~"),
        **dict.fromkeys("、،", ","),
        "。": ".",
        "؟": "?",
        "؛": ";",
        "⋯": "…",
        "ي": "ی",  # keyboards for Arabic and for Persian have each their own
        "ك": "ک",
        **{chr(ord(zero) + number): str(number) for zero in _ZEROS for number in range(10)},
    }
)
_MARKS = " “”„‟«»「」『』\"'"
_SEPARATOR = re.compile("[，、；،؛;]")
_MARKUP = re.compile(r"<[^<>]*>|[*_`~]+")
_EDGES = re.compile(r"^\W+|\W+$")
_OMISSION = re.compile(r"\s*[\[(（]?(?:…+|\.{3,})[\])）]?\s*")
_VOWELS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
)
"""With the stroke that draws an Arabic word out."""
_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d"))
"""What parts or joins letters within a word of Persian, where many write a space or nothing."""
_LETTERS = {
    code: letters
    for code in (*range(0x2E80, 0x2FD6), *range(0xFB00, 0xFEFD))
    if (letters := normalize("NFKC", chr(code))) != chr(code) and letters.isalnum()
}
"""What words bring along that are copied out of a PDF: radicals for characters, letters that are joined or shaped."""
_FORMS = {
    **{code: letters.translate(_SHAPES) for code, letters in _LETTERS.items()},
    **{code: sign and sign.translate(_SHAPES) for code, sign in _WIDTHS.items()},
    **_SHAPES,
    **{code: None for code in range(0x590, 0x700) if _VOWELS.match(chr(code))},
    **_JOINERS,
}


class Folded:
    """A text with its signs in one form, without those that have none; by default those alone that are wide or narrow,
    and white space."""

    def __init__(self, text: str, forms: Mapping[int, str | None] = _WIDTHS) -> None:
        self._source, self._forms = text, forms
        self.text = text.translate(forms)

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each of the characters stands in the text as it was."""
        forms = (self._forms.get(ord(sign), sign) or "" for sign in self._source)
        return [offset for offset, form in enumerate(forms) for _ in form]

    def spans(self, *parts: str) -> Iterator[list[tuple[int, int]]]:
        """Each place where the parts stand one after another in some form: start and end of each, as the text was."""
        wanted = [normalise(part).translate(self._forms) for part in parts]
        whole = "".join(wanted)
        start = self.text.find(whole) if whole else -1
        while start >= 0:
            yield [self._span(*ends) for ends in pairwise(accumulate(map(len, wanted), initial=start))]
            start = self.text.find(whole, start + 1)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        if start >= end:
            return (0, 0)
        last = self._offsets[end - 1] + 1
        while _VOWELS.match(self._source, last) and not self._forms.get(ord(self._source[last]), ""):
            last += 1
        return (self._offsets[start], last)


def in_article_form(quote: str, texts: Sequence[SectionText]) -> list[Range]:
    """Where words stand that are the quote but for white space, the width or shape of signs, and written vowels."""
    return [Range(text.slug, *span) for text in texts for (span,) in Folded(text.flat, _FORMS).spans(quote)]


def _in_other_case(quote: str, texts: Sequence[SectionText]) -> list[Range]:
    """Where words stand that are the quote but for small letters and capitals."""
    wanted = re.compile(re.escape(normalise(quote)), re.I)
    found = ((text.slug, item) for text in texts for item in wanted.finditer(text.flat))
    return [Range(slug, *item.span()) for slug, item in found if item[0]]


def difference(quote: str, own: str) -> str:
    """In a sentence, where words first differ from the article's own form of them."""
    if quote != own and _VOWELS.sub("", quote) == _VOWELS.sub("", own):
        return "The article has other vowels over or under the letters"
    seen = ("".join(_VOWELS.sub("", words).translate(_JOINERS).split()) for words in (quote, own))
    pairs = zip(*seen, strict=False)
    here, has = next(((here, has) for here, has in pairs if here != has), (" ", " "))
    if here == has:
        return "The article has other spaces"
    return f"The article has {_quoted(_opposite(here, has))} where this has {_quoted(_opposite(has, here))}"


def _opposite(that: str, sign: str) -> str:
    """What is told of the text that has this sign where the other has that: to a joined one, its letters."""
    return _LETTERS[ord(that)] if ord(that) in _LETTERS and ord(sign) not in _LETTERS else sign


def differ_in_width(quote: str, own: str) -> bool:
    """Whether words are the article's own but for white space and the width of signs, so that they can be mended."""
    return quote.translate(_WIDTHS) == own.translate(_WIDTHS)


def _quoted(sign: str) -> str:
    return sign if sign.translate(_FORMS) in ("'", '"') else f"“{sign}”"


def without_signs(quote: str) -> str:
    """Words without markup, and without what stands around them that is no word."""
    return _EDGES.sub("", _MARKUP.sub("", normalise(quote)))


def proposal(quote: str, write: str, texts: Sequence[SectionText], effort: Effort, fixes: bool = True) -> str:
    """How words that do not stand in the article are mended, as far as the texts tell.

    `write` is what goes before them in the file; `fixes`, whether `edition check --fix` mends such a field.
    """
    if not effort.allows(texts):
        return "Copy the words from the article. (So many are wrong that the nearest passages are not looked for.)"
    if (words := unquoted(normalise(quote))) and match(Selector(words), texts):
        return f"Without its quotation marks it stands there: write {write}{json.dumps(words, ensure_ascii=False)}."
    if alike := in_article_form(quote, texts) or _in_other_case(quote, texts):
        own = words_of(alike[0], texts)
        is_mended = fixes and len(alike) == 1 and differ_in_width(quote, own)
        does = "; `edition check --fix` does that by itself" if is_mended else ""
        return f"{difference(quote, own)}: write {write}{json.dumps(own, ensure_ascii=False)}{does}."
    bare = without_signs(quote)
    if bare != quote and match(Selector(bare), texts):
        written = json.dumps(bare, ensure_ascii=False)
        return f"Without the signs that the article lacks it stands there: write {write}{written}."
    if (parts := _OMISSION.split(quote))[1:] and all(match(Selector(part), texts) for part in parts):
        return "A quote leaves nothing out. Write one of its parts, or give each a target of its own."
    parts = [part.strip(_MARKS) for part in _SEPARATOR.split(quote)]
    if len(parts) > 1 and all(parts) and all(match(Selector(part), texts) for part in parts):
        return f"Each of its parts stands there: between two entries stands the ASCII comma, [{', '.join(parts)}]."
    near = nearest(quote, texts)
    if near and near[0].score > _SURE:
        return f"Did you mean {near[0]}?"
    if near:
        return f"Nearest: {'; '.join(map(str, near))}."
    return "Take the words from the article exactly as they stand there."
