"""Whether every verdict that changed since an earlier state says so, and every one whose paragraph did: earlier files
in, problems out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

import yaml

from edition.anchoring import Selector, in_section, match, text_of
from edition.model import Claim, Edition, FactCheck, Note, ParagraphEntry
from edition.problems import Place, Problem, SourceFile, short
from edition.reading import compose, find, text_at
from edition.text import SectionText, normalise

_SELECTOR = ("exact", "prefix", "suffix", "section")
_BESIDE = {"target", "targets", "quote", "section", "begins", "fuzzy", "status"}
"""Fields that say nothing of the words, only where they stand and how far the note has come."""

Step = tuple[str, str, str]
"""A correction of a verdict: date, from, to."""


class Verdict(NamedTuple):
    """What a fact check says: its rating, how it was corrected, oldest first, and the day of the check."""

    rating: str
    steps: Sequence[Step] = ()
    checked: str = ""


def verdict_in(text: str) -> Verdict | None:
    """The verdict in a fact check's file of any age (the model may have been another); None where there is none."""
    root = compose(SourceFile("", text), [])
    listed = find(root, ("corrections",))
    told = [item for item in _items(listed) if text_at(item, ("kind",)) == "verdict"]
    steps = [(text_at(item, ("date",)), text_at(item, ("from",)), text_at(item, ("to",))) for item in told]
    rating = text_at(root, ("rating",))
    return Verdict(rating, tuple(steps), text_at(root, ("checked",))) if rating else None


def changed_verdicts(
    before: Mapping[str, str], gone: Collection[str], edition: Edition, today: date
) -> Iterator[Problem]:
    """An error for each verdict that changed without a correction, a warning for each check that is gone.

    `before` has the earlier text of each fact check that is not as it was, by the path of its file now; those whose
    path is in `gone` have no file now. One that cannot be read now has its own problems.
    """
    checks = {check.place.file.path: check for check in edition.fact_checks.values()}
    for path, text in sorted(before.items()):
        earlier = verdict_in(text)
        if earlier and path in checks:
            yield from _changed(checks[path], earlier, today)
        elif earlier and path in gone:
            message = f"this fact check is gone; its verdict was {short(earlier.rating)}"
            remedy = "If readers have seen it, put it back with a correction of kind: withdrawn that says why."
            yield Problem.warning(Place(SourceFile(path)), "fact check that is gone", message, remedy)


def _changed(check: FactCheck, earlier: Verdict, today: date) -> Iterator[Problem]:
    of_verdict = [item for item in check.corrections if item.kind == "verdict"]
    steps = [(item.date, item.from_, item.to) for item in of_verdict]
    known = list(earlier.steps)
    if steps[: len(known)] != known:
        lost = next((step for step in known if step not in steps), known[-1])
        message = f"the correction of {lost[0]}, from {lost[1]} to {lost[2]}, is gone or was changed"
        remedy = "Corrections stay, word for word in date, from and to; a new one goes at the end of the list."
        yield Problem(check.at("corrections"), message, remedy)
        return
    added = steps[len(known) :]
    # That the new entries lead from one to the next and end at the rating has been looked at in reading them.
    begins = added[0][1] if added else check.rating
    if begins == earlier.rating:
        return
    if added:
        message = f"the verdict was {short(earlier.rating)}; the new correction starts from {short(begins)}"
        remedy = f"Readers have seen no other verdict: write from: {earlier.rating} there."
        yield Problem(of_verdict[len(known)].at("from_"), message, remedy)
        return
    # A verdict changes when somebody looks again: on the new day of the check, or today where it has none.
    day = today.isoformat() if check.checked == earlier.checked else check.checked
    entry = f"  - {{date: {day}, kind: verdict, from: {earlier.rating}, to: {check.rating}, text: …}}"
    message = f"the verdict was {short(earlier.rating)}, and no correction says that it changed"
    where = "Add to the end of “corrections”" if check.corrections else "Add"
    head = "" if check.corrections else "corrections:\n"
    again = f" (and write checked: {day}, the day on which you looked)" if day != check.checked else ""
    remedy = f"{where}, with the day and what was wrong{again}:\n{head}{entry}"
    yield Problem(check.at("rating"), message, remedy)


