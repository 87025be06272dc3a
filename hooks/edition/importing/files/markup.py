"""The markup of a page: read with forbearance, refused beyond the limits, and made lean for the reader."""

from __future__ import annotations

import re
from copy import deepcopy
from html import unescape

from lxml import etree, html

from edition.importing.article import without_unseen
from edition.importing.files.limits import MAX_DEPTH, MAX_ELEMENTS, MAX_VALUE, refuse_beyond

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
"""The tags of headings."""
_SHADOW = frozenset(["shadowrootmode", "shadowroot", "shadowmode"])
"""What says that a template is the tree of the element around it, as browsers save it."""
_HEAD = frozenset("title meta link script style base noscript template object basefont bgsound".split())
"""What a head may hold."""
_EMPTY_LINE = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"\w{2}[\"”»’)]?[.!?。！？।…][\"”»’)」』]?$")
_REFERENCE = re.compile(r"&(?:#(?P<decimal>\d{1,7})|#x(?P<hexadecimal>[\da-f]{1,6})|lrm|rlm);?", re.I)
_NONE = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


def with_unseen_resolved(source: str) -> str:
    """The page, in which signs that nobody would see stand themselves in place of their character references."""
    return _REFERENCE.sub(_unseen_itself, source)


def _unseen_itself(reference: re.Match[str]) -> str:
    """What a character reference stands for, where nobody would see it; else the reference, which is left alone."""
    code = reference["decimal"] or reference["hexadecimal"]
    sign = unescape(reference.group()) if not code else ""
    if code:
        number = int(code, 16 if reference["hexadecimal"] else 10)
        # Between 128 and 159 HTML has the signs of windows-1252, and five that are none.
        sign = chr(number) if number < 0x110000 and (not 0x7F < number < 0xA0 or number in _NONE) else ""
    return sign if sign and (without_unseen(f"a{sign}")[1] or sign in "\u2028\u2029") else reference.group()


def parse(source: str) -> html.HtmlElement | None:
    """The document, read with forbearance; None where there is none."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>|</html\s*>(?=.{0,2000}<body)", "", source, flags=re.S | re.I)  # before its body
    try:
        document = html.document_fromstring(text)
    except (etree.ParserError, ValueError):
        return None
    _empty_head(document)
    etree.strip_elements(document, "style", with_tail=False)  # in a heading they are no words
    for node in document.iter("template"):
        if not _SHADOW.isdisjoint(node.keys()):
            node.tag = "div"  # its words are seen in its place
    for node in document.iter("menu"):
        node.tag = "ul"  # to HTML it is one
    for node in list(document.iter("pre")):
        if (around := node.getparent()) is not None and _is_prose(node):
            around.replace(node, _in_paragraphs(node))
    for node in document.xpath("//figure[not(.//img[not(ancestor::noscript)])]"):
        for unseen in node.xpath("(.//noscript[.//img])[1]"):
            unseen.tag = "span"  # a script shows the picture, which stands nowhere else
    _unfold(document)
    return document


def _unfold(document: html.HtmlElement) -> None:
    """Makes of a heading that one presses a heading, and shows what it unfolds, as a browser does in turn."""
    for node in document.iter("button"):
        around = node.getparent()
        if around is not None and around.tag in (*HEADINGS, "dt") and node.get("aria-expanded"):
            node.tag = "span"
            for shown in document.xpath("//*[@id=$id]", id=node.get("aria-controls", "")):
                shown.attrib.pop("hidden", None)


def _is_prose(node: html.HtmlElement) -> bool:
    """Whether what is set as typed is no code, but paragraphs of sentences, and most of the page."""
    words = node.text_content()
    paragraphs = [part.strip() for part in _EMPTY_LINE.split(words) if part.strip()]
    ended = sum(bool(_SENTENCE.search(part)) for part in paragraphs)
    whole = node.getroottree().getroot().find("body")
    most = whole is not None and 2 * len(words) > len(whole.text_content())
    return most and len(paragraphs) > 1 and 2 * ended > len(paragraphs) and node.find(".//code") is None


def _in_paragraphs(node: html.HtmlElement) -> html.HtmlElement:
    """What is set as typed, with a break for each empty line, and its lines no longer taken for those of code."""
    source = html.tostring(node, encoding="unicode", with_tail=False)
    made = html.fragment_fromstring(_EMPTY_LINE.sub("<br><br>", source))
    made.tag, made.tail = "div", node.tail
    return made


def _empty_head(document: html.HtmlElement) -> None:
    """Moves what is no part of the head, and stands in it where a page leaves out where it ends, before the body."""
    head, body = document.find("head"), document.find("body")
    nodes = list(head) if head is not None else []
    first = next(
        (at for at, node in enumerate(nodes) if isinstance(node.tag, str) and node.tag not in _HEAD), len(nodes)
    )
    if moved := nodes[first:]:
        body = etree.SubElement(document, "body") if body is None else body
        moved[-1].tail = (moved[-1].tail or "") + (body.text or "")
        body.text = None
        body[:0] = moved


def refuse_too_much(document: html.HtmlElement) -> None:
    """UnreadableError where the page has more elements, or more of them in one another, than are read."""
    elements = depth = deepest = 0
    for event, _ in etree.iterwalk(document, events=("start", "end")):
        elements += event == "start"
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    refuse_beyond("the page has {} elements", elements, MAX_ELEMENTS)
    refuse_beyond("the page has {} elements in one another", deepest, MAX_DEPTH)


def lean_source(document: html.HtmlElement) -> str:
    """The page without what holds no words and would keep a reader long: scripts, styles, what nobody would read."""
    lean = deepcopy(document)
    etree.strip_elements(lean, "svg", "rt", "rp", "rtc", etree.Comment, with_tail=False)
    for node in list(lean.iter("script", "title", *HEADINGS)):
        if node.tag == "script" and node.get("type") != "application/ld+json":
            node.text = None
        elif len(words := node.text_content()) > MAX_VALUE:
            node[:] = []
            node.text = words[:MAX_VALUE] if node.tag != "script" else None
    for node in lean.iter(etree.Element):
        for name in [name for name, value in node.items() if len(value) > MAX_VALUE]:
            del node.attrib[name]
    return html.tostring(lean, encoding="unicode")
