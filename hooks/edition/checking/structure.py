"""The article's file holds the article: plain text structure, and nothing that adds to its words or hides them.

The HTML that Markdown makes of a section is read strictly: every element is one of the list in `elements`, is closed
where it was opened, and stands where HTML lets it stand, so that a browser reads the same tree as the engine, and what
is woven in stays where it was put.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from itertools import islice
from typing import NamedTuple

from edition.checking.elements import (
    ATTRIBUTES,
    CLASSES,
    DEEPEST,
    NO_WORDS,
    NOT_TWICE,
    SIGNS,
    SWALLOWING,
    WITHIN,
    WITHOUT_END,
    WORDS,
    is_known,
    matching,
)
from edition.checking.source_lines import Fault, problems_at
from edition.problems import Problem, SourceFile
from edition.text import HEADINGS

MOST = 100
"""So many problems of a section are told at once: each is looked for in its file."""
_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)
    (?P<attributes>(?:[ \t\n]+[^\s"'<>/=]+(?:[ \t\n]*=[ \t\n]*(?:"[^"]*"|'[^']*'|[^\s"'=<>`/&]+))?)*)
    [ \t\n]*(?P<slash>/?)>""",
    re.X,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:[ \t\n]*=[ \t\n]*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`/&]+)))?""")
_REFERENCE = re.compile(r"&(?:\#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<number>[0-9]+))|(?P<name>[A-Za-z][A-Za-z0-9]*));?")
_UP_TO_END = re.compile("([^<]*)</a>", re.I)
_CUT = re.compile(r"<[^<>]*>?|&\#?[A-Za-z0-9]*;?|[^<&]+|[<&]")

_PLAIN = "Write the words as plain Markdown, and what is said about them as a note."


class _Open(NamedTuple):
    name: str
    start: int
    end: int


def check_structure(file: SourceFile, line: int, html: str) -> list[Problem]:
    """A problem, at its line of the file, for what in a section's HTML is not plain text structure: the first `MOST`.

    The Markdown of which the HTML was made begins on the `line`.
    """
    return problems_at(file, line, html, islice(faults(html), MOST))


def faults(html: str) -> Iterator[Fault]:
    """What is not plain text structure, in order."""
    stack: list[_Open] = []
    position = 0
    while position < len(html):
        inside = stack[-1].name if stack else ""
        if html[position] != "<":
            found = _CUT.match(html, position)
            end = found.end() if found else position + 1
            yield from _text(html, position, end, inside)
            position = end
            continue
        tag = _TAG.match(html, position)
        if tag is None:
            end = _end_of_what_is_no_tag(html, position)
            yield Fault(position, end, *_no_tag(html[position:end]))
            if html.startswith(("<!", "<?"), position):
                position = end
                continue
            return  # a browser may take all that follows for a part of it
        name = tag["name"].lower()
        if tag["close"]:
            yield from _close(tag, name, stack)
        else:
            found_here = [*_start(tag, name, stack)]
            yield from found_here
            if any(finding.swallows for finding in found_here):
                return
            # What is unknown may be of the kind that has no end.
            if name not in WITHOUT_END and (is_known(name) or f"</{name}" in html[tag.end() :].lower()):
                stack.append(_Open(name, *tag.span()))
                if len(stack) == DEEPEST:
                    message = f"here elements stand {DEEPEST} deep in one another"
                    yield Fault(*tag.span(), message, "Write it with fewer.")
                    return
        position = tag.end()
    yield from map(_left_open, stack)


def _close(tag: re.Match[str], name: str, stack: list[_Open]) -> Iterator[Fault]:
    """What is wrong with the end of an element, which is taken off the stack with what is open in it."""
    if not any(item.name == name for item in stack) or tag["attributes"] or tag["slash"]:
        message = f"here “{name}” is closed, which is not open"
        yield Fault(*tag.span(), message, "Delete it, or open it where it begins.")
        return
    while stack[-1].name != name:
        yield _left_open(stack.pop())
    stack.pop()


def _start(tag: re.Match[str], name: str, stack: list[_Open]) -> Iterator[Fault]:
    inside = stack[-1].name if stack else ""
    allowed = WORDS.get(inside, NO_WORDS.get(inside, frozenset[str]()))
    span = tag.span()
    if not is_known(name):
        message = f"the element “{name}” is none of an article’s text"
        yield Fault(*span, message, _PLAIN, swallows=name in SWALLOWING)
        return
    if tag["slash"] and name not in WITHOUT_END:
        message = f"a slash does not close the element “{name}”"
        yield Fault(*span, message, f"Write </{name}> where it ends.")
    if name not in allowed or (name in WITHIN and inside not in WITHIN[name]):
        where = f"in “{inside}”" if inside else "in the section itself"
        yield Fault(*span, f"the element “{name}” cannot stand {where}", _PLAIN)
    elif name in NOT_TWICE and any(item.name == name for item in stack):
        yield Fault(*span, f"the element “{name}” stands in another one", "Close the first before it.")
    yield from _attributes(tag, name, [item.name for item in stack])


def _attributes(tag: re.Match[str], name: str, around: list[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for found in _ATTRIBUTE.finditer(tag["attributes"]):
        key, raw = found[1].lower(), next((value for value in found.groups()[1:] if value is not None), "")
        value = unescape(raw)
        may = ATTRIBUTES.get(name, {}).get(key) or ATTRIBUTES["*"].get(key)
        what = f"“{key}” of “{name}”"
        message, hint = "", value or key
        if key in seen:
            message = f"the attribute {what} stands twice"
        elif may is None:
            message, hint = f"the attribute {what} is none of an article’s text", key
        elif key == "class":
            class_ = next((item for item in raw.split() if not _may_be(item, tag, name, around)), "")
            if class_:
                message, hint = f"the class “{unescape(class_)}” is none of an article’s text", class_
        elif not may(value):
            message = f"the attribute {what} may not be “{value}” here"
        elif _bad_reference(raw):
            message = f"the attribute {what} holds “{_bad_reference(raw)}”, which is no character"
        seen.add(key)
        if message:
            remedy = "Links lead within the site or begin with https://." if key == "href" else _PLAIN
            remedy = "Put the picture into the site, and name its file." if key == "src" else remedy
            yield Fault(*tag.span(), message, remedy, hint)


def _may_be(class_: str, tag: re.Match[str], name: str, around: list[str]) -> bool:
    """Whether a class is one that Markdown's own extensions write, where and as they write it."""
    if not CLASSES.get(name, matching("(?!)"))(class_):
        return False
    if class_ in SIGNS:  # the words of the one are not counted among the article's, and themes hide both
        words = _UP_TO_END.match(tag.string, tag.end())
        is_in_place = bool(around) and (class_ != "headerlink" or around[-1] in HEADINGS)
        return words is not None and is_in_place and SIGNS[class_](unescape(words[1]))
    return name != "span" or class_ == "toctitle" or "pre" in around or "code" in around


def _text(html: str, start: int, end: int, inside: str) -> Iterator[Fault]:
    text = html[start:end]
    is_sign = text == "&" and html[end : end + 1] in ("", " ", "\n", "\t")
    if text.startswith("&") and not is_sign and (bad := _bad_reference(text) or text * (text[-1] != ";")):
        message = f"“{bad}” is no character that is known"
        yield Fault(start, end, message, "For the sign & itself write &amp;.", bad)
    if inside in NO_WORDS and text.strip(" \t\n"):
        where = f"the element “{inside}”" if inside else "the section itself"
        words = text.strip()
        begin = start + text.index(words)
        yield Fault(begin, begin + len(words), f"words stand loose in {where}", "Put them into a paragraph.", words[:9])


def _bad_reference(text: str) -> str:
    """The first character reference that browsers read in their own way; empty where there is none."""
    for found in _REFERENCE.finditer(text):
        if found["name"]:
            if f"{found['name']};" not in html5 or not found[0].endswith(";"):
                return found[0]
        else:
            digits = found["hex"] or found["number"]
            code = int(digits[-9:], 16 if found["hex"] else 10) if len(digits.lstrip("0")) < 8 else 0
            is_plain = 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF or code in (9, 10)
            if not found[0].endswith(";") or not is_plain or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
                return found[0]
    return ""


def _end_of_what_is_no_tag(html: str, start: int) -> int:
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")):
        if html.startswith(opening, start):
            found = html.find(closing, start + len(opening))
            return found + len(closing) if found >= 0 else len(html)
    found = html.find(">", start)
    following = html.find("<", start + 1)
    ends = [end for end in (found + 1, following) if end > 0]
    return min(ends, default=len(html))


def _no_tag(text: str) -> tuple[str, str]:
    if text.startswith("<!--"):
        return "a comment is no part of the article’s text", "Delete it; what is to be said of the text is a note."
    if text.startswith(("<!", "<?")):
        return "this is no part of an article’s text", "Delete it."
    return (
        "this is no well-formed tag",
        "Close it with “>” and write its values in quotation marks; for the sign < write &lt;.",
    )


def _left_open(item: _Open) -> Fault:
    message = f"the element “{item.name}” is not closed, or not before what it stands in"
    return Fault(item.start, item.end, message, f"Write </{item.name}> where it ends.")
