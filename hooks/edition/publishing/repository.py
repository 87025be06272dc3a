"""Where a file of the edition is mended, and where one writes to its editors: on the pages of its forge."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from edition.history import address_of, without_password
from edition.model import ANNOTATIONS, Document
from edition.problems import Problem, did_you_mean
from edition.publishing.host import Host
from edition.reading import address_meant, is_address, setting_problem, settings_of

_BRANCH = re.compile(r"(?:^|/)(?:_?edit|blob|raw|tree|src/branch)/([^?]+?)(?:/docs)?/*$")
"""MkDocs's `edit_uri` names the branch and then the folder of pages: `edit/main/docs/`."""
_WITHIN = re.compile(r"(https?://[^/]+/[^/]+/[^/]+(?:/.+)?)/-/.*|(https?://[^/]+/[^/]+/[^/]+)/(?:blob|raw|tree|src)/.+")
"""What a repository's address goes on with on the pages within it."""


@dataclass(frozen=True, slots=True)
class Forge:
    """How a forge addresses its pages, after the repository's own address; what stands in braces is filled in."""

    name: str
    edit: str
    history: str
    commit: str
    new: str
    """The page for a new file, with its text where the forge takes one."""
    issue: str
    """The page for a new issue: `{form}` is the name of an issue form, `{title}` and `{said}` are what is written."""
    said: str
    """The field of a form, or of the page, that takes what is written."""
    has_forms: bool
    """Whether the fields of an issue form can be filled in by the address."""
    proposing: str
    """What to press on the page for a new file."""


FORGES: Mapping[str, Forge] = {
    "github": Forge(
        name="GitHub",
        edit="/edit/{branch}/{path}",
        history="/commits/{branch}/{path}",
        commit="/commit/{commit}",
        new="/new/{branch}?filename={path}&value={text}",
        issue="/issues/new?template={form}&title={title}",
        said="&problem={said}",
        has_forms=True,
        proposing="press Commit changes…, Propose changes, Create pull request",
    ),
    "gitlab": Forge(
        name="GitLab",
        edit="/-/edit/{branch}/{path}",
        history="/-/commits/{branch}/{path}",
        commit="/-/commit/{commit}",
        new="/-/new/{branch}?file_name={path}&content={text}",
        issue="/-/issues/new?issue%5Btitle%5D={title}",
        said="&issue%5Bdescription%5D={said}",
        has_forms=False,
        proposing="paste the text, if the page has not taken it, and press Commit changes",
    ),
    "forgejo": Forge(
        name="Forgejo",
        edit="/_edit/{branch}/{path}",
        history="/commits/branch/{branch}/{path}",
        commit="/commit/{commit}",
        new="/_new/{branch}/?filename={path}&value={text}",
        issue="/issues/new?title={title}",
        said="&body={said}",
        has_forms=False,
        proposing="choose a new branch below the text, and press Propose file change",
    ),
}
"""The forges, by the name that `extra: {forge: …}` in mkdocs.yml gives one on a host of one's own."""
_SAME = {"gitea": "forgejo"}
_HOSTS = {"codeberg": "forgejo", "gitea": "forgejo"}


class Repository(NamedTuple):
    """A repository with its forge's pages: its address without a slash at the end, its branch, the edition's folder."""

    address: str
    branch: str
    forge: Forge
    folder: str = ""
    """From the repository's own, where it is another."""

    @property
    def file_pages(self) -> dict[str, str]:
        """The pages of a file: `{path}` is the file's, `{name}` how it is called, `{said}` what is told of it."""
        title, said, note = "Report%3A%20{name}", "{said}", "&note={name}"
        if not self.forge.has_forms:
            note = ""
            said = quote("{name}\n\nWhat is wrong, and what it should say:\n\n{said}", safe="{}")
        issue = self._filled(self.forge.issue.replace("{form}", "report.yml") + note + self.forge.said)
        report = issue.replace("{title}", title).replace("{said}", said)
        return {"edit": self._filled(self.forge.edit), "history": self._filled(self.forge.history), "report": report}

    @property
    def new(self) -> str:
        """The page for a new file: `{path}` and `{text}` are its own."""
        return self._filled(self.forge.new)

    @property
    def issue(self) -> str:
        """The page for a new issue: `{form}`, `{title}`; where it has no forms, `{said}`, too."""
        return self._filled(self.forge.issue) + ("" if self.forge.has_forms else self.forge.said)

    def edit(self, document: Document) -> str:
        """The page on which the document's file is edited."""
        return self.file_pages["edit"].replace("{path}", _path(document))

    def history(self, document: Document) -> str:
        """The commits of the document's file."""
        return self.file_pages["history"].replace("{path}", _path(document))

    def report(self, document: Document) -> str:
        """The page on which a mistake is told, with the document named."""
        name = quote(_path(document).removeprefix(f"{ANNOTATIONS}/").removesuffix(".yml"), safe="")
        return self.file_pages["report"].replace("&problem={said}", "").replace("{said}", "").replace("{name}", name)

    def commit(self, commit: str) -> str:
        """The page of a commit."""
        return self.address + self.forge.commit.replace("{commit}", commit)

    @property
    def commits(self) -> str:
        """The commits of all notes."""
        return self.file_pages["history"].replace("{path}", ANNOTATIONS)

    def _filled(self, form: str) -> str:
        path = f"{quote(self.folder)}/{{path}}" if self.folder else "{path}"
        return self.address + form.replace("{branch}", quote(self.branch)).replace("{path}", path)


