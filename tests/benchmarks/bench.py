"""Measures what the notes cost: `python -m tests.benchmarks.bench [--sizes 10 100 1000] [--runs 3]`.

Whole processes: (a) plain Material for MkDocs without notes, (b) the same notes written by hand as Material's
footnotes with tooltips, (c) this engine. Wall time and peak memory, the median of the runs, all in one go. The
engine's own share is measured within a process, phase by phase.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from edition import files, open_project
from edition.checking import check_edition
from edition.commands.markdown import html_of
from edition.concordance import SectionSource, join
from edition.publishing import SHELL, publish
from tests.benchmarks.synthetic import write

HOOK = Path(__file__).resolve().parents[2] / "hooks/mkdocs_hooks.py"
FORMS = {"plain": "(a) plain", "footnotes": "(b) footnotes", "edition": "(c) edition"}


class Cost(NamedTuple):
    """Seconds of wall time, mebibytes at the peak."""

    seconds: float
    memory: float


def build(project: Path) -> Cost:
    """One build of a project, as a process of its own."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"the build of {project} failed:\n{said.decode()}")
    return Cost(seconds, usage.ru_maxrss / 1024)


def phases(project: Path) -> list[tuple[str, float]]:
    """What the engine itself does with a project, phase by phase, in seconds."""
    told: list[tuple[str, float]] = []

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        result = work()
        told.append((name, time.perf_counter() - start))
        return result

    read = timed("read and validate", lambda: open_project(project))
    htmls = [(item, html_of(item)) for item in read.sections]  # Markdown is the host's work
    sources = [SectionSource(item.slug, item.title, item.path, html, f"article/{item.slug}/") for item, html in htmls]
    concordance, _ = timed("anchor and join", lambda: join(read.edition, sources))
    timed("check", lambda: list(check_edition(concordance)))
    site = timed("weave and publish", lambda: publish(concordance, []))
    shells = dict.fromkeys(("bios", "fact-checks"), f"<title>{SHELL}</title><p>edition-content</p>" + " " * 20_000)
    timed("fill the notes' pages", lambda: sum(len(text) for _, text in files(site, shells)))
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    rows = ["sections  notes   form             seconds  memory MiB  to (a)  to (b)  ms a note"]
    shares = ["sections  phase                    seconds"]
    with tempfile.TemporaryDirectory() as folder:
        for size in chosen.sizes:
            projects = {form: Path(folder, f"{form}-{size}") for form in FORMS}
            for form, project in projects.items():
                write(project, form, size, HOOK)
            rounds: dict[str, list[Cost]] = {form: [] for form in FORMS}
            for _ in range(chosen.runs):  # in turn, so that a change of the machine's pace meets all three
                for form, project in projects.items():
                    shutil.rmtree(project / "site", ignore_errors=True)
                    rounds[form].append(build(project))
            cost = {form: Cost(*map(median, zip(*found, strict=True))) for form, found in rounds.items()}
            plain, footnotes = cost["plain"].seconds, cost["footnotes"].seconds
            for form, label in FORMS.items():
                seconds, memory = cost[form]
                each = "" if form == "plain" else f"{1000 * (seconds - plain) / (10 * size):9.2f}"
                rows.append(f"{size:8}  {10 * size:5}   {label:15}  {seconds:7.2f}  {memory:10.0f}  "
                            f"{seconds / plain:6.2f}  {seconds / footnotes:6.2f}  {each}")  # fmt: skip
            shares += [f"{size:8}  {name:23}  {seconds:7.2f}" for name, seconds in phases(projects["edition"])]
    print("\n".join([*rows, "", "The engine's own share, within one process:", *shares]))  # noqa: T201
    limit = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nPython {sys.version.split()[0]}, {os.cpu_count()} processors; this process took {limit:.0f} MiB.")  # noqa: T201


if __name__ == "__main__":
    main()
