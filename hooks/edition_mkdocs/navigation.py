"""The site's navigation: without the edition's own pages on which nothing stands as yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any


def leave_out(nav: Any, uris: Collection[str]) -> None:
    """Take the pages of these files out of the navigation, and what then has nothing under it."""
    nav.items[:] = _kept(nav.items, uris)
    nav.pages[:] = [page for page in nav.pages if page.file.src_uri not in uris]
    for page, after in zip(nav.pages, nav.pages[1:], strict=False):
        page.next_page, after.previous_page = after, page
    if nav.pages:
        nav.pages[-1].next_page = None


def _kept(items: Iterable[Any], uris: Collection[str]) -> list[Any]:
    kept = []
    for item in items:
        if item.is_section:
            had = bool(item.children)
            item.children[:] = _kept(item.children, uris)
            if item.children or not had:
                kept.append(item)
        elif not (item.is_page and item.file.src_uri in uris):
            kept.append(item)
    return kept
