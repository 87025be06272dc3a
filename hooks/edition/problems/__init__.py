"""Where something is wrong and how to mend it: places, problems, how they are shown, and the word that was meant."""

from edition.problems.near_words import did_you_mean
from edition.problems.places import Place, Places, SourceFile, within
from edition.problems.problem import (
    MANY,
    Problem,
    Severity,
    all_of,
    columns,
    count,
    errors,
    folded,
    in_order,
    one_of,
    reason,
    render,
    render_all,
    render_each,
    short,
    unreadable,
    visible,
)

__all__ = [
    "MANY", "Place", "Places", "Problem", "Severity", "SourceFile", "all_of", "columns", "count", "did_you_mean",
    "errors", "folded", "in_order", "one_of", "reason", "render", "render_all", "render_each", "short", "unreadable",
    "visible", "within",
]  # fmt: skip
