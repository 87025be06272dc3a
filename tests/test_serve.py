"""`mkdocs serve`: the site keeps coming whatever a contributor writes, tells what is wrong, and heals."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.test_adapter import ENVIRONMENT, copy_edition

DEADLINE = 60  # seconds; only a hang takes that long
PROBLEMS = 'class="problems"'


@contextmanager
def serve(project: Path) -> Iterator[str]:
    """Serves the project and answers with the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    said = project.parent / "log"
    with said.open("w") as log:
        server = subprocess.Popen(command, cwd=project, env=ENVIRONMENT, stdout=log, stderr=log)
        try:
            yield f"http://{address}/"
        finally:
            server.terminate()
            server.wait(DEADLINE)
    assert "Traceback" not in said.read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """The small Chinese edition, served from the root of its host."""
    project = copy_edition("chinese", tmp_path / "project", root)
    change(project / "mkdocs.yml", "site_url: https://example.org/edition/\n", "")
    return project


def wait_for(address: str, holds: Callable[[str], bool]) -> str:
    """The page as soon as it is as wanted."""
    html = ""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=DEADLINE) as answer:
                html = answer.read().decode()
        except URLError:
            html = ""
        if html and holds(html):
            return html
        time.sleep(0.1)
    raise AssertionError(f"{address} did not come as wanted; last: {html[:2000]}")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edit_shows_a_mistake_is_told_in_the_page_and_it_heals(project: Path) -> None:
    note = project / "annotations/glosses/throne.yml"
    with serve(project) as address:
        page = f"{address}article/03-end/"
        wait_for(page, lambda html: "throne" in html and PROBLEMS not in html)

        change(note, "meaning: throne", "meaning: royal chair")
        wait_for(page, lambda html: "royal chair" in html)

        change(note, "register: literary", "register: litterary")
        html = wait_for(page, lambda html: PROBLEMS in html)
        assert "annotations/glosses/throne.yml:5:11" in html
        assert "离职的人越来越多" in html
        wait_for(f"{address}bios/openai/", lambda html: PROBLEMS in html)

        change(note, "register: litterary", "register: literary")
        wait_for(page, lambda html: PROBLEMS not in html and "royal chair" in html)

        change(project / "docs/article/03-end.md", "一个也没有留下", "两个也没有留下")
        html = wait_for(page, lambda html: "两个也没有留下" in html)
        assert "annotations/edition.yml:6:9" in html


def test_notes_come_and_go_while_the_site_is_served(project: Path) -> None:
    note = project / "annotations/glosses/all-gone.yml"
    with serve(project) as address:
        page = f"{address}article/03-end/"
        wait_for(page, lambda html: "all-gone" not in html and "throne" in html)
        note.write_text(
            "target: {exact: 一个也没有留下}\nliteral: not one stays\nmeaning: all are gone\nregister: literary\n",
            encoding="utf-8",
        )
        wait_for(page, lambda html: 'id="note-all-gone"' in html and PROBLEMS not in html)
        note.unlink()
        wait_for(page, lambda html: "all-gone" not in html and PROBLEMS not in html)


def test_a_site_that_is_wrong_from_the_start_comes_tells_all_and_heals(project: Path) -> None:
    section = project / "docs/article/02-middle.md"
    text = section.read_text(encoding="utf-8")
    section.write_bytes(text.encode("gb18030"))
    note = project / "annotations/glosses/throne.yml"
    change(note, "terms: [王座]", "terms: [王座")
    change(project / "mkdocs.yml", "  - article/03-end.md\n", "")
    (project / "annotations/edition.yml").rename(project / "annotations/edition.away")
    with serve(project) as address:
        page = f"{address}article/01-begin/"
        html = wait_for(page, lambda html: PROBLEMS in html)
        assert "又双叒叕" in html
        for place in (
            "annotations/edition.yml:1:1",
            "annotations/glosses/throne.yml:1:8",
            "docs/article/02-middle.md:",
            "docs/article/03-end.md:1:1",
        ):
            assert place in html
        wait_for(f"{address}article/02-middle/", lambda html: PROBLEMS in html)

        section.write_text(text, encoding="utf-8")
        change(note, "terms: [王座", "terms: [王座]")
        change(project / "mkdocs.yml", "nav:\n  - index.md\n", "nav:\n  - index.md\n  - article/03-end.md\n")
        (project / "annotations/edition.away").rename(project / "annotations/edition.yml")
        wait_for(page, lambda html: "又双叒叕" in html and PROBLEMS not in html)
