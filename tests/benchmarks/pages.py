"""Measures what a reader and an editor wait for: `python -m tests.benchmarks.pages [--runs 5]`.

A section of this edition and the same section of plain Material, in turn, from a server that compresses, in Chromium
with a cold cache on a slow line (1.6 Mbit/s, 150 ms) and, where it is said, a processor four times slower: when the
largest paint comes, for how long the scripts block, what moves, what all weighs. Then how near its words each note
stands; and how long a saved word takes to stand in a page that is served, here and in an edition of 100 sections.
One file, though long: it is run by itself, and all its parts measure the same two sites.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import Browser, sync_playwright

from edition.commands.browser import executable
from tests.benchmarks.bench import KEEPING
from tests.benchmarks.synthetic import write
from tests.browser.nearness import NEARNESS, WIDTHS

ROOT = Path(__file__).resolve().parents[2]
SECTION = "article/02-departure"
LINE: Mapping[str, Any] = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
SLOW = 4
PATIENCE = 60
WATCH = """
window.seen = { paint: 0, shift: 0, blocked: 0 }
const watch = (type, take) =>
  new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true })
watch("largest-contentful-paint", entry => { seen.paint = entry.startTime })
watch("layout-shift", entry => { seen.shift += entry.hadRecentInput ? 0 : entry.value })
watch("longtask", entry => { seen.blocked += Math.max(0, entry.duration - 50) })
"""

Seen = dict[str, float]


@contextmanager
def compressing(site: Path) -> Iterator[str]:
    """Where the site is served, compressed."""

    @cache
    def content(path: Path) -> bytes:
        return gzip.compress(path.read_bytes(), 6)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = site / self.path.partition("?")[0].strip("/")
            path = path / "index.html" if path.is_dir() else path
            body = content(path) if path.is_file() else b""
            self.send_response(200 if path.is_file() else 404)
            self.send_header("Content-Type", guess_type(path)[0] or "application/octet-stream")
            if path.is_file():
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def visit(browser: Browser, address: str, width: int) -> Seen:
    """One visit with a cold cache."""
    context = browser.new_context(viewport={"width": width, "height": 900 if width > 600 else 844})
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", dict(LINE))
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    weights: list[float] = []
    protocol.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    seen: Seen = page.evaluate("() => new Promise(done => setTimeout(() => done(seen), 300))")
    context.close()
    return {**seen, "weight": sum(weights) / 1000}


def plain_of(folder: Path) -> Path:
    """The same article as plain Material shows it, without notes."""
    settings = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    shutil.copytree(ROOT / "docs/article", folder / "docs/article")
    (folder / "docs/index.md").write_text("# The article\n", encoding="utf-8")
    kept = {name: settings[name] for name in ("site_name", "theme")} | {"plugins": ["search"]}  # which Material has
    kept["markdown_extensions"] = [one for one in settings["markdown_extensions"] if isinstance(one, str)]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")
    return folder


def here_of(folder: Path) -> Path:
    """A copy of this project, in which a note can be changed."""
    names = ("docs", "annotations", "hooks", "mkdocs.yml", ".git")
    for name in (name for name in names if (ROOT / name).exists()):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    return folder


def build(project: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=project, env=environment(), check=True, capture_output=True)
    return project / "site"


def environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "", "REPO_URL": "", "EDIT_URI": "", **KEEPING}


@contextmanager
def serving(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", address]
    process = subprocess.Popen(
        command, cwd=project, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: text_at(f"http://{address}/") != "")
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait()


def text_at(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise SystemExit(f"nothing came of it within {PATIENCE} seconds")
        time.sleep(0.01)


def edit(file: Path, words: str, address: str, turn: int) -> float:
    """Seconds from a change of these words in the file until the page has them."""
    before = file.read_text(encoding="utf-8")
    mark = f"{words} zqx{turn}"
    start = time.perf_counter()
    file.write_text(before.replace(words, mark, 1), encoding="utf-8")
    until(lambda: f"zqx{turn}" in text_at(address))
    took = time.perf_counter() - start
    file.write_text(before, encoding="utf-8")
    until(lambda: f"zqx{turn}" not in text_at(address))
    return took


def met(found: float, most: float) -> str:
    return "met    " if found <= most else "NOT MET"


def compared(name: str, own: float, plain: float, most: float, unit: str = "s") -> str:
    ratio = own / plain if plain else 0.0
    return (
        f"  {met(ratio, most)}  {name}: {own:.2f} {unit}, plain {plain:.2f} {unit}: {ratio:.2f} times, at most {most}"
    )


def read(browser: Browser, own: str, plain: str, runs: int) -> Iterator[str]:
    for width in (1440, 390):
        rounds = [(visit(browser, own, width), visit(browser, plain, width)) for _ in range(runs)]
        here, there = ({name: median(seen[name] for seen in side) for name in side[0]}
                       for side in zip(*rounds, strict=True))  # fmt: skip
        yield compared(f"largest paint at {width} px", here["paint"] / 1000, there["paint"] / 1000, 1.1)
        yield compared(f"blocking at {width} px", here["blocked"] / 1000, there["blocked"] / 1000, 1.2)
        yield f"  {met(here['shift'], 0)}  layout shift at {width} px: {here['shift']:.3f}, at most 0"
        weight = f"{here['weight']:.1f} kB, plain {there['weight']:.1f} kB, at most 60"
        yield f"  {met(here['weight'], 60)}  weight, all, compressed: {weight}"


CARDS = """() => {
  const took = []
  for (const leaf of document.querySelectorAll(".edition .words > p:not(.en)")) {
    leaf.scrollIntoView({ block: "center", behavior: "instant" })
    const { left, width, top } = leaf.getBoundingClientRect()
    for (let x = left + 12; x < left + Math.min(width, 500); x += 40) {
      const target = document.elementFromPoint(x, top + 14)
      if (!leaf.contains(target) || target.closest(".mark, .sign")) continue
      const start = performance.now()
      target.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: x, clientY: top + 14 }))
      document.querySelector(".word-card")?.getBoundingClientRect()
      if (document.querySelector(".word-card:not([hidden])")) took.push(performance.now() - start)
    }
  }
  return took
}"""


def cards(browser: Browser, address: str) -> Iterator[str]:
    """How long the scripts take from a press on a word to its card in place."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.evaluate(CARDS)  # the first press fetches what answers
    page.wait_for_selector(".word-card", state="attached")
    page.wait_for_load_state("networkidle")
    protocol = page.context.new_cdp_session(page)
    for rate in (1, SLOW):
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        took = sorted(page.evaluate(CARDS))
        slow = f", a processor {rate} times slower" if rate > 1 else ""
        yield f"  {met(took[-1], 50)}  {len(took)} cards{slow}: median {median(took):.1f}, longest {took[-1]:.1f} ms, at most 50"
    page.close()


