"""Which engine this is: its version, the line that pins it, and its wheel where no address leads to it."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from edition.commands.failure import CommandError
from edition.commands.git import git
from edition.history import address_of, without_password

NAME = "annotated-edition"
"""The package's name."""
_HOME = Path(__file__).parents[3]
"""The project that the engine belongs to, where it runs from a clone."""
_SOURCES = ("hooks", "pyproject.toml", "README.md", "LICENSE")
_WRITTEN_BY_PIP = ("INSTALLER", "REQUESTED", "RECORD", "direct_url.json")
_DAY_ZERO = "315532800"  # 1980: a zip knows no earlier day


@dataclass(frozen=True, slots=True)
class Engine:
    """What an edition has to know of the engine that it is made with."""

    version: str
    requirement: str
    """The line of `requirements.txt` by which pip installs this engine and no other."""
    wheel: tuple[str, bytes] | None = None
    """The file that the line names, where it names one that lies beside it."""


def version() -> str:
    """The engine's version: of the clone that it runs from, or of the package that is installed."""
    if project := _clone():
        return project
    try:
        return distribution(NAME).version
    except PackageNotFoundError:
        raise CommandError("The engine runs without its package here: install it with pip, or clone it.") from None


def engine() -> Engine:
    """This engine, as others can have it; CommandError where it cannot be handed on."""
    number = version()
    if _clone():
        pinned = _pushed(_HOME)
        return Engine(number, f"{NAME} @ {pinned}") if pinned else _beside(number, *_built())
    package = distribution(NAME)
    origin = json.loads(package.read_text("direct_url.json") or "{}")
    address, place = origin.get("url", ""), origin.get("subdirectory")
    within = f"#subdirectory={place}" if place else ""
    if "vcs_info" in origin:
        held = origin["vcs_info"]
        return Engine(number, f"{NAME} @ {held['vcs']}+{without_password(address)}@{held['commit_id']}{within}")
    if urlsplit(address).scheme in ("http", "https"):
        return Engine(number, f"{NAME} @ {without_password(address)}{within}")
    if not origin:  # from an index of packages
        return Engine(number, f"{NAME}=={number}")
    return _beside(number, *_packed(package))


def home() -> Path | None:
    """The project that the engine runs from, where it is a clone and no package."""
    return _HOME.resolve() if _clone() else None


def holds_the_same(path: Path, wheel: bytes) -> bool:
    """Whether the wheel that is there holds the files of the other, however each was packed."""
    if not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as there, zipfile.ZipFile(BytesIO(wheel)) as other:
            held = [{(item.filename, item.CRC) for item in one.infolist() if not item.filename.endswith("/RECORD")}
                    for one in (there, other)]  # fmt: skip
    except zipfile.BadZipFile:
        return False
    return held[0] == held[1]


def _clone() -> str:
    """The version that the project says which the engine lies in; empty where it lies in none."""
    try:
        project = tomllib.loads((_HOME / "pyproject.toml").read_text(encoding="utf-8")).get("project", {})
    except (OSError, ValueError):
        return ""
    return str(project.get("version", "")) if project.get("name") == NAME else ""


def _pushed(home: Path) -> str:
    """The repository's address with the commit, if others have that commit and it is what runs here; else nothing."""
    try:
        commit = git(home, "rev-parse", "HEAD").decode().strip()
        if git(home, "status", "--porcelain", "--", *_SOURCES).strip():
            return ""
        within = git(home, "rev-parse", "--show-prefix").decode().strip().rstrip("/")
        for remote in git(home, "remote").decode().split():
            held = git(home, "for-each-ref", "--contains", commit, f"refs/remotes/{remote}")
            if held and (address := address_of(git(home, "remote", "get-url", remote).decode().strip())):
                return f"git+{address}@{commit}" + (f"#subdirectory={within}" if within else "")
    except (CalledProcessError, OSError):
        return ""
    return ""


def _beside(number: str, name: str, data: bytes) -> Engine:
    return Engine(number, f"./{name}", (name, data))


def _built() -> tuple[str, bytes]:
    """A wheel of the clone, made by the build backend that is installed; name and content."""
    with TemporaryDirectory() as folder:
        place = Path(folder, "engine")
        place.mkdir()
        for name in _SOURCES:
            if (_HOME / name).is_dir():
                left = shutil.ignore_patterns("__pycache__", "*.egg-info")
                shutil.copytree(_HOME / name, place / name, ignore=left)
            elif (_HOME / name).is_file():
                shutil.copy(_HOME / name, place / name)
        build = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
        done = subprocess.run(  # noqa: S603 - ourselves
            [sys.executable, "-c", build, folder],
            cwd=place,
            env={**os.environ, "SOURCE_DATE_EPOCH": _DAY_ZERO},
            capture_output=True,
            text=True,
            check=False,
        )
        wheels = [*Path(folder).glob("*.whl")]
        if done.returncode or not wheels:
            why = (done.stderr.strip() or done.stdout.strip() or "it made none").splitlines()[-1]
            raise CommandError(f"The engine’s wheel, which the edition is to depend on, cannot be built: {why}.")
        return wheels[0].name, wheels[0].read_bytes()


def _packed(package: Distribution) -> tuple[str, bytes]:
    """The wheel that the package was installed from, made anew of its files; name and content."""
    name = f"{NAME.replace('-', '_')}-{package.version}-py3-none-any.whl"
    record, content = [], BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:

        def put(path: str, data: bytes) -> None:
            entry = zipfile.ZipInfo(path)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)

        about = ""
        for file in sorted(package.files or (), key=str):
            if ".." in file.parts or "__pycache__" in file.parts or file.is_absolute():
                continue
            if file.parts[0].endswith(".dist-info"):
                about = file.parts[0]
                if file.name in _WRITTEN_BY_PIP:
                    continue
            data = Path(str(file.locate())).read_bytes()
            digest = base64.urlsafe_b64encode(sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{file.as_posix()},sha256={digest},{len(data)}\n")
            put(file.as_posix(), data)
        if not about:
            raise CommandError("The engine’s files cannot be told from others here: install it anew with pip.")
        put(f"{about}/RECORD", "".join([*record, f"{about}/RECORD,,\n"]).encode())
    return name, content.getvalue()
