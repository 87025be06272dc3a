"""What a page says of itself: title, author, publisher, day, address, language, each with where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import dropwhile, islice, takewhile

from lxml import html

from edition.importing.article import Finding, tidy, without_unseen
from edition.importing.files.limits import MAX_VALUE
from edition.importing.lines import language
from edition.importing.lines.days import DAY, day_of, is_day_first, written
from edition.importing.metadata import linked_data, names
from edition.reading import is_address

_DAY = re.compile(
    r"(?P<y>[12]\d{3})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})|(?P<plain>[12]\d{7})(?=T|\d{6}|$)"
)
_IN_WORDS = re.compile(rf"(?<!\d){DAY}", re.I)
_META = {
    "title": ("og:title", "twitter:title", "headline", "dc.title", "parsely-title"),
    "author": (
        "citation_author",
        "author",
        "article:author",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
    ),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "application-name", "al:android:app_name"),
    "issued": (
        "article:published_time",
        "article:published",
        "og:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "parsely-pub-date",
        "citation_publication_date",
        "citation_online_date",
    ),
    "URL": ("og:url",),
    "language": ("og:locale", "content-language", "inlanguage", "dc.language"),
    "lede": ("description", "og:description", "twitter:description"),
    "section": ("article:section", "section"),
}
_BODY = re.compile(r"\w*(?:Organization|Corporation|Company|WebSite|Brand)")
_PARTS = ("article", "main", "section", "body")
_LINE = 3
"""So many elements around the first author may hold the others."""
_AROUND = ("nav", "aside", "footer")
_TEASER = 80
"""An item of more letters is no line of who wrote, and when."""
_UNSEEN = re.compile(r"(?:^|[-_ ])(?:hidden|print)(?:$|[-_ ])")
_STANDFIRSTS = 3
"""Behind so many paragraphs a moment is one of which the article tells, or of a comment."""
FAR = ", further down"
_OF_DAYS = re.compile(r"/\d{4}(?:/\d\d?){0,2}/?$")
"""Where a site lists what it published on a day. A bookmark is HTML's link of an article to itself."""
_UNDER = 40
"""So many links and stretches of words behind the title are looked at."""
_SHOWN = re.compile(r"(?:^|[-_ ])(?:author|byline|reporter)(?:[-_]*name)?(?:$| )", re.I)
_PAGE_OF_AUTHOR = re.compile(
    r"/(?:author|autor|auteur|autore|autori|autoren|autores|reporter|journalist|writer|contributor|columnist|yazar|penulis)"
    r"s?/[^/?#]*[^\W\d_]{2}[^/?#]*/?$",
    re.I,
)
"""Where a site says who somebody is who writes for it."""
_UNTYPED = re.compile("[\u00ad\u200b\u2060]")
"""What is in words for the breaking of lines, and in no title that anybody types."""


