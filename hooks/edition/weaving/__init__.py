"""Ranges of the text to marked-up HTML, in which the text stands as it stood."""

from edition.weaving.weave import Frame, Mark, weave

__all__ = ["Frame", "Mark", "weave"]
