"""What a site writes above and below an article about it: day, source, authors, editors, its first title.

A line counts only as a whole, part by part, and only at the head and the foot, so that an article may speak of
editors and of days.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.importing.article import Finding, tidy
from edition.importing.lines.agencies import sender
from edition.importing.lines.chrome import is_chrome
from edition.importing.lines.days import (
    BEFORE_DAY,
    DAY,
    SHORT_DAY,
    TIME,
    WEEKDAY,
    day_of,
    in_one_calendar,
    is_weekday,
    unglued,
    without_day,
)  # fmt: skip
from edition.importing.lines.labels import AND, BARE, FROM, HELPED, LABELS, SIGNED, UNSAID
from edition.text import HAN

_DAYS = ("day", "later", "short")
"""Of a day of figures alone the page's language may have to say which it is; such a part tells none."""
_LATER = re.compile(rf"\b(?:{LABELS['later']})\b", re.I)
_PART = re.compile(
    "|".join(
        [
            *(rf"(?P<bare_{kind}>\b(?:{words})(?=[\s|])(?!\s*[:：]))\s*" for kind, words in BARE.items()),
            *(
                rf"(?P<label_{kind}>(?:{words}))\s*[:：|｜丨︱/／＝・]\s*"
                for kind, words in LABELS.items()
                if kind not in _DAYS
            ),
            rf"(?P<later>(?:{LABELS['later']})\s*[:：]?\s*)?(?:(?:{LABELS['day']})\s*[:：]?\s*)?"
            rf"(?:(?:{WEEKDAY.pattern}),?\s*)?(?P<date>(?<!\d){DAY})",
        ]
    ),
    re.I,
)
"""Where a part of such a line begins: a label, or a day."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_OFFICE = re.compile(r"\b(?:webmaster|info|news|contact|office|desk|editors?|reda[ck]\w+|press)@", re.I)
"""The address of no person."""
_DATED = re.compile(rf"{DAY}\W+(?:\w+\W+)?\d\d?[:h]\d\d", re.I)
_MOMENT = re.compile(rf"(?P<date>{DAY})\s*{TIME.pattern}", re.I)
_PARTICLED = re.compile(rf"(?:^|[\s:：])(?:{BARE['author']}|{LABELS['author']})[\s:：]+(?:[^\W\d_][\w.'’-]*\s)+$", re.I)
"""What a name begins with that goes on."""
_LABELLED = re.compile(rf"(?:{LABELS['author']})\s*[:：]\s*$", re.I)
_BETWEEN = " \t|｜·•»/,،，、;；—–-"
_PIECE = re.compile(rf"[\s、,，;；&/|·]+|\b(?:{AND}|van|de|der|von|zu|di|du|da|do|del|la|le)\b")
_UNICASE = "[\u0590-\u1fff]"
"""Letters of scripts without capitals that write words apart: Hebrew, Arabic, those of India, Thai and so on."""
_NAME = re.compile(rf"[\u3040-\u30ff{HAN}\uac00-\ud7af]{{1,6}}[A-Za-z\d_]*|[A-Z]+\d+|@?\w+_\w+|{_UNICASE}+")
_SITE = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/?", re.I)
_AGENCY = re.compile(r"[a-z]{2,4}(?:[-/][A-Z]\w*)*")
"""What an agency is called that writes itself small: dpa, dpa-AFX."""
_SMALL = re.compile(rf"\.[a-z]{{2,}}|^{_AGENCY.pattern}$")
"""What a source has that does not begin with a capital."""
_PROSE = re.compile(r"[。！？!?…：:“”]|\.$(?<!\b[A-Z]\.)")
_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】", "<": ">", "〈": "〉"}
_QUOTES = '„»«“”"「」『』《》【】'
_MAX_WIDTH, _MANY_WORDS = 160, 4
"""A name has at most so many words where no capitals tell it from a sentence."""
_IN_BRACKETS = re.compile(
    r"[\[［【](?P<value>[^\W\d_][^,，、;；/]{1,30})[,，]\s?[^\]］】,，。\d]{2,20}[\]］】]|"
    rf"(?P<before>[{HAN}]{{2,4}})\s?[/／]\s?[{HAN}]{{2,10}}(?:[网網报報社]|新[闻聞]|周刊|週刊)"
)
"""A name and for whom he writes, in brackets or with a stroke between, as a line of its own."""
_OFFICE_BEHIND = re.compile(r"(?<= [^\W\d_a-z])(?P<rest>[\w.'’-]+), [^\W\d_a-z][\w&-]*(?:\s[\w&'’-]+){1,7}$")
"""What somebody is and where, behind a name of two words, with small words in it."""
_DATED_SOURCE = re.compile(rf"[（(]\s*(?P<date>{DAY})\s+(?P<source>[^\W\d]{{2,12}})\s*[)）]", re.I)
"""A day and the bare name of a paper, in brackets."""
_BEFORE_DAY = re.compile(rf"\s+(?:{'|'.join(BEFORE_DAY)})$", re.I)
_GLUED = re.compile(r"^(By|Von|Par|Por)(?=[A-Z][^\W\d_]*[. ]\S)")
"""What stands before a name that is a link, with no space between."""
_CALLED = re.compile(
    rf"^[{HAN}]{{0,10}}(?:作者|记者|記者|评论员|評論員|撰稿人|研究员|特派员)\s+(?=[{HAN}])|"
    rf"^[{HAN}]{{2,16}}(?:大学|大學|学院|學院|研究[院所])(?=[{HAN}]{{2,3}}$)|^[가-힣]{{1,5}}부\s+(?=[가-힣]{{2,4}}\b)"
)
"""What somebody is, before a name."""


class Credit(NamedTuple):
    """What a line is made of, part by part: of each its kind and what it tells."""

    kinds: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def is_labelled(self) -> bool:
        """Whether more is there than a day, which may as well be that of another article."""
        return not set(self.kinds) <= set(_DAYS)

    @property
    def tells_whence(self) -> bool:
        """Whether it names an author or a source, as the line under a standfirst does."""
        return not {"author", "source"}.isdisjoint(self.kinds)

    @property
    def reason(self) -> str:
        """Why the line is none of the article's."""
        names = {
            "author": "its author",
            "name": "its author",
            "source": "its source",
            "editor": "its editor",
            "pictures": "its pictures",
            "title": "its first title",
        }
        told = dict.fromkeys(names.get(kind, "its day") for kind in self.kinds)
        return f"said of the article by its site: {', '.join(told)}"


