"""What the elements of a page say: tables, code, lists, notes, quotations, readings; and what wrappers do not say.

One file, though long: it is one table of small pages, and each says what another must not be taken for.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from edition.importing import Article, make_edition, read_file, web_page
from edition.importing.bounds.readers import Extraction
from edition.importing.web_page import read_page
from tests.importing.test_nothing_is_lost import render

ONE = "The ferry left at noon, and nobody waved; it will not come back, they say."
TWO = "The company had told the crew on Friday, and the crew had told nobody at all."
SIX = [f"{ONE[:-1]}, and that was the {number} time." for number in ("first", "next", "third", "last", "worst", "best")]


def page(body: str, head: str = "") -> str:
    """A page with a way to go around an article."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>The ferry</title>{head}</head><body>'
        f'<div class="top"><a href="/">All news</a> <a href="/b">The weather</a></div>{body}'
        '<div class="foot"><a href="/c">Write to us</a></div></body></html>'
    )


def article(inner: str) -> Article:
    return read_page(page(f"<article><h1>The ferry</h1><p>{ONE}</p>{inner}<p>{TWO}</p></article>"))


def inner(found: Article) -> Sequence[tuple[str, str]]:
    """Kinds and words of what stands between the first and the last paragraph."""
    blocks = [(block.kind, block.text) for block in found.blocks]
    assert blocks[0] == ("paragraph", ONE)
    assert blocks[-1] == ("paragraph", TWO)
    return blocks[1:-1]


def markdown(found: Article) -> str:
    files = make_edition(found, render, "page.html", b"").files
    return "".join(text.partition("---\n\n")[2] for path, text in files.items() if path.startswith("docs/article/"))


WRAPPERS = {
    "a form": '<form action="/x"><div>{}</div></form>',
    "an aside": "<aside><div>{}</div></aside>",
    "a footer": "<footer>{}</footer>",
    "role=search": '<div role="search">{}</div>',
    "hidden until a script shows it": '<div style="display:none">{}</div>',
    "a name of a sidebar": '<div class="sidebar-grid ads"><div id="comments">{}</div></div>',
    "an item": "<ul><li>{}</li></ul>",
    "a definition": "<dl><dd>{}</dd></dl>",
    "a quotation": "<blockquote>{}</blockquote>",
    "a cell": "<table><tr><td>{}</td></tr></table>",
    "a figure": "<figure>{}</figure>",
}


@pytest.mark.parametrize("what", WRAPPERS)
def test_what_holds_the_whole_article_is_no_chrome_and_no_kind(what: str) -> None:
    words = "".join(f"<p>{line}</p>" for line in SIX)
    found = read_page(page(WRAPPERS[what].format(f"<h1>The ferry</h1>{words}")))
    assert [(block.kind, block.text) for block in found.blocks] == [("paragraph", line) for line in SIX]


@pytest.mark.parametrize("name", ["sidebar-grid__container", "promo", "ads", "social", "relatedPart", "text nav"])
def test_the_name_that_each_paragraph_has_around_it_is_no_chrome(name: str) -> None:
    words = "".join(f'<div class="{name}"><p>{line}</p></div>' for line in SIX)
    found = read_page(page(f"<div><h1>The ferry</h1>{words}</div>"))
    assert [block.text for block in found.blocks] == SIX


@pytest.mark.parametrize("name", ["sidebar", "share-bar", "newsletterBox", "author__bio", "related"])
def test_the_same_name_around_something_else_is_chrome(name: str) -> None:
    words = "".join(f"<p>{line}</p>" for line in SIX)
    other = f'<div class="{name}"><p>Every morning in your mailbox: what else is new on the coast.</p></div>'
    found = read_page(page(f"<div><h1>The ferry</h1>{words}{other}</div>"))
    assert [block.text for block in found.blocks] == SIX


def test_short_lines_in_elements_so_named_are_as_good_as_the_others() -> None:
    rows = "".join(
        f'<div class="live-comment"><b>{9 + at}:00</b></div><div class="live-comment">{line}</div>'
        for at, line in enumerate(SIX)
    )
    found = read_page(page(f"<div><h1>The ferry</h1>{rows}</div>"))
    assert len(found.blocks) == 2 * len(SIX)


