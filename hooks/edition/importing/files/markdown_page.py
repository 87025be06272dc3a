"""A file of Markdown as the page that it would be: its signs are none of the article's words."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from pathlib import PurePath

import yaml
from markdown_it import MarkdownIt

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FOOTNOTE = re.compile(r"^( {0,3})(?=\[\^[^\]\n]+\]:)", re.M)
"""Where a definition begins that a reader of plain Markdown would take for an address, and drop."""
_parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])


def is_markdown(name: str) -> bool:
    """Whether a file is Markdown by its name."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def page_of_markdown(text: str) -> str:
    """The text as HTML, with what its front matter says of title, author and day where a page says it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    said = _said(front[1]) if front else {}
    body = text[front.end() :] if front and said else text
    head = [f"<title>{escape(said['title'])}</title>"] if "title" in said else []
    for key, name in (("author", 'name="author"'), ("date", 'property="article:published_time"')):
        head += [f'<meta {name} content="{escape(said[key])}">'] if key in said else []
    html = _parser.render(_FOOTNOTE.sub(r"\1\\", body))
    return f"<!doctype html>\n<html><head>{''.join(head)}</head><body><article>\n{html}</article></body></html>\n"


def _said(front: str) -> dict[str, str]:
    """The fields of front matter that hold a text, a number or a day; none where it is no front matter."""
    try:
        fields = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    if not isinstance(fields, dict):
        return {}
    return {str(key): str(value) for key, value in fields.items() if isinstance(value, str | int | date)}
