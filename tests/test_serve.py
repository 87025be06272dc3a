"""`mkdocs serve`: the site keeps coming whatever a contributor writes, tells what is wrong, and heals."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from html import unescape
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.hosts import ENVIRONMENT, change, copy_edition
from tests.html import parse
from tests.permissions import OBEYING, heeds_permissions

DEADLINE = 60  # seconds; only a hang takes that long
PROBLEMS = 'class="problems"'


@contextmanager
def serve(project: Path, host: str = "mkdocs") -> Iterator[str]:
    """Serves the project and answers with the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [*OBEYING, sys.executable, "-m", host, "serve", "--dev-addr", address]
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


def is_healed(html: str) -> bool:
    return "又双叒叕" in html and PROBLEMS not in html and "problem" not in (parse(html).findtext("head/title") or "")


Step = tuple[Callable[[], object], str, Callable[[], object]]


def in_turn(project: Path, steps: Callable[[Path], list[Step]], host: str = "mkdocs") -> None:
    """Each step spoils something, which the page then tells, and mends it, which the page then shows; one server."""
    with serve(project, host) as address:
        page = f"{address}article/01-begin/"
        wait_for(page, is_healed)
        for spoil, told, mend in steps(project):
            spoil()
            html = wait_for(page, lambda html, told=told: PROBLEMS in html and told in html)  # type: ignore[misc]
            assert (parse(html).findtext("head/title") or "").startswith("(")
            assert unescape(told).rpartition("error: ")[2] in (project.parent / "log").read_text(encoding="utf-8")
            mend()
            wait_for(page, is_healed)


def away(path: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """To move it away, and to bring it back."""
    return partial(path.rename, path.with_name("away")), partial(path.with_name("away").rename, path)


def rewritten(path: Path, text: str) -> tuple[Callable[[], object], Callable[[], object]]:
    """To write something else there, and to write what was there."""
    return partial(path.write_text, text, "utf-8"), partial(path.write_bytes, path.read_bytes())


def made_folder(path: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """To put a folder in the file's place, and the file back."""
    before = path.read_bytes()

    def spoil() -> None:
        path.unlink()
        path.mkdir()

    def mend() -> None:
        path.rmdir()
        path.write_bytes(before)

    return spoil, mend


def shut(path: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """To let nobody read it, and to let them."""
    return partial(path.chmod, 0), partial(path.chmod, 0o755)


def test_what_is_moved_away_or_put_in_a_files_place_is_told_and_heals(project: Path) -> None:
    snippets = "{pymdownx.snippets: {base_path: [annotations], check_paths: true}}"  # without them the host gives up
    change(project / "mkdocs.yml", "superfences]", f"superfences, {snippets}]")
    (project / "docs/more.md").write_text('--8<-- "glosses/throne.yml"\n', encoding="utf-8")

    def steps(project: Path) -> list[Step]:
        section, note = project / "docs/article/02-middle.md", project / "annotations/bios/gpt.yml"
        return [
            (spoil, told, mend)
            for (spoil, mend), told in (
                (made_folder(section), "docs/article/02-middle.md:1:1: error: this is a folder"),
                (away(section), "annotations/edition.yml:6:9"),
                ((partial(section.rename, section.with_name("02-center.md")),
                  partial(section.with_name("02-center.md").rename, section)), "article/02-center.md"),
                (made_folder(note), "annotations/bios/gpt.yml:1:1: error: this is a folder"),
                (away(project / "annotations"), "annotations/edition.yml:1:1"),
                (away(project / "docs"), "isn&#39;t an existing directory"),
            )
        ]  # fmt: skip

    in_turn(project, steps)


def test_a_broken_mkdocs_yml_is_told_and_heals(project: Path) -> None:
    def steps(project: Path) -> list[Step]:
        path = project / "mkdocs.yml"
        text = path.read_text(encoding="utf-8")
        wanted = (
            (text.replace("name: material", "name: mateiral"), "mkdocs.yml:3:1: error: Unrecognised theme"),
            (text.replace("nav:\n", "nav: [\n"), "mkdocs.yml:"),
            (
                text.replace("theme: {name: material, font: false}", "theme: {name: readthedocs}"),
                "made for Material for MkDocs",
            ),
            (text + "exclude_docs: article/02-middle.md\n", "“exclude_docs” leaves out “article/02-middle.md”"),
            ("", "mkdocs.yml:1:1: error: Required configuration not provided."),
            (text + "site_url: http://[x\n", "ValueError: Invalid IPv6 URL"),
        )
        steps: list[Step] = []
        for broken, told in wanted:
            spoil, mend = rewritten(path, broken)
            steps.append((spoil, told, mend))
        gone, back = away(path)

        def pipe() -> None:
            path.unlink()
            os.mkfifo(path)

        def file() -> None:
            path.unlink()
            path.write_text(text, encoding="utf-8")

        steps.append((pipe, "mkdocs.yml:1:1: error: this is no file, where a file is wanted", file))
        return [*steps, (gone, "mkdocs.yml:1:1: error: this cannot be read: it is not there", back)]

    (project / "docs/old.html").write_bytes(b"caf\xe9")  # a page of the host's own, in an encoding of its own
    in_turn(project, steps)


@heeds_permissions
def test_what_may_not_be_read_is_told_and_heals_under_the_other_host(project: Path) -> None:
    picture = project / "docs/picture.png"
    picture.write_bytes(b"")
    names = ("annotations", "annotations/bios/gpt.yml", "docs/article/02-middle.md", "docs/picture.png")

    def steps(project: Path) -> list[Step]:
        return [(spoil, f"{name}:1:1: error: this", mend)
                for name in names for spoil, mend in (shut(project / name),)]  # fmt: skip

    in_turn(project, steps, "properdocs")


@pytest.mark.parametrize("more", [(), ("--no-livereload",)])
def test_an_address_that_is_taken_is_told_before_anything_is_built(project: Path, more: tuple[str, ...]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address, *more]
        done = subprocess.run(
            command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=DEADLINE
        )
    assert done.returncode == 1
    assert f"{address} cannot be served: Address already in use. If another “mkdocs serve” runs there" in done.stderr
    assert "Traceback" not in done.stderr and "Cleaning site directory" not in done.stderr
