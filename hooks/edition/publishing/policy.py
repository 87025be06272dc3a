"""What keeps a page safe beside the notes' own rules: a Content-Security-Policy, and front matter that stays text.

The policy forbids in the browser what the rules for Markdown and text already stop. It stands in the page, since a
host of static files sends no headers of ours.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

from markupsafe import escape

_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.S)
_SHOWN = ("title", "description", "author")
"""The fields of a page's front matter that the theme writes into its HTML as they stand."""


@cache
def policy(scripts: str) -> str:
    """The policy of a page whose templates write the inline `scripts` (HTML).

    The scripts are handed in by the template, and never looked for in the page: there each one would be found, ours
    or not. A theme's feature that writes a further script has to be named in `theme/base.html`.
    """
    allowed = dict.fromkeys(_hash(script) for script in _SCRIPT.findall(scripts))
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *allowed)),
            "style-src 'self' 'unsafe-inline'",  # the theme's icons, and the shares in a bar
            "img-src 'self' data:",  # the theme's icons again
            "object-src 'none'",
            "frame-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def as_text(page: Any) -> Any:
    """The host's page, the front matter at its `meta` made HTML that says the same: a theme shows it unescaped."""
    page.meta.update({name: escape(page.meta[name]) for name in _SHOWN if page.meta.get(name)})
    return page
