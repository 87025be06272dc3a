"""How a command ends that cannot do what was asked, or where something comes between: one sentence and a status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb

from edition.problems import reason, unreadable

INTERRUPTED, UNREAD = 130, 141
"""What a shell expects of a program that Ctrl-C ended, and of one whose answer nobody reads: 128 and the signal."""
_DEEPEST = 6


class CommandError(Exception):
    """Why a command ends without having done what was asked, in words for a person, and the status that it ends with:
    1, or 2 where it was called wrongly, or where what it needs is not there."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def ended(run: Callable[[], int]) -> int:
    """The exit status of what is run. Nothing is raised but what argparse raises to end."""
    try:
        status = run()
        sys.stdout.flush()  # here, where a full disk can still be told
    except KeyboardInterrupt as error:
        _say(str(error) or "Stopped.")
        return INTERRUPTED
    except CommandError as error:
        _say(str(error))
        return error.status
    except BrokenPipeError:
        _let_go()
        return UNREAD
    except OSError as error:
        _let_go()
        _say(unreadable(error) if error.filename else f"The answer cannot be written: {reason(error)}.")
        return 2
    except RecursionError:
        _say("Something in the files of the edition is nested too deeply. `edition check` says where.")
        return 2
    except MemoryError:
        _say("There is not enough memory for this.")
        return 2
    except Exception as error:
        _say(_fault(error))
        return 2
    return status


def _fault(error: Exception) -> str:
    """What helps whoever mends the command itself."""
    steps = extract_tb(error.__traceback__)[-_DEEPEST:]
    where = [f"  {Path(step.filename).name}:{step.lineno} in {step.name}" for step in steps]
    said = " ".join(f"{type(error).__name__}: {error}".split())[:500]
    return "\n".join(
        [
            "This is a fault of the command itself, not of your files. Please report it where the engine is made:",
            "what you ran, and these lines.",
            f"  {said}",
            *where,
        ]
    )


def _say(words: str) -> None:
    try:
        print(words, file=sys.stderr, flush=True)
    except OSError:  # there is nobody left to tell
        return


def _let_go() -> None:
    """What is still to be written goes nowhere, or Python would complain of it at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            try:
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            except (OSError, ValueError):
                continue
