"""OpenCC, and as a program of its own: its phrases take 40 MB, which are given back where that ends.

As a program it reads a list of texts from standard input and writes what they are in the other characters, as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache


@cache
def converter(way: str) -> Callable[[str], str]:
    """What converts a text one way, such as `tw2s`; a text may come out longer or shorter."""
    import opencc  # here, since only editions in Chinese wait for it

    convert: Callable[[str], str] = opencc.OpenCC(way).convert
    return convert


def in_step(way: str, text: str) -> str:
    """The text converted, of which each character is in the place of its own."""
    convert = converter(way)
    found = convert(text)
    if len(found) == len(text):
        return found
    signs = [(sign, convert(sign)) for sign in text]  # a phrase is written otherwise altogether
    return "".join(there if len(there) == 1 else here for here, there in signs)


def all_in_step(way: str, texts: Sequence[str]) -> list[str]:
    """The same of many texts, by a process of its own."""
    command = [sys.executable, "-P", __file__, way]
    asked = json.dumps([sys.path, [*texts]])
    done = subprocess.run(  # noqa: S603 - ourselves
        command, input=asked, stdout=subprocess.PIPE, encoding="ascii", check=True
    )
    found: list[str] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    sys.path[:], asked = json.load(sys.stdin)
    json.dump([in_step(sys.argv[1], text) for text in asked], sys.stdout)
