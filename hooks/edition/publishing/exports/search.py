"""What a search finds besides the host's own pages: every paragraph and heading, every note, every source.

The host's search has an entry a heading and cuts Chinese into words by a dictionary. Here each paragraph is an entry at
its own address, in Chinese, English and pinyin, and `assets/search.js` finds words anywhere in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import TypedDict

from edition.concordance import Concordance, Section
from edition.model import Bio, FactCheck, Gloss, Note, Source, Variant
from edition.publishing import citations, markdown
from edition.publishing.addresses import note_address, source_address
from edition.publishing.host import Host, Unknown, link_to
from edition.publishing.page import without_diacritics
from edition.publishing.ratings import RATINGS
from edition.text import count_characters, direction, letters_of, readings

ENTRIES = "search/entries.json"
"""Where the entries lie in the site; the script fetches them at the first letter that a reader types."""


class SearchEntry(TypedDict, total=False):
    """A thing that can be found. All texts are HTML without tags."""

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


def entries(concordance: Concordance, pages: Mapping[str, str], host: Host | None = None) -> list[SearchEntry]:
    """Everything that can be found, in the order of the text, then of the notes. `pages`: address to title."""
    found = [SearchEntry(location=address, title=title) for address, title in pages.items()]
    for section in concordance.sections:
        found += _section(section)
    found += [_note(note, concordance) for note in concordance.notes.values()]
    found += [_source(source) for source in concordance.edition.sources.values()]
    host = host or Unknown()
    return [_as_html({**entry, "location": link_to(host, entry["location"])}) for entry in found]


def entries_json(found: list[SearchEntry], language: str) -> str:
    """The file of the entries, and by which letters the article's words are known amid English."""
    article = {"language": language, "direction": direction(language), "letters": letters_of(language)}
    return json.dumps({**article, "docs": found}, ensure_ascii=False, separators=(",", ":"))


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
            entry["text"] = f"{note.summary} {_plain(note.body)} {events}"
            entry["spoken"] = as_typed(" · ".join(_as_read(note, concordance)))
        case FactCheck():
            entry["original"] = " … ".join(quotes)
            shown = " ".join(item.note for item in note.evidence)
            changed = "The words have changed since this was checked. " if note.is_fuzzy else ""
            entry["text"] = f"{RATINGS[note.rating].label}. {changed}{note.summary} {_plain(note.explanation)} {shown}"
        case Gloss():
            entry["title"] = f"Gloss: {' · '.join(filter(None, (note.headword, note.reading)))}"
            entry["names"] = [*note.terms, *quotes]
            entry["spoken"] = as_typed(" ".join(readings(note.headword, note.reading)))
            entry["text"] = f"{note.meaning}; literally {note.literal}. {_plain(note.note)}"
        case Variant():
            entry["title"] = f"Variant: {note.target.exact}"
            entry["original"] = " · ".join((note.target.exact, *(reading.text for reading in note.readings)))
            entry["text"] = _plain(note.note)
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


def _plain(text: str) -> str:
    """The words of Markdown."""
    return unescape(re.sub(r"<[^>]*>", " ", markdown.to_html(text, lambda _: "#")))


def _as_html(entry: SearchEntry) -> SearchEntry:
    """The entry without empty fields and needless space, its texts escaped: the theme shows them as HTML."""
    short = SearchEntry(location=entry["location"], title=_html(entry["title"]))
    if names := [_html(name) for name in entry.get("names", ())]:
        short["names"] = names
    if original := _html(entry.get("original", "")):
        short["original"] = original
    if spoken := _html(entry.get("spoken", "")):
        short["spoken"] = spoken
    if text := _html(entry.get("text", "")):
        short["text"] = text
    return short


def _html(text: str) -> str:
    return escape(" ".join(text.split()), quote=False)
