"""The stylesheet without what no page of the site can come to use: a theme is made for every site, and the edition's
part of it for every article.

What is used is taken from the site itself (used.py). A selector goes if it asks for a name that is none of these; a
declaration, if it names a variable or an animation that nothing left reads. What is not understood stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from edition_mkdocs.used import ESCAPED, NAME, Used, words_of_script

_PIECE = re.compile(
    r"""(?P<skip>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*.*?\*/|url\([^"')]*\)|\\.)
    |\{(?P<body>[^{}"'/\\]*)\}  # as most are
    |(?P<sign>[{};])""",
    re.S | re.X,
)
_SELECTOR = re.compile(
    rf"""(?P<class>\.{NAME})|(?P<id>\#{NAME})|\[(?P<data>data-[\w-]+)?[^\]="']*(?:[~|^$*]?=(?P<value>"[^"]*"|'[^']*'|[^\]\s]*)[^\]]*)?\]
    |(?P<pseudo>::?{NAME})|(?P<type>(?<![\w.#:-]){NAME})""",
    re.X,
)
_HYPHEN = re.compile(r"-(\w)")
_COMBINATOR = re.compile(r"[ >+~]+")
_NO_END = r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')]*\)|\\.)|[()\[\]]|"""
"""What is passed over, and brackets, before the sign that ends a part."""
_ASKED = ("[type", "[for", "[role", "[dir", "[lang", "[data-md-")
"""How those attributes begin of which it is known what they say."""
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("@media", "@supports", "@layer", "@container")


class Rule(NamedTuple):
    """What stands before a brace, and what within: text of declarations, or the rules of a group."""

    head: str
    body: str | list[Rule]


def purge(site: Path, style: str, used: Used) -> None:
    """Purge the stylesheet at this path of a built site; not where a page loads a script that is not the site's."""
    if any("//" in address for address in used.scripts):
        return
    path = site / style
    loaded = {address.rpartition("/")[2] for address in used.scripts}
    paths = [one for one in site.rglob("*.js") if one.name in loaded or one.parent == site / "assets"]
    scripts = [_said(one) for one in paths]
    others = [_said(one) for one in site.rglob("*.css") if one != path]
    names = frozenset(used.names.union(*map(words_of_script, scripts)))
    read = frozenset().union(*map(variables_in, [*scripts, *others]))
    path.write_text(purged(path.read_text("utf-8"), names, read), encoding="utf-8")


def _said(path: Path) -> str:
    """What a file of the site says, in any encoding: names and variables are ASCII. A folder says nothing."""
    return path.read_text("utf-8", errors="replace") if path.is_file() else ""


@lru_cache(maxsize=8)
def purged(css: str, used: frozenset[str], read: frozenset[str] = frozenset()) -> str:
    """The stylesheet without what asks for other names than those `used`.

    Other stylesheets, and scripts, `read` variables of it.
    """
    rules = [*_kept(_rules(css), cache(partial(_is_possible, used)))]
    while True:
        text = _written(rules)
        needed = {*_VARIABLE.findall(text), *read}
        fewer = [*_needed(rules, needed, text)]
        if fewer == rules:
            return text
        rules = fewer


def variables_in(text: str) -> set[str]:
    """The variables that a stylesheet, a script or a page names."""
    return set(re.findall(r"--[\w-]+", text))


def _rules(css: str) -> list[Rule]:
    """The rules of a stylesheet, in order; a statement without braces has no body."""
    stack: list[list[Rule]] = [[]]
    heads: list[tuple[str, int]] = []
    start = 0
    for piece in _PIECE.finditer(css):
        _, body, sign = piece.groups()
        if body is not None:
            head = css[start : piece.start()].strip()
            stack[-1].append(Rule(head, (head.startswith(_GROUPS) and _rules(body)) or body))
            start = piece.end()
        elif sign == "{":
            heads.append((css[start : piece.start()].strip(), piece.end()))
            stack.append([])
            start = piece.end()
        elif sign == "}" and heads:
            head, begin = heads.pop()
            within = stack.pop()
            grouped = within and head.startswith(_GROUPS)
            stack[-1].append(Rule(head, within if grouped else css[begin : piece.start()]))
            start = piece.end()
        elif sign == ";" and not any(not head.startswith(_GROUPS) for head, _ in heads):
            stack[-1].append(Rule(f"{css[start : piece.end()].strip()}", ""))
            start = piece.end()
    return stack[0]


def _kept(rules: Iterable[Rule], is_possible: Callable[[str], bool]) -> Iterator[Rule]:
    for rule in rules:
        if isinstance(rule.body, list):
            if within := [*_kept(rule.body, is_possible)]:
                yield Rule(rule.head, within)
        elif rule.head.startswith("@"):
            yield rule
        else:
            selectors = [one for one in _parts(rule.head, ",") if all(map(is_possible, _compounds(one)))]
            if selectors:
                yield Rule(",".join(selectors), ";".join(_parts(rule.body, ";")))


def _compounds(selector: str) -> list[str]:
    """What the selector asks of each element, most of which others ask as well; what stands in brackets of `:not` and
    the like may be other than it says."""
    bare = _outside_brackets(selector) if "(" in selector else selector
    return [bare] if "[" in bare or "\\" in bare else _COMBINATOR.split(bare)


def _is_possible(used: frozenset[str], compound: str) -> bool:
    """Whether all that is asked for is among the names."""
    for found in _SELECTOR.finditer(compound):
        name = (found["class"] or found["id"] or "")[1:] or (found["type"] or "").lower()
        if found["data"] and used.isdisjoint((found["data"], _in_script(found["data"]))):
            return False
        value = found[0].startswith(_ASKED) and "=" in found[0] and (found["value"] or "").strip("\"'")
        if name and ESCAPED.sub(r"\1", name) not in used:
            return False
        if value and "|=" in found[0]:
            if not any(one == value or one.startswith(f"{value}-") for one in used):
                return False
        elif value and not re.search(r"[\^$*]=", found[0]) and not used.issuperset(value.split()):
            return False
    return True


def _in_script(attribute: str) -> str:
    """The name under which a script's `dataset` has it."""
    return _HYPHEN.sub(lambda found: found[1].upper(), attribute.removeprefix("data-"))


def _outside_brackets(selector: str) -> str:
    """The selector without the arguments of its pseudo-classes."""
    kept, depth = [], 0
    for piece in re.split(r"([()])", selector):
        if piece == ")":
            depth -= 1
        elif piece == "(":
            depth += 1
        elif not depth:
            kept.append(piece)
    return "".join(kept)


def _needed(rules: Iterable[Rule], variables: set[str], text: str) -> Iterator[Rule]:
    """The rules without variables that nothing reads, and without animations that nothing plays."""
    for rule in rules:
        if isinstance(rule.body, list):
            yield Rule(rule.head, [*_needed(rule.body, variables, text)])
        elif rule.head.startswith("@"):
            name = rule.head.partition(" ")[2]
            if not rule.head.startswith(("@keyframes", "@-webkit-keyframes")) or text.count(name) > text.count(
                rule.head
            ):
                yield rule
        elif "--" not in rule.body or "{" in rule.body:  # rules within a rule stay as they are
            if rule.body:
                yield rule
        else:
            declarations = [
                one for one in _parts(rule.body, ";")
                if not (name := one.partition(":")[0].strip()).startswith("--") or name in variables
            ]  # fmt: skip
            if declarations:
                yield Rule(rule.head, ";".join(declarations))


def _parts(text: str, sign: str) -> list[str]:
    """The parts between signs that stand in no brackets and in no quotation."""
    parts, depth, start = [], 0, 0
    for found in re.finditer(_NO_END + sign, text, re.S):
        if found[0] in "([":
            depth += 1
        elif found[0] in ")]":
            depth -= 1
        elif found[0] == sign and not depth:
            parts.append(text[start : found.start()].strip())
            start = found.end()
    return [part for part in (*parts, text[start:].strip()) if part]


def _written(rules: Sequence[Rule]) -> str:
    return "".join(
        f"{rule.head}{{{_written(rule.body) if isinstance(rule.body, list) else rule.body}}}"
        if rule.body
        else rule.head
        for rule in rules
    )
