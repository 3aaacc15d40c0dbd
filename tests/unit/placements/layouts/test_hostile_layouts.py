"""Layout files that were made to hold bxdesk up, to fill its memory, or to run something: each is refused."""

from __future__ import annotations

import pytest

from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.layouts.layout_mistakes import LayoutError
from bxdesk.placements.layouts.layout_yaml import MAX_LENGTH

BEGINNING = "bxdesk: 1\nhandler: https://a.example.com/b\nwidgets:\n"
TOO_DEEP = "Lists or maps stand in each other too deep for a layout."
TOO_MUCH = "This is too much for a layout"
NO_KEY = "A key must be a text."
NO_TAG = "has no meaning in a layout"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("? " * 14 + "x", NO_KEY, id="keys inside keys, which double the time with each"),
        pytest.param("{" * 14 + "x: 1" + "}: 1" * 13 + "}", NO_KEY, id="maps as keys"),
        pytest.param("a: &a [x]\n*a : 1", NO_KEY, id="an alias of a list as a key"),
        pytest.param(BEGINNING + "  - !!set {a: 1}", NO_TAG, id="a set"),
        pytest.param(BEGINNING + "  - !!omap []", NO_TAG, id="an ordered map"),
        pytest.param("bxdesk: !!int 1", NO_TAG, id="a number by its tag"),
        pytest.param(BEGINNING + "  - <<: !!set {}", NO_TAG, id="a set to merge"),
        pytest.param("!<tag:yaml.org,2002:python/object/apply:os.system> [id]", NO_TAG, id="a constructor"),
        pytest.param("[" * 5000, TOO_DEEP, id="open brackets"),
        pytest.param("- " * 5000, TOO_DEEP, id="lists in lists"),
        pytest.param("bxdesk: &a [*a]", "This stands in itself", id="a list in itself"),
        pytest.param(
            BEGINNING + f"  - &p {{placements: [{', '.join(['LEFT_MENU'] * 3000)}], title: x}}\n" + "  - *p\n" * 3000,
            TOO_MUCH,
            id="nine million bindings",
        ),
        pytest.param(
            "a: &a [x]\n"
            + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 10)}]\n" for n in range(9)),
            TOO_MUCH,
            id="a billion laughs",
        ),
        pytest.param("a: &a {x: 1}\nb:\n  <<: [" + ",".join(["*a"] * 20_000) + "]", TOO_MUCH, id="merged without end"),
        pytest.param("".join(f"k{number}: 1\n" for number in range(40_000)), TOO_MUCH, id="too many keys"),
        pytest.param("bxdesk: " + "1" * 5000, "This number is too long.", id="a number of five thousand digits"),
        pytest.param("x" * (MAX_LENGTH + 1), "too long for a layout file", id="a long file"),
    ],
)
def test_it_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(LayoutError, match="cannot be used") as caught:
        parse_layout(text)
    (mistake,) = caught.value.mistakes
    assert said in str(mistake)


def test_an_anchor_may_be_used_twice() -> None:
    widgets = "  - {placements: &p [LEFT_MENU], title: &p x}\n  - {placements: [CONTACT_CENTER], title: *p}"
    assert [one.texts[""].title for one in parse_layout(BEGINNING + widgets).wanted] == ["x", "x"]
