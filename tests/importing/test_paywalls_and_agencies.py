"""What sites set into articles for their business: who may read on, what is for sale, which agency sent it."""

from __future__ import annotations

import pytest

from edition.importing.lines.agencies import sender
from edition.importing.lines.chrome import is_chrome
from edition.importing.lines.days import unglued
from edition.importing.metadata.names import authors
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told
from tests.importing.test_lines_of_sites import REST, page

PAYWALLS = [
    "This article is for subscribers.",
    "This story is exclusive to subscribers",
    "To read the full article, subscribe or log in.",
    "Already a subscriber? Log in",
    "You have reached your limit of free articles. Create a free account to continue reading.",
    "You have 2 free articles left this month.",
    "Abonnez-vous pour lire la suite",
    "Déjà abonné ? Connectez-vous",
    "Dieser Artikel ist nur für Abonnenten.",
    "Sie haben bereits ein Abo? Hier anmelden",
    "Jetzt Abo abschließen, um weiterzulesen",
    "Entre na sua conta para continuar lendo",
    "اشترك الآن لمتابعة القراءة",
    "Contenido exclusivo para suscriptores",
    "¿Ya eres suscriptor? Inicia sesión",
    "Conteúdo exclusivo para assinantes",
    "Questo articolo è riservato agli abbonati",
    "Dit artikel is alleen voor abonnees",
    "Denne artikel er for abonnenter",
    "Artikeln är exklusiv för prenumeranter",
    "Tämä artikkeli on vain tilaajille",
    "Ten artykuł jest dostępny tylko dla subskrybentów",
    "Tento článek je pouze pro předplatitele",
    "Bu içerik abonelere özeldir",
    "Материал доступен только подписчикам",
    "ログインして続きを読む",
    "この続きは有料会員限定です。",
    "残り1,234文字",
    "本文为付费内容，订阅后可阅读全文",
    "本文為付費內容",
    "剩余80%内容需付费阅读",
    "이 기사는 유료회원 전용입니다",
    "로그인 후 이용해 주세요",
    "هذا المحتوى للمشتركين فقط",
]


@pytest.mark.parametrize("line", PAYWALLS)
def test_who_may_read_on_is_none_of_the_text(line: str) -> None:
    assert is_chrome(line)


def test_a_paywall_stands_at_the_end_or_in_the_midst() -> None:
    for found in (page(f"{PROSE}{REST}<p>{PAYWALLS[0]}</p>"), page(f"{PROSE}<p>{PAYWALLS[0]}</p>{REST}")):
        assert PAYWALLS[0] in told(found)
        assert PAYWALLS[0] not in texts(found)
        assert set(TEXT) <= {*texts(found)}


@pytest.mark.parametrize(
    "line",
    [
        "This article explains why only subscribers were told of it, and what they did.",
        "The paper asks its readers to subscribe, and few do.",
        "本文讨论付费内容为何难以为继。",
        "有料会員は千人に満たない。",
        "Les abonnés sont partis.",
        "Er legte das Buch weg, um am Abend weiterzulesen.",
        "Entre amigos para ver o jogo",
        "سجل اللاعب هدفين لمواصلة الصدارة",
    ],
)
def test_an_article_may_speak_of_subscribers(line: str) -> None:
    assert not is_chrome(line)


def test_a_table_of_prices_is_the_articles() -> None:
    found = page(f"{PROSE}<table><tr><th>Thing<th>Price</tr><tr><td>A bell<td>€ 5</tr></table>{REST}")
    assert "A bell | € 5" in texts(found)


@pytest.mark.parametrize(
    "words", ["Photo: Ada Brandt", "Foto: Ada Brandt/Hafenpost", "(Photo: Holm)", "Credit: Ada Brandt", "사진=홍길동"]
)
def test_whose_a_picture_is_is_its_caption_though_marked_as_a_heading(words: str) -> None:
    found = read(within=f'<img src="/a.jpg" width=600 height=400 alt="The quay at noon"><h3>{words}</h3>')
    assert [block.kind for block in found.blocks if block.text == words] == ["caption"]
    assert "Photo: what it shows" in texts(read(within="<h3>Photo: what it shows</h3>"))


