"""What no end of a line parts in English: a day and its month, a figure and its unit, an initial and its name.

What somebody wrote is kept together by an element, not by other signs, so that it is copied and searched as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from edition.publishing.fragments import around
from edition.reading import MONTHS

_LONGEST = 18
"""Characters: what is longer may be wider than the column."""
_UNITS = (
    "% percent thousand million billion trillion k m bn a.m. p.m. am pm KB MB GB TB mm cm km kg px pt MW GW kWh".split()
)
_NUMBERED = "No. Nos. no. p. pp. vol. ch. Fig. USD EUR RMB HSK paragraph section chapter part level version".split()
_TITLES = "Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Prof. St.".split()


def _after(words: Iterable[str]) -> str:
    """The pattern of a place behind one of the words and a space."""
    return "|".join(rf"(?<=\b{re.escape(word)}[ \n])" for word in words)


_GAP = re.compile(
    rf"""[ \n-](?=[\dA-Z–—…]|(?<=\d[ \n]))(?:                     # as a rule none of these
      (?<=\d[ \n])(?=(?:{"|".join(map(re.escape, (*MONTHS, *_UNITS, "per cent")))})(?!\w))
    | (?=\d)(?: (?<=[§¶$€£¥][ \n]) | {_after(_NUMBERED)}
        | (?:{_after(MONTHS)})(?=\d\d?(?!\d))
        | (?<=[A-Za-z][ \n])(?=\d+\.\d)                        # Opus 4.5
        | (?<=[A-Za-z]-))                                       # GPT-4: some engines part it
    | (?=[A-Z])(?: (?<=\b[A-Z]\.[ \n]) | {_after(_TITLES)})      # an initial, a title
    | (?<=[^\s–—][ \n])(?=[–—](?:\s|$)|…)                      # a dash begins no line, nor does what was left out
    )""",
    re.X,
)
_SPACE = re.compile(r"\s")
_OPTION = re.compile(rf"(?<![\w-])--?[a-z][\w-]{{0,{_LONGEST - 3}}}(?![\w-])")


def unbroken(text: str) -> str:
    """English text, escaped already, as HTML in which what belongs together stays on one line; no character changes."""
    html, done = "", 0
    for start, end in _runs(text):
        if end - start <= _LONGEST:
            html += text[done:start] + text[start:end].join(around("unbroken"))
            done = end
    return html + text[done:]


def day_unbroken(date: str) -> str:
    """A date in words, which the page itself says, with a space between day and month that no line ends at.

    An element about each would weigh more than the dates.
    """
    day, _, rest = date.partition(" ")
    return f"{day}\N{NO-BREAK SPACE}{rest}" if rest and day.isdecimal() else date


def unbroken_code(text: str) -> str:
    """Code, escaped already, as HTML in which no option of a command is parted at its hyphens."""
    return _OPTION.sub(lambda option: option[0].join(around("unbroken")), text)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the words reach that stand about one gap, or about several that follow one another."""
    gaps = {gap.start() for gap in _GAP.finditer(text)}
    end = 0
    for gap in sorted(gaps):
        if gap < end:
            continue
        least = max(end, gap - _LONGEST)
        start = max(least, *(text.rfind(space, least, gap) + 1 for space in " \n"))
        end = next((at.start() for at in _SPACE.finditer(text, gap + 1) if at.start() not in gaps), len(text))
        yield start, end