def tells_moment(text: str) -> bool:
    """Whether a line has a day with an hour behind it."""
    return bool(_DATED.search(text))


def credit(line: str) -> Credit | None:
    """What a whole line says of an article; None where it is anything else."""
    text = tidy(line)
    where = f"the line “{text}”"
    rest, bar, last = text.rpartition("|")
    text = rest.strip() if bar and rest.strip() and is_chrome(last) else text  # how long it takes to read
    said = _said(text.lstrip("◎●■◆★※□▪▲◇ ") or text, where) if 0 < len(text) <= _MAX_WIDTH else None
    return said or (Credit(("editor",), (Finding(text, where),)) if HELPED.fullmatch(text) else None)


def _said(text: str, where: str) -> Credit | None:
    if agency := sender(text):
        return Credit(("source",), (Finding(agency, where),))
    if (found := _DATED_SOURCE.fullmatch(text)) and (when := day_of(found["date"])):
        return Credit(("day", "source"), (Finding(when, where), Finding(found["source"], where)))
    bare = unglued(UNSAID.sub("", text := in_one_calendar(_GLUED.sub(r"\1 ", text))))
    if (found := _IN_BRACKETS.fullmatch(bare)) and (name := found["value"] or found["before"]) and _are_names(name):
        return None if is_weekday(name) else Credit(("author",), (Finding(name, where),))
    while len(bare) > 2 and bare[0] in _BRACKETS and bare[-1] == _BRACKETS[bare[0]]:
        bare = bare[1:-1].strip()
    return _signed(bare, where) or _listed(bare, where) or _in_parts(bare, where, is_glued=bare != text)


def _signed(text: str, where: str) -> Credit | None:
    """A line that says no more than whence the article comes, or whose it is."""
    for pattern in FROM:
        if found := pattern.fullmatch(text):
            return Credit(("source",), (Finding(found["value"].strip(_QUOTES), where),))
    signed = without_day(text)
    for pattern in SIGNED:
        if (found := pattern.fullmatch(signed)) and _are_names(found["value"]):
            kind, who = "source" if _OFFICE.search(text) else "author", Finding(found["value"], where)
            shown = re.search(DAY, text[len(signed) :], re.I)
            when = day_of(shown[0]) if shown else ""
            return Credit((kind, "day"), (who, Finding(when, where))) if when else Credit((kind,), (who,))
    return None


def _in_parts(text: str, where: str, *, is_glued: bool) -> Credit | None:
    """A line of parts, each with its label or a day; `is_glued`: they stood without spaces, or in brackets."""
    starts = [found for found in _PART.finditer(text) if not _is_within_name(found)]
    if not starts or all(found["label_pictures"] or found["bare_pictures"] for found in starts):
        return None
    kinds: list[str] = []
    findings: list[Finding] = []
    clock = False
    for found, end in zip(starts, [*(item.start() for item in starts[1:]), len(text)], strict=True):
        rest = text[found.end() : end]
        kind, value = _part(found, rest)
        if found["date"]:
            timed = TIME.match(rest)
            clock = clock or bool(timed and timed["clock"])
        if not value:
            return None
        kinds.append(kind)
        findings.append(Finding(value, where))
    before = text[: starts[0].start()]
    name = _CALLED.sub("", before.strip(_BETWEEN))
    is_named = is_glued and (" " in name or bool(SIGNED[0].fullmatch(name)))
    is_named = is_named or before.rstrip().endswith(("|", "｜"))
    if starts[0]["date"] and is_named and _is_whole(name):
        kinds.insert(0, "name" if is_glued else "author")
        findings.insert(0, Finding(name, where))
    elif not _may_lead(before, clock=clock):
        return None
    return Credit(tuple(kinds), tuple(findings))


