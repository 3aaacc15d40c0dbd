"""What is told about a layout, and not refused."""

from __future__ import annotations

import pytest

from bxdesk.placements.bindings import Texts
from bxdesk.placements.layouts.layout import resolve
from bxdesk.placements.layouts.layout_doubts import doubts
from bxdesk.placements.layouts.layout_export import export_layout
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.plan import make_plan
from bxdesk.placements.snapshot import Snapshot
from tests.builders import DEAL, PURCHASE, TILE, binding, snapshot


def told(text: str, here: Snapshot | None = None) -> list[tuple[int | None, str]]:
    layout = parse_layout(text)
    here = here or snapshot()
    resolve(layout, here)  # nothing of this stands in the way
    return [(doubt.line, str(doubt.problem.title)) for doubt in doubts(layout, here)]


def layout(widget: str, handler: str = "https://widgets.example.com/b24", placements: str = DEAL) -> str:
    return f"bxdesk: 1\nhandler: {handler}\nwidgets:\n  - placements: [{placements}]\n{widget}"


def test_nothing_is_told_of_a_usual_layout() -> None:
    widget = "    title: {en: A, ua: B}\n    options: {useBuiltInInterface: Y}\n"
    assert told(layout(widget)) == []


def test_addresses_that_browsers_do_not_open_are_told_once_for_each_line() -> None:
    widget = "    title: T\n  - placements: [CONTACT_CENTER]\n    title: T\n    handler: http://127.0.0.1:8000/x\n"
    text = layout(widget, "http://widgets.example.com/x", f"{DEAL}, {PURCHASE}")
    (plain, first), (loopback, second) = told(text)
    assert (plain, loopback) == (2, 8)
    assert "http page" in first
    assert "Only this computer" in second


def test_a_language_that_no_portal_is_known_to_have() -> None:
    text = layout("    title:\n      en: T\n      xx: T\n")
    assert told(text) == [(7, "No portal is known to speak “xx”.")]
    assert told(text, snapshot(binding(TILE, texts={"xx": Texts("T")}))) == []


@pytest.mark.parametrize(("known_as", "on_portals"), [("pt", "br"), ("kk", "kz")])
def test_a_language_that_portals_call_otherwise(known_as: str, on_portals: str) -> None:
    (doubt,) = doubts(parse_layout(layout(f"    title: {{en: T, {known_as}: T}}\n")), snapshot())
    assert f"Portals call it “{on_portals}”." in str(doubt)


@pytest.mark.parametrize(
    ("title", "lost"),
    [
        ("Счёт #1", "#1"),
        ("Счёт # later", ""),
        ("'Счёт #1'", ""),
        ("Счёт#1", ""),
    ],
)
def test_a_text_that_a_comment_cuts_off(title: str, lost: str) -> None:
    expected = [(5, f"“{lost}” is a comment here and not a part of the text.")] if lost else []
    assert told(layout(f"    title: {title}\n")) == expected


def test_an_option_that_none_of_a_widgets_placements_is_known_to_keep() -> None:
    widget = "    title: T\n    options:\n      useBuiltInInterface: Y\n      colour: 1\n"
    text = layout(widget, placements=f'{DEAL}, "CRM_DYNAMIC_{{Purchase}}_DETAIL_ACTIVITY", {TILE}')
    assert told(text) == [(8, "The option “colour” is not known here.")]
    assert told(text, snapshot(binding(PURCHASE, options={"colour": "1"}))) == []


def test_a_value_that_no_portal_is_known_to_take() -> None:
    options = "iconName: fa-star, color: MAUVE, context: USER;NOBODY, role: ADMIN, width: 50"
    text = layout(f"    title: T\n    options: {{{options}}}\n", placements="IM_TEXTAREA")
    assert told(text, snapshot(placements=("IM_TEXTAREA",))) == [
        (6, "“MAUVE” is not known for the option “color”."),
        (6, "“USER;NOBODY” is not known for the option “context”."),
    ]
    held = binding("IM_TEXTAREA", options={"color": "MAUVE", "context": "USER;NOBODY"})
    assert told(text, snapshot(held, placements=("IM_TEXTAREA",))) == []


def test_nothing_is_said_of_options_where_nobody_knows_what_is_kept() -> None:
    text = layout("    title: T\n    options: {colour: 1}\n", placements="SOMETHING_NEW")
    assert told(text, snapshot(placements=("SOMETHING_NEW",))) == []


def test_an_export_from_a_portal_that_knows_more_than_we_do_is_applied_again() -> None:
    held = binding(texts={"xx": Texts("T")}, options={"colour": "1", "useBuiltInInterface": ""})
    text = export_layout(snapshot(held)).text
    assert told(text, snapshot(held)) == []
    emptied = snapshot()
    (wanted,) = resolve(parse_layout(text), emptied)
    (step,) = make_plan(emptied, [wanted]).steps
    assert step.binding.options == {"colour": "1"}
    assert [line for line, _ in told(text, emptied)] == [8, 10]


@pytest.mark.timeout(5)
def test_a_portal_with_a_thousand_types_holds_nobody_up() -> None:
    """All portals are planned side by side in one thread."""
    codes = [f"CRM_DYNAMIC_{number}_DETAIL_ACTIVITY" for number in range(130, 1130)]
    handlers = ("https://widgets.example.com/a", "https://widgets.example.com/b")
    rows = [binding(code, handler, options={"useBuiltInInterface": "N"}) for code in codes for handler in handlers]
    widget = "    title: T\n    options: {useBuiltInInterface: Y, newUserNotificationTitle: A, nonsense: B}\n"
    asked = parse_layout(layout(widget, placements=", ".join(codes)))
    (doubt,) = doubts(asked, snapshot(*rows))
    assert str(doubt.problem.title) == "The option “nonsense” is not known here."


def test_a_value_that_another_includes() -> None:
    text = layout("    title: T\n    options: {iconName: fa-x, context: ALL;USER}\n", placements="IM_SIDEBAR")
    here = snapshot(placements=("IM_SIDEBAR",))
    assert told(text, here) == [(6, "“USER” has no effect in the option “context”.")]
