"""An example of each kind of note, in the article's own words, so that a new editor sees one of each at work."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import TypeAlias
from unicodedata import category

from edition.anchoring import Selector, describe
from edition.text import HAN, Leaf, SectionText, chinese_words, is_whole, way_of_reading, words_in

_Cut: TypeAlias = Callable[[str], Iterable[str]]
_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]+)*(?![A-Za-z0-9])")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_][^\s\d!-/:-@\[-`{-~«»،؛؟।॥\u2000-\u2bff\u3000-\u303f\uff00-\uff0f]{3,}")
_SPACELESS = re.compile(f"[{HAN}\u3040-\u30ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff]"
)
_LETTER = re.compile(r"[^\W_]")
_OPENING_WIDTH = 14
_LONG_ENOUGH = 60
"""So much of a text without spaces is cut into words for one to be taken."""
_LOOKED = "2026-01-01"
"""The day of an example's check, if the article is no younger."""
_TRIED = 3
"""Paragraphs that are looked at for one to quote."""


def quoted(text: str) -> str:
    """A text as a YAML value in double quotes, on one line, with what YAML or an eye cannot bear by its number."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04X}", json.dumps(text, ensure_ascii=False))


def examples(texts: Sequence[SectionText], language: str, issued: str, starter: Mapping[str, str]) -> dict[str, str]:
    """The files of the examples, by path, of an article that was issued then. Where no passage can be quoted,
    there is none that needs one."""
    cut = chinese_words if language.partition("-")[0] == "zh" else words_in
    places = _places(texts)
    # Where the same words stand again and again, each search takes long: after a few there is no example.
    found = (_opening(text, leaf, texts, cut) for text, leaf in places[:_TRIED])
    passages = list(islice((item for item in found if item), 2))
    if not passages:
        return {}
    first, second = passages[0], passages[min(1, len(passages) - 1)]
    values = {
        "READING": way_of_reading(language),
        "TERM": quoted(next(_candidates(texts, cut))),
        "GLOSS_TARGET": _target(*first),
        "CHECK_TARGET": _target(*second),
        "CHECKED": max(_LOOKED, f"{issued}-01-01"[: len(_LOOKED)]),
        "QUOTE": quoted(second[1].exact),
        "SECTION": quoted(second[0]),
        "TRANSLATION": _translation(texts[0], cut),
        "TRANSLATED": texts[0].slug,
        "VARIANT_TARGET": _target(*second),
        "BEGINS": quoted(_begins(texts[0].words(texts[0].leaves[0]), cut)),
        "FORM": quoted(_first_word(texts[0].words(texts[0].leaves[0]), cut)),
    }
    files = {
        "annotations/bios/example-bio.yml": "bio.yml",
        "annotations/fact-checks/example-check.yml": "fact-check.yml",
        "annotations/glosses/example-gloss.yml": "gloss.yml",
        "annotations/sources/example-source.yml": "source.yml",
        "annotations/claims.yml": "claims.yml",
        "annotations/translations/README.md": "translations.md",
        "annotations/interlinear/README.md": "interlinear.md",
        "annotations/variants/README.md": "variants.md",
    }
    return {path: filled(starter[name], values) for path, name in files.items()}


def filled(template: str, values: Mapping[str, str]) -> str:
    """The template with each `@NAME@` as its value says, a value of several lines under its first."""
    return re.sub(r"@([A-Z_]+)@", lambda found: values.get(found[1], found[0]), template)


def _places(texts: Sequence[SectionText]) -> list[tuple[SectionText, Leaf]]:
    return [(text, leaf) for text in texts for leaf in text.leaves if not leaf.is_heading]


def _opening(text: SectionText, leaf: Leaf, among: Sequence[SectionText], cut: _Cut) -> tuple[str, Selector] | None:
    """The opening words of a paragraph, as a selector that fits them alone."""
    selector = describe(text, leaf.start, leaf.start + len(_begins(text.words(leaf), cut)), among)
    return (text.slug, selector) if selector else None


def _begins(words: str, cut: _Cut) -> str:
    """The first words of a paragraph: a clause where it is short, else as many whole words as have room."""
    if len(words) <= _OPENING_WIDTH:
        return words
    found = re.match(
        rf".{{4,{_OPENING_WIDTH}}}?(?=[,，、。:：;；(（「])|"
        rf".{{1,{_OPENING_WIDTH}}}(?=[\s,，、。:：;；(（「])|.{{{_OPENING_WIDTH}}}[A-Za-zÀ-ÿ]*",
        words,
    )
    end = found.end() if found else len(words)
    if all(map(_SPACELESS.match, words[end - 1 : end + 1])):
        ends = accumulate(map(len, cut(words[:_LONG_ENOUGH])))
        end = next((after for after in ends if after >= end), end)
    return _with_vowels(words, end).rstrip(" ,，、。:：;；")


def _with_vowels(words: str, end: int) -> str:
    """The words up to there, and the vowels that are one sign with the letter before them."""
    while end < len(words) and category(words[end])[0] == "M":
        end += 1
    return words[:end]


def _target(slug: str, selector: Selector) -> str:
    parts = [f"section: {quoted(slug)}", f"exact: {quoted(selector.exact)}"]
    parts += [
        f"{name}: {quoted(value)}" for name, value in zip(("prefix", "suffix"), selector[1:], strict=True) if value
    ]
    return f"{{{', '.join(parts)}}}"


def _candidates(texts: Sequence[SectionText], cut: _Cut) -> Iterator[str]:
    """What may be an example's term: names in Latin letters, then words, each as it stands in the text."""
    inside = [text.flat[leaf.start : leaf.end] for text, leaf in _places(texts)]
    for pattern, start in ((_NAME, 1), (_WORD, 0)):  # the first word has a capital, be it a name or not
        for words in inside:
            for found in pattern.finditer(words, start):
                if is_whole(words, *found.span()):
                    yield from _parts(found.group(), cut, shortest=2)
    yield from (text.words(leaf) for text, leaf in _places(texts))


def _first_word(words: str, cut: _Cut) -> str:
    """The first word of a paragraph."""
    found = _WORD.search(words) or re.search(r"[^\W\d_]+", words)
    return next(_parts(found.group(), cut), words) if found else words


def _parts(words: str, cut: _Cut, shortest: int = 1) -> Iterator[str]:
    """What has no spaces between its words, cut into those that have so many letters; another word as it is."""
    if not _SPACELESS.match(words):
        yield words
        return
    yield from (word for word in cut(words[:_LONG_ENOUGH]) if len(_LETTER.findall(word)) >= shortest)


def _translation(text: SectionText, cut: _Cut) -> str:
    entries = [
        f"- begins: {quoted(_begins(text.words(leaf), cut))}\n  text: Write the English here." for leaf in text.leaves
    ]
    return "\n".join(entries)
