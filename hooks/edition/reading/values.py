"""Single values: text, Markdown, ids, addresses, dates, yes or no. Each reader answers with None where it reports."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from sys import intern
from typing import Any, NamedTuple
from unicodedata import name as name_of_character
from unicodedata import normalize

import yaml

from edition.model import ANNOTATIONS, FOLDERS, LONGEST, Document
from edition.problems import Problem, SourceFile, did_you_mean, one_of, short
from edition.reading.addresses import is_address, no_address
from edition.reading.dates import date_meant, plain_sign
from edition.reading.full_width import parts_of_list, unmarked
from edition.reading.markdown_fields import check_markdown
from edition.reading.yaml_file import FORBIDDEN, place_of
from edition.text import LATIN_SPELLED, is_tag, tag_meant

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NULL = "tag:yaml.org,2002:null"
DOI = re.compile(r"10\.[0-9]{4,9}(\.[0-9]+)*/\S+", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_DAY = "2026-01-05"
_TRUTH = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}
_LOOKS_LIKE = str.maketrans("асеорхуіјѕһԁԛԝοανρυικτıⅼ", "aceopxyijshdqwoavpuiktil")
"""Letters of other scripts that are taken for Latin ones (Unicode Technical Standard 39), the common ones."""


class Context(NamedTuple):
    """What every reader needs: the file for places, the list that takes problems."""

    file: SourceFile
    problems: list[Problem]

    def report(self, node: yaml.Node, message: str, remedy: str = "") -> None:
        """Add a problem at the node."""
        self.problems.append(Problem(place_of(self.file, node), message, remedy))


Reader = Callable[[Context, yaml.Node, str], Any]
"""Takes the context, a node and the field's name for messages."""


def fitting(fits: Callable[[str], object], refusal: Callable[[str, str], tuple[str, str]]) -> Reader:
    """A reader of texts that fit. Of another the refusal of it and the field's name (message and remedy) is told, or
    the quotation marks that spoil it."""

    def read(context: Context, node: yaml.Node, name: str) -> str | None:
        text = read_text(context, node, name)
        if text is None:
            return None
        if fits(text):
            return intern(text)  # one word, one id stands in many notes
        if not _is_marked(context, node, name, text):
            context.report(node, *refusal(text, name))
        return None

    return read


def choice_reader(choices: tuple[str, ...]) -> Reader:
    """A reader that takes one of the words."""

    def refusal(text: str, name: str) -> tuple[str, str]:
        message = f"“{short(text)}” is no {name}; wanted is one of {one_of(choices)}"
        return message, did_you_mean(text[:60].lower(), choices)

    return fitting(choices.__contains__, refusal)


def _is_marked(context: Context, node: yaml.Node, name: str, text: str) -> bool:
    """Whether the value stands in quotation marks that YAML does not know; if so, that is reported."""
    bare = unmarked(text)
    if bare:
        message = (
            f"“{name}” stands in the quotation marks {text.strip()[0]} {text.strip()[-1]}, which YAML does not know"
        )
        context.report(node, message, f"Write {name}: {bare}, without them or in straight double ones.")
    return bool(bare)


def read_text(context: Context, node: yaml.Node, name: str, kind: str = "text") -> str | None:
    """A text in NFC, not empty, not longer than its kind may be, without invisible characters."""
    if not isinstance(node, yaml.ScalarNode):
        found = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
        remedy = "Write one text; one that begins with [ or { or holds “: ” must stand in straight double quotes."
        if kind == "markdown" and isinstance(node, yaml.SequenceNode) and not node.flow_style:
            remedy = f"Write “{name}: |”, which lets the lines below it be a text with a list in it."
        if isinstance(node, yaml.SequenceNode) and len(node.value) == 1 and isinstance(node.value[0], yaml.ScalarNode):
            remedy = f"Write it without brackets: {shown(node.value[0])}"
        context.report(node, f"“{name}” takes text; found {found}", remedy)
        return None
    text: str = node.value if node.value.isascii() else normalize("NFC", node.value)
    if not text.strip() or (not node.style and node.tag == NULL):
        context.report(node, f"“{name}” is empty", "Fill it in, or delete the line if it may be left out.")
        return None
    if not text.isprintable() and FORBIDDEN.search(text):  # an escape made it, and that has been reported
        return None
    if len(text) > LONGEST[kind]:
        called, remedy = "a text", "Say it in fewer words."
        if kind == "quote":
            called, remedy = "a quote", "Quote the words that matter; a note may have several targets."
        message = f"“{name}” has {len(text):,} characters; {called} has at most {LONGEST[kind]:,}"
        context.report(node, message, remedy)
        return None
    return text.rstrip("\n")


def read_markdown(context: Context, node: yaml.Node, name: str) -> str | None:
    """A text in Markdown. What is not let through is reported, and the text still read: it can do no harm."""
    text = read_text(context, node, name, "markdown")
    if text is not None:
        context.problems.extend(check_markdown(name, text, place_of(context.file, node)))
    return text


