# ruff: noqa: E501
"""Inputs for the targets: real files, and changes of them as people, editors and attackers make them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.fuzz.targets import EDITION, PATHS, SECTIONS

PAYLOADS = (EDITION.parent.parent / "hostile/payloads.txt").read_text(encoding="utf-8").splitlines()
SIGNS = [
    *"\t|\r|\x00|\x07|\x1b[31m|\x85|\u2028|\u202e|\u200b|\ufeff|\ufffe|\U0010ffff|e\u0301|\u0301|𠮷|😀|👨\u200d👩\u200d👧|：|，|“|”|「|。".split("|"),
    *"- |: |? |& |* |! |% |@ |` |#|> |>-\n|>+2\n|{|}|[|]|,|'|\"|\\|\\x|\\u202e|\\ud800|---|...|~|=|<<: |&a |*a|!!python/object |%YAML 1.9\n".split("|"),
    *"no,null,0x1F,1_000,1e999,.inf,2026-02-30,0000-00-00,9999-99-99,2026-01-06T00:00:00Z,190:20:30".split(","),
    "|\n  x", "|2\n x", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "  ", "\n", "\n\n", "走了", "<", "</p>", "<p>",
    "<br>", "<!--", "-->", "<![CDATA[", "&amp;", "&#x110000;", "&#0;", "&", "<table>", "<ruby>走<rt>zǒu</rt></ruby>",
    "<pre>", "<a href=#>", "<h1>", "<p id=x>", "<script>", "</script>", "<svg>", "<li>", "<body>", "</body>", "\xff",
]  # fmt: skip


def seeds(target: str) -> list[bytes]:
    """Real inputs of a target."""
    notes = [(EDITION / path).read_bytes() for path in PATHS]
    sections = [(EDITION / path).read_bytes() for path in SECTIONS]
    if target == "reading":
        return [bytes([index]) + note for index, note in enumerate(notes)]
    if target == "weaving":
        return [bytes([index]) + note for index, note in enumerate(notes + sections)]
    if target == "anchoring":
        html = "<h1>标题</h1>\n<p>走了，<b>又</b>走了。</p>\n<ul>\n<li>一</li>\n<li>二 OpenAI&amp;</li>\n</ul>\n"
        return [f"{html}\0走了\0\0。".encode(), f"{html}\0又走了。 一\0，\0".encode(), f"{html}\0OpenAl\0".encode()]
    if target == "editing":
        return [bytes([index]) + f"{'x' * index}\0a: value\0".encode() + note for index, note in enumerate(notes)]
    if target == "moving":
        return [bytes([index]) + b"<p>" + section + b"</p>" for index, section in enumerate(sections)]
    page = "<html><title>T</title><body><nav>a</nav><article><h1>标题</h1><p><b>一</b></p><p>走了<br>又走了。</p></article>"
    return [b"\0" + section for section in sections] + [b"\1" + page.encode()]


def changed(data: bytes, random: Random, others: list[bytes]) -> bytes:
    """The input after one to six changes."""
    for _ in range(random.randint(1, 6)):
        data = random.choice(_CHANGES)(data, random, others)
    return data


def _sign(data: bytes, random: Random, _: list[bytes]) -> bytes:
    at = random.randint(0, len(data))
    sign = random.choice(SIGNS) if random.random() < 0.8 else random.choice(PAYLOADS)
    return data[:at] + sign.encode("utf-8", "surrogatepass") + data[at + random.choice([0, 0, 1, 3]) :]


def _line(data: bytes, random: Random, others: list[bytes]) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    way = random.randrange(5)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines.insert(at, lines[random.randrange(len(lines))])
    elif way == 2:
        lines[at] = b" " * random.randint(1, 5) + lines[at].lstrip()
    elif way == 3:
        lines.insert(at, random.choice(random.choice(others).split(b"\n")))
    else:
        key, colon, _ = lines[at].partition(b": ")
        lines[at] = key + colon + random.choice(SIGNS).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _byte(data: bytes, random: Random, _: list[bytes]) -> bytes:
    at = random.randrange(len(data) or 1)
    return data[:at] + random.randbytes(random.randint(1, 3)) + data[at + 1 :]


def _cut(data: bytes, random: Random, _: list[bytes]) -> bytes:
    start, end = sorted((random.randint(0, len(data)), random.randint(0, len(data))))
    return data[:start] + data[end:] if random.random() < 0.7 else data[:end]


def _again(data: bytes, random: Random, _: list[bytes]) -> bytes:
    """A piece that stands many times: what takes more than its share of time shows."""
    start = random.randint(0, len(data))
    piece = data[start : start + random.randint(1, 12)] or random.choice(SIGNS).encode("utf-8", "surrogatepass")
    return data[:start] + piece * random.choice([2, 3, 50, 2000]) + data[start:]


_CHANGES: list[Callable[[bytes, Random, list[bytes]], bytes]] = [_sign, _sign, _line, _line, _byte, _cut, _again]
