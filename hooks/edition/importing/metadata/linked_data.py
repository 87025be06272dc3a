"""The page's JSON-LD: the article among its nodes, in all forms that the format allows, with what they refer to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from lxml import html

Node = Mapping[str, Any]
_ARTICLE = re.compile(
    r"(?:https?://schema\.org/|schema:)?(?:[A-Z][A-Za-z]*)?(?:Article|Posting|Report|CreativeWork|Review|Recipe|Chapter)"
)
_PREFIX = re.compile(r"^(?:https?://schema\.org/|schema:)")
_MENDS: Sequence[Callable[[str], str]] = (
    str,
    lambda source: source.rstrip(";"),
    lambda source: re.sub(r"/\*.*?\*/|(?<=[\s,])//[^\n]*", "", source, flags=re.S),
    lambda source: re.sub(r",(\s*[}\]])", r"\1", source),
    unescape,
)
"""What makes JSON of what pages have in its place: without a stop, comments and commas too many, unescaped."""
_MAX_NODES = 5_000
_MAX_DEPTH = 12


def articles(document: html.HtmlElement) -> list[Node]:
    """The nodes that are articles, the main one first; a reference is the node that it refers to."""
    nodes: list[Node] = []
    for script in document.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            nodes += _nodes(_loaded(script.text or ""))
    by_id = {str(node["@id"]): node for node in reversed(nodes) if "@id" in node and len(node) > 1}
    found = [node for node in nodes if is_a(node, _ARTICLE)] or [node for node in nodes if node.get("@type") == "HowTo"]
    main = [str(item.get("@id")) for node in nodes for item in _each(node.get("mainEntity")) if isinstance(item, dict)]
    found.sort(key=lambda node: (str(node.get("@id")) not in main, "headline" not in node))
    return [_resolved(node, by_id) for node in found]


def is_a(node: object, kind: re.Pattern[str]) -> bool:
    """Whether one of the types of the node, which may be a list, is of the kind."""
    return isinstance(node, dict) and any(kind.fullmatch(str(name)) for name in _each(node.get("@type")))


def text(value: object) -> str:
    """A value as text: the first of a list, the `@value` or the `name` of a node."""
    for item in _each(value):
        if isinstance(item, dict):
            item = item.get("@value") or item.get("name")
            if isinstance(item, (dict, list)):
                item = text(item)
        if item not in (None, "", True, False):
            return str(item)
    return ""


def steps(recipe: Node) -> dict[str, list[str]]:
    """What a recipe takes, and how it or anything is made, item by item, each by its name in the data."""
    said = [*nodes_of(recipe.get("recipeInstructions")), *nodes_of(recipe.get("step"))]
    inner = [nodes_of(one.get("itemListElement")) if isinstance(one, dict) else () for one in said]
    parts = [part for one, within in zip(said, inner, strict=True) for part in (one, *within)]
    told = dict.fromkeys(text(one.get("text", one) if isinstance(one, dict) else one) for one in parts)
    takes = map(text, nodes_of(recipe.get("recipeIngredient")))
    return {"recipeIngredient": [*filter(None, takes)], "recipeInstructions": [*filter(None, told)]}


def nodes_of(value: object) -> Sequence[object]:
    """The items of a value that may be one or a list, or a list with `@list` or `@set`."""
    found: list[object] = []
    for item in _each(value):
        if isinstance(item, dict) and ("@list" in item or "@set" in item):
            found += _each(item.get("@list", item.get("@set")))
        else:
            found.append(item)
    return found


def plain(words: str) -> str:
    """The words without references that were escaped once too often."""
    for _ in range(3):
        again = unescape(words)
        if again == words:
            break
        words = again
    return words


def _loaded(source: str) -> object:
    source = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", source.strip())
    for mend in _MENDS:  # each what the others left
        source = mend(source).strip()
        try:
            return json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object, depth: int = 0) -> Iterator[Node]:
    """Every node within the value, the outer before the inner."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:_MAX_NODES]:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        node = {_PREFIX.sub("", key): item for key, item in value.items()}
        if "type" in node and "@type" not in node:
            node["@type"] = node["type"]
        yield node
        for item in list(node.values())[:_MAX_NODES]:
            if isinstance(item, (dict, list)):
                yield from _nodes(item, depth + 1)


def _resolved(node: Node, by_id: Mapping[str, Node]) -> Node:
    """The node with references, one deep, as what they refer to."""

    def of(value: object) -> object:
        if isinstance(value, list):
            return [of(item) for item in value]
        if isinstance(value, dict) and not {"name", "headline", "@value"} & value.keys() and "@id" in value:
            return by_id.get(str(value["@id"]), value)
        if isinstance(value, dict):
            return {_PREFIX.sub("", key): item for key, item in value.items()}
        return value

    return {key: of(value) for key, value in node.items()}


def _each(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
