"""What a host gives: how the site is called, where it and its repository stand, its sections' HTML and addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from jinja2 import Environment

from edition.history import LOG, log_environment
from edition.publishing.compiled import COMPILED
from edition.reading import SectionFile, html_of


class Host(Protocol):
    """What a host gives. What it does not know is empty, and stays so for whoever inherits this."""

    name: str = ""
    """The site's."""
    site_url: str = ""
    """The site's whole address, with a slash at its end."""
    repo_url: str = ""
    edit_uri: str = ""
    """Names the branch, as MkDocs has it: `edit/main/docs/`; another folder of pages is left out."""
    forge: str = ""
    """What serves the repository, where its address does not tell: `gitlab`, `forgejo`."""
    index: str = ""
    """What a link to a folder has to name: nothing, or `index.html` where the site may be read without a server."""
    folder: str = ""
    """The project's folder from the repository's, where it is another."""
    log: str = ""
    """What Git answered to `asked_of_git`; nothing, where there is no Git."""

    def html(self, section: SectionFile) -> str:
        """What the host's Markdown makes of a section: by itself, what the project's own configuration says."""
        return html_of(section)

    def address(self, section: SectionFile) -> str:
        """The address of the section's page from the site's root: by itself, that of its file without the suffix."""
        return f"{section.uri.removesuffix('.md')}/"

    @staticmethod
    def asked_of_git(environment: Mapping[str, str]) -> tuple[Sequence[str], dict[str, str]]:
        """The command whose answer is the `log`, and the environment to run it in, in the project, out of one's own."""
        return LOG, log_environment(environment)

    @staticmethod
    def keep_compiled(environment: Environment) -> None:
        """Let a host's templates be compiled once for all builds, as ours are."""
        COMPILED.serve(environment)


class Unknown(Host):
    """A host of which nothing is known."""


def link_to(host: Host, address: str) -> str:
    """An address from the site's root as links have it: `bios/#openai`, or `bios/index.html#openai`."""
    page, sign, fragment = address.partition("#")
    return f"{page}{host.index}{sign}{fragment}" if page.endswith("/") else address
