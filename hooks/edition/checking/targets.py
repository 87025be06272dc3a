"""Whether each target fits one passage; where it does not, the nearest passages, or what tells them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.anchoring import (
    Effort,
    Fits,
    Nested,
    Selector,
    Unplaced,
    describe,
    difference,
    in_article_form,
    in_section,
    match,
    proposal,
    selector_of,
    text_of,
    words_of,
)
from edition.concordance import Concordance
from edition.model import Target
from edition.problems import Place, Problem, did_you_mean, short
from edition.text import SectionText, normalise


def check_targets(concordance: Concordance) -> Iterator[Problem]:
    """A problem for each quote that stands nowhere, or more than once."""
    yield from of_targets(concordance.unplaced, concordance.nested, concordance.texts, concordance.unread)


def of_targets(
    unplaced: Sequence[Unplaced], nested: Nested | None, texts: Sequence[SectionText], unread: tuple[str, ...]
) -> Iterator[Problem]:
    """The same of what anchoring could not place. `unread` are paths of the article of which no text is known."""
    if nested:
        words = short(nested.words)
        message = f"“{words}” ends with {nested.others} other terms and quotes; so many are not looked for"
        yield Problem(nested.place, message, "Keep those that a reader needs, and delete the others.")
    effort = Effort()
    for target, found in unplaced:
        yield _target_problem(target, found, texts, effort, unread)


def no_section(slug: str, slugs: Sequence[str]) -> tuple[str, str]:
    """What is said of a section that is not there, and which there are."""
    remedy = did_you_mean(slug, slugs) or f"The sections are {', '.join(slugs)}."
    return f"there is no section “{slug}”", short(remedy, 1000)


def _target_problem(
    target: Target, found: Fits, texts: Sequence[SectionText], effort: Effort, unread: tuple[str, ...]
) -> Problem:
    exact = normalise(target.exact)
    slugs = [text.slug for text in texts]
    if target.section and target.section not in slugs:
        return Problem(target.at("section"), *no_section(target.section, slugs), rests_on=unread)
    if found.total:
        return _ambiguous(target, found, texts, effort)
    within = in_section(target.section, texts)
    rests_on = () if target.section and within[0].text else unread
    bare = match(Selector(exact), texts)
    if bare and (target.prefix or target.suffix or target.section):
        place: Place = target.at("prefix" if target.prefix else "suffix" if target.suffix else "section")
        where = text_of(bare[0], texts)
        around = where.flat[max(0, bare[0].start - 12) : bare[0].end + 12]
        message = f"the quote stands in section “{bare[0].section}”, but not with this prefix, suffix or section"
        remedy = f"There it reads “…{around}…”."
        whole = target.prefix + exact + target.suffix
        if not match(selector_of(target), texts) and (alike := in_article_form(whole, [where])):
            own = words_of(alike[0], [where])
            remedy = f"{difference(whole, own)}: there it reads “{own}”."
        return Problem(place, message, remedy, rests_on=rests_on)
    message = f"the quote is not in the article: “{short(exact)}”"
    return Problem(target.at("exact"), message, proposal(exact, "exact: ", texts, effort), rests_on=rests_on)


def _ambiguous(target: Target, found: Fits, texts: Sequence[SectionText], effort: Effort) -> Problem:
    within = in_section(target.section, texts)
    proposals = []
    for item in found.first:
        if len(found.in_section) > 1 and found.in_section[item.section] == 1:
            proposals.append(f"section: {item.section}")
            continue
        selector = describe(text_of(item, texts), item.start, item.end, within) if effort.allows(within) else None
        if selector:
            parts = [f"section: {item.section}"] if len(found.in_section) > 1 else []
            parts += [
                f"{name}: “{value}”"
                for name, value in (("prefix", selector.prefix), ("suffix", selector.suffix))
                if value
            ]
            proposals.append(", ".join(parts))
    remedy = "Add " + "; or ".join(proposals) + "." if proposals else "Quote more of the passage."
    return Problem(
        target.at("exact"), f"the quote stands {found.total} times: “{short(normalise(target.exact))}”", remedy
    )