def test_sections_of_one_form_are_all_the_article() -> None:
    """However short the others are beside that which a reader takes."""
    long, short = "".join(f"<p>{line}</p>" for line in SIX), f"<p>{TWO}</p>"
    row = '<section class="row r{}"><div class="cell"><h2>Part {}</h2>{}</div></section>'
    rows = "".join(row.format(number, number, words) for number, words in enumerate([short, long, short, short]))
    found = read_page(page(f"<h1>The ferry</h1>{rows}"))
    assert [block.text for block in found.blocks if block.kind == "heading"] == [f"Part {n}" for n in range(4)]
    assert [block.text for block in found.blocks].count(TWO) == 3


def test_teasers_between_and_below_are_none_of_the_article() -> None:
    teaser = (
        '<div class="card"><h3><a href="/{0}">Another story {0}</a></h3><p>What else was new on the coast that day, '
        'in a sentence or two of story {0}.</p><p><a href="/a{0}">By Jo Doe</a></p></div>'
    )
    words = [f"<p>{line}</p>" for line in SIX]
    body = "".join([*words[:3], teaser.format(1), *words[3:], *(teaser.format(number) for number in range(2, 6))])
    found = read_page(page(f"<main><h1>The ferry</h1>{body}</main>"))
    assert [block.text for block in found.blocks] == SIX


@pytest.mark.parametrize(
    ("name", "table", "rows"),
    [
        ("heads in the first row", "<tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>3</td></tr>",
         [("head", "Day | Boats"), ("body", "Monday | 3")]),
        ("no heads", "<tr><td>Monday</td><td>3</td></tr><tr><td>Friday</td><td>5</td></tr>",
         [("body", "Monday | 3"), ("body", "Friday | 5")]),
        ("paragraphs in cells", "<tr><th>Day</th><td><p>One</p><p>Two<br>three</p></td></tr>",
         [("body", "Day | One Two three")]),
        ("several rows of heads", "<tr></tr><tr><th>Day</th></tr><tr><th>Of May</th></tr><tr><th>7</th><td>3</td></tr>"
         "<tr><th>8</th></tr>",
         [("head", "Day"), ("head", "Of May"), ("body", "7 | 3"), ("body", "8")]),
        ("parts", "<thead><tr><td>A</td><td>B</td></tr></thead><tfoot><tr><td>1</td><td>2</td></tr></tfoot>",
         [("head", "A | B"), ("foot", "1 | 2")]),
    ],
)  # fmt: skip
def test_a_table_of_data_keeps_its_rows(name: str, table: str, rows: list[tuple[str, str]]) -> None:  # noqa: ARG001
    found = article(f"<table>{table}</table>")
    assert [(block.part, block.text) for block in found.blocks if block.kind == "row"] == rows
    assert len(inner(found)) == len(rows)
    assert "<table>" in markdown(found)


def test_cells_that_span_others_and_two_tables_in_a_row() -> None:
    first = '<tr><th>Day</th><th colspan="2">Boats</th></tr><tr><td rowspan="2">Mon</td><td>3</td><td>a|b</td></tr>'
    second = "<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>"
    made = render(markdown(article(f"<table>{first}</table><table>{second}</table>")))
    assert made.count("<table>") == 2
    assert '<th scope="col" colspan="2">Boats</th>' in made
    assert '<td rowspan="2">Mon</td>' in made


@pytest.mark.parametrize(
    "code",
    [
        "<pre>if a:<br>&nbsp; &nbsp; b = `1`<br><br>c</pre>",
        '<pre><code><div class="l">if a:</div><div class="l">    b = `1`</div><div class="l">\n</div>c</code></pre>',
        "<pre>\nif a:\r\n    b = `1`\r\n\r\nc\n</pre>",
        '<table><tr><td><pre>1\n2\n3\n4</pre></td><td><pre>if a:\n    b = `1`\n\nc</pre></td></tr></table>',
    ],
)  # fmt: skip
def test_code_keeps_its_lines(code: str) -> None:
    found = article(code)
    assert inner(found) == [("code", "if a:\n    b = `1`\n\nc")]
    assert "```\nif a:\n    b = `1`\n\nc\n```" in markdown(found)


