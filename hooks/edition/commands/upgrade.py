"""`edition upgrade`: bring an edition to another version of the engine, and leave alone what its editors changed."""

from __future__ import annotations

import os
import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from subprocess import CalledProcessError

import yaml

from edition import unreadable
from edition.commands.engine import Engine, engine, holds_the_same, home
from edition.commands.engine_files import PIN_HEAD, RECORD, engine_files, record_of, sum_of, sums
from edition.commands.failure import CommandError
from edition.commands.files import write_files
from edition.commands.git import git
from edition.commands.installing import LINE, PINNED, install, pins
from edition.reading import ANNOTATIONS, schema_files

WHAT = "bring the edition to another version of the engine"
EXAMPLES = (
    "edition upgrade main",
    "edition upgrade ../annotated_edition-0.2.0-py3-none-any.whl",
    "edition upgrade --show Makefile",
)
MORE = """\
The engine that runs is the one that the edition is brought to; ENGINE is installed first:
  a commit, branch or tag   of the repository that requirements.txt names
  a wheel, or a folder      annotated_edition-0.2.0-py3-none-any.whl, or a clone of the engine
  anything that pip takes   git+https://example.org/engine@v2

It writes requirements.txt and engine.yml, the schemas, and each file of the engine’s (workflows, Makefile, guides) that
nobody changed; it tells of those that both sides changed. It begins only where Git has everything.
"""


def takes(parser: ArgumentParser) -> None:
    parser.add_argument("engine", metavar="ENGINE", nargs="?", help="install this engine first")
    parser.add_argument("--show", metavar="FILE", help="print a file as the engine has it, and change nothing")


def run(arguments: Namespace) -> int:
    from edition.importing import starter_templates

    root: Path = arguments.root
    if root.resolve() == home():
        raise CommandError("This is the project of the engine itself: git pull brings another version of it.")
    if arguments.show:
        return _show(root, arguments.show)
    before, recorded = _recorded(root)
    _refuse_uncommitted(root)
    if arguments.engine:
        return install(root, arguments.engine)
    new = engine()
    ours = engine_files(root)
    waiting = {path: recorded[path] for path in starter_templates() if path in recorded and path not in ours}
    known = {path: digest for path, digest in recorded.items() if path not in waiting}
    changes: dict[Path, bytes | None] = {}
    told = [*_renewed(root, ours, known, changes), *_schemas(root, changes), *_pinned(root, new, changes)]
    told += [
        f"  left     {path}: it says the article’s title, which {ANNOTATIONS}/edition.yml does not tell: mend that "
        "(`edition check` says how), commit, and upgrade again"
        for path in waiting
    ]
    record = record_of(new, {**sums(ours), **waiting})
    if not _has(root / RECORD, record):
        changes[root / RECORD] = record
    if not changes:
        print("\n".join([f"The edition has the engine {new.version} already; there is nothing to do.", *told]))
        return 0
    write_files(changes)
    print("\n".join([f"Engine {before} → {new.version}", *told]))
    print("\ngit diff shows what was written. Then: make test")
    return 0


def _show(root: Path, name: str) -> int:
    files = engine_files(root)
    if name not in files:
        print(f"The engine has no file {name}. It has: {', '.join(files)}.", file=sys.stderr)
        return 2
    print(files[name], end="")
    return 0


def _recorded(root: Path) -> tuple[str, dict[str, str]]:
    """The version that the edition is made with, and the checksum of each of the engine's files."""
    path = root / RECORD
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        files = {str(name): str(digest) for name, digest in said["files"].items()}
        if any(Path(name).is_absolute() or {"..", ".git"} & {*Path(name).parts} for name in files):
            raise KeyError  # what it names may be deleted
        return str(said["version"]), files
    except FileNotFoundError:
        raise CommandError(
            f"{path} is not there, so that nobody can tell which files are the engine’s. The edition was made when "
            "each had a copy of the engine: import its article into a new folder, and take docs/article/ and "
            f"{ANNOTATIONS}/ over."
        ) from None
    except OSError as error:
        raise CommandError(unreadable(error)) from error
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, UnicodeDecodeError):
        raise CommandError(f"{path} is not as the engine wrote it: git checkout {RECORD} brings it back.") from None


