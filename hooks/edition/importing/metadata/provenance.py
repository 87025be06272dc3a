"""What a page says of itself: title, author, publisher, day, address, language, each with where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice, product

from lxml import html

from edition.importing.article import Finding, tidy, values_of, without_unseen
from edition.importing.files.limits import MAX_VALUE
from edition.importing.lines import language
from edition.importing.lines.days import DAY, WEEKDAY, day_of, is_day_first, written
from edition.importing.lines.labels import LABELS
from edition.importing.metadata import linked_data, names
from edition.importing.metadata.page_authors import AROUND, LINE, MARKED, TEASER, page_authors, plain_name
from edition.importing.page.site_elements import COMMENTS
from edition.reading import is_address

_DAY = re.compile(
    r"(?P<y>[12]\d{3})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})|(?P<plain>[12]\d{7})(?=T|\d{6}|$)"
)
_IN_WORDS = re.compile(rf"(?<!\d){DAY}", re.I)
_CHANGED = re.compile(rf"(?:{LABELS['later']})\s*[:：]?\s*(?:{WEEKDAY.pattern})?,?\s*{DAY}", re.I)
_META = {
    "title": ("og:title", "twitter:title", "headline", "dc.title", "parsely-title"),
    "publisher": tuple(
        "og:site_name publisher dc.publisher dcterms.publisher application-name al:android:app_name "
        "citation_journal_title".split()
    ),
    "issued": tuple(
        "article:published_time article:published og:article:published_time og:published_time datepublished date "
        "pubdate publishdate publication_date dc.date dc.date.issued dcterms.issued dcterms.created parsely-pub-date "
        "sailthru.date citation_publication_date citation_online_date".split()
    ),
    "URL": ("og:url",),
    "language": ("og:locale", "content-language", "inlanguage", "dc.language"),
    "lede": ("description", "og:description", "twitter:description"),
    "section": ("article:section", "section"),
}
"""By the field of edition.yml, the best first; sites write them with other signs between the words, too."""
_UNSEEN = re.compile(r"(?:^|[-_ ])(?:hidden|print)(?:$|[-_ ])")
_STANDFIRSTS = 3
"""Behind so many paragraphs a moment is one of which the article tells, or of a comment."""
FAR = ", further down"
TIME = "<time>"
"""Where a day was found that readers see, though machines are told another."""
_HOME = re.compile(r"(?:(?:https?:)?//[^/]+)?/?(?:index\.\w+)?(?<=.)")
"""Where a site's first page is."""
_OF_DAYS = re.compile(r"/\d{4}(?:/\d\d?){0,2}/?$")
"""Where a site lists what it published on a day. A bookmark is HTML's link of an article to itself."""
_ARTICLES = 3
"""So many of the articles in a page's data are looked at: the first is the page's own."""
_OWN = "[not(ancestor::*[@itemprop='itemListElement'])]"
"""What is none of another article’s in a list."""
_UNTYPED = re.compile("[\u00ad\u200b\u2060]")
"""What is in words for the breaking of lines, and in no title that anybody types."""


