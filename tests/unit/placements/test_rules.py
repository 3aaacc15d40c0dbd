"""The rule book: what a portal would refuse of a binding, what people may never see, and what cannot be put back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from bxdesk.placements.bindings import Binding, Texts
from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.layouts.layout import resolve
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.plan import Action
from bxdesk.placements.rules import KnownThere, doubted, irreplaceable, refused
from bxdesk.placements.snapshot import Snapshot
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, TILE, binding, snapshot

BOTH = {"en": Texts("Send"), "de": Texts("Senden")}
WORKER = "PAGE_BACKGROUND_WORKER"
CHAT = "IM_SIDEBAR"


def codes(wanted: Binding, held: Binding | None = None) -> list[tuple[str, str]]:
    """What is refused: the place and the code."""
    return [(finding.place, finding.problem.code) for finding in refused(wanted, held)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({"": Texts("Send")}, []),
        ({"": Texts(" ")}, [("title", "title_empty")]),
        ({"": Texts("0")}, [("title", "title_zero")]),
        (BOTH, []),
        ({**BOTH, "fr": Texts("")}, [("title.fr", "title_missing")]),
        ({**BOTH, "fr": Texts(" 0 ")}, [("title.fr", "title_zero")]),
        ({"en": Texts(""), "de": Texts("")}, [("title", "title_empty")]),
        ({"en": Texts("Send", group="x" * 256)}, [("group.en", "text_too_long")]),
        ({"en": Texts("x" * 255 + "  ")}, []),
        ({"": Texts("Send \ud83d")}, [("title", "text_broken")]),
        ({"en": Texts("Send", "Sends \ude00 it")}, [("description.en", "text_broken")]),
        ({"": Texts("Send \U0001f600")}, []),
        ({"EN": Texts("Send")}, [("title.EN", "language_refused")]),
    ],
)
def test_what_a_portal_would_not_take_of_texts(texts: Mapping[str, Texts], found: list[tuple[str, str]]) -> None:
    assert codes(binding(texts=texts)) == found


def test_what_it_would_not_take_of_the_address_and_the_user() -> None:
    assert codes(binding(handler="/x/handler.php")) == [("handler", "handler_malformed")]
    assert codes(binding(handler="https://intranet/x")) == [("handler", "handler_host")]
    assert codes(binding(user_id=3)) == [("user_id", "user_refused")]
    assert codes(binding(WORKER, options={"errorHandlerUrl": HANDLER}, user_id=3)) == []


def test_what_it_would_not_take_of_options() -> None:
    icon = {"iconName": "fa-cloud"}
    assert codes(binding(CHAT, options=icon)) == []
    assert codes(binding(CHAT)) == [("options.iconName", "option_missing")]
    assert codes(binding(CHAT, options={"icon_name": "fa-cloud"})) == [("options.icon_name", "option_misspelt")]
    (wrong,) = refused(binding(CHAT, options={**icon, "extranet": "maybe"}))
    assert str(wrong.problem).startswith("“maybe” does not fit the option “")
    assert str(wrong.problem).endswith("(extranet). It must be Y or N.")
    assert codes(binding(CHAT, options={**icon, "color": "TEAL"})) == [], "a portal may know more colours than we do"


def test_an_option_that_stands_there_is_one_that_the_portal_takes() -> None:
    held = binding(CHAT, options={"iconName": "fa-cloud", "extranet": "1", "color": "TEAL"})
    assert codes(binding(CHAT, title="New", options=held.options), held) == []
    assert codes(binding(CHAT, options={**held.options, "extranet": "2"}), held) == [
        ("options.extranet", "option_wrong")
    ]


def retitled(here: Snapshot, content: Content) -> Draft:
    """The portal's only widget with other content."""
    draft = Draft.of(here)
    (key,) = draft.layout.widgets
    return draft.with_widget(key, replace(draft.layout.widgets[key], content=content))


def test_a_colour_that_we_do_not_know_stands_in_no_ones_way() -> None:
    held = binding(CHAT, language="en", options={"iconName": "fa-cloud", "color": "TEAL"})
    here = snapshot(held, placements=(CHAT,))
    draft = retitled(here, Content({"en": Texts("New")}, held.options))
    assert [step.action for step in draft.plan(here).steps] == [Action.REPLACE]
    assert not [*draft.problems()]
    widget = {"placements": [CHAT], "title": "New", "options": {"iconName": "fa-cloud", "color": "TEAL"}}
    text = json.dumps({"bxdesk": 1, "handler": HANDLER, "widgets": [widget]})
    (wanted,) = resolve(parse_layout(text), here)
    assert wanted.options["color"] == "TEAL"


def test_a_row_that_a_portal_would_not_take_again_is_not_taken_away_to_be_replaced() -> None:
    held = binding(texts={"en": Texts("Old"), "de": Texts("")})
    here = snapshot(held)
    draft = retitled(here, Content({"en": Texts("New"), "de": Texts("")}))
    assert [finding.problem.code for _, finding in draft.problems()] == ["title_missing"]
    moved = Draft.of(here)
    moved = moved.with_layout(moved.layout.moved([held], OTHER_HANDLER))
    assert [step.action for step in moved.plan(here).steps] == [Action.MOVE]
    assert not [*moved.problems()], "a refused move has touched nothing"


def test_what_people_may_never_see_is_doubted_unless_the_portal_uses_it() -> None:
    odd = binding(
        CHAT,
        "http://widgets.example.com/x",
        texts={"en": Texts("T"), "xx": Texts("T")},
        options={"iconName": "fa-cloud", "color": "TEAL", "colour": "RED"},
    )
    found = list(doubted(odd, KnownThere(snapshot())))
    assert [(finding.place, finding.problem.code) for finding in found] == [
        ("handler", "handler_plain_http"),
        ("title.xx", "language_unknown"),
        ("options.color", "option_value_unknown"),
        ("options.colour", "option_unknown"),
    ]
    there = KnownThere(snapshot(binding(CHAT, texts={"xx": Texts("T")}, options={"color": "TEAL", "colour": "1"})))
    assert [finding.place for finding in doubted(odd, there)] == ["handler"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (binding(handler="/x/handler.php"), "This is not a web address|https:// is missing"),
        (binding(handler="https://intranet/x"), "must have a dot"),
        (binding(texts={"en": Texts("x" * 256)}), "too long"),
        (binding(texts={"en": Texts("Send"), "de": Texts("")}), "in German is missing"),
        (binding("CRM_ORDER_DETAIL_TAB"), "does not offer"),
        (binding("USERFIELD_TYPE"), "userfieldtype.add"),
    ],
)
def test_what_could_not_be_put_back(row: Binding, why: str) -> None:
    found = irreplaceable(row, snapshot())
    assert found is not None
    assert str(found.title).startswith("Its removal cannot be taken back: ")
    assert any(part in str(found.explanation) for part in why.split("|"))


def test_what_could_be_put_back() -> None:
    teal = binding(CHAT, options={"iconName": "fa-cloud", "color": "TEAL"})
    here = snapshot(placements=(DEAL, LEAD, TILE, CHAT, "SETTING_CONNECTOR"))
    rows = (binding(), binding(TILE), teal, binding("SETTING_CONNECTOR"))
    assert [irreplaceable(row, here) for row in rows] == [None] * 4
