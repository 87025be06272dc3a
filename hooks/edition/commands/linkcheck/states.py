"""What has become of an address: it answers, has moved, is gone, is closed to us, or cannot be reached."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Literal
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from edition.commands.linkcheck.web import Answer, Web, as_ascii, host_of

LinkState = Literal["gone", "unreachable", "moved", "blocked", "ok"]
STATES: tuple[LinkState, ...] = ("gone", "unreachable", "moved", "blocked", "ok")
"""The worst first."""

WAYBACK = "https://archive.org/wayback/available"

_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_GONE = (404, 410)
_MOST_HOPS = 10
_BACK_OFF = (2.0, 8.0)
"""Seconds before the second and the third try of what may pass."""


@dataclass(frozen=True, slots=True)
class LinkFinding:
    """What was found at an address. `to` is where it moved for good; `archive` is a copy that an archive holds."""

    address: str
    state: LinkState
    status: int = 0
    detail: str = ""
    to: str = ""
    archive: str = ""


def look(web: Web, address: str) -> LinkFinding:
    """Follow the address to its end."""
    here = settled = address
    permanent = True
    seen = {address}
    for _ in range(_MOST_HOPS):
        answer = _settled_answer(web, here)
        if answer.status not in _REDIRECTS or not answer.location:
            return _judged(address, answer, settled)
        try:
            there = as_ascii(urljoin(here, answer.location))
        except ValueError:
            there = ""
        if urlsplit(there).scheme not in ("http", "https"):
            return LinkFinding(address, "unreachable", answer.status, "is redirected to what is no address of the web")
        permanent = permanent and answer.status in _PERMANENT
        settled = there if permanent else settled
        if there in seen:
            detail = "is redirected in a circle, as is done to visitors without cookies; look with a browser"
            return LinkFinding(address, "blocked", answer.status, detail)
        seen.add(there)
        here = there
    return LinkFinding(address, "unreachable", answer.status, f"is redirected more than {_MOST_HOPS} times")


def _settled_answer(web: Web, address: str) -> Answer:
    """HEAD; where this is not taken well, GET; and again later where the answer may pass."""
    answer = web.ask("HEAD", address)
    if 0 < answer.status < 400:
        return answer
    if answer.status != 429:  # servers refuse HEAD in many ways; too many requests are none of them
        answer = web.ask("GET", address)
    for seconds in _BACK_OFF:
        if not answer.passing or answer.challenged or not web.wait_for(address, answer, seconds):
            return answer
        answer = web.ask("GET", address)
    return answer


def _judged(address: str, answer: Answer, settled: str) -> LinkFinding:
    status = answer.status
    said = answer.problem or _phrase(status)
    if status in _GONE:
        return LinkFinding(address, "gone", status, said)
    if 400 <= status < 500 or status == 999 or answer.challenged:  # a server is there, and does not serve us
        return LinkFinding(address, "blocked", status, said)
    if not 200 <= status < 300:
        return LinkFinding(address, "unreachable", status, said)
    if settled == address or settled == as_ascii(address):
        return LinkFinding(address, "ok", status)
    fragment = urldefrag(address).fragment
    to = f"{settled}#{fragment}" if fragment and not urldefrag(settled).fragment else settled
    lost = urlsplit(address).path.strip("/") and not urlsplit(to).path.strip("/")
    return LinkFinding(
        address, "moved", status, "leads to a front page: what was cited may be gone" if lost else "", to
    )


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def archived(web: Web, address: str, day: str = "", wayback: str = WAYBACK) -> str:
    """The address of a copy that the Wayback Machine holds, the nearest to the day; empty where none is known."""
    asked = f"{wayback}?url={quote(address, safe='')}" + (f"&timestamp={day.replace('-', '')}" if day else "")
    try:
        closest = json.loads(web.ask("GET", asked, read=True).body)["archived_snapshots"]["closest"]
        copy, status = str(closest["url"]), str(closest["status"])
        if not closest["available"] or status != "200" or urlsplit(copy).scheme not in ("http", "https"):
            return ""
        return as_ascii(copy).replace("http://web.archive.org/", "https://web.archive.org/", 1)
    except (ValueError, KeyError, TypeError):  # no JSON, or no copy
        return ""


def look_at_all(
    web: Web,
    days: dict[str, str],
    tell: Callable[[LinkFinding], None] = lambda _: None,
    at_once: int = 8,
    wayback: str = WAYBACK,
) -> dict[str, LinkFinding]:
    """A finding for each address of `days`, whose values are the days on which they were read (or empty).

    `tell` is called for each as it is found, in this thread. Hosts are visited at once, the addresses of one host in
    turn.
    """
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in days:
        by_host[host_of(address)].append(address)
    found: dict[str, LinkFinding] = {}
    stopped = threading.Event()
    pool = ThreadPoolExecutor(at_once)
    try:
        visits = [
            pool.submit(_visit, web, addresses, days, wayback, stopped)
            for addresses in sorted(by_host.values(), key=len, reverse=True)  # the longest visits begin first
        ]
        for visit in as_completed(visits):
            for finding in visit.result():
                found[finding.address] = finding
                tell(finding)
    finally:
        stopped.set()
        pool.shutdown(cancel_futures=True)
    return {address: found[address] for address in days}


def _visit(
    web: Web, addresses: Iterable[str], days: dict[str, str], wayback: str, stopped: threading.Event
) -> list[LinkFinding]:
    found = []
    for address in addresses:
        if stopped.is_set():
            break
        finding = look(web, address)
        if finding.state in ("gone", "unreachable"):
            finding = replace(finding, archive=archived(web, address, days[address], wayback))
        found.append(finding)
    return found
