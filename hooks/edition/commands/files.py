"""The notes' files as they lie on disk, byte for byte, and the one place that writes.

A file is never written over: what is new is written beside it and then renamed, so that a full disk or a Ctrl-C
leaves every file as it was or as it is to be.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from edition import Problem
from edition.commands.failure import CommandError
from edition.problems import reason
from edition.reading import ANNOTATIONS, decode

_DENIED = frozenset([errno.EACCES, errno.EPERM, errno.EROFS])
"""What a folder answers into which nothing may be written."""
_REMEDIES = {
    **dict.fromkeys((errno.EACCES, errno.EPERM), "Give yourself the right to write there (chmod u+w), then again."),
    errno.EROFS: "Work in a copy elsewhere.",
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "Make room, then again."),
}


def notes(root: Path, left: list[Problem] | None = None) -> dict[str, str]:
    """Every YAML file of the notes, by its path from the root; what cannot be read is told in `left`."""
    found = {}
    problems = [] if left is None else left
    for path in sorted((root / ANNOTATIONS).rglob("*.yml")):
        name = path.relative_to(root).as_posix()
        if decode(path, name, problems) is not None:
            try:
                found[name] = path.read_bytes().decode("utf-8-sig")
            except (OSError, UnicodeDecodeError):  # it was another a moment ago
                continue
    return found


def write(root: Path, files: Mapping[str, str | None]) -> None:
    """Write the files, and delete those that are None; only what lies under the notes' folder. As `write_files`."""
    inside = (root / ANNOTATIONS).resolve()
    for name in files:
        if not (root / name).parent.resolve().is_relative_to(inside):
            raise CommandError(f"Nothing was written. {root / name} leads out of {root / ANNOTATIONS}.")
    write_files({root / name: None if text is None else text.encode() for name, text in files.items()})


def write_files(files: Mapping[Path, bytes | None], *, new: bool = False) -> None:
    """Write all the files, and delete those that are None: all of them, or none.

    Only when each has been written beside its place are they renamed, one after the other. CommandError where it cannot
    be done; KeyboardInterrupt, with the same account, where somebody stops it. `new`: none of them may be there yet.
    """
    beside = {path: path.with_name(_unused_name()) for path in files}
    renaming = False
    try:
        with _stopped_by_signals():
            for path, content in files.items():
                _may_be_written(path, new=new)
                if content is not None:
                    _write_beside(beside[path], path, content)
            renaming = True
            for path, content in files.items():
                if content is None:
                    path.unlink()
                else:
                    beside[path].replace(path)
    except (OSError, KeyboardInterrupt) as error:
        left = [path for path, text in files.items() if os.path.lexists(path if text is None else beside[path])]
        told = _account(files, left if renaming else list(files))
        if isinstance(error, OSError):
            raise CommandError(f"{told} {_reason(error)}") from error
        raise KeyboardInterrupt(f"Stopped. {told}") from None
    finally:
        for path in beside.values():
            _remove(path)


def lay_out(folder: Path, files: Mapping[Path, bytes] | Mapping[str, bytes]) -> None:
    """Write the files, by their paths from a folder that is ours, into it."""
    for name, content in files.items():
        target = folder / name
        target.resolve().relative_to(folder.resolve())
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A folder to write everything into that is to stand in `folder`, which may be there if it is empty.

    When the block ends it takes its place; where the block fails or is stopped, it is gone, and `folder` is as it was.
    CommandError or KeyboardInterrupt as of `write_files`, with every OSError of the block.
    """
    ours: list[Path] = []
    parents: list[Path] = []
    try:
        parents += [path for path in folder.parents if not path.exists()]
        exists = folder.is_dir()
        if exists and any(folder.iterdir()):
            raise OSError(errno.ENOTEMPTY, "something stands there already", str(folder))
        with _stopped_by_signals():
            beside = (folder if exists else folder.parent) / _unused_name()
            ours.append(beside)
            beside.mkdir(parents=True)
            yield beside
            if exists:
                ours += [folder / path.name for path in beside.iterdir()]
                for path in ours[1:]:
                    (beside / path.name).replace(path)
                beside.rmdir()
            else:
                beside.replace(folder)
    except BaseException as error:
        for path in ours:
            _remove(path)
        for path in parents:
            with suppress(OSError):
                path.rmdir()
        nothing = f"Nothing was written to {folder}."
        if isinstance(error, OSError):
            told = _reason(_of_what_is_there(error))
            for path in ours[:1]:  # told by the name of the folder that is meant
                told = told.replace(str(path), str(folder))
            raise CommandError(f"{nothing} {told}") from error
        if isinstance(error, KeyboardInterrupt):
            raise KeyboardInterrupt(f"Stopped. {nothing}") from None
        raise


def _of_what_is_there(error: OSError) -> OSError:
    """The error, told of the folder that refuses, where it names what is not there."""
    if error.errno in _DENIED and error.filename and not os.path.lexists(error.filename):
        error.filename = str(_there(Path(error.filename)))
    return error


def _may_be_written(path: Path, *, new: bool) -> None:
    """An OSError where the file may not be replaced: renaming alone would go over one that is read-only."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OSError(errno.EINVAL, "this is no plain file, but a link, a folder or the like", str(path))
    if path.exists():
        if new:
            raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        if not path.stat().st_mode & 0o222:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        path.open("r+b").close()  # where it may not be, the system tells why


def _write_beside(beside: Path, path: Path, content: bytes) -> None:
    """A new file with the content, and with the permissions of the one that it is to replace."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("xb") as file:
            file.write(content)
        if path.exists():
            shutil.copymode(path, beside)
    except OSError as error:  # told by the name of the file that is meant, or of the folder that does not take it
        raise OSError(error.errno, error.strerror, str(_there(path) if error.errno in _DENIED else path)) from error


def _there(path: Path) -> Path:
    """The folder into which the path would be written, or the nearest above it that is there."""
    return next((above for above in (path, *path.parents) if above.is_dir()), path).absolute()


def _unused_name() -> str:
    return f".{secrets.token_hex(8)}.tmp"


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _account(files: Mapping[Path, bytes | None], left: list[Path]) -> str:
    """In words, which of the files were written and which (`left`) were not."""
    written = [str(path) for path in files if path not in left]
    if not written:
        return "Nothing was written."
    rest = f" Not written: {', '.join(map(str, left))}." if left else ""
    return f"Written: {', '.join(written)}.{rest}"


def _reason(error: OSError) -> str:
    name, why = error.filename2 or error.filename, reason(error)
    remedy = f" {_REMEDIES[error.errno]}" if error.errno in _REMEDIES else ""
    return (f"{name}: {why}." if name else f"{why[:1].upper()}{why[1:]}.") + remedy


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """A request to end, by `kill` or by a terminal that is closed, is what Ctrl-C is: what is half done is put away."""

    def stop(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    kinds = []
    if threading.current_thread() is threading.main_thread():
        named = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
        kinds = [kind for kind in named if signal.getsignal(kind) is signal.SIG_DFL]
    for kind in kinds:
        signal.signal(kind, stop)
    try:
        yield
    finally:
        for kind in kinds:
            signal.signal(kind, signal.SIG_DFL)
