"""Many pages out of one: the host renders a page with placeholders once, and each note fills it.

A theme needs some milliseconds a page, which ten thousand notes would turn into a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from edition.publishing.addresses import PAGED
from edition.publishing.search import leave_out
from edition.publishing.site import DESCRIPTIONS, INDEXES, Page, Site

SHELL = "edition-shell"
"""The name of the shell's own page beside those that are made of it; it is never written."""
SEARCH_INDEX = "search/search_index.json"
"""Where the host's search keeps what it finds, from the site's root."""
_TITLE, _DESCRIPTION, _CONTENT = "edition-title", "edition-description", "edition-content"
_SHELL_MARKDOWN = f"---\ntitle: {_TITLE}\ndescription: {_DESCRIPTION}\nsearch: {{exclude: true}}\n---\n{_CONTENT}\n"
"""What the host renders a shell from."""
GENERATED: Mapping[str, str] = {
    **{
        f"{address}index.md": f'---\ntitle: {title}\ndescription: "{DESCRIPTIONS[address]}"\n---\n'
        for address, title in INDEXES.items()
    },
    **{f"{kind}/{SHELL}.md": _SHELL_MARKDOWN for kind in PAGED},
}
"""The pages that the host has to make room for: path under docs/ to Markdown."""

_PLACEHOLDER = re.compile(f"<p>{_CONTENT}</p>|{_TITLE}|{_DESCRIPTION}|{SHELL}")
_SITEMAP_ENTRY = re.compile(rf"<url>\s*<loc>[^<]*/{SHELL}/</loc>.*?</url>\s*", re.S)


def files(site: Site, shells: Mapping[str, str], index: str = "") -> Iterator[tuple[str, str]]:
    """Path in the site and content of each file that the host is to write: data, and each note's page.

    A note's page is made of the rendered shell of its kind; `index` is the search index that the host has
    made (if any), which comes back with every note in it.
    """
    yield from site.data.items()
    if index:
        yield SEARCH_INDEX, search_notes(index, site)
    for kind, pages in site.notes.items():
        parts = _PLACEHOLDER.split(shells[kind])
        holes = _PLACEHOLDER.findall(shells[kind])
        for page in pages:
            values = {
                f"<p>{_CONTENT}</p>": page.html,
                _TITLE: escape(page.title),
                _DESCRIPTION: escape(page.description),
                SHELL: _name(page),
            }
            filled = (value for hole, part in zip(holes, parts[1:], strict=True) for value in (values[hole], part))
            yield f"{page.address}index.html", parts[0] + "".join(filled)


def keep_shell(shells: dict[str, str], path: str, html: str) -> str:
    """What the host is to write of the rendered page of the file at `path`: nothing of a shell, which is kept."""
    if SHELL not in path:
        return html
    shells[path.partition("/")[0]] = html
    return ""


def list_notes(sitemap: str, site: Site) -> str:
    """The sitemap with the notes' pages in place of their shells."""

    def repeat(entry: re.Match[str]) -> str:
        pages = next((pages for kind, pages in site.notes.items() if f"/{kind}/" in entry[0]), [])
        return "".join(entry[0].replace(SHELL, _name(page)) for page in pages)

    return _SITEMAP_ENTRY.sub(repeat, sitemap)


def search_notes(index: str, site: Site) -> str:
    """The host's search index without the shells, and without the pages that `site.search` knows better."""
    return leave_out(index, site.search, SHELL)


def _name(page: Page) -> str:
    return page.address.rstrip("/").rpartition("/")[2]