def from_page(document: html.HtmlElement) -> dict[str, list[Finding]]:
    """Everything that the page's head and its data for machines tell, best first.

    Under `lede` is what the page says in a sentence or two, under `body` the article's words in its data, under
    `section` the part of the newspaper in which it stands.
    """
    found: dict[str, list[Finding]] = {name: [] for name in (*_META, "body", "step")}

    def add(name: str, value: str | None, where: str) -> None:
        if text := fitting(name, value or ""):
            found[name].append(Finding(text, where))

    articles = linked_data.articles(document)
    for item in articles[:3]:
        add("title", linked_data.text(item.get("headline")), "JSON-LD headline")
        for publisher in linked_data.nodes_of(item.get("publisher")):
            add("publisher", linked_data.text(publisher), "JSON-LD publisher")
        moment = linked_data.text(item.get("datePublished"))
        add("issued", moment, f"JSON-LD datePublished{in_utc(moment)}")
        add("URL", linked_data.text(item.get("url")), "JSON-LD url")
        add("language", linked_data.text(item.get("inLanguage")), "JSON-LD inLanguage")
        add("lede", linked_data.text(item.get("description")), "JSON-LD description")
        found["section"] += [
            Finding(linked_data.text(one), "JSON-LD articleSection")
            for one in linked_data.nodes_of(item.get("articleSection"))
        ]
        found["body"].append(Finding(linked_data.text(item.get("articleBody")), "JSON-LD articleBody"))
        found["step"] += [Finding(words, "JSON-LD Recipe") for words in linked_data.steps(item)]
    for node in document.iterfind(".//*[@itemprop]"):
        if node.get("itemprop") in ("recipeIngredient", "ingredients"):
            found["step"].append(Finding(tidy(node.text_content()), "microdata Recipe"))
    add("language", document.get("lang") or document.get("xml:lang"), "<html lang>")
    for link in document.iterfind(".//link[@href]"):
        if "canonical" in link.get("rel", "").lower().split():
            add("URL", link.get("href"), "<link rel=canonical>")
    meta = [
        ((tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").lower(),
         tag.get("content") or tag.get("value"))
        for tag in document.iter("meta")
    ]  # fmt: skip
    for name, keys in _META.items():
        for key in keys:
            for has, value in meta if name != "author" else ():
                if has == key:
                    if key == "og:locale" and not (value or "").startswith("zh"):
                        value = (value or "")[:2]  # it has to name a region, whichever
                    add(name, value, f"<meta {key}>{in_utc(value or '') if name == 'issued' else ''}")
    add("title", document.findtext(".//title"), "<title>")
    day_first = any(is_day_first(item.value) for item in found["language"][:1])
    for time, far in _times(document):
        said, shown = time.get("datetime", ""), day(tidy(time.text_content()), day_first=day_first)
        if shown and day(said) and abs((date.fromisoformat(shown) - date.fromisoformat(day(said))).days) > 1:
            add("issued", shown, f"<time>{far}")  # the day that readers see, before one that only machines do
        add("issued", said or shown, f"<time{' datetime' if said else ''}>{in_utc(said)}{far}")
    host = re.search(r"//(?:www\.)?([^./]+)\.", found["URL"][0].value) if found["URL"] else None
    found["author"] = _authors(
        document, articles, meta, [item.value for name in ("publisher", "title") for item in found[name]]
    )
    if host:
        found["author"] = [item for item in found["author"] if not names.is_site(item.value, host[1])]
    return found


def _times(document: html.HtmlElement) -> list[tuple[html.HtmlElement, str]]:
    """The moments that may be the article's, each with `FAR` or nothing: those under the title, above it, further down.

    None is of a teaser, and none above the title far from it as the day of today is.
    """
    under: list[html.HtmlElement] = []
    above: list[html.HtmlElement] = []
    within: list[html.HtmlElement] = []
    title = None
    paragraphs = 0
    for node in document.iter("h1", "h3", "h4", "time", "p"):
        if node.tag in ("h3", "h4"):
            paragraphs += _STANDFIRSTS * (paragraphs > 0)  # what stands under a further heading is none of the title's
        elif node.tag == "h1":
            title = node if title is None else title
        elif node.tag == "p":
            paragraphs += title is not None and len(tidy(node.text_content())) > _TEASER
        elif not any(_is_teaser(one) for one in node.iterancestors()):
            (above if title is None else under if paragraphs < _STANDFIRSTS else within).append(node)
    if title is None:
        return [(node, "") for node in above]
    around = set(islice(title.iterancestors(), _LINE))
    near = [node for node in above if not around.isdisjoint(islice(node.iterancestors(), _LINE))]
    return [*((node, "") for node in (*under, *near)), *((node, FAR) for node in within)]


def _is_teaser(node: html.HtmlElement) -> bool:
    """Whether an element holds what leads to another article, or what readers do not see."""
    if _UNSEEN.search(node.get("class", "")):
        return True
    if node.tag == "a":
        return not _OF_DAYS.search(node.get("href", "")) and "bookmark" not in node.get("rel", "").split()
    return node.tag in _AROUND or (node.tag == "li" and len(tidy(node.text_content())) > _TEASER)


def _authors(
    document: html.HtmlElement,
    articles: Sequence[linked_data.Node],
    meta: Sequence[tuple[str, str | None]],
    not_these: Sequence[str],
) -> list[Finding]:
    """The authors, by the best place first that names one."""
    found: list[Finding] = []
    for item in articles[:1]:
        for role in ("author", "creator"):
            for author in linked_data.nodes_of(item.get(role)) if not found else ():
                if linked_data.is_a(author, _BODY) and _is_of(linked_data.text(author), not_these):
                    continue
                found += [
                    Finding(name, f"JSON-LD {role}") for name in names.authors(linked_data.text(author), not_these)
                ]
    for key in _META["author"]:
        for has, value in meta:
            if has == key and value and len(value) <= MAX_VALUE:
                if key == "citation_author":  # as lists of references have it
                    value = re.sub(r"^([^,]+), ([^,]+)$", r"\2 \1", value)
                found += [Finding(name, f"<meta {key}>") for name in names.authors(value, not_these)]
    marked = document.xpath("//*[@itemprop='author' or @rel='author'][not(ancestor::figure)]")
    for node in [one for one in marked[:6] if _is_near(one, marked[0])]:
        if node.get("itemtype", "").endswith("Organization"):
            continue
        named = node.xpath(".//*[@itemprop='name']")[:1] or [node]
        said = named[0].get("content") or named[0].text_content()
        if len(said) <= MAX_VALUE:
            found += [Finding(name, "what the page marks as its author") for name in names.authors(said, not_these)]
    said = dict(meta)
    if "twitter:label2" in said and (name := said.get("twitter:data1")):  # the first of two is who wrote it
        found += [Finding(one, "<meta twitter:data1>") for one in names.authors(name, not_these)]
    for node in _under_the_title(document):
        if _SHOWN.search(node.get("class", "")) or _PAGE_OF_AUTHOR.search(node.get("href", "")):
            found += [
                Finding(name, "the name under the title") for name in names.authors(node.text_content(), not_these)
            ]
    return list(dict.fromkeys(found))


def _under_the_title(document: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The short links and words between the title and the first long paragraph."""
    own = "not(ancestor::*[position() < 4][contains(concat(@id, @class), 'comment')])"  # and none of those who answer
    title = next(iter(document.xpath(f"//h1[{own}]")), None)
    after = (
        dropwhile(lambda node: node is not title, document.iter("h1", "a", "span", "p")) if title is not None else ()
    )
    for node in islice(after, 1, _UNDER):
        words = len(tidy(node.text_content()))
        if node.tag == "p" and words > _TEASER:
            return
        if node.tag != "p" and words < _TEASER and not any(_is_around(one, words) for one in node.iterancestors()):
            yield node


def _is_around(node: html.HtmlElement, words: int) -> bool:
    """Whether an element is what stands around the article, or a link that says more than so many letters."""
    return node.tag in _AROUND or (node.tag == "a" and len(tidy(node.text_content())) > words)


def _is_near(node: html.HtmlElement, first: html.HtmlElement) -> bool:
    """Whether an element stands in the line of the first of its kind, and is none of a teaser of another article."""
    around = [first, *takewhile(_is_line, islice(first.iterancestors(), _LINE))]
    return node is first or any(one in around for one in node.iterancestors())


def _is_line(node: html.HtmlElement) -> bool:
    """Whether an element may be the line of the authors: no part of the page, and without headings."""
    return node.tag not in _PARTS and next(node.iter("h1", "h2", "h3", "h4", "h5"), None) is None


def _is_of(body: str, not_these: Sequence[str]) -> bool:
    """Whether a body's name is a part of the publisher's, or the other way round."""
    words = set(re.findall(r"\w+", body.casefold()))
    others = [set(re.findall(r"\w+", other.casefold())) for other in not_these]
    return any(words <= other or other <= words for other in others if other)


def fitting(name: str, value: str) -> str:
    """The value as edition.yml takes it; empty where it is none for this field."""
    if len(value) > MAX_VALUE:
        return ""
    text = tidy(without_unseen(_UNTYPED.sub("", value))[0])
    if name == "issued":
        return day(text)
    if name == "URL":
        return text if is_address(text) and re.match(r"https?://[^/]+\.", text, re.I) else ""
    if name == "language":
        return language.tag(text)
    if name in ("title", "publisher", "lede"):
        text = re.sub(r"\s[-–—]+$", "", text.strip(" |｜")) if name == "title" else tidy(linked_data.plain(text))
        # What a template left in its place.
        left = name == "publisher" and re.fullmatch(r"\W*|.*\{\{.*\}\}.*|null|undefined|https?://\S*", text)
        return "" if left else text
    return text


def in_utc(moment: str) -> str:
    """`, in UTC` where a moment is given so, whatever the zone of time in which it was published."""
    return ", in UTC" if re.search(r"\d:\d\d(?::\d\d?)?(?:\.\d+)?\s*(?:Z|[+-]00:?00|UTC|GMT)$", moment.strip()) else ""


def day(text: str, *, day_first: bool = False) -> str:
    """The first day in a text as edition.yml writes it; empty where there is none. `day_first` is as in `day_of`."""
    for said in _DAY.finditer(text):
        if found := _first_of(said):
            return found
    days = (day_of(shown[0], day_first=day_first) for shown in _IN_WORDS.finditer(text))
    return next(filter(None, days), "")


def _first_of(said: re.Match[str]) -> str:
    plain = said["plain"]
    year, month, of_month = (plain[:4], plain[4:6], plain[6:8]) if plain else said.group("y", "m", "d")
    return written(int(year), int(month), int(of_month))