def test_lists_keep_their_numbers_and_terms_their_definitions() -> None:
    found = article(
        f"<ol><li>One.</li><li>Two.</li></ol><p>{SIX[0]}</p><ol start=3><li>Three.</li></ol><ul><li>Any.</li></ul>"
        "<dl><dt>Tug</dt><dd>It pulls.</dd></dl>"
    )
    made = render(markdown(found))
    assert [(block.kind, block.number) for block in found.blocks[1:-1]] == [
        ("item", 1), ("item", 2), ("paragraph", 0), ("item", 3), ("item", 0), ("term", 0), ("definition", 0)
    ]  # fmt: skip
    assert "<ol>\n<li>One.</li>\n<li>Two.</li>\n</ol>" in made
    assert '<ol>\n<li value="3">Three' in made
    assert "<ul>\n<li>Any" in made
    assert "<dl>\n<dt>Tug</dt>\n<dd>It pulls" in made


def test_a_short_note_is_one_whatever_stands_around_it() -> None:
    call = '<sup><a href="#n">1</a></sup>'
    notes = (
        '<ol class=refs><li id=n class=item><span><a href="#c">^</a></span> <div class=in><p>Ibid.</p></div></li></ol>'
    )
    found = read_page(
        page(f"<article><h1>The ferry</h1><p>{ONE}{call}</p><p>{TWO}</p>{notes}<p>{SIX[2]}</p></article>")
    )
    assert [block.text for block in found.blocks][2:] == ["Ibid.", SIX[2]]


def test_an_empty_span_that_is_called_a_break_is_one() -> None:
    found = article(f'<div>{ONE}<span class="id br"></span><span>{TWO}</span></div>')
    assert [text for _, text in inner(found)] == [ONE, TWO]


def test_footnotes_are_notes_and_their_calls_no_words_glued_to_others() -> None:
    call = '<sup><a href="#n{0}" id="c{0}">[{0}]</a></sup>'
    notes = (
        '<li id="n1"><p>The minutes, page 9. <a href="#c1">↩</a></p></li><li id="n2">The same.<a href="#c2">↑</a></li>'
    )
    found = read_page(
        page(
            f"<article><h1>The ferry</h1><p>{ONE}{call.format(1)}</p><p>{TWO}{call.format(2)}</p></article>"
            f'<div class="notes"><ol>{notes}</ol></div>'
        )
    )
    assert [(block.kind, block.text) for block in found.blocks[2:]] == [
        ("footnote", "The minutes, page 9."),
        ("footnote", "The same."),
    ]
    assert f"{ONE}<sup>&#91;1&#93;</sup>" in markdown(found)
    assert [aside.text for aside in found.asides if "footnote" in aside.reason] == ["↩", "↑"]


@pytest.mark.parametrize(
    ("ruby", "words", "readings"),
    [
        ("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>です", "漢字です", ["かん", "じ"]),
        ("<ruby><b>港</b><rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>", "港", ["みなと"]),
        ("<ruby>北京<rt>Běijīng</rt></ruby>人", "北京人", ["Běijīng"]),
    ],
)
def test_readings_stand_over_the_words_and_are_none(ruby: str, words: str, readings: list[str]) -> None:
    found = article(f"<p>{ruby}</p>")
    assert inner(found) == [("paragraph", words)]
    block = found.blocks[1]
    assert [span.reading for span in block.spans if span.reading] == readings
    assert all(f"<rt>{reading}</rt></ruby>" in markdown(found) for reading in readings)


