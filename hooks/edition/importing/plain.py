"""A plain text to an article: what its lines are, by rules that rather leave a heading out than invent one.

The editor settles what the rules do not: a line that begins with `# ` is a heading, one with `- ` a list item.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from edition.importing.article import TITLE, Article, Aside, Block, Doubt, Finding, Kind, Span, tidy, without_unseen
from edition.importing.files.limits import MAX_LETTERS, MAX_LINE, MAX_LINES, refuse_beyond
from edition.importing.lines import language
from edition.importing.lines.chrome import is_chrome
from edition.importing.lines.credit_runs import credits_at_ends, told
from edition.importing.lines.credits import Credit, credit

_MARKED = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?P<words>.*\S)")
_UNDERLINED = re.compile(r"={3,}|-{3,}")
"""What stands under a title, and under one of a section."""
_INDENTED = re.compile(r"\u3000|\t| {2}")
_ITEM = re.compile(r"[-*•‣◦▪●·][ \t\u3000]+(?P<words>.*\S)")
_NUMBERED = re.compile(
    r"[(（]?(?:[一二三四五六七八九十百]{1,4}|\d{1,3}|[a-zA-Z])[)）.、]|第[一二三四五六七八九十百千\d]+[条章节款项]"
)
"""What a paragraph of a law begins with: its number is a word of it, and it is no item of a list."""
_SPEECH = re.compile(r"-[ \t]+(?=\S)")
_CAPTION = re.compile(r"(?:图|圖|図|照片|Photo|Picture|Figure|Fig\.|Bild|Abb\.)\s*\d*\s*[:：|／/].+", re.I)
_RELATED = re.compile(
    r"(?:相关|推荐|猜你喜欢|延伸阅读|热门|related|recommended|most read|more stories|関連|auch interessant).*", re.I
)
_AFTER = "the site’s own words after the article"
_TITLE_WIDTH = 100
_HEADING_WIDTH = 60
_ITEM_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words, and how many empty lines stand before and after it (-1: the text ends there)."""

    text: str
    before: int
    after: int
    is_indented: bool = False


def read_plain(text: str) -> Article:
    """The article of a plain text. Any text is accepted; every word of it is in the article or among the asides."""
    clean, remarks = without_unseen(text)
    found = _lines(clean)
    refuse_beyond("the text has {} letters", sum(len(line.text) for line in found), MAX_LETTERS)
    refuse_beyond("the text has {} lines", len(found), MAX_LINES)
    refuse_beyond("one line has {} letters", max((len(line.text) for line in found), default=0), MAX_LINE)
    lines, asides, findings = _set_apart(found)
    lines, joined = _unwrapped(lines)
    if joined:
        remarks.append("The lines were broken at a fixed width; those of one paragraph were joined.")
    blocks, doubts = _blocks(lines)
    doubts += [
        Doubt("reads like a button of the site, and was left in the text", line.text)
        for line in lines
        if is_chrome(line.text)
    ]
    doubts += [
        Doubt("reads like what a site says of an article, and was left in the text", line.text)
        for line in lines
        if credit(line.text)
    ]
    whole = " ".join(line.text for line in lines)
    findings["language"] = [Finding(language.guess(whole), "the letters of the text")]
    return Article("text", findings["language"][0].value, blocks, findings, asides, doubts, remarks=remarks)


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    empty = 0
    for raw in re.split(r"\r\n|[\n\r\x0b\x0c\x85]", text):
        words = tidy(raw)
        if not words:
            empty += 1
            continue
        if found:
            found[-1] = replace(found[-1], after=empty)
        over = found[-1] if found and not empty and _UNDERLINED.fullmatch(words) else None
        if over and not _MARKED.fullmatch(over.text) and _is_short(over, _TITLE_WIDTH):
            found[-1] = replace(over, text=f"{'#' if words[0] == '=' else '##'} {over.text}")
            continue
        found.append(Line(words, empty if found else -1, -1, bool(_INDENTED.match(raw))))
        empty = 0
    return found


