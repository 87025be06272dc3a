"""The edition's card: the picture that stands for it where a link to it is shown.

It shows no figures, which would be out of date with the next note; the article's title and date are there to stay.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from edition.concordance import join
from edition.model import Edition, Manifest
from edition.publishing import citations
from edition.publishing.host import Unknown
from edition.publishing.render import Renderer
from edition.publishing.site import ASSETS

CARD = "assets/card.png"
"""Where it stands, from the site's root."""
CARD_SIZE = (1200, 630)
TAGLINE = "Its own words, with notes: who is who, what holds, what is meant."


def card_words(manifest: Manifest) -> str:
    """What the card says, line by line."""
    dated = f"{manifest.publisher}, {citations.in_words(manifest.issued)}"
    return "\n".join(filter(None, ("An annotated edition", manifest.title, manifest.translated_title, dated, TAGLINE)))


def card_html(edition: Edition, manifest: Manifest) -> str:
    """The card as a page of its own, which needs nothing else."""
    renderer = Renderer(join(edition, ()), Unknown())
    assets = {path.name: path.read_text(encoding="utf-8") for path in ASSETS if path.suffix in (".css", ".svg")}
    faces = re.findall(r"^(?:@font-face \{.*\}|:root \{.*?^\})$", assets["edition.css"], re.M | re.S)
    return renderer.page(
        "card.html",
        "",
        words=card_words(manifest),
        line=TAGLINE,
        style=Markup("\n".join(faces)),
        icon=Markup(assets["icon.svg"]),
    )
