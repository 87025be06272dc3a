"""What an import finds: the article as blocks, what is known of it, and what was set aside or is doubtful."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from unicodedata import normalize

Mark = Literal["", "strong", "em"]
Kind = Literal["heading", "paragraph", "item", "caption", "quote", "picture"]

# What a reader cannot see and YAML and terminals cannot bear: controls, direction marks, byte order marks, no signs.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff"
    f"\ufff9-\ufffb\ufffe\uffff{''.join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))}]"
)
_LINE_ENDS = re.compile("[\u2028\u2029]")
_SPACE = re.compile(r"\s+")


class Span(NamedTuple):
    """A stretch of text in one weight."""

    text: str
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (`level` from 1), a paragraph, a list item and so on; `why` says how a guess was made.

    A picture has its description as text, which is none of the article's words.
    """

    kind: Kind
    spans: tuple[Span, ...]
    level: int = 0
    why: str = ""

    @property
    def text(self) -> str:
        """The words, white space as one."""
        return tidy("".join(span.text for span in self.spans))


class Aside(NamedTuple):
    """Words that were not taken into the text, and why."""

    text: str
    reason: str


class Finding(NamedTuple):
    """Something that is said of the article: its value and where it was found."""

    value: str
    where: str


class Doubt(NamedTuple):
    """Something that the editor had better look at: what it is, and the words."""

    message: str
    text: str


class Disagreement(NamedTuple):
    """A passage that only one of two readers takes for the article's."""

    reader: str
    text: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Article:
    """What was read. `findings` are by the field of edition.yml, the one that is used first."""

    form: Literal["text", "page"]
    language: str
    blocks: Sequence[Block]
    findings: Mapping[str, Sequence[Finding]] = field(default_factory=dict)
    asides: Sequence[Aside] = ()
    doubts: Sequence[Doubt] = ()
    disagreements: Sequence[Disagreement] = ()
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
