"""What changed in the edition: every correction, and the latest commits with the notes that they touched."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from edition.concordance import Concordance
from edition.history import Action, Commit, History
from edition.model import Note, kinds
from edition.publishing.addresses import CHANGES, FEED
from edition.publishing.render import Renderer

LATEST = 20
"""How many commits the page lists."""


class ChangedNote(NamedTuple):
    """A note that a commit touched. `note` is None where it is no longer there."""

    id: str
    action: Action
    note: Note | None


class NotesCommit(NamedTuple):
    """A commit and the notes that it touched, by kind and id."""

    commit: Commit
    notes: Sequence[ChangedNote]

    @property
    def counts(self) -> Sequence[tuple[int, Action]]:
        """How many notes it did what to, most first."""
        return [(count, action) for action, count in Counter(item.action for item in self.notes).most_common()]


def made_of(renderer: Renderer) -> object:
    """What the page depends on: of the notes their titles and what was corrected in them."""
    notes = renderer.concordance.notes.values()
    return renderer.state, [(note.title, note.place.file.path, note.corrections) for note in notes]


def html(renderer: Renderer) -> str:
    """The content of the page."""
    concordance = renderer.concordance
    commits, more = latest(concordance, renderer.history)
    corrections = concordance.edition.corrections
    return renderer.page("changes.html", CHANGES, corrections=corrections, commits=commits, more=more, feed=FEED)


def latest(concordance: Concordance, history: History, limit: int = LATEST) -> tuple[list[NotesCommit], int]:
    """The latest commits that touched notes, newest first, and how many there are besides."""
    notes = {note.place.file.path: note for note in concordance.notes.values()}
    touched: dict[Commit, list[ChangedNote]] = defaultdict(list)
    folders = {kind.folder for kind in kinds()}
    for path, past in sorted(history.files.items()):
        if PurePosixPath(path).parent.name in folders:
            for change in past.changes:
                touched[change.commit].append(ChangedNote(PurePosixPath(path).stem, change.action, notes.get(path)))
    found = [commit for commit in history.commits if commit in touched]
    return [NotesCommit(commit, touched[commit]) for commit in found[:limit]], len(found[limit:])
