"""The engine of an annotated edition: a text, notes that stand off from it, one pass that weaves them together.

This is the contract, and all that a host or a command knows of the engine:

1. `open_project` reads everything and validates it. The `Project` says for which pages a host is to make room
   (`pages`, `notes`), which files to place (`assets`), what to watch, and what is wrong. A host that builds again and
   again hands in a `store` of its own, so that what has not changed is not made again.
2. The host renders the sections as it renders its other pages. What it gives is a `Host`.
3. `Project.bind(host)` joins, weaves and publishes in one pass. The `Site` answers for each file of the host's with a
   `Page` (`page`), has every page that is made besides (`pages`), the files of data, and what is wrong.

A `Problem` is one sentence at its place, and `render_all` shows many; `unreadable` makes a sentence of what the machine
refuses, and `tell_texts` a panel in a page of what was told elsewhere. Each room's own first lines tell what it is for.
"""

from edition.binding import Project, open_project
from edition.problems import Problem, render_all, unreadable
from edition.publishing import Host, Page, Site, tell_texts
from edition.reading import SectionFile

__all__ = [
    "Host", "Page", "Problem", "Project", "SectionFile", "Site", "open_project", "render_all", "tell_texts",
    "unreadable",
]  # fmt: skip
