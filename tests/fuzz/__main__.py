"""Fuzz the engine: `python -m tests.fuzz --minutes 60` (all targets in turn), `--inputs 200 --target reading`.

Each target runs in a process of its own: an input may take SECONDS of processor time, the process MEMORY in all, and
from the hundredth input on it may grow by GROWTH. Half of the time is coverage-guided where `atheris` is installed;
the other half changes real files. What fails is kept in the folder `--keep` and told at the end.
"""

from __future__ import annotations

import argparse
import faulthandler
import hashlib
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.fuzz.limits import GROWTH, MEMORY, SECONDS

NAMES = ("reading", "anchoring", "weaving", "importing", "editing", "moving")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--inputs", type=int, default=0, help="so many inputs a target, instead of minutes")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--target", choices=NAMES, action="append")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz-found")
    parser.add_argument("--child", choices=["change", "guide"], help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.keep.mkdir(parents=True, exist_ok=True)
    if arguments.child:
        return _child(arguments)
    failures = 0
    end = time.monotonic() + arguments.minutes * 60
    seed = arguments.seed
    while True:
        for name in arguments.target or NAMES:
            guided = bool(arguments.minutes) and seed % 2 == 1 and _has_atheris()
            options = [f"--seed={seed}", f"--target={name}", f"--keep={arguments.keep}", f"--inputs={arguments.inputs}"]
            options.append(
                f"--minutes={min(1.0, max(0.05, (end - time.monotonic()) / 60))}" if arguments.minutes else ""
            )
            command = [sys.executable, "-m", "tests.fuzz", f"--child={'guide' if guided else 'change'}"]
            done = subprocess.run([*command, *filter(None, options)], capture_output=True, text=True, check=False)
            print(f"{name} {'guided' if guided else 'changed'} seed {seed}: {done.stdout.strip()}", flush=True)
            if done.returncode:
                failures += 1
                print(f"  FAILED with {done.returncode}:\n{done.stderr[-6000:]}", flush=True)
            if arguments.minutes and time.monotonic() > end:
                break
        seed += 1
        if not arguments.minutes or time.monotonic() > end:
            break
    print(f"{failures} failures" if failures else "no failure")
    return min(failures, 1)


def _has_atheris() -> bool:
    try:
        import atheris  # noqa: F401
    except ImportError:
        return False
    return True


def _child(arguments: argparse.Namespace) -> int:
    name = arguments.target[0]
    if arguments.child == "guide":
        return _guide(name, arguments)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # The signal ends the process even where it hangs in C; what it hangs on was written down before.
    faulthandler.enable()
    faulthandler.register(signal.SIGVTALRM, chain=True)
    from tests.fuzz.inputs import changed, seeds
    from tests.fuzz.targets import run

    random = Random(f"{name} {arguments.seed}")
    real = seeds(name)
    current = arguments.keep / f"{name}-{arguments.seed}-current"
    before = 0
    slowest = 0.0
    end = time.monotonic() + arguments.minutes * 60
    count = 0
    while count < arguments.inputs if arguments.inputs else time.monotonic() < end:
        data = real[count] if count < len(real) else changed(random.choice(real), random, real)
        current.write_bytes(data)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        start = time.process_time()
        try:
            run(name, data)
        except BaseException:
            kept = current.with_name(f"{name}-{hashlib.sha256(data).hexdigest()[:12]}")
            current.rename(kept)
            print(f"{count} inputs; failing input: {kept}", flush=True)
            raise
        slowest = max(slowest, time.process_time() - start)
        count += 1
        if count == 100:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    current.unlink()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 if before else 0
    print(f"{count} inputs, slowest {slowest:.2f} s, grown by {grown >> 20} MB")
    if grown > GROWTH:
        print(f"the process grew by {grown >> 20} MB", file=sys.stderr)
        return 1
    return 0


def _guide(name: str, arguments: argparse.Namespace) -> int:
    import atheris

    with atheris.instrument_imports(include=["edition"]):
        from tests.fuzz.inputs import SIGNS, seeds
        from tests.fuzz.targets import run
    corpus = arguments.keep / f"corpus-{name}"  # what was found to reach further stays for the next round
    corpus.mkdir(exist_ok=True)
    for number, data in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(data)
    words = arguments.keep / "words.dict"
    quoted = ("".join(f"\\x{byte:02x}" for byte in sign.encode("utf-8", "surrogatepass")) for sign in SIGNS if sign)
    words.write_text("".join(f'"{sign}"\n' for sign in quoted), encoding="utf-8")
    options = [
        f"-max_total_time={int(arguments.minutes * 60) or 1}", f"-timeout={SECONDS}", "-rss_limit_mb=1500",
        f"-artifact_prefix={arguments.keep}/{name}-", f"-dict={words}", "-max_len=8000", f"-seed={arguments.seed + 1}",
    ]  # fmt: skip
    print(f"corpus of {len(list(corpus.iterdir()))}", flush=True)
    atheris.Setup([sys.argv[0], str(corpus), *options], lambda data: run(name, data))
    atheris.Fuzz()
    return 0


sys.exit(main())
