"""Editions made of notes at hand, without files, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from edition.anchoring import Occurrence, align, anchor
from edition.checking.article import check_article
from edition.checking.english import check_english, check_hidden
from edition.checking.targets import check_targets, of_targets
from edition.checking.terms import check_terms, of_terms
from edition.checking.translations import check_translations, of_entries
from edition.concordance import Concordance, SectionSource, join
from edition.model import FOLDERS, Document, Edition, EntryT, Note, SectionEntries
from edition.problems import Place, Problem, SourceFile
from edition.text import SectionText

PLACE: Any = {"place": Place(SourceFile("x.yml")), "places": {}}
"""What a record has to know of its file, where nothing is asked of that."""
RULES = (check_targets, check_terms, check_translations, check_article, check_english, check_hidden)


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
    problems = [*of_targets(unplaced, nested, texts, unread)]
    return occurrences, problems if nested else [*problems, *of_terms(wanted, occurrences, texts, unread)]


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
