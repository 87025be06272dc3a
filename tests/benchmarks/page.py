"""Measures how long the script takes to place notes: `python -m tests.benchmarks.page [--notes 150] [--slow 4]`.

The page is that of the whole article, by a build of this edition, with its first notes only (all: --notes 0). The
script is served with marks around what it does; the page itself has none. Milliseconds, medians of several loads,
with what the browser lays out in between, but not what it would have laid out without the script:

- first: from nothing placed, as the page loads.
- again: with all in its place, as when a window changes its width.
- open: a note is opened, and the others make room.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Route

from edition.commands.browser import chromium
from tests.serving import served

ROOT = Path(__file__).parents[2]
LOADS = 7
NOTE = re.compile(r'<details class="note .*?</details>', re.S)
BEGIN = "const place = () => {"
MARKED = """const place = () => {
  document.body.offsetHeight // the layout that is due in any case is none of its doing
  const begin = performance.now()
  placeNotes()
  ;(window.spent ||= []).push(performance.now() - begin)
}
window.placeAgain = () => place()
const placeNotes = () => {"""


def thinned(html: str, most: int) -> str:
    """The page with its first notes only; all of them where `most` is 0."""
    found = list(NOTE.finditer(html))
    for note in reversed(found[most:] if most else []):
        html = html[: note.start()] + html[note.end() :]
    return html


def measured(browser: Browser, address: str, site: Path, most: int, slow: float) -> tuple[int, list[float]]:
    """How many notes there are, and the milliseconds of one load: first, again, open."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()

    def answer(route: Route) -> None:
        html = thinned((site / "whole/index.html").read_text(encoding="utf-8"), most)
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    def marked(route: Route) -> None:
        script = (site / "assets/edition.js").read_text(encoding="utf-8")
        assert script.count(BEGIN) == 1, f"edition.js no longer has “{BEGIN}”, around which this measures"
        route.fulfill(body=script.replace(BEGIN, MARKED), content_type="text/javascript")

    page.route("**/whole/", answer)
    page.route("**/assets/edition.js", marked)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    page.goto(f"{address}whole/", wait_until="networkidle")
    first = page.evaluate("spent[0]")
    again = page.evaluate("spent.length = 0, document.body.style.paddingLeft = '1px', placeAgain(), spent[0]")
    opened = page.evaluate(
        "spent.length = 0, document.querySelectorAll('.note')[40].open = true, placeAgain(), spent[0]"
    )
    count = page.locator(".note").count()
    context.close()
    return count, [first, again, opened]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--notes", type=int, default=150, help="how many notes the page has; 0: all")
    parser.add_argument("--slow", type=float, default=1, help="how many times slower the processor is made")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", folder]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
        with served(Path(folder)) as address, chromium("start") as browser:
            runs = [measured(browser, address, Path(folder), wanted.notes, wanted.slow) for _ in range(LOADS)]
    lines = [f"{runs[0][0]} notes, processor {wanted.slow:g} times slower, median of {LOADS} loads, in ms"]
    for index, name in enumerate(("first", "again", "open")):
        lines.append(f"  {name}: {median(times[index] for _, times in runs):.0f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
