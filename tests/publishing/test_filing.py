"""Where a dictionary of its language would list a word."""

from __future__ import annotations

import pytest

from edition.publishing.filing import initial, sort_key


@pytest.mark.parametrize(
    ("language", "words", "wanted"),
    [
        ("ar", "al-arqām", "arqam"),
        ("ar", "al-ʿaṭāʾ", "ata"),
        ("ar", "Al-Ahram", "ahram"),
        ("ar-EG", "el-balad", "balad"),
        ("ar", "at-tarmīm", "tarmim"),
        ("ar", "aṣ-ṣaḥrāʾ", "sahra"),
        ("ar", "ash-shams", "shams"),
        ("ar", "as-kari", "askari"),  # no letter of the sun stands twice: it is no article
        ("ar", "bi-l-bayt", "bilbayt"),
        ("ar", "alif", "alif"),
        ("ar", "العطاء", "عطاء"),
        ("ar", "الـعَطاء", "عطاء"),
        ("ar", "الله", "الله"),
        ("ar", "إلى", "الى"),
        ("fa", "البته", "البته"),
        ("en", "al-arqām", "alarqam"),
        ("he", "ha-gesher", "gesher"),
        ("he", "ha", "ha"),
        ("he", "הגשר", "הגשר"),
        ("mt", "il-belt", "belt"),
        ("mt", "ix-xemx", "xemx"),
        ("fr", "l’État", "etat"),
        ("fr", "d'accord", "daccord"),
        ("it", "un’amica", "amica"),
        ("de", "Ärzte", "arzte"),
        ("th", "เมือง", "มเอง"),
        ("lo", "ເມືອງ", "ມເອງ"),
    ],
)
def test_an_article_that_is_one_with_its_word_does_not_say_where_it_is_listed(
    language: str, words: str, wanted: str
) -> None:
    assert sort_key(words, language) == wanted


def test_a_word_is_listed_under_a_letter() -> None:
    assert [initial(words, "ar") for words in ("al-ʿaṭāʾ", "ʿan", "…")] == ["A", "A", "…"]
