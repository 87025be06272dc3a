"""The command `edition` as a shell starts it: until the engine is loaded, Ctrl-C ends it without a word."""

from __future__ import annotations

import signal


def main() -> int:
    """Run the command; its exit status is returned."""
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:  # which would show where the loading was
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from edition.commands import main as run

    signal.signal(signal.SIGINT, handler)
    return run()
