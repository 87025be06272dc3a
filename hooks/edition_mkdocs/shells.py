"""Many pages out of one: the host renders a page with placeholders once, and each note fills it.

A theme needs some milliseconds a page, which ten thousand notes would turn into a minute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Any

from edition import Page, Project, Site

SHELL = "edition_shell"
"""The name of the shell's own page beside those that are made of it, which no note can have; the host writes the first
of them for it."""
_TITLE, _DESCRIPTION, _CONTENT = (f"\ue000{name}\ue001" for name in ("title", "description", "content"))
"""Between signs for private use, so that no words of a site's own are taken for them."""
_SHELL_MARKDOWN = f"---\ntitle: {_TITLE}\ndescription: {_DESCRIPTION}\n---\n{_CONTENT}\n"
"""What the host renders a shell from."""
_SITEMAP_ENTRY = re.compile(rf"<url>\s*<loc>[^<]*/(?P<kind>[a-z-]+)/{SHELL}/(?:index\.html)?</loc>.*?</url>\s*", re.S)


def generated(project: Project) -> dict[str, str]:
    """The pages that the host has to make room for: path under docs/ to Markdown; a shell for each kind with notes."""
    listed = {
        f"{page.address}index.md": f'---\ntitle: {page.title}\ndescription: "{page.description}"\n---\n'
        for page in project.pages
    }
    return listed | {_path_of(kind): _SHELL_MARKDOWN for kind, notes in project.notes.items() if notes}


def files_of(
    site: Site, shells: Mapping[str, str], found: Iterable[Any] = (), shown: Callable[[str], object] = lambda _: None
) -> Iterator[tuple[str, Iterable[str]]]:
    """Path in the site and content, in pieces, of each file that the host is to write: data, and each note's page.

    A note's page is made of the rendered shell of its kind; `found` is what a search finds on the host's own pages.
    What a page shows that its shell does not have is told to `shown`.
    """
    yield from site.files(found)
    for kind, pages in site.notes.items():
        yield from _filled(kind, shells.get(kind, ""), pages, shown)


def keep_shell(shells: dict[str, str], file: Any, html: str, site: Site) -> str:
    """What the host is to write of the rendered page of its `file`: for a shell, which is kept, the first note's."""
    if SHELL not in file.src_uri:  # as a rule
        return html
    kind = next((kind for kind in site.notes if file.src_uri == _path_of(kind)), None)
    if kind is None:
        return html
    shells[kind] = html
    file.dest_uri, first = next(_filled(kind, html, site.notes[kind]))
    return "".join(first)


def _path_of(kind: str) -> str:
    """The shell's path under docs/: as deep as the pages that are made of it, however the host names its files."""
    return f"{kind}/{SHELL}/index.md"


def _filled(
    kind: str, shell: str, pages: Iterable[Page], shown: Callable[[str], object] = lambda _: None
) -> Iterator[tuple[str, Iterable[str]]]:
    """Each page's path in the site and the shell with what is its own."""
    own = f"{kind}/{SHELL}/"
    placeholder = re.compile(f"<p>{_CONTENT}</p>|{_TITLE}|{_DESCRIPTION}|{_at_an_end(own)}")
    parts, holes = placeholder.split(shell), placeholder.findall(shell)
    for page in pages:
        values = {
            f"<p>{_CONTENT}</p>": page.html,
            _TITLE: escape(page.title),
            _DESCRIPTION: escape(page.description),
            own: page.address,
        }
        filled = (value for hole, part in zip(holes, parts[1:], strict=True) for value in (values[hole], part))
        shown(page.html)
        yield f"{page.address}index.html", [parts[0], *filled]


def _at_an_end(address: str) -> str:
    """The pattern of a shell's address where it closes one: the site's own may hold the same before it."""
    return rf"{address}(?=(?:index\.html)?[\"<])"


def list_notes(sitemap: str, project: Project) -> str:
    """The sitemap with the notes' pages in place of their shells."""

    def repeat(entry: re.Match[str]) -> str:
        own = _at_an_end(f"{entry['kind']}/{SHELL}/")
        return "".join(re.sub(own, page.address, entry[0]) for page in project.notes[entry["kind"]])

    return _SITEMAP_ENTRY.sub(repeat, sitemap)
