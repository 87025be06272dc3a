"""What has become of addresses of the web: lychee, a link checker, asks for us (https://lychee.cli.rs)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Literal, get_args
from urllib.parse import urldefrag, urlsplit

from edition.commands.failure import CommandError

LinkState = Literal["gone", "unreachable", "moved", "blocked", "ok"]
STATES: tuple[LinkState, ...] = get_args(LinkState)
"""The worst first."""

_HOW = ("--format=json", "-vv", "--no-progress", "--mode=plain", "--default-extension=html")
_POLITE = ("--host-concurrency=1", "--host-request-interval=1s")
"""For whom no option says otherwise."""


@dataclass(frozen=True, slots=True)
class LinkFinding:
    """What was found at an address; where it moved for good; the copy that an archive holds."""

    address: str
    state: LinkState
    status: int = 0
    detail: str = ""
    moved_to: str = ""
    archive: str = ""


def look(addresses: Sequence[str], options: Sequence[str], folder: Path) -> dict[str, LinkFinding]:
    """A finding for each address, with options for lychee; its own settings may lie in the folder.

    What is gone or cannot be reached is asked for once more, since much of it passes, and then looked up in the
    Wayback Machine. CommandError where nothing can be said of any address.
    """
    found = _ask(addresses, options, folder)
    if len(found) > 1 and not any(finding.status or finding.state == "blocked" for finding in found.values()):
        raise CommandError(f"None of {len(found)} addresses can be reached: is there a network?", 2)
    lost = [address for address, finding in found.items() if finding.state in ("gone", "unreachable")]
    return found | _ask(lost, ["--suggest", *options], folder) if lost else found


def _ask(addresses: Sequence[str], options: Sequence[str], folder: Path) -> dict[str, LinkFinding]:
    beside = Path(sys.executable).parent
    program = shutil.which("lychee", path=f"{beside}{os.pathsep}{os.environ.get('PATH', os.defpath)}")
    if not program:
        install = f'{sys.executable} -m pip install "annotated-edition[links]"'
        raise CommandError(f"lychee, which asks for the addresses, is not installed: {install}", 2)
    named = {option.partition("=")[0] for option in options}
    polite = [option for option in _POLITE if option.partition("=")[0] not in named]
    # A link a line, each without its fragment: where there is one, lychee tells no redirects.
    page = "\n".join(f'<a href="{escape(urldefrag(address).url)}"></a>' for address in addresses)
    command = [program, *_HOW, *polite, *options, "--", "-"]
    # Files, since a pipe that nobody empties would stop it.
    with TemporaryFile("w+", encoding="utf-8") as asked, TemporaryFile("w+", encoding="utf-8") as answer:
        asked.write(page)
        asked.seek(0)
        with subprocess.Popen(  # noqa: S603
            command, stdin=asked, stdout=answer, stderr=subprocess.PIPE, encoding="utf-8", cwd=folder
        ) as running:
            said = [*_counted(running.stderr or (), len(addresses))]
        answer.seek(0)
        try:
            told = json.load(answer)
        except ValueError:
            first = said[0].strip() if said else ""
            raise CommandError(f"lychee asked for nothing and ended with {running.returncode}: {first}", 2) from None
    return findings(addresses, told)


def _counted(lines: Iterable[str], total: int) -> Iterator[str]:
    """The lines that lychee says, one for each address that has answered; a terminal shows how many have."""
    answered = 0
    for line in lines:
        yield line
        answered += line.startswith("[")
        if sys.stderr.isatty():
            print(f"\r{answered} of {total} …", end="", file=sys.stderr, flush=True)
    if answered and sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def findings(addresses: Sequence[str], told: Mapping[str, Any]) -> dict[str, LinkFinding]:
    """What lychee's JSON tells of the addresses, each of which stood in the line of its number."""
    copies = {item["original"]: item["suggestion"] for item in told["suggestion_map"].get("stdin", ())}
    answers = {
        item["span"]["line"]: (answer, item)
        for answer in ("success", "excluded", "error", "timeout")
        for item in told[f"{answer}_map"].get("stdin", ())
    }
    none = ("error", {"url": "", "status": {"text": "lychee tells nothing of it"}})
    return {address: _finding(address, *answers.get(line, none), copies) for line, address in enumerate(addresses, 1)}


def _finding(address: str, answer: str, item: Mapping[str, Any], copies: Mapping[str, str]) -> LinkFinding:
    status = item["status"].get("code", 0)
    said = item["status"].get("details") or item["status"]["text"].removeprefix("Rejected status code: ")
    if answer == "success":
        hops = item.get("redirects", {}).get("redirects", ())
        for_good = [hop["url"] for hop in takewhile(lambda hop: hop["code"] in (301, 308), hops)]
        return _moved(address, status, for_good[-1]) if for_good else LinkFinding(address, "ok", status)
    if answer == "excluded":
        return LinkFinding(address, "blocked", status, "lychee does not ask there; look with a browser")
    if 300 <= status < 400:
        said = "is redirected without end, as is done to visitors without cookies; look with a browser"
    if status not in (404, 410) and (300 <= status < 500 or status == 999):  # a server is there, and does not serve us
        return LinkFinding(address, "blocked", status, said)
    state: LinkState = "gone" if status in (404, 410) else "unreachable"
    return LinkFinding(address, state, status, said, archive=_copy(item["url"], copies))


def _moved(address: str, status: int, to: str) -> LinkFinding:
    """An address keeps its fragment where it moves."""
    fragment = urldefrag(address).fragment
    lost = urlsplit(address).path.strip("/") and not urlsplit(to).path.strip("/")
    said = "leads to a front page: what was cited may be gone" if lost else ""
    return LinkFinding(address, "moved", status, said, f"{to}#{fragment}" if fragment and "#" not in to else to)


def _copy(address: str, copies: Mapping[str, str]) -> str:
    """The archived copy that is proposed for the address; empty where it is none of this page's."""
    copy = urlsplit(copies.get(address, ""))
    # lychee 0.24 asks the Wayback Machine for an address with `&` as if it ended there.
    if copy.hostname != "web.archive.org" or urlsplit(address).query not in copy.query:
        return ""
    return copy._replace(scheme="https").geturl()
