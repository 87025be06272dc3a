"""What a search finds, by the page's own modules in node: nothing is shown for it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

QUERIES_OF_READERS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "search.yml").read_text(encoding="utf-8")
)
FOUND = """
import { readFileSync } from "node:fs"
const [, , folder, queries] = process.argv
const { find, prepare } = await import(folder + "/assets/find.js")
const { knowAlike } = await import(folder + "/assets/fold.js")
const entries = JSON.parse(readFileSync(folder + "/search/entries.json", "utf8"))
knowAlike(entries.alike ?? {})
const docs = prepare(entries.docs)
const found = JSON.parse(queries).map(query => find(docs, query).slice(0, 10).map(({ doc }) => doc.location))
console.log(JSON.stringify(found))
"""


def found_first(site: Path, folder: Path, entries: str, queries: list[str]) -> list[list[str]]:
    """The first ten addresses that each query finds in the entries, as the page’s own module finds them."""
    (folder / "assets").mkdir()
    (folder / "search").mkdir()
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for name in ("find.js", "fold.js"):
        (folder / "assets" / name).write_bytes((site / "assets" / name).read_bytes())
    (folder / "search/entries.json").write_text(entries, encoding="utf-8")
    (folder / "found.js").write_text(FOUND, encoding="utf-8")
    command = [str(Path(sys.executable).with_name("node")), str(folder / "found.js"), str(folder), json.dumps(queries)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[list[str]] = json.loads(done.stdout)
    return found


def found_in(texts: Mapping[str, str], site: Path, folder: Path, queries: list[str]) -> dict[str, list[str]]:
    """The names of the texts in which each query is found, by the query."""
    entries = json.dumps({"docs": [{"location": name, "title": "", "original": text} for name, text in texts.items()]})
    return dict(zip(queries, found_first(site, folder, entries, queries), strict=True))


def test_whatever_readers_look_for_is_among_the_first_ten(site: Path, tmp_path: Path) -> None:
    asked = [item for sort in QUERIES_OF_READERS.values() for item in sort]
    entries = (site / "search/entries.json").read_text(encoding="utf-8")
    answers = zip(asked, found_first(site, tmp_path, entries, [item["query"] for item in asked]), strict=True)
    missed = {item["query"]: {*item["expected"]} - {*found} for item, found in answers}
    assert {query: addresses for query, addresses in missed.items() if addresses} == {}
    assert len(asked) == 49


def test_kana_are_found_in_either_form_and_not_by_their_marks_alone(site: Path, tmp_path: Path) -> None:
    texts = {
        "a": "バンダイはガシャポンを売る。",
        "b": "体が震えます。小銭足りなさに",
        "c": "ﾊﾞﾝﾀﾞｲとヴァイオリン",
        "d": "デパートのタイル、ばかだ",
    }
    wanted = {
        "ばんだい": ["a", "c"],
        "がしゃぽん": ["a"],
        "ヷんぱいあ": [],
        "ゔぁいおりん": ["c"],
        "ナサ": ["b"],
        "データ": [],
        "かばだ": [],
        "だがじ": [],  # nothing of it but the marks stands in the texts
    }
    assert found_in(texts, site, tmp_path, [*wanted]) == wanted


def test_words_are_found_whichever_keyboard_writes_them_and_digits_in_each_form(site: Path, tmp_path: Path) -> None:
    texts = {
        "fa": "۱۲ میلیون کتاب‌ها",
        "ar": "١٥ مليون كلّف",
        "th": "ราคา ๒๐ บาท",
        "he": "הגשר הישן",
        "de": "Müller 1987",
    }
    wanted = {
        "12": ["fa"],
        "كتاب": ["fa"],
        "15": ["ar"],
        "۱۵": ["ar"],
        "کلف": ["ar"],
        "20": ["th"],
        "הַגֶּשֶׁר": ["he"],
        "Mu\u0308ller": ["de"],
        "١٩٨٧": ["de"],
    }
    assert found_in(texts, site, tmp_path, [*wanted]) == wanted


def test_a_word_is_found_with_what_its_language_writes_before_it_and_in_letters_that_a_keyboard_lacks(
    site: Path, tmp_path: Path
) -> None:
    texts = {
        "ar": "إن العجز تراجع، وبالجزائر",
        "he": "ההוצאה גדלה בירושלים",
        "el": "ΟΔΥΣΣΕΥΣ και ο λόγος",
        "vi": "Con đường và tiếng Việt",
        "tr": "IŞIK ve ılık su, İZMİR",
        "de": "Straße und GRÖẞE, Aufgabe",
        "pl": "Łódź, Ærø",
    }
    wanted = {
        "عجز": ["ar"],
        "الجزائر": ["ar"],
        "جزائر": ["ar"],
        "הוצאה": ["he"],
        "ירושלים": ["he"],
        "ΟΔΥΣ": ["el"],
        "οδυσσεύς": ["el"],
        "λογοσ": ["el"],
        "duong": ["vi"],
        "ışık": ["tr"],
        "izmir": ["tr"],
        "ILIK": ["tr"],
        "strasse": ["de"],
        "größe": ["de"],
        "gabe": [],
        "lodz": ["pl"],
        "aero": ["pl"],
    }
    assert found_in(texts, site, tmp_path, [*wanted]) == wanted


def test_every_script_s_digits_and_words_are_found(site: Path, tmp_path: Path) -> None:
    texts = {
        "hi": "२०२६ में फ़िल्म, ज़रूर",
        "bn": "১৯৭১ সালের যুদ্ধ, বড়",
        "my": "၂၀၂၆ ခုနှစ်တွင်",
        "bo": "བོད་ཡིག་གི་ཚིག་མཛོད།",
        "am": "አዲስ፡አበባ፡ከተማ።",
        "is": "Þorsteinn og Guðrún",
        "haw": "Hawaiʻi, Qurʾān, ʿAlī",
        "jv": "ꦲꦏ꧀ꦱꦫꦗꦮ",
        "zh": "ㄅㄆㄇㄈ",
        "ff": "𞤀𞤣𞤤𞤢𞤥 𞥑𞥒",
    }
    wanted = {
        "2026": ["hi", "my"],
        "फिल्म": ["hi"],
        "ज़रूर": ["hi"],
        "1971": ["bn"],
        "২০২৬": ["hi", "my"],
        "বড": ["bn"],
        "ဂျပန်": [],
        "ခုနှစ်": ["my"],
        "ཡིག": ["bo"],
        "ཚིག་མཛོད": ["bo"],
        "አበባ": ["am"],
        "thorsteinn": ["is"],
        "gudrun": ["is"],
        "hawaii": ["haw"],
        "quran": ["haw"],
        "ali": ["haw"],
        "ꦗꦮ": ["jv"],
        "ㄆㄇ": ["zh"],
        "𞤢𞤣𞤤": ["ff"],
        "12": ["ff"],
    }
    assert found_in(texts, site, tmp_path, [*wanted]) == wanted