@pytest.mark.parametrize(
    ("lang", "line", "wanted"),
    [
        ("en", "He <q>told me <q>write <q>all</q></q></q>.", "He “told me ‘write “all”’”."),
        ("de-AT", "Sie sagte: <q><b>Er rief <q>Schluss</q></b></q>.", "Sie sagte: „Er rief ‚Schluss‘“."),
        ("fr", "Elle a dit : <q> non </q>.", "Elle a dit : « non »."),
        ("ja", "彼女は<q><q>書け</q>と彼は</q>と話した。", "彼女は「『書け』と彼は」と話した。"),
        ("ru", "Она: <q>он крикнул <q>хватит</q></q>.", "Она: «он крикнул „хватит“»."),
        ("en", "In German <span lang=sv><q>nej</q></span> is <q></q>.", "In German ”nej” is ."),
        ("en", 'He said “<q>no</q>”, <q>“no”</q>, "<q>no</q>".', 'He said “no”, “no”, "no".'),
    ],
)
def test_the_marks_around_a_quotation_that_browsers_add(lang: str, line: str, wanted: str) -> None:
    found = read_page(f"<html lang={lang}><title>x</title><p>{line}</p>", is_whole=True)
    assert [block.text for block in found.blocks] == [wanted]


def test_quotations_and_captions() -> None:
    found = article(
        f"<blockquote><p>{SIX[0]}</p></blockquote>"
        '<figure><img src="a" alt="A boat"><figcaption>At the pier</figcaption></figure>'
        '<div class="wp-caption"><p class="wp-caption-text">In winter</p></div>'
    )
    assert [block for block in inner(found) if block[0] != "picture"] == [
        ("quote", SIX[0]), ("caption", "At the pier"), ("caption", "In winter"),
    ]  # fmt: skip


def test_questions_in_bold_type_are_no_titles() -> None:
    asked = ["Why did it go?", "Who was on it?", "Will it come back?", "And then?"]
    found = article("".join(f"<p><b>{line}</b></p><p>{SIX[at]}</p>" for at, line in enumerate(asked)))
    assert {block.kind for block in found.blocks} == {"paragraph"}
    single = article(f"<p>{SIX[0]}</p><p><b>What remains</b></p><p>{SIX[1]}</p>")
    assert [block.text for block in single.blocks if block.kind == "heading"] == ["What remains"]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("几户", "人家", "几户人家"),
        ("bamboo", "trail", "bamboo trail"),
        ("한국", "사람", "한국 사람"),
        ("です。", "「は」", "です。「は」"),
    ],
)
def test_the_end_of_a_line_in_the_source(first: str, second: str, words: str) -> None:
    assert inner(article(f"<p>{first}\n\t\t<b>{second}</b></p>")) == [("paragraph", words)]


def test_a_page_that_holds_its_pictures_is_read() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 20_000_000}">'
    found = read_file("a.html", page(f"<article><p>{ONE}</p>{picture}<p>{TWO}</p></article>").encode())
    assert [block.text for block in found.blocks if block.kind == "paragraph"] == [ONE, TWO]


