"""Every field of every kind, filled with the same words: what a new field has to stand in, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Fields = dict[str, Any]


def manifest(text: str, marked_up: str, witnesses: Sequence[str], **more: Any) -> Fields:
    """What `edition.yml` says of the article; a witness for each of the words."""
    return {
        "title": text, "translated_title": text, "author": [text], "publisher": text, "publisher_note": text,
        "issued": 2026, "language": "zh-Hans", "rights": marked_up, "sha256": text, "URL": "https://example.org/",
        "witnesses": [{"siglum": words, "title": words, "publisher": words, "description": words}
                      for words in witnesses], **more,
    }  # fmt: skip


def notes(
    text: str, marked_up: str, target: Mapping[str, str], terms: Sequence[str], source: str, bio: str,
    corrections: Sequence[Mapping[str, str]],
) -> dict[str, Fields]:  # fmt: skip
    """A note of each kind, and the source that they rest on, by folder: the text in each field of text, what is
    `marked_up` in each of Markdown. `source` and `bio` are the ids of these two."""
    about = {"status": "reviewed", "contributors": [text]}
    trust = {**about, "reviewed": {"date": "2026-01-06", "by": f"The other {text}"}, "corrections": [*corrections]}
    return {
        "sources": {
            "type": "webpage", "title": text, "author": [text], "container-title": text, "publisher": text,
            "DOI": f"10.1000/{''.join(text.split())}", "ISBN": text, "volume": text, "issue": text, "page": text,
            "language": "en", "note": text, **about,
        },
        "bios": {
            "name": text, "name_original": text, "kind": "person", "terms": [*terms], "summary": text,
            "body": marked_up, "sources": [source],
            "events": [
                {"date": 2015, "text": text, "sources": [source], "left": bio, "joined_name": text},
                {"date": "2016-02-03", "text": text, "sources": [source]},
            ], **trust,
        },
        "fact-checks": {
            "target": target, "claim": text, "rating": "misleading", "summary": text, "explanation": marked_up,
            "evidence": [{"source": source, "stance": "context", "note": text}], "checked": "2026-01-06",
            "checked_by": text, **trust,
        },
        "glosses": {
            "target": target, "literal": text, "meaning": text, "register": "idiom", "reading": text,
            "note": marked_up, "sources": [source], **trust,
        },
        "variants": {
            "target": target, "position": "before", "readings": [{"witness": text, "text": text}], "note": marked_up,
            **trust,
        },
    }  # fmt: skip
