"""What a Markdown field may not hold. Publishing makes all of it harmless; here the contributor is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from markdown_it import MarkdownIt

from edition.problems import Place, Problem, short, within
from edition.reading.addresses import address_meant
from edition.reading.yaml_file import FORBIDDEN, describe_character

_SUSPECT = re.compile(r"<[A-Za-z/!?]|\]\(\s*<?(?!https?://|note:)|!\[|&[#A-Za-z]")
"""A quick test, right for most fields: only what it finds is worth parsing."""
_BAD_ADDRESS = re.compile(
    r"\]\(\s*<?(?!https?://|note:)(?P<link>(?:[^()\s>]|\([^()\s]*\))*)|<(?!https?://|note:)(?P<auto>[A-Za-z][\w+.-]+:[^<>\s]*)>"
)
_REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,8})|#([0-9]{1,8})|[A-Za-z]{2,40});")
_ALLOWED = re.compile(r"https?://|note:")

_LINKS = "Links go to http://, https:// or, as note:ID, to another note."

MARKDOWN = tuple("list emphasis link autolink backticks escape newline entity".split())
"""What the Markdown of notes knows, by markdown-it's names; what it does not know stands as text."""

_parser = MarkdownIt("zero", {"html": True}).enable([*MARKDOWN, "html_block", "html_inline", "image"])
_parser.validateLink = lambda url: bool(url)  # type: ignore[method-assign]


def check_markdown(name: str, text: str, place: Place) -> Iterator[Problem]:
    """A problem for all raw HTML, pictures and links to other than http, https and notes in a field's text."""
    if not _SUSPECT.search(text):
        return
    addresses = (found["link"] or found["auto"] or "" for found in _BAD_ADDRESS.finditer(text))
    yield from _references(name, text, place)
    seen = False
    for token in _parser.parse(text):
        for part in (token, *(token.children or ())):
            if part.type in ("html_block", "html_inline"):
                if seen and part.content.startswith("</"):
                    continue
                seen = True
                tag = re.split(r"(?<=>)|\n", part.content.strip(), maxsplit=1)[0]
                remedy = "Use Markdown, such as *emphasis* and [words](https://…); a sign < goes in `backticks`."
                yield Problem(
                    within(place, tag), f"“{name}” holds raw HTML, which is not let through: “{short(tag)}”", remedy
                )
            elif part.type == "image":
                remedy = "Link to it instead: [words](https://…)."
                yield Problem(within(place, "!["), "a picture stands here; notes hold none", remedy)
                if not _ALLOWED.match(str(part.attrGet("src") or "")):
                    next(addresses, "")
            elif part.type == "link_open" and not _ALLOWED.match(str(part.attrGet("href") or "")):
                address = next(addresses, "")
                at = within(place, address) if address else place
                meant = address_meant(address)
                remedy = f"Write the whole address: “{meant}”." if meant else _LINKS
                yield Problem(at, f"a link goes to “{short(address)}”", remedy)


def _references(name: str, text: str, place: Place) -> Iterator[Problem]:
    """A problem for the first character reference that makes what no text may hold."""
    for found in _REFERENCE.finditer(text):
        code = int(found[1], 16) if found[1] else int(found[2]) if found[2] else -1
        made = unescape(found[0]) if code < 0 else chr(code) if code <= 0x10FFFF else "\uffff"
        if FORBIDDEN.search(made) and not _in_code(text, found.start()):
            message = f"“{name}” holds “{found[0]}”, which makes {describe_character(made[0])}"
            yield Problem(within(place, found[0]), message, "Delete it.")
            return


def _in_code(text: str, index: int) -> bool:
    """Whether the character stands between two backticks of one line, where nothing is a reference."""
    line = text[text.rfind("\n", 0, index) + 1 : index]
    return line.count("`") % 2 == 1 and "`" in text[index:].partition("\n")[0]
