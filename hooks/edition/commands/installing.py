"""Which engine an edition depends on, and how pip brings another into the environment in which this one runs."""

from __future__ import annotations

import codecs
import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

from edition.commands.engine import NAME, home
from edition.commands.failure import CommandError

PINNED = "requirements.txt"
"""Where the engine is named."""
LINE = re.compile(rf"^(?:{NAME}\b|\./{NAME.replace('-', '_')}-)[^\r\n]*", re.M)
"""The line there that names it."""
_BACK = "`make clean install` brings its environment back."


def install(root: Path, wanted: str) -> int:
    """Have pip bring the engine into this environment, with what it runs on, and let that engine do the rest; its exit
    status, or CommandError where pip is not asked, or fails."""
    named = _named(root, wanted)
    if clone := home():
        raise CommandError(
            f"pip would put “{wanted}” in the place of the engine in {clone}, whose command this is. Use the edition’s "
            f"own, in its folder: make install, then .venv/bin/edition upgrade {wanted}"
        )
    print(f"Installing {wanted} …", file=sys.stderr)
    if not _pip("--no-deps", "--force-reinstall", named):
        raise CommandError(f"pip cannot install “{wanted}”; nothing was changed in the edition.")
    runs_on = distribution(NAME).locate_file("edition/requirements.txt")
    print("Installing what it runs on …", file=sys.stderr)
    if not _pip("--require-hashes", "--requirement", str(runs_on)):
        raise CommandError(f"pip cannot install what this engine runs on; nothing was changed in the edition. {_BACK}")
    command = [sys.executable, "-m", "edition.commands", "--root", str(root), "upgrade"]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - the new engine


def _pip(*words: str) -> bool:
    """Whether pip installs into this environment what the words name."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        return not subprocess.run([*pip, *words], check=False).returncode  # noqa: S603 - no shell
    except KeyboardInterrupt:  # pip has taken the old one away by then, perhaps with this very command
        raise KeyboardInterrupt(f"Stopped; nothing was changed in the edition. {_BACK}") from None


def _named(root: Path, wanted: str) -> str:
    """What pip is asked for: the word itself, or the commit of that name in the repository that is pinned. Of a bare
    name pip would take, and run, whatever package anybody has published under it."""
    if Path(wanted).exists():
        return str(Path(wanted).resolve())
    if "://" in wanted or re.match(rf"{NAME}\s*(?:[\[@=<>~!]|$)", wanted):
        return wanted
    if wanted.endswith((".whl", ".gz", ".zip", "/")):
        raise CommandError(f"{wanted}: there is no such file or folder; nothing was changed in the edition.")
    line = LINE.search(pins(root / PINNED)[1])
    pinned = re.search(r"(git\+[^#\s]+?)@[0-9a-f]{40}(#\S+)?$", line[0].strip()) if line else None
    if not pinned:
        raise CommandError(
            f"{PINNED} names no repository in which “{wanted}” could be looked for: name a wheel, the folder of a "
            f"clone of the engine, or its repository, such as git+https://example.org/engine@{wanted}"
        )
    return f"{NAME} @ {pinned[1]}@{wanted}{pinned[2] or ''}"


def pins(path: Path) -> tuple[bytes, str]:
    """The mark that requirements.txt begins with, and its text, out of which its very bytes can be made again."""
    data = path.read_bytes() if path.is_file() else b""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise CommandError(f"{path} is in UTF-16, as PowerShell writes it: save it as UTF-8, commit, then again.")
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark, data.removeprefix(mark).decode("utf-8", "surrogateescape")
