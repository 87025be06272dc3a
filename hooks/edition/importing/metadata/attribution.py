"""What a page shows of its article's authors, source and day: told as findings, and set apart from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from edition.importing.article import Finding, values_of
from edition.importing.bounds.reasons import IN_BOX, LINK, OUTSIDE, UNREAD
from edition.importing.bounds.region import Region
from edition.importing.bounds.scores import is_prose
from edition.importing.lines import language
from edition.importing.lines.chrome import is_chrome
from edition.importing.lines.credit_runs import credits_at_ends, told
from edition.importing.lines.credits import Credit, credit
from edition.importing.lines.labels import AND, LABELS
from edition.importing.metadata.below import BELOW
from edition.importing.metadata.introductions import FULL, introduced
from edition.importing.metadata.names import authors
from edition.importing.metadata.page_authors import SHOWN
from edition.importing.metadata.provenance import FAR
from edition.importing.metadata.shown_day import LINE, NEAR, is_beside, is_beside_heading
from edition.importing.page.captions import CREDIT, is_caption
from edition.importing.page.chunks import Chunk, kept_words
from edition.text import HAN

_AUTHORED = re.compile(
    r"(?:^|[-_ ])(?:author|byline|writer|penulis|autor|auteur|reporter)s?(?:[-_]+(?:name|\d+))?"
    r"(?:$|[-_ ])(?!topics?\b|articles?\b|posts?\b)",
    re.I,
)
_MAIL = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]+|^(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram|linkedin)\.com/\S+$|^@\w{2,}$|"
    r"^(?:Follow|Read|See|Visit|Find)\b.{0,100}\s(?:https?://|www\.|(?:twitter|x|facebook|instagram)\.com/)\S+$|"
    r"^(?:https?://)?www\.[\w-]+(?:\.[\w-]+)+/?$"
)
_AGENCIES = re.compile(
    r"[\W_]+|[(\[–—-]{0,2}\s?(?:(?:mit|von|THE) )?(?:[A-Za-zÄÖÜäöü]{2,9}(?:\s?[/,]\s?[A-Za-zÄÖÜäöü]{2,9}){1,3}|"
    r"[a-z]{2,4}|[A-ZČ]{2,4}|Ritzau|Belga|Reuters|ТАСС|Lusa)\s?[)\]–—-]?|[–—-]{1,2}\s?[(（][^\W\d]{2,12}[)）]"
)
"""Whose the article is, in short: agencies, signs of those who wrote it; or that it is at its end."""
_SENTENCES = re.compile(r"\w{2}[.!?。！？।][”»\")]?\s*[^\W\d_]{2}")
"""Where a sentence ends and more follows."""
_MADE_BY_SITE = re.compile(rf"(?:{CREDIT.pattern})\s*[\w-]+(?:\.[\w-]+)+$", re.I)
"""A line that says whose a picture is, by a site's address."""
_ASKED = re.compile(r"^[^.!?？。]{4,60}[?？]|[.!]?(?: and)? follow (?:him|her|them|me) on .{2,60}$", re.I)
_WITNESSES = re.compile(r"(?:anyone|those|people|witnesses|zeugen|hinweise|quiconque|chiunque|getuigen)\b", re.I)
"""How a sentence begins in which the police ask for what people saw."""
_LABEL = re.compile(r"[^\W\d_][^:：.!?]{2,24}[:：]\s*")
_EDITOR = re.compile(rf"(?:责任编辑|责编|编辑|責任編輯|編輯|校对)\s*[:：︱丨]\s*([{HAN}]{{2,4}})(?![{HAN}])")
"""Whom a page names as its editor, and its data at times as its author."""
_MADE = re.compile(
    r"\W*(?:(?:site |página |page )?(?:desenvolvido|desenvolvimento|developed|designed|powered|diseñado|"
    r"desarrollado|created|realizado|realizzato|réalisé|entwickelt|umgesetzt|criado)|web ?design) "
    r"(?:by|por|von|par|da|di)\s*:?\s(?P<maker>.{2,60})",
    re.I,
)
"""A line that says who made the site."""
_EDITS = re.compile(rf"(?:{LABELS['editor']})\s*[:：]?", re.I)
"""What stands alone over the name of such a person, or of a translator."""
_WRITES = re.compile(rf"(?:{LABELS['author']})\s*[:：]?", re.I)
"""What stands so over whoever wrote it."""
_WITH = re.compile(rf",?\s{AND}\s|,")
_LABELLED = 2
"""A row of so many cells may have a label in its first."""
_AROUND = 4
"""So many lines over the title are looked at."""


