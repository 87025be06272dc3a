"""What an import finds: the article as blocks, what is known of it, and what was set aside or is doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from unicodedata import normalize

Formatting = Literal["", "strong", "em", "sup", "sub", "code"]
Kind = Literal[
    "heading", "paragraph", "item", "caption", "quote", "picture", "code", "row", "term", "definition", "footnote"
]

# What a reader cannot see and YAML and terminals cannot bear: controls, direction marks, byte order marks, no signs.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff"
    f"\ufff9-\ufffb\ufffe\uffff{''.join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))}]"
)
_LINE_ENDS = re.compile("[\u2028\u2029]")
_SPACE = re.compile(r"\s+")
_WIDE = "\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_WRAPPED = re.compile(rf"(?<=[{_WIDE}])[^\S\u3000]*[\r\n][^\S\u3000]*(?=[{_WIDE}])")
"""The end of a line between two signs of Chinese or Japanese (Korean has spaces)."""


class Span(NamedTuple):
    """A stretch of text in one weight; `reading` is what stands over it in ruby, and none of its words."""

    text: str
    mark: Formatting = ""
    reading: str = ""


class Cell(NamedTuple):
    """A cell of a table of data."""

    spans: tuple[Span, ...]
    is_head: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (`level` from 1), a paragraph, a list item and so on; `why` says how a guess was made.

    A picture has its description as text, which is none of the article's words. Rows that follow one another are a
    table, terms and definitions a list of them, items a list.
    """

    kind: Kind
    spans: tuple[Span, ...]
    level: int = 0
    why: str = ""
    number: int = 0
    """Of an item in an ordered list, from 1."""
    cells: tuple[Cell, ...] = ()
    """Of a row."""
    part: str = ""
    """Of a row: head, body or foot of its table."""
    begins: bool = False
    """Whether a row or an item is the first of its table or list."""

    @property
    def text(self) -> str:
        """The words, white space as one; of code, with its lines."""
        words = "".join(span.text for span in self.spans)
        return words if self.kind == "code" else tidy(words)


class Aside(NamedTuple):
    """Words that were not taken into the text, and why."""

    text: str
    reason: str


TITLE = "the title: it stands in edition.yml"
"""Why the words of the title are set aside."""


class Finding(NamedTuple):
    """Something that is said of the article: its value and where it was found."""

    value: str
    where: str


def values_of(findings: Mapping[str, Sequence[Finding]], *names: str) -> list[str]:
    """What was found under these names, in their order."""
    return [item.value for name in names for item in findings[name]]


class Doubt(NamedTuple):
    """Something that the editor had better look at: what it is, and the words."""

    message: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """What was read. `findings` are by the field of edition.yml, the one that is used first."""

    form: Literal["text", "page"]
    language: str
    blocks: Sequence[Block]
    findings: Mapping[str, Sequence[Finding]] = field(default_factory=dict)
    asides: Sequence[Aside] = ()
    doubts: Sequence[Doubt] = ()
    remarks: Sequence[str] = ()
    """What was done to the whole, in sentences."""
    read_as: str = ""
    """The encoding and how it was known, in a sentence; empty where a text was given and no bytes."""

    def found(self, name: str) -> str:
        """The value that is used for a field; empty where nothing was found."""
        values = self.findings.get(name, ())
        return values[0].value if values else ""


def tidy(text: str) -> str:
    """Unicode NFC, white space as one space, none at the ends."""
    return _SPACE.sub(" ", normalize("NFC", text)).strip()


def loose(text: str) -> str:
    """Letters and digits alone, for comparison."""
    return re.sub(r"[\W_]+", "", text.casefold())


def unwrapped(spans: Sequence[Span]) -> list[Span]:
    """The spans without the ends of lines between two signs of Chinese or Japanese, which are no space there."""
    whole = "".join(span.text for span in spans)
    gone = {place for match in _WRAPPED.finditer(whole) for place in range(*match.span())}
    if not gone:
        return list(spans)
    at, kept = 0, []
    for span in spans:
        kept.append(span._replace(text="".join(
            sign for place, sign in enumerate(span.text, at) if place not in gone
        )))  # fmt: skip
        at += len(span.text)
    return kept


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans with neighbours of one mark as one, and nothing where there are no words."""
    found: list[Span] = []
    for span in spans:
        mark = span.mark if span.text.strip() else ""
        if found and found[-1].mark == mark and not (found[-1].reading or span.reading):
            found[-1] = Span(found[-1].text + span.text, mark)
        else:
            found.append(span._replace(mark=mark))
    return tuple(found) if any(span.text.strip() for span in found) else ()


def without_unseen(text: str) -> tuple[str, list[str]]:
    """The text without what no reader sees and no file may hold, and a sentence where something was taken out."""
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    # A text has few different signs, and to look at each of its places would take long.
    found = {sign: text.count(sign) for sign in sorted(set(text)) if _UNSEEN.match(sign)}
    if not found:
        return text, []
    kinds = ", ".join(f"U+{ord(sign):04X} ({count})" for sign, count in found.items())
    told = f"Characters that no reader sees were taken out: {kinds}."
    return text.translate(dict.fromkeys(map(ord, found))), [told]
