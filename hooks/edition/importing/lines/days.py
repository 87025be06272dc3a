"""A day and its time as sites write them under a title, in figures and in words of any language."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from edition.importing.lines.calendars import ERA, HAN_DAY, gregorian, is_persian, persian_month, with_years

if TYPE_CHECKING:
    from babel import Locale

_NEAR = ("en", "de")
_LANGUAGES = tuple("""
en de fr es it pt nl pl ru uk tr ar ar_LB ar_DZ ar_MA fa hi bn th vi id ms ja ko da nb nn sv fi is et lv lt cs sk hu ro
bg sr sr_Latn hr bs sl mk sq el he hy ka az kk ky uz tg be ca gl eu cy ga lb mt sw af am ne mr pa gu ta te kn ml si km
lo my mn ur ps fil de_AT fo
""".split())  # fmt: skip
"""Those whose names of months and of days of the week are known, by Unicode's CLDR; at first it is asked for a few."""
_OTHERS = {"sept": 9, "mrt": 3, "জানুয়ারি": 1, "ফেব্রুয়ারি": 2}
"""What newspapers write for a month, and CLDR does not."""
_FIRST = "[12" + "".join(chr(start + digit) for start in (
    0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10
) for digit in (1, 2)) + "]"  # fmt: skip
"""The first figure of a year, in the figures of any script."""
_YEAR = rf"{_FIRST}\d{{3}}"
_ENDED = r"(?!\d(?!\d?:\d\d))"
"""Behind a year no further figure, but of a clock that a page writes so near."""
_WORD = r"[^\W\d_][^\s\d,،;/()|:–—-]*"
_NO_DAYS = (date(1970, 1, 1), date(1969, 12, 31), date(1900, 1, 1))
"""What clocks and databases give where they have no day."""
_BUDDHIST = 2500
"""What is added to two figures of a year in Thai."""
_THAI = "[\u0e01-\u0e2e][\u0e01-\u0e4e.]+"
"""A month in Thai, behind which two figures are a year."""
_OF = r"(?:(?:de[ls]?|di|of|o)\s+|d[’']|พ\.ศ\.\s*)?"
SHORT_DAY = re.compile(r"\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/|-\d{1,2}-)\d{2}(?![\d.:/-])")
"""A day whose year has two figures."""
DAY = (
    rf"(?:{ERA}|{HAN_DAY}|{_YEAR}\s*[-/.年년]\s*\d{{1,2}}\s*[-/.月월]\s*\d{{1,2}}(?!\d)\s*[日일]?|"
    rf"\d{{1,2}}(?:st|nd|rd|th|er|[.ºª°])?\s+{_OF}{_WORD}(?:\s?/\s?{_WORD})?,?(?:\s+ماه)?\s+{_OF}{_YEAR}{_ENDED}|"
    rf"\d{{1,2}},\s+{_WORD},\s+{_YEAR}{_ENDED}|"
    rf"{_WORD}\s+\d{{1,2}}(?:st|nd|rd|th|er|[.ºª°])?,?\s+{_OF}{_YEAR}{_ENDED}|"
    rf"\d{{1,2}}\s+tháng\s+\d{{1,2}},?\s+(?:năm\s+)?{_YEAR}|"
    rf"{_YEAR}(?:\.|\s*m\.|\.\s*gada)?\s+{_WORD}\s+\d{{1,2}}(?!\d)(?:\.|\s*d\.)?|"
    rf"\d{{1,2}}(?:\.\s?\d{{1,2}}\.\s?|-\d{{1,2}}-|/\d{{1,2}}/){_YEAR}{_ENDED}|"
    rf"{SHORT_DAY.pattern}|"
    rf"\d{{1,2}}\s*{_THAI}\s*(?:{_YEAR}|\d{{2}})(?!\d))"
)
"""What is written as a day is, and as one in two calendars; whether it is one, `day_of` says."""
_CLOCK = (
    r"(?:午前|午後|上午|下午|오전|오후)?\s*\d{1,2}"
    r"(?:[時點点](?:\d{1,2}分)?|[:：]\d{2}(?:[:：]\d{2})?|\s?h\s?\d{2}|\.\d{2}(?!\d))"
)
WEEKDAY = re.compile(
    r"(?:星期|周|礼拜)[一二三四五六日天]|[(（]?[月火水木金土日](?:曜日?)?[)）]|"
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?|"
    r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\b|Mittwoch\b"
)
TIME = re.compile(
    rf"(?:\s*(?:{WEEKDAY.pattern}))?(?:\s*[гр]\.|\s*م\b)?(?P<clock>[,，،T]?\s*[-–|(（]?\s*"
    rf"(?:at|um|à|às|a las|alle|ore|kl\.?|klo|o|om|в|о|na|la|saat|lúc|الساعة|ساعت)?\s*{_CLOCK}"
    r"(?:\s*(?:[aApP]\.?[mM]\.?))?(?:\s*(?:[+-]\d{2}:?\d{2}|Uhr|GMT|UTC|hs?\b|ч\.?|น\.|公開|配信|掲載|"
    r"[A-Z]{2,4}\b))?[)）]?)?"
)
_GLUED_DAY = re.compile(
    rf"(?<=[^\W\d_]{{2}})(?=\d{{1,2}}[./]\d{{1,2}}[./]\d{{2}}|{_YEAR}[-/.]\d{{1,2}}[-/.]\d|"
    rf"\d{{1,2}}\.?\s{_WORD}\s{_YEAR})"
)
_GLUED_MONTH = re.compile(r"(?:(?<=[a-zß-ÿ])|(?<=[A-Z]{2}))(?=(?P<month>[A-Z][a-z]{2,8})\.?\s\d{1,2},?\s\d{4})")
"""Where a name ends and a day begins, with no space between them; in the latter with the month first."""
_DAY_BEHIND = re.compile(rf"(?<=[^\W\d_])[\s|·,—–-]*{DAY}(?:{TIME.pattern})\W*$")
"""A day that a page writes behind a name, perhaps without a space."""
_ISLAMIC = re.compile(
    r"\s*\(?\d{1,2}\s+[^\W\d]+(?:\s[^\W\d]+)?،?\s+1[34]\d\d\s?هـ?\)?(?![^\W\d])(?:\s*[-–—|/،,]|\s+الموافق)?\s*"
)
"""A day of the Islamic calendar, with its year and the sign of that."""
_OUR_YEAR = re.compile(r"\b(?:19|20|١٩|٢٠)\d\d")
BEFORE_DAY = ("le", "am", "vom", "on", "at", "el", "em", "il", "den", "op", "dne")
"""Words that stand between a name and the day behind it."""