def settle_authors(findings: dict[str, list[Finding]], found: Sequence[Chunk], place: Region, heading: int) -> None:
    """Puts the names that the page shows above the text, as its authors', before others that its data say."""
    not_these = values_of(findings, "publisher", "title")
    above = [index for index in range(heading) if not any(box.chrome for box in found[index].boxes)][-_AROUND:]
    start = place.start
    near = range(max([0, start - NEAR, *above[:1]]), min(len(found), max(start, heading) + NEAR))
    around = [at for at in near if place.reasons[at] != IN_BOX or _is_authored(found[at])]
    lines = " ".join(found[index].text for index in around if language.width(found[index].text) <= 2 * LINE).casefold()
    seen = " ".join(chunk.text for chunk in found if not chunk.is_hidden).casefold()
    by = [line for index in around if (line := credit(found[index].text)) and "author" in line.kinds]
    if by and not any(item.value.casefold() in seen for item in findings["author"]):
        findings["author"] = []  # the page shows another, and none of those who put it in
    # The names of which the page shows each come first.
    editors = {name[1] for chunk in found for name in _EDITOR.finditer(chunk.text)}
    named = [line for chunk in found if ":" in chunk.text and (line := credit(chunk.text))]
    editors |= {line.findings[0].value for line in named if line.kinds == ("editor",)}
    makers = {made["maker"].strip(" .").casefold() for chunk in found if (made := _MADE.fullmatch(chunk.text))}
    findings["author"] = [item for item in findings["author"] if item.value.casefold() not in makers]
    lone = [chunk for chunk in found if chunk.tag != "img"]
    editors |= {
        name for label, name in pairwise(chunk.text for chunk in lone) if _EDITS.fullmatch(label)
    }  # each in a line of its own
    findings["author"] = [item for item in findings["author"] if item.value not in editors]
    groups = [[*group] for _, group in groupby(findings["author"], lambda item: item.where)]
    groups.sort(key=lambda group: not all(item.value.casefold() in lines for item in group))
    findings["author"] = _fuller(groups, [found[at] for at in around], not_these)
    if groups and all(item.value.casefold() in lines for item in groups[0]):
        return
    if not groups:
        findings["author"] = introduced(found, around, place, not_these) or [
            Finding(name, f"the line “{label.text}”")
            for label, other in pairwise(lone)
            if _WRITES.fullmatch(label.text) and not (other.level or any(box.chrome for box in label.boxes))
            if FULL.fullmatch(other.text) and other.tag != "li"
            for name in authors(other.text, not_these)
        ]
    said = [item.value for item in findings["author"]]
    for index in around:
        chunk = found[index]
        is_marked = not (chunk.is_hidden or "figure" in chunk.above) and _is_authored(chunk)
        if not is_marked or any(name in chunk.text for name in said):
            continue
        shown = [name for name in authors(chunk.text, not_these) if name not in editors]
        in_menus = any(
            name == other.text and any(box.chrome and not _AUTHORED.search(box.names) for box in other.boxes)
            for name in shown
            for other in found
        )
        if shown and not in_menus and all(FULL.fullmatch(name) for name in shown):
            findings["author"] = [*(Finding(name, f"the line “{chunk.text}”") for name in shown), *findings["author"]]
            return


def _is_authored(chunk: Chunk) -> bool:
    """Whether the elements right around a line are called an author's."""
    around = chunk.boxes[-4:] if chunk.boxes[-1].classes == "name" else chunk.boxes[-2:]
    return any(_AUTHORED.search(box.classes) for box in around)


