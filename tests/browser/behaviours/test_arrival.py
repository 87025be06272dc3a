"""An address of a note shows the words and the note, and goes on showing them; back and forward do as well."""

from __future__ import annotations

import pytest

from tests.browser.behaviours.conftest import Visit

STAYS = """async id => {
  const look = () => {
    const note = document.getElementById(id)
    const shown = note.open ? note : document.querySelector(".sheet:not([hidden])")
    const words = note.parentElement.previousElementSibling.querySelector(`[data-notes~="${note.dataset.note}"]`)
    const [one, other] = [shown, words].map(element => element?.getBoundingClientRect())
    return Boolean(one) && one.top > 30 && one.top < innerHeight && other.top > 40 && other.top < innerHeight
  }
  for (const end = performance.now() + 1200; performance.now() < end; await new Promise(done => setTimeout(done, 40)))
    if (performance.now() > end - 300 && !look()) return false // an engine may go there again after loading
  return true
}"""


@pytest.mark.parametrize(
    ("page_", "note", "width"),
    [
        ("article/05-exodus/", "note-wang-wai-pao", 1440),
        ("article/05-exodus/", "note-wang-wai-pao", 390),
        ("article/05-exodus/", "note-researchers-product-work--3", 1440),
        ("article/05-exodus/", "note-researchers-product-work--3", 390),
        ("article/01-lede/", "note-liushi", 1440),
        ("article/01-lede/", "note-liushi", 390),
        ("article/01-lede/", "note-leike-slammed-door", 1440),
        ("article/01-lede/", "note-leike-slammed-door", 390),
        ("article/04-hearts/", "note-schulman-left-when", 1440),
        ("article/04-hearts/", "note-schulman-left-when", 390),
    ],
)
def test_the_address_of_a_note_shows_it_with_its_words(visit: Visit, page_: str, note: str, width: int) -> None:
    with visit(f"{page_}#{note}", width) as page:
        assert page.run(STAYS, note)


def test_back_and_forward_show_it_again(visit: Visit) -> None:
    with visit("article/05-exodus/#note-wang-wai-pao") as page:
        page.run("() => { location.hash = 'note-zhu-ru' }")
        page.wait("() => !!document.querySelector('.note[data-note=zhu-ru][open]')")
        page.back()
        page.wait("() => location.hash === '#note-wang-wai-pao'")
        assert page.run(STAYS, "note-wang-wai-pao")
        page.forward()
        page.wait("() => location.hash === '#note-zhu-ru'")
        assert page.run(STAYS, "note-zhu-ru")
        page.go(page.run("() => new URL('../02-departure/', location).href"))
        page.back()
        page.wait("() => location.hash === '#note-zhu-ru'")
        page.rest()
        assert page.run(STAYS, "note-zhu-ru")


@pytest.mark.parametrize("width", [390, 1440])
def test_who_has_read_on_from_a_note_comes_again_to_where_they_were(visit: Visit, width: int) -> None:
    """As where a phone has let a page go that was not looked at for a while."""
    with visit("article/05-exodus/", width, still=True) as page:
        page.click("a.mark", 2)
        page.wait("() => location.hash.startsWith('#note-')")
        page.keys("Escape")
        page.run("() => document.getElementById('p-45').scrollIntoView()")
        page.rest()
        for leave in (
            "location.reload()",
            "location.reload()",
            "location.href = new URL('../../bios/openai/', location)",
        ):
            page.run(f"() => {{ window.isLeft = true; setTimeout(() => {{ {leave} }}) }}")
            page.wait("() => !window.isLeft")
            page.rest()
            if "href" in leave:
                page.back()
                page.wait("() => location.pathname.endsWith('/05-exodus/')")
                page.rest()
            page.run("() => new Promise(done => setTimeout(done, 600))")  # an engine may go there late
            assert -30 < page.run("() => document.getElementById('p-45').getBoundingClientRect().top") < 130, leave


@pytest.mark.parametrize("width", [390, 1440])
def test_who_follows_a_link_within_the_page_comes_back_to_where_they_were(visit: Visit, width: int) -> None:
    """Though the address still names a note that they opened, closed and read on from."""
    follows = """() => {
      const link = Object.assign(document.createElement("a"), { href: "#p-40" })
      document.querySelector(".edition").append(link)
      link.click()
      link.remove()
    }"""
    top = "id => document.getElementById(id).getBoundingClientRect().top"
    with visit("article/05-exodus/", width, 844, still=True) as page:
        page.click("a.mark", 2)
        page.wait("() => location.hash.startsWith('#note-')")
        page.keys("Escape")
        page.run("() => document.getElementById('p-45').scrollIntoView()")
        page.rest()
        before = page.run(top, "p-45")
        for _ in range(2):
            page.run(follows)
            page.wait("() => location.hash === '#p-40'")
            page.rest()
            assert 0 <= page.run(top, "p-40") < 130
            page.back()
            page.wait("() => location.hash !== '#p-40'")
            page.rest()
            page.run("() => new Promise(done => setTimeout(done, 300))")  # an engine may go there late
            assert abs(page.run(top, "p-45") - before) < 30
