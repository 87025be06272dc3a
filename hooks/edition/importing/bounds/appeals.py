"""What a site says to its readers beside an article: appeals, offers, what it answers for, requests for consent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import combining, normalize

from edition.importing.bounds.leads import INNER, SHORT, is_in_part, nearest_block
from edition.importing.bounds.leftovers import AGAIN
from edition.importing.bounds.scores import HALF, PARAGRAPH, PART
from edition.importing.lines import language
from edition.importing.lines.appeals import APPEALS, COMMENT, OFFER, PROMOTION, invites, is_appeal
from edition.importing.lines.chrome import DISCLOSURE, NETWORK, RIGHTS, is_notice
from edition.importing.lines.credits import credit
from edition.importing.lines.paywalls import is_paywall
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Chunk, kept_words

_CONSENT = re.compile(
    r"personenbezogen|personal data|"
    r"datenschutz|einwillig|zustimm|privacy|consent|cookie|confidentialité|consentement|données|privacidad|consenti|"
    r"tietosuoja|personvern|samtyk|samtyck|integritet|prywatno|zgod[ayęą]|soukrom|souhlas|gizlilik|onay|toestemming|"
    r"external (?:content|service)|extern(?:e[nrs]?|a)\b|третьих|конфиденциальн|"
    r"согласи|プライバシー|同意|隐私|개인정보|الخصوصية",
    re.I,
)
_IN_BOX = 8
"""Chunks of a box that asks for consent, with its buttons."""
_FEW = 3
"""A box with a teaser has so many chunks at most beside the link."""
_IN_BRACKETS = re.compile(r"\[.+\]|\(.+\)", re.S)
"""A line between paragraphs that is but what stands in brackets."""
_LONG = 500
"""So wide is an offer at most."""
_MANY = 6
"""A long paragraph is so many times as wide as one."""
_WHOLLY, _SOME = 0.9, 0.1
"""So much of a line is links that leads on."""
TO_READERS = "what the site says to its readers"
"""Why an appeal or an offer is set aside."""


def set_apart_appeals(found: Sequence[Chunk], reasons: list[str], site: Sequence[str]) -> None:
    """Sets aside the boxes at the end in which the site speaks to its readers.

    Such a box holds nothing of the beginning, and one paragraph alone, or a few with a link or a button. `site` are
    the names of the site: a last line that names it, and leads on or is no sentence, speaks of it.
    """
    kept = kept_words(found, reasons)
    for index in kept:
        is_at_end = index in (*kept[:_FEW], *kept[-_FEW:])
        if _is_promotion(found[index]) or (is_at_end and DISCLOSURE.search(found[index].text)):
            reasons[index] = TO_READERS
    kept = [index for index in kept if not reasons[index]]
    held = _held_at_end(found, kept)
    _set_apart_last_lines(found, reasons, kept, [_plain(name) for name in site if len(name) > _FEW])
    kept = [index for index in kept if not reasons[index]]
    while kept:
        boxes = [held[id(box)] for box in found[kept[-1]].boxes if box.tag not in INNER and id(box) in held]
        asking = next(filter(None, (_asking_in(found, reasons, within) for within in boxes)), [])
        for index in asking:
            reasons[index] = TO_READERS
        kept = kept[: -len(asking)] if asking else []


def _held_at_end(found: Sequence[Chunk], kept: Sequence[int]) -> dict[int, list[int]]:
    """What each element holds that begins behind the first half of the article."""
    first = {id(box) for index in kept[: len(kept) // 2 + 1] for box in found[index].boxes}
    held: dict[int, list[int]] = {}
    for index in range(kept[len(kept) // 2] if kept else len(found), len(found)):
        for box in found[index].boxes if found[index].tag != "img" else ():
            if id(box) not in first:
                held.setdefault(id(box), []).append(index)
    return held


def _set_apart_last_lines(
    found: Sequence[Chunk], reasons: list[str], kept: Sequence[int], names: Sequence[str]
) -> None:
    """Sets aside the last lines that speak of the site, and a notice of rights with all that follows."""
    told = [at for at, index in enumerate(kept) if _is_told(found[index]) and not _is_said_to_readers(found[index])]
    end = max(told, default=(len(kept) - 1) // 2) + 1
    behind = range(len(kept) // 2, len(kept))  # a label alone may stand over a notice of several paragraphs
    notice = next((at for at in behind if is_notice(found[kept[at]].text, whole=at < end)), len(kept))
    heads = [place for place, index in enumerate(kept) if place > len(kept) // 2 and found[index].level]
    if heads and NETWORK.search(found[kept[heads[-1]]].text) and _has_name(found[kept[heads[-1]]].text, names):
        notice = min(notice, heads[-1])  # where else the site may be followed, and how
    for index in kept[notice:]:
        reasons[index] = TO_READERS  # with how to reach the site
    for index in reversed(kept[:notice]):
        if (
            _is_of_site(found[index])
            or _ends_rights(found, reasons, index)
            or (index != kept[0] and _names_site(found[index], names))
        ):
            reasons[index] = TO_READERS
        elif not credit(found[index].text):  # who edited it may stand below
            break


def _is_said_to_readers(chunk: Chunk) -> bool:
    return is_notice(chunk.text) or is_appeal(chunk.text)


def _ends_rights(found: Sequence[Chunk], reasons: Sequence[str], index: int) -> bool:
    """Whether a line stands with one alone in its element, which says whose the rights are."""
    over, above = found[max(0, index - 1)], found[max(0, index - 2)]
    is_under = bool(reasons[index - 1]) and bool(RIGHTS.search(over.text)) and over.boxes[-1] is found[index].boxes[-1]
    return is_under and above.boxes[-1] is not over.boxes[-1]


def _asking_in(found: Sequence[Chunk], reasons: Sequence[str], within: Sequence[int]) -> list[int]:
    """What in a box is said to the site's readers, behind what is told there; empty where the box is none of those."""
    own = [index for index in within if not reasons[index]]
    if len(own) > _FEW or len(within) > _IN_BOX:
        return []
    if any(is_notice(found[index].text) for index in own):
        return own
    leads = len(own) < len(within) or any(found[index].linked for index in own)
    patterns = (*APPEALS, OFFER, PROMOTION) if leads else APPEALS
    appeals = {index for index in within if any(pattern.search(found[index].text) for pattern in patterns)}
    appeals.update(
        at for at in within
        if reasons[at] and RIGHTS.search(found[at].text) and not is_caption(found[at])
    )  # fmt: skip
    if appeals and leads and not language.ends_sentence(found[own[0]].text):
        appeals.add(own[0])  # what stands over it
    text = max((index for index in own if index not in appeals and _is_told(found[index])), default=-1)
    asking = [index for index in own if index > text]
    is_asking = appeals and (appeals.issuperset(asking) or (len(asking) < len(within) and text < 0))
    return asking if is_asking else []


