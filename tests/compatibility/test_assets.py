"""What checks the scripts and stylesheets in `make check` refuses what is wrong; `make test` does both."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from edition.publishing.site import ASSETS

BIN = Path(sys.executable).parent
PUBLISHING = Path("hooks/edition/publishing")
TWINS = {
    "types": {
        "a-number-is-no-string.js": 'export const one = "x".at("y")\n',
        "a-function-of-nobody-knows-what.js": "export const one = other => other\n",
        "a-word-that-is-spelt-otherwise.js": "/** @param {Word} word */\nexport const one = word => word.raeding\n",
    },
    "linters": {
        "what-is-never-used.js": 'import { all } from "./page.js"\n\nexport const one = 1\n',
        "a-comparison-that-is-always-false.js": "/** @param {number} one */\nexport const a = one => one === NaN\n",
        "another-layout.js": "export const one = 'x';\n",
        "imports-in-no-order.js": 'import "./text.js"\n\nimport { b, a } from "./page.js"\n\na(b)\n',
        "a-property-that-there-is-not.css": "a { colr: red; }\n",
        "a-declaration-that-is-overruled-at-once.css": "a { color: red; color: blue; }\n",
        "a-brace-that-is-not-closed.css": "a { color: red;\n",
    },
}
"""What must be refused: by the types, which are looked at where the linters find nothing, and by these."""


def check(root: Path, folder: Path = BIN) -> subprocess.CompletedProcess[str]:
    return subprocess.run([root / "tests/npm/check", folder], capture_output=True, text=True, check=False)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """What checks the assets, and a folder for some that are wrong."""
    (tmp_path / PUBLISHING / "assets").mkdir(parents=True)
    (tmp_path / "tests/npm").mkdir(parents=True)
    for name in (
        f"{PUBLISHING}/types.d.ts",
        *(f"tests/npm/{name}" for name in ("check", "tsconfig.json", "biome.jsonc")),
    ):
        shutil.copy(root / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("by", TWINS)
def test_what_is_not_is_refused(copy: Path, by: str) -> None:
    for name, text in TWINS[by].items():
        (copy / PUBLISHING / "assets" / name).write_text(text, encoding="utf-8")
    done = check(copy)
    assert done.returncode != 0
    assert [name for name in TWINS[by] if f"assets/{name}" not in done.stdout + done.stderr] == []


def test_where_what_checks_them_is_missing_that_is_said(root: Path, tmp_path: Path) -> None:
    done = check(root, tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "not checked" in done.stderr


_IMPORTED = re.compile(r"""(?:from|import)[ (]*"\./([\w-]+\.js)\"""")


def circle_in(scripts: dict[str, str]) -> list[str]:
    """The names of scripts that import one another in a circle, at once or on first use; none where none do."""
    try:
        TopologicalSorter({name: _IMPORTED.findall(text) for name, text in scripts.items()}).prepare()
    except CycleError as found:
        return list(found.args[1])
    return []


def test_scripts_import_one_way() -> None:
    assert circle_in({path.name: path.read_text(encoding="utf-8") for path in ASSETS if path.suffix == ".js"}) == []


@pytest.mark.parametrize("back", ['import { b } from "./b.js"', 'import "./b.js"', 'const b = () => import("./b.js")'])
def test_a_circle_of_scripts_is_found(back: str) -> None:
    assert circle_in({"a.js": back, "b.js": 'import { a } from "./a.js"'}) == ["a.js", "b.js", "a.js"]
