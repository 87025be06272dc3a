"""What a search finds: every paragraph and heading, every note, every source, and the pages that are written by hand.

Each paragraph is an entry at its own address, in Chinese, English and pinyin; `assets/find.js` finds words anywhere in
it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import chain
from typing import Literal, TypedDict

from edition.concordance import Concordance, Section
from edition.model import Bio, FactCheck, Gloss, Note, Source, Variant
from edition.publishing import citations
from edition.publishing.addresses import note_address, source_address
from edition.publishing.filing import without_diacritics
from edition.publishing.host import Host, link_to
from edition.publishing.markdown import plain_words
from edition.publishing.wording import RATING_WORDS
from edition.text import count_characters, direction, letters_of, readings, romanized

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_HEADING = re.compile("h[1-6]")
_WITHIN_WORDS = frozenset("a abbr b bdi bdo cite code em i kbd mark q s small span strong sub sup u".split())
"""Elements whose end parts no words."""
_TEXTS: tuple[Literal["original", "spoken", "text"], ...] = ("original", "spoken", "text")
ENTRIES = "search/entries.json"
"""Where the entries lie in the site; they are fetched at the first letter that a reader types."""


class SearchEntry(TypedDict, total=False):
    """A thing that can be found."""

    location: str
    """Its address from the site's root."""
    title: str
    """What the result is called; says of what kind it is."""
    names: list[str]
    """What it is called: a search for just this comes to it first."""
    original: str
    """Words in the article's language."""
    spoken: str
    """The pinyin of the words, or of the names, without tones: a syllable for each character, with spaces."""
    text: str
    """Words in English."""


def entries(concordance: Concordance, pages: Mapping[str, str], host: Host) -> Iterator[SearchEntry]:
    """Everything that can be found, in the order of the text, then of the notes. `pages`: address to title."""
    found = chain(
        (SearchEntry(location=address, title=title) for address, title in pages.items()),
        chain.from_iterable(map(_section, concordance.sections)),
        (_note(note, concordance) for note in concordance.notes.values()),
        map(_source, concordance.edition.sources.values()),
    )
    return (_short({**entry, "location": link_to(host, entry["location"])}) for entry in found)


def entries_json(found: Iterable[SearchEntry], language: str, alike: Mapping[str, str] = {}) -> Iterator[str]:
    """The file of the entries in pieces, and by which letters the article's words are known amid English.

    `alike`: what the article has for a sign that a reader may write in its place.
    """
    letters = letters_of(language)
    article = {"language": language, "direction": direction(language), "letters": letters, "alike": alike}
    yield f'{_JSON.encode(article)[:-1]},"docs":['
    for number, entry in enumerate(found):
        yield f"{',' if number else ''}{_JSON.encode(entry)}"
    yield "]}"


def page_entries(
    address: str, title: str, html: str, renamed: Mapping[str, str] | None = None
) -> Iterator[SearchEntry]:
    """What can be found on a page that is written by hand: the page, and what stands under each of its headings.

    `renamed`: those of its ids that have another name on the page.
    """
    reader = _Headings()
    reader.feed(html)
    reader.close()
    for index, part in enumerate(reader.parts):
        if index == 0 or part.title.strip():
            name = (renamed or {}).get(part.id, part.id)
            location = f"{address}#{name}" if name else address
            yield _short({"location": location, "title": part.title if index else title, "text": part.text})


def as_typed(pinyin: str) -> str:
    """Pinyin as it is typed: `xi si kong ji`."""
    return without_diacritics(pinyin).lower()


def _section(section: Section) -> Iterator[SearchEntry]:
    text, address = section.text, section.source.address
    headings = [index for index, leaf in enumerate(text.leaves) if leaf.is_heading]
    yield SearchEntry(
        location=address,
        title=f"Section {section.index + 1} · {section.title}",
        names=[section.title],
        original=" ".join(text.words(text.leaves[index]) for index in headings),
        spoken=as_typed(" ".join(" ".join(section.readings[index]) for index in headings)),
        text=" ".join(section.english[index] for index in headings),
    )
    for leaf, english, syllables in zip(text.leaves, section.english, section.readings, strict=True):
        if leaf.number:
            yield SearchEntry(
                location=f"{address}#p-{leaf.number}",
                title=f"¶ {leaf.number} · {section.title}",
                original=text.words(leaf),
                spoken=as_typed(" ".join(syllables)),
                text=english,
            )


