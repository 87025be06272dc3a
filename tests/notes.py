"""Editions made of notes at hand, without files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from edition.model import FOLDERS, Document, Edition


def edition_of(
    manifest: Any = None, claims: Any = (), incomplete: Any = (), **kinds: Mapping[str, Document]
) -> Edition:
    """An edition of the documents that are given under their folders' names, with `_` for the hyphen."""
    documents = {FOLDERS[name.replace("_", "-")]: found for name, found in kinds.items()}
    return Edition(manifest=manifest, documents=documents, claims=claims, incomplete=incomplete)
