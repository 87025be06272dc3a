"""Every rule, in one list: here one adds a check.

A rule is a function that takes the edition's notes, or the notes joined with the text, and yields a problem for each
thing that is wrong, of one sort, at its place. It stands in a module of this room beside those like it, in the list
below, and in `tests/cases/` as the sentences that a contributor reads.

Cause before consequence: a problem says what it `spoils` (as a rule the path of a file that cannot be judged while it
is wrong) or what it `rests_on` (what it would be a mere consequence of), and `in_order` holds back what rests on what
is spoilt. A rule never asks whether another one has spoken.

What asks for more than that is a rule as well, which whoever has it calls: for the HTML of a section `check_structure`,
for a host's pages `read_otherwise`, `unlisted` and `made_by_hand`, for an earlier state `changed_verdicts` and
`outlived_words`, for the pages about the edition `unwritten_pages`.

What makes a value at all (syntax, keys, types, dates, addresses, the Markdown of one field) is no rule but the form of
the file, which `reading` tells of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from edition.checking.agreement import unlike_notes
from edition.checking.article import check_article
from edition.checking.bibliography import mistaken_codes, poor_sources, read_before
from edition.checking.claims import check_claims, check_evidence
from edition.checking.dates import dates_before, dates_to_come
from edition.checking.english import check_english, check_hidden
from edition.checking.interlinear import check_interlinear
from edition.checking.quality import (
    changed_words,
    cut_short,
    disputed_verdicts,
    in_quotation_marks,
    long_summaries,
    marked_up,
    old_checks,
    repeated_places,
    shared_terms,
    unborne_verdicts,
    unfinished,
    unused_sources,
)
from edition.checking.references import check_ids, check_references
from edition.checking.targets import check_targets
from edition.checking.terms import check_exceptions, check_terms
from edition.checking.tones import check_tones, toneless
from edition.checking.translations import check_translations
from edition.checking.trust import check_trust
from edition.concordance import Concordance
from edition.memory import Memory
from edition.model import Edition
from edition.problems import Problem, in_order

OF_NOTES: tuple[Callable[[Edition], Iterator[Problem]], ...] = (check_ids, check_references, check_trust)
"""What the notes by themselves must hold."""
OF_TEXT: tuple[Callable[[Concordance], Iterator[Problem]], ...] = (
    check_article,
    check_targets,
    check_terms,
    check_exceptions,
    check_translations,
    check_english,
    check_hidden,
    check_claims,
    check_evidence,
    check_tones,
    check_interlinear,
)
"""What they must hold together with the text."""
WARNINGS: tuple[Callable[[Concordance], Iterator[Problem]], ...] = (
    disputed_verdicts,
    unborne_verdicts,
    repeated_places,
    shared_terms,
    long_summaries,
    unfinished,
    toneless,
    in_quotation_marks,
    marked_up,
    cut_short,
    changed_words,
    unlike_notes,
    poor_sources,
    mistaken_codes,
    read_before,
    dates_before,
)
"""What is legal but poor. A warning stops nothing; `edition check` tells of it, the site does not."""


def check_notes(edition: Edition, today: date | None, memory: Memory) -> Iterator[Problem]:
    """What is wrong in the notes by themselves; no date in them lies after `today`, where that is known."""
    for rule in OF_NOTES:
        yield from rule(edition)
    yield from dates_to_come(edition, today, memory) if today else ()


def check_edition(concordance: Concordance) -> Iterator[Problem]:
    """What is wrong in the notes together with the text."""
    for rule in OF_TEXT:
        yield from rule(concordance)


def warnings(concordance: Concordance, today: date, *, whole: bool = True) -> list[Problem]:
    """All warnings in order, as of the day. An edition of which notes could not be read is not `whole`.

    In such a one a source that seems unused may well be used.
    """
    found = [problem for rule in WARNINGS for problem in rule(concordance)]
    found += old_checks(concordance, today)
    found += unused_sources(concordance) if whole else ()
    return in_order(found)
