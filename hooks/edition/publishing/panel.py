"""The panel of problems, which is with every page of a site that is served to whoever mends it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from edition.publishing.fragments import TEMPLATES

_PANEL = re.compile(r'<section class="problems".*?</section>\n?', re.S)
_LINK = re.compile(r'<link rel="stylesheet" href="[^"]*assets/problems\.css">\n?')
_STYLED = re.compile(r'href="(?P<folder>[^"]*assets/)edition\.css"')
_TITLE = re.compile(r"<title>(?:\(\d+ problems?\) )?")
_COUNT = re.compile(r'aria-label="(\d+ problems?) in the files"')


def panel(rendered: Sequence[str], count: int) -> str:
    """The problems, each rendered as text, as HTML; `count` of them are errors. Empty where there are none."""
    return _template().render(rendered=rendered, count=count) if rendered else ""


def tell(html: str, panel: str) -> str:
    """The page with the panel, and in its title how many errors there are, in the place of what was told before."""
    html = _LINK.sub("", _PANEL.sub("", html))
    found = _COUNT.search(panel)
    told = f"({found[1]}) " if found else ""
    html = _TITLE.sub(f"<title>{told}", html, count=1)
    if not panel:
        return html
    style = _STYLED.search(html)
    if style:
        link = f'<link rel="stylesheet" href="{style["folder"]}problems.css">\n'
        html = html.replace("</head>", f"{link}</head>", 1)
    before, end, after = html.rpartition("</body>")
    return f"{before}{panel}{end}{after}" if end else html + panel


def tell_texts(html: str, texts: Sequence[str]) -> str:
    """The page with a panel of errors, each told by a text."""
    return tell(html, panel(texts, len(texts)))


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("problems.html")
