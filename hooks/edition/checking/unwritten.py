"""What an import left to be written in the pages about the edition, and in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition.model import PLACEHOLDER
from edition.problems import Place, Problem, short
from edition.reading import decode, folder_of_pages
from edition.reading.settings import configuration_of


def unwritten_pages(root: Path) -> Iterator[Problem]:
    """A warning for each line that is still to be written, which readers would see."""
    for path in (configuration_of(root), *sorted((root / folder_of_pages(root)).glob("*.md"))):
        file = decode(path, path.relative_to(root).as_posix(), []) if path.is_file() else None
        for number, line in enumerate(file.text.split("\n") if file else (), 1):
            start = line.find(f"{PLACEHOLDER}: ")
            if file and start >= 0 and not line[:start].rstrip().endswith("#"):
                place = Place(file, number, start + 1, len(PLACEHOLDER))
                quote = line[start - 1 : start].strip()  # of a text in quotation marks, what stands between them
                said = line[start:].partition(quote)[0] if quote in ("'", '"') else line[start:]
                message = f"here stands “{short(said)}”"
                yield Problem.warning(place, "text still to be written", message, "Write it.")
