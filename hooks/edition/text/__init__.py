"""A section's text, as its HTML has it: leaves, runs, words, sentences, how it is read and written, and its stops."""

from edition.text.checksum import article_hash, article_outline, article_text, earlier_hash
from edition.text.levels import BEYOND, LEVELS, level_of
from edition.text.pinyin import (
    HAN,
    count_characters,
    has_syllables,
    lacks_tones,
    numbered,
    proposed_tones,
    readings,
    with_marks,
)
from edition.text.reader import read_section
from edition.text.section import Leaf, Run, SectionText, normalise
from edition.text.sentences import align_sentences, sentence_ends, sentence_pairs
from edition.text.stops import STOP, WIDE_LETTERS, stops
from edition.text.traditional import is_simplified, simplified, traditional
from edition.text.words import first_word, in_latin_letters, is_whole, next_place, word_around

__all__ = [
    "BEYOND", "HAN", "LEVELS", "STOP", "WIDE_LETTERS", "Leaf", "Run", "SectionText", "align_sentences",
    "article_hash", "article_outline", "article_text", "count_characters", "earlier_hash", "first_word",
    "has_syllables", "in_latin_letters", "is_simplified", "is_whole", "lacks_tones", "level_of", "next_place",
    "normalise", "numbered", "proposed_tones", "read_section", "readings", "sentence_ends", "sentence_pairs",
    "simplified", "stops", "traditional", "with_marks", "word_around",
]  # fmt: skip
