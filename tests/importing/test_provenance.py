"""Who wrote a page: what its data say in any lawful form, and what they may not say."""

from __future__ import annotations

import pytest

from edition.importing import Article
from edition.importing.metadata.names import authors
from edition.importing.web_page import read_page
from tests.importing.ferry import NEWS, TEXT, read


def names(article: Article) -> list[str]:
    return list(dict.fromkeys(item.value for item in article.findings["author"]))


PERSON = {"@type": "Person", "@id": "#p", "name": "Ada Brandt"}


@pytest.mark.parametrize(
    "data",
    [
        {**NEWS, "author": PERSON},
        {**NEWS, "author": "Ada Brandt"},
        {**NEWS, "author": ["Ada Brandt"]},
        {**NEWS, "author": {"@list": [PERSON]}},
        {**NEWS, "author": {"name": ["Ada Brandt"]}},
        {**NEWS, "author": {"name": {"@value": "Ada Brandt", "@language": "en"}}},
        {**NEWS, "@type": ["Thing", "NewsArticle"], "author": PERSON},
        {**NEWS, "@type": "http://schema.org/NewsArticle", "http://schema.org/author": PERSON},
        {**NEWS, "@type": "schema:OpinionNewsArticle", "schema:author": PERSON},
        [{"@type": "WebSite", "author": "Nobody Here"}, {**NEWS, "author": {"@id": "#p"}}, PERSON],
        {"@graph": [PERSON, {**NEWS, "author": [{"@id": "#p"}]}]},
        {"@graph": [{"@type": "WebPage", "mainEntity": {**NEWS, "author": PERSON}}]},
        {"@type": "WebPage", "@graph": [{"@graph": [{**NEWS, "author": PERSON}]}]},
        {**NEWS, "creator": PERSON},
        {**NEWS, "author": "By Ada Brandt"},
        {**NEWS, "author": "Ada Brandt (Holm)"},
    ],
)
def test_an_author_in_any_lawful_form(data: object) -> None:
    assert names(read(data)) == ["Ada Brandt"]


@pytest.mark.parametrize(
    "source",
    [
        '/* <![CDATA[ */ {"@type": "Article", "author": "Ada Brandt"} /* ]]> */',
        '{"@type": "Article", // the writer\n "author": ["Ada Brandt",],};',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;author&quot;: &quot;Ada Brandt&quot;}",
    ],
)
def test_json_with_comments_and_escaped_as_html_is_read(source: str) -> None:
    page = read(head=f'<script type="application/ld+json">{source}</script>')
    assert [item.value for item in page.findings["author"]] == ["Ada Brandt"]


def test_an_author_whom_the_page_marks_in_rdfa() -> None:
    marked = '<p><span property="author" typeof="Person"><b property="name">Ada Brandt</b>, Holm</span></p>'
    assert [item.value for item in read(above=marked).findings["author"]] == ["Ada Brandt"]


@pytest.mark.parametrize("name", ["citation_journal_title", "dcterms.publisher", "DC.Publisher"])
def test_the_publisher_of_a_journal_and_of_a_library(name: str) -> None:
    assert read(head=f'<meta name="{name}" content="Annals of Piers">').found("publisher") == "Annals of Piers"


def test_json_that_is_nearly_right_is_read() -> None:
    loose = '//<![CDATA[\n{"@type": "Article", "author": "Ada Brandt",}\n//]]>'
    assert names(read(head=f'<script type="application/ld+json; charset=utf-8">{loose}</script>')) == ["Ada Brandt"]


