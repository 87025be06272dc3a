"""`edition links`, against a server on this machine with a page for every state of an address."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from edition.commands import main
from edition.commands.linkcheck import web as web_room
from edition.commands.linkcheck.cache import Cache, default_path
from edition.commands.linkcheck.report import LONGEST, Link, as_markdown, as_table
from edition.commands.linkcheck.states import LinkFinding, archived, look, look_at_all
from edition.commands.linkcheck.web import Answer, Web, as_ascii, is_there_a_network
from edition.commands.links import agent
from tests.commands.test_quoting import spans
from tests.commands.web_server import COPY, Server, running

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HTTPS_COPY = COPY.replace("http://web", "https://web")


class Time:
    """A clock that goes on only when somebody sleeps."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))

    def clock(self) -> float:
        return sum(self.slept)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def web(time: Time) -> Web:
    return Web("us/1", pause=1.0, timeout=10, sleep=time.sleep, clock=time.clock, now=lambda: NOW)


@pytest.mark.parametrize(
    ("path", "state", "detail", "to"),
    [
        ("/fine", "ok", "", ""),
        ("/fine#part", "ok", "", ""),
        ("/中文 页", "ok", "", ""),
        ("/status/204", "ok", "", ""),
        ("/no-head/405", "ok", "", ""),
        ("/no-head/403", "ok", "", ""),
        ("/no-head/404", "ok", "", ""),
        ("/no-head/500", "ok", "", ""),
        ("/to/302/fine", "ok", "", ""),
        ("/to/301/fine", "moved", "", "/fine"),
        ("/to/308/fine#part", "moved", "", "/fine#part"),
        ("/to/301/to/307/fine", "moved", "", "/to/307/fine"),
        ("/to/302/to/301/fine", "ok", "", ""),
        ("/to/301/", "moved", "leads to a front page: what was cited may be gone", "/"),
        ("/to/301/status/404", "gone", "404 Not Found", ""),
        ("/status/404", "gone", "404 Not Found", ""),
        ("/status/410", "gone", "410 Gone", ""),
        ("/status/401", "blocked", "401 Unauthorized", ""),
        ("/status/402", "blocked", "402 Payment Required", ""),
        ("/status/403", "blocked", "403 Forbidden", ""),
        ("/status/429", "blocked", "429 Too Many Requests", ""),
        ("/status/999", "blocked", "999", ""),
        ("/challenge", "blocked", "503 Service Unavailable", ""),
        ("/status/500", "unreachable", "500 Internal Server Error", ""),
        ("/status/0", "unreachable", "Remote end closed connection without response", ""),
        ("/away/file", "unreachable", "is redirected to what is no address of the web", ""),
        ("/to/302" * 11 + "/fine", "unreachable", "is redirected more than 10 times", ""),
    ],
)
def test_every_state(server: Server, web: Web, path: str, state: str, detail: str, to: str) -> None:
    found = look(web, server.url(path))
    assert (found.state, found.detail, found.to.removeprefix(server.address)) == (state, detail, to)


def test_a_circle_has_an_end(server: Server, web: Web) -> None:
    found = look(web, server.url("/round/here"))
    assert (found.state, found.status) == ("blocked", 302)
    assert found.detail.startswith("is redirected in a circle")
    assert len(server.asked) == 2


def test_nobody_at_home(web: Web) -> None:
    assert look(web, "http://127.0.0.1:1/").detail == "Connection refused"
    assert look(web, "http://no-such-host.invalid/").state == "unreachable"
    assert look(web, "http://exa mple.org/").state == "unreachable"
    assert look(web, "ftp://127.0.0.1/").detail == "no address of the web (http:// or https://)"


def test_head_first_and_get_only_where_it_is_needed(server: Server, web: Web) -> None:
    for path in ("/fine", "/no-head/405", "/status/404"):
        look(web, server.url(path))
    assert [server.of(path) for path in ("/fine", "/no-head/405", "/status/404")] == [
        ["HEAD"],
        ["HEAD", "GET"],
        ["HEAD", "GET"],
    ]
    assert server.agents == {"us/1"}


