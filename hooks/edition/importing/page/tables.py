"""Which tables of a page hold data, and which only lay it out; of the former, parts, rows and cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import html

from edition.importing.article import Cell, Span, tidy
from edition.importing.lines.credits import credit

_LAID_OUT = frozenset("table form pre article section nav aside h1 h2 ul ol".split())
"""What stands in a cell of a table that lays out a page, and in none of data, unless it has heads."""
_LONG = 240
"""So many letters has a cell of data at most, where nothing says that the table is one."""


@dataclass(slots=True)
class OpenRow:
    """A row while it is walked: in which part of its table it stands, and its cells so far."""

    part: str
    cells: list[Cell] = field(default_factory=list)
    linked: list[float] = field(default_factory=list)
    """Of each cell, how much of it is links to other pages."""


def is_data(table: html.HtmlElement) -> bool:
    """Whether the table holds data: heads say so, or several rows of several short cells."""
    if table.get("role", "").lower() in ("presentation", "none") or table.find(".//table") is not None:
        return False
    rows = [list(row.iter("td", "th")) for row in table.iter("tr")]
    rows = [row for row in rows if row]
    wide = [row for row in rows if len(row) > 1]
    cells = [cell for row in rows for cell in row]
    if not wide:
        return False
    if table.find("./caption") is not None or table.find("./thead") is not None or any(c.tag == "th" for c in cells):
        return not any(True for cell in cells for _ in cell.iter("form", "article", "h1", "nav"))
    if table.find(".//pre") is not None or len(rows) < 2 or len(wide) * 3 < len(rows) * 2:
        return False
    if any(all(map(_is_linked_picture, row)) for row in wide):
        return False
    return all(
        len(cell.text_content().strip()) <= _LONG and not any(part.tag in _LAID_OUT for part in cell.iter())
        for cell in cells
    ) and not any(map(_tells_day, cells))


def _tells_day(cell: html.HtmlElement) -> bool:
    """Whether it says, under a label, on which day the article appeared: no data then, but lines of the site's."""
    said = credit(tidy(cell.text_content()))
    return said is not None and said.is_labelled and "day" in said.kinds


def _is_linked_picture(cell: html.HtmlElement) -> bool:
    """Whether nothing stands in the cell but a picture that leads elsewhere."""
    return not tidy(cell.text_content()) and cell.find(".//a//img") is not None


def part_of(row: html.HtmlElement, before: str) -> str:
    """The part of its table in which a row stands, head, body or foot, where the row `before` stands in that one."""
    parent = row.getparent()
    tag = str(parent.tag) if parent is not None else ""
    if tag in ("thead", "tfoot"):
        return tag[1:]
    cells = row.xpath("./td | ./th")
    if not cells:
        return before
    if before not in ("", "head") or any(cell.tag == "td" for cell in cells):
        return "body"
    table = next(row.iterancestors("table"), None)
    return "head" if table is not None and table.find("./thead") is None else "body"


def cell_of(node: html.HtmlElement, spans: Sequence[Span]) -> Cell:
    """A cell of a row, with the words that stand in it."""
    found = [int(value) if re.fullmatch(r"[1-9]\d{0,2}", value := node.get(name, "")) else 1
             for name in ("colspan", "rowspan")]  # fmt: skip
    return Cell(tuple(spans), node.tag == "th", *found)
