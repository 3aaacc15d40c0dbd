"""A text that is no YAML: people read what is wrong, where, and how to write it."""

from __future__ import annotations

import pytest

from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.layouts.layout_mistakes import LayoutError

BEGINNING = "bxdesk: 1\nhandler: https://a.example.com/b\nwidgets:\n"
WIDGET = f"{BEGINNING}  - placements: [LEFT_MENU]\n"


def said(text: str) -> str:
    with pytest.raises(LayoutError) as caught:
        parse_layout(text)
    (mistake,) = caught.value.mistakes
    return str(mistake)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            f"{BEGINNING}\t- placements: [LEFT_MENU]",
            "line 4, column 1: There is a tab here: indent with blanks instead.",
        ),
        (
            f"{WIDGET}    title: Send: now # or later",
            'column 16: A text with “:” in it needs quotation marks: write it as "Send: now".',
        ),
        (f"{WIDGET}    title: {{en: Send: now, de: x}}", 'write it as "Send: now".'),
        (
            f"{BEGINNING}  - placements: [CRM_DYNAMIC_{{Order A}}_DETAIL_TAB, LEFT_MENU]",
            'column 30: A text with “{” in it needs quotation marks: write it as "CRM_DYNAMIC_{Order A}_DETAIL_TAB".',
        ),
        (
            f"{BEGINNING}  - placements: [LEFT_MENU,CRM_DYNAMIC_{{A}}_DETAIL_TAB]",
            'write it as "CRM_DYNAMIC_{A}_DETAIL_TAB".',
        ),
        (f"{WIDGET}    title: {{en: Send {{it}}, de: x}}", 'write it as "Send {it}".'),
        (
            f"{WIDGET}    title: @now # x",
            'line 5, column 12: A text cannot begin with “@”: write it in quotation marks, as in "@now".',
        ),
        (f"{WIDGET}    title: *now*", 'as in "*now*".'),
        (f'{WIDGET}    title: "Send\n    group: x\n', 'line 5, column 12: The “"” that opens here is not closed.'),
        (f"{WIDGET}    title: 'it's'\n", "line 5, column 16: What stands before this is complete"),
        (f"{WIDGET}   title: x\n", "line 5, column 4: This line is indented differently"),
        (f"{WIDGET}    title: x\n      group: y\n", "line 6, column 12: This line is indented differently"),
        (f"{WIDGET}    title\n    group: y\n", "line 5, column 5: A colon and a blank after it are missing here"),
        (f"{WIDGET}    title:x\n", "line 5, column 5: A colon and a blank after it are missing here"),
        (
            f"{BEGINNING}  - placements: [LEFT_MENU\n    title: x",
            "line 5, column 10: A comma is missing before this, or the “]” that closes what opens in line 4.",
        ),
        ('{"bxdesk": 1,\n"handler": "https://a.b"\n"widgets": []}', "line 3, column 1: A comma is missing before this"),
        ('{"bxdesk": 1,\n"widgets": []\n', "line 1, column 1: The “{” that opens here is not closed."),
        ("bxdesk: 1\nwidgets: [", "line 2, column 11: The file ends too early"),
        (f"{WIDGET}    title: x\n    title: y", "line 6, column 5: “title” stands here twice"),
        (f"{BEGINNING}---\nwidgets: []", "line 4, column 1: A second document begins here"),
        (f"{WIDGET}    title: x\x01y", "line 5, column 13: A character that cannot be shown stands here (U+0001)"),
        (f"{WIDGET}    group: [a]]", "line 5, column 15: What stands before this is complete"),
        (f'{WIDGET}    title: "C:\\path"', "line 5, column 16: A backslash has a meaning"),
        (
            f"{WIDGET}    title: |now",
            'line 5, column 12: A text cannot begin with “|”: write it in quotation marks, as in "|now"',
        ),
        (
            f"{WIDGET}    title: - now",
            'column 12: A text cannot begin with “-”: write it in quotation marks, as in "- now"',
        ),
        (f"{BEGINNING}  - placements: [LEFT_MENU,,]", "line 4, column 28: Something is missing before “,”."),
        (f"{WIDGET}    title: A\u2028B\n    group: @x", "line 6, column 12: A text cannot begin with “@”"),
        (f"{BEGINNING}  - ? placements: [LEFT_MENU]\n    title: x", "line 4, column 7: A key must be a text."),
        (f"{WIDGET}    title: x\n    <<: x", "This is not a layout file: "),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_how_to_write_it(text: str, words: str) -> None:
    assert words in said(text)


def test_an_unprintable_character_is_found_far_down() -> None:
    text = WIDGET + "# x\n" * 3_000 + "    title: \x02"
    assert said(text).startswith("line 3005, column 12: ")
