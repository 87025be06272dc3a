"""Who’s who: every bio, by what it is of."""

from __future__ import annotations

from edition.model import Bio
from edition.publishing.filing import sort_key
from edition.publishing.render import Renderer
from edition.publishing.wording import BIO_KINDS


def html(renderer: Renderer) -> str:
    """The content of the page."""
    concordance = renderer.concordance
    bios = sorted(concordance.edition.bios.values(), key=lambda bio: sort_key(bio.name, renderer.language))
    groups = {kind: [bio for bio in bios if bio.kind == kind] for kind in BIO_KINDS}
    mentions = {bio.id: len(concordance.places.get(bio.id, ())) for bio in bios}
    return renderer.page("bios.html", f"{Bio.folder}/", groups=groups, mentions=mentions, total=len(bios))
