"""What a portal takes without a word, although people would not see it, or not as it was meant."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bxdesk.placements.catalogue import FAMILIES, note_of
from bxdesk.placements.cautions import (
    hidden_by_type,
    option_cautions,
    plan_cautions,
    review_cautions,
    standing_cautions,
)
from bxdesk.placements.codes import timeline_code, with_number
from bxdesk.placements.families.record import TypeSwitch
from bxdesk.placements.plan import make_plan
from bxdesk.placements.snapshot import CustomType, Snapshot
from tests.builders import DEAL, LEAD, OTHER_HANDLER, TILE, binding, snapshot

DESIGNER, DOCUMENTS, PIPELINES = (
    "CRM_DYNAMIC_183_ROBOT_DESIGNER_TOOLBAR",
    "CRM_DYNAMIC_183_DOCUMENTGENERATOR_BUTTON",
    "CRM_DYNAMIC_183_FUNNELS_TOOLBAR",
)
BUILT_IN = {"useBuiltInInterface": "Y"}


def _with_off(*switches: TypeSwitch) -> Snapshot:
    return snapshot(types=(CustomType(183, "Purchase", frozenset(switch.key for switch in switches)),))


@pytest.mark.parametrize(
    ("options", "beside"),
    [
        ({}, {}),
        ({"useBuiltInInterface": "N"}, {}),
        (BUILT_IN, {"useBuiltInInterface": "builtin_interface"}),
        ({"newUserNotificationTitle": "New"}, {"newUserNotificationText": "notice_texts"}),
        (
            {"newUserNotificationTitle": " ", "newUserNotificationText": "x"},
            {"newUserNotificationTitle": "notice_texts"},
        ),
        ({"newUserNotificationTitle": "New", "newUserNotificationText": "x"}, {}),
    ],
)
def test_what_is_said_beside_options(options: Mapping[str, str], beside: Mapping[str, str]) -> None:
    assert {key: problem.code for key, problem in option_cautions(options).items()} == beside


def test_where_learn_more_leads_is_said_with_half_a_notice() -> None:
    (problem,) = option_cautions({"newUserNotificationText": "x"}).values()
    assert "“learn more” opens the app's own address" in str(problem.explanation)


@pytest.mark.parametrize(
    ("code", "switch"),
    [(DESIGNER, TypeSwitch.AUTOMATION), (DOCUMENTS, TypeSwitch.DOCUMENTS), (PIPELINES, TypeSwitch.PIPELINES)],
)
def test_a_place_is_hidden_by_the_switch_that_it_depends_on_and_no_other(code: str, switch: TypeSwitch) -> None:
    found = hidden_by_type(code, _with_off(switch))
    assert found is not None
    assert str(switch.title) in str(found.remedy)
    assert hidden_by_type(code, _with_off(*(other for other in TypeSwitch if other is not switch))) is None
    assert hidden_by_type(code.replace("183", "190"), _with_off(switch)) is None


def test_everything_else_of_a_type_is_seen_whatever_is_off() -> None:
    here = _with_off(*TypeSwitch)
    hidden = {
        family.key
        for family in FAMILIES
        for pattern in family.patterns
        if hidden_by_type(with_number(pattern, 183), here) is not None
    }
    assert hidden == {"robot_designer", "document_button", "pipelines"}


def test_one_thing_is_said_once_with_its_places() -> None:
    rows = [binding(code, options=BUILT_IN) for code in (DEAL, LEAD)]
    (problem,) = standing_cautions(snapshot(*rows))
    assert str(problem.title).startswith("CRM timeline button: Deal; CRM timeline button: Lead: With the built-in")


def test_a_second_tile_is_cautioned_wherever_the_first_one_comes_from() -> None:
    here, second = snapshot(binding(TILE)), binding(TILE, OTHER_HANDLER)
    (problem,) = plan_cautions(make_plan(here, [second], ()), here)
    assert problem.code == "contact_center_tiles"
    assert plan_cautions(make_plan(here, [second]), here) == (), "the first one is pruned"
    assert plan_cautions(make_plan(here, [binding(DEAL)], ()), here) == ()
    assert [one.code for one in standing_cautions(snapshot(binding(TILE), second))] == ["contact_center_tiles"]


@pytest.mark.timeout(5)
def test_what_speaks_against_three_thousand_removals_is_found_at_once() -> None:
    """The window waits for it."""
    rows = [binding(timeline_code(number)) for number in range(1000, 4000)]
    here = snapshot(*rows, scopes=frozenset(("placement",)))
    found = review_cautions(make_plan(here, []), here)
    assert len({str(problem) for problem in found}) == len(found) == len(rows)


def test_what_speaks_against_several_changes_is_said_once() -> None:
    here = snapshot()
    doubtful = [binding(code, "http://widgets.example.com/x") for code in (DEAL, LEAD)]
    assert [one.code for one in review_cautions(make_plan(here, doubtful), here)] == ["handler_plain_http"]


def test_what_a_tile_does_not_do_is_said_with_where_it_is() -> None:
    note = str(note_of(TILE))
    assert "/contact_center/" in note
    assert "imconnector.register" in note