def repository_of(host: Host) -> Repository | None:
    """The host's repository; None where it has none, or one whose forge is not known."""
    address = urlsplit(host.repo_url)
    forge = forge_of(address.hostname or "", host.forge)
    if address.scheme not in ("http", "https") or forge is None:
        return None
    found = _BRANCH.search(host.edit_uri)
    branch = unquote(found[1]) if found else "main"
    return Repository(
        host.repo_url.rstrip("/").removesuffix(".git"), branch.removesuffix(f"/{host.folder}"), forge, host.folder
    )


def commit_address(host: Host, commit: str) -> str:
    """The page of a commit; empty where the repository's address is not known."""
    if repository := repository_of(host):
        return repository.commit(commit)
    pages = "commits" if "bitbucket" in host.repo_url else "commit"
    return f"{host.repo_url.rstrip('/')}/{pages}/{commit}" if host.repo_url else ""


def forge_of(host: str, named: str = "") -> Forge | None:
    """The forge that is named, or that a host's own name tells of: `gitlab.example.org`."""
    if named:
        return FORGES.get(_SAME.get(named.lower(), named.lower()))
    known = {**{name: name for name in FORGES}, **_HOSTS}
    return next((FORGES[name] for word, name in known.items() if word in host.lower()), None)


def address_problems(root: Path) -> list[Problem]:
    """What mkdocs.yml says of the addresses of the site and its repository, and cannot be; each is on every page."""
    settings = settings_of(root)
    addresses = [(name, str(settings.get(name) or "")) for name in ("repo_url", "site_url")]
    found = [(name, *_wrong(address, is_site=name == "site_url")) for name, address in addresses if address]
    problems = [setting_problem(root, name, message, remedy) for name, message, remedy in found if message]
    extra = settings.get("extra")
    named = extra.get("forge") if isinstance(extra, dict) else None
    if named is None or (isinstance(named, str) and forge_of("", named)):
        return problems
    known = [*FORGES, *_SAME]
    remedy = did_you_mean(str(named), known) or f"Known are {', '.join(known)}; leave it out for another."
    return [*problems, setting_problem(root, "extra", f"“forge: {named}” names no forge", remedy)]


def _wrong(address: str, *, is_site: bool) -> tuple[str, str]:
    """What is wrong with an address, and how it is mended; empty texts where nothing is. No password is repeated."""
    name = "site_url" if is_site else "repo_url"
    bare = address.strip()
    try:
        parts = urlsplit(bare)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            shown = address_meant(bare) or ("" if is_site else address_of(bare).removesuffix(".git"))
            wanted = f"such as {shown}" if shown else "which begins with https://"
            return f"“{name}” is no address that a browser can show", f"Write the one that it shows, {wanted}."
        plain = without_password(parts._replace(query="", fragment="").geturl())
    except ValueError:
        return f"“{name}” is no address", "Write one that begins with https://."
    if not is_site and forge_of(parts.hostname or "") and (within := _WITHIN.fullmatch(plain)):
        own = within[1] or within[2]
        return f"“{name}” is of a page within the repository", f"Write the repository’s own: {own}"
    if not is_address(plain):
        return f"“{name}” holds what no address may hold", "Write it as the browser’s own address bar has it."
    if not is_site and forge_of(parts.hostname or "") and not re.match(r"/[^/]+/[^/]", parts.path):
        wanted = f"{parts.scheme}://{urlsplit(plain).netloc}/OWNER/NAME"
        return f"“{name}” is the address of no repository", f"Write the repository’s own, such as {wanted}."
    remedy = f"Write {plain}{'/' if is_site and not plain.endswith('/') else ''}."
    if parts.username or parts.password:
        return f"“{name}” holds a name or a password, which every page would show", remedy
    if plain != address:
        return (
            f"“{name}” has something after or before the address itself, which no page’s address can go on from",
            remedy,
        )
    return "", ""


def _path(document: Document) -> str:
    return document.place.file.path
