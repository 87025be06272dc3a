"""The report of `edition links`: a table, Markdown for an issue, JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from edition.commands.linkcheck.states import STATES, LinkFinding, LinkState
from edition.commands.quoting import code, link

LONGEST = 60_000
"""Characters: GitHub takes 65,536 for an issue."""

_MEANING: dict[LinkState, str] = {
    "gone": "Gone",
    "unreachable": "Not to be reached",
    "moved": "Moved for good; the old address still leads there",
    "blocked": "Closed to programs; nothing is known to be broken",
    "ok": "In order",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A source and what was found at its address. `kept` is the copy that its file already names."""

    source: str
    file: str
    finding: LinkFinding
    kept: str = ""

    @property
    def is_broken(self) -> bool:
        """Whether a reader would find nothing: neither the page nor an archived copy of it."""
        return self.finding.state in ("gone", "unreachable") and not self.kept

    @property
    def to_write(self) -> str:
        """The line of YAML that would mend it, where one is known."""
        if self.is_broken and self.finding.archive:
            return f"archive: {_scalar(self.finding.archive)}"
        return f"URL: {_scalar(self.finding.to)}" if self.finding.state == "moved" and not self.finding.detail else ""


def _scalar(address: str) -> str:
    """The address as YAML: quoted where a sign in it could be read as YAML's own."""
    return json.dumps(address) if any(sign in address for sign in "#'\"\\") or address.endswith(":") else address


def in_order(links: Sequence[Link]) -> list[Link]:
    """The worst first, then by id."""
    return sorted(links, key=lambda item: (not item.is_broken, STATES.index(item.finding.state), item.source))


def counts(links: Sequence[Link]) -> str:
    """How many there are of each state."""
    of_state = Counter(item.finding.state for item in links)
    return ", ".join(f"{of_state[state]} {state}" for state in STATES if of_state[state]) or "no addresses"


def as_table(links: Sequence[Link]) -> str:
    """A line for each that is not simply in order, with what to write under it, and the counts."""
    rows = [item for item in in_order(links) if item.finding.state != "ok"]
    width = max((len(item.source) for item in rows), default=0)
    lines = []
    for item in rows:
        said = f" ({item.finding.detail})" if item.finding.detail else ""
        lines.append(f"{item.finding.state:<11}  {item.source:<{width}}  {item.finding.address}{said}")
        indent = " " * (width + 15)
        if item.kept:
            lines.append(f"{indent}kept in an archive: {item.kept}")
        if item.to_write:
            lines.append(f"{indent}write into {item.file}:  {item.to_write}")
        elif item.is_broken:
            lines.append(f"{indent}no archived copy is known; look for the page at another address")
        elif item.finding.to:
            lines.append(f"{indent}now at {item.finding.to}")
    return "\n".join([*lines, counts(links)])


def as_json(links: Sequence[Link]) -> str:
    """A list of mappings, one a source, the worst first; in ASCII, so that any stream takes it."""
    return json.dumps([_mapping(item) for item in in_order(links)], indent=2)


def _mapping(item: Link) -> dict[str, str | int | bool]:
    finding = item.finding
    return {
        "source": item.source,
        "file": item.file,
        "address": finding.address,
        "state": finding.state,
        "status": finding.status,
        "detail": finding.detail,
        "moved_to": finding.to,
        "archive": item.kept or finding.archive,
        "broken": item.is_broken,
        "write": item.to_write,
    }


def as_markdown(links: Sequence[Link]) -> str:
    """The text of an issue: what is broken with what would mend it, then what is worth a look."""
    broken = [item for item in in_order(links) if item.is_broken]
    parts = [f"Of {len(links)} addresses of sources: {counts(links)}."]
    if not broken:
        parts.append("Nothing is broken.")
    for state in STATES[:-1]:
        if some := [item for item in in_order(links) if item.finding.state == state]:
            parts += [f"### {_MEANING[state]}", "\n".join(map(_entry, some))]
    parts.append("Made by `edition links`.")
    text = "\n\n".join(parts)
    if len(text) <= LONGEST:
        return text
    return text[: text.rindex("\n", 0, LONGEST)] + "\n\nThere is more: run `edition links`."


def _entry(item: Link) -> str:
    finding = item.finding
    said = f": {code(finding.detail)}" if finding.detail else ""
    lines = [f"- {code(item.source)} {link(finding.address)}{said}"]
    if item.kept:
        lines.append(f"  Kept in an archive: {link(item.kept)}")
    if item.to_write:
        lines.append(f"  Write into {code(item.file)}: {code(item.to_write, len(item.to_write))}")
    elif item.is_broken:
        lines.append("  No archived copy is known; look for the page at another address.")
    elif finding.to:
        lines.append(f"  Now at {link(finding.to)}")
    return "  \n".join(lines)