@pytest.mark.parametrize(
    "value",
    """
880417|a1b2c3d4e5f6|your name|Your Name, you@mail.example|admin|Administrator|author|name|null|undefined
{{ author.name }}|%author%|https://example.org/people/ada|@|-|jo@example.org|Redaktion|Staff Writer|News Desk
责任编辑：顾南|编辑|小编|来源：水巷乡音|搜索|佚名|本站|編集部|관리자|Автор|Edited by Jo Doe|Foto: Jo Doe|The Ferry News
Bayerischer Rundfunk|taz, die tageszeitung
AFP|dpa/afx|Deutsche Presse-Agentur|Associated Press in Valencia|Anadolu Ajansı|新华社|연합뉴스|خبرگزاری رود|Ritzau/AFP
@janedoe|Leitender Wirtschaftsredakteur|Senior Science Writer|Columnist|वाराणसी ब्यूरो|Sports Desk|Redazione Sport|Гость
关注|Redação|Elpais.example|Auswärtige Autoren|المدينة نيوز|صحيفة النهر|北京水巷網|河港日报|河网校园崔宁宁
Foto por Ada Brandt|Translated by Ada Brandt|Da Ferry News|木下 哲也 訳|BNS|TPN|Developed By Ada Brandt
Լուրեր Հայաստանից - NEWS.am
온라인뉴스팀|Da Redação|Tim Redaksi|Haber Merkezi|Редакція|Редактор|قسم التحرير|WordPress|Szerkesztőség|Redacția
Ferry N|Ferry News Island Branch|River Post (www.ferry.example.org)|Bundesverband Wind e.V.|Συντακτική Ομάδα
ferry-news.example.org|Nachrichten|Última hora: the ferry has left the pier, and nobody waved when it did so
""".strip()
    .replace("\n", "|")
    .split("|"),
)
def test_what_is_no_author(value: str) -> None:
    publisher = {"@type": "Organization", "name": "Ferry News"}
    assert names(read({**NEWS, "author": {"@type": "Person", "name": value.strip()}, "publisher": publisher})) == []


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Samya Kullab and Vasilisa Stepanenko", ["Samya Kullab", "Vasilisa Stepanenko"]),
        ("Ada Brandt, Noor Haddad & Jo Doe", ["Ada Brandt", "Noor Haddad", "Jo Doe"]),
        ("Ada Brandt, Noor Haddad, and Jo Doe", ["Ada Brandt", "Noor Haddad", "Jo Doe"]),
        ("王小明、李雷", ["王小明", "李雷"]),
        ("浜野しずく", ["浜野しずく"]),
        ("Von Anna Meier und Jan de Vries", ["Anna Meier", "Jan de Vries"]),
        ("Иван Петров", ["Иван Петров"]),
        ("Jean-Luc O’Neill", ["Jean-Luc O’Neill"]),
        ("作者：林溪", ["林溪"]),
        ("أحمد علي", ["أحمد علي"]),
        ("D&#39;Arcy Wood", ["D'Arcy Wood"]),
        ("أحمد علي - القاهرة", ["أحمد علي"]),
        ("Jane Doe @janedoe", ["Jane Doe"]),
        ("Jane Doe | Senior Reporter", ["Jane Doe"]),
        ("Ona Rimkutė, Upės universiteto Tiltų ir vandens kelių studijų fakulteto profesorė", ["Ona Rimkutė"]),
        ("Maria João Silva, Lusa", ["Maria João Silva"]),
        ("Von: Anna Meier, Jan Vogt, AFP Deutschland", ["Anna Meier", "Jan Vogt"]),
        ("Ansa Meier", ["Ansa Meier"]),
        ("Pap Ndiaye", ["Pap Ndiaye"]),
        ("José Volta e Pinto", ["José Volta e Pinto"]),
        ("Recueilli par Ada Brandt.", ["Ada Brandt"]),
        ("Interview von Anna Meier", ["Anna Meier"]),
        ("Maria von Trapp", ["Maria von Trapp"]),
        ("Jo Doe Jr.", ["Jo Doe Jr."]),
        ("كايلا إبستين وأنجليكا كاساس", ["كايلا إبستين", "أنجليكا كاساس"]),
        ("أحمد وليد سامي", ["أحمد وليد سامي"]),
        ("作者：记者林溪", ["林溪"]),
        ("财新 余聪", ["余聪"]),
        ("Ada Brandt 著", ["Ada Brandt"]),
    ],
)
def test_names_in_a_value(value: str, wanted: list[str]) -> None:
    assert authors(value) == wanted


def test_the_publisher_and_a_body_of_its_name_are_no_authors() -> None:
    body = {"@type": "NewsMediaOrganization", "name": "Ferry"}
    said = {**NEWS, "author": [body, PERSON], "publisher": {"name": "Ferry News"}}
    assert names(read(said)) == ["Ada Brandt"]
    institute = {**said, "author": {"@type": "Organization", "name": "Institute of Piers"}}
    assert names(read(institute)) == ["Institute of Piers"]
    person = {**said, "author": PERSON, "publisher": {"name": "Brandt"}}
    assert names(read(person)) == ["Ada Brandt"]


