"""The whole site: section by section, page by page, each made when it is asked for. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path

from markupsafe import Markup

from edition.concordance import Concordance
from edition.memory import Memory
from edition.model import Note, kinds
from edition.problems import Problem, errors, render_each
from edition.publishing.addresses import FEED, ROOT, note_address, root_of
from edition.publishing.exports.composer import COMPOSER, composer_data
from edition.publishing.exports.feed import feed
from edition.publishing.exports.search import ENTRIES, SearchEntry, entries, entries_json, page_entries
from edition.publishing.exports.structured import described, structured
from edition.publishing.exports.traditional import own_characters, traditional_characters
from edition.publishing.exports.words import words
from edition.publishing.host import Host
from edition.publishing.languages import in_english, marked
from edition.publishing.page import Index, Page
from edition.publishing.pages import indexes, note
from edition.publishing.pages.pictures import made_of as pictured_of
from edition.publishing.pages.section import section_html
from edition.publishing.panel import panel, tell
from edition.publishing.placing import Ids, has_doubles, placed
from edition.publishing.render import Renderer
from edition.publishing.slots import filled, renamed_beside, slot_makers, slots_in

ASSETS = tuple(sorted((Path(__file__).parent / "assets").iterdir()))
"""The stylesheets, scripts and icons, which the host places at `assets/`."""


@dataclass(frozen=True)
class Site:
    """What the host has to place. Its parts are made anew for each who asks, so that nobody holds all at once."""

    concordance: Concordance
    problems: Sequence[Problem]
    """What is wrong, in order."""
    host: Host

    @cached_property
    def renderer(self) -> Renderer:
        """What makes HTML of the edition."""
        return Renderer(self.concordance, self.host)

    @property
    def memory(self) -> Memory:
        """What an earlier build has made already."""
        return self.concordance.memory

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """Slug to the content of the section's page."""
        by_slug = self.concordance.by_slug
        return _Made(by_slug, lambda slug: section_html(self.renderer, by_slug[slug]))

    @cached_property
    def indexes(self) -> Mapping[str, str]:
        """Address to the content of each page that the navigation lists."""
        listed = {index.address: index for index in indexes()}
        return _Made(listed, lambda address: self._index(listed[address]))

    @property
    def notes(self) -> Mapping[str, Iterable[Page]]:
        """Kind to the pages of its notes, which differ only in their content."""
        paged = (kind for kind in kinds() if kind.has_page)
        return {kind.folder: map(self._note, self.concordance.edition.of(kind).values()) for kind in paged}

    @property
    def data(self) -> Iterator[tuple[str, str]]:
        """Path in the site and content of each file that is no page, but for what a search finds."""
        of = (self.renderer.state, self.concordance.sections)
        yield from self.memory.made("words", of, partial(words, self.concordance)).items()
        yield from self._characters.items()
        yield FEED, feed(self.concordance, self.host)
        yield COMPOSER, composer_data(self.concordance, self.renderer.repository, self.host)

    def make_characters(self) -> None:
        """Make the files of traditional characters, while there is room for the 40 MB that their dictionary takes."""
        self._characters  # noqa: B018

    @cached_property
    def _characters(self) -> Mapping[str, str]:
        of = (self.renderer.state, self.concordance.sections)
        return self.memory.made("traditional", of, partial(traditional_characters, self.concordance))

    @property
    def search(self) -> Iterator[SearchEntry]:
        """What a search finds besides the host's own pages."""
        return entries(self.concordance, {index.address: index.title for index in indexes()}, self.host)

    @cached_property
    def slots(self) -> Callable[[str], Mapping[str, str]]:
        """For the address of a hand-written page: name to what it shows at `<div data-edition="NAME"></div>`."""
        makes = slot_makers(self.renderer)
        of = pictured_of(self.renderer)
        made = cache(lambda name: self.memory.made(("slot", name), of, makes[name]))
        return lambda address: _Made(makes, lambda name: made(name).replace(ROOT, root_of(address)))

    @cached_property
    def structured(self) -> Mapping[str, str]:
        """Path of a page's file to what the page says of itself to machines, as HTML."""
        of = (self.renderer.state, self.concordance.sections)
        return self.memory.made("structured", of, partial(structured, self.concordance, self.host))

    @cached_property
    def _slugs(self) -> Mapping[str, str]:
        """Path of a section's file under the host's folder of pages to its slug."""
        return {section.source.uri: section.slug for section in self.concordance.sections}

    @cached_property
    def _addresses(self) -> frozenset[str]:
        """Those of the sections."""
        return frozenset(section.source.address for section in self.concordance.sections)

    @property
    def pages(self) -> Iterator[Page]:
        """Every page that the edition makes by itself, one after another."""
        for index in indexes():
            yield Page(index.address, index.title, index.description, self.indexes[index.address])
        yield from chain.from_iterable(self.notes.values())

    def page(self, path: str, html: str, address: str) -> Page:
        """The page of the host's file at `path` (from its folder of pages), where the host made `html` of it."""
        slug = self._slugs.get(path)
        description = described(self.concordance.by_slug[slug]) if slug else ""
        woven = self.sections[slug] if slug else self.indexes.get(path.removesuffix("index.md"))
        content = (woven or self._by_hand(html, address)) + self.structured.get(path, "")
        return Page(address, description=description, html=content, ids=self._renamed(html, address))

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

    def found_on(self, path: str, html: str, address: str, title: str) -> list[SearchEntry]:
        """What a search finds on the page of the file at `path`, where it is written by hand: the others are known."""
        if path in self._slugs or path.removesuffix("index.md") in self.indexes:
            return []
        parts = (address, title, html, self._renamed(html, address))
        return self.memory.made(("found", path), parts, lambda: [*page_entries(*parts)])

    def files(self, found: Iterable[SearchEntry] = ()) -> Iterator[tuple[str, Iterable[str]]]:
        """Path in the site and content, in pieces, of each file that is no page; a search finds `found` as well."""
        for path, text in self.data:
            yield path, [text]
        told = self._characters
        alike = self.memory.made("alike", told, partial(own_characters, self.concordance, told))
        yield ENTRIES, entries_json(chain(self.search, found), self.renderer.language, alike)

    def _by_hand(self, html: str, address: str) -> str:
        """The content of a page that is neither a section's nor made: its slots filled, ids and links made to fit."""
        own, renderer = self._renamed(html, address), self.renderer
        slots = {name: slot for name in slots_in(html) if (slot := self.slots(address).get(name))}

        def fill() -> str:
            is_placed = own or renderer.ids or has_doubles(html)
            here = placed(html, address, address, own, renderer.ids) if is_placed else html
            return filled(marked(here, renderer.language), slots)

        return self.memory.made(("by hand", address), (html, renderer.language, own, renderer.ids, slots), fill)

    def _renamed(self, html: str, address: str) -> Ids:
        """The ids in the host's HTML of a page that have another name in its content, with that name."""
        if address in self._addresses:
            return self.renderer.ids.get(address, {})
        shown = "".join(self.slots(address).get(name, "") for name in slots_in(html))
        return self.memory.made(("renamed", address), (html, shown), partial(renamed_beside, html, shown))

    def in_english(self, text: str) -> Markup:
        """English text of the host's as HTML, the article's words in it in their language."""
        return in_english(text, self.renderer.language)

    def _index(self, index: Index) -> str:
        """The content of a page that the navigation lists."""
        if index.made_of is None:
            return index.html(self.renderer)
        return self.memory.made(
            ("page", index.address), index.made_of(self.renderer), partial(index.html, self.renderer)
        )

    def _note(self, item: Note) -> Page:
        """The page of a note."""
        slugs = dict.fromkeys(place.range.section for place in self.concordance.places.get(item.id, ()))
        sections = [self.concordance.by_slug[slug] for slug in slugs]
        of = (self.renderer.state, self.renderer.made_of(item), sections)
        return self.memory.made(("page", note_address(item)), of, partial(note.page, self.renderer, item))


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
