"""Quotes (*match*, and its inverse *describe*) and terms to ranges of the article's text."""

from edition.anchoring.anchor import anchor, find_all, too_nested
from edition.anchoring.interlinear import (
    Part,
    first_word,
    in_latin_letters,
    kept,
    lay,
    longer_word,
    next_place,
    rendering_parts,
    stretches,
    wants_reading,
)
from edition.anchoring.pinyin import (
    HAN,
    count_characters,
    has_syllables,
    lacks_tones,
    numbered,
    proposed_tones,
    readings,
    with_marks,
)
from edition.anchoring.proposals import Folded, difference, in_article_form, proposal
from edition.anchoring.quotes import Effort, Occurrence, Passage, Range, Selector, describe, match, nearest
from edition.anchoring.sentences import align_sentences, sentence_ends, sentence_pairs
from edition.anchoring.text import Leaf, Run, SectionText, normalise, read_section
from edition.anchoring.translations import align, in_step
from edition.anchoring.words import is_whole

__all__ = [
    "HAN", "Effort", "Folded", "Leaf", "Occurrence", "Part", "Passage", "Range", "Run", "SectionText", "Selector",
    "align", "align_sentences", "anchor", "count_characters", "describe", "difference", "find_all", "first_word",
    "has_syllables", "in_article_form", "in_latin_letters", "in_step", "is_whole", "kept", "lacks_tones", "lay",
    "longer_word", "match", "nearest", "next_place", "normalise", "numbered", "proposal", "proposed_tones",
    "read_section", "readings", "rendering_parts", "sentence_ends", "sentence_pairs", "stretches", "too_nested",
    "wants_reading", "with_marks",
]  # fmt: skip