def _note(note: Note, concordance: Concordance) -> SearchEntry:
    entry = SearchEntry(location=note_address(note), title=f"{note.noun().capitalize()}: {note.title}")
    quotes = [target.exact for target in note.all_targets]
    match note:
        case Bio():
            entry["title"] = f"Bio: {' · '.join(filter(None, (note.name, note.name_original)))}"
            entry["names"] = list(dict.fromkeys(filter(None, (note.name, note.name_original, *note.terms))))
            events = " ".join(f"{event.date}: {event.text}" for event in note.events)
            entry["text"] = f"{note.summary} {plain_words(note.body)} {events}"
            entry["spoken"] = as_typed(" · ".join(_as_read(note, concordance)))
        case FactCheck():
            entry["original"] = " … ".join(quotes)
            shown = " ".join(item.note for item in note.evidence)
            changed = "The words have changed since this was checked. " if note.is_fuzzy else ""
            entry["text"] = (
                f"{RATING_WORDS[note.rating].label}. {changed}{note.summary} {plain_words(note.explanation)} {shown}"
            )
        case Gloss():
            entry["title"] = f"Gloss: {' · '.join(filter(None, (note.headword, note.reading)))}"
            typed = romanized(note.reading)  # of kana; what is in Latin letters stays as it is
            entry["names"] = [*note.terms, *quotes, *([typed] if typed != note.reading.lower() else [])]
            entry["spoken"] = as_typed(" ".join(readings(note.headword, note.reading)))
            entry["text"] = f"{note.meaning}; literally {note.literal}. {plain_words(note.note)}"
        case Variant():
            entry["title"] = f"Variant: {note.target.exact}"
            entry["original"] = " · ".join((note.target.exact, *(reading.text for reading in note.readings)))
            entry["text"] = plain_words(note.note)
        case _:
            entry["names"] = [*note.called]
            entry["original"] = " … ".join(quotes)
            entry["text"] = note.summary
    return entry


def _as_read(note: Note, concordance: Concordance) -> list[str]:
    """How the names of a note are read in the article, each once: what it has no pinyin of its own for."""
    read: dict[str, None] = {}
    for occurrence in concordance.places.get(note.id, ()):
        section = concordance.by_slug[occurrence.range.section]
        start, end = occurrence.range.start, occurrence.range.end
        index = section.text.leaf_at(start)
        first = count_characters(section.text.flat[section.text.leaves[index].start : start])
        syllables = section.readings[index][first : first + count_characters(section.text.flat[start:end])]
        if syllables:
            read[" ".join(syllables)] = None
    return list(read)


def _source(source: Source) -> SearchEntry:
    words = (*source.author, source.container_title, source.publisher, citations.in_words(source.issued), source.note)
    title = f"Source: {source.title}"
    return SearchEntry(location=source_address(source.id), title=title, text=". ".join(filter(None, words)))


def _short(entry: SearchEntry) -> SearchEntry:
    """The entry without empty fields and needless space."""
    short = SearchEntry(location=entry["location"], title=_spaced(entry["title"]))
    if names := [_spaced(name) for name in entry.get("names", ())]:
        short["names"] = names
    for field in _TEXTS:
        if words := _spaced(entry.get(field, "")):
            short[field] = words
    return short


def _spaced(text: str) -> str:
    return " ".join(text.split())


@dataclass
class _UnderHeading:
    """What stands under a heading, which can be led to by its id."""

    id: str = ""
    title: str = ""
    text: str = ""


class _Headings(HTMLParser):
    """The parts of a page: the first stands before every heading but the page's own, which is its title."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = [_UnderHeading()]
        self.heading = ""
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.heading or self.silent:
            return
        if _HEADING.fullmatch(tag):
            self.heading = tag
            if tag != "h1":
                self.parts.append(_UnderHeading(dict(attrs).get("id") or ""))
        elif tag in ("script", "style", "template"):
            self.silent = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self.heading:
            self.heading = ""
        elif tag == self.silent:
            self.silent = ""
        elif not self.heading and tag not in _WITHIN_WORDS:
            self.parts[-1].text += " "

    def handle_data(self, data: str) -> None:
        if self.silent or (self.heading == "h1"):
            return
        if self.heading:
            self.parts[-1].title += data
        else:
            self.parts[-1].text += data