def _plain(text: str) -> str:
    """The words in small letters without their accents."""
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))


def _names_site(chunk: Chunk, names: Sequence[str]) -> bool:
    """Whether a line names its own site, and links some of its words, is no sentence, or makes an offer."""
    width = language.width(chunk.text)
    most = _LONG if OFFER.search(chunk.text) else 0 if language.ends(chunk.text) else SHORT
    leads = width <= most or (width <= 2 * SHORT and chunk.linked > (0 if chunk.is_set_off else _SOME))
    if not leads or chunk.level or is_in_part(chunk) or is_caption(chunk) or chunk.tag in ("tr", "pre"):
        return False
    return _has_name(chunk.text, names)


def _has_name(text: str, names: Sequence[str]) -> bool:
    words = _plain(text)
    return any(re.search(rf"(?<![a-z.@/]){re.escape(name)}(?![a-z]|/\w)", words) for name in names)


def _is_promotion(chunk: Chunk) -> bool:
    """Whether a line between the paragraphs is set apart from them by its type, and leads to what the site offers."""
    return (
        chunk.linked > 0
        and language.width(chunk.text) <= _LONG
        and not (chunk.level or is_in_part(chunk))
        and (chunk.is_set_off or bool(_IN_BRACKETS.fullmatch(chunk.text)))
        and bool(PROMOTION.search(chunk.text) or (not chunk.is_set_off and OFFER.search(chunk.text)))
    )


