"""What a page folds away, repeats, or sets in galleries and beside films: what of it is the article's."""

from __future__ import annotations

import pytest
from lxml import html

from edition.importing.bounds.extent import extent
from edition.importing.bounds.flows import boxes_of_site, flow
from edition.importing.bounds.readers import Extraction
from edition.importing.bounds.scores import seeds_of
from edition.importing.metadata.below import set_apart_below
from edition.importing.page.walk import chunks
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, texts, told
from tests.importing.test_labels_of_what_is_gone import REST, page

CAPTION = "The last ferry of the island at the quay of the north, on the day on which it left"


@pytest.mark.parametrize(
    ("name", "is_own"), [("class=div-continue-content", True), ("id=lockable-1", True), ("class=popup", False)]
)
def test_the_rest_that_is_folded_away_is_the_articles(name: str, is_own: bool) -> None:
    long = PROSE * 2 + PROSE.replace("ferry", "galley")
    found = page(f"{long}<div {name} style='display:none'><p><b>Her crew</b></p>{REST}</div>")
    assert (TEXT[0].replace("ferry", "boat") in texts(found)) is is_own


def test_a_caption_over_the_title_is_the_articles_where_both_stand_with_the_text() -> None:
    shown = f"<div class=shown><img src=a.jpg><div class=media__description><p>{CAPTION}</p></div></div>"
    title = f"{shown}<div class=head><h1>The ferry that left</h1></div>"
    assert texts(page(PROSE + REST, title=title))[0] == CAPTION
    dated = title.replace(f"<p>{CAPTION}</p>", "<p>By Ada Brandt March 11, 2015 3:46 PM The Ferry News</p>")
    assert not any("Ada Brandt March" in text for text in texts(page(PROSE + REST, title=dated)))


def test_the_captions_of_a_gallery_stay_though_names_of_files_and_advertisements_stand_between() -> None:
    slide = (
        "<div class=item><div class=shown><img src={0}.jpg><span class=leg>photo-of-the-ferry-{1}</span></div>"
        "<div class=told><p class=m-caption>The ferry at the quay, picture {1}</p></div>"
        "<div>Publicidade do parceiro Hafenpost {0}</div></div>"
    )
    slides = "".join(slide.format(at, word) for at, word in enumerate(("one", "two", "three")))
    found = texts(page(f"{PROSE}<div class=carousel>{slides}</div>{REST}"))
    assert [text for text in found if text.startswith("The ferry at the quay, picture")] == [
        f"The ferry at the quay, picture {word}" for word in ("one", "two", "three")
    ]
    assert not any("Publicidade" in text or text.startswith("photo-of") for text in found)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("邱達根（左）及梁君彥（後）到達政府總部（梁鵬威攝）", True),
        ("政府正檢討區議會職能，擬減少直選議席。（盧君朗攝/資料圖片）", True),
        ("▲위 사진은 기사 내용과 직접적인 관련이 없습니다.", True),
        ("他們到達政府總部（九龍）", False),
    ],
)
def test_a_line_that_points_at_its_picture_or_says_who_took_it_is_a_caption(line: str, is_one: bool) -> None:
    shown = f"<div><span><img src=a.jpg></span><button>+</button></div><div>{line}</div>"
    kinds = {block.text: block.kind for block in page(PROSE + shown + REST).blocks}
    assert (kinds.get(line) == "caption") is is_one


def test_a_caption_that_is_but_a_link_to_its_picture_is_one_under_the_title() -> None:
    shown = (
        f"<div class=img-caption><a href=/p><img src=a.jpg></a><p class=large-image-caption><a href={{}}>{CAPTION}</a>"
    )
    title = "<h1>The ferry that left</h1>" + shown
    assert CAPTION in texts(page(PROSE + REST, title=title.format("/photo/l/712049.html") + "</p></div>"))
    assert CAPTION not in texts(page(PROSE + REST, title=title.format("/news/712049.html") + "</p></div>"))


