"""What each page says of itself to machines: schema.org's terms as JSON-LD, and a line of description.

Addresses are whole, so they are left out where the site's own is not known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from edition.concordance import Concordance, Section
from edition.model import NO_DATE, NOT_FOUND, Bio, BioKind, FactCheck, Manifest, Note, Rating
from edition.publishing import citations
from edition.publishing.addresses import WHOLE, note_address
from edition.publishing.fragments import fragment
from edition.publishing.host import Host, link_to
from edition.publishing.wording import RATING_WORDS
from edition.text import WIDE_LETTERS, sentence_ends

Data = dict[str, Any]

SCORES: Mapping[Rating, int] = {"accurate": 4, "mostly-accurate": 3, "misleading": 2, "inaccurate": 1}
"""The ratings that are steps of a scale, 1 to 4. The others say that there is nothing to be placed on it."""
FRONT = "index.md"
"""The file of the front page, from the host's folder of pages."""

_TYPES: Mapping[BioKind, str] = {
    "person": "Person",
    "organization": "Organization",
    "product": "Product",
    "concept": "DefinedTerm",
}
_NOTHING: tuple[Any, ...] = ("", [], {}, None, NOT_FOUND, NO_DATE)
_LONGEST = 300
"""Characters of a description; what shows it cuts off sooner."""
_WHOLE_WORDS = re.compile(rf".*(?:(?=\s)|(?<=[{WIDE_LETTERS}\u3001-\u303f\uff01-\uff60]))", re.S)


def described(section: Section) -> str:
    """A line about the section: its first sentences in English; or nothing."""
    texts = zip(section.text.leaves, section.english, strict=True)
    text = " ".join(next((english for leaf, english in texts if english and not leaf.is_heading), "").split())
    whole = [end for end in sentence_ends(text) if end <= _LONGEST]
    return (text[: whole[-1]] if whole else _cut(text)) if text else ""


def _cut(text: str) -> str:
    """A long sentence as far as its last whole word; signs that are written without spaces are words."""
    found = _WHOLE_WORDS.match(text, 0, _LONGEST)
    return f"{found[0].rstrip() if found else text[:_LONGEST]} …"


def structured(concordance: Concordance, host: Host) -> dict[str, str]:
    """For each page of the article, and for the front page, its JSON-LD: by the path of its file."""
    manifest = concordance.edition.manifest
    if manifest is None:
        return {}
    whole = _script(_article(concordance, manifest, host))
    return {FRONT: whole, f"{WHOLE}index.md": whole} | {
        section.source.uri: _script(_section(section, manifest, host)) for section in concordance.sections
    }


def note_script(note: Note, concordance: Concordance, host: Host) -> str:
    """The JSON-LD of a note's page; nothing of a kind that schema.org has no word for."""
    if isinstance(note, FactCheck):
        return _check_script(note, concordance, host)
    return _bio_script(note, host) if isinstance(note, Bio) else ""


def _bio_script(bio: Bio, host: Host) -> str:
    names = [name for name in dict.fromkeys((bio.name_original, *bio.terms)) if name not in ("", bio.name)]
    data: Data = {
        "@type": _TYPES[bio.kind],
        "name": bio.name,
        "alternateName": names,
        "description": bio.summary,
        "sameAs": list(bio.same_as),
        "mainEntityOfPage": _address(host, note_address(bio)),
    }
    return _script(data)


def _check_script(check: FactCheck, concordance: Concordance, host: Host) -> str:
    """A ClaimReview; nothing where it was withdrawn, or its words changed since."""
    manifest = concordance.edition.manifest
    if manifest is None or check.is_withdrawn or check.is_fuzzy:
        return ""
    rating: Data = {
        "@type": "Rating",
        "alternateName": RATING_WORDS[check.rating].label,
        "ratingExplanation": check.summary,
    }
    if check.rating in SCORES:
        rating |= {
            "ratingValue": SCORES[check.rating],
            "worstRating": min(SCORES.values()),
            "bestRating": max(SCORES.values()),
        }
    sources = concordance.edition.sources
    evidence = [sources[item.source] for item in check.evidence if item.source in sources]
    data: Data = {
        "@type": "ClaimReview",
        "url": _address(host, note_address(check)),
        "inLanguage": "en",
        "datePublished": check.checked,
        "author": {"@type": "Organization", "name": host.name or "An annotated edition", "url": host.site_url},
        "claimReviewed": check.claim,
        "itemReviewed": {
            "@type": "Claim",
            "text": check.all_targets[0].exact if check.all_targets else "",
            "inLanguage": manifest.language,
            "author": _publisher(manifest),
            "datePublished": manifest.issued,
            "appearance": {
                "@type": "Article",
                "headline": manifest.title,
                "inLanguage": manifest.language,
                "datePublished": manifest.issued,
                "url": manifest.URL,
            },
        },
        "reviewRating": rating,
        "citation": [
            {"@type": "CreativeWork", "name": source.title, "url": citations.link(source)} for source in evidence
        ],
    }
    return _script(data)


def _article(concordance: Concordance, manifest: Manifest, host: Host) -> Data:
    translated = any(any(section.english) for section in concordance.sections)
    translation = {"@type": "Article", "headline": manifest.translated_title, "inLanguage": "en"}
    return {
        **_about(manifest),
        "headline": manifest.title,
        "alternativeHeadline": manifest.translated_title,
        "url": _address(host, WHOLE),
        "isBasedOn": manifest.URL,
        "isPartOf": {"@type": "WebSite", "name": host.name, "url": host.site_url},
        "hasPart": [
            {
                "@type": "Article",
                **_headed(section),
                "position": section.index + 1,
                "url": _address(host, section.source.address),
            }
            for section in concordance.sections
        ],
        "workTranslation": translation if translated and manifest.translated_title else "",
    }


def _section(section: Section, manifest: Manifest, host: Host) -> Data:
    return {
        **_about(manifest),
        **_headed(section),
        "position": section.index + 1,
        "url": _address(host, section.source.address),
        "isPartOf": {"@type": "Article", "headline": manifest.title, "url": _address(host, WHOLE)},
    }


def _about(manifest: Manifest) -> Data:
    """What is true of the article and of each of its parts."""
    return {
        "@type": "Article",
        "inLanguage": manifest.language,
        "author": [{"@type": "Person", "name": name} for name in manifest.author] or _publisher(manifest),
        "publisher": _publisher(manifest),
        "datePublished": manifest.issued,
    }


def _publisher(manifest: Manifest) -> Data:
    return {"@type": "Organization", "name": manifest.publisher}


def _headed(section: Section) -> Data:
    """The section's first heading in the article's own words, where it has one, and its title in English."""
    text = section.text
    heading = next((text.words(leaf) for leaf in text.leaves if leaf.is_heading), "")
    return {"headline": heading, "alternativeHeadline": section.title if section.title != heading else ""}


def _address(host: Host, address: str) -> str:
    return host.site_url + link_to(host, address) if host.site_url else ""


def _script(data: Data) -> str:
    """The data without what is empty, as an element that no text in it can end."""
    text = json.dumps({"@context": "https://schema.org", **_filled(data)}, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return fragment("data", Markup(text)) + "\n"


def _filled(value: Any) -> Any:
    """The value without what is empty or still a placeholder, and without what is nothing but its type."""
    if isinstance(value, dict):
        filled = {key: found for key, part in value.items() if (found := _filled(part)) not in _NOTHING}
        return filled if filled.keys() - {"@type"} else {}
    return [_filled(part) for part in value] if isinstance(value, list) else value
