"""Lines that sites set at the head and the foot of an article, with others in one line, or in its last paragraph."""

from __future__ import annotations

import pytest

from edition.importing import Article
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told

REST = PROSE.replace("ferry", "boat")


def page(inner: str, language: str = "en") -> Article:
    return read_page(
        f"<html lang={language}><title>x</title><body><h1>The ferry that left</h1><div class=text>{inner}</div>"
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ultimo aggiornamento: 12 maggio 2024, 10:32 © Riproduzione riservata", "2024-05-12"),
        ("Aktualisiert am 12. Mai 2024, 10:32 Uhr © Hafenpost", "2024-05-12"),
        ("声明：以上内容仅代表作者本人，与本站无关，如有问题请联系。", ""),
        ("【声明】以上内容来自网络，如有问题请联系。", ""),
        ("海港网声明：本站刊登此文出于传递信息之目的，并不意味着赞同其观点。", ""),
        ("（本文仅代表作者个人观点，不代表本报立场）", ""),
        ("The views expressed in this article are those of its author and not those of the paper.", ""),
        ("Les opinions exprimées ici n’engagent que leurs auteurs, et non la rédaction du journal.", ""),
        ("供稿/宣传部 摄影/张三 李四", ""),
        ("（图片/王五 审核/赵六）", ""),
        ("Translated from the Danish by Ada Brandt", ""),
        ("Traducción de Ana Moreno", ""),
    ],
)
def test_a_last_line_of_the_site(line: str, day: str) -> None:
    found = page(f"{PROSE}{REST}<p>{line}</p>")
    assert texts(found)[-1] == TEXT[-1]
    assert line in told(found)
    assert found.found("issued") == day
    assert not found.findings["author"]


@pytest.mark.parametrize("line", ["The foreign ministry’s statement: nobody waved, nobody at all.", "外交部发表声明。"])
def test_a_statement_of_others_is_the_articles(line: str) -> None:
    assert texts(page(f"{PROSE}{REST}<p>{line}</p>"))[-1] == line


@pytest.mark.parametrize(("line", "language"), [("prije 26 minuta", "hr"), ("2 hours ago", "en"), ("3小时前", "zh")])
def test_how_long_ago_it_was_is_none_of_the_text(line: str, language: str) -> None:
    found = page(f"<p>{line}</p>{PROSE}{REST}", language)
    assert texts(found)[0] == TEXT[0]
    assert not found.found("issued")


@pytest.mark.parametrize(
    "sign",
    [
        "홍길동 기자 hong@b.example",
        "/홍길동 기자",
        "부산=홍길동 기자 hong@b.example",
        "Ada Brandt (a.brandt@b.example)",
    ],
)
def test_who_wrote_it_behind_the_last_sentence_is_none_of_that(sign: str) -> None:
    last = "배는 정오에 떠났고 아무도 손을 흔들지 않았다고 섬에 사는 사람들이 말했다."
    found = page(f"{PROSE}{REST}<p>{last} {sign}</p>", "ko")
    assert texts(found)[-1] == last
    assert sign in told(found)
    assert found.found("author") in sign


def test_an_address_within_the_last_sentence_is_a_word_of_it() -> None:
    last = "Nobody waved. Whoever saw it may write to a.brandt@b.example and say so."
    assert texts(page(f"{PROSE}{REST}<p>{last}</p>"))[-1] == last


def test_what_one_may_tick_off_in_a_list_is_the_articles() -> None:
    items = ("200 g of flour", "two eggs", "sugar")
    row = "<li><label><input type=checkbox> {}</label></li>".format
    listed = f"<h2>What it takes</h2><ul>{''.join(map(row, items))}</ul>"
    assert [text for text in texts(read(within=listed)) if text in items] == [*items]
    asked = texts(read(within=f"<form>{listed}<button>Send</button></form>"))
    assert not {*items} & {*asked}


