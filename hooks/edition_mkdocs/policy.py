"""What keeps a page safe beside the notes' own rules: a Content-Security-Policy, and words of the host that stay words.

The policy forbids in the browser what the rules for Markdown and text already stop. It stands in the page, since a
host of static files sends no headers of ours. Themes print titles and settings as they stand: they are made HTML that
says the same before a theme has them.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping, MutableMapping
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.S)
_SHOWN = ("title", "description", "author")
"""The fields of a page's front matter that the theme writes into its HTML as they stand."""
_SETTINGS = ("site_name", "site_description", "site_author", "repo_name", "repo_url")
"""The settings of the host's of which that is true; `copyright`, the other one, may hold HTML."""
_PLAIN = frozenset("a abbr b bdi bdo br cite code em i q s small span strong sub sup u wbr".split())
"""What may stand in it, with the attributes `href`, `title`, `lang` and `dir`."""
_SAFE_LINK = re.compile(r"https?:|mailto:|[^:]*(?:[/?#]|$)", re.I)
_HOST = re.compile(r"(?<=^https://)[^/?#:@]+|(?<=^http://)[^/?#:@]+")
_ADDRESS = "/%!$()*+,;=:@~?#[]"
"""What an address may hold beside letters and digits: what HTML would have to escape is not among it.

A script reads no references; the `&` of a query stays, and stands in no address that one holds."""


@cache
def policy(scripts: str) -> str:
    """The policy of a page whose templates write the inline `scripts` (HTML).

    The scripts are handed in by the template, and never looked for in the page: there each one would be found, ours
    or not. A theme's feature that writes a further script has to be named in `theme/base.html`.
    """
    allowed = dict.fromkeys(_hash(script) for script in _SCRIPT.findall(scripts))
    return ";".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *allowed)),
            "style-src 'self' 'unsafe-inline'",  # the theme's icons, and the shares in a bar
            "img-src 'self' data:",  # the theme's icons again
            "object-src 'none'",
            "frame-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def as_html(title: str, meta: MutableMapping[str, Any]) -> Markup:
    """A page's title as HTML, and its front matter at `meta` likewise: a theme shows them unescaped."""
    meta.update({name: escape(meta[name]) for name in _SHOWN if meta.get(name)})
    return escape(title)


def settings_as_html(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the host's settings that a theme prints, as HTML."""
    texts: dict[str, Any] = {name: escape(settings[name]) for name in _SETTINGS if settings.get(name)}
    texts |= {"copyright": _plain(str(settings["copyright"]))} if settings.get("copyright") else {}
    if settings.get("extra"):
        texts["extra"] = all_as_html(settings["extra"])
        if asked := texts["extra"].get("polyfills"):  # “offline” adds one of another site, for the theme's search
            texts["extra"]["polyfills"] = [one for one in asked if "/iframe-worker/" not in str(one)]
    styles = settings.get("extra_css")
    return texts | ({"extra_css": [address_as_html(style) for style in styles]} if styles else {})


def all_as_html(settings: Any) -> Any:
    """Every text in a list or mapping of settings as HTML."""
    if isinstance(settings, Mapping):
        return {name: all_as_html(value) for name, value in settings.items()}
    if isinstance(settings, list):
        return [all_as_html(value) for value in settings]
    return escape(settings) if isinstance(settings, str) else settings


def address_as_html(address: str) -> Markup:
    """An address as HTML that also a script may hold between quotation marks."""
    path, sign, query = _HOST.sub(lambda host: _in_ascii(host[0]), address, count=1).partition("?")
    return escape(quote(path, safe=_ADDRESS) + sign + quote(query, safe=_ADDRESS + "&"))


def _in_ascii(host: str) -> str:
    """A host's name as the domain name system has it; as it is where it is none."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def without_tags(html: object) -> Markup:
    """What a theme's filter `striptags` is to make of a title: HTML again, where Jinja's own makes text of it."""
    return escape(Markup(html).striptags())


def _plain(html: str) -> Markup:
    """HTML with words and links, and nothing that runs, loads or frames; what holds more is shown as the text it is."""
    reader = _HarmlessHtml()
    reader.feed(html)
    reader.close()
    if reader.holds_more:
        return escape(html)
    return Markup("".join(reader.parts) + "".join(f"</{tag}>" for tag in reversed(reader.opened)))


class _HarmlessHtml(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.opened: list[str] = []
        self.holds_more = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _PLAIN:
            self.holds_more = True
            return
        kept = {name: value or "" for name, value in attrs if name in ("href", "title", "lang", "dir")}
        if not _SAFE_LINK.match("".join(kept.get("href", "").split())):
            del kept["href"]
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in kept.items())
        self.parts.append(f"<{tag}{attributes}>")
        if tag not in ("br", "wbr"):
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.opened and self.opened[-1] == tag:
            self.parts.append(f"</{self.opened.pop()}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(str(escape(data)))
