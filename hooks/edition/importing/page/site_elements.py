"""Which elements of a page are the site's and not the article's, as their tags, roles and names say."""

from __future__ import annotations

import re
from itertools import islice

from lxml import html

from edition.importing.article import tidy
from edition.importing.files.markup import HEADINGS
from edition.importing.lines.chrome import NETWORK, is_chrome, leads_on

_COMMENTS = (
    r"comm?ent(?:aire|ario)?s?(?:list|links)?|kommentarer?|kommentit|commenti|reacties|komentarze|komentare|yorumlar|"
    r"disqus"
)
_NAMES = re.compile(
    r"(?<!\bno)(?<!\bhas)(?<!\bwith)(?<!\bwithout)(?:^|[-_ ])(?:"  # what a wrapper has beside it, or not, it is not
    rf"share|sharing|social(?!(?:[-_]media)?[-_]embed)|related|recommend(?:ed|ation)?s?|{_COMMENTS}|breadcrumbs?|"
    r"sidebar|right[-_]?(?:bar|side)|player-controls|"
    r"newsletters?|cookies?|consent|field-label(?!-)|promo(?:tion)?|disclaimers?|disclosures?|"
    r"advert(?:isement|orial)?s?|ads?|menu|toolbar|pagination|tags|nav|navbar|navigation|footer|"
    r"subscribe|subscription|login|signup|bio|biography|author-?(?:box|block|info|card|details|description|blurb)|"
    r"about-?author|description-?wrapper|embed[-_]options|gmail[-_]attr|"
    r"print-(?:only|header|warning)|text-?to-?speech|(?:update-)?browser-(?:banner|update|warning)|whatsapp-group|"
    r"read-?more|also-?read|series-?(?:header|info|promo)|weather-(?:forecasts?|widget|box|data|info)|more-?stories|most-?(?:read|popular)|trending|outbrain|taboola|hover-?(?:cards?|box(?:es)?)|"
    r"skip-?link|paywall-?(?:message|box|offer|teaser)|visually-?hidden|sr-?only|"
    r"screen-?reader(?:-text)?|a11y-hidden|audio-?player|"
    r"white-?papers|mediametrics|"
    r"video-?(?:block|player|tit(?:le)?\d*|teaser|heading|headline|description))(?:$|[-_ ])|"
    r"(?:^| )hidden(?= |$)(?!.*:)",  # but not where it is shown in a window of some width
    re.I,
)
_FILMS = re.compile(r"(?:^|[-_ ])(?:videos?|galler(?:y|ies)|galerie|galeria|fotostrecke|diaporama)(?:$|[-_ ])", re.I)
"""How an element is called that holds what is to be looked at."""
_TEASER = re.compile(r"(?:^|[-_ ])teaser(?:$|[-_ ])", re.I)
"""How it is called, or what stands in it, where that is shown on another page."""
_CAPTION = re.compile(
    r"(?:^|[-_ ])(?<!drop-)(?<!initial-)(?<!no-)(?<!has-)(?:(?:wp-|fig-?|image-|img-|photo-|pic-|picture-|media-|"
    r"thumb-?)?(?:caption|cap|legend|credits?)(?:-te?xt)?|cutline(?:-te?xt)?|dida|"
    r"(?:image|img|photo|foto|pic|picture|(?:multi)?media|figure)[-_]{0,2}"
    r"(?:desc(?:ription)?|copyright|author|source|info|data|footer)|"
    r"bildunterschrift|bildnachweis|bildtext|bildetekst|billedtekst|kuvateksti|"
    r"legenda|légende|leyenda|popisek|didascalia|pie-?de-?foto|image-widget)(?:$|[-_ ])",
    re.I,
)
COMMENTS = re.compile(_COMMENTS)
"""The word in an element's names by which its readers wrote what stands in it."""
_RELATED = re.compile(
    r"\brelated\b|\brelacionad[oa]s?\b|\bverwandte|\bassociée?s?\b|\bcorrelat[ie]\b|\bgerelateerd|\bpowiązan|"
    r"похожие|по теме|ذات صلة|مرتبط|関連|相关|相關|관련",
    re.I,
)
"""How a list of other articles is called to those who listen to the page."""
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TAGS = frozenset(
    "nav footer aside form button select option textarea label noscript template dialog audio video".split()
)
_ROLES = frozenset("navigation banner contentinfo complementary search form dialog alert menu toolbar tooltip".split())
_OF_READERS = re.compile(r"schema\.org/(?:User)?Comments?$", re.I)
"""How a page says to machines that its readers wrote something."""
HIDDEN, ANSWER = "hidden in the page", "an answer among several"
_TICKED = 3
"""So many elements around a label at most is its item of a list."""
_READ_OFF = re.compile(r"ocr[-_]text(?:$|[-_ ])", re.I)
"""How an element is called that holds what a program read off a picture, unseen over that."""
_AROUND_FIGURES = frozenset("aside button footer div section span".split())
"""What may stand about a picture and its caption, or its caption alone, by whatever name."""
_LONG = 900
"""So many letters have a picture's caption and its credit at most."""
_LABEL = 16
"""So many letters has at most what stands with a caption and is none: for what it is, whom to ask for more."""
_NEAR = 4
"""So many elements around a link at most is the caption that it ends."""
_ENLARGES = frozenset(["zoom", "bild vergrößern", "enlarge image", "enlarge this image", "ampliar", "agrandir", "拡大"])
_POST = "./blockquote[contains(@class, 'tweet') or contains(@class, 'instagram') or contains(@class, 'tiktok')]"
"""What somebody wrote elsewhere, as it is embedded."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def hyphened(names: str) -> str:
    """The names of an element with a hyphen before each capital within them: article-Lead for articleLead."""
    return _CAPITAL.sub("-", names)


def chrome_name(names: str) -> str:
    """The word in an element's class or id that sites give to what stands around articles; empty: none."""
    found = _NAMES.search(hyphened(names))
    return found.group().strip("-_ ").casefold() if found else ""


