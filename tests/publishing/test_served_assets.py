"""Scripts and stylesheets as they are served: the same program, without what is written for people alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from edition.publishing.served_assets import joined, served
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


def test_a_script_holds_the_modules_that_it_imports_and_those_that_come_later_have_them_from_it(tmp_path: Path) -> None:
    modules = {
        "first.js": 'import { both } from "./b.js"\nboth()\nimport("./d.js").then(({ last }) => last())\n',
        "b.js": 'import {\n  add,\n  seen,\n} from "./c.js"\nexport const both = () => add(`b after ${seen}`)\n',
        "c.js": "export const seen = []\nexport function add(what) {\n  seen.push(what)\n}\nlet own = 1\n",
        "d.js": 'import { add, seen } from "./c.js"\nimport { e } from "./e.js"\n'
        "export const last = () => {\n  add(e)\n  console.log(seen.join())\n}\n",
        "e.js": 'export const e = "e"\n',
    }
    contents = {name: text.encode() for name, text in modules.items()} | {"a.png": b"\xff"}
    result = joined(contents, "first.js")
    assert {*result} == {"a.png", "d.js", "e.js", "first.js"}
    assert joined({name: content.replace(b"\n", b"\r\n") for name, content in contents.items()}, "first.js") == result
    assert result["first.js"].endswith(b"\nexport { seen, add }\n")
    said = [ran(tmp_path / str(turn), files) for turn, files in enumerate((contents, result))]
    assert said == ["b after ,e\n"] * 2


def ran(folder: Path, files: Mapping[str, bytes]) -> str:
    """What the modules print."""
    folder.mkdir()
    for name, content in {**files, "package.json": b'{"type": "module"}'}.items():
        (folder / name).write_bytes(content)
    command = [Path(sys.executable).with_name("node"), folder / "first.js"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_no_name_of_what_the_page_needs_at_first_is_there_twice(tmp_path: Path) -> None:
    script = tmp_path / "edition.mjs"
    script.write_bytes(joined({path.name: path.read_bytes() for path in ASSETS})["edition.js"])
    subprocess.run([Path(sys.executable).with_name("node"), "--check", script], check=True)


def test_one_stylesheet_is_for_the_screen_and_for_paper() -> None:
    paths = {path.name: path.read_bytes() for path in ASSETS}
    made = joined(paths)
    assert made["edition.css"] == paths["edition.css"] + b"@media print {\n" + paths["print.css"] + b"}\n"
    assert "print.css" not in made
