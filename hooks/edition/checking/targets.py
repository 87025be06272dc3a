"""Whether each target fits one passage; where it does not, the nearest passages, or what tells them apart."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence

from edition.anchoring import (
    Effort,
    Fits,
    Nested,
    Range,
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
    yield from of_targets(concordance.unplaced, concordance.nested, concordance)


def of_targets(unplaced: Sequence[Unplaced], nested: Nested | None, concordance: Concordance) -> Iterator[Problem]:
    """The same of what anchoring could not place in the concordance's texts."""
    if nested:
        words = short(nested.words)
        message = f"“{words}” ends with {nested.others} other terms and quotes; so many are not looked for"
        yield Problem(nested.place, message, "Keep those that a reader needs, and delete the others.")
    effort = Effort()
    for target, found in unplaced:
        yield _target_problem(target, found, concordance, effort)


def _target_problem(target: Target, found: Fits, concordance: Concordance, effort: Effort) -> Problem:
    exact, texts, unread = normalise(target.exact), concordance.texts, concordance.unread
    if target.section and target.section not in [text.slug for text in texts]:
        stands = match(Selector(exact, target.prefix, target.suffix), texts)
        return no_section(target.at("section"), target.section, texts, unread, {one.section for one in stands})
    if found.total:
        return _ambiguous(target, found, texts, effort)
    within = in_section(target.section, texts)
    rests_on = () if target.section and within[0].text else unread
    bare = match(Selector(exact), texts)
    if bare and (target.prefix or target.suffix or target.section):
        message, remedy, field = _elsewhere(target, bare, texts)
        return Problem(target.at(field), message, remedy, rests_on=rests_on)
    message = f"the quote is not in the article: “{short(exact)}”"
    remedy = of_translation(exact, concordance, effort) or proposal(exact, "exact: ", texts, effort)
    return Problem(target.at("exact"), message, remedy, rests_on=rests_on)


def of_translation(words: str, concordance: Concordance, effort: Effort) -> str:
    """What mends words that are the translation’s: the article's own in that paragraph; empty where they are not."""
    wanted = normalise(words).casefold()
    for text in concordance.texts if effort.left > 0 else ():
        for leaf, entry in zip(text.leaves, concordance.aligned.get(text.slug, ()), strict=False):
            if entry and wanted in normalise(entry.text).casefold():
                own = short(normalise(text.words(leaf)), 200)
                return f"These are words of the translation. Take the article’s own, which they render: “{own}”"
    return ""


def _elsewhere(target: Target, bare: Sequence[Range], texts: Sequence[SectionText]) -> tuple[str, str, str]:
    """Message, remedy and field of a target whose words stand at `bare`, but not where its other fields say."""
    fitting = match(selector_of(target), texts)
    if fitting:
        return not_in(target.section, dict.fromkeys(one.section for one in fitting))
    here = next((one for one in bare if one.section == target.section), bare[0])
    where = text_of(here, texts)
    fields = [name for name in ("prefix", "suffix") if getattr(target, name)]
    exact, sides = normalise(target.exact), {"prefix": "behind this prefix", "suffix": "before this suffix"}
    wrong = [name for name in fields if not match(Selector(exact, **{name: getattr(target, name)}), [where])] or fields
    message = f"the quote stands in section “{here.section}”, but not {' and '.join(sides[name] for name in wrong)}"
    whole = target.prefix + exact + target.suffix
    if alike := in_article_form(whole, [where]):
        own = words_of(alike[0], [where])
        return message, f"{difference(whole, own)}: there it reads “{own}”.", wrong[0]
    around = where.flat[max(0, here.start - 12) : here.end + 12]
    return message, f"There it reads “…{around}…”.", wrong[0]


def not_in(section: str, sections: Collection[str]) -> tuple[str, str, str]:
    """Message, remedy and field of words that stand in other sections than in the one that is named."""
    named = " and ".join(f"“{slug}”" for slug in sections)
    return (
        f"the quote stands in section {named}, not in “{section}”",
        f"Write section: {next(iter(sections))}.",
        "section",
    )


def no_section(
    place: Place, slug: str, texts: Sequence[SectionText], unread: tuple[str, ...], stands: Collection[str] = ()
) -> Problem:
    """The problem of a section that is named and does not exist. `stands` are those in which its words are."""
    slugs = [text.slug for text in texts]
    remedy = section_meant(slug, slugs)
    if len(stands) == 1:
        (own,) = stands
        remedy = f"The words stand in section “{own}”: write section: {own}."
    return Problem(place, f"there is no section “{slug}”", short(remedy, 1000), rests_on=unread)


def section_meant(slug: str, slugs: Sequence[str]) -> str:
    """The section that is meant by one that does not exist, else all of them, in a sentence."""
    return did_you_mean(slug, slugs) or f"The sections are {', '.join(slugs)}."


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
                f"{name}: {json.dumps(value, ensure_ascii=False)}"
                for name, value in (("prefix", selector.prefix), ("suffix", selector.suffix))
                if value
            ]
            proposals.append(", ".join(parts))
    remedy = "Add " + "; or ".join(proposals) + "." if proposals else "Quote more of the passage."
    return Problem(
        target.at("exact"), f"the quote stands {found.total} times: “{short(normalise(target.exact))}”", remedy
    )
