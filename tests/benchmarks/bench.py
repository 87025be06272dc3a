"""Measures what the notes cost: `python -m tests.benchmarks.bench [--sizes 10 100 1000] [--runs 3]`.

Whole builds, each a process of its own: (a) plain Material for MkDocs without notes, (b) the same notes written by
hand as Material's footnotes with tooltips, (c) this engine. Time on the clock, time of the processor and memory at
the peak, each the median of the runs. The engine's own share is measured within a process, phase by phase.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypeVar

from edition import open_project
from edition.binding import without_garbage_collection
from edition.checking import check_edition
from edition.concordance import SectionSource, join
from edition.publishing import Site, Unknown
from edition.publishing.pages.section import section_html
from edition.publishing.render import Renderer
from edition.reading import html_of
from edition_mkdocs.shells import files_of, generated
from tests.benchmarks.synthetic import FORMS, Form, write

LABELS: Mapping[Form, str] = {"plain": "(a) plain", "footnotes": "(b) footnotes", "edition": "(c) edition"}
NOTES_A_SECTION = 10
SHELL_BYTES = 20_000
KEEPING: Mapping[str, str] = {"PYTHONDONTWRITEBYTECODE": ""}
"""What Python compiles, it keeps, as it has kept what is installed; else this engine alone were compiled each time."""

Result = TypeVar("Result")


_LAUNCHER = """\
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=sys.stderr)
_, status, usage = os.wait4(process.pid, 0)
print(json.dumps([time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Starts a build and measures it. It is small: a process counts as its own peak what the one that starts it holds."""


class Cost(NamedTuple):
    """Seconds on the clock and of the processor, mebibytes at the peak."""

    clock: float
    processor: float
    memory: float


def build(project: Path) -> Cost:
    """One build of a project, as a process of its own."""
    shutil.rmtree(project / "site", ignore_errors=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **KEEPING}
    command = [sys.executable, "-S", "-c", _LAUNCHER, sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"the build of {project.name} failed:\n{done.stderr}")
    clock, processor, peak = json.loads(done.stdout)
    kibibytes = peak / (1024 if sys.platform == "darwin" else 1)  # macOS counts it in bytes
    return Cost(clock, processor, kibibytes / 1024)


def measure(folder: Path, size: int, runs: int) -> dict[Form, Cost]:
    """What each form costs at a size; in turn, so that a change of the machine's pace meets all three."""
    rounds: dict[Form, list[Cost]] = {form: [] for form in FORMS}
    for form in FORMS:
        write(folder / form, form, size)
    for _ in range(runs):
        for form in FORMS:
            rounds[form].append(build(folder / form))
    return {form: Cost(*map(median, zip(*found, strict=True))) for form, found in rounds.items()}


@without_garbage_collection()
def phases(project: Path) -> dict[str, float]:
    """What the engine itself does with a project, phase by phase, in seconds."""
    told: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Result]) -> Result:
        start = time.perf_counter()
        result = work()
        told[name] = time.perf_counter() - start
        return result

    read = timed("reading", lambda: open_project(project))
    htmls = [(item, html_of(item)) for item in read.sections]  # Markdown is the host's work
    sources = [SectionSource(item.slug, item.title, item.path, html, f"article/{item.slug}/") for item, html in htmls]
    concordance = timed("anchoring", lambda: join(read.edition, sources))
    timed("checking", lambda: list(check_edition(concordance)))
    renderer = Renderer(concordance, Unknown())
    timed("weaving", lambda: [section_html(renderer, section) for section in concordance.sections])
    site = timed("publishing", lambda: Site(concordance, [], Unknown()))
    timed("indexes", lambda: [len(html) for html in site.indexes.values()])
    shells = {path.partition("/")[0]: markdown for path, markdown in generated(read).items()}
    shells = {kind: shell.ljust(SHELL_BYTES).replace("\ue000content\ue001", "<p>\ue000content\ue001</p>")
              for kind, shell in shells.items()}  # fmt: skip

    def write_notes() -> None:
        for path, pieces in files_of(site, shells):
            target = project / "written" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("".join(pieces), encoding="utf-8")

    timed("writing notes", write_notes)
    return told


def table(costs: Mapping[int, Mapping[Form, Cost]]) -> list[str]:
    head = (
        "sections   notes  form           seconds  to (a)  to (b)  processor  to (a)  to (b)   MiB  to (a)  ms a note"
    )
    lines = [head]
    for size, cost in costs.items():
        plain, footnotes = cost["plain"], cost["footnotes"]
        for form in FORMS:
            clock, processor, memory = cost[form]
            each = "" if form == "plain" else f"{_each(cost, form, size):9.2f}"
            lines.append(
                f"{size:8} {NOTES_A_SECTION * size:7}  {LABELS[form]:14} "
                f"{clock:7.2f}  {clock / plain.clock:6.2f}  {clock / footnotes.clock:6.2f}  "
                f"{processor:9.2f}  {processor / plain.processor:6.2f}  {processor / footnotes.processor:6.2f}  "
                f"{memory:4.0f}  {memory / plain.memory:6.2f}  {each}"
            )
    return lines


def _each(cost: Mapping[Form, Cost], form: Form, size: int) -> float:
    """Milliseconds of the processor that a note adds to plain pages."""
    return 1000 * (cost[form].processor - cost["plain"].processor) / (NOTES_A_SECTION * size)


def verdict(costs: Mapping[int, Mapping[Form, Cost]], shares: Mapping[int, Mapping[str, float]]) -> list[str]:
    """Whether the largest edition costs what it may.

    What a note costs is taken from the engine's own share: the difference of (c) and (a) also holds what the edition's
    navigation saves, which grows with the sections.
    """
    *smaller, large = sorted(costs)
    plain, footnotes, edition = (costs[large][form].clock for form in FORMS)
    goals = [
        (f"at most 1.25 times (a): {edition / plain:.2f}", edition <= 1.25 * plain),
        (f"not slower than (b): {edition / footnotes:.2f}", edition <= footnotes),
    ]
    memory = costs[large]["edition"].memory / costs[large]["plain"].memory
    goals.append((f"at most 1.5 times the memory of (a): {memory:.2f}", memory <= 1.5))
    if smaller:
        before, now = (1000 * sum(shares[size].values()) / (NOTES_A_SECTION * size) for size in (smaller[-1], large))
        goal = f"a note costs what it does at {smaller[-1]} sections, to a tenth: {now:.2f} ms, {before:.2f} ms there"
        goals.append((goal, now <= 1.1 * before))
    return [f"At {large} sections:", *(f"  {'met    ' if met else 'NOT MET'}  {goal}" for goal, met in goals)]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures what the notes cost.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000], help="sections, for each edition")
    parser.add_argument("--runs", type=int, default=3, help="builds of each, of which the median is taken")
    chosen = parser.parse_args()
    costs: dict[int, dict[Form, Cost]] = {}
    shares: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder, "first"), "edition", 2)
        build(Path(folder, "first"))  # after which the engine is compiled
        for size in chosen.sizes:
            costs[size] = measure(Path(folder, str(size)), size, chosen.runs)
            shares[size] = phases(Path(folder, str(size), "edition"))
    lines = [*table(costs), "", "The engine's own share, in seconds:"]
    lines.append("sections  " + "  ".join(f"{name:>13}" for name in next(iter(shares.values()))))
    lines += [
        f"{size:8}  " + "  ".join(f"{seconds:13.2f}" for seconds in share.values()) for size, share in shares.items()
    ]
    lines += ["", *verdict(costs, shares), "", f"Python {sys.version.split()[0]}, {os.cpu_count()} processors."]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