@pytest.mark.parametrize(
    "box",
    [
        "<article class=b-heute-video><div><p>{0}</p><dl class=teaser-foot><dd>1 min</dd></dl></div></article>",
        "<figure class='enrichment video teaser'><figcaption><h3>The crew speaks</h3><p>{0}</p></figcaption></figure>",
        "<ws-gallery class='ws-gallery typo-teaser'><div><h3>The crew speaks</h3><p>{0}</p></div></ws-gallery>",
        "<p class=video-description>{0}</p>",
        "<div class=molecule-weather-forecast><table><tr><td>May</td><td>12°C</td><td>4°C</td></tr></table>{0}</div>",
        "<header class='plugin-series-header'><p>{0}</p></header>",
    ],
)
def test_a_box_that_leads_to_a_film_or_to_pictures_is_the_sites(box: str) -> None:
    said = "Somebody asked all of the crew what they had thought of it, and here is what they said."
    found = page(PROSE + box.format(said) + REST)
    assert said not in texts(found)
    assert said in told(found)
    told_of = f"<img src=a.jpg><div class=picture-caption>{CAPTION}</div>"
    shown = f"<div class=lead-gallery><div class=teaser>{told_of}</div></div>"
    assert CAPTION in texts(page(PROSE + shown + REST))


def test_the_same_heading_twice_is_one() -> None:
    assert texts(page(f"{PROSE}<div><h2>Her crew</h2></div><div><h2>Her crew</h2>{REST}</div>")).count("Her crew") == 1


def test_the_next_article_begins_at_a_heading_with_its_day_as_the_title_has_one() -> None:
    top = "<div class=t><h1>The ferry that left</h1><p class=d>23.11.2017, 16:23</p></div>"
    more = "<p class=c><a href=/f>Future</a></p><h2>A cafe without coins</h2><p class=d>23.11.2017, 15:21</p>"
    text = f"<div class=t>{PROSE}{REST}</div>"
    body = f"<html lang=de><title>The ferry that left</title><body><main>{top}{text}<div class=t>{{}}</div></main>"
    found = texts(
        read_page(body.format(f"{more}<div><p>A cafe that takes no coins any more, they say.</p></div>{TEXT[0]}"))
    )
    assert found[-1] == TEXT[-1].replace("ferry", "boat")
    standfirst = "<h2 class=sub>The ferry of the island has left for good, and nobody waved when it went.</h2>"
    under = body.replace("<p class=d>23", f"<p class=d>23.11.2017, 16:23</p>{standfirst}<p class=d>23", 1)
    assert texts(read_page(under.format("")))[-1] == TEXT[-1].replace("ferry", "boat")
    again = f"<h2>At dawn</h2><p class=d>23.11.2017, 17:21</p>{PROSE.replace('ferry', 'galley')}"
    entries = texts(read_page(body.format(again + again.replace("dawn", "noon").replace("galley", "ship"))))
    assert TEXT[0].replace("ferry", "ship") in entries


def test_what_stands_behind_the_place_of_a_services_comments_is_the_sites() -> None:
    comments = "<noscript>Please enable JavaScript to view the <a href=/d>comments powered by Disqus.</a></noscript>"
    teaser = "<div class=box><div><p>The council will meet once more, and all of them may come...</p></div></div>"
    found = texts(page(PROSE + REST + comments + teaser))
    assert found[-1] == TEXT[-1].replace("ferry", "boat")


def test_a_line_that_is_but_what_leads_on_is_a_link() -> None:
    title = "'The ferry of the south', asked what had become of it, of its crew, and of the bell in the council's house"
    lead = f"<strong>Read also: <a href=/b>{title}</a></strong>"
    leads = f"{lead}<p></p><strong> </strong><p></p>{lead.replace('south', 'east')}"
    found = page(f"<div>{TEXT[0]}<p></p>{TEXT[1]}<p></p>{leads}</div>")
    assert not any(text.startswith("Read also") for text in texts(found))


