"""The stylesheet without what no page of the site can come to use: a theme is made for every site, and the edition's
part of it for every article.

What is used is taken from the site itself: the names in its pages, and every word of the scripts that these load, since
a script may set any name that it holds. A selector goes if it asks for a name that is none of these; a declaration, if
it names a variable or an animation that nothing left reads. What is not understood stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

_ELEMENT = re.compile(r"<([a-zA-Z][\w-]*)")
_ATTRIBUTES = [
    re.compile(rf"""{name}(?<=\s{name}){rest}\s*=\s*["']?([^"'>]*)""")  # a search for letters is a fast one
    for name, rest in (*((one, "") for one in "id for role class type dir lang".split()), ("data-md-", "[a-z-]+"))
]
_NAMED, _SAID = _ATTRIBUTES[:3], _ATTRIBUTES[3:]
_INLINE = re.compile(r"<script\b(?![^>]*\bld\+json\b)[^>]*>(.*?)</script>", re.S)
_SCRIPT = re.compile(r"""<script\b[^>]*?src=["']?([^"'\s>]+)""")
_WORD = re.compile(r"[\w-]+")
_PIECE = re.compile(
    r"""(?P<skip>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*.*?\*/|url\([^"')]*\)|\\.)
    |\{(?P<body>[^{}"'/\\]*)\}  # as most are
    |(?P<sign>[{};])""",
    re.S | re.X,
)
_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\.)+"
_SELECTOR = re.compile(
    rf"""(?P<class>\.{_NAME})|(?P<id>\#{_NAME})|\[[^\]="']*(?:[~|^$*]?=(?P<value>"[^"]*"|'[^']*'|[^\]\s]*)[^\]]*)?\]
    |(?P<pseudo>::?{_NAME})|(?P<type>(?<![\w.#:-]){_NAME})""",
    re.X,
)
_HASH = re.compile(rf"""(?:\#|\[(?:for|role)=["']?)({_NAME})""")
_ESCAPED = re.compile(r"\\(.)")
_COMBINATOR = re.compile(r"[ >+~]+")
_QUOTED = re.compile(r"""["'\\]|url\(""")
_AT_ONCE = 500_000
_ASKED = ("[type", "[for", "[role", "[dir", "[lang", "[data-md-")
"""How those attributes begin of which it is known what they say."""
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("@media", "@supports", "@layer", "@container")


class Rule(NamedTuple):
    """What stands before a brace, and what within: text of declarations, or the rules of a group."""

    head: str
    body: str | list[Rule]


@dataclass
class Used:
    """What the pages of a site use, page after page."""

    asked: frozenset[str] = frozenset()
    """The ids and roles that the stylesheets ask for: a site has some ten thousand others."""
    names: set[str] = field(default_factory=set)
    """Elements, classes, ids, and what the theme's attributes say: all that a selector may ask for."""
    scripts: set[str] = field(default_factory=set)
    """The addresses of the scripts that they load, or may come to load."""
    _seen: set[str] = field(default_factory=set)
    _about: set[str] = field(default_factory=set)
    """What stood about the article of some page, and stands about that of most: a navigation names every page."""

    def add(self, page: str) -> None:
        """Take in the names of a page, and those in the scripts that it holds itself."""
        for stretch in self._new_in(page):
            self._add(stretch)

    def _add(self, html: str) -> None:
        for part in _parts_of(html):
            self.names.update(map(str.lower, set(_ELEMENT.findall(part)) - self.names))
            self.names |= self.asked.intersection(chain.from_iterable(one.findall(part) for one in _NAMED))
            said = {text for attribute in _SAID for text in attribute.findall(part)}
            for text in said - self.names - self._seen:
                words = text.split()
                self.names.update(words)
                if words != [text]:
                    self._seen.add(text)
        for script in set(_INLINE.findall(html)) - self._seen:
            self._seen.add(script)
            self.names |= words_in(script)
        self.scripts.update(_SCRIPT.findall(html))

    def _new_in(self, page: str) -> Iterator[str]:
        """The page without what stood about an article before, but for the ends of its scripts."""
        begins, ends = page.find("<article"), page.rfind("</article>")
        if not 0 <= begins < ends or len(page) > _AT_ONCE:  # a copy of a long one weighs more than it saves
            yield page
            return
        pieces = f"{page[:begins]}>\n{page[ends:]}".split(">\n")
        new = [piece for piece in pieces if piece not in self._about or "script" in piece]
        self._about.update(new)
        yield ">\n".join(new)
        yield page[begins:ends]


def ids_in(css: str) -> set[str]:
    """The ids, and the roles, that a stylesheet may ask for."""
    return {_ESCAPED.sub(r"\1", name) for name in _HASH.findall(css)}


def _parts_of(page: str) -> Iterator[str]:
    """The page, cut behind tags: what is found in a long one all at once weighs more than the page."""
    start = 0
    while start < len(page):
        end = page.find(">", start + _AT_ONCE) + 1 or len(page)
        yield page[start:end]
        start = end


def words_in(script: str) -> set[str]:
    """Every word of a script: it may set any of them."""
    return set(_WORD.findall(script))


def purge(site: Path, style: str, used: Used) -> None:
    """Purge the stylesheet at this path of a built site; not where a page loads a script that is not the site's."""
    if any("//" in address for address in used.scripts):
        return
    path = site / style
    loaded = {address.rpartition("/")[2] for address in used.scripts}
    paths = [one for one in site.rglob("*.js") if one.name in loaded or one.parent == site / "assets"]
    scripts = [_said(one) for one in paths]
    others = [_said(one) for one in site.rglob("*.css") if one != path]
    names = frozenset(used.names.union(*map(words_in, scripts)))
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
        value = found[0].startswith(_ASKED) and "=" in found[0] and (found["value"] or "").strip("\"'")
        if name and _ESCAPED.sub(r"\1", name) not in used:
            return False
        if value and "|=" in found[0]:
            if not any(one == value or one.startswith(f"{value}-") for one in used):
                return False
        elif value and not re.search(r"[\^$*]=", found[0]) and not used.issuperset(value.split()):
            return False
    return True


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
    if not _QUOTED.search(text):
        whole, held = [], ""
        for piece in text.split(sign):
            held += piece
            if held.count("(") + held.count("[") > held.count(")") + held.count("]"):
                held += sign
            else:
                whole.append(held.strip())
                held = ""
        return [*filter(None, (*whole, held.strip()))]
    parts, depth, start = [], 0, 0
    for found in re.finditer(
        r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')]*\)|\\.)|[()\[\]]|""" + sign, text, re.S
    ):
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
