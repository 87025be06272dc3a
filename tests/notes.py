"""Editions made of notes at hand, without files, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from edition.anchoring import Occurrence, align, anchor
from edition.checking.article import check_article
from edition.checking.english import check_english, check_hidden
from edition.checking.targets import check_targets, of_targets
from edition.checking.terms import check_terms, of_terms
from edition.checking.translations import check_translations, of_entries
from edition.concordance import Concordance, SectionSource, join
from edition.model import (
    FOLDERS,
    Bio,
    Claim,
    Document,
    Edition,
    EntryT,
    Evidence,
    FactCheck,
    Gloss,
    Interlinear,
    InterlinearParagraph,
    Manifest,
    Note,
    SectionEntries,
    Source,
    Target,
    TranslatedParagraph,
    Translation,
    Variant,
    Word,
)
from edition.problems import Place, Problem, SourceFile
from edition.text import SectionText


def article_text(texts: Sequence[SectionText]) -> str:
    """The article's words: each heading and paragraph on a line of its own."""
    return "".join(f"{text.written(leaf)}\n" for text in texts for leaf in text.leaves)


AT = Place(SourceFile("annotations/x.yml"))
PLACE: Any = {"place": AT, "places": {}}
"""What a record has to know of its file, where nothing is asked of that."""
RULES = (check_targets, check_terms, check_translations, check_article, check_english, check_hidden)


def bio(name: str, /, *terms: str, **fields: Any) -> Bio:
    """This record, like those that follow, has of what it must have any, and the fields that are given."""
    return Bio(**{"id": name, "name": name, "kind": "concept", "terms": terms, "summary": "…", "sources": (),
                  **PLACE, **fields})  # fmt: skip


def gloss(name: str, *terms: str, **fields: Any) -> Gloss:
    return Gloss(**{"id": name, "literal": "…", "meaning": "…", "register": "idiom", "terms": terms, **PLACE, **fields})


def check(name: str, *quotes: str, **fields: Any) -> FactCheck:
    return FactCheck(**{"id": name, "claim": "…", "rating": "opinion", "summary": "…", "explanation": "…",
                        "evidence": (), "checked": "2026-01-05", "targets": tuple(map(target, quotes)),
                        **PLACE, **fields})  # fmt: skip


def variant(name: str, quote: str, **fields: Any) -> Variant:
    return Variant(**{"id": name, "target": target(quote), "position": "replaces", "readings": (), **PLACE, **fields})


def target(exact: str, **fields: Any) -> Target:
    return Target(**{"exact": exact, **PLACE, **fields})


def evidence(source: str, **fields: Any) -> Evidence:
    return Evidence(**{"source": source, "stance": "supports", **PLACE, **fields})


def source(name: str, **fields: Any) -> Source:
    return Source(**{"id": name, "type": "webpage", "title": "…", **PLACE, **fields})


def claim(quote: str, **fields: Any) -> Claim:
    return Claim(**{"quote": quote, **PLACE, **fields})


def manifest(**fields: Any) -> Manifest:
    return Manifest(**{"title": "t", "publisher": "p", "issued": "2026", "language": "zh", "rights": "r",
                       "sha256": "0", **PLACE, **fields})  # fmt: skip


def translation(section: str, *entries: tuple[str, str]) -> Translation:
    """Of paragraphs that begin so, the English."""
    made = (TranslatedParagraph(begins=begins, text=text, **PLACE) for begins, text in entries)
    return Translation(section=section, paragraphs=tuple(made), **PLACE)


def interlinear(section: str, *entries: tuple[str, Sequence[Word]]) -> Interlinear:
    """Of paragraphs that begin so, the rows."""
    made = (InterlinearParagraph(begins=begins, words=tuple(words), **PLACE) for begins, words in entries)
    return Interlinear(section=section, paragraphs=tuple(made), **PLACE)


def word(form: str, reading: str = "") -> Word:
    return Word(form=form, reading=reading, gloss="x", **PLACE)


def edition_of(
    manifest: Any = None, claims: Any = (), incomplete: Any = (), **kinds: Mapping[str, Document]
) -> Edition:
    """An edition of the documents that are given under their folders' names, with `_` for the hyphen."""
    documents = {FOLDERS[name.replace("_", "-")]: found for name, found in kinds.items()}
    return Edition(manifest=manifest, documents=documents, claims=claims, incomplete=incomplete)


def placed(
    notes: Iterable[Note], texts: Sequence[SectionText], unread: tuple[str, ...] = ()
) -> tuple[list[Occurrence], list[Problem]]:
    """Where the notes speak, and what is said of those that speak nowhere."""
    wanted = list(notes)
    occurrences, unplaced, nested = anchor(wanted, texts)
    joined: Any = SimpleNamespace(texts=texts, unread=unread, aligned={})
    problems = [*of_targets(unplaced, nested, joined)]
    return occurrences, problems if nested else [*problems, *of_terms(wanted, occurrences, joined)]


def aligned(
    by_section: Mapping[str, SectionEntries[EntryT]], texts: Sequence[SectionText], unread: tuple[str, ...] = ()
) -> tuple[dict[str, list[EntryT | None]], list[Problem]]:
    """Translations, or rows of words, beside their leaves, and what is said of those that have drifted."""
    return align(by_section, texts), [*of_entries(by_section.values(), texts, unread)]


def joined(edition: Edition, sources: Sequence[SectionSource]) -> tuple[Concordance, list[Problem]]:
    """The edition joined with its text, and what is said of what does not fit."""
    concordance = join(edition, sources)
    return concordance, [problem for rule in RULES for problem in rule(concordance)]


def joined_with(edition: Edition, *htmls: str) -> tuple[Concordance, list[Problem]]:
    """The edition joined with sections of this HTML, and what is said of what does not fit."""
    sources = [SectionSource(f"s{index}", "S", f"docs/{index}.md", html) for index, html in enumerate(htmls)]
    return joined(edition, sources)
