"""Dates as people write them, `23/11/2026` or `23 November 2026`, and how the same one is written here."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import category, digit, normalize

_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?(?:\D|$)", re.ASCII)
_PART = r"(\d{1,2}|[a-z]{3,9})(?:st|nd|rd|th)?"
_YEAR_LAST = re.compile(rf"{_PART}[-/., ]+{_PART}[-/., ]+(\d{{4}})", re.ASCII)
MONTHS = "January February March April May June July August September October November December".split()


def date_meant(text: str) -> str:
    """The remedy for what is no date: the date where it can be one only, or the order of its parts; else nothing."""
    plain = "".join(map(plain_sign, normalize("NFKC", text[:40]))).strip().casefold()
    if like := _YEAR_FIRST.search(plain):
        return f"Write {'-'.join(part.zfill(2) for part in like.groups() if part)}."
    parts = _YEAR_LAST.fullmatch(plain)
    if not parts:
        return ""
    first, second, year = _number(parts[1]), _number(parts[2]), int(parts[3])
    meant = set()
    for month, day, named in ((first, second, parts[2]), (second, first, parts[1])):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if named.isdigit():  # else the day would be the name of a month
            meant.add(found)
    if len(meant) == 1:
        return f"Write {meant.pop()}."
    return "The order is year, month, day." if meant else ""


def _number(part: str) -> int:
    """The number itself, or that of the month with this name, whole or its first letters; 0 of another word."""
    if part.isdigit():
        return int(part)
    return next((number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(part)), 0)


def plain_sign(sign: str) -> str:
    """A digit of any script, or a dash of any kind, as the ASCII one."""
    return str(digit(sign, 0)) if sign.isdigit() else "-" if category(sign) == "Pd" or sign == "−" else sign
