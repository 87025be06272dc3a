"""What the composer in the reader's browser has to know: the model's rules, and what the edition has already."""

from __future__ import annotations

import json
from typing import Any

from edition.concordance import Concordance
from edition.publishing.ratings import RATINGS
from edition.publishing.repository import Repository
from edition.reading import schemas

COMPOSER = "assets/composer.json"
"""Where the composer's script looks for it: beside itself."""
_KINDS = ("bios", "fact-checks", "glosses", "sources")


def composer_data(concordance: Concordance, repository: Repository | None) -> str:
    """The file as text: kinds with their fields, ids that are taken, sources, terms, the scale, the repository."""
    edition = concordance.edition
    documents = schemas()
    return json.dumps(
        {
            "repository": repository.address if repository else "",
            "branch": repository.branch if repository else "",
            "kinds": {kind: _kind(documents[f"{kind}.json"]) for kind in _KINDS},
            "ids": [*concordance.notes, *edition.sources],
            "sources": {source.id: source.title for source in edition.sources.values()},
            "terms": sorted({term for note in edition.notes for term in note.all_terms}),
            "ratings": RATINGS,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _kind(schema: dict[str, Any]) -> dict[str, Any]:
    fields = {
        name: {"doc": shape["description"], **({"choices": shape["enum"]} if "enum" in shape else {})}
        for name, shape in schema["properties"].items()
    }
    return {"required": schema["required"], "fields": fields}
