"""What the composer in the reader's browser has to know: the model's rules, and what the edition has already."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields
from typing import Any

from edition.checking import DISPUTED, LINE
from edition.concordance import Concordance
from edition.model import FOLDERS, Gloss, Interlinear, Note, Variant, Word, kinds
from edition.publishing.addresses import note_address
from edition.publishing.host import Host, link_to
from edition.publishing.repository import Repository
from edition.publishing.wording import RATING_WORDS, STANCES
from edition.reading import schemas
from edition.text import name_of_reading, normalise, way_of_reading

COMPOSER = "assets/composer.json"
"""Where the composer's script looks for it: beside itself."""


def composer_data(concordance: Concordance, repository: Repository | None, host: Host) -> str:
    """The file as text: kinds with their fields, ids that are taken, sources, terms, the scales, the repository."""
    edition, documents = concordance.edition, schemas()
    return json.dumps(
        {
            "forge": pages_of_forge(repository) if repository else None,
            "reading": name_of_reading(edition.language),
            "kinds": {
                folder: _kind(documents[f"{folder}.json"], edition.language)
                for folder, kind in FOLDERS.items()
                if kind.in_browser or kind is Variant
            }
            | {Interlinear.folder: _rows(documents[f"{Interlinear.folder}.json"], edition.language)},
            "ids": [*concordance.notes, *edition.sources],
            "sources": {source.id: source.title for source in edition.sources.values()},
            "terms": sorted({term for note in edition.notes for term in note.all_terms}),
            "words": _words(concordance),
            "notes": {note.id: _note(note, concordance, host) for note in edition.notes},
            "ratings": RATING_WORDS,
            "disputed": DISPUTED,
            "stances": STANCES,
            "room": {kind.folder: kind.lines * LINE for kind in kinds()},
            "nouns": {kind.folder: kind.noun() for kind in kinds()},
            "sections": {
                section.slug: {"title": section.title, "address": link_to(host, section.source.address)}
                for section in concordance.sections
            },
            "witnesses": {item.siglum: item.title for item in edition.manifest.witnesses} if edition.manifest else {},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def pages_of_forge(repository: Repository) -> dict[str, Any]:
    """How the repository's forge is called, its pages for what is new and what is mended, and what to press there."""
    forge = repository.forge
    own = {"name": forge.name, "hasForms": forge.has_forms, "proposing": forge.proposing}
    return {**own, "new": repository.new, "issue": repository.issue, "edit": repository.file_pages["edit"]}


def _words(concordance: Concordance) -> dict[str, list[str]]:
    """The ids of the notes of each word, by the word as it is compared."""
    owners: dict[str, list[str]] = {}
    for note in concordance.edition.notes:
        quotes = [target.exact for target in note.all_targets] if isinstance(note, Gloss) else []
        for word in dict.fromkeys(normalise(word).lower() for word in (*note.called, *quotes)):
            owners.setdefault(word, []).append(note.id)
    return owners


def _note(note: Note, concordance: Concordance, host: Host) -> dict[str, Any]:
    """What kind a note is of, where it can be read, by which terms it goes, and how often it shows in each section."""
    places = Counter(place.range.section for place in concordance.places.get(note.id, ()))
    terms = [normalise(term) for term in note.all_terms]
    address = link_to(host, note_address(note))
    return {"kind": note.folder, "address": address, "terms": terms, "places": places}


def _doc(name: str, described: str, language: str) -> dict[str, Any]:
    """What is said of a field to those who write notes on an article in this language."""
    return {"doc": f"How it is read, {way_of_reading(language)}." if name == "reading" else described}


def _kind(schema: dict[str, Any], language: str) -> dict[str, Any]:
    fields = {
        name: _doc(name, shape["description"], language) | ({"choices": shape["enum"]} if "enum" in shape else {})
        for name, shape in schema["properties"].items()
    }
    return {"required": schema["required"], "fields": fields}


def _rows(schema: dict[str, Any], language: str) -> dict[str, Any]:
    """The row of a word, as the others: its fields by their names."""
    row = schema["items"]["properties"]["words"]["items"]
    titles = [item["title"] for item in row["prefixItems"]]
    may_be_empty = {item.name for item in fields(Word) if item.metadata.get("empty")}
    return {
        "required": [title for title in titles[: row["minItems"]] if title not in may_be_empty],
        "fields": {item["title"]: _doc(item["title"], item["description"], language) for item in row["prefixItems"]},
    }
