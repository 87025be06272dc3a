"""Passages like a short quote, in which every character tells.

Who types Chinese by its sound picks a word that sounds the same (登陆 for 登录), and some signs are taken for their
look-alikes (己 for 已); a traditional character sounds as its simplified one does. All of these count as nearly the
same. The sounds are looked up only where a quote was not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from edition.text import NARROW, SectionText, has_han, is_whole

SHORT = 5
"""A quote of no more characters is short."""
_NEAR, _SURE = 0.65, 0.8
"""From the first likeness a passage may be proposed; below the second only where few are as like."""
_NEAR_OF_TWO = 0.92
"""Of two characters one is the same, or both have the same sound and tone."""
_SOUND_AND_TONE, _ALIKE = 0.95, 0.9
"""How like two characters are that differ, but sound or (the second) look alike, or sound alike but for the tone."""
_SPREAD = 0.1
"""A passage that is so much less like than the best is not worth telling."""
_LOOK_ALIKES = (
    "己已巳 未末 土士 日曰 人入八 戊戌戍 千干 天夭 今令 折拆 侯候 辩辨辫 拔拨 博搏 燥躁 大太犬 刀力 "
    "享亨 晴睛 情清 徒徙 崇祟 券卷 竞竟 免兔 茶荼 析折 坐座 遣遗 盲肓 幻幼 历厉 陈阵 没设 住往 暧暖"
).split()
_PLAIN = {**NARROW, 0x201C: '"', 0x201D: '"'}


class Alike(NamedTuple):
    """A passage of a section, and how like it is (0 to 1)."""

    likeness: float
    text: SectionText
    start: int
    end: int


def fold(text: str) -> str:
    """The text with signs in one width, and straight quotation marks; every character stays one, so offsets hold."""
    return text.translate(_PLAIN)


def passages_like(wanted: str, texts: Iterable[SectionText], limit: int) -> list[Alike]:
    """The passages most like a short, folded quote, best first; of the same words only the first. A sign has none."""
    if len(wanted) < 2:
        return []
    found = sorted(
        (item for number, text in enumerate(texts) for item in _in_section(wanted, text, number)),
        key=lambda item: item[0],
    )
    chosen: dict[str, Alike] = {}
    for _, passage in found:
        words = passage.text.flat[passage.start : passage.end]
        overlaps = any(
            passage.text is other.text and passage.start < other.end and other.start < passage.end
            for other in chosen.values()
        )
        if not overlaps and not any(words in better for better in chosen):
            chosen[words] = passage
    best = max((passage.likeness for passage in chosen.values()), default=0.0)
    near = [passage for passage in chosen.values() if passage.likeness >= best - _SPREAD]
    if best < _SURE and len(near) > limit:  # as like as many others is like none
        return []
    return near[:limit]


def _in_section(wanted: str, text: SectionText, number: int) -> Iterator[tuple[tuple[float, int, int, int], Alike]]:
    """The section's passages that are near enough, each with what it is sorted by."""
    flat, size = fold(text.flat), len(wanted)
    near = _NEAR_OF_TWO if size == 2 else _NEAR
    best = {sign: max(likeness(own, sign) for own in wanted) for sign in set(flat)}
    sums = list(accumulate((best[sign] for sign in flat), initial=0.0))
    for length in range(size - 1, size + 2):
        needed = near * max(size, length)  # what is not near by all its characters is not so by those in order
        for start in range(len(flat) - length + 1):
            end = start + length
            if sums[end] - sums[start] < needed or not _is_passage(wanted, text, start, end):
                continue
            score = _score(wanted, flat[start:end])
            if score >= near:
                yield (-score, abs(length - size), number, start), Alike(score, text, start, end)


def _is_passage(wanted: str, text: SectionText, start: int, end: int) -> bool:
    """Whether the range begins and ends as a quote would: not in a Latin word, nor with a sign, nor in two blocks."""
    flat = text.flat
    if "\n" in text.text[start:end]:
        return False
    for own, edge in ((wanted[0], start), (wanted[-1], end - 1)):
        if own.isalnum() and not flat[edge].isalnum():
            return False
    return is_whole(flat, start, end)


def _score(wanted: str, other: str) -> float:
    """How like two texts are, 0 to 1, by the edits that lead from one to the other; a like sign is a small one."""
    row = [float(number) for number in range(len(other) + 1)]
    for own in wanted:
        before, row = row, [row[0] + 1]
        for column, sign in enumerate(other):
            edits = (before[column] + 1 - likeness(own, sign), before[column + 1] + 1, row[column] + 1)
            row.append(min(edits))
    return 1 - row[-1] / max(len(wanted), len(other))


@cache
def likeness(one: str, other: str) -> float:
    """How like two characters are: 1 for the same, less in another case, sound or look, else 0."""
    if one == other:
        return 1.0
    sound, toneless = _reading(one)
    if sound and sound == _reading(other)[0]:
        return _SOUND_AND_TONE
    alike = one.casefold() == other.casefold() or any(one in group and other in group for group in _LOOK_ALIKES)
    return _ALIKE if alike or (toneless and toneless == _reading(other)[1]) else 0.0


@cache
def _reading(sign: str) -> tuple[str, str]:
    """How a Han character is first of all read, with its tone and without; nothing for another sign."""
    if not has_han(sign):
        return "", ""
    from pypinyin import Style, lazy_pinyin  # large, and seldom needed

    toned = "".join(lazy_pinyin(sign, style=Style.TONE3, errors="ignore"))
    return toned, "".join(lazy_pinyin(sign, style=Style.NORMAL, errors="ignore"))
