"""Pictures and standfirsts about the title, lists of links, and what a site offers at the end, by their kinds.

One file, though long: what stands over a text is told by what stands under it, and each case says what it is not.
"""

from __future__ import annotations

import pytest

from edition.importing import Article, web_page
from edition.importing.bounds.readers import Extraction
from edition.importing.lines.chrome import is_chrome
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told

CAPTION = "The ferry at the quay of the island in the morning"
PICTURE = "<img src=/ferry.jpg>"
BOATS = PROSE.replace("ferry", "boat")


def kinds(page: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in page.blocks]


def headed(head: str, text: str = PROSE + BOATS, below: str = "") -> Article:
    """A page whose title stands in a part of its own, with `head` beside it."""
    return read_page(
        "<html lang=en><title>The ferry that left</title><body><main>"
        f"<div class=top><h1>The ferry that left</h1>{head}</div><div class=story>{text}</div>{below}</main>"
    )


@pytest.mark.parametrize(
    "figure",
    [
        f"<figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure>",
        f"<div class=photo><div>{PICTURE}</div><div class=photo__desc>{CAPTION}</div></div>",
        f"<div class=lead>{PICTURE}<div class=image-legend>{CAPTION}</div></div>",
        f"<figure><button>{PICTURE}</button><div class=inner>{CAPTION}</div></figure>",
        f"<figure><a href=/ferry.jpg>{PICTURE}<figcaption>{CAPTION}</figcaption></a></figure>",
        f"<div><a href=/show/1>{PICTURE}<div class=photo-desc>{CAPTION} | Foto: AP</div></a></div>",
        f"<div class=box>{PICTURE}<button>Enlarge</button><div class=caption><p>{CAPTION}</p></div></div>",
    ],
)
def test_the_picture_under_the_title_comes_in_with_its_caption(figure: str) -> None:
    over, within = headed(figure), read(within=figure)
    assert [kind for kind, _ in kinds(over)][:3] == ["picture", "caption", "paragraph"]
    assert any(kind == "caption" and words.startswith(CAPTION) for kind, words in kinds(over))
    assert any(kind == "caption" and words.startswith(CAPTION) for kind, words in kinds(within))


def test_the_caption_over_the_title_comes_in_where_it_stands_beside_it() -> None:
    page = read_page(
        "<html lang=en><title>The ferry that left</title><body><main><div class=w>"
        f"<div>{PICTURE}<p class=imagedescription>{CAPTION}</p><h1>The ferry that left</h1>{PROSE}{BOATS}</div></div>"
    )
    assert kinds(page)[1] == ("caption", CAPTION)


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><img src=/jo.jpg><figcaption>By Jo Doe</figcaption></figure>",
        f"<figure><a href=/b>{PICTURE}<figcaption>The bell of the ferry, and who rings it</figcaption></a></figure>",
        f"<figure>{PICTURE}<div class=count>2</div></figure>",
        f"<div class=sidebar><figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure></div>",
    ],
)
def test_other_pictures_under_the_title_stay_out(figure: str) -> None:
    assert all(kind == "paragraph" for kind, _ in kinds(headed(figure)))


def test_a_caption_is_kept_once_whatever_the_page_adds_to_its_copy() -> None:
    copies = "".join(f"<figure><img src=/{at}.jpg><figcaption>{words}</figcaption></figure>"
                     for at, words in enumerate((CAPTION, f"{CAPTION}, and more. Close", "Open")))  # fmt: skip
    assert [words for kind, words in kinds(headed(copies)) if kind == "caption"] == [CAPTION]