def caption_name(names: str) -> bool:
    """Whether an element's class is that of a picture's caption, or of what is said under it."""
    return bool(_CAPTION.search(hyphened(names)))


def chrome_of(node: html.HtmlElement, tag: str, style: str) -> str:
    """Why what stands in the element is the site's and not the article's; empty where nothing says so."""
    if "hidden" in node.attrib or _HIDDEN.search(style) or _READ_OFF.search(node.get("class", "")):
        return HIDDEN
    if _is_own(node, tag):
        return ""
    if any(one.get("type") == "radio" and next(node.iter("p"), None) is None for one in node.iterchildren("input")):
        return ANSWER
    if tag == "figure" and node.find(".//address") is not None:
        return "who wrote it, with a portrait"
    if tag in _TAGS or (tag == "noindex" and node.find(".//p") is not None):
        return f"within the element {tag}"
    if node.get("role", "").lower() in _ROLES:
        return f"within role={node.get('role')}"
    if _RELATED.search(node.get("aria-label", "")):
        return f"within “{tidy(node.get('aria-label', ''))}”"
    if _OF_READERS.search(node.get("itemtype", "")):
        return "what a reader wrote"
    is_headed = tag in HEADINGS or tag == "dt"  # whose id is its words
    names = f"{node.get('class', '')} {'' if is_headed else node.get('id', '')}"
    is_caption = tag in ("p", "span", "div") and "caption" in names
    is_caption = is_caption and any(map(_names_caption_of_site, node.get("class", "").split()))
    if tag not in ("body", "html", "main", "article", "figure", "figcaption") and chrome_name(names) and not is_caption:
        return f"within “{tidy(names)}”"
    return "leads to a film or to pictures on another page" if _leads_to_film(node, names) else ""


def _names_caption_of_site(name: str) -> bool:
    """Whether a name of an element says that it is a caption, and has a word of the site's: related--image-caption."""
    return name.endswith("caption") and bool(chrome_name(name))


def _leads_to_film(node: html.HtmlElement, names: str) -> bool:
    """Whether an element sends the reader to a film or to pictures on another page."""
    shown = _FILMS.search(hyphened(names))
    within = node.iterdescendants("*") if shown and "video" in shown.group().casefold() else ()
    return bool(shown) and any(_TEASER.search(hyphened(one.get("class", ""))) for one in (node, *within))