def _fuller(groups: Sequence[list[Finding]], lines: Sequence[Chunk], not_these: Sequence[str]) -> list[Finding]:
    """The authors of each place, before them those of one that names all of the first and more, or whole names."""
    first = [item.value for item in (groups or [[]])[0]]
    for line in lines if first else ():
        names = authors(line.text, not_these) if language.width(line.text) <= 2 * LINE else []
        is_whole = [name.split()[0] for name in names] == first and (said := credit(line.text)) and said.tells_whence
        parted = _WITH.findall(line.text)  # a comma alone may part a name and an office
        is_more = {*names} > {*first} and parted and parted[-1] != "," and len(parted) + 1 == len(names)
        if (is_whole or is_more) and all(map(FULL.fullmatch, names)):
            groups = [[Finding(name, f"the line “{line.text}”") for name in names], *groups]
            break
    whole = [group for group in groups if all(FULL.fullmatch(item.value) for item in group)]
    more = [group for group in whole if group[0].where != SHOWN and {item.value for item in group} > {*first}]
    return [item for group in (*more[:1], *groups) for item in group]


def set_apart_signature(findings: dict[str, list[Finding]], found: Sequence[Chunk], reasons: list[str]) -> None:
    """A name in bold or marked as an author's, alone at the end, is the author's; it is set aside.

    So is one at the head, where the page names nobody else and no other line is such a name, as titles of sections are.
    """
    kept = kept_words(found, reasons)
    not_these = values_of(findings, "publisher", "title")
    known = [item.value for item in findings["author"]]
    # No word of a name stands in the text with a small letter, as those of a section's title do.
    small = {word for at in kept for word in re.findall(r"[^\W\d_]+", found[at].text) if word.islower()}
    below = [at for at, reason in enumerate(reasons) if reason == BELOW and kept and at > kept[-1] and not known]
    kept += [at for at in below[:1] if _is_marked(found[at]) and FULL.fullmatch(found[at].text)]
    signed = [
        at for at in kept
        if not found[at].level and _is_marked(found[at]) and FULL.fullmatch(found[at].text.strip("()"))
        and not language.ends_sentence(found[at].text) and small.isdisjoint(found[at].text.lower().split())
    ]  # fmt: skip
    last = found[kept[-1]] if kept else None
    if last and not _is_no_line(last) and (last.text.strip("()[]—–- ") in known):
        reasons[kept.pop()] = "said of the article by its site: its author"
    for at in kept[-1:] + kept[:1]:  # none, where a page has no more
        is_last = at == kept[-1]
        if at not in signed or credit(found[at].text) or not (is_last or len(signed) == 1):
            continue
        names = authors(found[at].text.strip("()"), not_these)
        if names and (is_last or not known or {*names} <= {*known}):
            reasons[at] = "said of the article by its site: its author"
            findings["author"] += [Finding(name, f"the line “{found[at].text}”") for name in names]


def _is_marked(chunk: Chunk) -> bool:
    capitals = chunk.text.isupper() and not _is_no_line(chunk)
    bracketed = re.fullmatch(r"\(\S+\s.+\)", chunk.text)
    return bool(chunk.is_bold or capitals or bracketed) or any(
        _AUTHORED.search(box.classes) for box in chunk.boxes[-2:]
    )


def set_apart_contacts(found: Sequence[Chunk], reasons: list[str], *, credited: bool = False) -> None:
    """Sets aside the lines at the end that say how to reach who wrote it, and whose the pictures are.

    `credited` says that the lines which name who wrote it are read.
    """
    for index in range(len(found) - 1, -1, -1):
        chunk = found[index]
        said = None if reasons[index] or chunk.tag == "img" else credit(chunk.text)
        if reasons[index] or chunk.tag == "img" or (said and "author" in said.kinds and not credited):
            continue
        is_end = bool(_AGENCIES.fullmatch(chunk.text))
        told = is_end or _is_label_and_links(chunk) or bool(_MAIL.search(chunk.text))
        told = told or bool(CREDIT.search(chunk.text) and not language.ends_sentence(chunk.text))
        if (
            not told
            or _is_no_line(chunk)
            or _WITNESSES.match(chunk.text)
            or _SENTENCES.search(_ASKED.sub("", _MAIL.sub("", _MADE_BY_SITE.sub("", chunk.text))))
            or language.width(chunk.text) > 2 * LINE
        ):
            return
        if not is_end and any(near.tag == "img" for near in found[max(0, index - 2) : index]):
            return  # the caption of that picture
        reasons[index] = "said of the article by its site: how to reach its author, or whose the pictures are"


