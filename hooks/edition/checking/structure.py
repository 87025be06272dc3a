"""The article's file holds the article: plain text structure, and nothing that adds to its words or hides them.

Here stands, in one place, which elements and attributes a section may have. The HTML that Markdown makes of a section
is read strictly: every element is closed where it was opened and stands where HTML lets it stand, so that a browser
reads the same tree as the engine, and what is woven in stays where it was put. What is left out, and why:

- what shows or hides by itself, or is no text: `svg`, `math`, `textarea`, `select`, `details`, `noscript`, scripts,
  styles, frames, forms, comments; `class`, `style`, `hidden`, `aria-hidden`, events, `data-…`;
- `del`, `ins`, `s`: a reader takes struck words as taken back, and quotes and checksum could not tell;
- `bdo`, which shows words in another order than they stand in.

Classes are those that Markdown's own extensions write, and these at their place only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from html.entities import html5
from typing import NamedTuple

from edition.checking.sources import Finding, problems_at
from edition.problems import Problem, SourceFile

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_INLINE = frozenset(
    "a abbr b bdi br cite code dfn em i img kbd mark q rb rp rt ruby samp small span strong sub sup time u var "
    "wbr".split()
)
_VOID = frozenset("br col hr img wbr".split())
_FLOW = _HEADINGS | frozenset("blockquote div dl figure hr ol p pre section table ul".split())

_NO_WORDS: Mapping[str, frozenset[str]] = {
    "": _FLOW,
    "section": _FLOW,
    "div": _FLOW,
    "figure": _FLOW | {"figcaption", "img", "a"},
    "ul": frozenset(["li"]),
    "ol": frozenset(["li"]),
    "dl": frozenset(["dt", "dd"]),
    "table": frozenset("caption colgroup thead tbody tfoot tr".split()),
    "colgroup": frozenset(["col"]),
    "thead": frozenset(["tr"]),
    "tbody": frozenset(["tr"]),
    "tfoot": frozenset(["tr"]),
    "tr": frozenset(["td", "th"]),
}
"""What stands in the elements that hold no words themselves; the empty name is the section as a whole."""
_WORDS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys([*_HEADINGS, "p", "pre", "dt", "caption"], _INLINE),
    **dict.fromkeys(["blockquote", "figcaption", "li", "dd", "td", "th"], _INLINE | _FLOW),
    **dict.fromkeys(_INLINE, _INLINE),
}
"""What stands in the elements that hold words."""
_WITHIN: Mapping[str, frozenset[str]] = {
    "rb": frozenset(["ruby"]),
    "rp": frozenset(["ruby"]),
    "rt": frozenset(["ruby"]),
}
"""Inline elements that stand in these alone."""
_NOT_TWICE = frozenset(["a", "ruby"])
"""Elements that do not stand in one another at any depth."""
_DEEPEST = 60


def _matching(pattern: str) -> Callable[[str], bool]:
    return lambda value: re.fullmatch(pattern, value, re.I) is not None


def _leads_well(value: str) -> bool:
    """Whether a link is within the site, to the web, or to a mailbox. A browser leaves out what cannot be seen."""
    address = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33))))
    return re.match(r"(?![a-z][a-z0-9+.-]*:)|https?://|mailto:", address, re.I) is not None


def _is_within_the_site(value: str) -> bool:
    address = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33)))).replace("\\", "/")
    return bool(address) and not address.startswith(("/", "#", "?")) and ":" not in address.partition("/")[0]


_any, _number = _matching(r"(?s).*"), _matching(r"[0-9]{1,6}")
_ATTRIBUTES: Mapping[str, Mapping[str, Callable[[str], bool]]] = {
    "*": {
        "id": _matching(r"\S+"),
        "lang": _matching(r"[a-z0-9-]*"),
        "dir": _matching("ltr|rtl|auto"),
        "title": _any,
        "class": _any,  # which, is said below
    },
    "a": {"href": _leads_well},
    "figure": {"aria-label": _any},
    "img": {"alt": _any, "src": _is_within_the_site, "width": _number, "height": _number},
    "li": {"value": _number},
    "ol": {"start": _number, "reversed": _matching("(reversed)?"), "type": _matching("[1ai]")},
    "td": {"colspan": _number, "rowspan": _number, "style": _matching(r"text-align: (left|center|right);")},
    "th": {
        "colspan": _number,
        "rowspan": _number,
        "scope": _matching("(col|row)(group)?"),
        "style": _matching(r"text-align: (left|center|right);"),  # as the extension `tables` writes it
    },
    "time": {"datetime": _any},
}
_CLASSES: Mapping[str, Callable[[str], bool]] = {
    "a": _matching("footnote-(ref|backref)|headerlink"),
    "code": _matching(r"language-[\w+#.-]+|highlight"),
    "div": _matching(r"footnote|toc|highlight|codehilite|language-[\w+#.-]+"),
    "pre": _matching(r"highlight|codehilite|language-[\w+#.-]+"),
    "span": _matching("([bcdfgiklmnopsv][a-z]|[a-z])[0-9]?|err|esc|toctitle"),  # the colours of code
}

_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)
    (?P<attributes>(?:[ \t\n]+[^\s"'<>/=]+(?:[ \t\n]*=[ \t\n]*(?:"[^"]*"|'[^']*'|[^\s"'=<>`/&]+))?)*)
    [ \t\n]*(?P<slash>/?)>""",
    re.X,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:[ \t\n]*=[ \t\n]*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`/&]+)))?""")
_REFERENCE = re.compile(r"&(?:\#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<number>[0-9]+))|(?P<name>[A-Za-z][A-Za-z0-9]*));?")
_CUT = re.compile(r"<[^<>]*>?|&\#?[A-Za-z0-9]*;?|[^<&]+|[<&]")

_PLAIN = "Write the words as plain Markdown, and what is said about them as a note."


class _Open(NamedTuple):
    name: str
    start: int
    end: int


def check_structure(file: SourceFile, line: int, html: str) -> list[Problem]:
    """A problem, at its line of the file, for all in a section's HTML that is not plain text structure.

    The Markdown of which the HTML was made begins on the `line`.
    """
    return problems_at(file, line, html, findings(html))


def findings(html: str) -> Iterator[Finding]:
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
            yield Finding(position, end, *_no_tag(html[position:end]))
            if html.startswith(("<!", "<?"), position):
                position = end
                continue
            return  # a browser may take all that follows for a part of it
        name = tag["name"].lower()
        if tag["close"]:
            if not stack or stack[-1].name != name or tag["attributes"] or tag["slash"]:
                yield Finding(*tag.span(), *_stray(name, stack))
                if not any(item.name == name for item in stack):
                    position = tag.end()
                    continue
                while stack[-1].name != name:
                    stack.pop()
            stack.pop()
        else:
            found_here = [*_start(tag, name, stack)]
            yield from found_here
            if any(finding.swallows for finding in found_here):
                return
            # What is unknown may be of the kind that has no end.
            if name not in _VOID and (_is_known(name) or f"</{name}" in html[tag.end() :].lower()):
                stack.append(_Open(name, *tag.span()))
                if len(stack) == _DEEPEST:
                    message = f"here elements stand {_DEEPEST} deep in one another"
                    yield Finding(*tag.span(), message, "Write it with fewer.")
                    return
        position = tag.end()
    for item in stack:
        message = f"the element “{item.name}” is not closed"
        yield Finding(item.start, item.end, message, f"Write </{item.name}> where it ends.")


_SWALLOWING = frozenset(
    "script style template noscript iframe object svg math textarea select title xmp plaintext noembed noframes".split()
)


def _is_known(name: str) -> bool:
    return name in _WORDS or name in _NO_WORDS or name in _VOID


def _start(tag: re.Match[str], name: str, stack: list[_Open]) -> Iterator[Finding]:
    inside = stack[-1].name if stack else ""
    allowed = _WORDS.get(inside, _NO_WORDS.get(inside, frozenset[str]()))
    span = tag.span()
    if not _is_known(name):
        message = f"the element “{name}” is none of an article’s text"
        yield Finding(*span, message, _PLAIN, swallows=name in _SWALLOWING)
        return
    if tag["slash"] and name not in _VOID:
        message = f"a slash does not close the element “{name}”"
        yield Finding(*span, message, f"Write </{name}> where it ends.")
    if name not in allowed or (name in _WITHIN and inside not in _WITHIN[name]):
        where = f"in “{inside}”" if inside else "in the section itself"
        yield Finding(*span, f"the element “{name}” cannot stand {where}", _PLAIN)
    elif name in _NOT_TWICE and any(item.name == name for item in stack):
        yield Finding(*span, f"the element “{name}” stands in another one", "Close the first before it.")
    yield from _attributes(tag, name, [item.name for item in stack])


def _attributes(tag: re.Match[str], name: str, around: list[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for found in _ATTRIBUTE.finditer(tag["attributes"]):
        key, raw = found[1].lower(), next((value for value in found.groups()[1:] if value is not None), "")
        value = unescape(raw)
        may = _ATTRIBUTES.get(name, {}).get(key) or _ATTRIBUTES["*"].get(key)
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
            yield Finding(*tag.span(), message, remedy, hint)


def _may_be(class_: str, tag: re.Match[str], name: str, around: list[str]) -> bool:
    """Whether a class is one that Markdown's own extensions write, where and as they write it."""
    if not _CLASSES.get(name, _matching("(?!)"))(class_):
        return False
    if class_ == "headerlink":  # its words are not counted among the article's, so that it may have none
        words = re.compile("([^<]*)</a>").match(tag.string, tag.end())
        return words is not None and around[-1] in _HEADINGS and not re.search(r"\w", unescape(words[1]))
    return name != "span" or class_ == "toctitle" or "pre" in around or "code" in around


def _text(html: str, start: int, end: int, inside: str) -> Iterator[Finding]:
    text = html[start:end]
    is_sign = text == "&" and html[end : end + 1] in ("", " ", "\n", "\t")
    if text.startswith("&") and not is_sign and (bad := _bad_reference(text) or text * (text[-1] != ";")):
        message = f"“{bad}” is no character that is known"
        yield Finding(start, end, message, "For the sign & itself write &amp;.", bad)
    if inside in _NO_WORDS and text.strip(" \t\n"):
        where = f"the element “{inside}”" if inside else "the section itself"
        words = text.strip()
        begin = start + text.index(words)
        yield Finding(
            begin, begin + len(words), f"words stand loose in {where}", "Put them into a paragraph.", words[:9]
        )


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


def _stray(name: str, stack: list[_Open]) -> tuple[str, str]:
    if any(item.name == name for item in stack) and stack[-1].name != name:
        inner = stack[-1].name
        return f"“{name}” is closed here, and “{inner}” in it is still open", f"Write </{inner}> before it."
    return f"here “{name}” is closed, which is not open", "Delete it, or open it where it begins."
