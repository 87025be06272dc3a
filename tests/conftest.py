"""What every test may ask for: the project's own files, small editions made on the spot, a browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect

from edition.commands.browser import chromium
from tests.golden import Golden
from tests.hosts import EDITIONS, build, write
from tests.once import Once
from tests.patience import DEADLINE
from tests.sweeping import mark_swept

ROOT = Path(__file__).parent.parent

# The same examples on every machine, and none is judged by how long it takes; with `make sweep` four times as many.
SAME = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", SAME, max_examples=25)
settings.register_profile("further", SAME, max_examples=100)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write what comes out into the golden cases")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "golden_test(files): a test that runs once for each of the files")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two to a core: what is tested in a browser waits for half of its time."""
    return 2 * (os.cpu_count() or 1)


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses by marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What opens a browser goes first, then what builds sites; the files that take a second fill up the end.

    So no worker has a long file left when the others have none (xdist by itself gives out first what has most tests).
    """
    mark_swept(items)
    opening = {item.path for item in items if "browser" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: 0 if item.path in opening else 1 if item.path.parent == ROOT / "tests" else 2)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if marker := metafunc.definition.get_closest_marker("golden_test"):
        folder, files = Path(metafunc.module.__file__ or "").parent, marker.args[0]
        paths = sorted((folder / files).parent.resolve().glob(Path(files).name))
        metafunc.parametrize("golden", paths, indirect=True, ids=[path.stem for path in paths])


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """A case of the test's files (tests/golden.py)."""
    return Golden(request.param, is_updated=request.config.getoption("--update-goldens"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def write_files(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Writes files, by their paths, into a new folder and answers with the folder."""

    def write_all(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            write(tmp_path / name, text)
        return tmp_path

    return write_all


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder once for all the processes among which the tests are shared out."""
    base = tmp_path_factory.getbasetemp()
    return Once(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


@pytest.fixture(scope="session")
def site_of(root: Path, once: Once) -> Callable[[str], Path]:
    """The site that MkDocs makes of an edition: the `real` one, or one of tests/editions. Nobody may change it."""

    def site(name: str) -> Path:
        def make(folder: Path) -> None:
            done = build(root if name == "real" else EDITIONS / name, folder)
            assert done.returncode == 0, done.stderr

        return once(f"site of {name}", make)

    return site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium, or the one that Playwright downloaded."""
    expect.set_options(timeout=DEADLINE * 1000)
    with chromium("start") as browser:
        yield browser
