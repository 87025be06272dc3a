"""Whom a page names as its author, and whom it names and who wrote nothing."""

from __future__ import annotations

import pytest

from edition.importing.metadata.names import authors
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts
from tests.importing.test_lines_of_sites import REST, page


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("文/张三 图/李四", "张三"),
        ("文／山田太郎　写真／鈴木花子", "山田太郎"),
        ("記者陳鈞凱／台北報導", "陳鈞凱"),
        ("陳鈞凱／台北報導", "陳鈞凱"),
        ("【海港日報／記者蘇湘雲／台北報導】", "蘇湘雲"),
        ("(李艳 撰稿)", "李艳"),
        ("允中 发自 凹非寺", "允中"),
    ],
)
def test_who_wrote_is_the_author_and_who_took_the_pictures_none(line: str, name: str) -> None:
    for inner in (f"<p>{line}</p>{PROSE}{REST}", f"{PROSE}{REST}<p>{line}</p>"):
        found = page(inner)
        assert [item.value for item in found.findings["author"]] == [name]
        assert len(texts(found)) == 2 * len(TEXT)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Ada Brandt und Bo Ray", ["Ada Brandt", "Bo Ray"]),
        ("Ada Brandt și Bo Ray", ["Ada Brandt", "Bo Ray"]),
        ("Αδα Μπραντ και Μπο Ρέι", ["Αδα Μπραντ", "Μπο Ρέι"]),
        ("Ada Brandt in Holm und Bo Ray in Vik", ["Ada Brandt", "Bo Ray"]),
        ("张三 李四", ["张三", "李四"]),
        ("上官云 宋小雨", ["上官云", "宋小雨"]),
        ("海港网 王伟", ["王伟"]),
        ("홍길동 김하나 기자", ["홍길동", "김하나"]),
        ("홍길동 기자, 김하나 기자", ["홍길동", "김하나"]),
        ("Ada Med Brandt", ["Ada Med Brandt"]),
    ],
)
def test_two_names_are_two_authors(value: str, wanted: list[str]) -> None:
    assert authors(value) == wanted


@pytest.mark.parametrize("shown", [True, False])
def test_a_name_in_other_letters_that_no_reader_sees_wrote_nothing(shown: bool) -> None:
    data = '<script type=application/ld+json>{"@type":"Article","author":{"name":"Ada Brandt"}}</script>'
    text = "<p>Паром ушёл в полдень, и никто не махал ему вслед; говорят, он больше не вернётся, а ключи у совета.</p>"
    line = "<span>Ada Brandt</span>" if shown else ""
    found = read_page(f"<html lang=ru>{data}<title>x</title><body><h1>Паром ушёл</h1>{line}<div>{text * 3}</div>")
    assert found.found("author") == ("Ada Brandt" if shown else "")


@pytest.mark.parametrize(
    ("value", "title", "wanted"),
    [
        ("/public domain", "", []),
        ("Ada Brandt", "Ada Brandt. The ferry that left", ["Ada Brandt"]),
        ("Ada Brandt, professor, Ferry.example", "Ada Brandt: The ferry that left", ["Ada Brandt"]),
        ("Ferry News", "Ferry News of May", []),
        ("Ada Brandt", "Ada Brandt on the ferry that left at noon", ["Ada Brandt"]),
        ("Ferry House Kitchens", "FerryHouse.com", []),
        ("Ferry.example - Ada Brandt", "The ferry that left", ["Ada Brandt"]),
    ],
)
def test_a_title_may_begin_with_its_authors_name(value: str, title: str, wanted: list[str]) -> None:
    assert authors(value, [title, "Ferry.example"]) == wanted


def test_whoever_a_line_calls_the_editor_wrote_nothing() -> None:
    data = '<script type=application/ld+json>{"@type":"Article","author":{"name":"Bo Ray"}}</script>'
    line = "<p class=by>{}</p>".format
    for said, names in (("Editor: Bo Ray", []), ("By Bo Ray", ["Bo Ray"])):
        found = read_page(f"<html lang=en>{data}<title>x</title><h1>The ferry</h1>{line(said)}<div>{PROSE}{REST}</div>")
        assert list(dict.fromkeys(item.value for item in found.findings["author"])) == names


