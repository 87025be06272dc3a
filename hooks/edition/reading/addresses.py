"""Addresses of the web: what is one, and what was meant by what is none."""

from __future__ import annotations

import re
from unicodedata import normalize

from edition.history import without_password
from edition.problems import short

_URL = re.compile(r"https?://(?!https?:)[^\s/?#<>\"@\[\]]+(?:[/?#][^\s<>\"]*)?", re.ASCII | re.I)
_MEANT = re.compile(r"\W*(?:(https?)\W+|//)?(?:doi:\s*(?=10\.))?(.+?)[\s<>\[\]{}“”‘’「」『』»\"']*", re.ASCII | re.I)
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.(?!md$|html?$)[a-z]{2,}(/|$)", re.I)


def is_address(text: str) -> bool:
    """Whether a text is a whole address of the web, without what none may hold."""
    return _URL.fullmatch(text) is not None


def no_address(text: str) -> tuple[str, str]:
    """Message and remedy for what is no address."""
    if re.match(r"https?://https?:", text, re.I):
        return f"“{short(text)}” begins twice", f"Write {short(text[text.index('//') + 2 :])}."
    if re.match(r"https?://.", text, re.I):
        if (bare := without_password(text)) != text:
            return "this address holds a name or a password, which every page would show", f"Write {short(bare)}."
        remedy = "Write a space as %20, a quotation mark as %22, the brackets < > as %3C and %3E."
        return f"“{short(text)}” is no whole address, or holds what none may hold", remedy
    remedy = "Give an address on the web, such as https://example.org/page, or leave the line out."
    if meant := address_meant(text):
        remedy = f"Write the whole address: “{meant}”."
    return f"“{short(text)}” is no address that begins with http:// or https://", remedy


def address_meant(text: str) -> str:
    """The whole address behind one that lacks its beginning, or has other signs in it or around it; else nothing."""
    plain = normalize("NFKC", text)
    found = _MEANT.fullmatch(plain)
    if not found:
        return ""
    if re.match(r"10\.\d{4,9}/", found[2]):
        return f"https://doi.org/{found[2]}"
    meant = f"{found[1] or 'https'}://{found[2]}"
    return meant if _HOST.match(found[2]) and is_address(meant) else ""
