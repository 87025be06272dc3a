"""Scripts and stylesheets as they are served: the same program, without what is written for people alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from edition.publishing.served_assets import needed, served
from edition.publishing.site import ASSETS

NPM = Path(sys.prefix) / "npm"
PROGRAM = """
import { createRequire } from "node:module"
import { readFileSync } from "node:fs"
const require = createRequire(process.argv[2] + "/")
const [ts, postcss] = [require("typescript"), require("postcss")]
const options = { compilerOptions: { target: "ESNext", module: "ESNext", removeComments: true } }
const program = path => readFileSync(path, "utf8")
// The space around a comma in no string says nothing, nor that of lines.
const solid = text => text.trim().split(/("[^"]*")/)
  .map((piece, at) => at % 2 ? piece : piece.replace(/\\s+/g, " ").replace(/ ?, ?/g, ",").replace(/: /g, ":")).join("")
const shape = node => ({
  ...Object.fromEntries(["type", "name", "params", "selector", "prop", "value", "important"]
    .filter(key => key in node).map(key => [key, typeof node[key] === "string" ? solid(node[key]) : node[key]])),
  nodes: node.nodes?.filter(one => one.type !== "comment").map(shape),
})
const bare = path => path.endsWith(".js")
  ? ts.transpileModule(program(path), options).outputText
  : JSON.stringify(shape(postcss.parse(program(path))))
console.log(JSON.stringify(process.argv.slice(3).map(bare)))
"""
WRITTEN = [path for path in ASSETS if path.suffix in (".js", ".css")]


def test_what_is_served_is_what_is_written_but_for_comments_and_layout(tmp_path: Path) -> None:
    paths = [tmp_path / path.name for path in WRITTEN]
    for path, source in zip(paths, WRITTEN, strict=True):
        path.write_bytes(served(source.name, source.read_bytes()))
    (tmp_path / "program.mjs").write_text(PROGRAM, encoding="utf-8")
    command = [Path(sys.executable).with_name("node"), tmp_path / "program.mjs", NPM, *WRITTEN, *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    programs = json.loads(done.stdout)
    assert programs[: len(paths)] == programs[len(paths) :]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("/* A head. */\nconst one = 1\n", "const one = 1\n"),
        ("/** In two\n * lines. */\nconst one = 1 // because\n", "const one = 1\n"),
        ("  // a line\n  one()\n\n\ttwo()\n", "one()\ntwo()\n"),
        ('const home = "https://example.org" // ours\n', 'const home = "https://example.org"\n'),
        ('go("a // b")\n', 'go("a // b")\n'),
        ("const one = /** @type {Node} */ (two)\n", "const one = (two)\n"),
        ("catch { /* private mode */ }\n", "catch { }\n"),
    ],
)
def test_comments_are_left_out_and_nothing_else(written: str, wanted: str) -> None:
    assert served("a.js", written.encode()).decode() == wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (".a,\n.b { color: red; margin: 0 1px; }\n", ".a,.b{color:red;margin:0 1px}"),
        ("a:hover > b, p :is(i, u) { --x: 1, 2 }", "a:hover > b,p :is(i,u){--x:1,2}"),
        ('a::before { content: " {;\n} , " attr(x) "  "; }', 'a::before{content:" {;\n} , " attr(x) "  "}'),
        ('a { --b: "x: "; content: var(--b, "") "/" / "y"; }', 'a{--b:"x: ";content:var(--b,"") "/" / "y"}'),
        ("@media screen and (width < 60em) {\n  a { width: calc(1px + 2px) }\n}",
         "@media screen and (width < 60em){a{width:calc(1px + 2px)}}"),
        ("a { src: local('It\\'s,  so'), local(\"b\") }", "a{src:local('It\\'s,  so'),local(\"b\")}"),
    ],
)  # fmt: skip
def test_a_stylesheet_is_set_solid_but_for_what_it_says(written: str, wanted: str) -> None:
    assert served("a.css", written.encode()).decode() == wanted


def test_a_picture_is_served_as_it_is() -> None:
    assert served("a.png", b"/* \xff */\n\n") == b"/* \xff */\n\n"


def test_what_a_script_imports_is_needed_at_first_and_what_it_asks_for_later_is_not(tmp_path: Path) -> None:
    for name, text in {
        "first.js": 'import { b } from "./b.js"\nconst later = () => import("./d.js")\n',
        "b.js": 'import {\n  c,\n} from "./c.js"\nimport { first } from "./first.js"\n',
        "c.js": 'import { b } from "./b.js"\n',
        "d.js": "",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert needed(tmp_path / "first.js") == ("b.js", "c.js", "first.js")
