"""Every page is valid HTML, as the W3C's own checker (Nu) sees it; what is a theme's is named, and nothing is ours."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

import pytest

CHECKER = Path(sys.prefix) / "npm/node_modules/vnu-jar/build/dist/vnu.jar"
THEIRS = re.compile(r'<input class="md-toggle"[^>]*autocomplete="off">\s*<?\w*$')
"""Material's two switches without a script: a checkbox completes nothing."""

pytestmark = pytest.mark.skipif(
    not which("java") or not CHECKER.exists(), reason="wants Java and tests/npm/provide .venv/bin"
)


def errors_in(*paths: Path) -> list[dict[str, Any]]:
    """What is wrong in the files, and in those in the folders."""
    options = ["--format", "json", "--errors-only", "--skip-non-html", "--exit-zero-always"]
    # The checker runs for seconds: to compile it well, and to clear up beside it, would take as long again.
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m", "-jar", str(CHECKER)]
    done = subprocess.run([*java, *options, *map(str, paths)], capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return found


FAULTS = [
    ("</h1>", '<span role="note">x</span></h1>'),
    ("<article", '<article id="a"></article><article id="a"'),
    ("</article>", "</div></article>"),
    ("</article>", "<a><a></a></a></article>"),
    ("</article>", '<img src="x.png"></article>'),
]


def test_every_page_of_three_editions_is_valid_and_a_page_with_a_fault_is_refused(
    site_of: Callable[[str], Path], tmp_path: Path
) -> None:
    """All by one run of the checker, which takes half of its time to begin."""
    html = (site_of("chinese") / "article/01-begin/index.html").read_text(encoding="utf-8")
    for number, (right, wrong) in enumerate(FAULTS):
        assert right in html
        (tmp_path / f"{number}.html").write_text(html.replace(right, wrong, 1), encoding="utf-8")
    sites = map(site_of, ("real", "chinese", "german"))
    found = [error for error in errors_in(*sites, tmp_path) if not THEIRS.search(error["extract"])]
    faulty = tmp_path.as_uri().replace("file:///", "file:/")
    ours = [error for error in found if not error["url"].startswith(faulty)]
    assert [(error["url"], error["message"], error["extract"]) for error in ours] == []
    assert {Path(error["url"]).stem for error in found} == {str(number) for number, _ in enumerate(FAULTS)}
