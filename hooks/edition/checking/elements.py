"""What the sections of an article may be made of: the elements, where they stand, their attributes and classes.

What is left out, and why:

- what shows or hides by itself, or is no text: `svg`, `math`, `textarea`, `select`, `details`, `noscript`, scripts,
  styles, frames, forms, comments; `class`, `style`, `hidden`, `aria-hidden`, events, `data-…`;
- `del`, `ins`, `s`: a reader takes struck words as taken back, and quotes and checksum could not tell;
- `bdo`, which shows words in another order than they stand in, and `q`, which adds signs to them.

Classes are those that Markdown's own extensions write, and these at their place only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from edition.text import HEADINGS

_INLINE = frozenset(
    "a abbr b bdi br cite code dfn em i img kbd mark rb rp rt ruby samp small span strong sub sup time u var "
    "wbr".split()
)
WITHOUT_END = frozenset("br col hr img wbr".split())
"""Those of an article's elements that have no end."""
_FLOW = HEADINGS | frozenset("blockquote div dl figure hr ol p pre section table ul".split())

NO_WORDS: Mapping[str, frozenset[str]] = {
    "": _FLOW,
    "section": _FLOW,
    "div": _FLOW,
    "figure": _FLOW | {"figcaption", "img", "a", "br"},
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
WORDS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys([*HEADINGS, "p", "pre", "dt", "caption"], _INLINE),
    **dict.fromkeys(["blockquote", "figcaption", "li", "dd", "td", "th"], _INLINE | _FLOW),
    **dict.fromkeys(_INLINE, _INLINE),
}
"""What stands in the elements that hold words."""
WITHIN: Mapping[str, frozenset[str]] = {
    "rb": frozenset(["ruby"]),
    "rp": frozenset(["ruby"]),
    "rt": frozenset(["ruby"]),
}
"""Inline elements that stand in these alone."""
NOT_TWICE = frozenset(["a", "ruby", "small", "sub", "sup"])
"""Elements that do not stand in one another at any depth: links cannot, and small type would soon be unseen."""
DEEPEST = 60


def matching(pattern: str) -> Callable[[str], bool]:
    """Whether a value is of the pattern, in any case."""
    return lambda value: re.fullmatch(pattern, value, re.I) is not None


def _leads_well(value: str) -> bool:
    """Whether a link is within the site, to the web, or to a mailbox. A browser leaves out what cannot be seen."""
    address = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33))))
    return re.match(r"(?![a-z][a-z0-9+.-]*:)|https?://|mailto:", address, re.I) is not None


def _is_within_the_site(value: str) -> bool:
    address = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33)))).replace("\\", "/")
    return bool(address) and not address.startswith(("/", "#", "?")) and ":" not in address.partition("/")[0]


_any, _number = matching(r"(?s).*"), matching(r"[0-9]{1,6}")
ATTRIBUTES: Mapping[str, Mapping[str, Callable[[str], bool]]] = {
    "*": {
        "id": matching(r"\S+"),
        "lang": matching(r"[a-z0-9-]*"),
        "dir": matching("ltr|rtl|auto"),
        "title": _any,
        "class": _any,  # which, is said below
    },
    "a": {"href": _leads_well},
    "figure": {"aria-label": _any},
    "img": {
        "alt": _any,
        "src": _is_within_the_site,
        "width": _number,
        "height": _number,
        "loading": matching("lazy|eager"),
    },
    "li": {"value": _number},
    "ol": {"start": _number, "reversed": matching("(reversed)?"), "type": matching("[1ai]")},
    "td": {"colspan": _number, "rowspan": _number, "style": matching(r"text-align: (left|center|right);")},
    "th": {
        "colspan": _number,
        "rowspan": _number,
        "scope": matching("(col|row)(group)?"),
        "style": matching(r"text-align: (left|center|right);"),  # as the extension `tables` writes it
    },
    "time": {"datetime": _any},
}
CLASSES: Mapping[str, Callable[[str], bool]] = {
    "a": matching("footnote-(ref|backref)|headerlink"),
    "code": matching(r"language-[\w+#.-]+|highlight"),
    "div": matching(r"footnote|toc|highlight|codehilite|language-[\w+#.-]+"),
    "pre": matching(r"highlight|codehilite|language-[\w+#.-]+"),
    "span": matching("([bcdfgiklmnopsv][a-z]|[a-z])[0-9]?|err|esc|toctitle"),  # the colours of code
}
SIGNS: Mapping[str, Callable[[str], bool]] = {
    "headerlink": matching("[\\s\ufe0e\ufe0f¶§#∞⚓🔗]*"),
    "footnote-backref": matching("[\\s\ufe0e\ufe0f↩↑↵⤴^]+"),
}
"""What links of these classes may show: themes hide them until a reader points there, and so would hide words."""

SWALLOWING = frozenset(
    "script style template noscript iframe object svg math textarea select title xmp plaintext noembed noframes".split()
)
"""What a browser reads in its own way up to its end: nothing behind it can be judged."""


def is_known(name: str) -> bool:
    """Whether an element is one of an article's text."""
    return name in WORDS or name in NO_WORDS or name in WITHOUT_END
