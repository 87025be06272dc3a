"""Whether what was weighed stands in the article, and what is said of it rests on something."""

from __future__ import annotations

from collections.abc import Iterator

from edition.anchoring import Effort, proposal
from edition.checking.targets import no_section, not_in, of_translation
from edition.concordance import Concordance
from edition.model import Bio, FactCheck
from edition.problems import Problem, short
from edition.text import normalise


def check_claims(concordance: Concordance) -> Iterator[Problem]:
    """A problem for each claim of the working list whose words do not stand where it says."""
    texts = concordance.texts
    effort = Effort()
    for claim in concordance.edition.every_claim:
        sections = concordance.claims.get(normalise(claim.quote), ())
        if not texts or not claim.quote or (claim.section in sections if claim.section else sections):
            continue
        if claim.section and claim.section not in {text.slug for text in texts}:
            yield no_section(claim.at("section"), claim.section, texts, concordance.unread, sections)
        elif sections:
            message, remedy, field = not_in(claim.section, sections)
            yield Problem(claim.at(field), message, remedy, rests_on=concordance.unread)
        else:
            message = f"the quote is not in the article: “{short(claim.quote)}”"
            remedy = of_translation(claim.quote, concordance, effort) or proposal(claim.quote, "quote: ", texts, effort)
            yield Problem(claim.at("quote"), message, remedy, rests_on=concordance.unread)


def check_evidence(concordance: Concordance) -> Iterator[Problem]:
    """A problem for each verdict without evidence, and for each bio without a source."""
    for note in concordance.edition.every_note:
        if isinstance(note, FactCheck) and not note.evidence and "evidence" not in note.unread:
            yield Problem(note.at("evidence"), "a verdict needs evidence", "Name at least one source.")
        if isinstance(note, Bio) and not note.sources and "sources" not in note.unread:
            yield Problem(note.at("sources"), "a bio needs a source", "Name at least one.")
