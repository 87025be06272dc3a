"""Ranges of the text to marked-up HTML, in which the text stands as it stood."""

from edition.weaving.stops import STOP, WIDE_LETTERS, stops
from edition.weaving.weave import Frame, Mark, part, sign, weave

__all__ = ["STOP", "WIDE_LETTERS", "Frame", "Mark", "part", "sign", "stops", "weave"]
