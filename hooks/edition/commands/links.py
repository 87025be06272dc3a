"""`edition links`: whether the address of every source still answers; where one is gone, an archived copy."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from edition import open_project
from edition.commands.lychee import STATES, LinkFinding, LinkState, look
from edition.commands.quoting import as_link, code
from edition.problems import did_you_mean

WHAT = "ask whether the address of every source still answers (needs a network)"
EXAMPLES = ("edition links", "edition links --only example-source", "edition links --format markdown -- --timeout=60")
MORE = """\
  ok           it answers
  moved        it leads elsewhere for good: write the new address
  gone         404 or 410: an archived copy is proposed where the Wayback Machine holds one
  blocked      401, 403, 429 and the like: a paywall, or closed to programs; look with a browser
  unreachable  no answer, or the server fails

Ends with 1 where something is gone or unreachable and its file names no archived copy, else with 0;
with 2 where it was called wrongly or there is no network.

lychee does the asking, a request a second at each host, and waits where a server says so. Its options stand after
a --, or in a file lychee.toml beside annotations/; “lychee --help” tells them.
"""

LONGEST = 60_000
"""Characters: GitHub takes 65,536 for an issue."""

_MEANING: dict[LinkState, str] = {
    "gone": "Gone",
    "unreachable": "Not to be reached",
    "moved": "Moved for good; the old address still leads there",
    "blocked": "Closed to programs; nothing is known to be broken",
}


def takes(parser: ArgumentParser) -> None:
    parser.add_argument("--only", nargs="+", metavar="ID", help="ask for these sources only")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="how to answer")
    parser.add_argument("options", nargs="*", metavar="-- OPTION", help="options for lychee")


def run(arguments: Namespace) -> int:
    project = open_project(arguments.root)
    sources = project.edition.sources
    if unknown := [name for name in arguments.only or () if name not in sources]:
        for name in unknown:
            print(f"There is no source “{name}”. {did_you_mean(name, sources)}".rstrip(), file=sys.stderr)
        return 2
    if arguments.options and not arguments.options[0].startswith("-"):
        print(f"“{arguments.options[0]}” is no option for lychee; sources are named after --only.", file=sys.stderr)
        return 2
    if unread := {item.place.file.path for item in project.problems if item.severity == "error"}:
        print(f"{len(unread)} files have errors (edition check tells them); some may be left out.", file=sys.stderr)
    wanted = [source for name, source in sources.items() if source.URL and name in (arguments.only or sources)]
    addresses = [*dict.fromkeys(source.URL for source in wanted)]
    if addresses:
        number = f"{len(addresses)} addresses; many take minutes" if addresses[1:] else "1 address"
        print(f"Asking for {number}.", file=sys.stderr)
    found = look(addresses, arguments.options, arguments.root)
    links = [Link(source.id, source.place.file.path, found[source.URL], source.archive) for source in wanted]
    links.sort(key=lambda item: (not item.is_broken, STATES.index(item.finding.state), item.source))  # the worst first
    print({"text": as_text, "json": as_json, "markdown": as_markdown}[arguments.format](links))
    return int(any(item.is_broken for item in links))


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
        return f"URL: {_scalar(self.finding.moved_to)}" if self.finding.moved_to and not self.finding.detail else ""

    def advice(self, code: Callable[[str], str] = str, link: Callable[[str], str] = str) -> list[str]:
        """What a reader of the report can do, with the words of others as `code` and `link` write them."""
        lines = [f"kept in an archive: {link(self.kept)}"] if self.kept else []
        if self.to_write:
            lines.append(f"write into {code(self.file)}:  {code(self.to_write)}")
        elif self.is_broken:
            lines.append("no archived copy is known; look for the page at another address")
        elif self.finding.moved_to:
            lines.append(f"now at {link(self.finding.moved_to)}")
        return lines


def _scalar(address: str) -> str:
    """The address as YAML: quoted where a sign in it could be read as YAML's own."""
    return json.dumps(address) if any(sign in address for sign in "#'\"\\") or address.endswith(":") else address


def _counts(links: Sequence[Link]) -> str:
    of_state = Counter(item.finding.state for item in links)
    return ", ".join(f"{of_state[state]} {state}" for state in STATES if of_state[state]) or "no addresses"


def as_text(links: Sequence[Link]) -> str:
    """A line for each that is not simply in order, with what to write under it, and the counts."""
    rows = [item for item in links if item.finding.state != "ok"]
    width = max((len(item.source) for item in rows), default=0)
    lines = []
    for item in rows:
        said = f" ({item.finding.detail})" if item.finding.detail else ""
        lines.append(f"{item.finding.state:<11}  {item.source:<{width}}  {item.finding.address}{said}")
        lines += [" " * (width + 15) + advice for advice in item.advice()]
    return "\n".join([*lines, _counts(links)])


def as_json(links: Sequence[Link]) -> str:
    """A list of mappings, one a source; in ASCII, so that any stream takes it."""
    told = [
        {"source": item.source, "file": item.file}
        | asdict(item.finding)
        | {"archive": item.kept or item.finding.archive, "broken": item.is_broken, "write": item.to_write}
        for item in links
    ]
    return json.dumps(told, indent=2)


def as_markdown(links: Sequence[Link]) -> str:
    """The text of an issue: what is broken with what would mend it, then what is worth a look."""
    parts = [f"Of {len(links)} addresses of sources: {_counts(links)}."]
    if not any(item.is_broken for item in links):
        parts.append("Nothing is broken.")
    for state, meaning in _MEANING.items():
        if some := [_entry(item) for item in links if item.finding.state == state]:
            parts += [f"### {meaning}", "\n".join(some)]
    text = "\n\n".join([*parts, "Made by `edition links`."])
    if len(text) <= LONGEST:
        return text
    return text[: text.rindex("\n", 0, LONGEST)] + "\n\nThere is more: run `edition links`."


def _entry(item: Link) -> str:
    said = f": {code(item.finding.detail)}" if item.finding.detail else ""
    first = f"- {code(item.source)} {as_link(item.finding.address)}{said}"
    return "  \n  ".join([first, *item.advice(lambda text: code(text, len(text)), as_link)])