@pytest.mark.parametrize("lines", [(), (SIX[0],), (SIX[5],), (SIX[2], "Writetous")])
def test_what_the_reader_leaves_out_of_the_articles_element_belongs_to_it(
    lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Extraction(tuple(line.replace(" ", "") for line in lines), "" if lines else "it found no article")
    monkeypatch.setattr("edition.importing.web_page.read", lambda *_, **__: reading)
    teaser = '<div class="most"><h3><a href="/x">Another story</a></h3></div>'
    words = teaser.join(f"<p>{line}</p>" for line in SIX)
    found = read_page(page(f"<div><h1>The ferry</h1>{words}</div>"))
    assert [block.text for block in found.blocks] == SIX


@pytest.mark.parametrize("tag", ["article", "main", "section"])
@pytest.mark.parametrize("head", ["<html lang=en><head>", "<html lang=en>", ""])
def test_a_page_that_leaves_out_where_its_body_begins_is_read(tag: str, head: str) -> None:
    text = "The ferry left at noon, and nobody waved; it will not come back, they say, and the keys are lost to us."
    page = read_page(f"{head}<title>x</title><{tag}><p>{text}</p></{tag}>and then<p>{text} So it is.</p>")
    assert [block.text for block in page.blocks][::2] == [text, f"{text} So it is."]
    words = [*(block.text for block in page.blocks), *(aside.text for aside in page.asides)]
    assert "and then" in words


def test_what_stands_behind_the_end_of_a_page_that_ends_before_its_body_is_read() -> None:
    words = read_page(f"<html lang=en><head><title>x</title></head></html><body><p>{ONE}</p><p>{TWO}</p></body></html>")
    assert [block.text for block in words.blocks] == [ONE, TWO]


def test_a_recipe_comes_in_with_what_it_takes_wherever_that_stands() -> None:
    said = {
        "@type": "Recipe",
        "name": "The soup",
        "recipeIngredient": ["2 dl milk", "1 egg", "50 g butter", "salt"],
        "recipeInstructions": [
            {"@type": "HowToSection", "itemListElement": [{"@type": "HowToStep", "text": "Stir it."}]}
        ],
    }
    items = "<li>2 dl<b>milk</b></li><li>egg 1</li><li>50 g butter - soft</li><li><button>2x</button>▢<p>salt</p></li>"
    portions = "<button>1x</button><button><h3>2x</h3></button><button>3x</button>"
    around = f"<div class=nav><h3>Takes</h3>{portions}<ul>{items}</ul></div><div>Buy it.</div>"
    steps = "<div><h3>Steps</h3><div>1</div><div>Stir it.</div></div>"
    body = f"{around}<article><h1>The soup</h1><p>{ONE} {TWO}</p><p>{TWO} {ONE}</p></article><footer>{steps}</footer>"
    article = read_page(page(body, f'<script type="application/ld+json">{json.dumps(said)}</script>'))
    assert [block.text for block in article.blocks] == [
        "Takes", "2 dlmilk", "egg 1", "50 g butter - soft", "salt", f"{ONE} {TWO}", f"{TWO} {ONE}", "Steps", "Stir it.",
    ]  # fmt: skip


def test_where_the_reader_took_nothing_but_lines_of_the_site_the_paragraphs_are_the_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "Published: 5 May 2021, 10:20 | Last updated: 6 May 2021, 11:45"
    monkeypatch.setattr(web_page, "read", lambda *_, **__: Extraction((line.replace(" ", ""),)))
    body = f"<h1>The ferry</h1><p>{line}</p><section{{}}>{ONE}<br><br>{TWO}</section>"
    for named in ("", " class=tags"):
        assert [block.text for block in read_page(page(body.format(named))).blocks] == [ONE, TWO]


def test_a_table_in_which_a_site_says_when_and_whence_is_none_of_data() -> None:
    line = "2005-01-14 17:02:30 来源: 海港日报"
    rows = f"<tr><td>海港商业报道<td><a href=/b>查看</a></tr><tr><td>{line}<td><a href=/c>发表评论</a></tr>"
    found = read_page(page(f"<h1>离开港口的船</h1><table>{rows}</table><div>{f'<p>{ONE} {TWO}</p>' * 4}</div>"))
    assert (found.found("issued"), found.found("publisher")) == ("2005-01-14", "海港日报")
    assert "row" not in {block.kind for block in found.blocks}


def test_a_table_of_links_with_a_bullet_before_each_is_a_list_of_the_sites() -> None:
    rows = "<tr><td>·<td><a href=/b>The bell of the quay</a><td>·<td><a href=/c>The old crew</a></tr>" * 2
    data = "<tr><td><a href=/b>Holm</a><td><a href=/c>Ada Brandt</a></tr>" * 2
    found = article(f"<p>{ONE} {TWO}</p><table>{rows}</table><table>{data}</table><p>{TWO} {ONE}</p>")
    assert [block.text for block in found.blocks if block.kind == "row"] == ["Holm | Ada Brandt"] * 2


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (
            "<tr><th rowspan=2>Hour</th><th colspan=2>Bells</th></tr><tr><th>north</th><th>south</th></tr>"
            "<tr><th>Dawn</th><td>3</td><td>4</td></tr>",
            [("head", "Hour | Bells"), ("head", "north | south"), ("body", "Dawn | 3 | 4")],
        ),
        (
            "<tr><th>Hour</th><th>Bells</th></tr><tr><td>Dawn</td><td><pre>ding\ndong</pre></td></tr>",
            [("head", "Hour | Bells"), ("body", "Dawn | ding dong")],
        ),
    ],
)
def test_heads_in_several_rows_and_what_is_set_as_typed_in_a_table_of_data(
    rows: str, wanted: list[tuple[str, str]]
) -> None:
    found = article(f"<table>{rows}</table>").blocks[1:-1]
    assert [(block.part, block.text) for block in found] == wanted


