"""The sections' HTML where there is no host: Python-Markdown with the extensions that the site uses."""

from __future__ import annotations

from functools import cache

from markdown import Markdown

from edition import SectionFile

EXTENSIONS = ("attr_list", "md_in_html", "pymdownx.betterem", "pymdownx.blocks.caption")
"""As in mkdocs.yml, as far as they touch the text; a test holds both to the same text."""


@cache
def _parser() -> Markdown:
    return Markdown(extensions=[*EXTENSIONS])


def html_of(section: SectionFile) -> str:
    """What Markdown makes of a section. `RecursionError` where it is nested some hundred times."""
    try:
        return _parser().reset().convert(section.markdown)
    except RecursionError:
        _parser.cache_clear()  # it stopped midway, and would go on from there
        raise
