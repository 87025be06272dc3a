"""Signs as wide as a Chinese character, and letters of Japanese and Korean half as wide: each as the one that it is."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import decomposition

NARROW: Mapping[int, str] = {
    code: chr(int(form, 16))
    for code in (0x3000, *range(0xFF01, 0xFFEF))
    for kind, _, form in [decomposition(chr(code)).partition(" ")]
    if kind.strip("<>") in ("wide", "narrow")
}
"""The full-width and half-width forms (Unicode Standard Annex 11), each with its character: for `str.translate`."""
