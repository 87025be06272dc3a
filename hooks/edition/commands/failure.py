"""The one way in which a command says that it cannot do what was asked."""

from __future__ import annotations


class CommandError(Exception):
    """Why a command ends without having done what was asked, in words for a person, and the status that it ends with:
    1, or 2 where it was called wrongly, or where what it needs is not there."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status
