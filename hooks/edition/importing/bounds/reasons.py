"""Why a chunk that has no name like the site's is none of the article, by where it stands."""

from __future__ import annotations

UNREAD = "the reader does not take it for the article’s"
LINK = "nothing but a link to another page"
OUTSIDE = "outside the article"
IN_BOX = "stands in a box of the site"
