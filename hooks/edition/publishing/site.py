"""The whole site as values: section by section, page by page. Nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from edition.concordance import Concordance
from edition.memory import Memory
from edition.model import FOLDERS, FactCheck, Note, kinds
from edition.problems import Problem, errors, in_order, render_each
from edition.publishing.addresses import FEED, ROOT, note_address, root_of
from edition.publishing.exports.composer import COMPOSER, composer_data
from edition.publishing.exports.feed import feed
from edition.publishing.exports.search import ENTRIES, SearchEntry, entries, entries_json, page_entries
from edition.publishing.exports.structured import described, structured
from edition.publishing.exports.traditional import traditional_characters
from edition.publishing.exports.words import words
from edition.publishing.host import Host, Unknown
from edition.publishing.languages import in_english, marked
from edition.publishing.page import Index, Page, rating_counts
from edition.publishing.pages import indexes, note
from edition.publishing.pages.pictures import made_of as pictured_of
from edition.publishing.pages.pictures import pictures
from edition.publishing.pages.section import section_html
from edition.publishing.panel import panel, tell
from edition.publishing.placing import Ids, has_doubles, ids_in, placed, renamed
from edition.publishing.render import Renderer
from edition.publishing.served_assets import needed

ASSETS = tuple(sorted((Path(__file__).parent / "assets").iterdir()))
"""The stylesheets, scripts and icons, which the host places at `assets/`."""
_SCRIPT = next(path for path in ASSETS if path.name == "edition.js")
Made = TypeVar("Made")
_SLOT = re.compile(r'<div data-edition="(?P<name>[a-z-]+)">\s*</div>')


@dataclass(frozen=True)
class Site:
    """What the host has to place."""

    language: str
    """The article's."""
    sections: Mapping[str, str]
    """Slug to the content of the section's page."""
    indexes: Mapping[str, str]
    """Address to the content of the page of a kind."""
    notes: Mapping[str, Iterable[Page]]
    """Kind to the pages of its notes, which differ only in their content."""
    data: Iterable[tuple[str, str]]
    """Path in the site and content of each file that is no page, but for what a search finds."""
    search: Iterable[SearchEntry]
    """What a search finds besides the host's own pages."""
    slots: Callable[[str], Mapping[str, str]]
    """For the address of a hand-written page: name to what it shows at `<div data-edition="NAME"></div>`."""
    problems: Sequence[Problem] = ()
    """What is wrong, in order."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Path of a section's file under the host's folder of pages to its slug."""
    descriptions: Mapping[str, str] = field(default_factory=dict)
    """Path of a section's file to a line about it."""
    addresses: frozenset[str] = frozenset()
    """Those of the sections."""
    ids: Mapping[str, Ids] = field(default_factory=dict)
    """By the address of a section: those of its own ids that have another name on its page."""
    structured: Mapping[str, str] = field(default_factory=dict)
    """Path of a page's file to what the page says of itself to machines, as HTML."""
    memory: Memory = field(default_factory=Memory, repr=False, compare=False)
    """What an earlier build has made already."""

    @property
    def scripts(self) -> tuple[str, ...]:
        """The assets that the page's script needs at first."""
        return needed(_SCRIPT)

    @property
    def pages(self) -> Iterator[Page]:
        """Every page that the edition makes by itself, one after another."""
        for index in indexes():
            yield Page(index.address, index.title, index.description, self.indexes[index.address])
        yield from chain.from_iterable(self.notes.values())

    def page(self, path: str, html: str, address: str) -> Page:
        """The page of the host's file at `path` (from its folder of pages), where the host made `html` of it."""
        ids = self.renamed(html, address)
        return Page(
            address, description=self.descriptions.get(path, ""), html=self.content(path, html, address), ids=ids
        )

    @property
    def errors(self) -> list[Problem]:
        """Those of the problems that stop a build."""
        return errors(self.problems)

    @cached_property
    def panel(self) -> str:
        """The problems as HTML; empty where there are none."""
        return panel(render_each(self.problems), len(self.errors))

    def tell(self, html: str) -> str:
        """A whole page of the site's with the panel of what is wrong, as it is shown to whoever mends it."""
        return tell(html, self.panel)

    def content(self, path: str, html: str, address: str) -> str:
        """What the page of the file at `path` (under `docs/`) shows, where the host made `html` of it."""
        woven = self.sections.get(self.paths.get(path, "")) or self.indexes.get(path.removesuffix("index.md"))
        content = woven or self._by_hand(html, address)
        return content + self.structured.get(path, "")

    def found_on(self, path: str, html: str, address: str, title: str) -> list[SearchEntry]:
        """What a search finds on the page of the file at `path`, where it is written by hand: the others are known."""
        if path in self.paths or path.removesuffix("index.md") in self.indexes:
            return []
        parts = (address, title, html, self.renamed(html, address))
        return self.memory.made(("found", path), parts, lambda: [*page_entries(*parts)])

    def files(self, found: Iterable[SearchEntry] = ()) -> Iterator[tuple[str, Iterable[str]]]:
        """Path in the site and content, in pieces, of each file that is no page; a search finds `found` as well."""
        for path, text in self.data:
            yield path, [text]
        yield ENTRIES, entries_json(chain(self.search, found), self.language)

    def _by_hand(self, html: str, address: str) -> str:
        """The content of a page that is neither a section's nor made: its slots filled, ids and links made to fit."""
        own = self.renamed(html, address)
        slots = self.slots(address) if _SLOT.search(html) else {}

        def fill() -> str:
            is_placed = own or self.ids or has_doubles(html)
            here = placed(html, address, address, own, self.ids) if is_placed else html
            return _filled(marked(here, self.language), slots)

        return self.memory.made(("by hand", address), (html, self.language, own, self.ids, slots), fill)

    def renamed(self, html: str, address: str) -> Ids:
        """The ids in the host's HTML of a page that have another name in its content, with that name."""
        if address in self.addresses:
            return self.ids.get(address, {})
        names = [found["name"] for found in _SLOT.finditer(html)]
        slots = self.slots(address) if names else {}
        shown = "".join(slots.get(slot, "") for slot in names)
        return self.memory.made(("renamed", address), (html, shown), partial(_renamed, html, shown))

    def in_english(self, text: str) -> Markup:
        """English text of the host's as HTML, the article's words in it in their language."""
        return in_english(text, self.language)


