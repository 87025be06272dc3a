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
        ("fa", "البرز", "البرز"),
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


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fa", "آب از باد پل تیر جا چه خوب زن ژرف قند کار گل لب ماه نان وقت همه یک"),
        ("ru", "иск яйцо"),
        ("ru", "ива йод клён"),
        ("uk", "гай ґава дім екран єдність зима ива їжа йод кіт"),
        ("sv", "apa zon ål ära öga"),
        ("da", "abe zoo ære øl år"),
        ("es", "nube ñandú oso"),
        ("tr", "cam çay göl ısı iz oda öğle su şal uç üst"),
        ("pl", "ladny łza mama żaba"),
        ("de", "Amt Ärzte Bahn"),
        ("ar", "أب بيت"),
    ],
)
def test_words_stand_in_the_order_of_their_alphabet(language: str, words: str) -> None:
    assert sorted({*words.split()}, key=lambda word: sort_key(word, language)) == words.split()
    assert initial("پل", "fa") == "پ" and initial("ñandú", "es") == "Ñ" and initial("ñandú", "fr") == "N"


def test_a_word_is_listed_under_a_letter() -> None:
    assert [initial(words, "ar") for words in ("al-ʿaṭāʾ", "ʿan", "…")] == ["A", "A", "…"]