def outlived_words(
    before: Mapping[str, str],
    edition: Edition,
    old: Sequence[SectionText],
    new: Sequence[SectionText],
    since: str,
) -> Iterator[Problem]:
    """An error for each check whose paragraph is otherwise now, that is not marked and was not looked at since; a
    warning for whatever else leans on such a paragraph, has no mark, and is as it was.

    `before` has the earlier text of the notes' files by their path now, `old` and `new` are the article.
    """
    stood, stands = (set(chain.from_iterable(map(_paragraphs, texts))) for texts in (old, new))
    for check in edition.fact_checks.values():
        root = compose(SourceFile("", before.get(check.place.file.path, "")), [])
        then = text_at(root, ("checked",))
        if check.is_fuzzy or not then or _was_looked_at(check, then, root):
            continue
        quotes = [find(root, ("target",)), *_items(find(root, ("targets",)))]
        earlier = [{key: text_at(item, (key,)) for key in _SELECTOR} for item in quotes]
        now = [{key: getattr(item, key) for key in _SELECTOR} for item in check.all_targets]
        changed = [words for item in earlier for words in _selected(item, old) if words not in stands]
        if changed or any(words not in stood for item in now for words in _selected(item, new)):
            was = f": it was “{short(changed[0])}”" if changed else ""
            message = f"its paragraph has changed since {short(since)}, and nobody has looked at the check{was}"
            remedy = (
                f"Say `edition reanchor --old {short(since)} --write`, which marks it for readers; "
                "or look at it again, and write the day of your check under “checked”. If it is that day still, what "
                "you change in the check tells it, be it “checked_by” or “reviewed”."
            )
            yield Problem(check.at("checked"), message, remedy)
    said: dict[SourceFile, tuple[Sequence[object], Sequence[object]]] = {}
    for record, number, words in _leaning(edition, new):
        file = record.place.file
        if record.is_fuzzy or words in stood or file.path not in before:
            continue
        if file not in said:
            said[file] = _said_in(file), _said_in(SourceFile("", before[file.path]))
        now_says, then_said = said[file]
        if number < len(now_says) and now_says[number] in then_said:
            message = f"its paragraph has changed since {short(since)}, and this has not"
            remedy = (
                "Look whether it still holds; if it does, there is nothing to do. "
                f"`edition reanchor --old {short(since)} --write` marks it for readers until somebody has looked."
            )
            yield Problem.warning(record.place, "words changed since", message, remedy)


def _was_looked_at(check: FactCheck, then: str, earlier: yaml.Node | None) -> bool:
    """Whether its day is a later one; or the same, and it says something else than on that day."""
    if check.checked == then:
        return _said(compose(check.place.file, [])) != _said(earlier)
    return check.checked > then


def _leaning(edition: Edition, new: Sequence[SectionText]) -> Iterator[tuple[Note | Claim | ParagraphEntry, int, str]]:
    """What has no verdict and leans on the words of a paragraph, its number in its file (from 0), and these words."""
    for note in edition.notes:
        for target in () if note.rating else note.all_targets:
            for words in _selected({key: getattr(target, key) for key in _SELECTOR}, new)[:1]:
                yield note, 0, words
    for number, claim in edition.numbered_claims:
        for words in [] if claim.check else _selected({"exact": claim.quote, "section": claim.section}, new)[:1]:
            yield claim, number, words
    by_slug = {text.slug: text for text in new}
    for item in edition.by_section:
        text = by_slug.get(item.section)
        pairs = zip(item.paragraphs, text.leaves if text else (), strict=False)
        for number, (entry, leaf) in enumerate(pairs):
            if text and text.words(leaf).startswith(normalise(entry.begins)):
                yield entry, number, text.words(leaf)


def _selected(quote: Mapping[str, str], texts: Sequence[SectionText]) -> list[str]:
    """The paragraphs in which the one passage stands that a quote fits; none where it fits none or several."""
    exact, prefix, suffix, section = (quote.get(key, "") for key in _SELECTOR)
    found = match(Selector(exact, prefix, suffix), in_section(section, texts))
    return text_of(found[0], texts).paragraphs(found[0].start, found[0].end) if len(found) == 1 else []


def _paragraphs(text: SectionText) -> Iterator[str]:
    """Every paragraph, and every row of a table."""
    yield from map(text.words, text.leaves)
    yield from text.paragraphs(0, len(text.text))


def _items(node: yaml.Node | None) -> Sequence[yaml.Node]:
    """The entries of a list; none of anything else."""
    return node.value if isinstance(node, yaml.SequenceNode) else ()


def _said_in(file: SourceFile) -> list[object]:
    """What each entry of a file says, or the one note in it."""
    root = compose(file, [])
    return [_said(item) for item in (root.value if isinstance(root, yaml.SequenceNode) else [root])]


def _said(node: yaml.Node | None) -> object:
    """What the fields of a mapping say, but for those that say where the words stand."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {str(key.value): _plain(value) for key, value in pairs if key.value not in _BESIDE}


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    return [_plain(item) for item in node.value]
