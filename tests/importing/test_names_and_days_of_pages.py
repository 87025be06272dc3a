"""Who wrote an article and when, as elements of its page say: marked, called so, in rows, with offices."""

from __future__ import annotations

import pytest

from edition.importing.lines.credits import credit
from edition.importing.metadata.datelines import authors_of
from edition.importing.metadata.names import authors
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE
from tests.importing.test_bylines import names
from tests.importing.test_labels_of_what_is_gone import REST, page

TITLE = "<h1>The ferry that left</h1>"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("□ 本报记者 王晓明", "王晓明"),
        ("海岛新闻·海岛商报记者王晓明/文受访者供图", "王晓明"),
        ("홍길동기자 , 김철수기자", "홍길동기자 , 김철수기자"),
        ("Ada Brandt - Repórter da Agência do Norte", "Ada Brandt"),
        ("Ada Brandt | Staff reporter", "Ada Brandt"),
        ("整合 海岛新闻·海港记者 王晓明", "王晓明"),
        ("海岛网·海港新闻记者 王晓", "王晓"),
        ("항구플러스 에디터 홍길동", "홍길동"),
        ("Jornalista: Ada Brandt", "Ada Brandt"),
        ("Elaborado por Ada Brandt", "Ada Brandt"),
    ],
)
def test_a_line_names_a_reporter_by_what_he_is(line: str, wanted: str) -> None:
    told = credit(line)
    assert told
    assert told.kinds == ("author",)
    assert told.findings[0].value == wanted


def test_a_person_whom_a_caption_tells_of_is_no_reporter() -> None:
    assert credit("Ada Brandt, periodista de la isla y Premio Nobel (REUTERS/Noor Haddad)") is None


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Com Estadão Conteúdo", []),
        ("ООО «Служба паромов»", []),
        ("出處", []),
        ("英国《海港时报》 迪米 华盛顿", []),
        ("Ada Brandt // Studio Visit", ["Ada Brandt"]),
        ("홍길동 에디터", ["홍길동"]),
        ("Con Radio Norte", []),
        ("Διευθυντής της Βιβλιοθήκης", []),
        ("Promotora de Justiça", []),
        ("Co. KG", []),
        ("River Newmedia", []),
        ("Ada Brandt, Java Developer & Scrum Master", ["Ada Brandt"]),
        ("稲葉剛・立教大学大学院客員教授", ["稲葉剛"]),
        ("Автор Анна Иванова", ["Анна Иванова"]),
        ("Connie Brandt", ["Connie Brandt"]),
        ("Comăneci Brandt", ["Comăneci Brandt"]),
    ],
)
def test_an_office_or_an_agency_is_no_author(value: str, wanted: list[str]) -> None:
    assert authors(value) == wanted


def test_a_name_in_brackets_before_the_last_words_of_the_paper_is_the_authors() -> None:
    assert [
        one.value for one in authors_of(["渡輪離開了。", "沒有人揮手。（王曉明／台中報導）《海島》關心你"], [])
    ] == ["王曉明"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("（2011年4月10日 読売新聞）", "2011-04-10"),
        ("27.05.2024 - 14:08 | Quelle: Ferry | Lesedauer: unter 2 Min.", "2024-05-27"),
    ],
)
def test_a_line_with_its_paper_or_the_time_it_takes_tells_a_day(line: str, wanted: str) -> None:
    assert page(f"{PROSE}{REST}</div><div>{line}").found("issued") == wanted


def test_the_words_of_an_element_that_is_marked_as_the_day_tell_it() -> None:
    marked = (
        "<div><span itemprop=datePublished>Thursday, 7 May 2024 - 17h58</span><span>Updated 8 May 2024</span></div>"
    )
    found = page(PROSE + REST, title=TITLE + marked)
    assert (found.found("issued"), found.findings["issued"][0].where) == (
        "2024-05-07",
        "what the page marks as its day",
    )
    other = f"<ul><li itemprop=itemListElement>{marked}</li></ul>"
    assert "marks" not in page(PROSE + REST, title=TITLE + other).findings["issued"][0].where


