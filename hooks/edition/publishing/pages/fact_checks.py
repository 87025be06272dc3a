"""Every check, in the order of the text."""

from __future__ import annotations

from edition.model import FactCheck
from edition.publishing.page import checks_in_order, rating_counts
from edition.publishing.render import Renderer


def html(renderer: Renderer) -> str:
    """The content of the page."""
    concordance = renderer.concordance
    groups = [
        (section, [(check, renderer.passage(concordance.places[check.id][0])) for check in checks])
        for section, checks in checks_in_order(concordance)
    ]
    return renderer.page("fact-checks.html", f"{FactCheck.folder}/", groups=groups, counts=rating_counts(concordance))
