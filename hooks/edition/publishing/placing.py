"""The article's own HTML on a page of the edition: its links lead on from there, and its ids take none of ours.

Ids of the article come from its headings and from what is written in it. One that looks like those of the apparatus or
of the theme, or that stands twice, gets another name, and every link that meant it follows.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape
from urllib.parse import unquote, urljoin, urlsplit

from edition.concordance import Section
from edition.publishing.addresses import root_of

Ids = Mapping[str, str]
"""The ids of a text, each with the one under which it stands on a page."""

_SERVER = "https://edition.invalid/"
_BASE = _SERVER + "up/" * 20
"""Stands for the site's root; deep, so that a link beyond it shows as one."""
TAG = re.compile(r"""</?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.I)
"""A tag, in HTML as Markdown makes it."""
_ATTRIBUTE = re.compile(r"""(?P<before>\s(?P<name>[a-z-]+)\s*=\s*)(?P<value>"[^"]*"|'[^']*'|[^\s"'=<>`]+)""", re.I)
_OURS = re.compile(r"note-|p-\d+$|compose-|__")
"""How the ids begin that the apparatus, the script and the theme have on a page with the article."""
_LINKS = frozenset(["href", "src", "cite", "poster"])
_NAMED = frozenset(["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details"])
"""Attributes that name ids."""


def prefixed(section: Section) -> str:
    """What stands before an id of the section that gets another: no id of ours holds two hyphens, but for a number."""
    return f"section-{section.slug}--"


def ids_in(html: str) -> Iterator[str]:
    """Every id in the order of the HTML."""
    for tag in TAG.finditer(html):
        for found in _ATTRIBUTE.finditer(tag[0]):
            if found["name"].lower() == "id":
                yield _value(found)


def has_doubles(html: str) -> bool:
    """Whether an id stands twice in it."""
    names = list(ids_in(html))
    return len(set(names)) < len(names)


def renamed(html: str, prefix: str, taken: Callable[[str], object] = _OURS.match) -> Ids:
    """Those ids in the HTML which are `taken`, with their new names."""
    return {name: f"{prefix}{name}" for name in ids_in(html) if taken(name)}


def placed(html: str, home: str, page: str, own: Ids, elsewhere: Mapping[str, Ids]) -> str:
    """HTML that was made for the address `home`, as it stands on `page`.

    `own` are its own ids that have other names there, `elsewhere` those of other pages, by address. A second element
    of one id gets a name of its own, to which nothing leads.
    """
    names = {own.get(name, name) for name in ids_in(html)}
    seen: dict[str, int] = {}

    def attribute(found: re.Match[str]) -> str:
        name, value = found["name"].lower(), _value(found)
        if name == "id":
            new = first = own.get(value, value)
            while first in seen and new in names:
                seen[first] += 1
                new = f"{first}--{seen[first]}"
            seen.setdefault(first, 1)
        elif name in _NAMED:
            new = " ".join(own.get(part, part) for part in value.split())
        elif name in _LINKS:
            new = _link(value, home, page, own, elsewhere)
        elif name == "srcset":
            new = re.sub(
                r"(^\s*|,\s*)([^\s,]+)", lambda part: part[1] + _link(part[2], home, page, own, elsewhere), value
            )
        else:
            return found[0]
        return found[0] if new == value else f'{found["before"]}"{escape(new)}"'

    return TAG.sub(lambda tag: _ATTRIBUTE.sub(attribute, tag[0]), html)


def _value(found: re.Match[str]) -> str:
    return unescape(found["value"][1:-1] if found["value"][0] in "\"'" else found["value"])


def _link(link: str, home: str, page: str, own: Ids, elsewhere: Mapping[str, Ids]) -> str:
    """A link of `home` as it has to be on `page`; one that leads off the server stays as it is."""
    try:
        parts = urlsplit(urljoin(_BASE + home, link))
    except ValueError:  # such as http://[x: it leads nowhere, here and there
        return link
    if f"{parts.scheme}://{parts.netloc}/" != _SERVER or link.startswith("/"):
        return link
    fragment = unquote(parts.fragment)
    if link.startswith("#"):
        return f"#{own[fragment]}" if fragment in own else link
    root = urlsplit(_BASE).path
    target = parts.path.removeprefix(root)
    there = elsewhere.get(target, {})
    if page == home and fragment not in there:
        return link
    if parts.path.startswith(root):
        path = root_of(page) + target
    else:  # beyond the site's root
        path = posixpath.relpath(parts.path, posixpath.dirname(root + page))
        path += "/" if parts.path.endswith("/") else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{path}{query}" + (f"#{there.get(fragment, parts.fragment)}" if parts.fragment else "")