@pytest.mark.parametrize(
    "said", ["Abb. 1: The quay in the morning", "▲ The quay, when nobody was there.", "图1 早晨的码头"]
)
def test_a_line_under_a_picture_with_its_number_or_a_sign_is_its_caption(said: str) -> None:
    centred = read(within=f"<p><a href=b.png><img src=a.png></a></p><center>{said[2:]}</center>")
    assert [block.kind for block in centred.blocks if block.text == said[2:].strip()] == ["caption"]
    found = read(within=f"<p><img src=a.png></p><p>{said}</p>")
    assert [block.kind for block in found.blocks if block.text == said] == ["caption"]
    assert [block.kind for block in read(within=f"<p>{said}</p>").blocks if block.text == said] != ["caption"]


def test_an_offer_set_in_other_type_between_the_paragraphs_is_none_of_them() -> None:
    offer = "For more of it, <a href=/n>sign up for our newsletter</a>, which comes on Friday."
    assert len(texts(read(within=f"<p><em>{offer}</em></p>"))) == 2 * len(TEXT)
    assert len(texts(read(within=f"<p>{offer}</p>"))) == 2 * len(TEXT) + 1


@pytest.mark.parametrize("card", ["class=hovercard", "id=contactHoverBox", "role=tooltip"])
def test_what_is_shown_over_a_name_is_none_of_the_text(card: str) -> None:
    shown = f"<div {card}><p>Ada Brandt writes about islands, and about those who have lived there for long.</p></div>"
    found = read(title=f"<h1>The ferry that left</h1><div><a href=/a>Ada Brandt</a>{shown}</div>")
    assert texts(found)[0] == TEXT[0]


@pytest.mark.parametrize(
    ("link", "size", "pictures"),
    [("rel=sponsored", "", 0), ("", "width=970 height=250", 0), ("", "width=970 height=251", 1), ("", "", 1)],
)
def test_a_picture_that_is_sold_is_none_of_the_articles(link: str, size: str, pictures: int) -> None:
    shown = f"<figure><a href='https://shop.example/x' {link}><img src=/x.jpg {size}></a></figure>"
    assert len([block for block in read(within=shown).blocks if block.kind == "picture"]) == pictures


def test_a_first_paragraph_with_a_large_letter_is_no_caption() -> None:
    found = page(f"<p class=has-drop-cap>{TEXT[0]}</p>{REST}")
    assert [block.kind for block in found.blocks][:2] == ["paragraph", "paragraph"]
    assert [block.kind for block in page(f"{REST}<p class='img-cap'>{TEXT[0]}</p>").blocks][-1] == "caption"


def test_what_a_word_is_shows_over_it_and_is_none_of_the_text() -> None:
    said = "a boat with three hulls"
    found = read(
        within=f"<p>On a <abbr title='{said}'>trimaran<span aria-hidden=true>{said}</span></abbr> they left.</p>"
    )
    assert "On a trimaran they left." in texts(found)
    assert said in told(found)


def test_whose_a_picture_is_stands_once() -> None:
    box = "<figure><img src=a.png><figcaption><i>The quay <span>Jo Doe</span></i></figcaption></figure>"
    assert texts(read(within=f"{box}<div class=image-copyright>Jo Doe</div>")).count("Jo Doe") == 0


@pytest.mark.parametrize(
    ("window", "title"),
    [
        ("The ferry of ten days (10). Letters", "The ferry and the island in May"),
        ("A boat of ten days (10). Letters", "A boat of ten days (10). Letters"),
    ],
)
def test_the_first_of_several_titles_that_begins_as_the_window_says_is_the_title(window: str, title: str) -> None:
    body = f"<h1>The ferry and the island in May</h1>{PROSE}<h1>What it was</h1>{REST}"
    assert read_page(f"<html lang=en><title>{window}</title><body><div>{body}</div>").found("title") == title


