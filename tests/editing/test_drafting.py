"""What a draft begins with: rows of words that make up their paragraph, ids that can be said, pinyin by word."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from edition.anchoring import place_rows
from edition.editing.drafting.rows import interlinear_file, rows
from edition.editing.drafting.spelling import pinyin, propose_id
from edition.model import Word
from edition.problems import Place, SourceFile
from edition.text import has_han, normalise


@pytest.mark.parametrize(
    ("words", "latin", "wanted"),
    [
        ("彼は東京タワーへOpenAIと行った。", False, "彼 は 東京 タワー へ と 行った"),
        ("流れはガシャポンにも。", False, "流れ は ガシャポン にも"),
        ("増えてきましたが、見つからない", False, "増えてきました が 見つからない"),
        ("大橋を渡る話です", False, "大橋 を 渡る 話 です"),
        ("Er ging nicht, l’État 2026: U-Bahn!", True, "Er ging nicht l’État U-Bahn"),
        ("Он ушёл из OpenAI.", False, "Он ушёл из"),
        ("हिन्दी में", False, "हिन्दी में"),
        ("한국어 漢字", False, "한국어 漢字"),
        ("นายกรัฐมนตรีเดินทางไปกรุงเทพฯ เมื่อ 2026", False, "นายกรัฐมนตรี เดินทาง ไป กรุงเทพฯ เมื่อ"),
        ("เด็กๆ ดีใจมากๆ", False, "เด็กๆ ดีใจ มากๆ"),
        ("รัฐบาลใช้ OpenAI ทั่วประเทศ", False, "รัฐบาล ใช้ ทั่วประเทศ"),
        ("هیچ‌کس نمی‌پرسد.", False, "هیچ‌کس نمی‌پرسد"),
        ("- ’ 1", True, ""),
        ('ש"ח, ד״ר כהן־לוי "שלום" וצ׳ק', False, 'ש"ח ד״ר כהן־לוי שלום וצ׳ק'),
        ("🏳️‍🌈 1️⃣ q̣̇, ़x", True, "q̣̇ x"),  # a mark on no letter is no word
        ("20jährig, GPT4 70年代", True, "20jährig GPT4 年代"),
    ],
)
def test_rows_go_by_spaces_where_there_are_any_and_elsewhere_by_script(words: str, latin: bool, wanted: str) -> None:
    proposed = rows(words, is_chinese=False, latin=latin)
    assert [form for form, _ in proposed] == wanted.split()
    assert {reading for form, reading in proposed if not has_han(form)} <= {""}


@given(
    st.text(st.sampled_from('走人了又OAиé’-T々 ,ー1カกานี่เ็ฯๆש״־"') | st.characters(codec="utf-8"), max_size=30),
    st.booleans(),
    st.booleans(),
)
def test_proposed_rows_make_up_their_paragraph(words: str, is_chinese: bool, latin: bool) -> None:
    words = normalise(words)
    latin = latin and not is_chinese
    proposed = [
        Word(form=form, reading=reading, gloss="x", place=Place(SourceFile("x")), places={})
        for form, reading in rows(words, is_chinese=is_chinese, latin=latin)
    ]
    placed_rows = place_rows(words, proposed, latin=latin)
    assert len(placed_rows.spans) == len(proposed)
    assert placed_rows.rest == ""


@pytest.mark.parametrize("word", ["yes", "No", "null", "1", "a: b", "“x”", "[", "xīnnián", "d’, x", "it’s"])
def test_a_row_is_read_as_it_was_written(word: str) -> None:
    text = interlinear_file([("x", [(word, word)]), ("y", [])])
    assert [entry["words"] for entry in yaml.safe_load(text)] == [[[word, word, "NOT FOUND"]], []]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("OpenAI has existed for less than ten years.", "openai-existed-less-ten-years"),
        ("The board of directors that dismissed Sam Altman came back", "board-directors-dismissed-sam-altman"),
        ("It was to be", "it-was-to-be"),
        ("又双叒叕", "you-shuang-ruo-zhuo"),
        ("OpenAI’s 女人", "openais-nuren"),
        ("Müller", "muller"),
        ("Søren Wałęsa Straße", "soeren-walesa-strasse"),
        ("Đức Þór Œuvre Işık Guðni", "duc-thor-oeuvre-isik-gudni"),
        ("…", "note"),
    ],
)
def test_id_is_made_of_the_words_that_tell(words: str, wanted: str) -> None:
    assert propose_id(words, ()) == wanted
    assert propose_id(words, {wanted, f"{wanted}-2"}) == f"{wanted}-3"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Москва слезам не верит", "moskva-slezam-ne-verit"),
        ("Щука і єнот", "shchuka-i-yenot"),
        ("Αθήνα", "athina"),
        ("ちょっとマッチ", "chottomatchi"),
        ("한국어 사전", "hangugeo-sajeon"),
        ("شركة AquaNova", "aquanova"),
        ("SuicaがOKってことは、iPhoneで回せるよね", "suica-ok-iphone"),
        ("2019年5月末までに50セットを全国に", ""),
        ("العطاء", ""),
        ("橋の流れ", ""),
        ("走人", ""),
        ("ไทย", ""),
        ("שלום", ""),
    ],
)
def test_id_is_made_of_letters_that_the_script_settles_or_asked_for(words: str, wanted: str) -> None:
    assert propose_id(words, (), is_chinese=False) == wanted


@pytest.mark.parametrize(
    ("chinese", "wanted"),
    [
        ("王座", "wángzuò"),
        ("银行的行业", "yínháng de hángyè"),
        ("西安", "xī’ān"),
        ("离职,他说:“走了。”", "lízhí, tā shuō: “zǒu le.”"),
        ("（一个）不对，还不对？", "(yīgè) bù duì, hái bù duì?"),  # no tone that a neighbour gives
        ("OpenAI 走人", "OpenAI zǒu rén"),
    ],
)
def test_pinyin_goes_by_word_with_tone_marks(chinese: str, wanted: str) -> None:
    assert pinyin(chinese) == wanted
