"""The templates, and what every page needs of them: notes as HTML, passages in context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property, partial
from itertools import chain, islice
from typing import Any, NamedTuple, TypeVar, cast
from unicodedata import category

from jinja2 import Template
from markupsafe import Markup

from edition.anchoring import Occurrence
from edition.concordance import Concordance, Section
from edition.history import read_log
from edition.model import Bio, Note
from edition.problems import visible
from edition.publishing import citations, markdown, wording
from edition.publishing.addresses import ROOT, note_address, passage_address, root_of, source_address
from edition.publishing.fragments import around, environment, fragment
from edition.publishing.headwords import shortened
from edition.publishing.host import Host, link_to
from edition.publishing.languages import (
    ENGLISH,
    NAME_OF_ENGLISH,
    in_english,
    in_source,
    language_of,
    spaced,
    tagged,
    tagged_reading,
    title_of_source,
)
from edition.publishing.placing import Ids, prefixed, renamed
from edition.publishing.repository import commit_address, repository_of
from edition.publishing.unbroken import day_unbroken
from edition.text import name_of_reading

_PIECES = 10_000
_AROUND = 48
"""Characters of the article shown on either side of a passage in context."""

Made = TypeVar("Made")


MOST_CHARACTERS = 300_000
"""An article has some thousand; what is longer than this is a book, which no browser likes on one page."""


class Passage(NamedTuple):
    """A place of the article, in context: `words` with the passage in <mark>, its English, its address."""

    words: Markup
    english: str
    address: str
    section: str
    number: int


class NoteHtml(NamedTuple):
    """A note in its two lengths."""

    short: Markup
    more: Markup


class Renderer:
    """Renders templates for one state of the edition; what is not yet a whole page leads to others from `ROOT`."""

    def __init__(self, concordance: Concordance, host: Host) -> None:
        self.concordance = concordance
        self.host = host
        self.memory = concordance.memory
        self.history = self.memory.made("history", self.host.log, partial(read_log, self.host.log))
        self.repository = repository_of(self.host)
        self.state = self._state()
        """What whatever is rendered may depend on, besides the sections, notes and sources that it shows."""
        self.ids = {section.source.address: ids for section in concordance.sections if (ids := self._ids_of(section))}
        """By the address of a section: those of its own ids that have another name on its page."""
        self.link_to = partial(link_to, self.host)
        self.fits_one_page = sum(len(section.text.flat) for section in concordance.sections) <= MOST_CHARACTERS
        """Whether the whole article stands on a page of its own."""
        self._made: dict[Hashable, Any] = {}
        self.language = concordance.edition.language
        self.english = tagged(ENGLISH, within=self.language)
        """The attributes of what is English amid the article's words."""
        self.environment = environment()
        self.environment.filters |= {
            "in_words": lambda date: day_unbroken(citations.in_words(date)),
            "outlet": citations.outlet,
            "authors": citations.authors,
            "parts": citations.parts,
            "stop_behind": citations.stop_behind,
            "link": citations.link,
            "shortened": lambda words: shortened(words, self.language),
            "link_to": self.link_to,
            "address": lambda note: self.link_to(note_address(note)),
            "source_address": lambda source: self.link_to(source_address(source)),
            "visible": visible,
            "english": lambda text: in_english(text, self.language),
            "spaced": lambda text: spaced(text, self.language),
            "of": lambda text, source: in_source(text, source, self.language),
            "titled": lambda source: title_of_source(source, self.language),
            "language": lambda words: language_of(words, self.language),
            "tagged": tagged,
            "tagged_reading": lambda reading: tagged_reading(reading, self.language),
        }
        self.environment.globals |= {
            "root": ROOT,
            "md": self._markdown,
            "cite": self._cite,
            "edition": concordance.edition,
            "manifest": concordance.edition.manifest,
            "language": self.language,
            "name_of_english": NAME_OF_ENGLISH,
            "reading": name_of_reading(self.language),
            "notes": concordance.notes,
            "sources": concordance.edition.sources,
            "as_of": self._as_of,
            "ratings": wording.RATING_WORDS,
            "stances": wording.STANCES,
            "bio_kinds": wording.BIO_KINDS,
            "kinds": wording.counted(),
            "correction_words": wording.CORRECTIONS,
            "history": self.history,
            "repo_url": self.host.repo_url,
            "commit_address": partial(commit_address, self.host),
            "repository": self.repository,
        }

    def _state(self) -> object:
        host, edition = self.host, self.concordance.edition
        state = (
            edition.vouched,
            edition.manifest,
            (self.concordance.latin, len(self.concordance.sections)),
            [(note.id, type(note)) for note in self.concordance.notes.values()],
            [*edition.sources],
            self._as_of,
            (host.name, host.site_url, host.repo_url, host.edit_uri, host.forge, host.folder),
            (host.index, host.log),
        )
        return self.memory.made("state", state, lambda: state)  # one object, which is compared in no time

    @property
    def _as_of(self) -> str:
        """The last day of which the notes tell that one was checked or corrected."""
        edition = self.concordance.edition
        checked = (check.checked for check in edition.fact_checks.values())
        return max(chain(checked, (item.date for _, item in edition.corrections)), default="")

    def _ids_of(self, section: Section) -> Ids:
        html = section.text.html
        return self.memory.made(("ids", section.slug), html, lambda: renamed(html, prefixed(section)))

    def made_of(self, *notes: Note) -> object:
        """What the HTML of the notes may depend on besides the state and the sections: they, and what they name."""
        if not self.memory.keeps:
            return ()
        sources, bios = self.concordance.edition.sources, self.concordance.edition.bios
        return [
            (note, [sources.get(source) for source in self.concordance.cited(note)],
             [bios.get(bio) for bio in note.related] if isinstance(note, Bio) else ())
            for note in notes
        ]  # fmt: skip

    def made_of_kinds(self, kinds: Iterable[type[Note]] = ()) -> object:
        """What a page may depend on that shows all notes of the kinds, and where they speak."""
        notes = chain.from_iterable(self.concordance.edition.of(kind).values() for kind in kinds)
        return self.state, self.made_of(*notes), self.concordance.sections

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What several pages of this one build show, made for the first of them."""
        if key not in self._made:
            self._made[key] = make()
        return cast("Made", self._made[key])

    def page(self, template: str | list[str | Template], address: str, **values: object) -> str:
        """The content of the page at the address. Templates find the macros of `notes.html` as `n`."""
        found = self.environment.get_or_select_template(template)
        pieces, root = found.generate(n=self._macros, **values), root_of(address)
        some = iter(lambda: [*islice(pieces, _PIECES)], [])  # all at once, they weigh far more than the page
        return "".join(["".join(part).replace(ROOT, root) for part in some])

    def note(self, note: Note) -> NoteHtml:
        """A note as HTML."""
        return self.memory.made(("note", note.id), (self.state, self.made_of(note)), partial(self._note, note))

    def _note(self, note: Note) -> NoteHtml:
        own = self._own_macros(type(note))
        withdrawn = fragment("withdrawn") if note.is_withdrawn else ""
        more = self._macros.corrections_notice(note) if note.corrections else ""
        return NoteHtml(Markup(f"{withdrawn}{own.short(note)}"), Markup(f"{more}{own.more(note)}"))

    def passage(self, occurrence: Occurrence) -> Passage:
        """The passage in context."""
        section = self.concordance.by_slug[occurrence.range.section]
        text = section.text
        index = text.leaf_at(occurrence.range.start)
        leaf = text.leaves[index]
        start, end = occurrence.range.start, occurrence.range.end
        last = text.leaves[text.leaf_at(end - 1)]
        left, right = max(leaf.start, start - _AROUND), min(last.end, end + _AROUND)
        # Words between spaces stay whole: 48 characters are a measure for Chinese.
        while leaf.start < left and _is_one_word(text.flat[left - 1 : left + 1]):
            left -= 1
        while right < last.end and _is_one_word(text.flat[right - 1 : right + 1]):
            right += 1
        before, after = "…" if left > leaf.start else "", "…" if right < last.end else ""
        led, said, led_on = (
            spaced(text.flat, self.language, *part) for part in ((left, start), (start, end), (end, right))
        )
        # Put together by hand: Markup's own `format` takes ten times as long.
        words = Markup(f"{before}{led}{str(said).join(around('passage'))}{led_on}{after}")
        address = passage_address(self.concordance, occurrence)
        return Passage(words, section.english[index], address, section.title, leaf.number)

    def passages(self, note: str) -> list[Passage]:
        """Every place where the note speaks, in the order of the text; one for each paragraph or heading."""
        unique: dict[tuple[str, int], Passage] = {}
        for occurrence in self.concordance.places.get(note, ()):
            # Not by what the passage shows: headings have no number, and two sections may have one title.
            slug = occurrence.range.section
            leaf = self.concordance.by_slug[slug].text.leaf_at(occurrence.range.start)
            if (slug, leaf) not in unique:
                unique[slug, leaf] = self.passage(occurrence)
        return list(unique.values())

    def counts(self, ids: Iterable[str]) -> dict[str, int]:
        """How many notes of each kind are among the ids."""
        return dict(Counter(self.concordance.notes[note].folder for note in ids))

    @cached_property
    def _macros(self) -> Any:
        """What several pages and the notes in the margin show alike."""
        return self.environment.get_template("notes.html").module

    def _own_macros(self, kind: type[Note]) -> Any:
        """The kind's own: its notes in their two lengths."""

        def make() -> Any:
            return self.environment.get_template(f"notes/{kind.slug()}.html").make_module({"n": self._macros})

        return self.once(("macros", kind.folder), make)

    def _markdown(self, text: str) -> Markup:
        """A note's Markdown as HTML."""
        return Markup(markdown.to_html(text, self._address_of, self.language))

    def _address_of(self, note: str) -> str:
        found = self.concordance.notes.get(note)
        return ROOT + self.link_to(note_address(found)) if found else "#"

    def _cite(self, source: str) -> Markup:
        return self.once(("cited", source), lambda: Markup(self._macros.reference(source)))


def _is_one_word(pair: str) -> bool:
    """Whether the two characters stand within one word of a script that has spaces, or within one letter."""
    return all(
        (character.isalnum() or category(character)[0] == "M" or character in "\u200c\u200d\u00ad")
        and (character < "\u2e80" or "\uac00" <= character <= "\ud7af")
        for character in pair
    )