def near(browser: Browser, address: str) -> Iterator[str]:
    sections = sorted(path.stem for path in (ROOT / "docs/article").glob("*.md"))
    for width in WIDTHS:
        away: list[float] = []
        gaps: list[float] = []
        page = browser.new_page(viewport={"width": width, "height": 900})
        for section in sections:
            page.goto(f"{address}article/{section}/")
            found = page.evaluate(NEARNESS)
            away += found["away"]
            gaps += found["gaps"]
        page.close()
        away.sort()
        yield (
            f"  at {width} px: median {median(away):.0f}, 95% within {away[int(0.95 * len(away))]:.0f}, "
            f"farthest {away[-1]:.0f} px; widest gap {max(gaps):.0f} px"
        )


def saved(folder: Path, here: Path, plain: Path, runs: int) -> Iterator[str]:
    own = here / "annotations/glosses/guanxuan.yml", "make it official", "article/01-lede/"
    word = plain / f"docs/{SECTION}.md", "Jerry Tworek", f"{SECTION}/"
    yield from _saved("a note of this edition", (here, own), (plain, word), runs, 1.2)
    large, bare = folder / "large", folder / "bare"
    write(large, "edition", 100)
    write(bare, "plain", 100)
    note = next(iter(sorted((large / "annotations/bios").glob("*.yml"))))
    words = str(yaml_load(note.read_text(encoding="utf-8"))["summary"])[:12]
    section = bare / "docs/article/section-1.md"
    section = section if section.exists() else next(iter(sorted((bare / "docs").rglob("*section-1.md"))))
    shown = section.relative_to(bare / "docs").with_suffix("").as_posix()
    text = section.read_text(encoding="utf-8").rstrip()[-6:]
    yield from _saved(
        "a note of 100 sections", (large, (note, words, f"bios/{note.stem}/")), (bare, (section, text, f"{shown}/")),
        runs, 1.5,
    )  # fmt: skip


def _saved(name: str, own: tuple[Path, Any], plain: tuple[Path, Any], runs: int, most: float) -> Iterator[str]:
    with serving(own[0]) as here, serving(plain[0]) as there:
        rounds = []
        for turn in range(runs):
            took = []
            for address, (_, (file, words, page)) in ((here, own), (there, plain)):
                took.append(edit(file, words, address + page, turn))
            rounds.append(took)
    ours, theirs = (median(took) for took in zip(*rounds, strict=True))
    yield compared(f"{name}, saved and on screen", ours, theirs, most, "s")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures what a reader and an editor wait for.")
    parser.add_argument("--runs", type=int, default=5, help="visits and edits of each, of which the median is taken")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        (folder / "plain").mkdir()
        (folder / "here").mkdir()
        plain, here = plain_of(folder / "plain"), here_of(folder / "here")
        browser = driver.chromium.launch(executable_path=executable())
        with compressing(build(here)) as own, compressing(build(plain)) as there:
            print("A section, read (medians):")  # noqa: T201
            for line in read(browser, f"{own}{SECTION}/", f"{there}{SECTION}/", runs):
                print(line)  # noqa: T201
            print("A word's card (script):")  # noqa: T201
            for line in cards(browser, f"{own}{SECTION}/"):
                print(line)  # noqa: T201
            print("Notes from their words:")  # noqa: T201
            for line in near(browser, own):
                print(line)  # noqa: T201
        browser.close()
        print("An edit:")  # noqa: T201
        for line in saved(folder, here, plain, runs):
            print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
