"""Every rule, in one list: here one adds a check.

A rule is a function that takes the edition's notes, or the notes joined with the text, and yields a problem for each
thing that is wrong, of one sort, at its place. It stands in a module of this room beside those like it, in the list
below, and in `tests/cases/` as the sentences that a contributor reads.

Cause before consequence: a problem says what it `spoils` (as a rule the path of a file that cannot be judged while it
is wrong) or what it `rests_on` (what it would be a mere consequence of), and `in_order` holds back what rests on what
is spoilt. A rule never asks whether another one has spoken.

What asks for more than that is a rule as well, which whoever has it calls: for the HTML of a section `check_structure`,
for a host's pages `read_otherwise` and `unlisted`, for an earlier state `changed_verdicts` and `outlived_words`, for
the pages about the edition `unwritten_pages`.

What makes a value at all (syntax, keys, types, dates, addresses, the Markdown of one field) is no rule but the form of
the file, which `reading` tells of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from edition.checking import (
    agreement,
    article,
    bibliography,
    claims,
    dates,
    english,
    interlinear,
    quality,
    references,
    targets,
    terms,
    tones,
    translations,
    trust,
)
from edition.concordance import Concordance
from edition.memory import Memory
from edition.model import Edition
from edition.problems import Problem, in_order

OF_NOTES: tuple[Callable[[Edition], Iterator[Problem]], ...] = (
    references.check_ids,
    references.check_references,
    trust.check_trust,
)
"""What the notes by themselves must hold."""
OF_TEXT: tuple[Callable[[Concordance], Iterator[Problem]], ...] = (
    article.check_article,
    targets.check_targets,
    terms.check_terms,
    terms.check_exceptions,
    translations.check_translations,
    english.check_english,
    english.check_hidden,
    claims.check_claims,
    claims.check_evidence,
    tones.check_tones,
    interlinear.check_interlinear,
)
"""What they must hold together with the text."""
WARNINGS: tuple[Callable[[Concordance], Iterator[Problem]], ...] = (
    quality.disputed_verdicts,
    quality.unborne_verdicts,
    quality.repeated_places,
    quality.shared_terms,
    quality.long_summaries,
    quality.unfinished,
    tones.toneless,
    tones.uneven,
    quality.in_quotation_marks,
    quality.marked_up,
    quality.cut_short,
    quality.changed_words,
    agreement.unlike_notes,
    bibliography.poor_sources,
    bibliography.mistaken_codes,
    bibliography.read_before,
    dates.dates_before,
)
"""What is legal but poor. A warning stops nothing; `edition check` tells of it, the site does not."""


def check_notes(edition: Edition, today: date | None, memory: Memory) -> Iterator[Problem]:
    """What is wrong in the notes by themselves; no date in them lies after `today`, where that is known."""
    for rule in OF_NOTES:
        yield from rule(edition)
    yield from dates.dates_to_come(edition, today, memory) if today else ()


def check_edition(concordance: Concordance) -> Iterator[Problem]:
    """What is wrong in the notes together with the text."""
    for rule in OF_TEXT:
        yield from rule(concordance)


def warnings(concordance: Concordance, today: date, *, whole: bool = True) -> list[Problem]:
    """All warnings in order, as of the day. An edition of which notes could not be read is not `whole`.

    In such a one a source that seems unused may well be used.
    """
    found = [problem for rule in WARNINGS for problem in rule(concordance)]
    found += quality.old_checks(concordance, today)
    found += quality.unused_sources(concordance) if whole else ()
    return in_order(found)