def test_words_beside_links_in_one_element_without_a_name_stay() -> None:
    said = "The winner of the race meant that both had to win at home, and neither of them did in the end."
    links = "<ul><li><a href=/1>The race</a></li></ul>"
    box = f"<html><body><div><p>{TEXT[0]}</p><p>{TEXT[1]}</p><div{{}}>{said}{links}</div></div>"
    for name, is_of_site in (("", False), (" class=box", True)):
        found = chunks(html.document_fromstring(box.format(name)))
        flows = [flow(chunk) for chunk in found]
        told_apart = boxes_of_site(found, flows, frozenset(flows[:2]), range(len(found)))
        assert told_apart[[chunk.text for chunk in found].index(said)] is is_of_site


def test_a_title_that_a_page_says_for_its_publisher_is_the_title() -> None:
    said = "".join(f'<meta property="og:{name}" content="The ferry that left">' for name in ("title", "site_name"))
    shown = f"<figure><img src=a.jpg><figcaption>{CAPTION}</figcaption></figure>"
    found = page(PROSE + REST, said, f"<h1>The ferry that left</h1>{shown}")
    assert CAPTION in texts(found)
    assert found.findings["publisher"] == []


def test_the_windows_title_is_no_word_of_the_page_wherever_it_stands() -> None:
    found = read_page(
        "<html lang=en><head><iframe src=about:blank></iframe><title>The ferry that left | Harbour News</title></head>"
        f"<body><div><h1>The ferry that left</h1>{PROSE}{REST}</div></body></html>"
    )
    assert "Harbour News" not in " ".join([*texts(found), told(found)])
    assert found.found("title") == "The ferry that left"


def test_a_note_of_what_was_mended_stands_under_the_text_though_in_its_footer() -> None:
    note = "This story was mended on March 26, 2020, to add for how many years the old ferry had served the island."
    footer = f"<footer class=article-footer><div class=editors-note><p>{note}</p></div><p>Share it</p></footer>"
    found = texts(page(PROSE + REST + footer))
    assert found[-1] == note


@pytest.mark.parametrize(
    ("line", "is_own"),
    [
        ("Griežtai draudžiama Skerry.lt paskelbtą informaciją naudoti kitose interneto svetainėse be sutikimo.", False),
        ("Zabranjeno je preuzimanje sadržaja bez dozvole, u cijelosti ili u dijelovima, na drugim stranicama.", False),
        ("(Except for the headline, this story has not been edited by the staff of the harbour.)", False),
        ("Portalo Skerry.lt redakcija neatsako už komentarus ir jų neredaguoja, tačiau gali juos šalinti.", False),
        ("Griežtai kalbėjo tarybos narys, o salos žmonės klausėsi jo ir nieko nesakė, kol jis baigė.", True),
    ],
)
def test_a_notice_of_rights_and_of_comments_is_the_sites_in_any_language(line: str, is_own: bool) -> None:
    found = page(f"{TEXT[0]}{TEXT[1]}{TEXT[2]}<p>{PROSE}</p>{REST}<div><p>{line}</p></div>")
    assert (line in texts(found)) is is_own


def test_a_title_of_a_section_that_the_menu_has_too_is_the_articles() -> None:
    title = "The crew of the ferry and its bell, who rang it last, and what became of them"
    menu = f"<nav><ul><li><a href=/crew>{title}</a></li></ul></nav>"
    found = read_page(
        f"<html lang=en><title>The ferry that left</title><body>{menu}<div>"
        f"<h1>The ferry that left</h1>{PROSE}<p>{title}</p>{REST}</div>"
    )
    assert title in texts(found)


def test_a_line_with_the_name_of_a_sections_title_is_one() -> None:
    lines = "<br><br>".join(TEXT)
    body = f"{lines}<div class=hk_sub_headline>◆ Harder than before</div>{lines.replace('ferry', 'boat')}"
    assert "◆ Harder than before" in texts(page(body))


def test_a_section_in_which_somebody_comments_is_no_place_of_the_readers() -> None:
    section = f"<h3>Comment</h3>{PROSE.replace('ferry', 'galley')}"
    found = texts(page(PROSE + REST + section))
    assert "Comment" in found
    assert found[-1] == TEXT[-1].replace("ferry", "galley")
    of_paper = section.replace("Comment", "Lesermeinungen")
    assert "Lesermeinungen" not in texts(page(PROSE + REST + of_paper))
    readers = section.replace("<h3>Comment</h3>", "<h3>3 comments</h3>").replace("<p>", "<p class=answer>")
    assert texts(page(PROSE + REST + readers))[-1] == TEXT[-1].replace("ferry", "boat")


