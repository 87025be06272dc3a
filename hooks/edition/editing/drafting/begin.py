"""What `edition new` writes of each kind: the quote found in the text, pinyin proposed, the rest marked."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple, get_args
from urllib.parse import urlsplit

from edition.anchoring import Selector, difference, in_article_form, match, text_of, words_of
from edition.concordance import Concordance
from edition.editing.drafting import drafts, rows
from edition.editing.drafting.drafts import Plain
from edition.editing.drafting.places import absent, sections_named, target_of, whole_words
from edition.editing.drafting.request import RefusalError, Request
from edition.editing.drafting.spelling import pinyin, propose_id
from edition.model import (
    LONGEST,
    PLACEHOLDER,
    Bio,
    BioKind,
    Document,
    FactCheck,
    Gloss,
    Interlinear,
    Position,
    Rating,
    Register,
    Source,
    Translation,
    Variant,
)
from edition.problems import did_you_mean
from edition.reading import address_meant, is_address, no_address
from edition.text import (
    HAN,
    SectionText,
    has_han,
    is_term,
    is_whole,
    letters_of,
    normalise,
    way_of_reading,
    word_around,
)

_OPENING = re.compile(r".{1,5}[^\W_]{0,7}", re.S)
_PROPOSED = "check: proposed by a program"
_CHOOSE = f"{PLACEHOLDER}: one of "


class Draft(NamedTuple):
    """A file to be, with the words out of which its id is proposed."""

    kind: type[Document]
    text: str
    words: str


def take_article_form(request: Request, concordance: Concordance) -> list[str]:
    """Put the article's own form for words that differ from it only in spaces, the form of signs or optional vowels.

    What a keyboard writes as `？` the article may have as `?`. What stands there as a word goes before parts of words.
    Answers with a sentence for each that was changed.
    """
    said: list[str] = []
    texts = concordance.texts

    def own(words: str) -> str:
        if len(words) > LONGEST["quote"]:
            raise RefusalError(f"These are {len(words):,} characters; a quote has at most {LONGEST['quote']:,}.")
        found = match(Selector(words), texts), in_article_form(words, texts)
        whole = [[item for item in places if is_whole(text_of(item, texts).flat, *item[1:])] for places in found]
        forms = {words_of(item, texts) for item in next(filter(None, (*whole, *found)), [])}
        if len(forms) != 1:
            return words
        (form,) = forms
        if form == normalise(words):
            return words
        said.append(f"{difference(words, form)}: “{form}” was written.")
        return form

    request.quote = own(request.quote)
    if request.term:
        request.term = list(map(own, request.term))
    else:
        request.name = own(request.name)
    return said


def take_page(request: Request, findings: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    """Put what the saved page by which a source is named says of itself: by field, values and where each was found.

    The first is what counts, of the authors all that stand where the first does.
    """
    first = {name: values[0][0] for name, values in findings.items() if values}
    if not first.get("URL"):
        raise RefusalError(
            f"{request.address} does not say at which address it stands. Give the address, and the title."
        )
    page: dict[str, object] = {}
    if authors := findings.get("author"):
        page["author"] = [name for name, where in authors if where == authors[0][1]]
    for field in ("publisher", "issued", "language"):
        if (value := first.get(field)) and value != "und":
            page[field] = value if field == "publisher" else Plain(value)
    request.address, request.title, request.page = first["URL"], request.title or first.get("title"), page


def bio(request: Request, concordance: Concordance) -> Draft:
    """Who or what is named."""
    name = normalise(request.name)
    terms = [normalise(term) for term in request.term or [name]]
    for term in terms:
        if not match(Selector(term), concordance.texts):
            remedy = "Give each form in which the article names it: --term WORDS."
            raise RefusalError(f"{absent(term, concordance.texts)}\n{remedy}")
    values: dict[str, Any] = (
        {"name": None, "name_original": name} if _is_original(name, concordance) else {"name": name}
    )
    if "name_original" not in values and _is_original(terms[0], concordance):
        values["name_original"] = terms[0]
    values |= {"kind": Plain(request.bio_kind or "person"), "terms": whole_words(terms, concordance.texts)}
    values |= {"summary": None, "body": None}
    values["sources"] = _sources(request, concordance)
    remarks = {} if request.bio_kind else {"kind": _CHOOSE + ", ".join(get_args(BioKind))}
    if not values["sources"]:
        remarks["sources"] = f"{PLACEHOLDER}: ids of the sources it rests on"
    return Draft(Bio, drafts.draft(Bio, values, remarks), name)


def fact_check(request: Request, concordance: Concordance) -> Draft:
    """What is claimed, and whether it holds."""
    evidence = [
        {"source": source, "stance": Plain("context"), "note": f"{PLACEHOLDER}: What it shows, in a line."}
        for source in _sources(request, concordance)
    ]
    values = {
        "target": target_of(request, concordance.texts),
        "claim": request.claim,
        "rating": Plain("unverifiable"),
        "summary": None,
        "explanation": None,
        "evidence": evidence,
        "checked": Plain(request.today.isoformat()),
    }
    remarks = {"rating": _CHOOSE + ", ".join(get_args(Rating)), "checked": "check: the day on which you looked"}
    if not evidence:
        remarks["evidence"] = f"{PLACEHOLDER}: {{source: ID, stance: supports, note: …}}; or contradicts, or context"
    return Draft(FactCheck, drafts.draft(FactCheck, values, remarks), request.claim or request.quote)


def gloss(request: Request, concordance: Concordance) -> Draft:
    """What a word or phrase means."""
    quote = normalise(request.quote)
    in_place = not is_term(quote) or request.section is not None or request.nth is not None
    target = (
        target_of(request, concordance.texts) if in_place or not match(Selector(quote), concordance.texts) else None
    )
    values: dict[str, Any] = {"target": target} if target else {"terms": whole_words([quote], concordance.texts)}
    if spoken := _spoken(quote, concordance):
        values["reading"] = spoken
    elif has_han(quote):
        values["reading"] = f"{PLACEHOLDER}: How it is read, {way_of_reading(concordance.edition.language)}."
    values |= {"literal": None, "meaning": None, "register": Plain("colloquial"), "note": None}
    if sources := _sources(request, concordance):
        values["sources"] = sources
    remarks = {"register": _CHOOSE + ", ".join(get_args(Register))}
    if spoken:
        remarks["reading"] = _PROPOSED
    return Draft(Gloss, drafts.draft(Gloss, values, remarks), quote)


def variant(request: Request, concordance: Concordance) -> Draft:
    """Where another witness of the text reads otherwise."""
    manifest = concordance.edition.manifest
    sigla = [witness.siglum for witness in manifest.witnesses] if manifest else []
    if not sigla:
        raise RefusalError(
            f"{concordance.edition.folder}/edition.yml names no other copy; describe one under “witnesses”."
        )
    values = {
        "target": target_of(request, concordance.texts),
        "position": Plain("replaces"),
        "readings": [{"witness": sigla[0], "text": f"{PLACEHOLDER}: Its words."}],
        "note": None,
    }
    remarks = {"position": _CHOOSE + ", ".join(get_args(Position)), "readings": f"{PLACEHOLDER}: {', '.join(sigla)}"}
    return Draft(Variant, drafts.draft(Variant, values, remarks), request.quote)


def source(request: Request, concordance: Concordance) -> Draft:
    """What a note can rest on."""
    address = request.address.strip()
    if not is_address(address):
        said, remedy = no_address(address)
        is_page = not address_meant(address) and "://" not in address
        raise RefusalError(f"{said}. {'Nor is there a saved page of that name.' if is_page else remedy}")
    for known in concordance.edition.sources.values():
        if known.URL.rstrip("/") == address.rstrip("/"):
            raise RefusalError(f"{known.place.file.path} has this address already; name it as “{known.id}”.")
    values = {"type": Plain("webpage"), "title": request.title, **request.page, "URL": address}
    fields = ("author", "container-title", "publisher", "issued", "language", "accessed", "archive")
    also = [field for field in fields if field not in request.page]
    parts = urlsplit(address)
    names = [part for part in parts.path.rpartition(".")[0 if "." in parts.path else 2].split("/") if part]
    # The part of the address that says most is the title: behind it may stand “print” or a number.
    of_address = " ".join([parts.netloc.removeprefix("www."), *sorted(names, key=lambda name: name.count("-"))[-1:]])
    # Where the title's script has no settled spelling in Latin letters, the address has one.
    words = request.title if request.title and propose_id(request.title, ()) else of_address
    remarks = {"type": f"{PLACEHOLDER}: What it is: webpage, article-newspaper, book, post and the like"}
    return Draft(Source, drafts.draft(Source, values, remarks, also), words)


def translation(request: Request, concordance: Concordance) -> Draft:
    """The English of a section, an entry for each heading and paragraph."""
    text = _section(request, concordance, concordance.edition.translations, "Every section has a translation.")
    return Draft(Translation, drafts.translation_file(_opening(text.words(leaf)) for leaf in text.leaves), text.slug)


def interlinear(request: Request, concordance: Concordance) -> Draft:
    """The words of a section, a row for each."""
    text = _section(request, concordance, concordance.edition.interlinear, "Every section has its rows of words.")
    is_chinese, latin = concordance.edition.is_chinese, concordance.latin
    entries = []
    for leaf in text.leaves:
        words = text.words(leaf)
        entries.append((_opening(words), rows.rows(words, is_chinese=is_chinese, latin=latin)))
    return Draft(Interlinear, rows.interlinear_file(entries), text.slug)


def _section(request: Request, concordance: Concordance, there: Collection[str], refusal: str) -> SectionText:
    """The section that was asked for, or the first of which nothing is there."""
    slug = request.section or next((text.slug for text in concordance.texts if text.slug not in there), None)
    if slug is None:
        raise RefusalError(refusal)
    return sections_named(slug, concordance.texts)[0]


def _opening(words: str) -> str:
    """The words by which a paragraph is known."""
    words = normalise(words)
    found = _OPENING.match(words)
    return word_around(words, 0, found.end()).strip() if found else words


def _spoken(text: str, concordance: Concordance) -> str:
    """The pinyin of a text of an article in Chinese; else nothing."""
    return pinyin(text) if has_han(text) and concordance.edition.is_chinese else ""


def _is_original(name: str, concordance: Concordance) -> bool:
    """Whether a name is written in letters of the article's language that English does not have."""
    edition = concordance.edition
    letters = letters_of(edition.language) if edition.vouched else HAN
    return bool(letters and re.search(f"[{letters}]", name))


def _sources(request: Request, concordance: Concordance) -> list[Plain]:
    known = concordance.edition.sources
    for name in request.source:
        if name not in known:
            remedy = did_you_mean(name, known) or "Begin it first: edition new source ADDRESS."
            raise RefusalError(f"There is no source “{name}”. {remedy}")
    return [Plain(name) for name in request.source]
