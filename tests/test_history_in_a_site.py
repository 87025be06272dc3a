"""What a built site tells of its repository: a real one, a shallow clone of it, and none."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from edition.history import LOG, log_environment, read_log
from tests.commands.published import commit, git
from tests.hosts import ENVIRONMENT, copy_edition, run_module
from tests.publishing.chinese import words

HEART = "fact-checks/heart"
REPOSITORY = "https://github.com/someone/edition"


def pages(project: Path, site: Path) -> tuple[str, str]:
    """The words of a check's page and the page of changes."""
    environment = {name: value for name, value in ENVIRONMENT.items() if name != "GIT_DIR"}
    done = run_module(
        "mkdocs", "build", "--strict", "--quiet", "--site-dir", site, cwd=project, environment=environment
    )
    assert done.returncode == 0, done.stderr
    note, changes = ((site / name / "index.html").read_text(encoding="utf-8") for name in (HEART, "changes"))
    assert 'rel="alternate" type="application/atom+xml"' in note
    assert 'href="../../corrections.xml"' in note
    assert (site / "corrections.xml").is_file()
    return note, changes


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The small Chinese edition in a folder of a repository, with three commits; one check was renamed."""
    project = copy_edition("chinese", tmp_path_factory.mktemp("repository") / "edition", root)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"repo_url: {REPOSITORY}\n", encoding="utf-8")
    path = project / f"annotations/{HEART}.yml"
    old = path.with_name("soul.yml")
    path.rename(old)
    git(project.parent, "init", "--quiet")
    commit(project, "Write the <notes>", "2026-11-02")
    old.rename(path)
    commit(project, "Find a better name", "2026-11-03")
    path.write_text(path.read_text(encoding="utf-8").replace("A judgement.", "A judgement only."), encoding="utf-8")
    commit(project, "Say it shorter", "2026-11-04")
    return project


def test_a_note_tells_its_history_and_the_site_its_changes(project: Path, tmp_path: Path) -> None:
    note, changes = pages(project, tmp_path / "site")
    told = words(note)
    assert "Written 2 November 2026 by Lin Yi; last changed 4 November 2026 by Lin Yi." in told
    assert told.index("Say it shorter") < told.index("Find a better name") < told.index("Write the <notes>")
    assert note.count(f'href="{REPOSITORY}/commit/') == 3
    assert f'href="{REPOSITORY}/edit/main/edition/annotations/{HEART}.yml"' in note
    told = words(changes)
    assert "There are no corrections so far." in told
    last = told.index("Say it shorter 4 November 2026 · Lin Yi Changed The heart has stayed.")
    middle = told.index("Find a better name 3 November 2026 · Lin Yi Renamed The heart has stayed.")
    assert last < middle < told.index("Write the <notes> 2 November 2026 · Lin Yi")


def test_a_shallow_clone_is_said_to_be_one(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "2", f"file://{project.parent}", "clone")
    note, changes = pages(tmp_path / "clone" / "edition", tmp_path / "site")
    assert "Last changed 4 November 2026 by Lin Yi." in words(note)
    assert "Find a better name" not in words(note)  # there everything seems to be added
    for page in (note, changes):
        assert "shallow copy of the repository" in words(page)


def test_without_git_the_part_is_not_there(tmp_path: Path, root: Path) -> None:
    note, changes = pages(copy_edition("chinese", tmp_path / "edition", root), tmp_path / "site")
    assert "History" not in words(note[note.index('<article class="leaf') :])
    assert "built without the history" in words(changes)


CONFIGURED = {
    "i18n.logOutputEncoding": "latin1", "i18n.commitEncoding": "GBK", "log.showSignature": "true", "log.date": "raw",
    "log.showRoot": "false", "log.follow": "true", "log.mailmap": "false", "log.decorate": "full",
    "log.diffMerges": "on", "log.excludeDecoration": "*",
    "color.ui": "always", "color.diff": "always", "core.quotePath": "true",
    "core.abbrev": "4", "core.pager": "false", "core.attributesFile": "/nowhere", "diff.renames": "false",
    "diff.renameLimit": "1", "diff.noprefix": "true", "diff.relative": "false", "diff.external": "false",
    "diff.mnemonicPrefix": "true", "format.pretty": "oneline", "format.notes": "true", "gpg.program": "false",
    "pager.log": "true", "alias.log": "!false", "mailmap.blob": "HEAD:names",
}  # fmt: skip
"""Settings that make a `git log` of one's own look otherwise."""
SAID = 'Say "it" \t über 中文 & <b> \x1b[31mred\x1e one \x1f two'


def test_gits_own_settings_change_nothing(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", f"file://{project.parent}", "clone")
    edition = tmp_path / "clone/edition"
    for name in ('strange "name"\tand 中文.yml', "a\x01b.yml", "-p.yml", "ä\nA\tb.yml"):
        (edition / "annotations/glosses" / name).write_text("", encoding="utf-8")
    commit(edition, SAID, "2026-11-05")
    for path in (edition / "annotations/glosses").glob("*.yml"):
        if path.stat().st_size == 0:
            path.unlink()
    commit(edition, "Take them out", "2026-11-06")
    log = read_log(_log(edition, {}))
    assert log.commits[1].subject == SAID
    assert "annotations/glosses/ä\nA\tb.yml" in log.files
    (tmp_path / "names").write_text("Somebody Else <lin@example.org>\n", encoding="utf-8")
    (tmp_path / "order").write_text("*glosses*\n", encoding="utf-8")
    own = {"mailmap.file": str(tmp_path / "names"), "diff.orderFile": str(tmp_path / "order")}
    for name, value in {**CONFIGURED, **own}.items():
        git(edition, "config", name, value)
    environment = {
        "GIT_EXTERNAL_DIFF": "false", "GIT_PAGER": "false", "GIT_PAGER_IN_USE": "1", "GIT_LITERAL_PATHSPECS": "0",
        "GIT_ICASE_PATHSPECS": "1", "GIT_TRACE": "1", "GIT_DIFF_OPTS": "-u0", "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "diff.renames", "GIT_CONFIG_VALUE_0": "copies", "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1",
        "LANG": "de_DE.UTF-8", "LC_ALL": "C", "TZ": "Asia/Tokyo", "COLUMNS": "20", "TERM": "dumb",
    }  # fmt: skip
    assert read_log(_log(edition, environment)) == log
    note, changes = pages(edition, tmp_path / "site")
    assert "Written 2 November 2026 by Lin Yi; last changed 4 November 2026 by Lin Yi." in words(note)
    assert words(note).index("Say it shorter") < words(note).index("Find a better name")
    assert "Somebody Else" not in words(note)
    assert "über 中文 & <b>" in words(changes)
    assert "\x1b" not in changes


def test_a_repository_of_somebody_elses_is_read_too(project: Path) -> None:
    """As in a container, where the folder belongs to whoever runs the machine."""
    theirs = {**log_environment(os.environ), "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
    done = subprocess.run(LOG, cwd=project, env=theirs, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(read_log(done.stdout.decode()).commits) == 3


def _log(project: Path, environment: dict[str, str]) -> str:
    asked = log_environment({**os.environ, **environment})
    return subprocess.run(LOG, cwd=project, env=asked, capture_output=True, check=True).stdout.decode()
