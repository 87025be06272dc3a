"""Years, months and days of other calendars than the Gregorian, where they tell one day alone.

Not so the Islamic calendar, whose month begins where its moon is seen, and no page says by whose reckoning.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911}
"""What is added to the years of an era: Japan's, and that of the Republic of China."""
_HAN = "〇零一二三四五六七八九"
_FIGURE = f"[\\d{_HAN}十]"
ERA = (
    rf"(?:中[華华])?(?:{'|'.join(_ERAS)})\s*(?:{_FIGURE}{{1,4}}|元)\s*年\s*"
    rf"{_FIGURE}{{1,3}}\s*月\s*{_FIGURE}{{1,3}}\s*日"
)
"""A day in the years of an era."""
HAN_DAY = rf"[{_HAN}]{{4}}年\s*[{_HAN}十]{{1,3}}\s*月\s*[{_HAN}十]{{1,3}}\s*日"
"""A day in the figures of Han."""
_BUDDHIST = 543
_PERSIAN = range(1370, 1411)
"""The years of the Persian calendar in which there have been pages; those of the Islamic are later ones."""
_GREGORIAN = range(1600, 2071)
"""The years of newspapers; later ones are those of Nepal, earlier ones of the Islamic calendar."""
_MONTHS = {
    name: number % 12 + 1
    for number, name in enumerate(
        (
            "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر ابان اذر دی بهمن اسفند "
            "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت"
        ).split()
    )
}
"""The months of the Persian calendar, in Iran and in Afghanistan."""
_AS_IN_PERSIAN = str.maketrans("يكآ", "یکا", "\u200c")
_NOWRUZ = date(1921, 3, 21)
"""The first day of the year 1300."""
_CYCLE, _LEAP = 33, (1, 5, 9, 13, 17, 22, 26, 30)
"""Of 33 years these have a day more, from 1206 to 1497."""


def is_persian(year: int) -> bool:
    """Whether a year is one of the Persian calendar."""
    return year in _PERSIAN


def persian_month(word: str) -> int:
    """The number of a month of the Persian calendar; 0 where the word is none."""
    plain = word.translate(_AS_IN_PERSIAN).removesuffix("ماه")
    return _MONTHS.get(plain, 0)


def gregorian(year: int, month: int, day: int) -> date | None:
    """The day, by whichever calendar the year tells; None where there is none such."""
    try:
        if is_persian(year):
            return _from_persian(year, month, day)
        if 2400 < year < 2700:
            year -= _BUDDHIST
        return date(year, month, day) if year in _GREGORIAN else None
    except ValueError:
        return None


def with_years(text: str) -> str:
    """A day of an era, or in the figures of Han, in ours."""
    text = re.sub(f"[{_HAN}十]+", lambda found: _in_figures(found[0]), text.replace("元年", "1年"))
    return re.sub(
        rf"({'|'.join(_ERAS)})\s*(\d+)",
        lambda found: str(_ERAS[found[1]] + int(found[2])),
        text,
    )


def _in_figures(signs: str) -> str:
    if "十" not in signs:
        return "".join(str(max(0, _HAN.index(sign) - 1)) for sign in signs)
    tens, ones = (max(0, _HAN.find(part) - 1) if part else None for part in signs.split("十", 1))
    return str(10 * (1 if tens is None else tens) + (ones or 0))


def _from_persian(year: int, month: int, day: int) -> date:
    lengths = [31] * 6 + [30] * 5 + [30 if year % _CYCLE in _LEAP else 29]
    if not (1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        raise ValueError
    leaps = sum(before % _CYCLE in _LEAP for before in range(1300, year))
    return _NOWRUZ + timedelta(365 * (year - 1300) + leaps + sum(lengths[: month - 1]) + day - 1)
