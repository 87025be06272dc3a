"""A page that was saved, or a text: the file in which a command is to find an article."""

from __future__ import annotations

import re
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from edition import unreadable
from edition.commands.failure import CommandError

if TYPE_CHECKING:
    from edition.importing import Article


def article_of(name: str) -> Article:
    """The article of a page that was saved, or of a text."""
    return article_in(bytes_of(name), name)


def article_in(data: bytes, name: str) -> Article:
    """The article that a file of the name holds in its bytes."""
    from edition.importing import UnreadableError, read_file

    try:
        return read_file(Path(name).name, data)
    except UnreadableError as error:
        raise CommandError(f"{name}: {error}") from error


def bytes_of(name: str) -> bytes:
    """What the file holds that is to be imported."""
    from edition.importing import MAX_BYTES

    if re.match(r"(?:https?|ftp|file|view-source):/", name, re.I):
        raise CommandError(
            f"{name}: an address is not fetched. Open it in a browser, save the page (“Web page, HTML only”) "
            "and name the file that is saved."
        )
    source = Path(name)
    try:
        if source.is_dir():
            raise CommandError(f"{name}: this is a folder. Name the text file, or the page, that is in it.")
        if name == "-":
            raise CommandError("-: what a pipe gives is not read. Save it, and name the file that is saved.")
        if not source.exists() and not source.is_symlink():
            raise CommandError(f"{name}: there is no such file. Name a text file, or a page as your browser saves it.")
        if not S_ISREG(source.stat().st_mode):
            raise CommandError(f"{name}: this is no file, but a pipe or a device. Save what it gives, and name that.")
        size = source.stat().st_size
        if size > MAX_BYTES:
            raise CommandError(
                f"{name}: the file has {size / 1e6:.1f} MB; the import reads up to {MAX_BYTES / 1e6:.0f} MB. Save the "
                "page without its pictures (“Web page, HTML only”), or the article’s words as a text file."
            )
        return source.read_bytes()
    except OSError as error:
        raise CommandError(unreadable(error)) from error
