"""The whole site as values: section by section, page by page. Nothing is written here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from edition.concordance import Concordance
from edition.model import FOLDERS, RATINGS, Bio, FactCheck, Gloss, Note, Source, kinds
from edition.problems import Problem, errors, in_order, render_each
from edition.publishing.addresses import note_address, readings_address, root_of
from edition.publishing.changes import corrections, latest
from edition.publishing.composing import COMPOSER, composer_data
from edition.publishing.feed import FEED, feed
from edition.publishing.host import Host
from edition.publishing.languages import in_english, marked
from edition.publishing.panel import panel
from edition.publishing.pictures import TIMELINE, checks_in_order, pictured, pictures, timeline_page
from edition.publishing.placing import Ids, has_doubles, ids_in, placed, renamed
from edition.publishing.render import Renderer
from edition.publishing.search import ENTRIES, Entry, as_json, entries, without_marks
from edition.publishing.sections import section_html
from edition.publishing.structured import described, note_script, structured
from edition.publishing.whole import WHOLE, whole_html, whole_readings

ASSETS = tuple(sorted((Path(__file__).parent / "assets").iterdir()))
"""The stylesheet, the script and the icon, which the host places at `assets/`."""
CHANGES = "changes/"
"""The page of what was corrected and what else changed."""
_SLOT = re.compile(r'<div data-edition="(?P<name>[a-z-]+)">\s*</div>')


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its address from the site's root, its title, a line about it, its content."""

    address: str
    title: str
    description: str
    html: str


@dataclass(frozen=True)
class Site:
    """What the host has to place."""

    language: str
    """The article's."""
    sections: Mapping[str, str]
    """Slug to the content of the section's page."""
    indexes: Mapping[str, str]
    """Address to the content of the page of a kind."""
    notes: Mapping[str, list[Page]]
    """Kind to the pages of its notes, which differ only in their content."""
    data: Mapping[str, str]
    """Path in the site to the content of a file that is no page."""
    search: list[Entry]
    """What a search finds besides the host's own pages."""
    slots: Callable[[str], Mapping[str, str]]
    """For the address of a hand-written page: name to what it shows at `<div data-edition="NAME"></div>`."""
    problems: str = field(default="")
    """The problems to show with every page while somebody mends them, as HTML; empty where there are none."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Path of a section's file under the host's folder of pages to its slug."""
    meta: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Path of a section's file to what the host's metadata are to say of it."""
    addresses: frozenset[str] = frozenset()
    """Those of the sections."""
    ids: Mapping[str, Ids] = field(default_factory=dict)
    """By the address of a section: those of its own ids that have another name on its page."""
    structured: Mapping[str, str] = field(default_factory=dict)
    """Path of a page's file to what the page says of itself to machines, as HTML."""

    def content(self, path: str, html: str, address: str) -> str:
        """What the page of the file at `path` (under `docs/`) shows, where the host made `html` of it."""
        woven = self.sections.get(self.paths.get(path, "")) or self.indexes.get(path.removesuffix("index.md"))
        content = woven or self._by_hand(html, address)
        return content + self.structured.get(path, "")

    def _by_hand(self, html: str, address: str) -> str:
        """The content of a page that is neither a section's nor made: its slots filled, ids and links made to fit."""
        own = self.renamed(html, address)
        if own or self.ids or has_doubles(html):
            html = placed(html, address, address, own, self.ids)
        return _filled(marked(html, self.language), self.slots(address) if _SLOT.search(html) else {})

    def renamed(self, html: str, address: str) -> Ids:
        """The ids in the host's HTML of a page that have another name in its content, with that name."""
        if address in self.addresses:
            return self.ids.get(address, {})
        names = [found["name"] for found in _SLOT.finditer(html)]
        slots = self.slots(address) if names else {}
        shown = "".join(slots.get(slot, "") for slot in names)
        maybe = any(f'"{name}"' in shown for name in ids_in(html))  # to take long HTML to its tags costs more
        taken = {*ids_in(shown)} if maybe else set()
        return renamed(html, "page--", lambda name: name in taken or name.startswith("__"))

    def in_english(self, text: str) -> Markup:
        """English text of the host's as HTML, the article's words in it in their language."""
        return in_english(text, self.language)