def test_where_an_article_is_filed_stands_behind_a_bar_and_wrote_nothing() -> None:
    line = "2019年3月2日09:18 by 深海 | カテゴリー 社会 | タグ 政治, 経済"
    found = read_page(f"<html lang=ja><title>x</title><h1>船が出た</h1><p>{line}</p><div>{PROSE}{REST}</div>")
    assert {item.value for item in found.findings["author"]} == {"深海"}
    assert authors("海港财经-自媒体综合", ["船离开了_海港财经_海港网"]) == []


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("FERRY.KZ", []), ("Ada Brandt for Ferry News UK", ["Ada Brandt"]), ("Ada St.John", ["Ada St.John"])],
)
def test_for_whom_somebody_writes_is_no_part_of_the_name(value: str, wanted: list[str]) -> None:
    assert authors(value, ["Ferry News UK"]) == wanted


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("【文/海港网专栏作者 王文】", "王文"),
        ("[田中宏昌，Hafenmedia]", "田中宏昌"),
        ("[Ada Brandt, Hafenpost]", "Ada Brandt"),
    ],
)
def test_a_name_in_brackets_over_the_text_is_the_authors(line: str, name: str) -> None:
    found = page(f"<p>{line}</p>{PROSE}{REST}")
    assert found.found("author") == name
    assert texts(found)[0] == TEXT[0]


def test_whoever_put_it_in_wrote_nothing_where_the_page_says_who_did() -> None:
    data = '<script type=application/ld+json>{"@type":"Article","author":{"name":"Ada Brandt"}}</script>'
    html = "<html lang=en>{}<title>x</title><h1>The ferry</h1><p>{}</p><div>{}</div>"
    for line, names in (("By Agencia Reforma | 17 May 2020", []), ("17 May 2020", ["Ada Brandt"])):
        found = read_page(html.format(data, line, PROSE + REST))
        assert [item.value for item in found.findings["author"]] == names


def test_a_box_over_the_title_names_the_author_however_much_it_hides() -> None:
    popup = "<div style='display:none'>All that this author wrote</div>"
    byline = "<div class=author><a href=/editors/2>Ada Brandt</a></div>"
    found = read(above=f"{byline}<div><a href=/rss>RSS</a> | {popup}</div>{popup}")
    assert found.found("author") == "Ada Brandt"
    sizes = "<ul class=navigation>" + "<li>A</li>" * 5 + "</ul>"
    assert read(above=f"{byline}{sizes}").found("author") == "Ada Brandt"


def test_the_names_under_the_heading_of_the_comments_wrote_no_article() -> None:
    form = "<div id=comments-open><h1>Send a comment</h1><p><a href=/author/bo-ray/>Bo Ray</a></p></div>"
    found = read_page(f"<html lang=en><title>The ferry that left</title><div class=text>{PROSE}{REST}</div>{form}")
    assert found.found("author") == ""


HEAD = '<script type=application/ld+json>{"@type":"Article","author":{"name":"Ada Brandt"}}</script>'


