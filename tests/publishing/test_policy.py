"""The page's policy lets run what the templates write, and nothing that stands in a page besides."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from edition_mkdocs.policy import address_as_html, as_html, policy, settings_as_html, without_tags
from tests.hosts import build, copy_edition


def hash_of(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def test_the_policy_names_the_scripts_by_their_hashes_each_once() -> None:
    made = policy('<script>a()</script>\n<script id="x">\n b()\n</script><script>a()</script>')
    assert f"script-src 'self' {hash_of('a()')} {hash_of(chr(10) + ' b()' + chr(10))};" in made
    assert "unsafe-inline" not in made.partition("style-src")[0]


def test_titles_front_matter_and_settings_are_shown_as_the_text_that_they_are() -> None:
    meta = {"title": "A <b> & c", "author": ['"><script>'], "icon": "a/b"}
    assert as_html("A <b> & c", meta) == "A &lt;b&gt; &amp; c"
    assert meta == {
        "title": "A &lt;b&gt; &amp; c", "author": "[&#39;&#34;&gt;&lt;script&gt;&#39;]", "icon": "a/b",
    }  # fmt: skip
    settings = {"site_name": "A & B", "site_author": None, "repo_name": "<a>", "theme": "<x>"}
    assert settings_as_html(settings) == {"site_name": "A &amp; B", "repo_name": "&lt;a&gt;"}


def test_lists_of_settings_and_addresses_are_shown_as_text_too() -> None:
    said = {"extra": {"social": [{"link": 'x"><img>', "name": "A & B"}], "generator": False}, "extra_css": ['"><img>']}
    assert settings_as_html(said) == {
        "extra": {"social": [{"link": "x&#34;&gt;&lt;img&gt;", "name": "A &amp; B"}], "generator": False},
        "extra_css": ["%22%3E%3Cimg%3E"],
    }
    assert address_as_html("https://example.org/&?a=1&b='") == "https://example.org/%26?a=1&amp;b=%27"
    assert address_as_html("/a&b'c\"d<e/é?f=g#h%20") == "/a%26b%27c%22d%3Ce/%C3%A9?f=g#h%20"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ('A & B, "c" © 2026 <3', "A &amp; B, &#34;c&#34; © 2026 &lt;3"),
        ("&copy; <a href='https://example.org/?a=1&b'>C</a>", '© <a href="https://example.org/?a=1&amp;b">C</a>'),
        ('<a href="about/" onclick="x()" class="y">About</a><br>', '<a href="about/">About</a><br>'),
        ("<b>never closed", "<b>never closed</b>"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<a href=" java&#x0a;script:x()">a</a>', "<a>a</a>"),
        ('<a href="\x01javascript:x()">a</a>', "<a>a</a>"),
        ("<b>a</b><script>x()</script>", "&lt;b&gt;a&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt;"),
        ("<img src=x onerror=x()>", "&lt;img src=x onerror=x()&gt;"),
        ("<style>*{}</style>", "&lt;style&gt;*{}&lt;/style&gt;"),
    ],
)
def test_the_line_of_copyright_may_hold_links_and_nothing_that_runs(said: str, shown: str) -> None:
    assert settings_as_html({"copyright": said}) == {"copyright": shown}


@pytest.mark.parametrize("title", ["a &lt;b&gt; &amp; c", "&lt;/title&gt;", "a &#34;c&#34;"])
def test_a_title_without_its_tags_is_html_still(title: str) -> None:
    assert without_tags(f"<b>{title}</b>") == title


def test_an_address_holds_nothing_that_ends_it() -> None:
    assert address_as_html('https://example.org/a&b"><x>\\ c/%20?d=e') == (
        "https://example.org/a%26b%22%3E%3Cx%3E%5C%20c/%20?d=e"
    )


def test_a_host_is_named_as_the_domain_name_system_has_it() -> None:
    assert address_as_html("https://bücher.example:80/ü") == "https://xn--bcher-kva.example:80/%C3%BC"
    assert address_as_html("https://한국.example/") == "https://xn--3e0b707e.example/"
    assert address_as_html('https://ü"><x>/') == "https://xn--%22%3E%3Cx%3E-jva/"
    assert address_as_html("https://example.org/https://ü/") == "https://example.org/https://%C3%BC/"


def test_a_title_is_text(tmp_path: Path, root: Path) -> None:
    project = copy_edition("chinese", tmp_path / "project", root)
    section = project / "docs/article/03-end.md"
    text = section.read_text(encoding="utf-8")
    wanted = "title: '</title><script>alert(1)</script>'"
    text = re.sub(r"^title: .*$", lambda _: wanted, text, flags=re.M)
    section.write_text(text, encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    pages = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")}
    assert pages
    for html in pages.values():
        assert "<script>alert(1)" not in html
        assert html.index("http-equiv") < html.index("<script")
        assert html.encode().index(b"<meta charset") < 1024  # or a browser would not look for it
        named = re.findall(r"'sha256-[^']+'", html)
        scripts = re.findall(r"<script>(.*?)</script>", html, re.S)
        assert {hash_of(script) for script in scripts} <= set(named)
