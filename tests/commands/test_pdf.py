"""`edition pdf` without a browser: what it says where it cannot print, and where it writes the link."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from edition.commands.browser import executable
from edition.commands.pdf import NAME, link_to_it
from edition.publishing import appendix
from tests.command import command
from tests.hosts import Write, run_module


def test_a_site_that_is_not_built_is_said(tmp_path: Path) -> None:
    told = f"{tmp_path / 'site' / 'whole'} holds no page: build the site first (make build, or mkdocs build).\n"
    assert command("pdf", "--site", tmp_path / "site") == (1, "", told)


def test_a_browser_that_does_not_start_is_said(write_files: Write) -> None:
    site = write_files({"whole/index.html": "<p>text <!-- edition: pdf --></p>", "none": "#!/bin/sh\nexit 1\n"})
    (site / "none").chmod(0o755)
    # In a process of its own: in this one the tests' own browser may be at work.
    environment = {**os.environ, "CHROMIUM": str(site / "none")}
    done = run_module("edition.commands", "pdf", "--site", site, cwd=site, environment=environment)
    assert done.returncode == 1
    assert "The browser did not print the page; another is named by CHROMIUM=PATH." in done.stderr
    assert "<a" not in (site / "whole/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["pdf", "--site", "."], ["card", "--to", "card.png"]])
def test_what_drives_a_browser_and_is_not_installed_is_said(write_files: Write, root: Path, words: list[str]) -> None:
    """By name of the extra that brings it, and for the Python that runs."""
    site = write_files({"whole/index.html": "<p>text</p>", "playwright.py": "raise ImportError\n"})
    environment = {**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    done = run_module("edition.commands", "--root", root, *words, cwd=site, environment=environment)
    assert done.returncode == 1
    assert f'{sys.executable} -m pip install "annotated-edition[pdf]"' in done.stderr
    assert not (site / "card.png").exists()


def test_what_is_named_is_driven_and_else_what_is_there(write_files: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("mine", "chromium-headless-shell", "chromium", "google-chrome")
    programs = write_files(dict.fromkeys(names, ""))
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("CHROMIUM", "mine")
    for name in names:
        (programs / name).chmod(0o755)
    for name in names:
        assert executable() == str(programs / name)
        (programs / name).unlink()
    assert executable() is None


def test_that_there_is_no_browser_is_said(write_files: Write) -> None:
    site = write_files({"whole/index.html": "<p>text</p>"})
    environment = {**os.environ, "PATH": str(site), "PLAYWRIGHT_BROWSERS_PATH": str(site / "browsers")}
    environment.pop("CHROMIUM", None)
    done = run_module("edition.commands", "pdf", "--site", site, cwd=site, environment=environment)
    assert done.returncode == 1
    assert "There is no browser here: install Chromium or Chrome" in done.stderr


def test_the_link_is_written_wherever_it_has_a_place(write_files: Write) -> None:
    place = "<!-- edition: pdf -->"
    site = write_files(
        {"index.html": place, "whole/index.html": place, "about/index.html": "no", NAME: "1" * 1_250_000}
    )
    foreign = f"caf\N{LATIN SMALL LETTER E WITH ACUTE} {place}".encode("latin-1")
    (site / "old.html").write_bytes(foreign)
    (site / "v1.html").mkdir()
    link_to_it(site)
    assert (site / "old.html").read_bytes().startswith(b"caf\xe9 <a")
    assert (site / "index.html").read_text() == (
        '<a href="edition.pdf" type="application/pdf">As a PDF to print, 1.2 MB</a>'
    )
    assert 'href="../edition.pdf"' in (site / "whole/index.html").read_text()
    assert (site / "about/index.html").read_text() == "no"


def test_an_appendix_that_nothing_is_known_of_is_said(write_files: Write) -> None:
    site = write_files({"whole/index.html": "<p>text", "vocabulary/index.html": '<div class="leaf vocabulary"></div>'})
    said = command("pdf", "--vocabulary", "--site", site)
    assert (said.status, said.err.startswith(f"{site / 'vocabulary'} lists no words: ")) == (1, True)


def test_the_appendix_leads_to_the_paragraphs_before_it() -> None:
    page = (
        '<main><div class="leaf vocabulary" data-apparatus><h1>Vocabulary</h1><section><h2 id="letter--R">R</h2><dl>'
        '<div><dt>人</dt><dd>man <a href="../article/01-begin/#p-2">2</a>, <a href="../article/01-begin/">§1</a></dd>'
        "</div></dl>\n</section>\n</div>\n</main><div>more</div>"
    )
    assert appendix(page) == (
        '<div class="leaf vocabulary" data-apparatus><h2>Vocabulary</h2><section><h3 id="letter--R">R</h3><dl>'
        '<div><dt>人</dt><dd>man <a href="#p-2">2</a>, <a href="../article/01-begin/">§1</a></dd>'
        "</div></dl>\n</section>\n</div>"
    )
