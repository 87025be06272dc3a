"""Ranges of the text to marked-up HTML, in which the text stands as it stood."""

from edition.weaving.stops import HAN, STOP, stops
from edition.weaving.weave import Frame, Mark, sign, weave

__all__ = ["HAN", "STOP", "Frame", "Mark", "sign", "stops", "weave"]
