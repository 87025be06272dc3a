"""Days as sites write them, in words and figures of any language; and what is none."""

from __future__ import annotations

import re

import pytest

from edition.importing.credits import credit
from edition.importing.days import DAY, day_of, is_weekday, month_of
from edition.importing.provenance import day

WRITTEN = {
    "29 juin 2019": "2019-06-29",
    "1er mars 2021": "2021-03-01",
    "11 de Outubro de 2020": "2020-10-11",
    "09 enero 2014": "2014-01-09",
    "12 settembre 2020": "2020-09-12",
    "28 ноября 2020": "2020-11-28",
    "10 листопада 2020": "2020-11-10",
    "12 Νοεμβρίου 2020": "2020-11-12",
    "10 Ağustos 2020": "2020-08-10",
    "10 KASIM 2025": "2025-11-10",
    "27 สิงหาคม 2563": "2020-08-27",
    "27 ส.ค. 2563": "2020-08-27",
    "28 نوفمبر 2020": "2020-11-28",
    "17 حزيران 2021": "2021-06-17",
    "١٧ يونيو ٢٠٢١": "2021-06-17",
    "14 במאי 2020": "2020-05-14",
    "28 नवंबर 2020": "2020-11-28",
    "১৬ ফেব্রুয়ারি ২০২০": "2020-02-16",
    "2020년 8월 27일": "2020-08-27",
    "2020年8月3日": "2020-08-03",
    "2 tháng 11 năm 2023": "2023-11-02",
    "15. srpna 2020": "2020-08-15",
    "2020. augusztus 15.": "2020-08-15",
    "2024 m. kovo 31 d.": "2024-03-31",
    "31. maaliskuuta 2020": "2020-03-31",
    "March 3, 2020": "2020-03-03",
    "25/12/2024": "2024-12-25",
    "12/25/2024": "2024-12-25",
}
NONE = ["02/12/2024", "12 Menschen 2019", "31 juin 2019", "7 listopada 2020", "1 תשרי 2020"]
"""Either the day or the month first; no month; no such day; the tenth month in Croatian, the eleventh in Polish."""


@pytest.mark.parametrize("text", WRITTEN)
def test_a_day_in_words(text: str) -> None:
    found = re.search(rf"(?<!\d){DAY}", text, re.I)
    assert found
    assert day_of(found[0]) == WRITTEN[text]
    assert day(f"x {text}") == WRITTEN[text]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_day_or_more_than_one(text: str) -> None:
    assert day(text) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 29 juin 2019",
        "29 Haziran 2019, 10:20",
        "суббота, 29 июня 2019, 10:20",
        "Publicerad 29 jun 2019 kl 10.23",
        "입력 2019.06.29 20:27",
        "29 de junio de 2019 a las 8:34 hs",
        "نشر في 29 يونيو 2019",
        "min5@example.com | 2019-06-29 16:52:59",
    ],
)
def test_a_line_of_a_site(line: str) -> None:
    found = credit(line)
    assert found
    assert [item.value for item in found.findings] == ["2019-06-29"]


@pytest.mark.parametrize(
    "line", ["Im Mai 2020 begann der Streit", "Der Streit vom 12. Mai 2020", "Le 3 juin 2019, rien."]
)
def test_a_sentence_with_a_day_is_none(line: str) -> None:
    assert credit(line) is None


def test_names_of_months_and_of_days_of_the_week() -> None:
    assert [month_of(word) for word in ("Juni", "juin", "июня", "Mai", "mai", "word")] == [6, 6, 6, 5, 5, 0]
    assert is_weekday("суббота")
    assert not is_weekday("субота-ранок")
