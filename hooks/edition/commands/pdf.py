"""`edition pdf`: print the built page of the whole article with a browser, and write the link to it into the site.

The link is written here and not by the build, so that no page ever leads to a PDF that was not made.
"""

from __future__ import annotations

import mimetypes
import re
import sys
from argparse import ArgumentParser, Namespace
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from edition.commands.browser import chromium
from edition.commands.failure import CommandError
from edition.commands.files import write_files
from edition.publishing import VOCABULARY, WHOLE, appendix, with_appendix, with_pdf

if TYPE_CHECKING:
    from playwright.sync_api import Route

WHAT = "make a PDF of the whole article, out of the built site"
EXAMPLES = ("edition pdf", "edition pdf --site public")

NAME = "edition.pdf"
_NO_ADDRESS = "http://edition.invalid/"
"""Stands for the site's address where it is not known; links to other pages are then left out of the PDF."""
_MADE_READY = f"""
for (const link of document.querySelectorAll("a[href]"))
  if (link.href.startsWith("{_NO_ADDRESS}") && !link.getAttribute("href").startsWith("#")) link.removeAttribute("href")
for (const called of document.querySelectorAll(":is(h1, h2, h3, h4, h5, h6) :is(.sign, .ref)")) {{
  called.ariaHidden = "true"
  called.removeAttribute("href")
}}
"""
"""No link to a site that nobody knows; the outline, made of the headings, without numbers and signs."""


def takes(parser: ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, help="the folder of the built site (default: site/ in the project)")
    parser.add_argument("--vocabulary", action="store_true", help="with every word of the article as an appendix")


def run(arguments: Namespace) -> int:
    site: Path = arguments.site or arguments.root / "site"
    if not (site / WHOLE / "index.html").is_file():
        raise CommandError(f"{site / WHOLE} holds no page: build the site first (make build, or mkdocs build).")
    words = _words(site) if arguments.vocabulary else ""
    if arguments.vocabulary and not words:
        raise CommandError(
            f"{site / VOCABULARY} lists no words: write their rows, as docs/contributing.md tells, and build."
        )
    print("Printing …", file=sys.stderr)
    print_page(site, site / NAME, words)
    link_to_it(site)
    print(f"{site / NAME}: {_size(site / NAME)}")
    return 0


def _words(site: Path) -> str:
    """Every word of the article as an appendix, in HTML; empty where none has a row."""
    page = site / VOCABULARY / "index.html"
    return appendix(page.read_text(encoding="utf-8")) if page.is_file() else ""


def print_page(site: Path, target: Path, words: str) -> None:
    """Have a browser print the page, with the appendix of words, without any script of ours and without a network."""
    html = with_appendix((site / WHOLE / "index.html").read_text(encoding="utf-8"), words)
    canonical = re.search(rf'<link rel="canonical" href="([^"]*)/{WHOLE}(?:index\.html)?"', html)
    base = f"{unescape(canonical[1])}/" if canonical else _NO_ADDRESS

    def answer(route: Route) -> None:
        """What a page of the site asks for comes from the folder."""
        address = urldefrag(route.request.url)[0]
        path = site / unquote(address.removeprefix(base).partition("?")[0])
        path = path / "index.html" if path.is_dir() else path
        if address == base + WHOLE:
            route.fulfill(body=html, content_type="text/html")
        elif address.startswith(base) and path.is_file():
            route.fulfill(body=path.read_bytes(), content_type=mimetypes.guess_type(path.name)[0] or "")
        else:
            route.abort()

    with chromium("print the page") as browser:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.route("**/*", answer)
        page.goto(base + WHOLE)
        page.evaluate(_MADE_READY)
        write_files({target: page.pdf(format="A4", tagged=True, outline=True)})


def link_to_it(site: Path) -> None:
    """Write the link wherever a page keeps a place for it."""
    linked: dict[Path, bytes | None] = {}
    for path in site.rglob("*.html"):
        if not path.is_file():
            continue
        html = path.read_text(encoding="utf-8", errors="surrogateescape")  # the host's own may be in any encoding
        root = "../" * (len(path.relative_to(site).parts) - 1)
        with_link = with_pdf(html, f"{root}{NAME}", _size(site / NAME))
        if with_link != html:
            linked[path] = with_link.encode(errors="surrogateescape")
    write_files(linked)


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"