def indexes() -> dict[str, tuple[str, str]]:
    """The generated pages that the navigation lists, by address: the title of each, and a line about it."""
    listed = [kind for folder, kind in sorted(FOLDERS.items()) if hasattr(kind, "heading")]
    return {
        WHOLE: (
            "The whole article",
            "The whole article on one page with all its notes, which on paper stand at the end by number.",
        ),
        **{f"{kind.folder}/": (kind.heading, kind.description) for kind in listed},
        TIMELINE: ("Timeline", "What happened when, before the article and after it, with sources."),
        CHANGES: ("Changes", "What was corrected in this edition, and what else changed in its notes."),
    }


def publish(concordance: Concordance, problems: list[Problem], host: Host | None = None) -> Site:
    """The site of the edition. `problems` are shown in it."""
    host = host or Host()
    renderer = Renderer(concordance, host)
    edition = concordance.edition
    found = entries(concordance, {address: title for address, (title, _) in indexes().items()}, host)
    shapes = pictured(concordance)
    return Site(
        language=renderer.language,
        sections={section.slug: section_html(renderer, section) for section in concordance.sections},
        indexes={
            WHOLE: whole_html(renderer),
            **{f"{kind.folder}/": _OWN_INDEX.get(kind, partial(_index, kind))(renderer) for kind in kinds()},
            "sources/": _bibliography(renderer),
            TIMELINE: timeline_page(renderer, shapes),
            CHANGES: _changes(renderer, host),
        },
        notes={
            kind.folder: [_note_page(renderer, note) for note in edition.of(kind).values()]
            for kind in kinds()
            if kind.has_page
        },
        data={
            **_data(concordance),
            ENTRIES: as_json(found, renderer.language),
            FEED: feed(concordance, host),
            COMPOSER: composer_data(concordance, renderer.repository, host),
        },
        search=found,
        slots=cache(lambda address: _slots(renderer, shapes, root_of(address))),
        problems=panel(render_each(problems), len(errors(in_order(problems)))),
        paths={section.source.uri: section.slug for section in concordance.sections},
        meta={section.source.uri: described(section) for section in concordance.sections},
        addresses=frozenset(section.source.address for section in concordance.sections),
        ids=renderer.ids,
        structured=structured(concordance, host),
    )


def _data(concordance: Concordance) -> dict[str, str]:
    """The pinyin of every section that has it, which the script fetches when a reader asks: a line a leaf."""
    sections = concordance.sections
    spoken = any(any(section.readings) for section in sections)
    whole = {readings_address(WHOLE): whole_readings(sections)} if spoken else {}
    return whole | {
        readings_address(section.source.address): "\n".join(" ".join(line) for line in section.readings) + "\n"
        for section in sections
        if any(section.readings)
    }


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


def _note_page(renderer: Renderer, note: Note) -> Page:
    address = note_address(note)
    html = renderer.page(f"{note.slug()}.html", address, note=note, passages=renderer.passages(note.id))
    return Page(address, note.title, note.summary, html + note_script(note, renderer.concordance, renderer.host))


def _index(kind: type[Note], renderer: Renderer) -> str:
    """The page of a kind that has none of its own making: every note in full, where it stands."""
    return renderer.page(
        [f"{kind.folder}.html", "kind.html"],
        f"{kind.folder}/",
        kind=kind,
        notes_of_kind=renderer.concordance.edition.of(kind).values(),
        full=renderer.note,
        passages=renderer.passages,
    )


