"""The slots of a page that is written by hand: what each shows of the edition, and the page with them filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from edition.model import FOLDERS, FactCheck
from edition.problems import Problem, SourceFile, did_you_mean
from edition.publishing.page import rating_counts
from edition.publishing.pages.pictures import PICTURES, picture
from edition.publishing.placing import Ids, ids_in, renamed
from edition.publishing.render import Renderer
from edition.reading import PAGE_SUFFIXES, decode

_SLOT = re.compile(r'<div data-edition="(?P<name>[a-z-]+)">\s*</div>')

_MACROS = ("verdicts", "sections_list", "ratings_list", "article", "rights")
"""The slots that `templates/slots.html` makes."""
_ASKED = re.compile(
    r"(?P<begin><div\b[^>]*?\bdata-edition\s*=\s*[\"']?(?P<name>[^\"'\s>]*)[\"']?)(?:\s+markdown[^\s>]*)?"
    r"(?P<rest>[^>]*>\s*(?:</div>)?)"
)
_CODE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)|^(?: {4}|\t)[^\n]*|(`+)[^\n]*?\2|<!--.*?-->", re.M | re.S)
"""What a page only writes of, and does not show."""


def slots_in(html: str) -> list[str]:
    """The names of the slots of a page."""
    return [found["name"] for found in _SLOT.finditer(html)]


def slot_makers(renderer: Renderer) -> dict[str, Callable[[], str]]:
    """What makes the content of each slot, by its name."""
    concordance = renderer.concordance

    def module() -> Any:
        listed = [kind for kind in FOLDERS.values() if kind.in_browser and kind is not FactCheck]
        values: dict[str, object] = {
            "sections": [(section, renderer.counts(section.notes)) for section in concordance.sections],
            "counts": rating_counts(concordance),
            "totals": {kind: len(concordance.edition.of(kind)) for kind in listed},
        }
        return renderer.environment.get_template("slots.html").make_module(values)

    def made(name: str) -> str:
        return str(getattr(renderer.once("slots", module), name)())

    makes: dict[str, Callable[[], str]] = {name: partial(made, name) for name in _MACROS}
    makes |= {name: partial(_drawn, renderer, name) for name in PICTURES}
    return {name.replace("_", "-"): make for name, make in makes.items()}


def slot_problems(root: Path, pages: str, read: Mapping[str, SourceFile]) -> Iterator[Problem]:
    """A problem for each slot on a page written by hand, under the folder of `pages`, in which nothing would show.

    What has been `read` already, by its path from the root, is not read again.
    """
    known = [name.replace("_", "-") for name in (*_MACROS, *PICTURES)]
    for path in sorted(path for path in (root / pages).rglob("*") if path.suffix in PAGE_SUFFIXES and path.is_file()):
        here = f"{pages}/{path.relative_to(root / pages).as_posix()}"
        file = read.get(here) or decode(path, here, [])
        if file is None:
            continue  # who reads the pages tells of it
        for found in _ASKED.finditer(_CODE.sub(lambda code: " " * len(code[0]), file.text)):
            name, place = found["name"], file.place(found.start("name"), max(1, len(found["name"])))
            if name not in known:
                remedy = did_you_mean(name, known) or f"Known are {', '.join(known)}."
                yield Problem(place, f"“{name}” names nothing that the edition shows on a page", remedy)
            elif not _SLOT.match(f"{found['begin']}{found['rest']}"):
                remedy = "Leave out what else it has, and what stands in it; its name stands in double quotes."
                yield Problem(place, f"“{name}” does not show in an element that has more than its name", remedy)


def _drawn(renderer: Renderer, name: str) -> str:
    return str(picture(renderer, name))


def filled(html: str, slots: Mapping[str, str]) -> str:
    """A page with its slots filled. The second of one name has no ids, which the first has already."""
    seen: set[str] = set()

    def fill(found: re.Match[str]) -> str:
        name = found["name"]
        content = slots.get(name, found[0])
        if name in seen:
            content = re.sub(r' id="[^"]*"', "", content)
        seen.add(name)
        return content

    return _SLOT.sub(fill, html)


def renamed_beside(html: str, shown: str) -> Ids:
    """Those of its ids that what is `shown` in its slots has as well, or that look like the theme's."""
    maybe = any(f'"{name}"' in shown for name in ids_in(html))  # to take long HTML to its tags costs more
    taken = {*ids_in(shown)} if maybe else set()
    return renamed(html, "page--", lambda name: name in taken or name.startswith("__"))