class _Anew(Iterable[Made]):
    """What is made one by one whenever somebody goes through it, so that nobody holds all at once."""

    def __init__(self, make: Callable[[], Iterable[Made]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[Made]:
        return iter(self._make())

    def __repr__(self) -> str:
        return repr([*self])


def _renamed(html: str, shown: str) -> Ids:
    """Those of its ids that what is `shown` in its slots has as well, or that look like the theme's."""
    maybe = any(f'"{name}"' in shown for name in ids_in(html))  # to take long HTML to its tags costs more
    taken = {*ids_in(shown)} if maybe else set()
    return renamed(html, "page--", lambda name: name in taken or name.startswith("__"))


class _Made(Mapping[str, str]):
    """Pages that are made when the host asks for them, so that it never holds all at once."""

    def __init__(self, names: Iterable[str], make: Callable[[str], str]) -> None:
        self._names, self._make = dict.fromkeys(names), make

    def __getitem__(self, name: str) -> str:
        if name not in self._names:
            raise KeyError(name)
        return self._make(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def publish(concordance: Concordance, problems: Sequence[Problem], host: Host | None = None) -> Site:
    """The site of the edition. `problems` are shown in it."""
    host = host or Unknown()
    renderer, memory = Renderer(concordance, host), concordance.memory
    listed = {index.address: index for index in indexes()}
    titles = {address: index.title for address, index in listed.items()}
    slots = cache(partial(_slots_of, renderer))
    return Site(
        language=renderer.language,
        sections=_Made(concordance.by_slug, lambda slug: section_html(renderer, concordance.by_slug[slug])),
        indexes=_Made(listed, lambda address: _index(renderer, listed[address])),
        notes={kind.folder: _Anew(partial(_pages, renderer, kind)) for kind in kinds() if kind.has_page},
        data=_Anew(partial(_data, renderer)),
        search=_Anew(lambda: entries(concordance, titles, host)),
        slots=cache(lambda address: {name: html.replace(ROOT, root_of(address)) for name, html in slots().items()}),
        problems=in_order(problems),
        paths={section.source.uri: section.slug for section in concordance.sections},
        descriptions={section.source.uri: described(section) for section in concordance.sections},
        addresses=frozenset(section.source.address for section in concordance.sections),
        ids=renderer.ids,
        structured=memory.made(
            "structured", (renderer.state, concordance.sections), partial(structured, concordance, host)
        ),
        memory=memory,
    )


def _data(renderer: Renderer) -> Iterator[tuple[str, str]]:
    concordance, host, memory = renderer.concordance, renderer.host, renderer.memory
    of = (renderer.state, concordance.sections)
    yield from memory.made("words", of, partial(words, concordance)).items()
    yield from memory.made("traditional", of, partial(traditional_characters, concordance)).items()
    yield FEED, feed(concordance, host)
    yield COMPOSER, composer_data(concordance, renderer.repository, host)


def _index(renderer: Renderer, index: Index) -> str:
    """The content of a page that the navigation lists."""
    if index.made_of is None:
        return index.html(renderer)
    return renderer.memory.made(("page", index.address), index.made_of(renderer), partial(index.html, renderer))


def _pages(renderer: Renderer, kind: type[Note]) -> Iterator[Page]:
    return (_note(renderer, item) for item in renderer.concordance.edition.of(kind).values())


def _note(renderer: Renderer, item: Note) -> Page:
    """The page of a note."""
    concordance = renderer.concordance
    slugs = dict.fromkeys(place.range.section for place in concordance.places.get(item.id, ()))
    of = (renderer.state, renderer.made_of(item), [concordance.by_slug[slug] for slug in slugs])
    return renderer.memory.made(("page", note_address(item)), of, partial(note.page, renderer, item))


def _slots_of(renderer: Renderer) -> Mapping[str, str]:
    return renderer.memory.made("slots", pictured_of(renderer), partial(_slots, renderer))


def _filled(html: str, slots: Mapping[str, str]) -> str:
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


def _slots(renderer: Renderer) -> dict[str, str]:
    concordance = renderer.concordance
    sections = [(section, renderer.counts(section.notes)) for section in concordance.sections]
    listed = [kind for kind in FOLDERS.values() if kind.in_browser and kind is not FactCheck]
    totals = {kind: len(concordance.edition.of(kind)) for kind in listed}
    environment = renderer.environment
    values: dict[str, object] = {
        "sections": sections,
        "counts": rating_counts(concordance),
        "totals": totals,
    }
    module = environment.get_template("slots.html").make_module(values)
    names: dict[str, Callable[[], str]] = {
        name.replace("_", "-"): getattr(module, name)
        for name in ("verdicts", "sections_list", "ratings_list", "article", "rights")
    }
    drawn = {name: str(html) for name, html in pictures(renderer).items()}
    return {name: str(macro()) for name, macro in names.items()} | drawn
