"""Scripts and stylesheets as they are served: the same program, without what is written for people alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

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
// The space around a comma, a > or a >= in no string says nothing, nor that of lines.
const solid = text => text.trim().split(/("[^"]*")/)
  .map((piece, at) => at % 2 ? piece : piece.replace(/\\s+/g, " ").replace(/ ?([,>]=?) ?/g, "$1").replace(/: /g, ":"))
  .join("")
const shape = node => ({
  ...Object.fromEntries(["type", "name", "params", "selector", "prop", "value", "important"]
    .filter(key => key in node).map(key => [key, typeof node[key] === "string" ? solid(node[key]) : node[key]])),
  nodes: node.nodes?.filter(one => one.type !== "comment").map(shape),
})
const bare = path => path.endsWith(".js")
  ? ts.transpileModule(program(path), options).outputText.replace(/\\s+/g, "")
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
