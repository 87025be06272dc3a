"""The words of a corrected page into the edition that was made of it: `edition import … --again`."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from edition import Problem, SectionFile, render_all
from edition.commands.failure import CommandError
from edition.commands.files import lay_out, write_files
from edition.reading import ARTICLE, folder_of_article, folder_of_pages, html_of, read_sections
from edition.text import read_section

if TYPE_CHECKING:
    from edition.importing import Imported


def bring(imported: Imported, into: Path) -> int:
    """Write the words of each section that were changed; names, titles and notes are the editors' own and stay."""
    problems: list[Problem] = []
    there = read_sections(into, problems)
    if problems:
        raise CommandError(f"{render_all(problems)}\n\nNothing was changed: mend the sections first.")
    bodies = [text.partition("---\n\n")[2] for path, text in imported.files.items() if path.startswith(f"{ARTICLE}/")]
    if len(there) != len(bodies):
        raise CommandError(
            f"The page makes {len(bodies)} sections, and {into} has {len(there)}: which is which cannot be told. "
            "Import it into a new folder, and bring what was changed into the files under "
            f"{into / folder_of_article(into)} by hand."
        )
    changed: dict[Path, bytes] = {}
    for section, body in zip(there, bodies, strict=True):
        if _words(section) != _words(replace(section, markdown=body)):
            changed[into / section.path] = _with_body(into, section, body)
    if not changed:
        print("The page says what the edition has: no word was changed.")
        return 0
    _read_again(into, there, bodies, changed)
    report = into / "import-report.md"
    write_files({**changed, report: imported.files["import-report.md"].encode()})
    print("\n".join(["Changed:", *(f"  {path.relative_to(into).as_posix()}" for path in changed)]))
    go = "" if into.resolve() == Path.cwd() else f"cd {quote(str(into))} && "
    print(f"\nLook at it with git diff, then: {go}.venv/bin/edition reanchor --old HEAD")
    return 0


def _with_body(into: Path, section: SectionFile, body: str) -> bytes:
    """The section's file with another body; its head, its mark and its line ends stay byte for byte."""
    data = (into / section.path).read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(mark).decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    told = text.replace("\r\n", "\n").replace("\r", "\n")
    old = section.markdown.removeprefix("\ufeff")
    if not told.endswith(old) or old.startswith("---"):
        raise CommandError(f"Nothing was changed: where the front matter of {section.path} ends cannot be told.")
    head = told.removesuffix(old).rstrip("\n")
    whole = f"{head}\n\n{body}" if head else body
    return mark + whole.replace("\n", end).encode()


def _read_again(into: Path, there: Sequence[SectionFile], bodies: Sequence[str], changed: Mapping[Path, bytes]) -> None:
    """Whether the files, as they would be written, are read as they are meant; else nothing is written."""
    paths = {section.path: into / section.path for section in there}
    with TemporaryDirectory() as name:
        lay_out(Path(name), {path: changed.get(file) or file.read_bytes() for path, file in paths.items()})
        again = read_sections(Path(name), [], folder_of_pages(into), into)
    for old, new, body in zip(there, again, bodies, strict=True):
        if (new.slug, new.title) != (old.slug, old.title) or _words(new) != _words(replace(old, markdown=body)):
            raise CommandError(
                f"Nothing was changed: {old.path} would not be read as it is meant. Look at its first lines, the front "
                "matter: three hyphens above and three below, each alone on a line."
            )


def _words(section: SectionFile) -> list[str]:
    text = read_section("", html_of(section))
    return [text.words(leaf) for leaf in text.leaves]
