"""Asking the web politely: one request a host at a time, a pause between two, and waiting when a host says so."""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from itertools import islice
from typing import Literal
from urllib.error import URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, getproxies

LONGEST_WAIT = 60.0
"""Seconds: a host that wants to be left alone for longer is left alone."""

_TRIED = 3
"""Hosts whose names are looked up before any is asked."""
_MOST_BYTES = 1_000_000
_PRINTING = re.compile(r"[^ -~]")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one request; `status` is 0 where there was no answer, and `problem` says why."""

    status: int
    location: str = ""
    retry_after: str = ""
    problem: str = ""
    body: bytes = field(default=b"", repr=False)
    challenged: bool = False
    """Whether it wants to see a browser first."""

    @property
    def passing(self) -> bool:
        """Whether another try may bring another answer."""
        return self.status in (0, 429) or self.status >= 500


@dataclass(slots=True)
class _Turn:
    """Whose turn it is at a host, and when the next may ask."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    shut: Answer | None = None


class Web:
    """The web as one polite visitor sees it; redirects are answered, not followed. For many threads at once."""

    def __init__(
        self,
        agent: str,
        pause: float = 1.0,
        timeout: float = 20.0,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._agent, self._pause, self._timeout = agent, pause, timeout
        self._sleep, self._clock, self._now = sleep, clock, now
        self._turns: dict[str, _Turn] = {}
        self._lock = threading.Lock()
        self._opener = OpenerDirector()  # of handlers only these: no file:, no ftp:, no redirects
        for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(context=ssl.create_default_context())):
            self._opener.add_handler(handler)

    def ask(self, method: Literal["HEAD", "GET"], address: str, read: bool = False) -> Answer:
        """One request, when the host's turn has come. The body is read only where it is wanted."""
        turn = self._turn(address)
        with turn.lock:
            if turn.shut:
                return turn.shut
            if (wait := turn.free_at - self._clock()) > 0:
                self._sleep(wait)
            try:
                return self._open(method, address, read)
            finally:
                turn.free_at = self._clock() + self._pause

    def wait_for(self, address: str, answer: Answer, seconds: float) -> bool:
        """Leave the host alone for the seconds, or for as long as its answer asks; False: this is too long."""
        asked = self._seconds(answer.retry_after)
        turn = self._turn(address)
        with turn.lock:
            if asked is not None and asked > LONGEST_WAIT:
                problem = f"the host asks to be left alone for {asked:.0f} seconds"
                turn.shut = Answer(answer.status, retry_after=answer.retry_after, problem=problem)
                return False
            turn.free_at = max(turn.free_at, self._clock() + (seconds if asked is None else asked))
        return True

    def _seconds(self, retry_after: str) -> float | None:
        if retry_after.isascii() and retry_after.isdigit():
            return float(retry_after)
        try:
            moment = parsedate_to_datetime(retry_after)
        except ValueError:
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - self._now()).total_seconds())

    def _turn(self, address: str) -> _Turn:
        with self._lock:
            return self._turns.setdefault(host_of(address), _Turn())

    def _open(self, method: str, address: str, read: bool) -> Answer:
        try:
            request = Request(as_ascii(address), method=method)  # noqa: S310 - the opener knows http and https only
            request.add_header("User-Agent", self._agent)
            request.add_header("Accept", "*/*")
            opened = self._opener.open(request, timeout=self._timeout)
            if opened is None:
                return Answer(0, problem="no address of the web (http:// or https://)")
            with opened as response:
                headers = response.headers
                return Answer(
                    response.status,
                    location=_printable(headers.get("Location", "")),
                    retry_after=headers.get("Retry-After", "").strip(),
                    challenged=headers.get("cf-mitigated", "") == "challenge",
                    body=response.read(_MOST_BYTES) if read else b"",
                )
        except TimeoutError:
            return Answer(0, problem=f"no answer within {self._timeout:.0f} seconds")
        except URLError as error:
            return Answer(0, problem=self._reason(error.reason))
        except (OSError, HTTPException, ValueError) as error:
            return Answer(0, problem=self._reason(error))

    def _reason(self, reason: object) -> str:
        if isinstance(reason, TimeoutError):
            return f"no answer within {self._timeout:.0f} seconds"
        if isinstance(reason, ssl.SSLCertVerificationError):
            return f"its certificate does not hold: {reason.verify_message}"
        said = (reason.strerror if isinstance(reason, OSError) else "") or str(reason) or type(reason).__name__
        return _PRINTING.sub("?", said)[:200]


def host_of(address: str) -> str:
    """The host that is asked, whatever the port; empty where the address names none."""
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_there_a_network(addresses: Iterable[str]) -> bool:
    """Whether the host of any of the first few addresses is known by its name; taken for granted behind a proxy."""
    hosts = [*islice(dict.fromkeys(filter(None, map(host_of, addresses))), _TRIED)]
    if getproxies() or len(hosts) < _TRIED:
        return True
    with ThreadPoolExecutor(_TRIED) as pool:
        return any(pool.map(_is_known, hosts))


def _is_known(host: str) -> bool:
    try:
        return bool(socket.getaddrinfo(host, None))
    except (OSError, UnicodeError):
        return False


def as_ascii(address: str) -> str:
    """The address as it goes over the wire, in printing ASCII signs; a ValueError where its host cannot be written."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    path, query, fragment = (quote(part, safe="%/:=&?~+!$,;'@()*[]|") for part in parts[2:])
    return urlunsplit((parts.scheme, host, path, query, fragment))


def _printable(location: str) -> str:
    """A header's address; servers send UTF-8, which http.client reads as Latin-1."""
    return quote(location.encode("latin-1", errors="replace"), safe="%/:=&?~#+!$,;'@()*[]|")