def _is_within_name(found: re.Match[str]) -> bool:
    """Whether what could lead to a name is a particle of one, or stands behind a label: Anna von Halder."""
    before = found.string[: found.start()]
    is_particle = found[0][0].islower() and _PARTICLED.search(before)
    return bool(found["bare_author"] and (is_particle or _LABELLED.search(before)))


def _listed(text: str, where: str) -> Credit | None:
    """A line of a name, an address and perhaps a day, with bars between them."""
    kinds: list[str] = []
    findings: list[Finding] = []
    pieces = [piece.strip() for piece in re.split("[|｜]", text)]
    if not any(map(_MAIL.fullmatch, pieces)):
        return None
    for piece in pieces:
        moment = _MOMENT.fullmatch(piece)
        day = day_of(moment["date"]) if moment else ""
        if day or _are_names(piece):
            kinds.append("day" if day else "author")
            findings.append(Finding(day or piece, where))
        elif not _MAIL.fullmatch(piece):
            return None
    return Credit(tuple(kinds), tuple(findings)) if kinds else None


def begins_with_day(line: str) -> bool:
    """Whether a line begins with a day and its label, whatever a site says behind them."""
    found = _PART.match(tidy(line))
    return bool(found and found["date"] and found.start("date") > 0 and day_of(found["date"]))


def tells_of_change(where: str) -> bool:
    """Whether a line that names a day says that the article was changed then, in whatever order."""
    return bool(_LATER.search(where))


def _part(found: re.Match[str], rest: str) -> tuple[str, str]:
    """The kind and the value of a part; no value where it is none."""
    if found["date"]:
        behind = rest[timed.end() :] if (timed := TIME.match(rest)) else rest
        behind = WEEKDAY.sub("", behind, count=1).strip(_BETWEEN + "()（）")
        behind = "" if behind == "." or is_weekday(behind) else behind
        # A site may put its bare name behind the time, or who wrote it, behind a bar.
        after_bar = (rest[timed.end() :] if timed else "").lstrip().startswith(("|", "｜"))
        named = _is_bare_name(behind) or (after_bar and _are_names(behind))
        alone = not behind or is_chrome(behind) or bool(timed and named and (timed["clock"] or after_bar))
        value = day_of(found["date"])
        if alone and (SHORT_DAY.fullmatch(found["date"]) or (not value and day_of(found["date"], day_first=True))):
            return "short", found["date"]
        return "later" if found["later"] else "day", value if alone else ""
    kind = next(name for name, value in found.groupdict().items() if value).rpartition("_")[2]
    value = rest.strip(_BETWEEN)
    if kind == "title":
        return kind, value.strip(_QUOTES) if 2 <= len(value) <= 100 else ""
    if kind == "author":
        name, comma, agency = _BEFORE_DAY.sub("", _CALLED.sub("", value)).rpartition(", ")
        value = name if comma and _AGENCY.fullmatch(agency) else name + comma + agency
        value = value if _are_names(value) else _OFFICE_BEHIND.sub(r"\g<rest>", value)
    if kind == "author" and _SITE.fullmatch(value):
        return "source", value
    if kind == "source":
        value = re.sub("(?:举报|舉報)$|(?<=[\u4e00-\u9fff》)）])\\s.*$", "", value)  # a button behind it
        return kind, value.strip(_QUOTES) if _is_source(value) else ""
    # Behind a bar stands where it is filed, in words that may be names in a script that has no capitals.
    return kind, re.split(r"\s[|｜]\s", value)[0] if _are_names(value) else ""


def _may_lead(words: str, *, clock: bool) -> bool:
    """Whether nothing but the site's words stands before the first part, or a bare name before a day with its time."""
    before = words.strip(_BETWEEN)
    return is_chrome(before) or is_weekday(before) or (clock and _is_bare_name(before))


def _is_whole(words: str) -> bool:
    """Whether it is a person's name of more than a word, or in signs that have no words."""
    return _are_names(words) and (" " in words or not words.isascii())


def _is_bare_name(words: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_]{2,12}", words))


def _is_source(value: str) -> bool:
    latin = re.match(r"[A-Za-z]", value)
    return 2 <= len(value) <= 40 and not _PROSE.search(value) and not re.search("[，,；;]", value) and (
        value[0].isupper() or bool(_SMALL.search(value)) if latin else len(value) <= 24
    )  # fmt: skip


def _are_names(value: str) -> bool:
    """Whether all of it is names: capitalised words, or a few letters of a script that has no capitals."""
    pieces = [piece for piece in _PIECE.split(value) if piece]
    if sum(bool(re.match(_UNICASE, piece)) for piece in pieces) > _MANY_WORDS:
        return False
    return bool(pieces) and len(value) <= 60 and not _PROSE.search(value) and all(map(_is_name, pieces))


def _is_name(piece: str) -> bool:
    capital = piece[0].isupper() and re.fullmatch(r"[\w.'’-]+", piece)
    return bool(capital or _NAME.fullmatch(piece))
