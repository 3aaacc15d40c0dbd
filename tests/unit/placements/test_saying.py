"""What a widget says: languages, options, and what a portal would not take of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bxdesk.messages import message
from bxdesk.placements.bindings import Texts
from bxdesk.placements.catalogue import FAMILIES, options_of
from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.languages import LANGUAGES, spoken_on
from bxdesk.placements.options import ADDRESS, FLAG, ICON, NUMBER, NUMBERS, TEXT, OptionKind, one_of, some_of
from bxdesk.placements.place_state import Standing
from bxdesk.placements.plan import Action
from bxdesk.placements.saying import Saying
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, TILE, binding, snapshot

COLOURS = {"RED": message("Red"), "BLUE": message("Blue")}
BOTH = {"en": Texts("Send"), "de": Texts("Senden")}
WORKER = "PAGE_BACKGROUND_WORKER"


def test_going_into_languages_and_back_loses_nothing_that_was_typed_first() -> None:
    said = Saying.of("Send", "Sends it")
    english = said.in_languages(("en",))
    assert dict(english.texts) == {"en": Texts("Send", "Sends it")}
    both = english.in_languages(("en", "de"))
    assert (both.lacks(), both.languages) == (("de",), ("en", "de"))
    assert both.in_languages(()) == said


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (FLAG, ("Y", "N"), ("1", "yes")),
        (NUMBER, ("0", "420"), ("-1", "4x", "٣")),
        (NUMBERS, ("1", "1,2", "1, 2"), ("1,", "a")),
        (one_of(COLOURS), ("RED",), ("red", "BLACK")),
        (some_of(COLOURS), ("RED", "RED;BLUE"), ("RED,BLUE", "GREEN")),
        (ICON, ("fa-paper-plane",), ("1234", "x" * 51)),
        (ADDRESS, ("https://a.b/c",), ("a.b",)),
        (TEXT, ("anything",), ("half \ud83d",)),
    ],
)
def test_values_of_options(kind: OptionKind, good: tuple[str, ...], bad: tuple[str, ...]) -> None:
    assert [value for value in (*good, *bad) if kind.accepts(value)] == [*good]


@pytest.mark.parametrize(
    ("kind", "given", "stored"),
    [
        (NUMBER, "007", "7"),
        (NUMBER, "-0", "0"),
        (NUMBER, "++5", "++5"),
        (NUMBER, "1" * 5000, "1" * 5000),
        (NUMBERS, "1, 2", "1,2"),
        (TEXT, " a ", " a "),
    ],
)
def test_values_as_a_portal_stores_them(kind: OptionKind, given: str, stored: str) -> None:
    assert kind.stored(given) == stored


def test_every_option_every_choice_and_every_language_has_a_name() -> None:
    for family in FAMILIES:
        for option in family.options:
            assert option.title
            assert all(option.kind.values.values())
    assert all(len(language) == 2 for language in LANGUAGES)


def test_the_languages_of_a_portal_are_those_of_its_rows() -> None:
    assert spoken_on(snapshot(binding(texts=BOTH), binding(TILE))) == {"en", "de"}


def test_a_row_that_would_lose_languages_keeps_them_unless_it_is_decided() -> None:
    here = snapshot(binding(texts=BOTH), binding(LEAD, title="Old", language="en"))
    draft = Draft(HANDLER, Saying.of("New"))
    view = DraftView(draft, here)
    assert (view.state(DEAL).standing, view.keeps(DEAL), view.keeps(LEAD)) == (Standing.OTHER_TEXT, True, False)
    assert [step.key.placement for step in view.plan().steps] == [LEAD]
    decided = DraftView(draft.marked([DEAL], Mark.WANTED), here)
    assert [step.key.placement for step in decided.plan().steps] == [DEAL, LEAD]
    speaking = DraftView(Draft(HANDLER, Saying({**BOTH, "fr": Texts("Envoyer")})), here)
    assert not speaking.keeps(DEAL)


def test_options_and_the_user_of_a_row_stay_unless_they_were_chosen() -> None:
    held = binding(WORKER, language="en", options={"errorHandlerUrl": "https://a.b"}, user_id=3)
    here = snapshot(held, placements=(WORKER,))
    assert DraftView(Draft(HANDLER, Saying.of("Send contract")), here).plan().steps == ()
    for said, name in (
        (Saying.of("Send contract").with_option("errorHandlerUrl", "https://c.d"), "options.errorHandlerUrl"),
        (Saying.of("Send contract").for_user(7), "user_id"),
        (Saying.of("").for_user(0), "user_id"),
    ):
        (step,) = DraftView(Draft(HANDLER, said), here).plan().steps
        assert (step.action, [change.name for change in step.changes]) == (Action.REPLACE, [name])


def test_options_go_only_where_they_are_kept() -> None:
    draft = Draft(HANDLER, Saying.of("T").with_option("iconName", "fa-cloud").for_user(7))
    here = snapshot(placements=(TILE, "IM_SIDEBAR"))
    steps = DraftView(draft.marked([TILE, "IM_SIDEBAR"], Mark.WANTED), here).plan().steps
    assert [(step.binding.options, step.key.user_id) for step in steps] == [({}, 0), ({"iconName": "fa-cloud"}, 0)]


def test_decisions_about_single_rows() -> None:
    deal, tile = binding(language="en"), binding(TILE, OTHER_HANDLER, language="en")
    moved = replace(tile, key=replace(tile.key, handler="https://new.example.com/other"))
    draft = Draft(HANDLER, Saying.of("Send contract")).with_rows({tile.key: moved, deal.key: None})
    here = snapshot(deal, tile)
    steps = DraftView(draft, here).plan().steps
    assert [(step.action, step.key) for step in steps] == [
        (Action.UNBIND, deal.key),
        (Action.MOVE, moved.key),
    ]
    half = snapshot(deal)
    assert [step.action for step in DraftView(draft.settled({deal.key: deal}), half).plan().steps] == [
        Action.UNBIND,
        Action.BIND,
    ]
    assert draft.settled({moved.key: moved}).rows == {}
    assert draft.is_decided
    assert not draft.cleared().is_decided


def test_a_place_that_belongs_to_no_chat_is_not_narrowed_to_kinds_of_chats() -> None:
    assert set(options_of("IM_NAVIGATION")) == {"iconName", "extranet", "role"}
    assert "context" in options_of("IM_SIDEBAR")
