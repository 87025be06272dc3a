"""What an edition has of the engine: files that are the engine's own, the pin, and the record of both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from edition import open_project
from edition.commands.engine import Engine
from edition.commands.installing import PINNED
from edition.model import NOT_FOUND
from edition.reading import schema_files

RECORD = "engine.yml"
"""What tells of the engine in an edition: its version with the files that are its own."""
_HEAD = """\
# Written by `edition import` and `edition upgrade`; leave it as it is. The version of the engine that this edition is
# made with, and the SHA-256 of each file as that engine has it: one that is still so is renewed by an upgrade.
"""
PIN_HEAD = "# The engine, which says itself on what it runs. `edition upgrade` brings another.\n"
_SAYS_TITLE = re.compile("@(?:TITLE|SITE_NAME)@")


def laid_down(files: Mapping[str, str], new: Engine) -> dict[str, bytes]:
    """What a new edition gets of the engine: the files, the schemas, the pin with its wheel, and the record."""
    wheel = {new.wheel[0]: new.wheel[1]} if new.wheel else {}
    return {
        **{path: text.encode() for path, text in {**files, **schema_files()}.items()},
        PINNED: f"{PIN_HEAD}{new.requirement}\n".encode(),
        RECORD: record_of(new, sums(files)),
        **wheel,
    }


def record_of(new: Engine, sums: Mapping[str, str]) -> bytes:
    """The text of the record: the checksums of the engine's files, be they there or deleted by an editor."""
    lines = "".join(f"  {path}: {digest}\n" for path, digest in sorted(sums.items()))
    return f'{_HEAD}version: "{new.version}"\nfiles:\n{lines}'.encode()


def engine_files(root: Path) -> dict[str, str]:
    """The engine's files for the edition as it is now; without those that say its title, where none can be read."""
    from edition.importing import starter_files, starter_templates

    project = open_project(root)
    manifest = project.edition.manifest
    sections = [Path(section.path).name for section in project.sections]
    files = starter_files(manifest.title if manifest and manifest.title != NOT_FOUND else "", sections)
    if manifest:
        return files
    return {path: files[path] for path, text in starter_templates().items() if not _SAYS_TITLE.search(text)}


def sums(files: Mapping[str, str]) -> dict[str, str]:
    """The checksums of the files, by their paths."""
    return {path: sum_of(text.encode()) for path, text in files.items()}


def sum_of(data: bytes) -> str:
    """The SHA-256, whatever line ends Git gives a file on this machine."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()