def test_what_a_formula_says_to_programs_is_none_of_the_words() -> None:
    formula = "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>\\xi</annotation></semantics></math>"
    assert inner(article(f"<p>It rose by {formula} a day, they say.</p>")) == [
        ("paragraph", "It rose by x a day, they say.")
    ]
    drawn = f"<span><span>{formula}</span><span aria-hidden=true><i>x</i></span></span>"
    assert inner(article(f"<p>It rose by {drawn} a day, they say.</p>")) == [
        ("paragraph", "It rose by x a day, they say.")
    ]


@pytest.mark.parametrize(
    ("line", "apart"),
    [
        ("<p>It says<svg><title>opens a page</title><path/></svg> so.</p>", "opens a page"),
        ("<p>It says <del>no</del> <ins>so</ins>.</p>", "no"),
        ("<p><svg><desc>A voice</desc></svg> It says so.</p>", "A voice"),
        ("<h2>It says so.<svg><title>Copy</title></svg></h2>", "Copy"),
        ("<div><svg><text>2 m</text></svg></div><p>It says so.</p>", "2 m"),
    ],
)
def test_what_is_drawn_and_what_was_replaced_is_none_of_the_words(line: str, apart: str) -> None:
    found = article(line)
    assert [words for _, words in inner(found)] == ["It says so."]
    assert apart in [aside.text for aside in found.asides]
    assert inner(article("<p>It is <del>no</del> so.</p>")) == [("paragraph", "It is no so.")]


def test_a_menu_is_a_list_as_html_has_it() -> None:
    items = "<li>The lamp of brass that hangs over the door</li><li>The book that she took home</li>"
    assert [kind for kind, _ in inner(article(f"<menu>{items}</menu>"))] == ["item", "item"]
    links = "<li><a href=/b>The bell of the quay</a></li><li><a href=/c>The old crew</a></li>"
    assert inner(article(f"<menu>{links}</menu>")) == []


def test_what_is_hidden_between_paragraphs_is_no_paragraph() -> None:
    found = article("<span hidden>unseen</span>")
    assert inner(found) == []
    assert [aside.text for aside in found.asides].count("unseen") == 1


def test_a_heading_by_its_role() -> None:
    assert inner(article('<div role="heading" aria-level="2">The crew</div>')) == [("heading", "The crew")]


def test_an_article_that_is_set_as_typed_is_no_code() -> None:
    typed = "\n\n".join(text.replace(", and", ",\nand <i>so</i>") for text in SIX)
    found = read_page(page(f"<h1>The ferry</h1><pre>\n{typed}\n\n{TWO}</pre>"))
    assert [block.kind for block in found.blocks] == ["paragraph"] * 7
    assert found.blocks[-1].text == TWO
    assert inner(article("<pre>if left:\n    wave()\n\n# Nobody did.</pre>"))[0][0] == "code"


@pytest.mark.parametrize(
    "begins", ["<p><a href=#_r1 name=_f1>[1]</a>", "<p><a id=_f1></a>1. ", "<p><span id=_f1>1</span> "]
)
def test_a_footnote_begins_with_the_anchor_to_which_its_sign_leads(begins: str) -> None:
    found = article(f"<p>{SIX[0]}<a href=#_f1 name=_r1>[1]</a></p><p>{SIX[1]}</p>{begins} Of the council’s own.</p>")
    assert [block.kind for block in found.blocks][-2:] == ["footnote", "paragraph"]