def _refuse_uncommitted(root: Path) -> None:
    try:
        asked = ("--no-optional-locks", "status", "--porcelain", "-z", "--", ".")
        found = git(root, *asked).decode("utf-8", "replace").split("\0")
    except FileNotFoundError:
        raise CommandError("Git is not installed: without it an upgrade cannot be looked at, nor taken back.") from None
    except CalledProcessError as error:
        why = error.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        if "not a git repository" not in why:
            raise CommandError(f"Git does not tell whether all work is committed: {why}") from error
        raise CommandError(
            "The edition is under no Git, so that an upgrade could not be looked at, nor taken back: "
            "git init, git add -A, git commit, then again."
        ) from None
    if names := [line[3:] for line in found if line]:
        more = f" and {len(names) - 3} more" if names[3:] else ""
        raise CommandError(
            f"There is work that is not committed ({', '.join(names[:3])}{more}), and an upgrade would lie among it: "
            "commit it, or put it away with git stash -u."
        )


def _renewed(
    root: Path, ours: Mapping[str, str], recorded: Mapping[str, str], changes: dict[Path, bytes | None]
) -> Iterator[str]:
    """What becomes of each of the engine's files, in words; what is to be written or deleted goes into `changes`."""
    for path in sorted({*ours, *recorded}):
        target, text = root / path, ours.get(path)
        there = target.read_bytes() if target.is_file() else None
        if os.path.lexists(target) and target.resolve() != root.resolve() / path:
            if text is not None and there != text.encode():
                yield f"  left     {path}: a link leads to it; see: edition upgrade --show {path}"
        elif text is None:  # of an engine before
            if there is not None and sum_of(there) == recorded[path]:
                changes[target] = None
                yield f"  deleted  {path}: the engine needs it no more"
        elif there is None and path not in recorded:
            changes[target] = text.encode()
            yield f"  new      {path}"
        elif there is None or sum_of(there) == sum_of(text.encode()):
            continue
        elif sum_of(there) == recorded.get(path):
            changes[target] = text.encode()
            yield f"  renewed  {path}"
        elif recorded.get(path) != sum_of(text.encode()):
            yield f"  left     {path}: changed here and by the engine; see: edition upgrade --show {path}"


def _schemas(root: Path, changes: dict[Path, bytes | None]) -> Iterator[str]:
    folder = root / ANNOTATIONS / "schemas"
    wanted = {root / path: text.encode() for path, text in schema_files().items()}
    old: dict[Path, bytes | None] = dict.fromkeys({*folder.glob("*.json")} - {*wanted})
    different = {path: data for path, data in wanted.items() if not _has(path, data)}
    changes.update({**old, **different})
    if old or different:
        yield f"  renewed  {ANNOTATIONS}/schemas/"


def _pinned(root: Path, new: Engine, changes: dict[Path, bytes | None]) -> Iterator[str]:
    """The line of requirements.txt, and the wheel that it names; what else the editors install stays."""
    path = root / PINNED
    mark, text = pins(path)
    found = LINE.search(text)
    renewed = f"{PIN_HEAD}{new.requirement}\n{text}"
    if found:  # another line of the engine would name another version of it, and pip would take neither
        behind = re.sub(rf"(?:{LINE.pattern})\r?\n?", "", text[found.end() :], flags=re.M)
        renewed = text[: found.start()] + new.requirement + behind
    if new.wheel and not holds_the_same(root / new.wheel[0], new.wheel[1]):
        changes[root / new.wheel[0]] = new.wheel[1]
        yield f"  new      {new.wheel[0]}"
    if renewed != text:
        changes[path] = mark + renewed.encode("utf-8", "surrogateescape")
        yield f"  renewed  {PINNED}: {new.requirement}"
    old = found[0].strip() if found else ""
    if old.startswith("./") and old != new.requirement and (root / old).is_file():
        changes[root / old] = None
        yield f"  deleted  {old.removeprefix('./')}"


def _has(path: Path, data: bytes) -> bool:
    """Whether the file is there with this text."""
    return path.is_file() and sum_of(path.read_bytes()) == sum_of(data)
