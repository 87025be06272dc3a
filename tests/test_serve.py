"""`mkdocs serve`: the site keeps coming whatever a contributor writes, tells what is wrong, and heals."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.test_adapter import EDITIONS, ENVIRONMENT

DEADLINE = 60  # seconds; only a hang takes that long


@pytest.fixture
def served(tmp_path: Path, root: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the small Chinese edition, and the address at which it is served."""
    project = tmp_path / "project"
    shutil.copytree(EDITIONS / "chinese", project)
    configuration = (
        (project / "mkdocs.yml").read_text(encoding="utf-8").replace("site_url: https://example.org/edition/", "")
    )
    hook = str(root / "hooks/mkdocs_hooks.py")
    (project / "mkdocs.yml").write_text(configuration.replace("../../../hooks/mkdocs_hooks.py", hook), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=project, env=ENVIRONMENT, stdout=log, stderr=log)
        try:
            yield project, f"http://{address}/"
        finally:
            server.terminate()
            server.wait(DEADLINE)


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


def test_an_edit_shows_a_mistake_is_told_in_the_page_and_it_heals(served: tuple[Path, str]) -> None:
    project, address = served
    note = project / "annotations/glosses/throne.yml"
    page = f"{address}article/03-end/"
    wait_for(page, lambda html: "throne" in html and 'class="problems"' not in html)

    change(note, "meaning: throne", "meaning: royal chair")
    wait_for(page, lambda html: "royal chair" in html)

    change(note, "register: literary", "register: litterary")
    html = wait_for(page, lambda html: 'class="problems"' in html)
    assert "annotations/glosses/throne.yml:5:11" in html
    assert "离职的人越来越多" in html
    wait_for(f"{address}bios/openai/", lambda html: 'class="problems"' in html)

    change(note, "register: litterary", "register: literary")
    wait_for(page, lambda html: 'class="problems"' not in html and "royal chair" in html)

    change(project / "docs/article/03-end.md", "一个也没有留下", "两个也没有留下")
    html = wait_for(page, lambda html: "两个也没有留下" in html)
    assert "annotations/edition.yml:6:9" in html
