"""A paragraph is read aloud by the browser's own voice, sentence by sentence, and nothing but the article's words."""

from __future__ import annotations

import pytest

from tests.browser.behaviours.conftest import Visit
from tests.sweeping import sweep

pytestmark = sweep("firefox", "webkit")  # the voice is a stand-in, and the script the same everywhere

SECTION = "article/02-departure/"
# A voice that says nothing, and keeps what it was to say; `end()` ends what is being said.
VOICE = """tags => {
  window.spoken = []
  let voices = []
  let current = null
  class Utterance { constructor(text) { this.text = text } }
  window.SpeechSynthesisUtterance = Utterance
  Object.defineProperty(speechSynthesis, "getVoices", { configurable: true, value: () => voices })
  Object.defineProperty(speechSynthesis, "speak", { configurable: true, value: one => {
    current = one
    window.spoken.push([one.voice.name, one.text])
  } })
  Object.defineProperty(speechSynthesis, "cancel", { configurable: true, value: () => {
    const stopped = current
    current = null
    stopped?.onerror?.({ error: "interrupted" })
  } })
  window.end = () => { const ended = current; current = null; ended?.onend?.({}) }
  window.isSpeaking = () => current !== null
  const voice = (lang, number) => ({ lang, name: `${lang} ${number}`, localService: lang !== "zh_CN", default: false })
  voices = tags.map(voice)
  speechSynthesis.dispatchEvent(new Event("voiceschanged"))
}"""
SPOKEN = "() => window.spoken.map(([, text]) => text)"
LIT = """() => [...CSS.highlights?.get("spoken") ?? []].map(range => {
  const part = range.cloneContents()
  part.querySelectorAll("[data-apparatus]").forEach(one => one.remove())
  return part.textContent.replace(/\\s+/g, " ").trim()
})"""
READING = "() => [...document.querySelectorAll('.listen[aria-pressed=true]')].map(one => one.closest('[id]').id)"
BUTTONS = "() => document.querySelectorAll('.listen').length"


@pytest.mark.parametrize("layers", [("pinyin", "traditional"), ()], ids=["with all over it", "plain"])
def test_a_paragraph_is_read_sentence_by_sentence(visit: Visit, words: dict[str, str], layers: tuple[str, ...]) -> None:
    with visit(SECTION) as page:
        for name in layers:
            page.switch(name)
        page.wait(
            "count => document.querySelectorAll('.words :is(.traditional, rt)').length > count", 20 * len(layers) - 1
        )
        page.run(VOICE, ["en-US", "zh-TW", "zh-CN"])
        page.becomes(len(words), BUTTONS)
        page.click("#p-7 .listen")
        page.wait("() => window.spoken?.length")
        page.becomes(["p-7"], READING)
        heard = 0
        while page.run("() => window.isSpeaking()"):
            spoken = page.run(SPOKEN)
            assert len(spoken) == heard + 1
            page.becomes([spoken[-1]], LIT)
            heard += 1
            page.run("() => window.end()")
        assert "".join(page.run(SPOKEN)) == words["p-7"]
        assert {name for name, _ in page.run("() => window.spoken")} == {"zh-CN 2"}
        page.becomes([], READING)
        page.becomes([], LIT)


def test_what_is_read_stops_by_the_button_and_by_the_key(visit: Visit, words: dict[str, str]) -> None:
    with visit(SECTION) as page:
        page.run(VOICE, ["zh-CN"])
        page.becomes(len(words), BUTTONS)
        page.click("#p-3 .listen")
        page.becomes(["p-3"], READING)
        page.click("#p-3 .listen")
        page.becomes([], READING)
        assert not page.run("() => window.isSpeaking()")
        page.keys("l")  # the paragraph that has the focus
        page.becomes(["p-3"], READING)
        page.keys("l")
        page.becomes([], READING)
        page.click("#p-4 .listen")
        page.becomes(["p-4"], READING)
        page.click("#p-5 .listen")  # another takes its place
        page.becomes(["p-5"], READING)
        said = page.run(SPOKEN)
        assert [text for text in said if text not in "".join(words.values())] == []


def test_the_key_reads_on(visit: Visit, words: dict[str, str]) -> None:
    with visit(SECTION) as page:
        page.run(VOICE, ["zh-CN"])
        page.becomes(len(words), BUTTONS)
        for name in ("p-2", "p-3"):
            page.keys("l")
            page.becomes([name], READING)
            while page.run("() => window.isSpeaking()"):
                page.run("() => window.end()")
            page.becomes([], READING)


NO_VOICE = {
    "others": ["zh-HK", "en-US", "yue-CN", "ja-JP"],
    "none": [],
    "Taiwan": ["zh-TW"],
    "a dialect": ["zh-CN-liaoning"],
    "Singapore": ["zh-SG"],
    "lent by another": ["zh_CN"],
    "no language": ["", "x y"],
}


def test_where_there_is_no_voice_there_is_nothing(visit: Visit) -> None:
    with visit(SECTION) as page:
        for name, tags in NO_VOICE.items():
            page.run(VOICE, tags)
            page.keys("l")
            page.rest()
            assert page.run(BUTTONS) == 0, name
            assert page.run(SPOKEN) == [], name


@pytest.mark.parametrize("tag", ["zh-Hans-CN", "zh-CN", "cmn-CN", "zh-Hans", "ZH-cn"])
def test_a_voice_of_the_articles_region_is_taken_whatever_its_tag(visit: Visit, tag: str) -> None:
    with visit(SECTION) as page:
        page.run(VOICE, ["zh-TW", tag])
        page.wait("() => document.querySelector('.listen')")


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_moves_where_the_buttons_come(visit: Visit, width: int) -> None:
    boxes = """() => [...document.querySelectorAll(".edition :is(p, .note, .number)")].map(one => {
      const { left, top, width, height } = one.getBoundingClientRect()
      return [left, top, width, height].map(Math.round)
    })"""
    with visit(SECTION, width) as page:
        before = page.run(boxes)
        page.run(VOICE, ["zh-CN"])
        page.wait("() => document.querySelector('.listen')")
        page.rest()
        assert page.run(boxes) == before
        x, _ = page.place(".listen")
        assert 0 < x < width
        assert page.run("() => document.documentElement.scrollWidth") <= width
