"""What a section's page weighs as a server sends it, compressed, and that nothing on it moves while it loads."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from edition.publishing import ASSETS, joined, served
from tests.browser.conftest import Open, rest, visitor
from tests.browser.test_margin import SECTIONS

KILOBYTE = 1000
OURS = {path.name: path for path in ASSETS}
MOST = {"02-departure": 60}
SHIFT = """
window.shift = 0
const late = new CSSStyleSheet()
late.replaceSync("* { animation-delay: 1h !important }") // a page shows itself unplaced where its script is late
document.adoptedStyleSheets = [late]
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value
}).observe({ type: "layout-shift", buffered: true })
"""


@pytest.mark.parametrize("section", sorted(SECTIONS, key=lambda section: section not in MOST))
def test_a_section_is_light(browser: Browser, address: str, site: Path, section: str) -> None:
    """HTML, stylesheets and scripts that are asked for until the page is at rest; of ours no more than its share."""
    asked: list[str] = []
    visit = visitor(browser, address, lambda context: context.on("request", lambda request: asked.append(request.url)))
    with visit(f"article/{section}/") as page:  # in a window that no pointer lies on, whose answers are not counted
        page.wait_for_load_state("networkidle")
    weights: dict[str, int] = {}
    for url in asked:
        path = site / urlsplit(url).path.lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if path.suffix in (".html", ".css", ".js"):
            weights[path.name] = len(gzip.compress(path.read_bytes(), 9))
    assert {"index.html", "edition.css", "edition.js"} <= set(weights)
    ours = {name: size for name, size in weights.items() if name in OURS}
    own = joined({name: path.read_bytes() for name, path in OURS.items()})["edition.css"]
    ours["edition.css"] = len(gzip.compress(served("edition.css", own), 9))  # which comes behind the theme's, in one
    assert sum(weights.values()) <= MOST.get(section, 80) * KILOBYTE, weights
    assert sum(ours.values()) <= 15.4 * KILOBYTE, ours
    assert sum(size for name, size in ours.items() if name.endswith(".js")) <= 7.27 * KILOBYTE, ours


@pytest.mark.parametrize("section", SECTIONS)
def test_nothing_moves_while_a_section_loads(visit: Open, section: str) -> None:
    with visit("404.html") as page:
        page.add_init_script(SHIFT)
        address = page.url.replace("404.html", f"article/{section}/")
        for width in (1440, 1024, 390):
            page.goto("about:blank")
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            rest(page)
            assert page.evaluate("window.shift") < 0.02, width
