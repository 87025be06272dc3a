"""A day and its time as sites write them under a title, in figures and in words."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan januar jänner|february feb februar|march mar märz|april apr|may mai|june jun juni|july jul juli|"
        "august aug|september sept sep|october oct oktober okt|november nov|december dec dezember dez".split("|"), 1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
DAY = (
    r"(?:[12]\d{3}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?!\d)\s*日?|"
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:{_MONTH})\b\.?,?\s+[12]\d{{3}}|(?:{_MONTH})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+[12]\d{{3}}|"
    r"\d{1,2}(?:\.\s?\d{1,2}\.\s?|-\d{1,2}-)[12]\d{3})"
)
_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
TIME = re.compile(
    rf"(?P<clock>[,，T]?\s*(?:at|um)?\s*{_CLOCK}(?:\s*(?:[aApP]\.?[mM]\.?))?(?:\s*(?:[+-]\d{2}:?\d{2}|Uhr|GMT|UTC|[A-Z]{{2,4}}\b))?)?"
)
WEEKDAY = re.compile(
    r"(?:星期|周|礼拜)[一二三四五六日天]|[((]?[月火水木金土日][))]|"
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?|"
    r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\b|Mittwoch\b"
)


def day_of(text: str) -> str:
    """The day, as edition.yml writes it; empty where it is none."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    month = re.search(rf"\b(?:{_MONTH})\b", text, re.I)
    if month:
        numbers.insert(1 if text[0].isdigit() else 0, _MONTHS[month[0].lower()])
        day, number, year = numbers if text[0].isdigit() else (numbers[1], numbers[0], numbers[2])
    else:
        year, number, day = numbers if numbers[0] > 999 else reversed(numbers)
    try:
        return date(year, number, day).isoformat()
    except ValueError:
        return ""
