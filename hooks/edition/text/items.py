"""What stands before the items of numbered lists, which browsers count only where an item is laid out as one."""

from __future__ import annotations

from dataclasses import dataclass

from edition.text.section import Leaf, SectionText

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(slots=True)
class _List:
    depth: int
    is_numbered: bool
    style: str
    step: int
    next: int


def item_numbers(text: SectionText) -> dict[int, str]:
    """By the index of the leaf with which an item of a numbered list begins, its number as a reader sees it."""
    found: dict[int, str] = {}
    if "<ol" not in text.html.lower():
        return found
    lists: list[_List] = []
    number, leaf = "", 0
    for index, line in enumerate(text.outline):
        if isinstance(line, Leaf):
            if number:
                found[leaf] = number
            number, leaf = "", leaf + 1
            continue
        if line.startswith("\t"):
            continue
        depth = len(line) - len(line.lstrip(" "))
        tag, *said = line.strip(" ").split(" ")
        while lists and lists[-1].depth >= depth:
            lists.pop()
        values = dict(value.partition("=")[::2] for value in said)
        if tag in ("ol", "ul"):
            turned = "reversed" in values
            start = int(values.get("start") or (_length(text.outline[index + 1 :], depth) if turned else 1))
            lists.append(_List(depth, tag == "ol", values.get("type", "1"), -1 if turned else 1, start))
        elif tag == "li" and lists:
            present = lists[-1]
            value = int(values.get("value") or present.next)
            present.next = value + present.step
            number = _written(value, present.style) if present.is_numbered else ""
    return found


def _length(lines: list[Leaf | str], depth: int) -> int:
    """How many items the list has whose items stand next."""
    count = 0
    for line in lines:
        if isinstance(line, Leaf) or line.startswith("\t"):
            continue
        if len(line) - len(line.lstrip(" ")) <= depth:
            break
        count += line.startswith(f"{' ' * (depth + 1)}li")
    return count


def _written(value: int, style: str) -> str:
    """A number in the list's style, as HTML's `type` has it: 1, a, A, i, I."""
    letters, rest = "", value
    if style in ("a", "A"):
        while rest > 0:
            rest, place = divmod(rest - 1, 26)
            letters = chr(ord("a") + place) + letters
    elif style in ("i", "I") and value < 4000:
        for worth, letter in _ROMAN:
            letters += letter * (rest // worth)
            rest %= worth
    return f"{(letters.upper() if style.isupper() else letters) or value}."