@pytest.mark.parametrize(
    ("path", "waits"),
    [
        ("/later/429/-", [2.0, 8.0]),
        ("/later/503/-", [1.0, 2.0]),  # GET after HEAD at once, but for the pause
        ("/later/429/7", [7.0, 7.0]),
        ("/later/429/Tue, 24 Nov 2026 12:00:30 GMT", [30.0, 30.0]),
        ("/later/503/0", [1.0, 1.0]),
        ("/later/429/soon", [2.0, 8.0]),
    ],
)
def test_what_may_pass_is_tried_again_later(
    server: Server, web: Web, time: Time, path: str, waits: list[float]
) -> None:
    assert look(web, server.url(path)).state == "ok"
    assert time.slept == waits


def test_a_host_that_wants_peace_is_not_asked_again(server: Server, web: Web, time: Time) -> None:
    found = look(web, server.url("/later/429/3600"))
    assert (found.state, found.detail) == ("blocked", "429 Too Many Requests")
    again = look(web, server.url("/fine"))
    assert (again.state, again.detail) == ("blocked", "the host asks to be left alone for 3600 seconds")
    assert server.asked == ["HEAD 127.0.0.1 /later/429/3600"]
    assert look(web, server.url("/fine", "localhost")).state == "ok"
    assert time.slept == []


def test_one_request_a_host_at_a_time_and_a_pause_between(server: Server, web: Web, time: Time) -> None:
    paths = [f"/page/{number}" for number in range(6)]
    # A redirect from another host takes its turn like any other request.
    there = server.url("/to/302/page/0", "localhost")
    look_at_all(web, {**{server.url(path): "" for path in paths}, there: ""})
    assert server.most_at_once == {"127.0.0.1": 1, "localhost": 1}
    assert len(server.asked) == 8
    assert time.slept == [1.0] * 6  # five between six, and one between the two of the other host


def test_whoever_asks_waits_for_the_host(time: Time) -> None:
    order = []

    class Slow(Web):
        def _open(self, method: str, address: str, read: bool) -> Answer:  # noqa: ARG002
            order.append(f"begins {address[-6:]}")
            if not second.ident:
                second.start()
                second.join(timeout=0.2)  # in vain: it has to wait until this one has ended
            order.append(f"ends {address[-6:]}")
            return Answer(200)

    visitor = Slow("us/1", sleep=time.sleep, clock=time.clock)
    second = Thread(target=lambda: visitor.ask("GET", "http://example.org:8080/second"))
    visitor.ask("HEAD", "https://Example.org/first")
    second.join()
    assert order == ["begins /first", "ends /first", "begins second", "ends second"]
    assert time.slept == [1.0]


def test_hosts_are_asked_at_once(server: Server, web: Web) -> None:
    addresses = [server.url("/meet"), server.url("/meet", "localhost")]
    found = look_at_all(web, dict.fromkeys(addresses, ""))
    assert [found[address].state for address in addresses] == ["ok", "ok"]


def test_an_archived_copy_is_asked_for(server: Server, web: Web) -> None:
    server.copies["/gone"] = COPY
    wayback = server.url("/wayback")
    assert archived(web, "http://example.org/gone", "2026-01-02", wayback) == HTTPS_COPY
    assert server.asked[-1].endswith("/wayback?url=http%3A%2F%2Fexample.org%2Fgone&timestamp=20260102")
    assert archived(web, "http://example.org/other", "", wayback) == ""
    server.copies["/bad"] = "javascript:alert(1)"
    assert archived(web, "http://example.org/bad", "", wayback) == ""
    assert archived(web, "http://example.org/gone", "", server.url("/no-json")) == ""
    assert archived(web, "http://example.org/gone", "", "http://127.0.0.1:1/") == ""


