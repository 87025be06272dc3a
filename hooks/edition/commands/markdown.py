"""The sections' HTML where there is no host."""

from edition import html_of

__all__ = ["html_of"]
