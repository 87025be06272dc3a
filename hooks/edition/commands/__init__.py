"""The command `edition`: arguments in, exit status out."""

from edition.commands.main import main

__all__ = ["main"]
