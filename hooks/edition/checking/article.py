"""Whether the article is the one that edition.yml vouches for, and the site shows the words that its files have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import zip_longest
from pathlib import PurePosixPath

from edition.concordance import Concordance
from edition.memory import Memory
from edition.problems import Place, Problem, SourceFile, short
from edition.reading import SectionFile, html_of
from edition.text import article_hash, article_outline, read_section


def check_article(concordance: Concordance) -> Iterator[Problem]:
    """A problem where the article is not the one that edition.yml vouches for."""
    sections = concordance.sections
    manifest = concordance.edition.vouched
    if manifest is None or not sections:
        return
    for section in sections:
        if not section.text.text:
            path = section.source.path
            remedy = "Put the article's words under its front matter."
            rests_on = (path, path.rpartition("/")[0])
            yield Problem.at(path, "the section holds no text", remedy, spoils=path, rests_on=rests_on)
    texts = concordance.texts
    found = article_hash(texts)
    if manifest.sha256 and found != manifest.sha256:
        folder = f"{PurePosixPath(sections[0].source.path).parent}/"
        remedy = (
            f"The article's words are sacred: undo the change under {folder}, which `git diff {folder}` shows. "
            "Only if the publisher's text itself is otherwise, or a section was cut in two, first say "
            "`edition reanchor --old HEAD --write`: "
            f"it marks the notes that lean on changed words, and writes sha256: {found}"
        )
        place, message = manifest.at("sha256"), "the article's text is not the one this hash was taken of"
        yield Problem(place, message, remedy, spoils="the article's text", rests_on=concordance.unread)


def read_otherwise(
    sections: Iterable[SectionFile], html_of_host: Callable[[SectionFile], str], memory: Memory
) -> Iterator[Problem]:
    """A problem for each section whose words are others in the host's page than in its file."""
    for section in sections:
        of = (section.markdown, section.dialect.extensions, section.dialect.settings)
        htmls = html_of_host(section), memory.made(("html", section.path), of, partial(html_of, section))
        if htmls[0] == htmls[1]:
            continue
        theirs, ours = (article_outline([read_section(section.slug, html)]).split("\n") for html in htmls)
        if section.markdown and theirs != ours:
            their_line, our_line = next(
                ((one, other) for one, other in zip_longest(theirs, ours, fillvalue="") if one != other)
            )
            yield Problem(
                Place(section.file or SourceFile(section.path), section.line),
                f"the site shows “{short(their_line.strip())}” where this file has “{short(our_line.strip())}”",
                "A plugin or another hook changes the article: let it leave the article alone, or do without it.",
                spoils=section.path.rpartition("/")[0],
            )
