"""Quotes (*match*, and its inverse *describe*) and terms to ranges of the article's text."""

from edition.anchoring.anchor import Occurrence, anchor
from edition.anchoring.pinyin import HAN, count_characters, readings
from edition.anchoring.quotes import Passage, Range, Selector, describe, match, nearest
from edition.anchoring.sentences import align_sentences, sentence_ends
from edition.anchoring.text import Leaf, Run, SectionText, normalise, read_section
from edition.anchoring.translations import align

__all__ = [
    "HAN", "Leaf", "Occurrence", "Passage", "Range", "Run", "SectionText", "Selector",
    "align", "align_sentences", "anchor", "count_characters", "describe", "match", "nearest", "normalise",
    "read_section", "readings", "sentence_ends",
]  # fmt: skip
