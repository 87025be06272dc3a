"""Quotes (*match*, and its inverse *describe*) and terms to ranges of the article's text."""

from edition.anchoring.alignment import align, in_step
from edition.anchoring.anchor import Fits, Nested, Unplaced, anchor, find_all, selector_of, too_nested
from edition.anchoring.clauses import Rendered, clause_pairs, rendered_words
from edition.anchoring.interlinear import Part, PlacedRows, kept, longer_word, place_rows, rendering_parts, stretches
from edition.anchoring.proposals import Folded, differ_in_width, difference, in_article_form, proposal, without_signs
from edition.anchoring.quotes import (  # fmt: skip
    Candidate,
    Effort,
    Occurrence,
    Range,
    Selector,
    describe,
    in_section,
    match,
    nearest,
    text_of,
    words_of,
)

__all__ = [
    "Candidate", "Effort", "Fits", "Folded", "Nested", "Occurrence", "Part", "PlacedRows", "Range",
    "Rendered", "Selector", "Unplaced", "align", "anchor", "clause_pairs", "describe", "differ_in_width",
    "difference", "find_all", "in_article_form", "in_section", "in_step", "kept", "longer_word", "match",
    "nearest", "place_rows", "proposal", "rendered_words", "rendering_parts", "selector_of", "stretches",
    "text_of", "too_nested", "without_signs", "words_of",
]  # fmt: skip