@pytest.mark.parametrize(
    "code",
    [
        "<pre><code>let x = 1;</code><small><span>Code language:</span> <span>JavaScript</span> "
        "<span>(</span><span>javascript</span><span>)</span></small></pre>",
        "<pre><code>let x = 1;</code></pre><p>Code language: JavaScript (javascript)</p>",
        "<pre><code>let x = 1;</code></pre><small>Langage du code : JavaScript (javascript)</small>",
    ],
)
def test_the_language_of_code_is_what_its_builder_says(code: str) -> None:
    found = read(within=code)
    assert [block.text for block in found.blocks if block.kind == "code"] == ["let x = 1;"]
    assert "JavaScript (javascript)" in told(found)
    assert not any("JavaScript" in text for text in texts(found))


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(Xinhua) BEIJING", "Xinhua"),
        ("BEIJING, May 12 (Xinhua)", "Xinhua"),
        ("Source: Xinhua, Beijing", "Xinhua"),
        ("AFP, Paris", "AFP"),
        ("CNN", "CNN"),
        ("(APA/dpa)", "APA/dpa"),
        ("Von dpa", "dpa"),
        ("新华社 北京", "新华社"),
        ("オリコン", "オリコン"),
        ("Reuters said so.", ""),
        ("The AP", ""),
        ("新华社记者", ""),
    ],
)
def test_an_agency_with_its_place_is_a_source(line: str, agency: str) -> None:
    assert sender(line) == agency
    if agency:
        found = page(f"<p>{line}</p>{PROSE}{REST}")
        assert texts(found)[0] == TEXT[0]
        assert not found.findings["author"]


@pytest.mark.parametrize(
    "value",
    [
        "オリコン", "オリコンニュース", "Zone Société", "Rubrique Société", "Ressort Politik", "AFP", "Reuters Staff",
        "Thomson Reuters", "新华社", "新华社记者", "路透社", "Wire Services", "Agencias", "DPA Berlin", "RIA Novosti",
    ],
)  # fmt: skip
def test_an_agency_or_a_desk_is_no_author(value: str) -> None:
    assert authors(value) == []


@pytest.mark.parametrize("value", ["Ani DiFranco", "Ada Zone", "Petra Holm", "Petra", "Sid", "マイケル", "王新华"])
def test_a_person_called_like_one_is(value: str) -> None:
    assert authors(value) == [value]


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("By Jane Doe12 March 2024", "Jane Doe", "2024-03-12"),
        ("Jane Doe12 March 2024", "Jane Doe", "2024-03-12"),
        ("By Jane DoeMarch 12, 2024", "Jane Doe", "2024-03-12"),
        ("By JANE DOEMarch 12, 2024", "Jane Doe", "2024-03-12"),
        ("Von Jane Doe12.03.2024", "Jane Doe", "2024-03-12"),
        ("Jane Doe2024-03-12", "Jane Doe", "2024-03-12"),
    ],
)
def test_a_name_and_a_day_that_stand_next_to_one_another(line: str, name: str, day: str) -> None:
    for found in (page(f"<p>{line}</p>{PROSE}{REST}"), page(f"<div class=byline>{line}</div>{PROSE}{REST}")):
        assert {item.value for item in found.findings["author"]} == {name}
        assert found.found("issued") == day
        assert texts(found)[0] == TEXT[0]


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Jane Doe on Monday, 12 March 2024", ["Jane Doe"]),
        ("Jane Doe Monday, November 18, 2019", ["Jane Doe"]),
        ("Jane Doe12.03.2024", ["Jane Doe"]),
        ("Do 12.03.2024", []),
    ],
)
def test_a_day_behind_a_name_is_none_of_it(value: str, wanted: list[str]) -> None:
    assert authors(value) == wanted


