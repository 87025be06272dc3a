"""Who wrote an article, as its page says to machines and shows under the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, dropwhile, islice, product, takewhile

from lxml import html

from edition.importing.article import Finding, tidy
from edition.importing.files.limits import MAX_VALUE
from edition.importing.lines.credits import credit
from edition.importing.lines.labels import AND, BARE, IN_CASE
from edition.importing.metadata import linked_data, names
from edition.importing.page.captions import CREDIT

_META = tuple(
    "citation_author author article:author content_author byl dc.creator dcterms.creator parsely-author "
    "sailthru.author authors".split()
)
MARKED = "[@itemprop='{0}' or @property='{0}']"
"""What a page marks for machines, in microdata or RDFa."""
_OWN = "not(ancestor::*[position() < 4][contains(concat(@id, @class), 'comment')])"
"""What none of those wrote who answer."""
_BODY = re.compile(r"\w*(?:Organization|Corporation|Company|WebSite|Brand)")
_MARKED = 6
"""So many elements that are marked so are looked at."""
_PARTS = ("article", "main", "section", "body")
LINE = 3
"""So many elements around the first author may hold the others."""
AROUND = ("nav", "aside", "footer")
SHOWN = "the name under the title"
TEASER = 80
"""An item of more letters is no line of who wrote, and when."""
_UNDER = 40
"""So many links and stretches of words behind the title are looked at."""
_OF_ANOTHER = f"preceding-sibling::*[{' or '.join(f'self::h{level}' for level in range(2, 6))}][1]/a"
"""Whether a line stands under a title that leads to its article: it says who wrote that one."""
_SHOWN = re.compile(
    r"(?:^|[-_ ])(?:author|autor|auteur|autore|byline|reporter|writt?er|firma|created-?by)s?"
    r"(?:[-_]*(?:name|link))?(?:$| )",
    re.I,
)
_PLACE = re.compile(
    r"(?:^|[-_ ])(?:adr|locality|location|place|city|country|locali[sz]\w+|"
    r"img|image|photo|foto|picture|caption|keywords?|topics?)(?:$|[-_ ])",
    re.I,
)
"""How an element is called, in the line of an author, that says whence he writes, whose a picture is, or of what."""
_PAGE_OF_AUTHOR = re.compile(
    r"/(?:author|autor|auteur|autore|autori|autoren|autores|reporter|journalist|writer|contributor|columnist|yazar|penulis|"
    r"szerzo|forfatter|skribent|journaliste|profil|tac-gia)s?/(?:\d+/)?[^/?#]*[^\W\d_]{2}[^/?#]*/?$",
    re.I,
)
"""Where a site says who somebody is who writes for it."""


def page_authors(
    document: html.HtmlElement,
    articles: Sequence[linked_data.Node],
    meta: Sequence[tuple[str, str]],
    not_these: Sequence[str],
) -> list[Finding]:
    """The authors, by the best place first that names one; none is called as one of `not_these`."""
    said = chain(
        _for_machines(articles[:1], not_these), _in_head(meta), _marked(document), _labelled(meta), _shown(document)
    )
    found = (Finding(name, where) for words, where in said for name in names.authors(words, not_these))
    editors = {tidy(value) for has, value in meta if plain_name(has).endswith("editor")}
    return list(dict.fromkeys(item for item in found if item.value not in editors))


def _for_machines(articles: Iterable[linked_data.Node], not_these: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Whom the page's data name as the author, else as the creator, with the place."""
    for item in articles:
        for role in ("author", "creator"):
            said = [
                linked_data.text(author)
                for author in linked_data.nodes_of(item.get(role))
                if not (linked_data.is_a(author, _BODY) and _is_of(linked_data.text(author), not_these))
            ]
            yield from ((words, f"JSON-LD {role}") for words in said)
            if any(names.authors(words, not_these) for words in said):
                break