@pytest.mark.parametrize(
    "head",
    [
        "<div><h2 class=supra>Harbours</h2></div><div><h2>{}</h2></div>",
        "<div class=post_subtitle><div class=inner><p>{}</p></div></div>",
        "<div><div class=epigraph-container><p class=epigraph>{}</p></div></div>",
    ],
)
def test_a_standfirst_in_the_head_of_the_article_comes_in(head: str) -> None:
    said = "The council sees that the island needs a ferry, and names nobody who would sail it"
    assert (("paragraph", said)) in kinds(headed(head.format(said)))
    assert (("paragraph", f"{said}.")) in kinds(headed(f"<div>{said}.</div>"))


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader of pages that takes none but the paragraphs of the text."""
    words = [*TEXT, *(text.replace("ferry", "boat") for text in TEXT)]
    taken = Extraction(tuple(text.replace(" ", "") for text in words))
    monkeypatch.setattr(web_page, "read", lambda *_, **__: taken)


FIRST = (
    "The barge left at noon, and nobody waved at the quay; the keys of the barge are with the council, which sold them."
)


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("<h3 class=subtitle>{}</h3>", "Nobody waved at the quay"),
        ("<div class=article__subdeck>{}</div>", "Nobody waved at the quay"),
        ("<h2 class=sub-headline><ul><li>{}</li></ul></h2>", "Nobody waved at the quay"),
        ("<div class=points><div>Key points</div><ul><li>{0}</li><li>Then {0}</li></ul></div>", FIRST),
        ("</div><div class=body><div class=a>{}</div>", FIRST),
        ("</div><div class=body><div class=source><cite>{}</cite></div>", "Holm RADIO —"),
        ("<div><blockquote>{}</blockquote></div>", FIRST),
    ],
)
def test_what_stands_first_is_the_articles_whether_the_reader_takes_it_or_not(head: str, words: str) -> None:
    assert texts(headed(f"<p>By Jo Doe</p>{head.format(words)}"))[0] == words


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize(
    ("box", "words"),
    [
        ("<div class=box><h2 class=title>{}</h2><span hidden>Open</span><p>" + FIRST + "</p></div>", "How it went"),
        ("<p>Released:</p><div class=when>{}</div>", "Thursday, 3:55pm"),
        ("</div><h3>{}</h3><div class=text><h4>Then</h4><p>" + FIRST + "</p>", "How it went"),
        (
            f"<div><b>{{}}</b></div><figure>{PICTURE}<figcaption>A quay</figcaption></figure><p>{FIRST}</p>",
            "How it went",
        ),
    ],
)
def test_a_short_line_over_what_is_kept_stays(box: str, words: str) -> None:
    assert words in texts(read(within=box.format(words)))


def test_a_heading_that_stands_over_a_part_of_each_box_stays() -> None:
    said = "The {0} has carried two million people, and some of their cows, to the town."
    box = f"<div class={{0}}><div class=in><h4>Pros and cons</h4><p>{said}</p></div></div>"
    more = "".join(PROSE.replace("ferry", boat) for boat in ("raft", "ship", "canoe"))
    found = texts(read(within=more + "".join(map(box.format, ("tug", "punt", "yacht")))))
    assert found.count("Pros and cons") == 3


def test_a_standfirst_under_the_title_that_stands_twice_comes_in() -> None:
    said = "The council of the island weighs what it would cost to buy her back."
    head = "<header><div><div>On the sea</div><h2>{0}</h2><span>{1}</span></div></header>".format
    page = f"<html lang=en><title>x</title><div><h1>The ferry that left</h1></div>{head('The ferry that left', said)}"
    assert said in texts(read_page(f"{page}<div>{PROSE}</div>"))


def test_what_a_player_says_in_the_head_is_no_standfirst() -> None:
    said = "To listen without the wireless network may cost you something; ask the one who sold you the telephone."
    assert said not in texts(headed(f"<div class=layer><button>Close</button><p>{said}</p></div><p>A. Name</p>"))


@pytest.mark.parametrize(("tag", "is_article"), [("article", True), ("section", False)])
def test_another_article_below_begins_with_a_title_of_its_own(tag: str, is_article: bool) -> None:
    page = read_page(
        "<html lang=en><title>The ferry that left</title><body>"
        f"<div class=scroll><{tag}><h1>The ferry that left</h1>{PROSE}{BOATS}</{tag}></div>"
        f"<div class=scroll><{tag}><h1>The mayor</h1>{PROSE.replace('ferry', 'mayor')}</{tag}></div>"
    )
    assert ("The mayor" not in texts(page)) is is_article


SAID = "This is what the harbour reports each week, and what is told of it on the quay in the evening, as it may be."


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=offer><p><b>Two weeks for free</b></p><p>{SAID}</p><p>Try it free and sign up for the paper.</p>"
        "<div><a href=/buy>Order</a></div></div>",
        "<div class=bottom><p>Links lesen, Fähren fahren</p><p>Wir brauchen dich. Bist du dabei? <a href=/s>Jetzt "
        "unterstützen</a></p></div>",
        "<section class=row><p>The island letter is our newsletter; <a href=/l>subscribe here</a>.</p></section>",
        "<section><p>Hier informiert Sie der <a href=/l>Newsletter</a> jede Woche. Jetzt anmelden!</p></section>",
        "<div><p>Recibe gratis nuestro <a href=/l>boletín y la newsletter</a> de la isla en tu correo.</p></div>",
    ],
)
def test_what_the_site_offers_in_a_box_at_the_end_is_set_aside(box: str) -> None:
    page = headed("", below=box)
    assert texts(page)[-1] == BOATS.split("<p>")[-1].removesuffix("</p>")


@pytest.mark.parametrize(
    ("line", "is_of_site"),
    [
        ("Read more of our travels by signing up to <a href=/l>our free weekly newsletter of the islands</a>", True),
        ("免责声明：文章观点仅代表作者本人，不代表本站立场。投资有风险，入市需谨慎。", True),
        ("All content created by the Ferry Agency is free to any harbour that has a bell, and many readers.", True),
        ("Nobody waved. Brought to you in partnership with the Harbour.", True),
        ("She signed up for the newsletter of the island, and never read it.", False),
    ],
)
def test_the_last_line_that_leads_to_what_the_site_offers_is_set_aside(line: str, is_of_site: bool) -> None:
    page = read_page(f"<html lang=en><title>x</title><body><div>{PROSE}{BOATS}<p>{line}</p></div>")
    assert (len(page.blocks) == 2 * len(TEXT)) is is_of_site


def test_an_appeal_of_one_paragraph_in_a_row_of_its_own_is_told_from_the_last_paragraph() -> None:
    rows = "".join(f"<section class=row><p>{text}</p></section>" for text in [*TEXT, TEXT[1].replace("time", "app")])
    last = "The app can be had for free; who wants to download it needs a telephone, and the island has none."
    page = headed("", text=f"{rows}<section class=row><p>{last}</p></section>")
    assert texts(page)[-1] == last


OPEN = "<p>On the island there are four who know how the ferry was sailed, and they can be asked about it:</p>"
ITEMS = (
    "<ul><li><a href=/a>The captain of old</a></li><li><a href=/b>Her sister</a></li><li><a href=/c>Jo</a></li></ul>"
)


def test_a_list_of_links_that_a_sentence_introduces_is_the_articles() -> None:
    assert ("item", "Her sister") in kinds(read(within=OPEN + ITEMS))
    page = read(within="<p>Read also:</p>" + ITEMS)
    assert not {"Her sister", "Read also:"} & {*texts(page)}


@pytest.mark.parametrize("last", ["", "<li>The <a href=/d>bell of the ferry and who</a> rings</li>"])
def test_a_list_of_links_under_a_heading_goes_with_it(last: str) -> None:
    listed = f"<h3>Researched for you</h3>{ITEMS.replace('</ul>', last + '</ul>')}<h3>What the council says</h3>"
    page = read(within=listed)
    assert "What the council says" in texts(page)
    assert not {"Researched for you", "The captain of old", "The bell of the ferry and who rings"} & {*texts(page)}


def test_an_item_that_is_a_link_but_for_its_label_goes_with_the_other_links() -> None:
    asks = "Was it the end? How the others left"
    item = f"<li>Was it the end? <a href=/d>{asks.partition('? ')[2]}</a></li>"
    assert asks not in texts(read(within=ITEMS.replace("</ul>", f"{item}</ul>")))
    assert asks in texts(read(within=f"<ul>{item}<li>A bell of the ferry that nobody has rung since</li></ul>"))


def test_a_list_under_a_heading_of_which_no_item_is_but_a_link_is_the_articles() -> None:
    items = "".join(f"<li>Best {what} of all – <a href=/{what}>the new {what} of us</a></li>" for what in "abc")
    assert ("item", "Best b of all – the new b of us") in kinds(read(within=f"<h3>At a glance</h3><ul>{items}</ul>"))


def test_an_address_to_write_to_is_no_link_to_another_page() -> None:
    line = (
        "<p>For this the people of the island have an address:</p><p><a href=mailto:a@example.com>a@example.com</a></p>"
    )
    assert "a@example.com" in texts(read(within=line))


@pytest.mark.parametrize(("link", "is_own"), [("", True), ("<a href=/b>More of it</a>", False)])
def test_a_line_that_is_set_apart_among_the_paragraphs_needs_no_full_stop(link: str, is_own: bool) -> None:
    said = "The captain waited more than a year for an answer of the council"
    box = f"<div class=left><p class=large>{said}</p>{link}</div>"
    more = "".join(PROSE.replace("ferry", boat) for boat in ("raft", "ship", "canoe"))
    assert (said in texts(headed("", text=PROSE + BOATS + box + more))) is is_own


def test_a_last_paragraph_in_an_element_beside_the_others_comes_in() -> None:
    page = read_page(
        f"<html lang=en><title>x</title><body><div class=w><div class=part><div class=one>{PROSE}{BOATS}</div></div>"
        f"<div class=part><div class=two><p>{TEXT[0].replace('ferry', 'raft')}</p></div></div></div>"
    )
    assert texts(page)[-1] == TEXT[0].replace("ferry", "raft")


def test_where_the_reader_took_the_readers_comments_the_text_is_the_article() -> None:
    comments = "".join(f"<div><p>Jo, {at} o’clock</p><p>Oh, what {text}</p></div>" for at, text in enumerate(TEXT * 3))
    page = read_page(
        f"<html lang=en><title>The ferry that left</title><body><h1>The ferry that left</h1><div class=petition>{PROSE}"
        f"{BOATS}</div><div class=comments-list>{comments}</div>"
    )
    assert texts(page)[:3] == TEXT
    assert not any(text.startswith("Oh, what") for text in texts(page))


def test_where_the_reader_took_a_teaser_the_text_is_the_article_whatever_its_box_is_called(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken = Extraction(("Theferrythatleft", FIRST.replace(" ", "")))
    monkeypatch.setattr(web_page, "read", lambda *_, **__: taken)
    teaser = f"<ul><li><a href=/a>A barge</a><p>{FIRST}</p></li></ul>"
    assert texts(headed("", text=f"<div class=sticky-share>{PROSE}{BOATS}</div>", below=teaser))[:3] == TEXT


def test_a_teaser_alone_at_the_end_goes_with_its_link() -> None:
    teaser = (
        f"<div class=tag><div class=t>See</div><div class=c><p><a href=/b>The bell</a></p><p>{SAID}</p></div></div>"
    )
    page = read_page(f"<html lang=en><title>x</title><body><div class=text>{PROSE}{BOATS}{teaser}</div>")
    assert SAID not in texts(page)
    assert SAID in told(page)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("저작권자 ⓒ '대중문화컨텐츠 전문가그룹' 섬신문(www.example.com), 무단전재 및 재배포금지", True),
        ("Foto 1 de 14", True),
        ("3 / 22", True),
        ("Audio 03:07 Min. | 25.04.24 | Jo Doe", True),
        ("Bild vergrößern", True),
        ("¡Mira lo que tiene nuestro canal de YouTube!", True),
        ("Skip past newsletter promotion", True),
        ("您可能感兴趣的文章", True),
        ("NOTAS RELACIONADAS", True),
        ("© 2019 Example Press. All rights reserved. This material may not be published or rewritten.", True),
        ("Foto 1 de mayo", False),
        ("At 03:07 the ferry left", False),
        ("Our son has a channel on YouTube, and he earns by it.", False),
        ("They skip over the ice, and the ferry waits for them until the sun has gone behind the hill.", False),
    ],
)
def test_counters_of_pictures_rights_and_what_leads_elsewhere_are_the_sites(line: str, is_one: bool) -> None:
    assert is_chrome(line) is is_one


def test_the_day_over_the_text_is_the_sites_in_any_language() -> None:
    page = headed("<div>miércoles, 4 de mayo de 2022 00:00 hs</div>")
    assert texts(page)[0] == TEXT[0]


def test_sections_of_one_form_go_on_over_captions_and_their_own_titles() -> None:
    def section(text: str, title: str = "") -> str:
        head = f"<div class=heading><h2>{title}</h2></div>" if title else ""
        return f"<div class=module>{head}<div class=content><p>{text}</p></div></div>"

    photo = f"<div class=pair><div>{PICTURE}</div><div class=img-caption>Photos © Jo Doe</div></div>"
    rest = "".join(section(text.replace("ferry", "raft"), title="The raft") for text in TEXT)
    page = headed("", text=f"{section(TEXT[0])}{section(TEXT[1])}{photo}{rest}")
    assert [text for kind, text in kinds(page) if kind == "paragraph"][-1] == TEXT[2]
    assert "Photos © Jo Doe" in texts(page)


def test_the_caption_of_a_picture_that_is_shown_by_a_script_comes_in() -> None:
    figure = f"<div><noscript>{PICTURE}</noscript><figcaption class=caption>{CAPTION}</figcaption></div>"
    assert ("caption", CAPTION) in kinds(headed(figure))


def test_the_title_said_again_under_a_caption_is_none_of_the_text() -> None:
    standfirst = "<p>The council has no boat, and nobody on the island knows of one.</p>"
    figure = f"<figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure>"
    page = headed(standfirst + figure, text=f"<h6>The ferry that left</h6>{PROSE}{BOATS}")
    assert "The ferry that left" not in texts(page)
    assert "The ferry that left" not in texts(headed("</div><div><div class=bar>The ferry that left</div>"))


@pytest.mark.parametrize("line", ["22/11/2020 - 04:30 - Fonte: Agência Ilha - Foto: Jo Doe", "Jo Doe | 22 abril, 2022"])
def test_a_line_over_the_text_with_a_day_between_bars_is_the_sites(line: str) -> None:
    assert line not in texts(headed("", text=f"<p>{line}</p>{PROSE}{BOATS}"))


def test_a_box_at_the_end_that_begins_as_a_notice_is_the_sites() -> None:
    box = "<div class=w><p>AVISO IMPORTANTE: Toda comunicación llega de la redacción.</p><p>Otras son falsas.</p></div>"
    assert texts(headed("", below=box))[-1].endswith("ring the bell.")
