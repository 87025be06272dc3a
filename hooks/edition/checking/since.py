"""Whether every verdict that changed since an earlier state says so: earlier files in, problems out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

from edition.model import Edition, FactCheck
from edition.problems import Place, Problem, SourceFile, short
from edition.reading import compose

Step = tuple[str, str, str]
"""A correction of a verdict: date, from, to."""


class Verdict(NamedTuple):
    """What a fact check says: its rating, and how it was corrected, oldest first."""

    rating: str
    steps: Sequence[Step] = ()


def verdict_in(text: str) -> Verdict | None:
    """The verdict in a fact check's file of any age (the model may have been another); None where there is none."""
    fields = _fields(compose(SourceFile("", text), []))
    rating, listed = fields.get("rating"), fields.get("corrections")
    if not isinstance(rating, yaml.ScalarNode):
        return None
    items = map(_fields, listed.value) if isinstance(listed, yaml.SequenceNode) else ()
    told = [{key: str(node.value) for key, node in item.items()} for item in items]
    steps = [(item.get("date", ""), item.get("from", ""), item.get("to", "")) for item in told
             if item.get("kind") == "verdict"]  # fmt: skip
    return Verdict(str(rating.value), tuple(steps))


def changed_verdicts(before: Mapping[str, str], gone: Collection[str], edition: Edition) -> Iterator[Problem]:
    """An error for each verdict that changed without a correction, a warning for each check that is gone.

    `before` has the earlier text of each fact check that is not as it was, by the path of its file now; those whose
    path is in `gone` have no file now. One that cannot be read now has its own problems.
    """
    checks = {check.place.file.path: check for check in edition.fact_checks.values()}
    for path, text in sorted(before.items()):
        earlier = verdict_in(text)
        if earlier and path in checks:
            yield from _changed(checks[path], earlier)
        elif earlier and path in gone:
            message = f"this fact check is gone; its verdict was {short(earlier.rating)}"
            remedy = "If readers have seen it, put it back with a correction of kind: withdrawn that says why."
            yield Problem(Place(SourceFile(path)), message, remedy, "warning")


def _changed(check: FactCheck, earlier: Verdict) -> Iterator[Problem]:
    steps = [(item.date, item.from_, item.to) for item in check.corrections if item.kind == "verdict"]
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
    entry = f"  - {{date: {check.checked}, kind: verdict, from: {earlier.rating}, to: {check.rating}, text: …}}"
    if added:
        message = f"the verdict was {short(earlier.rating)}; the new correction starts from {short(begins)}"
    else:
        message = f"the verdict was {short(earlier.rating)}, and no correction says that it changed"
    where = "Add to the end of “corrections”" if check.corrections else "Add"
    head = "" if check.corrections else "corrections:\n"
    remedy = f"{where}, with the day and what was wrong:\n{head}{entry}"
    yield Problem(check.at("rating"), message, remedy)


def _fields(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """The values of a mapping by their keys; none of anything else."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {str(key.value): value for key, value in pairs}