@pytest.mark.parametrize(
    ("head", "line", "wanted"),
    [
        (HEAD, "<p>Ada Brandt and Bo Ray</p>", ["Ada Brandt", "Bo Ray"]),
        (HEAD, "<p>By Ada Brandt, Senior Pilot, Ferry School, and Bell House</p>", ["Ada Brandt"]),
        (HEAD, "<p>Ada Brandt Ferry Post</p>", ["Ada Brandt"]),
        ("<meta name=author content=Ada>", "<p>A column by Ada Brandt</p>", ["Ada Brandt"]),
        (f"{HEAD}<meta name=editor content='Ada Brandt'><meta name=content_author content='Bo Ray'>", "", ["Bo Ray"]),
        ("", "<dl><dt>Author</dt><dd>Ada Brandt</dd></dl>", ["Ada Brandt"]),
        ("", "<div class=autor><h6>Ada Brandt | 3 May 2024</h6></div>", ["Ada Brandt"]),
        ("", "<p>Sailing | <span class=writter>By: Ada Brandt</span> | 3 May 2024</p>", ["Ada Brandt"]),
        ("", "<p class=firma><em>Ada Brandt</em> | <span class=localizacion>Holm</span></p>", ["Ada Brandt"]),
        ("", "<span class=img-author>Ada Brandt</span>", []),
        (
            "",
            "<div class=author><a href=/author/ada-brandt>Ada Brandt</a> <a href=/tag/sea>The Sea Side</a></div>",
            ["Ada Brandt"],
        ),
        (
            "",
            "<p class=by><i><label>Words by</label> <a href=/author/ada-brandt>Ada Brandt</a></i> <i><label>Pictures by"
            "</label> <a href=/author/bo-ray>Bo Ray</a></i></p>",
            ["Ada Brandt"],
        ),
        ("<meta name=authors content='Ada Brandt'>", "", ["Ada Brandt"]),
        ("", "<p>Posted by Ada Brandt, Chief Pilot on the Ferry</p>", ["Ada Brandt"]),
        ("", "<div class=comment-item><div class=author><a href=/p/bo>Bo Ray</a></div></div>", []),
        ("", "<div class=author>Editor: <div>Bo Ray</div></div>", []),
        ("", "<div><h4><a href=/b>A bell</a></h4><span class=card-author>di Bo Ray</span></div>", []),
        ("", "<div class=sub-head><div class=author><h4>Ada Brandt (Guest)</h4></div>3 May 2024</div>", ["Ada Brandt"]),
        ("", "<div class=fyre-comment><header><span itemprop=author>Bo Ray</span></header></div>", []),
        ("", "<div class=byline><div><span>Text size</span></div></div>", []),
        ("", "<div class=photo><img src=a.png><span class=author>Dok. Ada Brandt</span> The quay</div>", []),
        ("", "<div class=lienauteur><a class=author href=/a>Entretien avec Ada Brandt</a></div>", []),
        ("<link rel=canonical href=https://www.ferrynews.example/a><meta name=author content=FerryNews>",
         "<span itemprop=author>Ada Brandt</span>", ["Ada Brandt"]),
    ],
)  # fmt: skip
def test_the_line_under_the_title_says_who_wrote_it_and_where_it_is_filed(
    head: str, line: str, wanted: list[str]
) -> None:
    found = read_page(f"<html lang=en>{head}<title>x</title><body><h1>The ferry</h1>{line}<div>{PROSE}{REST}</div>")
    named = found.findings["author"]
    assert [item.value for item in named if item.where == named[0].where] == wanted
    assert texts(found)[0] == TEXT[0]


def test_who_wrote_another_article_that_the_text_leads_to_did_not_write_this_one() -> None:
    card = "<section><article><h4><a href=/b>A bell</a></h4><span>di Ada Brandt e Bo Ray</span></article></section>"
    found = read_page(f"<html lang=it>{HEAD}<title>x</title><h1>The ferry</h1><div>{PROSE}{card}{REST}</div>")
    assert {item.value for item in found.findings["author"]} == {"Ada Brandt"}


def test_a_line_with_the_authors_name_and_the_day_under_the_standfirst_is_none_of_the_text() -> None:
    line = "<p>Ada Brandt (translated by Bo Ray of Holm), published on the quay 1 May 2024</p>"
    text = PROSE.replace("</p>", f"</p>{line}", 1)
    found = read_page(f"<html lang=en>{HEAD}<title>x</title><body><h1>The ferry</h1><div>{text}{REST}</div>")
    assert texts(found)[:3] == TEXT


def test_a_byline_that_stands_in_the_page_twice_names_one_author() -> None:
    found = read(title="<h1>The ferry that left</h1><p>By Ada Brandt</p><div>By Ada Brandt</div>")
    assert [item.value for item in found.findings["author"]] == ["Ada Brandt"]


@pytest.mark.parametrize(
    ("said", "shown", "language", "names"),
    [
        ("Na Yohana Shida", "", "sw", ["Yohana Shida"]),
        ("Na Hong Jin", "", "en", ["Na Hong Jin"]),
        ("Theo Bến Cảng", "", "vi", []),
        ("Theo Brandt", "", "en", ["Theo Brandt"]),
        ("faits divers", "<p>Faits divers</p>", "fr", []),
        ("ada brandt", "<p>Photo: ada brandt</p>", "en", ["ada brandt"]),
    ],
)
def test_a_name_is_read_as_its_language_writes_it(said: str, shown: str, language: str, names: list[str]) -> None:
    head = f'<html lang={language}><head><title>The ferry</title><meta name="author" content="{said}"></head>'
    text = "Serikali ya kisiwa imetangaza leo kwamba kivuko kitaanza safari zake tena wiki ijayo, na wote wanafurahi."
    told = {"sw": text, "vi": "Chiếc phà rời bến vào buổi trưa, không ai vẫy tay chào và nó sẽ không trở lại nữa đâu."}
    body = f"<p>{told[language]}</p>" * 3 if language in told else PROSE
    found = read_page(f"{head}<body><h1>The ferry</h1>{body}{shown}</body></html>")
    assert [item.value for item in found.findings["author"]] == names