@pytest.fixture
def project(server: Server, write_files: Callable[[Mapping[str, str]], Path]) -> Path:
    """Sources with an address of each state, one with a copy, one without an address."""
    server.copies["/status/404"] = COPY
    paths = {"fine": "/fine", "lost": "/status/410", "gone": "/status/404", "moved": "/to/301/fine",
             "paywall": "/status/402"}  # fmt: skip
    files = {
        f"annotations/sources/{name}.yml": f"type: webpage\ntitle: T\nURL: {server.url(path)}\naccessed: 2026-01-02\n"
        for name, path in paths.items()
    }
    files["annotations/sources/kept.yml"] = (
        f"type: webpage\ntitle: T\nURL: {server.url('/status/410/b')}\narchive: {HTTPS_COPY}\n"
    )
    files["annotations/sources/book.yml"] = "type: book\ntitle: T\n"
    return write_files(files)


def links(server: Server, project: Path, *arguments: str) -> int:
    options = ["--pause", "0", "--wayback", server.url("/wayback"), "--cache", str(project / "cache" / "links.json")]
    return main(["--root", str(project), "links", *options, *arguments])


def test_the_table(server: Server, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert links(server, project) == 1
    assert (
        capsys.readouterr().out.replace(server.address, "HERE")
        == f"""\
gone         gone     HERE/status/404 (404 Not Found)
                      write into annotations/sources/gone.yml:  archive: {HTTPS_COPY}
gone         lost     HERE/status/410 (410 Gone)
                      no archived copy is known; look for the page at another address
gone         kept     HERE/status/410/b (410 Gone)
                      kept in an archive: {HTTPS_COPY}
moved        moved    HERE/to/301/fine
                      write into annotations/sources/moved.yml:  URL: HERE/fine
blocked      paywall  HERE/status/402 (402 Payment Required)
3 gone, 1 moved, 1 blocked, 1 ok
"""
    )


@pytest.mark.parametrize(
    ("names", "status"),
    [(["fine", "moved", "paywall", "kept", "book"], 0), (["lost"], 1), (["fine", "gone"], 1), (["book"], 0)],
)
def test_only_what_is_broken_fails(server: Server, project: Path, names: list[str], status: int) -> None:
    assert links(server, project, "--only", *names) == status


def test_json(server: Server, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    links(server, project, "--format", "json")
    told = {item["source"]: item for item in json.loads(capsys.readouterr().out)}
    assert list(told) == ["gone", "lost", "kept", "moved", "paywall", "fine"]
    assert told["gone"] == {
        "source": "gone", "file": "annotations/sources/gone.yml", "address": server.url("/status/404"),
        "state": "gone", "status": 404, "detail": "404 Not Found", "moved_to": "", "archive": HTTPS_COPY,
        "broken": True, "write": f"archive: {HTTPS_COPY}",
    }  # fmt: skip
    assert {name: item["broken"] for name, item in told.items() if item["broken"]} == {"gone": True, "lost": True}


def test_an_unknown_source_is_answered(server: Server, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert links(server, project, "--only", "gome", "fine") == 2
    assert capsys.readouterr().err == "There is no source “gome”. Did you mean “gone”?\n"
    assert server.asked == []


@pytest.mark.parametrize(
    ("addresses", "proxies", "known"),
    [
        (["http://a.invalid/", "http://b.invalid/", "http://c.invalid/x"], {}, False),
        (["http://a.invalid/", "http://127.0.0.1/", "http://c.invalid/"], {}, True),
        (["http://a.invalid/", "http://a.invalid/2", "http://b.invalid/"], {}, True),  # too few to tell
        (["http://a.invalid/", "http://b.invalid/", "http://c.invalid/x"], {"https": "http://proxy"}, True),
        ([], {}, True),
    ],
)
def test_the_network_is_tried_first(
    addresses: list[str], proxies: dict[str, str], known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_room, "getproxies", lambda: proxies)
    assert is_there_a_network(addresses) is known


def test_without_a_network_nothing_is_said_to_be_broken(
    server: Server, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (project / "annotations/sources").iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace(server.address, "http://127.0.0.1:1"), "utf-8")
    assert links(server, project, "--only", "fine", "moved") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "None of 2 addresses can be reached: is there a network?" in captured.err


def test_the_cache_spares_what_was_in_order(server: Server, project: Path) -> None:
    links(server, project)
    first = list(server.asked)
    links(server, project)
    again = server.asked[len(first) :]
    assert {line.split()[2].partition("?")[0] for line in again} == {
        "/status/404", "/status/410", "/status/410/b", "/wayback",
    }  # fmt: skip
    links(server, project, "--fresh", "--only", "fine")
    assert server.asked[-1] == "HEAD 127.0.0.1 /fine"


@pytest.mark.parametrize(
    ("state", "days", "holds"),
    [("ok", 5, True), ("ok", 6, False), ("moved", 5, True), ("blocked", 0, True), ("blocked", 1, False),
     ("gone", 0, False), ("unreachable", 0, False), ("ok", -1, False)],
)  # fmt: skip
def test_how_long_a_finding_holds(tmp_path: Path, state: str, days: int, holds: bool) -> None:
    cache = Cache(tmp_path / "new" / "links.json", NOW)
    cache.put(LinkFinding("https://example.org/", state))  # type: ignore[arg-type]
    cache.save()
    later = Cache(tmp_path / "new" / "links.json", NOW + timedelta(days=days))
    assert (later.get("https://example.org/") is not None) is holds


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"asked": "x"}]', '[{"asked": "2026-11-24"}]', "\0", "{}"])
def test_a_broken_cache_counts_as_empty(tmp_path: Path, content: str) -> None:
    (tmp_path / "links.json").write_text(content, encoding="utf-8")
    assert Cache(tmp_path / "links.json", NOW).get("https://example.org/") is None


def test_the_cache_lies_outside_the_project() -> None:
    assert default_path({"XDG_CACHE_HOME": "/var/kept"}) == Path("/var/kept/annotated-edition/links.json")
    assert default_path({"XDG_CACHE_HOME": "here"}) == Path.home() / ".cache/annotated-edition/links.json"


def test_we_say_who_we_are() -> None:
    assert agent({}) == "annotated-edition/0.1 (checks the links of a bibliography)"
    named = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "a/b"}
    assert agent(named).endswith("; +https://github.com/a/b)")


