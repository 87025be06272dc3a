"""`edition links`: whether the address of every source still answers; where one is gone, an archived copy."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from edition import open_project
from edition.binding import ANNOTATIONS
from edition.commands.files import NotWritten
from edition.commands.linkcheck.cache import Cache, default_path
from edition.commands.linkcheck.report import Link, as_json, as_markdown, as_table
from edition.commands.linkcheck.states import WAYBACK, LinkFinding, look_at_all
from edition.commands.linkcheck.web import Web, is_there_a_network
from edition.commands.parsing import word
from edition.problems import did_you_mean

_MORE = """\
  ok           it answers
  moved        it leads elsewhere for good: write the new address
  gone         404 or 410: an archived copy is proposed where the Wayback Machine holds one
  blocked      401, 403, 429 and the like: a paywall, or closed to programs; look with a browser
  unreachable  no answer, or the server fails

Ends with 1 where something is gone or unreachable and its file names no archived copy, else with 0;
with 2 where it was called wrongly or there is no network.

One request a host at a time with a pause between two; HEAD first, then GET; what a server says in Retry-After is
kept. What was in order is not asked again for six days, what is closed for one.
"""


def add(words: _SubParsersAction[ArgumentParser]) -> None:
    parser = word(
        words,
        "links",
        "ask whether the address of every source still answers (needs a network)",
        ["edition links", "edition links --only example-source", "edition links --format markdown --fresh"],
        more=_MORE,
    )
    parser.add_argument("--only", nargs="+", metavar="ID", help="ask for these sources only")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="how to answer")
    parser.add_argument(
        "--cache", type=Path, metavar="PATH", help="the cache file (default: in the user's cache folder)"
    )
    parser.add_argument("--fresh", action="store_true", help="ask everybody anew, whatever the cache holds")
    parser.add_argument(
        "--pause", type=_seconds, default=1.0, metavar="SECONDS", help="between two requests to a host (default: 1)"
    )
    parser.add_argument(
        "--timeout", type=_seconds, default=20.0, metavar="SECONDS", help="for each answer (default: 20)"
    )
    parser.add_argument("--at-once", type=_number, default=8, metavar="N", help="so many hosts at once (default: 8)")
    parser.add_argument(
        "--wayback", default=WAYBACK, metavar="URL", help=f"who is asked for archived copies (default: {WAYBACK})"
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    project = open_project(arguments.root)
    sources = project.edition.sources
    if unknown := [name for name in arguments.only or () if name not in sources]:
        for name in unknown:
            print(f"There is no source “{name}”. {did_you_mean(name, sources)}".rstrip(), file=sys.stderr)
        return 2
    if unread := {item.place.file.path for item in project.problems if item.severity == "error"}:
        print(f"{len(unread)} files have errors (edition check tells them); some may be left out.", file=sys.stderr)
    wanted = [source for name, source in sources.items() if source.URL and name in (arguments.only or sources)]
    cache = Cache(arguments.cache or default_path(os.environ), datetime.now(UTC))
    found: dict[str, LinkFinding] = {}
    if not arguments.fresh:
        found = {source.URL: known for source in wanted if (known := cache.get(source.URL))}
    days = {source.URL: source.accessed for source in wanted if source.URL not in found}
    if days:
        print(f"Asking {len(days)} addresses; {len(found)} are known from lately.", file=sys.stderr)
        if not is_there_a_network(days):
            print("No host is known by its name: is there a network?", file=sys.stderr)
            return 2
        web = Web(agent(os.environ), arguments.pause, arguments.timeout)
        counted = _Counter(len(days))

        def keep(finding: LinkFinding) -> None:
            cache.put(finding)
            counted.one_more()

        try:
            asked = look_at_all(web, days, keep, arguments.at_once, arguments.wayback)
        finally:  # what was found before an interruption is kept, too
            counted.end()
            _save(cache)
        if len(asked) > 1 and not any(finding.status for finding in asked.values()):
            print(f"None of {len(asked)} addresses can be reached: is there a network?", file=sys.stderr)
            return 2
        found |= asked
    links = [
        Link(source.id, f"{ANNOTATIONS}/sources/{source.id}.yml", found[source.URL], source.archive)
        for source in wanted
    ]
    print({"text": as_table, "json": as_json, "markdown": as_markdown}[arguments.format](links))
    return int(any(item.is_broken for item in links))


class _Counter:
    """How many of all are done, on a terminal."""

    def __init__(self, total: int) -> None:
        self._done, self._total, self._shown = 0, total, sys.stderr.isatty()

    def one_more(self) -> None:
        self._done += 1
        if self._shown:
            print(f"\r{self._done} of {self._total}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._shown and self._done:
            print(file=sys.stderr)


def agent(environment: Mapping[str, str]) -> str:
    """How we name ourselves: what asks, why, and on GitHub whose it is."""
    server, name = environment.get("GITHUB_SERVER_URL", ""), environment.get("GITHUB_REPOSITORY", "")
    whose = f"; +{server}/{name}" if server and name else ""
    return f"annotated-edition/0.1 (checks the links of a bibliography{whose})"


def _save(cache: Cache) -> None:
    try:
        cache.save()
    except NotWritten as error:
        print(f"{error} It is the cache; --cache names another place for it.", file=sys.stderr)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 3600:
        raise ArgumentTypeError(f"“{text}” is no number of seconds between 0 and 3600")
    return seconds


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 64):
        raise ArgumentTypeError(f"“{text}” is no whole number between 1 and 64")
    return int(text)
