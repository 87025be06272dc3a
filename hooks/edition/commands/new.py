"""`edition new`: begin a note, a source, a translation or rows of words, as a file that says what is to be written."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args

from edition import open_project
from edition.commands.failure import CommandError
from edition.commands.files import write_files
from edition.commands.import_ import article_of
from edition.commands.parsing import word
from edition.concordance import Concordance
from edition.editing.drafting import Draft, Plain, RefusalError, Request, begin, of_same_words, propose_id
from edition.model import NOT_FOUND, PLACEHOLDER, BioKind, SectionEntries, kinds
from edition.problems import render_each, short
from edition.reading import ANNOTATIONS, MANIFEST, as_id

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


def add(words: _SubParsersAction[ArgumentParser]) -> None:
    parser = word(
        words,
        "new",
        "begin a note, a source, a translation or rows of words",
        [example for examples in _EXAMPLES.values() for example in examples[:1]],
    )
    group = parser.add_subparsers(dest="kind", required=True)

    def kind(name: str, write: Callable[[Request, Concordance], Draft], what: str) -> ArgumentParser:
        added = word(group, name, what, _EXAMPLES[name], about=f"Begin a file for {what}.")
        added.set_defaults(run=run, write=write, id=None)
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
        if arguments.kind == "source":
            _take_from_page(request)
        draft: Draft = arguments.write(request, concordance)
        path = _path(folder, draft, arguments.id, is_chinese=concordance.edition.is_chinese)
        write_files({path: draft.text.replace("\n", _line_end(folder)).encode()}, new=True)
    except RefusalError as refusal:
        raise CommandError(f"Nothing was written. {refusal}") from refusal
    except UnicodeError as error:
        raise CommandError("Nothing was written. What you gave is not text in UTF-8.") from error
    _tell_next(arguments.root, path, draft.text)
    for said in taken:
        print(said)
    return 0


def _take_from_page(request: Request) -> None:
    """Where the source is named by a page that was saved, take what this says of itself."""
    source = Path(request.address)
    if re.match(r"https?:", request.address, re.I) or not source.is_file():
        return
    try:
        article = article_of(request.address)
    except CommandError as error:
        raise RefusalError(str(error)) from error
    if not article.found("URL"):
        raise RefusalError(f"{source} does not say at which address it stands. Give the address, and the title.")
    request.address = article.found("URL")
    request.title = request.title or article.found("title") or None
    authors = article.findings.get("author", ())
    page: dict[str, object] = {}
    if authors:
        page["author"] = [item.value for item in authors if item.where == authors[0].where]
    for field in ("publisher", "issued", "language"):
        if (value := article.found(field)) and value != "und":
            page[field] = value if field == "publisher" else Plain(value)
    request.page = page


def _path(folder: Path, draft: Draft, wished: str | None, *, is_chinese: bool) -> Path:
    """Where the file goes: under the id that was wished for, or one that nobody has."""
    notes = [kind.folder for kind in kinds()]
    together = notes if draft.kind.folder in notes else [draft.kind.folder]
    owners = {path.stem: path for kind in together for path in (folder / kind).glob("*.yml")}
    of_section = issubclass(draft.kind, SectionEntries)
    name = draft.words if of_section else wished or propose_id(draft.words, owners, is_chinese=is_chinese)
    if not name and wished is None:
        told = f"“{short(draft.words)}” is written in letters that give no one spelling in Latin ones."
        raise RefusalError(f"{told} Choose the file's name: add --id WORD, such as the word's sound or its sense.")
    if not name or as_id(name) != name:
        near = f" Perhaps “{as_id(name)}”." if as_id(name) else ""
        raise RefusalError(f"“{name}” is no id, which has small letters, digits and single hyphens.{near}")
    if name in owners:
        raise RefusalError(f"{owners[name]} is there already.")
    return folder / draft.kind.folder / f"{name}.yml"


def _line_end(folder: Path) -> str:
    """What ends the lines of the edition's own description, as an editor on Windows may have them."""
    path = folder / MANIFEST
    return "\r\n" if path.is_file() and b"\r\n" in path.read_bytes() else "\n"


def _tell_next(root: Path, path: Path, text: str) -> None:
    """The file, what is still to be written in it, and what `edition check` says of it."""
    print(path)
    concordance, problems = open_project(root, date.today()).joined()
    if unwritten := text.count(NOT_FOUND):
        is_unread = f", {NOT_FOUND}, " in text
        each = "how each word is read, what it says" if is_unread else "what each word says"
        print(f"  {unwritten} × {NOT_FOUND}: write {each} in its sentence, and what renders it.")
        proposed = "Forms and readings were proposed by a program: check them."
        guessed = "The forms were guessed: join or cut them first, as a dictionary has them."
        print(f"  {proposed if concordance.edition.is_chinese else guessed}")
    to_write: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        within = re.search(rf'([\w-]+): "{PLACEHOLDER}: ', line)  # of a record in one line the part that is meant
        key, _, rest = line[within.start() if within else 0 :].strip().partition(": ")
        if PLACEHOLDER in rest:
            what = rest.rpartition(f"{PLACEHOLDER}: ")[2].rstrip('"}]')
            to_write.setdefault(f"{key} – {what}", []).append(number)
        elif "  # check: " in rest:
            to_write.setdefault(f"{key} – check it; {rest.rpartition('  # check: ')[2]}", []).append(number)
    for what, (first, *others) in to_write.items():
        print(f"  line {first}{f' and {len(others)} more' if others else ''}: {what}")
    name = path.relative_to(root).as_posix()
    if (written := concordance.notes.get(path.stem)) and written.folder == path.parent.name:
        for words, note in of_same_words(concordance, written):
            at = note.place.file.path
            print(f"“{words}” has a {note.noun()} already: {at}. Mend that one, unless both are needed here.")
    found = [problem for problem in problems if problem.place.file.path == name]
    if found:
        print("`edition check` will say:")
    for told in render_each(found):
        print(told)