def test_a_list_of_links_with_their_days_over_them_is_the_sites() -> None:
    link = "<div><a href=/{0}><p>The council of the island has met on the ferry and will tell of it.</p></a></div>"
    item = "<li>{0}/06/2016 - NEWS OF THE {0}" + link + "</li>"
    items = "".join(item.format(day) for day in (14, 25, 29))
    found = texts(page(f"{PROSE}{REST}<h2>News</h2><ul>{items}</ul>"))
    assert not any("NEWS OF THE" in text or text.startswith("The council of the island has met") for text in found)


def test_a_caption_with_a_word_of_the_sites_in_its_name_is_one() -> None:
    shown = f"<div><img src=a.jpg><p class='related--image-caption text-caption'>{CAPTION}</p></div>"
    assert CAPTION in texts(page(PROSE + shown + REST))
    teaser = shown.replace("related--image-caption text-caption", "related-teaser")
    assert CAPTION not in texts(page(PROSE + teaser + REST))


def test_who_made_the_site_wrote_nothing() -> None:
    said = '<meta name="author" content="HARBOUR DIGITAL">'
    made = "<div id=footer><p>Desenvolvido por <a href=/h>Harbour Digital</a></p></div>"
    assert page(PROSE + REST + made, said).findings["author"] == []
    assert page(PROSE + REST, said).found("author") == "Harbour Digital"


@pytest.mark.parametrize("heading", ["Common Topics", "Recent Articles"])
def test_what_an_author_has_written_is_no_name(heading: str) -> None:
    box = f"<div><h5 class=author_topics>{heading}</h5><ul><li><a href=/t/boats>Boats</a></li></ul></div>"
    assert page(PROSE + REST, title=f"<h1>The ferry that left</h1>{box}").findings["author"] == []


def test_a_short_last_sentence_beside_the_others_is_the_articles() -> None:
    last = "一方、教育行政は引き続き文部科学省が所管し、連携をとりながら業務を進めることになります。"
    lines = "".join(f"<div class=t>{'業務を一元化し、政府は各省庁をまとめました。' * 4}{at}。</div>" for at in range(4))
    for name, is_own in (("t", True), ("u", False)):
        found = chunks(html.document_fromstring(f"<html><body><div>{lines}<div class={name}>{last}</div></div>"))
        reasons = [""] * len(found)
        set_apart_below(found, reasons, Extraction(tuple(chunk.text for chunk in found[:-1])), ())
        assert (reasons[-1] == "") is is_own


def test_the_one_paragraph_under_a_standfirst_is_the_articles() -> None:
    below = f"<div class=b><p>{TEXT[1]}</p></div><div class=c><p>{TEXT[2]}</p></div>"
    body = f"<main><h1>The ferry</h1><h2>{TEXT[0]}</h2>{below}"
    found = chunks(html.document_fromstring(f"<html><body>{body}"))
    assert extent(found, 0, [1], [], [""] * len(found)).end == 3
    assert extent(found, 0, [1], [], ["", "", "within “share”", ""]).end == 2


def test_a_long_list_without_a_sentence_is_no_article_where_one_stands_on_the_page() -> None:
    towns = "".join(f"<li>Town {at}<div>14-04-2018 Max 33.0 Min 18.{at}</div></li>" for at in range(40))
    found = chunks(html.document_fromstring(f"<html><body><div>{PROSE}{REST}</div><ul>{towns}</ul>"))
    in_list = [chunk.tag != "p" for chunk in found]
    assert {found[index].tag for index in seeds_of(found, in_list)} == {"p"}
    alone = chunks(html.document_fromstring(f"<html><body><ul>{towns}</ul>"))
    assert len(seeds_of(alone, [True] * len(alone))) == len(alone)