def test_a_section_before_a_day_is_no_author() -> None:
    found = page(f"<p>Opinion2024.03.31 19:59</p>{PROSE}{REST}")
    assert not found.findings["author"]
    found = read_page(
        "<html lang=en><title>x</title><meta name=author content='Jane Doe'><body><h1>The ferry that left</h1>"
        f"<div class=text><p>Original Research7 April 2020</p>{PROSE}{REST}</div>"
    )
    assert [item.value for item in found.findings["author"]] == ["Jane Doe"]
    assert texts(found)[0] == TEXT[0]


def test_what_only_looks_like_a_day_next_to_a_name_is_left_alone() -> None:
    assert unglued("IPhone 12 and DoeOnly 12, 2024") == "IPhone 12 and DoeOnly 12, 2024"


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [("12.03.24", "de", "2024-03-12"), ("12/03/24", "fr", "2024-03-12"), ("12/03/24", "en", "")],
)
def test_a_year_of_two_figures(line: str, language: str, day: str) -> None:
    found = read_page(
        f"<html lang={language}><title>The ferry that left</title><body><h1>The ferry that left</h1>"
        f"<div class=text><p>{line}</p>{PROSE}{REST}</div>"
    )
    assert texts(found)[0] == TEXT[0]
    assert found.found("issued") == day


@pytest.mark.parametrize(
    "foot",
    [
        "Home | About us | Contact | Terms of use",
        "Harbour Post, 12 Quay Street, Holm. Tel. 0123 456789, mail@harbour.example",
        "This page was last updated on 12 May 2024.<br>Designed by Quay Media",
    ],
)
def test_a_foot_in_a_table_of_layout_is_the_sites(foot: str) -> None:
    lines = foot.split("<br>")
    for found in (
        read_page(
            "<html lang=en><title>The ferry that left</title><body><table width='100%'><tr><td>Harbour Post</td></tr>"
            f"<tr><td><h1>The ferry that left</h1>{PROSE}{REST}</td></tr><tr><td align=center>{foot}</td></tr></table>"
        ),
        page(f"{PROSE}{REST}<table><tr><td>{foot}</td></tr></table>"),
    ):
        assert texts(found)[-1] == TEXT[-1]
        assert all(line in told(found) for line in lines)


def test_the_paragraphs_of_a_table_of_layout_are_the_articles() -> None:
    cells = "".join(f"<tr><td>{text}</td></tr>" for text in TEXT)
    found = page(
        f"{PROSE}{REST}<table width='100%'>{cells}<tr><td><p>{TEXT[0]} Again.</p><p>So it was</p></tr></table>"
    )
    assert texts(found)[-2:] == [f"{TEXT[0]} Again.", "So it was"]


@pytest.mark.parametrize("title", ["The ferry that left - Harbour Post", "Harbour Post » The ferry that left"])
@pytest.mark.parametrize("says", ["link", "foot"])
def test_the_sites_name_is_none_of_the_windows_title(title: str, says: str) -> None:
    link = '<link rel=canonical href="https://www.harbourpost.example/a">' if says == "link" else ""
    foot = "<footer>© 2024 Harbour Post. All rights reserved.</footer>" if says == "foot" else ""
    found = read_page(f"<html lang=en><title>{title}</title>{link}<body><div class=text>{PROSE}{REST}</div>{foot}")
    assert found.found("title") == "The ferry that left"


@pytest.mark.parametrize(
    "line",
    [
        "スポンサード リンク",
        "スポンサーリンク",
        "Ein Beitrag geteilt von Ada Brandt (@ada.brandt)",
        "A post shared by Ada (@ada) on May 7",
        "k10011479101_201806151213.mp4",
    ],
)
def test_what_stands_over_an_advertisement_or_under_a_post_is_chrome(line: str) -> None:
    assert is_chrome(line)
    assert not is_chrome("A boat shared by two islands")


def test_an_article_that_stands_twice_in_its_page_comes_in_once() -> None:
    first, second, third = (f"<p>{TEXT[at]} {TEXT[at - 1]}</p>" for at in range(3))
    text = f"{first}<h3>The crew</h3>{second}<p>Nobody waved, they say.</p>{third}"
    found = page(f"<div>{text}</div><div>{text}</div>")
    assert texts(found).count("The crew") == texts(found).count("Nobody waved, they say.") == 1
    assert len(texts(found)) == 5
