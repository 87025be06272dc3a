"""The structure holds, where `make check` cannot tell: what stands beside the rooms, and the table that names them."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import edition
from edition.commands.main import WORDS
from edition.model import kinds


def _imported(file: Path) -> set[str]:
    """The modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def test_the_modules_beside_the_engine_import_its_face_alone(root: Path) -> None:
    """The linter's contracts are of packages; the command is started from beside its room."""
    beside = sorted((root / "hooks").glob("*.py"))
    assert len(beside) == 3
    for file in beside:
        tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        rooms = {name for name in _imported(file) if name.startswith("edition.")}
        assert rooms == ({"edition.commands"} if file.stem == "edition_command" else set()), file
        taken = [node for node in tree if isinstance(node, ast.ImportFrom) and node.module == "edition"]
        assert {name.name for node in taken for name in node.names} <= set(edition.__all__), file


def test_the_engine_has_no_clock_no_network_and_no_arguments(root: Path) -> None:
    engine = root / "hooks/edition"
    foreign = {
        "argparse",
        "asyncio",
        "http.client",
        "random",
        "secrets",
        "socket",
        "subprocess",
        "time",
        "urllib.request",
    }
    looks_at_clock = re.compile(r"\.(?:today|now|utcnow)\(\)")
    for file in engine.rglob("*.py"):
        if "commands" not in file.parts:
            assert not _imported(file) & foreign, file
            assert not looks_at_clock.search(file.read_text(encoding="utf-8")), file


def test_the_table_of_rooms_is_whole_and_in_their_order(root: Path) -> None:
    engine = root / "hooks/edition"
    rows = re.findall(r"^\| `([a-z]+)(/?)` \|", (engine / "README.md").read_text(encoding="utf-8"), re.M)
    rooms = {(path.stem, "/" * path.is_dir()) for path in engine.glob("[a-z]*") if path.suffix in ("", ".py")}
    assert set(rows) == rooms
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    assert [name for name, _ in rows] == [name for layer in layers for name in layer.split(" | ")]


def test_every_word_of_the_command_is_held_to_call_no_other(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    (held,) = (one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "independence")
    assert held["modules"] == [word.__name__ for word in WORDS]


def test_whatever_path_the_table_names_is_there(root: Path) -> None:
    engine = root / "hooks/edition"
    named = re.findall(r"`([\w.-]*/[\w./-]*)`", (engine / "README.md").read_text(encoding="utf-8"))
    for name in named:
        paths = (name.replace("KIND", kind.slug()) for kind in kinds() if kind.has_page or "notes" in name)
        places = ([room / path for room in (engine, engine / "publishing", root)] for path in paths)
        assert all(any(place.exists() for place in where) for where in places), name


_TAG = re.compile(r"</?[a-z][a-z0-9]*[\s>{]")


def _written(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and the text of each string of the code; patterns and docstrings read or tell of HTML and make none."""
    for node in ast.iter_child_nodes(tree):
        is_pattern = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")
        if is_pattern or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            continue
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(str(part.value) if isinstance(part, ast.Constant) else "{" for part in node.values),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        else:
            yield from _written(node)


def _html_in(code: str) -> list[tuple[int, str]]:
    return [(line, text) for line, text in _written(ast.parse(code)) if _TAG.search(text)]


def test_pages_have_their_html_from_templates(root: Path) -> None:
    engine = root / "hooks/edition"
    files = [file for room in ("text", "weaving", "publishing") for file in (engine / room).rglob("*.py")]
    looked_for = {"</head>", "</body>"}  # the panel finds its place in a page by them
    for file in [*files, engine / "commands/pdf.py"]:
        found = _html_in(file.read_text(encoding="utf-8"))
        assert not [(file.name, line, text) for line, text in found if text not in looked_for]


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("x = f'<p>{y}</p>'", [1]),
        ("def f():\n    return f'<{tag} id=\"{y}\">' + '</a>'", [2]),
        ("x = '<br>'", [1]),
        ("pattern = re.compile(r'<p>.*?</p>')", []),
        ('def f():\n    """The `<p>` of it."""\n    return 1 < y', []),
    ],
)
def test_html_in_code_is_found(code: str, lines: list[int]) -> None:
    assert sorted({line for line, _ in _html_in(code)}) == lines


@pytest.mark.parametrize(
    ("ending", "lines", "columns"),
    [
        ("py", 300, None),
        ("js", 199, 120),
        ("css", None, 150),
        ("html", None, 149),
    ],
)
def test_files_and_their_lines_are_short(ending: str, lines: int | None, columns: int | None, root: Path) -> None:
    """Of Python Ruff tells the columns."""
    for file in (root / "hooks").rglob(f"*.{ending}"):
        text = file.read_text(encoding="utf-8").splitlines()
        assert len(text) <= (lines or len(text)), file
        assert not columns or max(map(len, text), default=0) <= columns, file


def test_a_long_file_of_tests_says_why(root: Path) -> None:
    for file in (root / "tests").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") <= 300 or "One file, though long" in text.partition("from __future__")[0], file


def test_the_engine_names_nothing_that_is_a_hosts(root: Path) -> None:
    names = re.compile(
        r"\b(dest_uri|dest_path|src_uri|src_path|page\.meta|md-[a-z]+|main\.html|base\.html|search_index)\b"
    )
    for file in (root / "hooks/edition").rglob("*"):
        if file.suffix in (".py", ".html"):
            assert not names.search(file.read_text(encoding="utf-8")), file
