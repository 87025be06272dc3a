"""`edition new`: begin a note, a source, a translation or rows of words, as a file that says what is to be written."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args

from edition import open_project
from edition.commands.article_file import article_of
from edition.commands.failure import CommandError
from edition.commands.files import write_files
from edition.commands.parsing import word
from edition.concordance import Concordance
from edition.editing.drafting import Draft, RefusalError, Request, begin, new_file, next_steps
from edition.model import BioKind
from edition.reading import ANNOTATIONS

_ID = (
    "the file's name without .yml (default: proposed; to be given where the words are in letters that have no one "
    "spelling in Latin ones, such as kanji, Arabic, Hebrew or Thai)"
)
_EXAMPLES = {
    "bio": [
        'edition new bio "Jane Doe" --kind person --source example-source',
        'edition new bio "Jane Doe" --term "J. Doe" --term Doe',
    ],
    "fact-check": [
        'edition new fact-check "words of the article" --source example-source',
        'edition new fact-check "words of the article" "The claim in English." --id founded-in-2015',
    ],
    "gloss": [
        'edition new gloss "words of the article"',
        'edition new gloss "words of the article" --section lede --nth 2',
    ],
    "variant": ['edition new variant "words of the article"'],
    "source": [
        "edition new source https://example.org/report",
        'edition new source https://example.org/report "Its title" --id report-2026',
        "edition new source saved-report.html",
    ],
    "translation": ["edition new translation lede", "edition new translation"],
    "interlinear": ["edition new interlinear lede"],
}
WHAT = "begin a note, a source, a translation or rows of words"
EXAMPLES = [example for examples in _EXAMPLES.values() for example in examples[:1]]


def takes(parser: ArgumentParser) -> None:
    group = parser.add_subparsers(dest="kind", required=True)

    def kind(name: str, write: Callable[[Request, Concordance], Draft], what: str) -> ArgumentParser:
        added = word(group, name, what, _EXAMPLES[name], run, about=f"Begin a file for {what}.")
        added.set_defaults(write=write, id=None)
        if name not in ("translation", "interlinear"):
            added.add_argument("--id", help=_ID)
        if name in ("bio", "fact-check", "gloss"):
            added.add_argument("--source", action="append", default=[], metavar="ID", help="a source; may be repeated")
        if name in ("fact-check", "gloss", "variant"):
            added.add_argument("quote", type=_as_typed, help="the article's own words")
            added.add_argument("--section", help="the section of the quote, by its slug")
            added.add_argument("--nth", type=int, help="which one, where the quote stands in several places")
        return added

    bio = kind("bio", begin.bio, "who or what is named")
    bio.add_argument("name", type=_as_typed, help="the name, in English or as the article has it")
    bio.add_argument(
        "--term", type=_as_typed, action="append", metavar="WORDS", help="a form in the article; may be repeated"
    )
    bio.add_argument("--kind", dest="bio_kind", choices=get_args(BioKind), help="what it is")
    fact_check = kind("fact-check", begin.fact_check, "what is claimed, and whether it holds")
    fact_check.add_argument("claim", nargs="?", type=_as_typed, help="the claim in English, in one sentence")
    kind("gloss", begin.gloss, "what a word or phrase means")
    kind("variant", begin.variant, "where another copy of the article reads otherwise")
    source = kind("source", begin.source, "what a note can rest on")
    source.add_argument(
        "address", help="its address on the web, which is not fetched; or the page as a browser saves it, which is read"
    )
    source.add_argument("title", nargs="?", type=_as_typed, help="its title, as it gives it")
    translation = kind("translation", begin.translation, "the English of a section")
    interlinear = kind("interlinear", begin.interlinear, "the words of a section, a row for each")
    for of_section in (translation, interlinear):
        of_section.add_argument("section", nargs="?", help="its slug (default: the first that has none)")


def _as_typed(word: str) -> str:
    """The word as a terminal in UTF-8 gave it, where Python was told of a locale that has no such letters."""
    try:
        return word.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return word


def run(arguments: Namespace) -> int:
    folder = arguments.root / ANNOTATIONS
    try:
        if not folder.is_dir():
            raise RefusalError(f"There is no folder {folder}.")
        given = {item.name: getattr(arguments, item.name) for item in fields(Request) if item.name in arguments}
        request = Request(date.today(), **given)
        concordance, _ = open_project(arguments.root, request.today).joined()
        taken = begin.take_article_form(request, concordance)
        if not re.match(r"https?:", request.address, re.I) and Path(request.address).is_file():
            begin.take_page(request, _findings(request.address))
        draft: Draft = arguments.write(request, concordance)
        path, data = new_file(draft, arguments.id, folder, is_chinese=concordance.edition.is_chinese)
        write_files({path: data}, new=True)
    except RefusalError as refusal:
        raise CommandError(f"Nothing was written. {refusal}") from refusal
    except UnicodeError as error:
        raise CommandError("Nothing was written. What you gave is not text in UTF-8.") from error
    print(path)
    for line in (*next_steps(path, draft, *open_project(arguments.root, request.today).joined()), *taken):
        print(line)
    return 0


def _findings(page: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    try:
        return article_of(page).findings
    except CommandError as error:
        raise RefusalError(str(error)) from error