def _is_told(chunk: Chunk) -> bool:
    """Whether a chunk is a paragraph of sentences, and links little; a long one that offers nothing may link more."""
    width = language.width(chunk.text)
    if width >= _MANY * PARAGRAPH and language.ends(chunk.text) and chunk.linked < HALF and not invites(chunk.text):
        return True
    return width >= 2 * PARAGRAPH and language.ends_sentence(chunk.text) and chunk.linked < PART


def _is_of_site(chunk: Chunk) -> bool:
    """Whether a line that stands last speaks of what the site offers, and leads there, or of what it answers for.

    Or asks its readers to write below it, or leads to more than one network.
    """
    width = language.width(chunk.text)
    leads = chunk.linked >= PART or (width <= _FEW * SHORT and chunk.linked > 0)
    networks = {*map(str.casefold, NETWORK.findall(chunk.text))}
    return bool(
        is_notice(chunk.text)
        or (leads and PROMOTION.search(chunk.text))
        or (width <= 3 * PARAGRAPH and COMMENT.search(chunk.text))
        or (chunk.linked >= _WHOLLY and not (chunk.outward or chunk.level or is_in_part(chunk) or "//" in chunk.text))
        or (leads and width <= 2 * PARAGRAPH and len(networks) > 1)
        or (chunk.linked > 0 and width <= _LONG and len(networks) > 2)
    )


def set_apart_consents(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Sets aside what stands in the place of a film or a post and asks for consent to show it: a box with a button.

    Or one in which no more is said, and much of that is of consent.
    """
    words: Counter[int] = Counter()
    controls: set[int] = set()
    for chunk in found:
        if chunk.tag != "img":
            words.update(id(box) for box in chunk.boxes)
            pressed = [at for at, box in enumerate(chunk.boxes) if box.tag in ("button", "form", "input")]
            controls.update(id(box) for box in chunk.boxes[: pressed[-1] + 1 if pressed else 0])
    asking: set[int] = set()
    for chunk, reason in zip(found, reasons, strict=True):
        asks = not reason or reason.startswith(AGAIN)  # for each picture anew
        if asks and not is_in_part(chunk) and len(_CONSENT.findall(chunk.text)) > 1:
            asking |= {id(box) for box in chunk.boxes if id(box) in controls and words[id(box)] <= _IN_BOX}
    for index, chunk in enumerate(found):
        told = {found_in[0].casefold() for found_in in _CONSENT.finditer(chunk.text)} if not reasons[index] else ()
        alone = len(told) > _FEW - 1 and words[id(nearest_block(chunk))] <= _FEW
        if not reasons[index] and chunk.tag != "img" and (alone or any(id(box) in asking for box in chunk.boxes)):
            reasons[index] = "asks for consent to what another site shows"


def set_apart_offers(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Sets aside what stands at the end in place of the rest: to whom it is sold, in other elements than the text."""
    kept = kept_words(found, reasons)
    sold = (
        at for at, (above, index) in enumerate(pairwise(kept), 1)
        if (found[index].level and OFFER.search(found[index].text)) or _is_sold(found, above, index)
    )  # fmt: skip
    place = next((at for at in sold if not _goes_on(found, kept, at)), 0)
    if not place:
        return
    before = {id(nearest_block(found[index])) for index in kept[:place] if language.ends_sentence(found[index].text)}
    is_apart = all(id(nearest_block(found[index])) not in before for index in kept[place:] if not found[index].level)
    are_linked = all(found[index].linked for index in kept[place:] if _is_told(found[index]))
    if is_apart or (are_linked and not found[kept[place]].level):
        for index in kept[place:]:
            reasons[index] = "an offer of the site’s in place of the rest"


def _goes_on(found: Sequence[Chunk], kept: Sequence[int], place: int) -> bool:
    """Whether the text itself goes on there, before anything is offered."""
    text, rest = ([found[at] for at in part if _is_told(found[at])] for part in (kept[:place], kept[place:]))
    told = next((at for at, chunk in enumerate(rest) if OFFER.search(chunk.text)), len(rest))
    return told > len(text) * HALF


def _is_sold(found: Sequence[Chunk], above: int, index: int) -> bool:
    """Whether a line between two of the article's says that the rest is sold."""
    return any(is_paywall(found[at].text.casefold()) for at in range(above + 1, index) if found[at].tag != "img")