def from_page(document: html.HtmlElement) -> dict[str, list[Finding]]:
    """Everything that the page's head and its data for machines tell, best first.

    Under `lede` is what the page says in a sentence or two, under `body` the article's words in its data, under
    `section` the part of the newspaper in which it stands.
    """
    found: dict[str, list[Finding]] = {name: [] for name in (*_META, "author", "body", "step", "site")}
    articles = linked_data.articles(document)
    day_first = is_day_first(language.tag(document.get("lang") or ""))
    meta = [
        ((tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").lower(),
         tag.get("content") or tag.get("value") or "")
        for tag in document.xpath(f"(//meta | //*[@content]{MARKED.format('datePublished')}){_OWN}")
        if tag.tag == "meta" or not any(map(_is_teaser, tag.iterancestors()))
    ]  # fmt: skip
    for name, value, where in chain(_for_machines(articles), _in_head(document, meta)):
        if text := day(value, day_first=day_first) if name == "issued" else fitting(name, value):
            found[name].append(Finding(text, where))
    for item in articles[:_ARTICLES]:
        sections = map(linked_data.text, linked_data.nodes_of(item.get("articleSection")))
        found["section"] += [Finding(one, "JSON-LD articleSection") for one in sections]
        for key in ("articleBody", "reviewBody"):
            found["body"].append(Finding(linked_data.text(item.get(key)), f"JSON-LD {key}"))
        for key, told in linked_data.steps(item).items():
            found["step"] += [
                Finding(tidy(re.sub("<[^>]*>", " ", linked_data.plain(words))), f"JSON-LD {key}") for words in told
            ]
    found["step"] += [
        Finding(tidy(node.text_content()), "microdata Recipe")
        for node in document.xpath("//*[@itemprop='recipeIngredient' or @itemprop='ingredients']")
    ]
    for link in document.xpath("//a[@href]"):
        said = link.xpath("@title | @aria-label | .//img/@alt") if _HOME.fullmatch(link.get("href")) else ()
        found["site"] += [Finding(tidy(name), "the link to the first page") for name in said]
    day_first = any(is_day_first(item.value) for item in found["language"][:1])
    found["issued"] += _days(document, day_first=day_first)
    window = document.findtext(".//title") or ""
    shown = [part for part in re.split(r"\s+[|–—-]\s+", tidy(window)) if re.fullmatch(DAY, part, re.I)]
    found["issued"] += [Finding(day(one, day_first=day_first), "<title>") for one in shown]
    not_these = values_of(found, "publisher", "title")
    host = re.search(r"//(?:www\.)?([^./]+)\.", found["URL"][0].value) if found["URL"] else None
    said = page_authors(document, articles, meta, not_these)
    found["author"] = [item for item in said if not (host and names.is_site(item.value, host[1]))]
    return found


def _for_machines(articles: Sequence[linked_data.Node]) -> Iterator[tuple[str, str, str]]:
    """The name, the value and the place of what the page's data for machines tell of its article."""
    for item in articles[:_ARTICLES]:
        yield "title", linked_data.text(item.get("headline")), "JSON-LD headline"
        for publisher in linked_data.nodes_of(item.get("publisher")):
            yield "publisher", linked_data.text(publisher), "JSON-LD publisher"
        moment = linked_data.text(item.get("datePublished"))
        yield "issued", moment, f"JSON-LD datePublished{in_utc(moment)}"
        for name, key in (("URL", "url"), ("language", "inLanguage"), ("lede", "description")):
            yield name, linked_data.text(item.get(key)), f"JSON-LD {key}"


def _in_head(document: html.HtmlElement, meta: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """The name, the value and the place of what the page's head tells."""
    yield "language", document.get("lang") or document.get("xml:lang") or "", "<html lang>"
    for link in document.iterfind(".//link[@href]"):
        if "canonical" in link.get("rel", "").lower().split():
            yield "URL", link.get("href", ""), "<link rel=canonical>"
    for name, keys in _META.items():
        for key, (has, value) in product(keys, meta):
            if has == key == "og:locale" and not value.startswith("zh"):
                yield name, value[:2], f"<meta {has}>"  # it has to name a region, whichever
            elif plain_name(has) == plain_name(key):
                yield name, value, f"<meta {has}>{in_utc(value) if name == 'issued' else ''}"
    yield "title", document.findtext(".//title") or "", "<title>"


def _days(document: html.HtmlElement, *, day_first: bool) -> Iterator[Finding]:
    """The days in the page's elements `time`; what readers see comes before what only machines do.

    Before them one in the words of an element that is marked as the day.
    """
    for marked in document.xpath(
        f"//*[not(self::time or self::meta or @content)]{MARKED.format('datePublished')}{_OWN}"
    ):
        said = day(tidy(marked.text_content()), day_first=day_first)
        if said and not any(map(_is_teaser, marked.iterancestors())):
            yield Finding(said, "what the page marks as its day")
            break
    for time, far in _times(document):
        said = time.get("datetime") or time.get("title") or ""
        shown = day(tidy(time.text_content()), day_first=day_first)
        told = fitting("issued", said or shown)
        apart = abs((date.fromisoformat(shown) - date.fromisoformat(day(said))).days) if shown and day(said) else 0
        if apart > (not in_utc(said)):
            yield Finding(shown, f"{TIME}{far}")
        if told:
            yield Finding(told, f"<time{' datetime' if said else ''}>{in_utc(said)}{far}")


def _times(document: html.HtmlElement) -> list[tuple[html.HtmlElement, str]]:
    """The moments that may be the article's, each with `FAR` or nothing: those under the title, above it, further down.

    None is of a teaser, and none above the title far from it as the day of today is.
    """
    under: list[html.HtmlElement] = []
    above: list[html.HtmlElement] = []
    within: list[html.HtmlElement] = []
    title = None
    paragraphs = 0
    for node in document.xpath("//h1 | //h3 | //h4 | //p | //time | //abbr[contains(@class, 'published')]"):
        if node.tag in ("h3", "h4"):
            paragraphs += _STANDFIRSTS * (paragraphs > 0)  # what stands under a further heading is none of the title's
        elif node.tag == "h1":
            title = node if title is None else title
        elif node.tag == "p":
            paragraphs += title is not None and len(tidy(node.text_content())) > TEASER
        elif not any(map(_is_teaser, _around(node))):
            place = above if title is None else under if paragraphs < _STANDFIRSTS else within
            around = [f"{one.get('class')} {one.get('id')}" for one in node.iterancestors("div", "section", "ol")]
            if place is not within or not any(map(COMMENTS.search, around)):  # what readers wrote
                place.append(node)
    if title is None:
        return [(node, "") for node in above]
    beside = set(islice(title.iterancestors(), LINE))
    near = [node for node in above if not beside.isdisjoint(islice(node.iterancestors(), LINE))]
    return [*((node, "") for node in (*under, *near)), *((node, FAR) for node in within)]


def _around(time: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The elements around a moment, but for its article's own footer, where it is marked as that of publication."""
    is_own = "published" in time.get("class", "").split() and next(time.iterancestors("article"), None) is not None
    return (node for node in time.iterancestors() if not (is_own and node.tag == "footer"))


def _is_teaser(node: html.HtmlElement) -> bool:
    """Whether an element holds what leads to another article, or what readers do not see."""
    if _UNSEEN.search(node.get("class", "")):
        return True
    if node.tag == "a":
        return not _OF_DAYS.search(node.get("href", "")) and "bookmark" not in node.get("rel", "").split()
    return node.tag in AROUND or (node.tag == "li" and len(tidy(node.text_content())) > TEASER)


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
        # What a template left in its place, or says of every page.
        left = name == "publisher" and re.fullmatch(
            r"\W*|.*\{\{.*\}\}.*|null|undefined|https?://\S*|(?i:articles?|website|blogger)", text
        )
        return "" if left else text
    return text


def in_utc(moment: str) -> str:
    """`, in UTC` where a moment is given so, whatever the zone of time in which it was published."""
    return ", in UTC" if re.search(r"\d:\d\d(?::\d\d?)?(?:\.\d+)?\s*(?:Z|[+-]00:?00|UTC|GMT)$", moment.strip()) else ""


def day(text: str, *, day_first: bool = False) -> str:
    """The first day in a text as edition.yml writes it, one of a change after others; empty where there is none.

    `day_first` is as in `day_of`.
    """
    if (rest := _CHANGED.sub("", text)) != text and (found := day(rest, day_first=day_first)):
        return found
    for said in _DAY.finditer(text):
        if found := _first_of(said):
            return found
    days = (day_of(shown[0], day_first=day_first) for shown in _IN_WORDS.finditer(text))
    return next(filter(None, days), "")


def is_of_change(text: str) -> bool:
    """Whether the only day that a text names is that of a change."""
    rest = _CHANGED.sub("", text)
    return rest != text and not day(rest)


def _first_of(said: re.Match[str]) -> str:
    plain = said["plain"]
    year, month, of_month = (plain[:4], plain[4:6], plain[6:8]) if plain else said.group("y", "m", "d")
    return written(int(year), int(month), int(of_month))
