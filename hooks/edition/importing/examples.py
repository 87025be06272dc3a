"""An example of each kind of note, in the article's own words, so that a new editor sees one of each at work."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from unicodedata import category

from edition.anchoring import Selector, describe
from edition.text import HAN, Leaf, SectionText, is_whole

_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]+)*(?![A-Za-z0-9])")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_][^\s\d!-/:-@\[-`{-~«»،؛؟।॥\u2000-\u2bff\u3000-\u303f\uff00-\uff0f]{3,}")
_SPACELESS = re.compile(f"[{HAN}\u3040-\u30ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff]"
)
_OPENING_WIDTH = 14
_TRIED = 3
"""Paragraphs that are looked at for one to quote."""


def quoted(text: str) -> str:
    """A text as a YAML value in double quotes, on one line, with what YAML or an eye cannot bear by its number."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04X}", json.dumps(text, ensure_ascii=False))


def examples(texts: Sequence[SectionText], starter: Mapping[str, str]) -> dict[str, str]:
    """The files of the examples, by path. Where no passage can be quoted, there is none that needs one."""
    places = _places(texts)
    # Where the same words stand again and again, each search takes long: after a few there is no example.
    found = (_opening(text, leaf, texts) for text, leaf in places[:_TRIED])
    passages = list(islice((item for item in found if item), 2))
    if not passages:
        return {}
    first, second = passages[0], passages[min(1, len(passages) - 1)]
    values = {
        "TERM": quoted(_term(texts)),
        "GLOSS_TARGET": _target(*first),
        "CHECK_TARGET": _target(*second),
        "QUOTE": quoted(second[1].exact),
        "SECTION": quoted(second[0]),
        "TRANSLATION": _translation(texts[0]),
        "TRANSLATED": texts[0].slug,
        "VARIANT_TARGET": _target(*second),
        "BEGINS": quoted(_begins(texts[0].words(texts[0].leaves[0]))),
        "FORM": quoted(_first_word(texts[0].words(texts[0].leaves[0]))),
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


def _opening(text: SectionText, leaf: Leaf, among: Sequence[SectionText]) -> tuple[str, Selector] | None:
    """The opening words of a paragraph, as a selector that fits them alone."""
    selector = describe(text, leaf.start, leaf.start + len(_begins(text.words(leaf))), among)
    return (text.slug, selector) if selector else None


def _begins(words: str) -> str:
    """The first words of a paragraph: a clause where it is short, else whole words where there are spaces."""
    if len(words) <= _OPENING_WIDTH:
        return words
    found = re.match(
        rf".{{4,{_OPENING_WIDTH}}}?(?=[,，、。:：;；(（「])|"
        rf".{{1,{_OPENING_WIDTH}}}(?=[\s,，、。:：;；(（「])|.{{{_OPENING_WIDTH}}}[A-Za-zÀ-ÿ]*",
        words,
    )
    return _cut(words, found.end() if found else len(words)).rstrip(" ,，、。:：;；")


def _cut(words: str, end: int) -> str:
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


def _term(texts: Sequence[SectionText]) -> str:
    """A name in Latin letters, or a word; what stands in the text as such."""
    return next(_candidates(texts))


def _candidates(texts: Sequence[SectionText]) -> Iterator[str]:
    inside = [text.flat[leaf.start : leaf.end] for text, leaf in _places(texts)]
    for pattern, start in ((_NAME, 1), (_WORD, 0)):  # the first word has a capital, be it a name or not
        for words in inside:
            for found in pattern.finditer(words, start):
                word = found.group()
                if not is_whole(words, *found.span()):
                    continue
                yield _cut(word, 2) if _SPACELESS.match(word) else word
    yield from (text.words(leaf) for text, leaf in _places(texts))


def _first_word(words: str) -> str:
    """The first word, in a script that puts spaces between words; of others its first character."""
    found = _WORD.search(words) or re.search(r"[^\W\d_]+", words)
    word = found.group() if found else words
    return _cut(word, 1) if _SPACELESS.match(word) else word


def _translation(text: SectionText) -> str:
    entries = [
        f"- begins: {quoted(_begins(text.words(leaf)))}\n  text: Write the English here." for leaf in text.leaves
    ]
    return "\n".join(entries)
