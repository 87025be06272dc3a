"""What a page folds away, repeats, or sets in galleries and beside films: what of it is the article's."""

from __future__ import annotations

import pytest
from lxml import html

from edition.importing.bounds.heads import pictures_about
from edition.importing.page.walk import chunks
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, texts, told
from tests.importing.test_labels_of_what_is_gone import REST, page

CAPTION = "The last ferry of the island at the quay of the north, on the day on which it left"


@pytest.mark.parametrize(
    ("name", "is_own"), [("class=div-continue-content", True), ("id=lockable-1", True), ("class=popup", False)]
)
def test_the_rest_that_is_folded_away_is_the_articles(name: str, is_own: bool) -> None:
    found = page(f"{PROSE}<div {name} style='display:none'><p><b>Her crew</b></p>{REST}</div>")
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
        "<div class=molecule-weather-forecast><table><tr><td>Monday</td><td>12°C</td><td>4°C</td></tr></table>{0}</div>",
        "<header class='plugin-series-header'><p>{0}</p></header>",
    ],
)
def test_a_box_that_leads_to_a_film_or_to_pictures_is_the_sites(box: str) -> None:
    said = "Somebody asked all of the crew what they had thought of it, and here is what they said."
    found = page(PROSE + box.format(said) + REST)
    assert said not in texts(found)
    assert said in told(found)
    shown = f"<div class=lead-gallery><div class=teaser><img src=a.jpg><div class=picture-caption>{CAPTION}</div></div></div>"
    assert CAPTION in texts(page(PROSE + shown + REST))


def test_the_same_heading_twice_is_one() -> None:
    assert texts(page(f"{PROSE}<div><h2>Her crew</h2></div><div><h2>Her crew</h2>{REST}</div>")).count("Her crew") == 1


def test_a_heading_with_a_colon_stands_over_pictures() -> None:
    body = f"{PROSE}{REST}<h4>Here they are:</h4><div><img src=a.jpg alt=Crew></div><h4>What do you say?</h4>"
    found = texts(page(body))
    assert "Here they are:" in found
    assert "What do you say?" not in found


def test_the_next_article_begins_at_a_heading_with_its_day_as_the_title_has_one() -> None:
    title = "<h1>The ferry that left</h1><p>23.11.2017, 16:23</p>"
    more = f"<h2>A cafe that takes no coins</h2><p>23.11.2017, 15:21</p>{PROSE.replace('ferry', 'cafe')}"
    found = texts(page(PROSE + REST + more, title=title))
    assert found[-1] == TEXT[-1].replace("ferry", "boat")
    again = f"<h2>At dawn</h2><p>23.11.2017, 17:21</p>{PROSE.replace('ferry', 'galley')}"
    entries = texts(page(PROSE + again + again.replace("dawn", "noon").replace("galley", "ship"), title=title))
    assert TEXT[0].replace("ferry", "ship") in entries


def test_what_stands_behind_the_place_of_a_services_comments_is_the_sites() -> None:
    comments = "<noscript>Please enable JavaScript to view the <a href=/d>comments powered by Disqus.</a></noscript>"
    teaser = "<div class=box><div><p>The council of the island will meet once more, and all of them may come...</p></div></div>"
    found = texts(page(PROSE + REST + comments + teaser))
    assert found[-1] == TEXT[-1].replace("ferry", "boat")


def test_a_line_that_is_but_what_leads_on_is_a_link() -> None:
    lead = "<strong>Read also: <a href=/b>'The ferry of the south', asked what had become of it, and who will know</a></strong>"
    found = page(
        f"<div>{TEXT[0]}<p></p>{TEXT[1]}<p></p>{lead}<p></p><strong> </strong><p></p>{lead.replace('south', 'east')}</div>"
    )
    assert not any(text.startswith("Read also") for text in texts(found))


def test_words_beside_links_in_one_element_without_a_name_stay() -> None:
    told_there = "The winner of the race meant that both had to win at home, and neither of them did in the end."
    links = "<ul class=similarLinks><li><a href=/1>The race</a></li><li><a href=/2>The other race</a></li></ul>"
    found = texts(page(f"{PROSE}<div>{told_there}{links}</div>{REST}"))
    assert told_there in found
    assert "The race" not in found


def test_a_short_last_sentence_beside_the_others_is_the_articles() -> None:
    last = "一方、教育行政は引き続き文部科学省が所管し、連携をとりながら業務を進めることになります。"
    body = "".join(
        f"<div class=t>{'こども家庭庁が発足し、政府はこれまで各省庁に分かれていた業務を一元化しました。' * 3}{at}。</div>"
        for at in range(4)
    )
    found = read_page(
        f"<html lang=ja><title>こども家庭庁が発足</title><body><div id=x><h1>こども家庭庁が発足</h1>{body}<div class=t>{last}</div></div>"
    )
    assert texts(found)[-1] == last
