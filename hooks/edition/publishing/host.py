"""What a host gives: how the site is called, where it and its repository stand, its sections' HTML and addresses."""

from __future__ import annotations

from typing import Protocol

from edition.reading import SectionFile, html_of


class Host(Protocol):
    """What a host gives. What it does not know is empty, and stays so for whoever inherits this."""

    name: str = ""
    """The site's."""
    site_url: str = ""
    """The site's whole address, with a slash at its end."""
    repo_url: str = ""
    edit_uri: str = ""
    """Names the branch, as MkDocs has it: `edit/main/docs/`."""
    forge: str = ""
    """What serves the repository, where its address does not tell: `gitlab`, `forgejo`."""
    index: str = ""
    """What a link to a folder has to name: nothing, or `index.html` where the site may be read without a server."""
    pages: str = "docs"
    """The folder of pages from the project's."""
    folder: str = ""
    """The project's folder from the repository's, where it is another."""
    log: str = ""
    """What Git answered to `Project.asked_of_git`; nothing, where there is no Git."""

    def html(self, section: SectionFile) -> str:
        """What the host's Markdown makes of a section: by itself, what the project's own configuration says."""
        return html_of(section)

    def address(self, section: SectionFile) -> str:
        """The address of the section's page from the site's root: by itself, that of its file without the suffix."""
        return f"{section.uri.removesuffix('.md')}/"


class Unknown(Host):
    """A host of which nothing is known."""


def link_to(host: Host, address: str) -> str:
    """An address from the site's root as links have it: `bios/#openai`, or `bios/index.html#openai`."""
    page, sign, fragment = address.partition("#")
    return f"{page}{host.index}{sign}{fragment}" if page.endswith("/") else address
