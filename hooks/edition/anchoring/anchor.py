"""All notes to the places where they speak, in one pass over each section.

Quotes and terms go into one Aho-Corasick automaton, so that the time does not depend on how many
there are.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from edition.anchoring.quotes import Occurrence, Range, Selector, describe, fits, match, nearest, without_marks
from edition.anchoring.silent import silent_terms
from edition.anchoring.text import SectionText, normalise
from edition.anchoring.words import is_whole
from edition.model import Note, Target
from edition.problems import Place, Problem, did_you_mean, short


def anchor(notes: Iterable[Note], texts: Sequence[SectionText]) -> tuple[list[Occurrence], list[Problem]]:
    """Every place where every note speaks, in the order of the text, and the quotes that have none."""
    wanted = list(notes)
    targets: dict[str, list[tuple[Note, int, Target]]] = defaultdict(list)
    terms: dict[str, list[Note]] = defaultdict(list)
    problems: list[Problem] = []
    for note in wanted:
        for number, target in enumerate(note.all_targets):
            targets[normalise(target.exact)].append((note, number, target))
        for term in note.all_terms:
            terms[normalise(term)].append(note)
    slugs = [text.slug for text in texts]
    candidates: dict[int, list[Range]] = defaultdict(list)
    occurrences: list[Occurrence] = []
    patterns = sorted({*targets, *terms} - {""})
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard) if patterns else None
    for text in texts:
        found_terms: list[tuple[int, int, str]] = []
        for index, start, end in automaton.find_matches_as_indexes(text.flat, overlapping=True) if automaton else ():
            pattern = patterns[index]
            if pattern in terms and is_whole(text.flat, start, end):
                found_terms.append((start, end, pattern))
            for _, _, target in targets.get(pattern, ()):
                if target.section in ("", text.slug) and fits(text, start, end, target.prefix, target.suffix):
                    candidates[id(target)].append(Range(text.slug, start, end))
        for start, end, pattern in _longest_first(found_terms, len(text.flat)):
            occurrences += [Occurrence(note.id, Range(text.slug, start, end)) for note in terms[pattern]]
    for group in targets.values():
        for note, number, target in group:
            ranges = candidates[id(target)]
            if len(ranges) == 1:
                occurrences.append(Occurrence(note.id, ranges[0], number))
            else:
                problems.append(_target_problem(target, ranges, texts, slugs))
    problems += silent_terms(wanted, occurrences, texts)
    order = {slug: number for number, slug in enumerate(slugs)}
    occurrences.sort(key=lambda item: (order[item.range.section], item.range.start, -item.range.end, item.note))
    return occurrences, problems


def _longest_first(found: list[tuple[int, int, str]], length: int) -> list[tuple[int, int, str]]:
    """Matches that do not overlap, the longest chosen first, then the earliest."""
    taken = bytearray(length)
    chosen = []
    for start, end, pattern in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            chosen.append((start, end, pattern))
    return chosen


def _target_problem(
    target: Target, ranges: Sequence[Range], texts: Sequence[SectionText], slugs: Sequence[str]
) -> Problem:
    exact = normalise(target.exact)
    if not exact:
        return Problem(target.at("exact"), "the quote is empty", "Copy the words from the article.")
    if target.section and target.section not in slugs:
        remedy = did_you_mean(target.section, slugs) or f"The sections are {', '.join(slugs)}."
        return Problem(target.at("section"), f"there is no section “{target.section}”", remedy)
    if ranges:
        return _ambiguous(target, ranges, texts)
    bare = match(Selector(exact), texts)
    if bare and (target.prefix or target.suffix or target.section):
        place: Place = target.at("prefix" if target.prefix else "suffix" if target.suffix else "section")
        where = next(text for text in texts if text.slug == bare[0].section)
        around = where.flat[max(0, bare[0].start - 12) : bare[0].end + 12]
        message = f"the quote stands in section “{bare[0].section}”, but not with this prefix, suffix or section"
        return Problem(place, message, f"There it reads “…{around}…”.")
    message = f"the quote is not in the article: “{short(exact)}”"
    if words := without_marks(exact, texts):
        remedy = f"Without its quotation marks it is: write exact: {json.dumps(words, ensure_ascii=False)}."
        return Problem(target.at("exact"), message, remedy)
    near = nearest(exact, texts)
    remedy = f"Nearest: {'; '.join(map(str, near))}." if near else ""
    if near and near[0].score > 85:
        remedy = f"Did you mean {near[0]}?"
    return Problem(target.at("exact"), message, remedy)


def _ambiguous(target: Target, ranges: Sequence[Range], texts: Sequence[SectionText]) -> Problem:
    by_slug: Mapping[str, SectionText] = {text.slug: text for text in texts}
    within = [text for text in texts if target.section in ("", text.slug)]
    sections = {item.section for item in ranges}
    proposals = []
    for item in ranges[:3]:
        alone = sum(other.section == item.section for other in ranges) == 1
        if len(sections) > 1 and alone:
            proposals.append(f"section: {item.section}")
            continue
        selector = describe(by_slug[item.section], item.start, item.end, within)
        if selector:
            parts = [f"section: {item.section}"] if len(sections) > 1 else []
            parts += [
                f"{name}: “{value}”"
                for name, value in (("prefix", selector.prefix), ("suffix", selector.suffix))
                if value
            ]
            proposals.append(", ".join(parts))
    remedy = "Add " + "; or ".join(proposals) + "." if proposals else "Quote more of the passage."
    return Problem(
        target.at("exact"), f"the quote stands {len(ranges)} times: “{short(normalise(target.exact))}”", remedy
    )
