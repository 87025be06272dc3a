"""A section's text, as its HTML has it: leaves, runs, words, sentences, how it is read and written, and its stops."""

from edition.text.checksum import article_hash, article_outline
from edition.text.cutting import chinese_words, words_in
from edition.text.items import item_numbers
from edition.text.levels import BEYOND, LEVELS, level_of
from edition.text.outline import VOID
from edition.text.pinyin import (
    HAN,
    LATIN_NAME,
    as_word,
    count_characters,
    has_han,
    has_syllables,
    lacks_tones,
    numbered,
    proposed_tones,
    readings,
    with_marks,
)
from edition.text.romanized import LATIN_SPELLED, is_settled, romanized
from edition.text.scripts import (
    LATIN_TOO,
    WRITTEN,
    direction,
    letters_of,
    name_of_reading,
    script_of,
    way_of_reading,
    written_in,
)
from edition.text.section import HEADINGS, Leaf, Run, SectionText, composed, normalise
from edition.text.section_reader import read_section
from edition.text.sentences import align_sentences, sentence_ends, sentence_pairs
from edition.text.stops import WIDE_LETTERS, half_width_stops
from edition.text.tags import MEANT, is_tag, tag_meant
from edition.text.traditional import differing, is_simplified, release_dictionaries, simplified, traditional
from edition.text.widths import NARROW
from edition.text.words import first_word, in_latin_letters, is_term, is_whole, next_place, unquoted, word_around

__all__ = [
    "BEYOND", "HAN", "HEADINGS", "LATIN_NAME", "LATIN_SPELLED", "LATIN_TOO", "LEVELS", "MEANT", "NARROW", "VOID",
    "WIDE_LETTERS", "WRITTEN", "Leaf", "Run", "SectionText", "align_sentences", "article_hash", "article_outline",
    "as_word", "chinese_words", "composed", "count_characters", "differing", "direction", "first_word",
    "half_width_stops", "has_han", "has_syllables", "in_latin_letters", "is_settled", "is_simplified", "is_tag",
    "is_term", "is_whole", "item_numbers", "lacks_tones", "letters_of", "level_of", "name_of_reading", "next_place",
    "normalise", "numbered", "proposed_tones", "read_section", "readings", "release_dictionaries", "romanized",
    "script_of", "sentence_ends", "sentence_pairs", "simplified", "tag_meant", "traditional", "unquoted",
    "way_of_reading", "with_marks", "word_around", "words_in", "written_in",
]  # fmt: skip
