"""The pinyin of every page of the article, which the script fetches when a reader asks: a line a leaf."""

from __future__ import annotations

from edition.concordance import Concordance, Section
from edition.publishing.addresses import WHOLE, readings_address


def pinyin(concordance: Concordance) -> dict[str, str]:
    """Path in the site to the readings, for each page that has them."""
    sections = [section for section in concordance.sections if any(section.readings)]
    whole = {readings_address(WHOLE): "".join(map(_lines, concordance.sections))} if sections else {}
    return whole | {readings_address(section.source.address): _lines(section) for section in sections}


def _lines(section: Section) -> str:
    return "".join(" ".join(line) + "\n" for line in section.readings)