def _unwrapped(lines: Sequence[Line]) -> tuple[Sequence[Line], bool]:
    """The lines with those of one paragraph joined, where the text was broken at a fixed width."""
    inner = [line for line in lines if line.after == 0]
    longest = max((language.width(line.text) for line in lines), default=0)
    full = [line for line in inner if language.width(line.text) > longest * 0.7 and not _ITEM.fullmatch(line.text)]
    broken = [line for line in full if not language.ends_sentence(line.text)]
    if longest > 120 or len(inner) < 3 or len(full) < len(inner) * 0.6 or len(broken) < len(full) * 0.5:
        return lines, False
    joined: list[Line] = []
    previous = 0
    for line in lines:
        starts = _MARKED.fullmatch(line.text) or _ITEM.fullmatch(line.text)
        goes_on = line.before == 0 and previous > longest * 0.6 and not starts
        if joined and goes_on and not _MARKED.fullmatch(joined[-1].text):
            last = joined[-1].text
            wide = last[-1] >= "\u2e80" or line.text[0] >= "\u2e80"
            joined[-1] = Line(f"{last}{'' if wide else ' '}{line.text}", joined[-1].before, line.after)
        else:
            joined.append(line)
        previous = language.width(line.text)
    return joined, True


def _set_apart(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Aside], dict[str, list[Finding]]]:
    """The article's lines; the title, what the site says of the article and its other words at both ends; findings."""
    last = _before_related(lines)
    texts = [line.text for line in lines[:last]]
    passed = [is_chrome(text) for text in texts]
    top = next((index for index, text in enumerate(texts) if not passed[index] and not credit(text)), None)
    if top is not None and (_MARKED.fullmatch(texts[top]) or _is_short(lines[top], _TITLE_WIDTH)):
        passed[top] = True
    credited = credits_at_ends(texts, passed)
    findings: dict[str, list[Finding]] = {}
    reasons = {index: item.reason for index, item in credited.items()}
    reasons |= dict.fromkeys(range(last, len(lines)), _AFTER)
    first, last = _ends(lines, reasons)
    if _is_title(lines, first, last, credited):
        marked = _MARKED.fullmatch(lines[first].text)
        findings["title"] = [Finding(marked["words"] if marked else lines[first].text, "the first line")]
        reasons[first] = TITLE
        _ends(lines, reasons)
    for name, finding in told(credited.values()):
        findings.setdefault(name, []).append(finding)
    asides = [Aside(lines[index].text, reason) for index, reason in sorted(reasons.items())]
    return [line for index, line in enumerate(lines) if index not in reasons], asides, findings


def _before_related(lines: Sequence[Line]) -> int:
    """Where a list of related articles begins, which goes to the end; the number of lines where there is none."""
    last = len(lines)
    while last and (is_chrome(lines[last - 1].text) or credit(lines[last - 1].text)):
        last -= 1
    for index in range(max(1, last - 15), last):
        tail = lines[index + 1 : last]
        heads = _RELATED.fullmatch(lines[index].text) and is_chrome(lines[index].text)
        if heads and not any(language.ends_sentence(line.text) for line in tail):
            return index
    return len(lines)


def _ends(lines: Sequence[Line], reasons: dict[int, str]) -> tuple[int, int]:
    """Where the lines begin and end that have no reason to be set aside; the site's own words get theirs here."""
    first, last = 0, len(lines)
    while last and (last - 1 in reasons or is_chrome(lines[last - 1].text)):
        last -= 1
        reasons.setdefault(last, _AFTER)
    while first < last and (first in reasons or is_chrome(lines[first].text)):
        reasons.setdefault(first, "the site’s own words before the article")
        first += 1
    return first, last


def _is_title(lines: Sequence[Line], first: int, last: int, credited: Mapping[int, Credit]) -> bool:
    """Whether the first line is the title: marked as such, or short and apart from what follows, or not indented."""
    if last - first < 2:
        return False
    if marked := _MARKED.fullmatch(lines[first].text):
        return len(marked["hashes"]) == 1 and _is_only_top(lines[first:last])
    return _is_short(lines[first], _TITLE_WIDTH) and (
        lines[first].after > 0
        or (lines[first + 1].is_indented and not lines[first].is_indented)
        or not credited.keys().isdisjoint((first + 1, first + 2))
    )


def _is_only_top(lines: Sequence[Line]) -> bool:
    """Whether no other heading is marked as high as the first line."""
    return not any((found := _MARKED.fullmatch(line.text)) and len(found["hashes"]) == 1 for line in lines[1:])