def test_an_address_goes_over_the_wire_in_ascii() -> None:
    assert as_ascii("https://例子.org/中 文?q=“x”#é") == (
        "https://xn--fsqu00a.org/%E4%B8%AD%20%E6%96%87?q=%E2%80%9Cx%E2%80%9D#%C3%A9"
    )


def test_the_issue_s_text_is_ours_whatever_servers_say() -> None:
    hostile = "<img src=x onerror=alert(1)> @everyone [x](https://evil.example) #1 `"
    link = Link("gone", "annotations/sources/gone.yml", LinkFinding("https://example.org/", "gone", 404, hostile))
    text = as_markdown([link])
    assert text.startswith("Of 1 addresses of sources: 1 gone.\n\n### Gone\n\n- `gone` <https://example.org/>: ``")
    entry = text.split("- ", 1)[1].splitlines()[0]
    kinds = [kind for kind, _ in spans(entry)]
    assert kinds == ["code_inline", "text", "link_open", "text", "link_close", "text", "code_inline"]


def test_the_issue_s_text_is_no_longer_than_github_takes() -> None:
    many = [
        Link(f"s{number}", "f.yml", LinkFinding(f"https://example.org/{number}", "gone", 404)) for number in range(900)
    ]
    text = as_markdown(many)
    assert LONGEST - 500 < len(text) < 65_536
    assert text.endswith("There is more: run `edition links`.")
    assert as_markdown([]).startswith("Of 0 addresses of sources: no addresses.\n\nNothing is broken.")


def test_an_address_with_yaml_s_own_signs_is_quoted() -> None:
    link = Link("a", "a.yml", LinkFinding("https://example.org/", "moved", 200, "", "https://example.org/a#b"))
    assert 'URL: "https://example.org/a#b"' in as_table([link])
