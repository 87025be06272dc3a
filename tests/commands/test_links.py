"""`edition links`, by lychee, against a server on this machine with a page for every state of an address."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from edition.commands.links import LONGEST, Link, as_json, as_markdown, as_text
from edition.commands.lychee import LinkFinding, findings, look
from tests.command import Said, command
from tests.commands.test_quoting import spans
from tests.commands.web_server import Server, running
from tests.hosts import Write, change

AT_ONCE = ["--host-request-interval=0s", "--retry-wait-time=0", "--max-retries=0"]
COPY = "https://web.archive.org/web/20260101000000/http://example.org/gone"
STATES = [
    ("/fine", "ok", "", ""),
    ("/fine#part", "ok", "", ""),
    ("/中文(1)?a=b&c=é", "ok", "", ""),
    ("/status/204", "ok", "", ""),
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
    ("/status/999", "blocked", "999 Unknown status code", ""),
    ("/round/here", "blocked", "is redirected without end, as is done to visitors without cookies; look with a browser",
     ""),
    ("/status/0", "unreachable", "Connection closed before response completed", ""),
    ("/status/500", "unreachable", "500 Internal Server Error", ""),
    ("/status/429", "blocked", "429 Too Many Requests", ""),  # last, since lychee asks no more at once after it
]  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def no_archive() -> Iterator[None]:
    """The server is asked, and nobody outside of this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
            patch.delenv(name, raising=False)
        for name in ("https_proxy", "HTTPS_PROXY"):
            patch.setenv(name, "http://127.0.0.1:1")
        yield


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LinkFinding]:
    """What is found of each path, all asked for in one go."""
    with running() as server:
        told = look([server.url(path) for path, *_ in STATES], AT_ONCE, tmp_path_factory.mktemp("edition"))
        return {address.removeprefix(server.address): finding for address, finding in told.items()}


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.mark.parametrize(("path", "state", "detail", "to"), STATES)
def test_every_state(found: dict[str, LinkFinding], path: str, state: str, detail: str, to: str) -> None:
    finding = found[path]
    server = finding.address.removesuffix(path)
    assert (finding.state, finding.detail, finding.moved_to.removeprefix(server)) == (state, detail, to)


def test_what_passes_is_waited_for(server: Server, tmp_path: Path) -> None:
    told = look([server.url("/later/503"), server.url("/later/429")], [*AT_ONCE[:-1], "--max-retries=1"], tmp_path)
    assert [finding.state for finding in told.values()] == ["ok", "ok"]


def test_nobody_at_home(server: Server, tmp_path: Path) -> None:
    there, nobody, example = server.url("/fine"), "http://127.0.0.1:1/", "https://example.org/"
    told = look([there, nobody, example], AT_ONCE, tmp_path)
    assert {address: finding.state for address, finding in told.items()} == {
        there: "ok", nobody: "unreachable", example: "blocked"
    }  # fmt: skip
    assert told[nobody].detail.startswith("Connection refused")


def test_a_host_is_asked_for_one_page_at_a_time(server: Server, tmp_path: Path) -> None:
    look([server.url(f"/slow/{number}") for number in range(4)], AT_ONCE, tmp_path)
    assert (len(server.asked), server.most_at_once) == (4, 1)
    look([server.url(f"/slow/{number}") for number in range(4)], [*AT_ONCE, "--host-concurrency", "4"], tmp_path)
    assert server.most_at_once > 1


def test_settings_of_lychee_s_in_the_folder_hold(server: Server, tmp_path: Path) -> None:
    (tmp_path / "lychee.toml").write_text('exclude = ["fine"]\n', encoding="utf-8")
    told = look([server.url("/fine"), server.url("/other")], AT_ONCE, tmp_path)
    assert [(finding.state, finding.detail) for finding in told.values()] == [
        ("blocked", "lychee does not ask there; look with a browser"), ("ok", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "copy", "archive"),
    [
        ("http://example.org/gone", COPY, COPY),
        ("http://example.org/gone", COPY.replace("https://web", "http://web"), COPY),
        ("http://example.org/gone", "", ""),
        ("http://example.org/gone", "https://elsewhere.example/gone", ""),
        ("http://example.org/?a=1&b=2", "https://web.archive.org/web/2026/http://example.org/?a=1", ""),
        ("http://example.org/?a=1&b=2", "https://web.archive.org/web/2026/http://example.org/?a=1&b=2",
         "https://web.archive.org/web/2026/http://example.org/?a=1&b=2"),
    ],
)  # fmt: skip
def test_a_copy_is_proposed_where_it_is_one_of_the_page(asked: str, copy: str, archive: str) -> None:
    item = {"url": asked, "status": {"text": "Rejected status code: 404 Not Found", "code": 404}, "span": {"line": 1}}
    told = {
        "success_map": {}, "excluded_map": {}, "timeout_map": {}, "error_map": {"stdin": [item]},
        "suggestion_map": {"stdin": [{"original": asked, "suggestion": copy}]} if copy else {},
    }  # fmt: skip
    address = f"{asked}#part"
    assert findings([address], told) == {address: LinkFinding(address, "gone", 404, "404 Not Found", archive=archive)}


