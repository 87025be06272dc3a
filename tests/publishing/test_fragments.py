"""An element is the same whether its macro is called for it, or was rendered once for others of its shape."""

from __future__ import annotations

from itertools import cycle, product
from typing import Any

import pytest
from markupsafe import Markup

from edition.publishing.fragments import around, environment, fragment

MACROS: dict[str, Any] = {
    name: macro
    for name, macro in sorted(vars(environment().get_template("fragments.html").module).items())  # it is not in order
    if name[0] != "_"
}
HOSTILE = """<b a="'">&\ue0000\ue0007\ue000{0}{{ x }}"""


@pytest.mark.parametrize("name", MACROS)
def test_a_macro_asks_of_its_values_only_whether_they_are_there(name: str) -> None:
    macro = MACROS[name]
    for there in product((False, True), repeat=len(macro.arguments)):
        given = [f"{HOSTILE}{number}" if is_there else "" for number, is_there in enumerate(there)]
        assert fragment(name, *given) == str(macro(*given))
        assert fragment(name, *(value or none for value, none in zip(given, cycle((0, False)), strict=False))) == str(
            macro(*given)
        )


@pytest.mark.parametrize("name", [name for name, macro in MACROS.items() if "words" in macro.arguments])
def test_words_stand_within_the_element_as_they_are(name: str) -> None:
    arguments = MACROS[name].arguments
    assert arguments[0] == "words"
    values = [f"v{number}" for number in range(1, len(arguments))]
    assert "<b>&amp;</b>".join(around(name, *values)) == str(MACROS[name](Markup("<b>&amp;</b>"), *values))


def test_what_is_text_stays_text() -> None:
    said = fragment("sign", "accurate", "✓", 'Accurate: "<a>" & more', "note-x", True)
    assert 'aria-label="Accurate: &#34;&lt;a&gt;&#34; &amp; more"' in said
    assert fragment("data", Markup('{"a": "<"}')) == '<script type="application/ld+json">{"a": "<"}</script>'
