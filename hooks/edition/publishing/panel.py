"""The panel of problems, which is with every page of a site that is served to whoever mends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from edition.publishing.fragments import environment, fragment

_PANEL = re.compile(r'<section class="problems".*?</section>\n?', re.S)
_LINK = re.compile(r'<link rel="stylesheet" href="[^"]*assets/problems\.css">\n?')
_STYLED = re.compile(r'href="(?P<folder>[^"]*assets/)edition\.css"')
_TITLE = re.compile(r"(?<=<title>)(?:\(\d+ problems?\) )?")
_HEAD_END = re.compile("(?=</head>)")
_COUNT = re.compile(r'aria-label="(\d+ problems?) in the files"')


def panel(rendered: Sequence[str], count: int) -> str:
    """The problems, each rendered as text, as HTML; `count` of them are errors. Empty where there are none."""
    return environment().get_template("problems.html").render(rendered=rendered, count=count) if rendered else ""


def tell(html: str, panel: str) -> str:
    """The page with the panel, and in its title how many errors there are, in the place of what was told before."""
    html = _LINK.sub("", _PANEL.sub("", html))
    found = _COUNT.search(panel)
    told = f"({found[1]}) " if found else ""
    html = _TITLE.sub(told, html, count=1)
    if not panel:
        return html
    style = _STYLED.search(html)
    if style:
        link = fragment("stylesheet", Markup(f"{style['folder']}problems.css"))
        html = _HEAD_END.sub(lambda _: f"{link}\n", html, count=1)
    before, end, after = html.rpartition("</body>")
    return f"{before}{panel}{end}{after}" if end else html + panel


def tell_texts(html: str, texts: Sequence[str]) -> str:
    """The page with a panel of errors, each told by a text."""
    return tell(html, panel(texts, len(texts)))