@pytest.fixture
def project(server: Server, write_files: Write) -> Path:
    """Sources with an address of each state, one with a copy, one without an address."""
    paths = {"fine": "/fine", "too": "/fine", "lost": "/status/410", "moved": "/to/301/fine", "paywall": "/status/402"}
    files = {
        f"annotations/sources/{name}.yml": f"type: webpage\ntitle: T\nURL: {server.url(path)}\naccessed: 2026-01-02\n"
        for name, path in paths.items()
    }
    files["annotations/sources/kept.yml"] = (
        f"type: webpage\ntitle: T\nURL: {server.url('/status/410/b')}\narchive: {COPY}\n"
    )
    files["annotations/sources/book.yml"] = "type: book\ntitle: T\n"
    return write_files(files)


def links(project: Path, *arguments: str) -> Said:
    return command("links", *arguments, "--", *AT_ONCE, root=project)


def test_the_table(server: Server, project: Path) -> None:
    status, out, _ = links(project)
    assert status == 1
    assert (
        out.replace(server.address, "HERE")
        == f"""\
gone         lost     HERE/status/410 (410 Gone)
                      no archived copy is known; look for the page at another address
gone         kept     HERE/status/410/b (410 Gone)
                      kept in an archive: {COPY}
moved        moved    HERE/to/301/fine
                      write into annotations/sources/moved.yml:  URL: HERE/fine
blocked      paywall  HERE/status/402 (402 Payment Required)
2 gone, 1 moved, 1 blocked, 2 ok
"""
    )
    assert server.asked.count("/fine") == 2  # for two sources once, and at the end of the redirect


@pytest.mark.parametrize(
    ("names", "status"),
    [(["fine", "moved", "paywall", "kept", "book"], 0), (["lost", "fine"], 1), (["lost"], 1), (["book"], 0)],
)
def test_only_what_is_broken_fails(project: Path, names: list[str], status: int) -> None:
    assert links(project, "--only", *names).status == status


def test_json(server: Server, project: Path) -> None:
    told = {item["source"]: item for item in json.loads(links(project, "--format", "json").out)}
    assert list(told) == ["lost", "kept", "moved", "paywall", "fine", "too"]
    assert told["moved"] == {
        "source": "moved", "file": "annotations/sources/moved.yml", "address": server.url("/to/301/fine"),
        "state": "moved", "status": 200, "detail": "", "moved_to": server.url("/fine"), "archive": "",
        "broken": False, "write": f"URL: {server.url('/fine')}",
    }  # fmt: skip
    assert told["kept"]["archive"] == COPY
    assert [name for name, item in told.items() if item["broken"]] == ["lost"]


def test_a_copy_is_said_in_every_format() -> None:
    item = Link("a", "annotations/sources/a.yml", LinkFinding("https://x.org/", "gone", 404, "404", archive=COPY))
    assert f"write into annotations/sources/a.yml:  archive: {COPY}\n" in as_text([item])
    assert json.loads(as_json([item]))[0]["write"] == f"archive: {COPY}"
    assert f"write into `annotations/sources/a.yml`:  `archive: {COPY}`\n" in as_markdown([item])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "losd", "fine"], "There is no source “losd”. Did you mean “lost”?\n"),
        (["lost"], "“lost” is no option for lychee; sources are named after --only.\n"),
        (["--only", "fine", "--", "--pause=1"],
         "lychee asked for nothing and ended with 2: error: unexpected argument '--pause' found\n"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_answered(server: Server, project: Path, arguments: list[str], said: str) -> None:
    status, out, err = command("links", *arguments, root=project)
    assert (status, out, err.endswith(said)) == (2, "", True), err
    assert server.asked == []


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_many_have_answered(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert isinstance(sys.stderr, Terminal)
    look([server.address + "/fine", server.address + "/status/204"], AT_ONCE, tmp_path)
    assert sys.stderr.getvalue() == "\r1 of 2 …\r2 of 2 …\r\x1b[K"


def test_without_lychee_it_is_told_how_to_have_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(project / "bin/python"))
    monkeypatch.setenv("PATH", str(project))
    status, out, err = links(project)
    assert (status, out) == (2, "")
    assert err.endswith(
        f'lychee, which asks for the addresses, is not installed: {sys.executable} -m pip install '
        '"annotated-edition[links]"\n'
    )  # fmt: skip


def test_without_a_network_nothing_is_said_to_be_broken(server: Server, project: Path) -> None:
    for name in ("fine", "moved"):
        change(project / f"annotations/sources/{name}.yml", server.address, "http://127.0.0.1:1")
    status, out, err = links(project, "--only", "fine", "moved")
    assert (status, out) == (2, "")
    assert "None of 2 addresses can be reached: is there a network?" in err


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
    link = Link("a", "a.yml", LinkFinding("https://example.org/", "moved", 200, moved_to="https://example.org/a#b"))
    assert 'URL: "https://example.org/a#b"' in as_text([link])
