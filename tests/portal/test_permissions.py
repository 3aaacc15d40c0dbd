"""Permissions live in the token: one that was ticked later comes with new tokens, when somebody looks again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.secret_store import MemorySecrets
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.desk import Desk
from bxdesk.gui.parts.remedies import advice
from bxdesk.placements.layouts.layout import needed_permissions, resolve
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.plan import make_plan
from tests.portal.test_desk_accounts import connect, started

pytestmark = pytest.mark.anyio

LAYOUT = parse_layout(
    "{bxdesk: 1, widgets: [{placements: [TASK_VIEW_TAB], handler: https://a.example.com/, title: Score}]}", "x.yaml"
)
Start = Callable[..., DemoPortal]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts portals; they are stopped at the end."""
    running: list[DemoPortal] = []

    def begin(**settings: object) -> DemoPortal:
        portal = DemoPortal(DemoSettings(**settings))  # type: ignore[arg-type]
        portal.start()
        running.append(portal)
        return portal

    yield begin
    for portal in running:
        portal.stop()


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """The core without any connection."""
    async with started(tmp_path, MemorySecrets()) as made:
        yield made


def calls(portal: DemoPortal) -> list[str]:
    """What was asked of it."""
    return [request.call for request in portal.requests]


async def signed_in(desk: Desk, portal: DemoPortal) -> Connection:
    """Signed in, with nothing asked since."""
    connection = await connect(desk, portal)
    portal.clear_requests()
    return connection


async def test_a_permission_ticked_later_is_there_when_somebody_looks_again(desk: Desk, start: Start) -> None:
    portal = start(missing_scopes=frozenset({"crm"}))
    connection = await signed_in(desk, portal)
    portal.change(missing_scopes=frozenset())
    here = await desk.snapshot(connection)
    assert here.problems == ()
    assert len(here.types) == 5
    assert calls(portal) == ["batch", "oauth.refresh", "batch"]
    portal.clear_requests()
    await desk.snapshot(connection)
    assert calls(portal) == ["batch"], "nothing is missing any more"


async def test_an_apply_that_needs_it_works_without_a_word(desk: Desk, start: Start) -> None:
    portal = start(missing_scopes=frozenset({"task"}))
    connection = await signed_in(desk, portal)
    portal.change(missing_scopes=frozenset())
    here = await desk.snapshot(connection, wanted=needed_permissions(LAYOUT))
    plan = make_plan(here, resolve(LAYOUT, here), ())
    outcome = await desk.apply(connection, here, plan)
    assert [step.state for step in outcome.steps] == [OutcomeState.DONE]


async def test_what_nobody_wants_is_not_asked_for(desk: Desk, start: Start) -> None:
    portal = start(missing_scopes=frozenset({"task"}))
    connection = await signed_in(desk, portal)
    await desk.snapshot(connection)
    assert calls(portal) == ["batch"]


@pytest.mark.parametrize("arrive", ["sign_in", "reinstall"])
async def test_what_is_still_missing_says_what_to_do_in_order(desk: Desk, start: Start, arrive: str) -> None:
    portal = start(missing_scopes=frozenset({"crm"}), permissions_arrive=arrive)
    connection = await signed_in(desk, portal)
    portal.change(missing_scopes=frozenset())
    here = await desk.snapshot(connection)
    assert calls(portal) == ["batch", "oauth.refresh", "batch"], "the tokens are renewed once for a look"
    (problem,) = here.problems
    hint = str(advice(problem.remedy))
    places = [hint.index(step) for step in ("Assign permissions", "refresh here", "sign in again", "Reinstall")]
    assert places == sorted(places)


async def test_where_no_new_tokens_are_to_be_had_the_old_ones_go_on(desk: Desk, start: Start) -> None:
    portal = start(missing_scopes=frozenset({"crm"}))
    connection = await signed_in(desk, portal)
    portal.plant("lost", method="oauth.refresh", done=False)
    here = await desk.snapshot(connection)
    assert [problem.code for problem in here.problems] == ["insufficient_scope"]
    assert len(here.bindings) == 3