def test_a_small_number_before_the_words_makes_a_footnote() -> None:
    note = "Brandt, A. (2019): The ferry. In: Islands #121"
    found = page(f"{PROSE}{REST}<p><sup>1</sup> {note}</p>")
    assert [(block.kind, block.text) for block in found.blocks][-1] == ("footnote", f"1 {note}")


def test_a_picture_that_asks_for_money_is_none_of_the_articles() -> None:
    shown = "<p><figure><a href='https://pay.example/x'><img src=/x.png alt='{}'></a></figure></p>".format
    pictures = [read(within=shown(alt)).blocks for alt in ("Support us with a donation!", "The crew")]
    assert [sum(block.kind == "picture" for block in blocks) for blocks in pictures] == [0, 1]


def test_labels_of_a_film_that_the_page_does_not_hold_are_no_captions() -> None:
    film = "<figure><span>A film</span><button>Play</button><p>Picture © X</p></figure>"
    assert len(texts(read(within=film))) == 2 * len(TEXT)
    kept = texts(read(within="<figure><img src=a.png><button>Play</button><figcaption>The quay</figcaption></figure>"))
    assert "The quay" in kept


def test_the_day_of_a_change_may_end_with_a_full_stop() -> None:
    found = page(f"<p>Updated August 02, 2014.</p>{PROSE}{REST}")
    assert texts(found)[0] == TEXT[0]
    assert found.found("issued") == "2014-08-02"


def test_a_disclaimer_may_stand_over_who_edited_it() -> None:
    found = page(f"{PROSE}{REST}<p>免责声明：自媒体综合提供的内容均源自自媒体。</p><p>责任编辑：张三</p>", "zh")
    assert len(texts(found)) == 2 * len(TEXT)


@pytest.mark.parametrize("sign", ["© RIPRODUZIONE RISERVATA", "Copyright 2024 Hafenpost"])
def test_whose_it_is_behind_the_last_sentence_is_none_of_that(sign: str) -> None:
    found = page(f"{PROSE}{REST}<p>{TEXT[0]} She said so again. {sign}</p>")
    assert texts(found)[-1] == f"{TEXT[0]} She said so again."
    assert sign in told(found)
    last = "It is theirs, as they say. © and ® are signs that nobody there had ever seen before that day."
    assert texts(page(f"{PROSE}{REST}<p>{last}</p>"))[-1] == last


def test_a_heading_that_says_who_wrote_it_how_long_ago_is_none_of_the_text() -> None:
    found = page(f"<h6>Ana Moreno | Publicado hace 3 horas</h6>{PROSE}{REST}", "es")
    assert texts(found)[0] == TEXT[0]


@pytest.mark.parametrize(
    "line",
    [
        "Te recomendamos ⬇",
        "Follow our full coverage of ferries at https://ferry.example/all",
        "0人参与0条评论打印转发",
        "【有0人参与】",
        "字号:T|T",
        "<b>ALSO READ | The last boat of the island is sold</b>",
        "<b>Leia também | O último barco da ilha</b>",
        "You might also like: The last boat of the island, and who sold it",
        "More: The last boat of the island is sold",
    ],
)
def test_a_line_that_sends_readers_on_is_none_of_the_text(line: str) -> None:
    assert len(texts(page(f"{PROSE}{REST}<p>{line}</p>"))) == 2 * len(TEXT)


@pytest.mark.parametrize(
    "lines",
    [
        ("One old dog was there alone", "It was so old as the keys", "Nobody waved at all there, as they all say now"),
        ("One old dog", "As old as the keys", "It knew"),
        ("Nobody waved at all",),
    ],
)
def test_the_lines_of_a_standfirst_stand_together(lines: tuple[str, ...]) -> None:
    data = f'<script type=application/ld+json>{{"@type":"Article","articleBody":"{" ".join(lines)}"}}</script>'
    head = f'<meta name=description content="{"".join(lines)}">{data}<title>x</title>'
    found = read_page(
        f"<html lang=en>{head}<article><h1>The ferry that left</h1><div>{'<br>'.join(lines)}</div><div class=by>x</div>"
        f"<div class=text>{PROSE}{REST}</div></article>"
    )
    assert texts(found)[: len(lines)] == [*lines]