def without_day(text: str) -> str:
    """A name without the day behind it, and what leads to that: “Jane Doe on Monday, 12 March 2024”."""
    day = _DAY_BEHIND.search(text)
    words = text[: day.start()].split() if day else []
    while words and (words[-1].casefold() in BEFORE_DAY or is_weekday(words[-1].strip(",."))):
        words.pop()
    return " ".join(words) if day else text


def in_one_calendar(line: str) -> str:
    """The line without a day of the Islamic calendar, where the same day stands in ours beside it."""
    ours = _ISLAMIC.sub(" ", line)
    return ours if ours != line and _OUR_YEAR.search(ours) else line


def unglued(line: str) -> str:
    """The line with a space before a day that stands next to a name without one, as in “Jane Doe12 March 2024”."""
    line = _GLUED_DAY.sub(" ", line)
    found = _GLUED_MONTH.search(line)
    return f"{line[: found.start()]} {line[found.start() :]}" if found and month_of(found["month"]) else line


def day_of(text: str, *, day_first: bool = False) -> str:
    """The day, as edition.yml writes it; empty where it is none.

    `day_first` says that of two numbers the first is the day, as the language has it.
    """
    text = with_years(text)
    if vietnamese := re.search(r"(\d+)\s+tháng\s+(\d+)\D+(\d+)", text):
        day, number, year = map(int, vietnamese.groups())
        return written(year, number, day)
    numbers = [int(one) for one in re.findall(r"\d+", text)]
    if len(numbers) == 2:
        year, day = (numbers[0], numbers[1]) if numbers[0] > 999 else (numbers[1], numbers[0])
        month = persian_month if is_persian(year) else month_of
        found = next(filter(None, map(month, re.findall(_WORD, text))), 0)
        return written(_BUDDHIST + year if year < 100 else year, found, day) if found else ""
    if len(numbers) != 3:
        return ""
    year, number, day = numbers if numbers[0] > 999 else reversed(numbers)
    if year < 100 and (day_first or ("/" in text and number > 12)):  # where the month is no month, it is first
        year += 2000
    if number > 12 and numbers[0] < 1000:
        number, day = day, number
    elif "/" in text and numbers[0] < 1000 and number != day <= 12 and not day_first:
        return ""  # the day first, or the month: nobody knows
    return written(year, number, day)


