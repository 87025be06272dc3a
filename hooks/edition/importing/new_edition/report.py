"""What an import says of itself: what it found, guessed, doubts and set aside. With the text it is the whole input."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edition.importing.article import Article
from edition.importing.new_edition.new_sections import NewSection
from edition.importing.new_edition.to_markdown import as_code, literal_text
from edition.text import is_settled, romanized

_FIELDS = {
    "title": "Title",
    "author": "Author",
    "publisher": "Publisher",
    "issued": "Day of publication",
    "URL": "Address",
    "language": "Language",
}


def summary(article: Article, sections: Sequence[NewSection]) -> str:
    """The report in a few lines, for a terminal."""
    paragraphs = sum(block.kind not in ("heading", "picture") for block in article.blocks)
    missing = [name.lower() for field, name in _FIELDS.items() if not article.found(field)]
    lines = [
        f"{_count(len(sections), 'section')}: {', '.join(section.slug for section in sections)}",
        f"{_count(paragraphs, 'paragraph')}; {_count(len(article.asides), 'line')} set aside",
    ]
    if article.read_as:
        lines.insert(0, article.read_as)
    if missing:
        lines.append(f"not found, and so with a placeholder in annotations/edition.yml: {', '.join(missing)}")
    if article.doubts:
        lines.append(f"{_count(len(article.doubts), 'doubt')} for you to settle")
    words = " ".join(section.title for section in sections) + article.found("title")
    if not article.language.startswith("zh") and not is_settled(romanized(words)):
        lines.append(
            'its letters have no one spelling in Latin ones: name each note, edition new gloss "WORDS" --id NAME'
        )
    return "\n".join(lines)


def report(article: Article, sections: Sequence[NewSection], name: str, sha256: str) -> str:
    """The report as Markdown. `name` and `sha256` are those of the file that was imported."""
    parts = [
        f"# Report of the import of {literal_text(name)}\n",
        "This report and the sections under `docs/article/` together hold every word of the file. Read it once, mend "
        "what was taken wrongly, and delete it when you need it no more: nothing reads it.\n",
        f"The file’s own SHA-256: `{sha256}`\n",
        *(f"{literal_text(remark)}\n" for remark in (article.read_as, *article.remarks) if remark),
        "## What is known of the article\n",
        "The first value of each stands in `annotations/edition.yml`.\n",
        *_findings(article),
        "## Sections and headings\n",
        *_sections(sections, article.form),
    ]
    if guesses := [(block.kind, block.why, block.text) for block in article.blocks if block.why]:
        parts += ["## What was guessed\n", *_grouped((f"{kind}: {why}", text) for kind, why, text in guesses)]
    if article.doubts:
        parts += ["## What is doubtful\n", *_grouped(article.doubts)]
    parts += ["## What was set aside\n", *_grouped((item.reason, item.text) for item in article.asides)]
    if not article.asides:
        parts.append("Nothing.\n")
    return "\n".join(parts).rstrip() + "\n"


def _findings(article: Article) -> Iterable[str]:
    for field, name in _FIELDS.items():
        values = article.findings.get(field, ())
        if not values:
            yield f"- {name}: **not found**; a placeholder stands there\n"
        for value in values:
            yield f"- {name}, by {as_code(value.where)}:\n\n{_verbatim(value.value)}"


def _sections(sections: Sequence[NewSection], form: str) -> Iterable[str]:
    for section in sections:
        yield f"- `{section.file_name}`: {literal_text(section.title)}\n"
        for block in section.blocks:
            if block.kind == "heading" and block.level > 1:
                yield f"    - {'#' * block.level} {literal_text(block.text)}\n"
    if len(sections) == 1:
        remedy = (
            "Begin the headings’ lines with `# ` and import again."
            if form == "text"
            else "Cut it where a reader would pause, as `docs/editing.md` tells, or leave it whole."
        )
        yield f"No heading was found that parts the text. {remedy}\n"


def _grouped(items: Iterable[tuple[str, str]]) -> Iterable[str]:
    """Each text under what is said of it, which is said once for neighbours."""
    last = ""
    for said, text in items:
        if said != last:
            yield f"- {literal_text(said)}:\n"
            last = said
        yield _verbatim(text)


def _verbatim(text: str) -> str:
    """The words as code, so that no sign of theirs does anything."""
    return "\n".join(f"        {line}" for line in text.split("\n")) + "\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