def test_the_name_that_the_page_shows_comes_before_another_in_its_data() -> None:
    found = read({**NEWS, "author": "Heryadi"}, above='<div class="author-name">Naufal Zuhdi</div>')
    assert found.found("author") == "Naufal Zuhdi"


@pytest.mark.parametrize(
    "above",
    [
        '<p><a href="/autor/ada-brandt/">Ada Brandt</a></p>',
        '<div><a class="tag-author" href="/r/7">Ada Brandt</a></div>',
        '<p>14 March 2026 | 14:07 | <span class="authorname">Ada Brandt</span></p>',
        "<p>By: Ada Brandt</p>",
        "<p class=author>Ada Brandt</p>",
        "<div><span class=autor><div><a href=/r/7>Ada Brandt</a></div></span></div>",
        "<p class=text__byline>Published 14 March 2026, 2.07 pm</p><p class=authors>Ada Brandt</p>",
        f"<header><p>{TEXT}</p><div class=byline><div><span>Ada Brandt</span></div></div></header>",
    ],
)
def test_a_name_that_stands_under_the_title_alone(above: str) -> None:
    assert names(read(above=above)) == ["Ada Brandt"]


@pytest.mark.parametrize(
    "above",
    [
        "<form><p class=comment-form-author><label>Name*</label></p></form>",
        "<div class=author><p><strong>About: </strong></p></div>",
        "<p class=byline><i>Ada Brandt</i><i>22 Dec 2016</i><i>651</i></p>",
        "<p class='vcard author'>By <b class=fn>Ferry.com</b><span class=locality>São Vito</span></p>",
        "<div><span>Firmado por</span><a href=/author/dany/>Redacción</a></div>",
    ],
)
def test_what_stands_in_an_authors_element_and_is_no_name(above: str) -> None:
    assert names(read(above=above)) == []


def test_names_side_by_side_in_the_line_under_the_title() -> None:
    line = "<div class=story-byline><span>Ada Brandt</span> <span>Jo Doe</span></div>"
    assert names(read(above=line)) == ["Ada Brandt", "Jo Doe"]


def test_a_link_to_the_author_of_another_article_names_none() -> None:
    teaser = '<aside><a href="/author/jo-doe">Jo Doe</a></aside><nav><a href="/author/jo-doe">Jo Doe</a></nav>'
    assert names(read(above=teaser)) == []
    assert names(read(text=TEXT + '<a href="/author/jo-doe">Jo Doe</a>')) == []


def test_what_a_page_says_for_those_who_share_it() -> None:
    two = (
        '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ada Brandt">'
        '<meta name="twitter:label2" content="Lesedauer"><meta name="twitter:data2" content="2 Minuten">'
    )
    assert names(read(head=two)) == ["Ada Brandt"]
    assert names(read(head=two[: two.index("<meta", 60)].replace("Ada Brandt", "Two Minutes"))) == []


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("JOHN SMITH", "John Smith"),
        ("MARÍA DE LA CRUZ", "María de la Cruz"),
        ("SEAN O’BRIEN", "Sean O’Brien"),
        ("JEAN-PAUL MCDONALD", "Jean-Paul McDonald"),
        ("АДА СМИРНОВА", "Ада Смирнова"),
        ("ada brandt", "Ada BRANDT-Holm"),
    ],
)
def test_a_name_in_capitals_is_written_as_csl_has_it(said: str, wanted: str) -> None:
    """As the page shows it elsewhere; else by the letters."""
    shown = "<p>Ada BRANDT-Holm</p>" if "Holm" in wanted else ""
    if "Holm" in wanted:
        said = "ada brandt-holm"
    assert names(read({**NEWS, "author": said}, above=shown)) == [wanted]


@pytest.mark.parametrize(
    ("said", "publisher"), [("Portal iG", "IG"), ("Redação Holm", "Holm"), ("Holm Group", "Nobody")]
)
def test_a_publisher_by_another_name_is_no_author(said: str, publisher: str) -> None:
    page = read({**NEWS, "author": said, "publisher": {"name": publisher}})
    assert names(page) == []