def _blocks(lines: Sequence[Line]) -> tuple[list[Block], list[Doubt]]:
    spaced = any(line.after > 0 for line in lines)
    # Where an empty line stands between all paragraphs, one says nothing of a heading, but two do.
    usual = 1 if lines and sum(line.after > 0 for line in lines) * 2 > len(lines) else 0
    listed = _guessed_items(lines)
    spoken = _is_dialogue(lines)
    blocks: list[Block] = []
    doubts: list[Doubt] = []
    for index, line in enumerate(lines):
        marked, item = _MARKED.fullmatch(line.text), _ITEM.fullmatch(line.text)
        if item and spoken and _SPEECH.match(line.text):
            item = None
        if marked:
            blocks.append(_block("heading", marked["words"], level=len(marked["hashes"])))
        elif item:
            blocks.append(_block("item", item["words"]))
        elif index in listed:
            blocks.append(_block("item", line.text, why="one of several lines after a colon"))
        elif _CAPTION.fullmatch(line.text) and language.width(line.text) <= _ITEM_WIDTH:
            blocks.append(_block("caption", line.text, why="begins as captions do"))
        elif spaced and 0 < index < len(lines) - 1 and _looks_like_heading(line, lines[index + 1], usual):
            blocks.append(_block("heading", line.text, level=2, why="short, without a full stop, between empty lines"))
        elif usual == 0 and line.before >= 2 and line.after == 0 and _is_short(line) and not language.ends(line.text):
            blocks.append(_block("caption", line.text, why="short, and a gap above it where a picture may have stood"))
        else:
            blocks.append(_block("paragraph", line.text))
            if 0 < index < len(lines) - 1 and _is_short(line, 50) and _asks(line.text):
                doubts.append(Doubt("may be a heading; if it is, begin its line with “# ” and import again", line.text))
    return blocks, doubts


def _block(kind: Kind, words: str, level: int = 0, why: str = "") -> Block:
    return Block(kind, (Span(words),), level, why)


def _is_short(line: Line, limit: int = _HEADING_WIDTH) -> bool:
    return language.width(line.text) <= limit and not language.ends_sentence(line.text)


def _asks(text: str) -> bool:
    """Whether a line has what headings of news have: a question, or a colon within."""
    return bool(re.search(r"[?？]$|^[^:：,，。]{1,16}[:：]\S", text))


def _looks_like_heading(line: Line, following: Line, usual: int) -> bool:
    if not _is_short(line) or line.before <= 0 or line.after <= 0:
        return False
    if language.ends(line.text) and not re.search(r"[?？!！]$", line.text):
        return False
    longer = language.width(following.text) > language.width(line.text)
    quoted = re.match(r"[「『“\"‘«„(（]", line.text)
    return longer and not quoted and (line.before > usual or (usual == 1 and not re.search(r"[?？!！]$", line.text)))


def _is_dialogue(lines: Sequence[Line]) -> bool:
    """Whether the lines that begin with a hyphen are speech, as in Russian, French or Polish, and no items of a list.

    They are whole sentences, and in one of them the hyphen comes again before what the speaker does, or another asks.
    """
    begun = [line.text for line in lines if _SPEECH.match(line.text)]
    whole = sum(bool(re.search(r"[.!?…。！？][\"”»’')]*$", text)) for text in begun)
    within = sum(bool(re.search(r"[,.!?…] [-–—] \w", text[2:])) for text in begun)
    asked = sum("?" in text for text in begun)
    return bool(begun) and whole * 5 >= len(begun) * 4 and (within > 0 or (asked > 0 and whole == len(begun) > asked))


def _guessed_items(lines: Sequence[Line]) -> set[int]:
    """Lines that follow one that ends with a colon: at least two, all short, none with a full stop but after `;`."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if not re.search(r"[:：]$", line.text):
            continue
        end = index + 1
        while end < len(lines) and language.width(lines[end].text) <= _ITEM_WIDTH and lines[end].before <= 1:
            text = lines[end].text
            after_semicolon = end > index + 1 and re.search(r"[;；]$", lines[end - 1].text)
            if re.search(r"[;；]$", text) or not language.ends(text):
                end += 1
                continue
            end += 1 if after_semicolon and language.ends_sentence(text) else 0
            break
        if end - index > 2 and not any(_NUMBERED.match(line.text) for line in lines[index + 1 : end]):
            found.update(range(index + 1, end))
    return found
