"""Quotes (*match*, and its inverse *describe*) and terms to ranges of the article's text."""

from edition.anchoring.anchor import anchor, find_all, too_nested
from edition.anchoring.proposals import Folded, difference, in_article_form, proposal
from edition.anchoring.quotes import Effort, Occurrence, Passage, Range, Selector, describe, match, nearest
from edition.anchoring.translations import align, in_step

__all__ = [
    "Effort", "Folded", "Occurrence", "Passage", "Range", "Selector", "align", "anchor", "describe", "difference",
    "find_all", "in_article_form", "in_step", "match", "nearest", "proposal", "too_nested",
]  # fmt: skip
