"""What the tests need is found on a machine, or installed on one that has nothing; without a right to, it is said."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import program

PROVIDE = Path(__file__).with_name("provide")
TOOLS = ("sh", "env", "grep", "install", "dirname", "chmod")
# Installs what it is told to, and says so: a package is a program of its own name, fonts are told by `fc-list`.
APT = """\
here=$(dirname "$0")
echo "$1" >> "$here/asked"
[ "$1" = install ] || exit 0
for word in "$@"; do
  case "$word" in install | -*) continue ;; esac
  [ "$word" != "$LACKING" ] || exit 100
  echo "$word" >> "$here/installed"
  case "$word" in webkit2gtk-driver) word=WebKitWebDriver ;; xvfb) word=Xvfb ;; esac
  printf '#!/bin/sh\\n' > "$here/$word"
  chmod +x "$here/$word"
done
"""
FONTS = """\
if grep -q fonts-noto-cjk "$(dirname "$0")/installed"; then echo Noto Sans CJK SC; fi
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs: all that there is on the machine."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (programs / tool).symlink_to(found)
    (programs / "installed").touch()
    program(programs / "apt-get", APT)
    program(programs / "fc-list", FONTS)
    program(programs / "id", "echo 0")
    program(programs / "sudo", "exit 1")
    program(programs / "system-python", 'grep -q gir1.2-webkit2-4.1 "$(dirname "$0")/installed"')
    program(programs / "python", f'[ "$1" = -m ] || exec {sys.executable} "$@"\n[ "$DOWNLOADS" = yes ]')
    return programs


def provide(machine: Path, *engines: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine), "LACKING": "", "DOWNLOADS": "no", "SYSTEM_PYTHON": "system-python"} | variables
    command = [str(machine / "sh"), str(PROVIDE), "python", *engines]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def installed(machine: Path) -> list[str]:
    return (machine / "installed").read_text(encoding="utf-8").split()


def test_a_machine_with_nothing_gets_fonts_and_a_browser(machine: Path) -> None:
    done = provide(machine)
    assert done.stdout == f"{machine / 'chromium-headless-shell'}{os.linesep}", done.stderr
    assert done.returncode == 0
    assert installed(machine) == ["fontconfig", "fonts-noto-cjk", "chromium-headless-shell"]
    assert (machine / "asked").read_text(encoding="utf-8").split() == ["update", "install", "install"]


def test_where_there_is_no_shell_of_its_own_the_whole_browser_is_installed(machine: Path) -> None:
    done = provide(machine, LACKING="chromium-headless-shell")
    assert done.stdout == f"{machine / 'chromium'}{os.linesep}", done.stderr
    assert installed(machine)[2:] == ["chromium"]


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_what_is_there_is_taken_and_nothing_installed(machine: Path, name: str) -> None:
    program(machine / name)
    (machine / "installed").write_text("fonts-noto-cjk\n", encoding="utf-8")
    assert provide(machine).stdout == f"{machine / name}{os.linesep}"
    assert installed(machine) == ["fonts-noto-cjk"]


def test_what_is_named_goes_first(machine: Path) -> None:
    for name in ("chromium-headless-shell", "mine"):
        program(machine / name)
    assert provide(machine, CHROMIUM="mine").stdout == f"{machine / 'mine'}{os.linesep}"


def test_without_the_right_to_install_it_says_what_is_missing(machine: Path) -> None:
    program(machine / "id", "echo 1000")
    done = provide(machine)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "No Chinese font is installed" in done.stderr
    (machine / "installed").write_text("fonts-noto-cjk\n", encoding="utf-8")
    done = provide(machine)
    assert done.returncode == 1
    assert "No Chromium is installed" in done.stderr
    # The empty line stands for the one that Playwright downloads.
    done = provide(machine, DOWNLOADS="yes")
    assert (done.returncode, done.stdout) == (0, os.linesep)


def test_the_other_engines_are_installed_where_they_are_asked_for(machine: Path) -> None:
    done = provide(machine, "firefox", "webkit")
    assert done.stdout == f"{machine / 'chromium-headless-shell'}{os.linesep}", done.stderr
    assert installed(machine)[2:] == [
        "firefox-esr", "webkit2gtk-driver", "xvfb", "python3-gi", "gir1.2-webkit2-4.1", "chromium-headless-shell",
    ]  # fmt: skip
    assert provide(machine, "firefox", "webkit").returncode == 0
    assert installed(machine)[-1] == "chromium-headless-shell"  # and not once more


def test_a_firefox_of_another_name_is_taken(machine: Path) -> None:
    program(machine / "firefox")
    assert provide(machine, "firefox").returncode == 0
    assert "firefox-esr" not in installed(machine)


@pytest.mark.parametrize(("engine", "lacking"), [("firefox", "firefox-esr"), ("webkit", "gir1.2-webkit2-4.1")])
def test_an_engine_that_cannot_be_had_is_told(machine: Path, engine: str, lacking: str) -> None:
    done = provide(machine, "firefox", "webkit", LACKING=lacking)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"No {engine} is installed" in done.stderr
    assert lacking in done.stderr
