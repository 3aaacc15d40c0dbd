"""What a portal says of an app and its places."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from bxdesk.checks.calling import Called
from bxdesk.checks.check import Check, CheckState
from bxdesk.checks.interface_checks import interface_checks
from bxdesk.checks.portal_checks import app_checks, place_checks, vanished_checks
from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.bindings import Binding
from bxdesk.placements.history import applied_rows
from bxdesk.placements.snapshot import CustomType, Snapshot
from tests.builders import DEAL, HANDLER, LEAD, PURCHASE, TILE, binding, snapshot
from tests.unit.cli.test_history import ENTRY

ROBOTS = "CRM_DYNAMIC_183_ROBOT_DESIGNER_TOOLBAR"


def bad(checks: list[Check]) -> list[tuple[str, str, str | None]]:
    """What is not good: code, state and place."""
    return [(one.code.value, one.state.value, one.placement) for one in checks if one.state is not CheckState.OK]


def all_checks(here: Snapshot, *rows: Binding) -> list[Check]:
    """Every question about the app and these rows."""
    return [*app_checks(here, rows), *place_checks(here, rows)]


def test_every_question_is_answered_where_all_is_well() -> None:
    here = snapshot(binding())

    assert [(one.code.value, one.state.value) for one in all_checks(here, *here.bindings)] == [
        (code, "ok")
        for code in (
            "installation",
            "administrator",
            "payment",
            "permission",
            "offered",
            "switched_off",
            "notice_texts",
            "lookalike",
            "contact_center_tiles",
        )
    ]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("not_installed", ("installation", "blocked", None)),
        ("not_admin", ("administrator", "unknown", None)),
        ("payment_expired", ("payment", "blocked", None)),
    ],
)
def test_what_the_snapshot_says_of_the_app(code: str, found: tuple[str, str, str | None]) -> None:
    here = replace(snapshot(), problems=(Problem(code, message("No.")),))

    assert bad(all_checks(here)) == [found]


def test_permissions_are_those_that_the_rows_need() -> None:
    here = snapshot(placements=(DEAL,), scopes=frozenset(("placement", "crm")))

    assert bad(all_checks(here, binding(DEAL))) == []
    assert bad(all_checks(here, binding(TILE))) == [("permission", "blocked", None)]


def test_a_place_that_is_no_longer_offered() -> None:
    assert bad(all_checks(snapshot(placements=(DEAL,)), binding(LEAD), binding(DEAL))) == [("offered", "blocked", LEAD)]


def test_a_place_that_its_type_has_switched_off() -> None:
    off = CustomType(183, "Purchase", frozenset({"isAutomationEnabled"}))
    here = snapshot(placements=(ROBOTS,), types=(off,))

    assert bad(all_checks(here, binding(ROBOTS))) == [("switched_off", "blocked", ROBOTS)]


def test_rows_beside_each_other() -> None:
    half = binding(DEAL, options={"newUserNotificationTitle": "New"})
    twin = binding(LEAD, f"{HANDLER}/")
    tiles = (binding(TILE), binding(TILE, f"{HANDLER}/other"))

    assert bad(all_checks(snapshot(), half, binding(LEAD), twin, *tiles)) == [
        ("notice_texts", "warning", DEAL),
        ("lookalike", "warning", LEAD),
        ("lookalike", "warning", LEAD),
        ("contact_center_tiles", "warning", None),
    ]


def test_what_was_applied_and_has_vanished() -> None:
    applied = applied_rows([ENTRY]).values()

    assert bad(list(vanished_checks(applied, snapshot()))) == [("vanished", "blocked", DEAL)]
    assert bad(list(vanished_checks(applied, snapshot(binding(title="Changed since"))))) == []


@pytest.mark.parametrize(
    ("page", "ended", "state"),
    [
        ("<script>BX24.placement.call('setLayout', {})</script>", True, CheckState.OK),
        ("<h1>A page</h1><script src='//api.bitrix24.com/api/v1/'></script>", True, CheckState.BLOCKED),
        ("<h1>A page</h1><script src=/app.js></script>", True, CheckState.WARNING),
        ("<h1>A long page", False, CheckState.WARNING),
    ],
)
def test_the_built_in_interface_is_for_pages_that_draw_it(page: str, ended: bool, state: CheckState) -> None:
    row = binding(PURCHASE, options={"useBuiltInInterface": "Y"})
    called = Called((), 1, httpx.Response(200, content=page.encode()), ended)

    (check,) = interface_checks([binding(), row], {HANDLER: called})

    assert (check.state, check.handler) == (state, HANDLER)
    assert check.placement == PURCHASE