def _in_head(meta: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for key, (has, value) in product(_META, meta):
        if plain_name(has) == plain_name(key) and len(value) <= MAX_VALUE:
            is_cited = key == "citation_author"  # as lists of references have it
            yield re.sub(r"^([^,]+), ([^,]+)$", r"\2 \1", value) if is_cited else value, f"<meta {key}>"


def plain_name(name: str) -> str:
    """The name of a page's `meta` without the signs between its words, which sites write in several ways."""
    return re.sub("[-_.:]", "", name)


def _marked(document: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What the page marks as its author, but for bodies."""
    marked = document.xpath(f"//*[@rel='author'][{_OWN}] | //*{MARKED.format('author')}[{_OWN}]")
    marked = [one for one in marked if next(one.iterancestors("figure"), None) is None and not _is_in_case(one)]
    marked = [one for one in marked if not one.xpath("ancestor::article[ancestor::aside]")]  # of another article
    for node in [one for one in marked[:_MARKED] if _is_near(one, marked[0])]:
        named = node.xpath(f".//*{MARKED.format('name')}")[:1] or [node]
        said = named[0].get("content") or named[0].text_content()
        if len(said) <= MAX_VALUE and not node.get("itemtype", node.get("typeof", "")).endswith("Organization"):
            yield said, "what the page marks as its author"


def _is_in_case(node: html.HtmlElement) -> bool:
    """Whether what stands before a name says that it is in the case of another."""
    label = node.xpath("string((. | ..)/preceding-sibling::*[1][self::label])")
    is_no_author = label and not names.authors(f"{label} {node.text_content()}")
    return bool(is_no_author or re.fullmatch(rf"\s*{IN_CASE}\s*", f"{_before(node)} ", re.I))


def _labelled(meta: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The first of two labels that a network shows, which is who wrote it."""
    said = dict(meta)
    if "twitter:label2" in said:
        yield said.get("twitter:data1", ""), "<meta twitter:data1>"


def _shown(document: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for node in _under_the_title(document):
        own = [*node.find_class("fn"), *node.find_class("author-name"), node]
        words, is_line = _words_of(own[0]), node.tag == "p"
        near = islice(node.iterancestors(), 0 if is_line else 2)
        above = [one for one in near if len(tidy(one.text_content())) < TEASER]
        # A line that leads to its author's page has links to its section, too.
        named = _SHOWN.search(node.get("class", "")) or any(
            _SHOWN.search(one.get("class", "")) and not any(map(_leads_to_author, one.iter("a"))) for one in above
        )
        is_place = any(_PLACE.search(one.xpath("string(@class)")) for one in node.xpath(". | parent::*[img]"))
        is_place = is_place or any(CREDIT.search(tidy(one.text_content())) for one in above)
        told = (named and not is_place and not _is_behind_author(node)) or _leads_to_author(node)
        told = told or (node.tag == "a" and _is_led_to(node))
        said = credit(words)
        is_no_name = (said and "author" not in said.kinds) or (is_line and not said and re.search(r"\d", words))
        is_no_name = is_no_name or re.search(r"[:：]\s*$", words)
        if told and not is_no_name and not _is_in_case(node):
            yield words, SHOWN


def _before(node: html.HtmlElement) -> str:
    """The bare words right before an element."""
    return "".join(node.xpath("preceding-sibling::node()[1][self::text()]"))


def _is_led_to(node: html.HtmlElement) -> bool:
    """Whether the words before a link say that it names who wrote, in no line under the title of another article."""
    led = re.fullmatch(rf"(?:.*[|·•])?\s*(?:{BARE['author']})\s+", _before(node), re.I | re.S)
    return bool(led) and not node.xpath(f"../{_OF_ANOTHER}")


def _is_behind_author(node: html.HtmlElement) -> bool:
    """Whether a link stands in the line of one that names who wrote, and is not joined to that: where it is filed."""
    is_joined = re.fullmatch(rf"\s*(?:[,;/]|{AND}|,\s*{AND})\s*", _before(node))
    return node.tag == "a" and not is_joined and any(map(_is_led_to, node.itersiblings("a", preceding=True)))


def _words_of(node: html.HtmlElement) -> str:
    """The words of an element; where each stretch of them has one that is all of another, that: a name said twice."""
    said = [words for words in map(tidy, node.itertext()) if words]
    least = min(said, key=len, default="")
    return least if least and all(least in words for words in said) else str(node.text_content())


def _leads_to_author(node: html.HtmlElement) -> bool:
    link = node if node.tag == "a" else next(node.iterancestors("a"), node)
    return bool(_PAGE_OF_AUTHOR.search(link.get("href", "")) and names.authors(node.text_content()))


def _under_the_title(document: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The short links and words between the title and the first long paragraph."""
    near = f"self::h1 | self::*[{_OWN} and not({' or '.join(f'ancestor::{tag}' for tag in AROUND)} or {_OF_ANOTHER})]"
    title = next(iter(document.xpath(f"//h1[{_OWN}]")), None)
    tags = ("h1", "h6", "a", "span", "strong", "em", "p", "dd")
    after = dropwhile(lambda node: node is not title, document.iter(*tags)) if title is not None else ()
    for node in islice((one for one in after if one.xpath(near)), 1, _UNDER):
        words = len(tidy(node.text_content()))
        if node.tag == "p" and words > TEASER:
            if next(node.iterancestors("header"), None) is None:
                return
            continue  # a standfirst
        if words < TEASER and not any(_is_around(one, words) for one in node.iterancestors()):
            yield node


def _is_around(node: html.HtmlElement, words: int) -> bool:
    """Whether an element stands around the article, or is a link of more than so many letters, but to its author."""
    is_more = node.tag == "a" and len(tidy(node.text_content())) > words
    return node.tag in (*AROUND, "form") or (is_more and not _PAGE_OF_AUTHOR.search(node.get("href", "")))


def _is_near(node: html.HtmlElement, first: html.HtmlElement) -> bool:
    """Whether an element stands in the line of the first of its kind, and is none of a teaser of another article."""
    around = [first, *takewhile(_is_line, islice(first.iterancestors(), LINE + 1))]
    return node is first or any(one in around for one in node.iterancestors())


def _is_line(node: html.HtmlElement) -> bool:
    """Whether an element may be the line of the authors: no part of the page, and without headings."""
    return node.tag not in _PARTS and next(node.iter("h1", "h2", "h3", "h4", "h5"), None) is None


def _is_of(body: str, not_these: Sequence[str]) -> bool:
    """Whether a body's name is a part of the publisher's, or the other way round."""
    words = set(re.findall(r"\w+", body.casefold()))
    others = [set(re.findall(r"\w+", other.casefold())) for other in not_these]
    return any(words <= other or other <= words for other in others if other)