def _is_label_and_links(chunk: Chunk) -> bool:
    """Whether a line is a label, and then links alone within the site, as where it is filed."""
    label = _LABEL.match(chunk.text)
    rest = re.sub(r"[\W_]", "", chunk.text[label.end() :]) if label else ""
    return bool(rest) and chunk.linked * len(chunk.text) >= len(rest) and chunk.outward < chunk.linked


def _is_no_line(chunk: Chunk) -> bool:
    """Whether it is a heading, a caption, an item, a quotation, code or a cell, and so no line of text."""
    return bool(
        chunk.level or is_caption(chunk) or {"figcaption", "li", "blockquote", "pre", "tr", "dd"} & {*chunk.above}
    )


def set_apart_credits(found: Sequence[Chunk], reasons: list[str]) -> dict[int, Credit]:
    """The chunks at the head and the foot of the article that say something of it; they get their reasons here."""
    kept = [index for index, reason in enumerate(reasons) if not reason]
    passed = [bool(found[index].level) or found[index].tag == "img" or is_caption(found[index]) for index in kept]
    first = next((place for place, passes in enumerate(passed) if not passes), len(kept))
    # At the foot a heading is none of the site's, and what stands under it is the article's.
    passed[first:] = [found[index].tag == "img" for index in kept[first:]]
    credited = {kept[place]: item for place, item in credits_at_ends([found[at].text for at in kept], passed).items()}
    for index, item in credited.items():
        reasons[index] = item.reason
    return credited


def credits_around(found: Sequence[Chunk], place: Region, heading: int) -> list[Credit]:
    """What the chunks before the article say of it, and those that follow at once."""
    first = max(0, min(place.start, heading if heading >= 0 else place.start) - NEAR // 2)
    before = [
        item
        for index in range(first, place.start)
        if (item := _credit_of(found[index]))
        and (index > heading or item.is_labelled or is_beside_heading(found[index], found[heading]))
    ]
    within = range(place.start, place.end)
    inner = [index for index in within if place.reasons[index] in (OUTSIDE, UNREAD)][:NEAR]
    told = [
        index for index in within if not (place.reasons[index] or is_caption(found[index])) and is_prose(found[index])
    ]
    links = [index for index in range(within.start, told[1] if len(told) > 1 else 0) if place.reasons[index] == LINK]
    before += [item for index in sorted({*inner, *links}) if (item := _credit_of(found[index]))]
    after = []
    for chunk in found[place.end : place.end + NEAR]:
        item = credit(chunk.text)
        if item and item.is_labelled:  # a bare day there is that of another article
            after.append(item)
        elif not item and not is_chrome(chunk.text):
            break
    return [*before, *after]


def _credit_of(chunk: Chunk) -> Credit | None:
    """What a line says of the article; whom a caption names made the picture."""
    item = credit(chunk.text.replace(" | ", " ", 1) if len(chunk.cells) == _LABELLED else chunk.text)
    if item is None or not is_caption(chunk):
        return item
    return item._replace(kinds=tuple("pictures" if kind == "author" else kind for kind in item.kinds))


def tell_credits(findings: dict[str, list[Finding]], lines: Sequence[Credit]) -> None:
    """Adds what the lines of the site say; the day that the page shows comes before one in UTC beside it."""
    not_these = values_of(findings, "publisher", "title")
    shown: list[Finding] = []
    for name, finding in told(lines, known=bool(findings["author"])):
        if name == "author":
            findings[name] += [Finding(one, finding.where) for one in authors(finding.value, not_these)]
        elif name == "issued":
            shown.append(finding)
        else:
            findings[name].append(finding)
    said = [item for item in findings["issued"] if FAR not in item.where]
    far = findings["issued"][len(said) :]
    findings["issued"] = (
        [*shown[:1], *said, *shown[1:]] if shown and said and is_beside(shown[0], said[0]) else [*said, *shown]
    ) + far