def _is_own(node: html.HtmlElement, tag: str) -> bool:
    """Whether an element that is the site's elsewhere is the article's: it enlarges a picture, or says who said it."""
    if tag == "button" and node.find(".//img") is not None and not tidy(node.text_content()):
        return True
    names = f"{node.get('class', '')} {node.get('id', '')}"
    name = chrome_name(names) if tag in _AROUND_FIGURES else ""
    is_called = name.startswith("video") or name in names.casefold().split()
    if tag in _AROUND_FIGURES and (tag in _TAGS or name) and not is_called and _is_figure(node):
        return tag != "button" or len(node.xpath("../button[.//img]")) == 1  # by several one chooses among films
    if tag == "footer":
        return next(node.iterancestors("blockquote"), None) is not None
    if name.startswith("social") and node.xpath(_POST):
        return True
    return tag == "label" and (_is_ticked_off(node) or caption_name(node.get("class", "")))


def _is_figure(node: html.HtmlElement) -> bool:
    """Whether an element holds but a picture with its caption, and a label, or within a figure but the caption."""
    words = sum(len(tidy(one)) for one in node.xpath(".//text()[not(ancestor::script or ancestor::noscript)]"))
    if not 0 < words <= _LONG:
        return False
    told = [one for one in node.iterdescendants("*") if one.tag == "figcaption" or caption_name(one.get("class", ""))]
    if next(node.iter("img", "figcaption"), None) is None and len(told) <= 1:
        return False
    outer = [one for one in told if not any(around in told for around in one.iterancestors())]
    return bool(told) and words - sum(len(tidy(one.text_content())) for one in outer) <= _LABEL


def _is_ticked_off(label: html.HtmlElement) -> bool:
    """Whether a label is an item that a reader may tick off in a list, as an ingredient is, and asks for nothing."""
    item = next((one for one in islice(label.iterancestors(), _TICKED) if one.tag == "li"), None)
    return (
        item is not None
        and next(item.iterancestors("form"), None) is None
        and next(item.iter("a"), None) is None
        and any(one.get("type") == "checkbox" for one in item.iter("input"))
    )


def is_no_word(node: html.HtmlElement) -> bool:
    """Whether an element is a drawing that has words of its own, or holds what the next one has replaced."""
    after = node.getnext() if node.tag == "del" else None
    return (node.tag == "svg" and bool(tidy(node.text_content()))) or (after is not None and after.tag == "ins")


def says_its_name(node: html.HtmlElement) -> bool:
    """Whether an element says what it is called, as one to press does: hide-caption."""
    words = tidy(node.text_content()) if len(node) <= 1 and "-" in node.get("class", "") else ""
    return " " in words and words.replace(" ", "-") in node.get("class", "").split()


def is_lead(node: html.HtmlElement) -> bool:
    """Whether an element within a line sends the reader to another article that it links, or enlarges a picture."""
    words = tidy(node.text_content())
    if node.tag == "a":
        around = islice(node.iterancestors(), _NEAR)
        is_told = any(one.tag == "figcaption" or caption_name(one.get("class", "")) for one in around)
        return words.casefold() in _ENLARGES or (is_told and is_chrome(words) and not NETWORK.fullmatch(words))
    links = [tidy(link.text_content()) for link in node.iter("a")]
    label = words.removesuffix(links[0]).strip() if len(links) == 1 and links[0] else ""
    return bool(label) and label != words and is_chrome(label) and leads_on(label)


def is_said_over(node: html.HtmlElement) -> bool:
    """Whether an element says what its word is, or says it again, as that shows when one points at it."""
    parent, before, words = node.getparent(), node.getprevious(), tidy(node.text_content())
    beside = before if before is not None and before.tag == "span" and not before.tail else node
    if len(words) > 1 and beside.get("class") != node.get("class") and words == tidy(beside.text_content()):
        return True  # a copy of the word beside it
    is_told = caption_name(node.get("class", ""))
    said = tidy(parent.get("title", "")) if parent is not None and not is_told else ""
    return parent is not None and bool(said) and words == said != tidy(parent.text_content())