def test_the_title_that_is_all_that_a_page_says_of_itself_is_no_standfirst() -> None:
    title = "The ferry that left us at noon"
    found = read_page(
        f"<html lang=en><meta name=description content='{title}'><title>x</title><div><h1>{title}</h1></div>"
        f"<div class=bar>{title}</div><div class=text>{PROSE}{REST}</div>"
    )
    assert texts(found)[0] == TEXT[0]


def test_what_enlarges_a_picture_is_no_word_of_its_caption() -> None:
    said = "<p class=caption>The quay in the morning <span><a href=/a.png>Zoom</a></span></p>"
    assert "The quay in the morning" in texts(read(within=f"<div><img src=a.png>{said}</div>"))


@pytest.mark.parametrize("line", ["SCROLL TO CONTINUE WITH CONTENT", "Simak Video “Kapal itu”", "انتهای پیام/ی"])
def test_a_line_over_a_film_or_at_the_end_is_the_sites(line: str) -> None:
    assert len(texts(read(within=f"<p>{line}</p>"))) == 2 * len(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "сегодня в 05:46, просмотров: 237",
        "05/10/2018 - Publicado por: Ana Moreno - Categoria: Ilhas - Tags: barco",
        "Visit the homepage of the Post for more stories.",
        "Sieh dir diesen Beitrag auf Instagram an",
    ],
)
def test_a_line_with_counts_or_where_it_is_filed_is_none_of_the_text(line: str) -> None:
    assert texts(page(f"<p>{line}</p>{PROSE}{REST}", "pt"))[0] == TEXT[0]


def test_a_menu_over_the_text_is_none_of_it() -> None:
    menu = "".join(f"<li>Part {at}</li>" for at in range(12))
    assert texts(page(f"<ul>{menu}</ul>{PROSE}{REST}"))[0] == TEXT[0]
    listed = texts(page(f"{PROSE}<p>All that was on board in May:</p><ul>{menu}</ul>{REST}"))
    assert "Part 11" in listed


def test_what_stands_under_a_heading_about_the_author_is_none_of_the_text() -> None:
    bio = "<p><b>Zu den AutorInnen:</b></p><p>Sie schreibt über Inseln und alle, die dort leben, seit es sie gibt.</p>"
    assert texts(page(f"{PROSE}{REST}{bio}", "de"))[-1] == TEXT[-1]


def test_whose_a_picture_is_stays_in_its_caption() -> None:
    for said in (
        "The quay, which nobody uses now. © Jo Doe/AP",
        "나루를 떠난 배는 다시 돌아오지 않는다. <서다리 기자>",
    ):
        shown = said.replace("<", "&lt;")
        found = read(within=f"<figure><img src=a.png><figcaption>{shown}</figcaption></figure>")
        assert said in texts(found)


def test_the_day_before_one_of_a_change_is_the_articles() -> None:
    found = read_page(
        f"<html lang=fr><title>x</title><h1>The ferry</h1><p>Accueil | Par Ada Brandt | 30 septembre 2018 |</p>"
        f"<div><p>Article mis à jour le 7 janvier 2020.</p>{PROSE}{REST}</div>"
    )
    assert found.found("issued") == "2018-09-30"


def test_a_day_with_its_label_under_a_title_that_is_not_known_as_one_is_none_of_the_text() -> None:
    found = read_page(
        f"<html lang=zh><title>海港-股市</title><div><div class=t>渡轮中午就离开了码头没有人向它挥手</div>"
        f"<div class=m>发布时间： 2019-09-26 10:09:11</div></div><div>{PROSE}{REST}</div>"
    )
    assert not any("发布时间" in text for text in texts(found))
