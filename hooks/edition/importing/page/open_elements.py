"""The elements of a page while it is walked: what each that is open says of the words in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import html

from edition.importing.article import Formatting, tidy
from edition.importing.page.chunks import BLOCKS, Box
from edition.importing.page.site_elements import caption_name, chrome_of

_READINGS = frozenset(["rt", "rtc", "rp"])
_UNREAD = frozenset(["script", "style", "head", "title", "annotation", "annotation-xml"])
"""What is no word of the page, wherever it stands; a formula’s annotation says it again for a program."""
_MARKS: dict[str, Formatting] = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "sup": "sup", "sub": "sub",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
_NO_PAGE = re.compile(r"#|mailto:|tel:|[^?]*\.(?:jpe?g|png|gif|webp|avif)(?:\?.*)?$", re.I)
"""Where a link leads that leads to no other page: to a place in this one, to an address, to the larger picture."""
_OF_PICTURE = re.compile(r"(?:^|/)(?:photo|foto|image|img|picture|gallery|galer\w+|zoom)s?/", re.I)
"""Where a site shows a picture alone, by the address."""
_HOST = re.compile(r"(?:https?:)?//([^/?#:]+)", re.I)
_OF_COUNTRY = frozenset("ac co com edu gob gouv gov net ne nom or org".split())
"""The last but one part of a host's name where it is none of a site’s: co.uk, com.br."""
_HEAVY = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.I)


@dataclass(slots=True)
class OpenElement:
    """An element that is open, whether it is a block, and what holds of the words in it."""

    box: Box
    block: bool
    mark: Formatting
    unread: bool
    linked: bool
    inner: bool = False
    outward: bool = False
    """Whether it is, or stands in, a link to another site."""
    count: int = 0
    """Of the items of a list so far."""
    base: int = -1
    """In ruby, from which span on the words stand that have no reading yet."""


def site_of(address: str) -> str:
    """The site to which an address leads, whatever stands before its name; empty where it names none."""
    host = _HOST.match(address.strip())
    labels = host[1].casefold().split(".") if host else []
    return ".".join(labels[-3 if len(labels) > 2 and labels[-2] in _OF_COUNTRY else -2 :])


def opened(node: html.HtmlElement, stack: Sequence[OpenElement], site: str = "") -> OpenElement:
    """The element that is opened within those of the stack, the outermost first; `site` is the page's own."""
    tag = str(node.tag).lower()
    above = stack[-1] if stack else OpenElement(Box(""), block=True, mark="", unread=False, linked=False)
    style = node.get("style", "")
    mark: Formatting = above.mark
    if tag in _MARKS and (not mark or _MARKS[tag] == "strong"):
        mark = _MARKS[tag]
    elif _HEAVY.search(style) or node.get("role") == "heading":
        mark = "strong"
    number = 0
    if tag == "li" and above.box.tag == "ol":
        said = node.get("value", "")
        above.count = int(said) if re.fullmatch(r"\d{1,6}", said) else above.count + 1
        number = above.count
    box = Box(tag, tidy(node.get("class", "")), node.get("id", ""), chrome_of(node, tag, style), number)
    element = OpenElement(
        box,
        tag in BLOCKS or (tag == "span" and (_is_caption(node) or _is_break(node))),
        mark,
        above.unread
        or tag in _UNREAD
        or _is_drawn_again(node)
        or (tag in _READINGS and any(item.base >= 0 for item in stack)),
        above.linked or (tag == "a" and not (_NO_PAGE.match(node.get("href", "#")) or _shows_picture(node))),
        inner=above.inner or (tag == "a" and len(node.get("href", "")) > 1 and node.get("href", "").startswith("#")),
        outward=above.outward or (tag == "a" and bool(site) and _leads_out(node, site)),
    )
    if tag == "ol" and re.fullmatch(r"\d{1,6}", node.get("start", "")):
        element.count = int(node.get("start", "1")) - 1
    return element


def _shows_picture(link: html.HtmlElement) -> bool:
    """Whether a link is a picture's caption, or holds both, and leads to where that is shown, or to the same as one."""
    before = link.getprevious()
    is_same = before is not None and before.get("href") == link.get("href") and before.find("img") is not None
    if is_same and any(caption_name(one.get("class", "")) for one in link.iter("span", "div", "p")):
        return True
    is_caption = link.find(".//figcaption") is not None or caption_name(link.xpath("string(../@class)"))
    return bool(_OF_PICTURE.search(link.get("href", ""))) and is_caption


def _is_break(node: html.HtmlElement) -> bool:
    """Whether an element within a line ends it, as its name says."""
    return not node.text_content() and "br" in node.get("class", "").split()


def _is_caption(node: html.HtmlElement) -> bool:
    """Whether an element within a line is a picture's caption, as its name and the picture before it say."""
    return (
        caption_name(node.get("class", ""))
        and next(node.iterancestors("figcaption"), None) is None
        and any(one.tag == "img" or one.find(".//img") is not None for one in node.itersiblings("*", preceding=True))
    )


def _is_drawn_again(node: html.HtmlElement) -> bool:
    """Whether an element draws the formula beside it, for those who see it."""
    formula = node.getprevious() if node.get("aria-hidden") == "true" else None
    return formula is not None and next(formula.iter("math"), None) is not None


def _leads_out(link: html.HtmlElement, site: str) -> bool:
    """Whether a link leads to another site, and is neither sold nor one for which the page does not answer."""
    said = {*link.get("rel", "").lower().split()}
    own, other = (one.partition(".")[0] for one in (site, site_of(link.get("href", ""))))
    return other not in ("", own) and said.isdisjoint(("sponsored", "nofollow"))