def _bios(renderer: Renderer) -> str:
    concordance = renderer.concordance
    bios = sorted(concordance.edition.bios.values(), key=lambda bio: _sort_key(bio.name))
    groups = {
        kind: [bio for bio in bios if bio.kind == kind] for kind in ("person", "organization", "product", "concept")
    }
    mentions = {bio.id: len(concordance.places.get(bio.id, ())) for bio in bios}
    return renderer.page("bios.html", "bios/", groups=groups, mentions=mentions, total=len(bios))


def _ledger(renderer: Renderer) -> str:
    concordance = renderer.concordance
    groups = [
        (section, [(check, renderer.passage(concordance.places[check.id][0])) for check in checks])
        for section, checks in checks_in_order(concordance)
    ]
    return renderer.page("fact-checks.html", "fact-checks/", groups=groups, counts=_rating_counts(concordance))


def _glossary(renderer: Renderer) -> str:
    glosses = sorted(renderer.concordance.edition.glosses.values(), key=pinyin_order)
    letters = [(letter, list(group)) for letter, group in groupby(glosses, key=_initial)]
    return renderer.page("glosses.html", "glosses/", letters=letters, passages=renderer.passages)


def _bibliography(renderer: Renderer) -> str:
    concordance = renderer.concordance

    def key(source: Source) -> tuple[str, str, str]:
        return (_sort_key(source.container_title or source.publisher or source.title), source.issued, source.id)

    sources = sorted(concordance.edition.sources.values(), key=key)
    return renderer.page(
        "sources.html",
        "sources/",
        bibliography=sources,
        cited_by=concordance.cited_by,
    )


def _changes(renderer: Renderer, host: Host) -> str:
    concordance = renderer.concordance
    commits, more = latest(concordance, host.history)
    return renderer.page(
        "changes.html",
        CHANGES,
        corrections=corrections(concordance),
        commits=commits,
        more=more,
        feed=FEED,
    )


_OWN_INDEX: Mapping[type[Note], Callable[[Renderer], str]] = {Bio: _bios, FactCheck: _ledger, Gloss: _glossary}


def pinyin_order(gloss: Gloss) -> tuple[str, str, str]:
    """Glosses as a dictionary of Chinese has them: by letters first, by tones where letters are the same."""
    spoken = gloss.pinyin or gloss.headword
    return (_sort_key(spoken), spoken, gloss.id)


def _initial(gloss: Gloss) -> str:
    return _sort_key(gloss.pinyin or gloss.headword)[:1].upper() or "…"  # a sign has no letter


def _sort_key(text: str) -> str:
    """Letters and digits only, without marks and case."""
    return "".join(c for c in without_marks(text.casefold()) if c.isalnum())


def _rating_counts(concordance: Concordance) -> dict[str, int]:
    counts = Counter(check.rating for check in concordance.edition.fact_checks.values())
    return {rating: counts[rating] for rating in RATINGS if counts[rating]}


def _slots(renderer: Renderer, shapes: Mapping[str, object], root: str) -> dict[str, str]:
    concordance = renderer.concordance
    sections = [(section, renderer.counts(section.notes)) for section in concordance.sections]
    listed = [kind for kind in FOLDERS.values() if kind.in_browser and kind is not FactCheck]
    totals = {kind: len(concordance.edition.of(kind)) for kind in listed}
    environment = renderer.environment
    values: dict[str, object] = {
        "sections": sections,
        "counts": _rating_counts(concordance),
        "totals": totals,
        "root": root,
    }
    values["md"] = renderer.markdown(root)
    module = environment.get_template("slots.html").make_module(values)
    names: dict[str, Callable[[], str]] = {
        name.replace("_", "-"): getattr(module, name)
        for name in ("verdicts", "sections_list", "ratings_list", "article", "rights")
    }
    drawn = {name: str(html) for name, html in pictures(renderer, shapes, root).items()}
    return {name: str(macro()) for name, macro in names.items()} | drawn
