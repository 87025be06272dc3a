"""An edition whose every note holds a payload in each of its fields, and two sites of it."""

from __future__ import annotations

import json
import subprocess
import sys
from html import escape
from pathlib import Path
from typing import Any

import yaml

from edition import open_project
from edition.problems import Place, SourceFile
from edition.reading.markdown_fields import check_markdown
from edition.text import article_hash
from tests.hostile import fields
from tests.hosts import ENVIRONMENT, write

PAYLOADS = (Path(__file__).parent / "payloads.txt").read_text(encoding="utf-8").splitlines()
"""Scripts, and calls to another host, as attackers write them; a payload a line."""

SERVED = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config(site_dir=sys.argv[1], dev_addr="127.0.0.1:0")
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""
"""As `mkdocs serve` builds: it shows what is wrong, and goes on."""


def let_through(payload: str) -> str:
    """The payload, where a field of Markdown may hold it; else a word."""
    place = Place(SourceFile("note.yml", payload))
    return "word" if list(check_markdown("note", payload, place)) or "note:" in payload else payload


def write_edition(root: Path, hook: Path, payloads: list[str], marked_up: list[str]) -> None:
    """The edition: the notes numbered N hold the payload N in every field of text, and `marked_up[N]` in the others."""
    words = [f"W{number:03}." for number in range(len(payloads))]
    files: dict[str, str] = {"docs/index.md": "# The edition\n\n" + "\n\n".join(
        f'<div data-edition="{name}"></div>' for name in SLOTS)}  # fmt: skip
    notes = dict[str, Any]()
    for start in range(0, len(payloads), EACH):
        slug, here = f"s{start}", slice(start, start + EACH)
        title = json.dumps(" ".join(payloads[start : start + EACH : 5]), ensure_ascii=False)
        files[f"docs/article/{start:03}-{slug}.md"] = _section(title, words[here], payloads[here])
        notes[f"annotations/translations/{slug}.yml"] = [
            {"begins": word, "text": f"{payload} Openai. {payload}"}
            for word, payload in zip(words[here], payloads[here], strict=True)
        ]
        notes[f"annotations/interlinear/{slug}.yml"] = [
            {"begins": word, "words": [[word.rstrip("."), payload, payload]], "fuzzy": {"was": payload}}
            for word, payload in zip(words[here], payloads[here], strict=True)
        ]
    for number, (payload, markup) in enumerate(zip(payloads, marked_up, strict=True)):
        notes |= _notes(number, words[number], payload, markup)
    notes["annotations/claims.yml"] = [
        {"quote": word, "reason": text} for word, text in zip(words, payloads, strict=True)
    ]
    files["mkdocs.yml"] = (
        f"site_name: Hostile\nhooks: [{hook}]\nplugins: []\n"
        "validation: {links: {unrecognized_links: ignore}}\n"
        "repo_url: https://github.com/someone/edition\nedit_uri: edit/trunk/docs/\n"
        "theme: {name: material, font: false, features: [navigation.footer], palette: ["
        "{scheme: default, toggle: {icon: material/weather-night, name: Dark}}, "
        "{scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}]}\n"
    )
    _write(root, files)
    texts = [section.text for section in open_project(root).joined()[0].sections]
    line = " ".join(payloads[::3])
    told = {"author": payloads[::3], "language": "de", "sha256": article_hash(texts)}
    notes["annotations/edition.yml"] = fields.manifest(line, "\n\n".join(marked_up), payloads, **told)
    _write(root, {path: _dumped(note) for path, note in notes.items()})


def _dumped(note: Any) -> str:
    """As libyaml writes it, in a third of the time."""
    text: str = yaml.dump(note, Dumper=yaml.CSafeDumper, allow_unicode=True, width=4096)
    return text


def _write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        write(root / path, text)


SLOTS = "verdicts sections-list ratings-list article rights verdict-cells timeline departures".split()
EACH = 20
"""So many paragraphs has a section, each with a payload in it and in its notes."""


def _section(title: str, words: list[str], payloads: list[str]) -> str:
    paragraphs = "\n".join(
        f"<p>{word} {escape(payload)} End.</p>\n" for word, payload in zip(words, payloads, strict=True)
    )
    return f"---\ntitle: {title}\ndescription: {title}\nauthor: [{title}]\n---\n\n{paragraphs}"


def _notes(number: int, word: str, text: str, marked_up: str) -> dict[str, Any]:
    """A note of each kind and a source."""
    name, target = f"n{number:03}", {"exact": word, "section": f"s{number // EACH * EACH}"}
    mended = {"from": text, "to": f"{text}!", "text": text, "kind": "fact", "date": "2026-01-05"}
    terms = [word.rstrip("."), " ".join(text.split())]
    found = fields.notes(text, marked_up, target, terms, f"{name}-sources", f"{name}-bios", [mended])
    return {f"annotations/{folder}/{name}-{folder}.yml": note for folder, note in found.items()}


def build_served(project: Path, site: Path) -> None:
    """The site as `mkdocs serve` shows it, with every problem told in it and no policy."""
    command = [sys.executable, "-c", SERVED, str(site)]
    subprocess.run(command, cwd=project, env=ENVIRONMENT, check=True, capture_output=True)