@pytest.mark.parametrize(
    "byline",
    [
        "<table><tr><td>Penulis</td><td>: Ada Brandt</td></tr><tr><td>Editor</td><td>: Noor Haddad</td></tr></table>",
        "<div class=author-details><span><a class='author-link x1' href=/en/ada/person-1>Ada Brandt</a></span></div>",
        "<div class='box byline'><div class=person><div class=info><p class=name>Ada Brandt</p></div></div></div>",
        "<ul><li><a href=/profil/24471/ada-brandt>Ada Brandt</a></li></ul>",
        "<p><a href=/szerzo/ada-brandt>Ada Brandt</a></p>",
        "<div class=author>Written by <a href=https://ada.example/>Ada Brandt</a> in <a href=/b>Boats</a> on 21 "
        "December "
        "2024 at 06:31 AM. <a href=/c>5 comments</a></div>",
        "<div><div class=author-info><p class=name data-role=author>Ada Brandt</p></div></div>",
        "<div><a class=author-perfil href='/author/Ada Brandt/'><img src=a.jpg><span><span class=author-name>Ada Brandt"
        "</span><br><span class=author-office>Promotora de Justiça</span></span></a></div>",
        "<ul><li><a href=/profil/1/ada-brandt title='Ada Brandt (profile)'><span>Ada Brandt (profile)</span>"
        "<span aria-hidden=true>Ada Brandt</span></a></li></ul>",
    ],
)
def test_an_element_names_the_author(byline: str) -> None:
    assert names(page(PROSE + REST, title=TITLE + byline)) == ["Ada Brandt"]


@pytest.mark.parametrize(
    "picture",
    [
        "<div><img src=a.jpg><p>The ferry <span class=autor>| foto: <span>River Works</span></span></p></div>",
        "<figure><img src=a.jpg><div class=autor-photo>Council of Skerry</div></figure>",
    ],
)
def test_whose_a_picture_is_wrote_nothing(picture: str) -> None:
    assert names(page(PROSE + REST, title=TITLE + picture)) == []


def test_who_wrote_another_article_beside_the_text_did_not_write_this_one() -> None:
    teaser = "<aside><article><a href=/b>Another ferry</a><ul><li rel=author>Noor Haddad</li></ul></article></aside>"
    assert names(page(PROSE + REST + teaser)) == []
    own = "<aside><span rel=author>Noor Haddad</span></aside>"
    assert names(page(PROSE + REST, title=TITLE + own)) == ["Noor Haddad"]


@pytest.mark.parametrize(
    ("head", "headings", "wanted"),
    [
        (
            "<title>The ferry that left - News - Skerry 2016</title>"
            "<meta name=twitter:title content='The ferry that left'>",
            "<h1>The ferry that left - News - Skerry 2016</h1><div><h1>The ferry that left</h1></div>",
            "The ferry that left",
        ),
        (
            "<title>The ferry : gone for good - A town of the north looks on and says nothing</title>",
            "<h1>The ferry : gone for good</h1><h2>A town of the north looks on and says nothing</h2>",
            "The ferry : gone for good",
        ),
        (
            "<title>What nobody can buy | Skerry 5</title><meta property=og:title content='What nobody can buy'>",
            "<h1>Skerry 5</h1>",
            "What nobody can buy",
        ),
    ],
)
def test_a_heading_with_the_site_s_name_is_not_the_title(head: str, headings: str, wanted: str) -> None:
    found = read_page(f"<html lang=en><head>{head}</head><body>{headings}<div>{PROSE}{REST}</div>")
    assert found.found("title") == wanted


def test_the_one_heading_over_the_text_is_the_title_whatever_is_linked_below() -> None:
    title = "The council and its boats"
    head = f"<title>Ferries: {title}</title><meta property=og:title content='{title}'>"
    above, below = "<h1>To keep and to care</h1>", "<h1><a href=/all>These are the ferries</a></h1>"
    found = read_page(
        f"<html lang=en><head>{head}</head><body><div class=top>{above}</div><div>{PROSE}{REST}</div><div>{below}</div>"
    )
    assert found.found("title") == "To keep and to care"


def test_a_link_over_a_wide_line_without_a_stop_may_be_the_title() -> None:
    path = "<div>Home and abroad, the economy, the islands, the weather and all else that is told</div>"
    found = read_page(
        f"<html lang=en><head><title>The ferry that left</title></head><body>{path}"
        f"<h1><a href=/a>The ferry that left</a></h1><div class=perex>{PROSE[3:80]}.</div><div>{PROSE}{REST}</div>"
    )
    assert found.findings["title"][0].where == "<h1>"