def test_the_author_whom_the_page_shows_comes_before_one_that_it_does_not() -> None:
    head = '<meta name="author" content="Ada Brandt/Jo Doe">'
    page = read(
        {**NEWS, "author": "Ferry Writers (FW)"}, head=head, above="<p>Ada Brandt/Jo Doe 07.11.2023, 10.55 Uhr</p>"
    )
    assert page.found("author") == "Ada Brandt"
    assert [item.value for item in page.findings["author"][:2]] == ["Ada Brandt", "Jo Doe"]


def test_who_made_it_where_the_author_is_the_site_itself() -> None:
    site = {"@type": "Organization", "name": "Ferry News"}
    assert names(read({**NEWS, "author": site, "creator": PERSON, "publisher": site})) == ["Ada Brandt"]


def test_the_writers_that_a_journal_names_are_all_authors() -> None:
    head = '<meta name="citation_author" content="Ada Brandt"><meta name="citation_author" content="Doe, Jo">'
    assert names(read(head=head)) == ["Ada Brandt", "Jo Doe"]
    assert read(head='<meta name="citation_publication_date" content="2006/12/20">').found("issued") == "2006-12-20"


def test_the_editor_whom_the_data_take_for_the_author_is_none() -> None:
    text = "渡轮中午离开了码头，没有人挥手，钥匙在镇上，大家都说它不会再回来了。" * 4
    head = '<meta name="author" content="肖春芳">'
    assert names(read(head=head, above="<p>2026-03-14 09:58 责任编辑：肖春芳</p>", text=text, lang="zh-CN")) == []
    assert names(read(head=head, text=text, lang="zh-CN")) == ["肖春芳"]


def test_a_site_by_its_address_and_by_its_window_is_no_author() -> None:
    head = '<link rel="canonical" href="https://opapel.example.com/a"><meta name="author" content="Jornal O Papel">'
    assert names(read(head=head)) == []
    own = '<link rel="canonical" href="https://adabrandt.example.com/a"><meta name="author" content="Ada Brandt">'
    assert names(read(head=own)) == ["Ada Brandt"]
    page = (
        '<html lang="zh-CN"><head><title>渡轮离开了_水巷科技</title><meta name="author" content="水巷"></head><body>'
        f"<article><h1>渡轮离开了</h1><p>{'渡轮中午离开了码头，没有人挥手。' * 6}</p></article></body></html>"
    )
    assert names(read_page(page)) == []


def test_a_name_in_the_card_of_another_article_under_the_title() -> None:
    card = '<a href="/b"><h3>Another ferry, and whoever took it</h3><span class="thumb-author">Jo Doe</span></a>'
    assert names(read(above=card)) == []


@pytest.mark.parametrize(
    ("begins", "wanted"),
    [
        ("新华社水巷9月7日电（记者林溪、顾南）渡轮中午离开了码头。", ["林溪", "顾南"]),
        ("本报讯（记者 林溪）渡轮中午离开了码头。", ["林溪"]),
        ("〔記者溫貴香／台北報導〕渡輪中午離開了碼頭。", ["溫貴香"]),
        ("（中央社記者溫貴香台北21日電）渡輪中午離開了碼頭。", ["溫貴香"]),
        ("【北京＝浜野しずく】渡し船は正午に港を出た。", ["浜野しずく"]),
        ("(서울=연합뉴스) 홍길동 기자 = 나룻배가 정오에 떠났다.", ["홍길동"]),
        ("[강변일보 홍길동 기자] 나룻배가 정오에 떠났다.", ["홍길동"]),
        ("据新华社电，记者从镇上获悉，渡轮中午离开了码头。", []),
        ("（记者注：渡轮已经离开）没有人挥手。", []),
    ],
)
def test_an_author_in_a_dateline(begins: str, wanted: list[str]) -> None:
    article = read(text=begins, lang="und")
    assert names(article) == wanted
    assert begins in [block.text for block in article.blocks]  # and the words stay the article's


def test_a_name_and_a_day_with_a_bar_between_them() -> None:
    assert names(read(above="<div>Ada Brandt | 05.04.2025</div>")) == ["Ada Brandt"]
