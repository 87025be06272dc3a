"""One page, and what may be said on it: of its author, its day and its language."""

from __future__ import annotations

import json

from edition.importing import Article
from edition.importing.web_page import read_page

TEXT = (
    "The ferry left at noon, and nobody waved; it will not come back, they say, and the keys are with the council. "
    "There was a time when the people of the island knew each of the crew by name, and they knew what was said."
)


def read(data: object = None, head: str = "", above: str = "", text: str = TEXT, lang: str = "en") -> Article:
    said = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return read_page(
        f'<!DOCTYPE html><html lang="{lang}"><head><title>The ferry</title>{said}{head}</head><body><article>'
        f"<h1>The ferry</h1>{above}<p>{text}</p><p>{text} And more of it.</p></article></body></html>"
    )


NEWS = {"@type": "NewsArticle", "headline": "The ferry"}