def is_day_first(language: str) -> bool:
    """Whether all who write the language put the day first, where they write it in numbers."""
    plain = language.partition("-")[0]
    return plain in _LANGUAGES[1:] and _locale(plain).date_formats["short"].pattern.startswith("d")


def month_of(word: str) -> int:
    """The number of the month that a word is in any language; 0 where it is in none, or in two different ones."""
    plain = _plain(word)
    within = [plain, plain.removeprefix("ב")]  # in Hebrew, what says “in” is written with it
    return next((months[one] for months in (_months(_NEAR), _months()) for one in within if one in months), 0)


def is_weekday(word: str) -> bool:
    """Whether the word is a day of the week, in any language."""
    plain = _plain(word).removesuffix(_plain("ที่"))
    return any(plain in _weekdays(names) for names in (_NEAR, _LANGUAGES))


def is_ago(line: str, language: str) -> bool:
    """Whether a line in a language says how long ago something was, as “26 minutes ago” does."""
    return bool(re.search(r"\d", line)) and bool(_ago(language.partition("-")[0]).search(line))


@cache
def _ago(language: str) -> re.Pattern[str]:
    from babel import UnknownLocaleError

    try:
        units = _locale(language)._data["date_fields"].values()
    except (ValueError, UnknownLocaleError):
        units = ()
    said = {
        re.escape(pattern).replace(re.escape("{0}"), r"\d{1,3}")
        for unit in units
        for pattern in unit.get("past", {}).values()
        if "{0}" in pattern
    }
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(said, key=len, reverse=True)) or '(?!)'})(?!\w)", re.I)


@cache
def _months(languages: tuple[str, ...] = _LANGUAGES) -> dict[str, int]:
    found = {_plain(name): {number} for name, number in _OTHERS.items()}
    for locale in map(_locale, languages):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in locale.months[context][width].items():
                    found.setdefault(_plain(name), set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1 and not name.isdigit()}


@cache
def _weekdays(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        _plain(name)
        for locale in map(_locale, languages)
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for name in locale.days[context][width].values()
    )


def _locale(name: str) -> Locale:
    from babel import Locale  # here, since only pages with a day in words wait for it

    return Locale.parse(name)


def _plain(word: str) -> str:
    """The word without its accents and full stops, as sites leave them out."""
    apart = unicodedata.normalize("NFD", word.casefold().replace("ı", "i"))
    return "".join(sign for sign in apart if sign not in "\u0300\u0301\u0302\u0303\u0307\u0308\u030c\u0327\u0640.'’")


def written(year: int, month: int, day: int) -> str:
    """The day as edition.yml writes it; empty where it is none."""
    found = gregorian(year, month, day)
    return found.isoformat() if found and found not in _NO_DAYS else ""