def id_reader(kind: type[Document]) -> Reader:
    """A reader that takes the id of another file, of the kind."""
    return fitting(ID.fullmatch, partial(_no_id, kind))


def _no_id(kind: type[Document], text: str, _name: str) -> tuple[str, str]:
    """Message and remedy for what is no id of the kind."""
    stem = re.split(r"[/\\]", text)[-1].removesuffix(".yml")
    near = as_id(stem)
    parts = parts_of_list(text)
    if len(parts) > 1 and all(map(ID.fullmatch, parts)):
        return f"“{short(text)}” is no id", f"Between two ids stands the ASCII comma “,”: {', '.join(parts)}"
    is_url = is_address(text)
    if is_url or ((not near or len(text.split()) > 1) and "/" not in text):
        noun = kind.noun()
        address = text if is_url else "ADDRESS"
        made = f"{noun.replace(' ', '-')} {address if kind is FOLDERS['sources'] else 'WORDS'}"
        remedy = (
            f"Here stands the id of a {noun}: the name of its file {ANNOTATIONS}/{kind.folder}/ID.yml, "
            "without folder and end.\n"
            f"Where there is no such file yet, `edition new {made}` begins one and says its id."
        )
        return f"“{short(text)}” is no id of a {noun}", remedy
    remedy = f"Write “{near}”." if near else ""
    if near and stem != text:
        remedy = f"An id is the file's name without folder and “.yml”: “{near}”."
    return f"“{short(text)}” is no id: {id_rule(text)}", remedy


def _no_tag(text: str, _name: str) -> tuple[str, str]:
    meant = tag_meant(text)
    remedy = (
        f"Write {meant}." if meant else "It begins with the two letters that ISO 639 has for the language, or three."
    )
    return f"“{short(text)}” is no language tag; wanted is one such as en, pt-BR or zh-Hans", remedy


def _no_doi(text: str, _name: str) -> tuple[str, str]:
    found = DOI.search(text)
    return f"“{short(text)}” is no DOI; wanted is one such as 10.1000/182", f"Write {found[0]}." if found else ""


def _read_iso(context: Context, node: yaml.Node, name: str, wanted: str) -> str | None:
    text = read_text(context, node, name)
    if text is None:
        return None
    parts = _DATE.fullmatch(text)
    if not parts or (wanted == _DAY and not parts[3]):
        if _is_marked(context, node, name, text):
            return None
        remedy = "" if parts else date_meant(text)
        context.report(node, f"“{short(text)}” is no date; wanted is one such as {wanted}", remedy)
        return None
    year, month, day = int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)
    try:
        date(year, month, day)
    except ValueError:
        remedy = "The order is year, month, day."
        if year and 1 <= month <= 12 and day:
            remedy = f"That month has {monthrange(year, month)[1]} days."
        context.report(node, f"there is no {text} in the calendar", remedy)
        return None
    return text


def read_bool(context: Context, node: yaml.Node, name: str) -> bool | None:
    """True or false, in these words only: `no` is a country to some and false to others."""
    if isinstance(node, yaml.ScalarNode) and node.value in ("true", "false"):
        return bool(node.value == "true")
    found = shown(node)
    meant = _TRUTH.get(found.lower(), "")
    context.report(node, f"“{name}” takes true or false; found “{found}”", f"Write {meant}." if meant else "")
    return None


SCALARS: Mapping[str, Reader] = {
    "text": read_text,
    "quote": partial(read_text, kind="quote"),
    "markdown": read_markdown,
    "url": fitting(is_address, lambda text, _name: no_address(text)),
    "language": fitting(is_tag, _no_tag),
    "doi": fitting(DOI.fullmatch, _no_doi),
    "date": partial(_read_iso, wanted=f"{_DAY}, 2026-01 or 2026"),
    "day": partial(_read_iso, wanted=_DAY),
}


def as_id(text: str) -> str:
    """The id nearest to a text: `GPT-4 (2023)` gives `gpt-4-2023`."""
    plain = "".join(map(plain_sign, text[:200].lower().translate(_LOOKS_LIKE).translate(LATIN_SPELLED)))
    latin = normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", latin.lower()))


def id_rule(text: str) -> str:
    """What an id is made of; names a letter that only looks right."""
    rule = "an id is made of small letters a–z, digits and single hyphens"
    looks = {sign: normalize("NFKC", sign).lower().translate(_LOOKS_LIKE) for sign in text if not sign.isascii()}
    strange = next((sign for sign, like in looks.items() if like.isascii()), "")
    return f"{rule}, and “{strange}” here is {name_of_character(strange)}" if strange else rule


def shown(node: yaml.Node) -> str:
    """A node's text for a message."""
    return short(node.value) if isinstance(node, yaml.ScalarNode) else "…"
