"""Carrying plans out, with everything that can go wrong on the way."""

from __future__ import annotations

import math
from pathlib import Path
from tempfile import TemporaryDirectory

import anyio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bxdesk.changes.apply import carry_out
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.placements.bindings import Binding, Texts
from bxdesk.placements.outcome import Outcome, OutcomeState
from bxdesk.placements.plan import Plan, make_plan
from bxdesk.portal.http import make_http, system_trust
from tests.builders import DEAL, HANDLER, LEAD, PURCHASE, TILE, RecordingListener, binding, bindings
from tests.portal.conftest import SignedIn, sign_in_to

pytestmark = pytest.mark.anyio

HELD = {"en": {"TITLE": "Old", "DESCRIPTION": "d", "GROUP_NAME": "g"}, "de": {"TITLE": "Alt"}}
OLD_TEXTS = {"en": Texts("Old", "d", "g"), "de": Texts("Alt")}


async def apply(signed_in: SignedIn, wanted: list[Binding], *, prune: bool = False) -> Outcome:
    here = await signed_in.snapshot()
    signed_in.portal.clear_requests()
    plan = make_plan(here, wanted, None if prune else ())
    return await carry_out(signed_in.client, here, plan)


async def next_plan(signed_in: SignedIn, wanted: list[Binding], *, prune: bool = False) -> Plan:
    return make_plan(await signed_in.snapshot(), wanted, None if prune else ())


def states(outcome: Outcome) -> list[str]:
    return [step.state.value for step in outcome.steps]


def hold(signed_in: SignedIn, placement: str = DEAL) -> None:
    """Puts an old widget there that a plan will replace."""
    signed_in.portal.add_binding(placement, HANDLER, options={"useBuiltInInterface": "Y"}, texts=HELD)


async def test_everything_is_done_in_one_request_and_read_back(signed_in: SignedIn) -> None:
    hold(signed_in)
    wanted = [binding(), binding(LEAD), binding(PURCHASE), binding(TILE)]
    outcome = await apply(signed_in, wanted, prune=True)
    assert set(states(outcome)) == {"done"}
    assert outcome.verified
    (request,) = signed_in.portal.requests
    assert request.commands[-1] == "placement.get"
    assert {row.key for row in outcome.snapshot.bindings} == {one.key for one in wanted}
    assert (await next_plan(signed_in, wanted, prune=True)).steps == ()


@pytest.mark.parametrize("count", [1, 49, 50, 60, 101])
async def test_as_few_requests_as_the_commands_need(signed_in: SignedIn, count: int) -> None:
    wanted = [binding(handler=f"{HANDLER}/{index}") for index in range(count)]
    outcome = await apply(signed_in, wanted)
    assert outcome.count(OutcomeState.DONE) == count
    assert len(signed_in.portal.requests) == math.ceil((count + 1) / 50)


@settings(max_examples=25)
@given(
    before=st.lists(bindings(), max_size=6, unique_by=lambda one: one.key),
    wanted=st.lists(bindings(), max_size=6, unique_by=lambda one: one.key),
)
def test_a_plan_right_after_its_own_apply_is_empty(before: list[Binding], wanted: list[Binding]) -> None:
    async def work() -> None:
        with DemoPortal(DemoSettings()) as portal, TemporaryDirectory() as locks:
            async with make_http(system_trust()) as http:
                signed_in = await sign_in_to(portal, http, Path(locks))
                for layout in (before, wanted):
                    outcome = await apply(signed_in, layout, prune=True)
                    assert set(states(outcome)) <= {"done"}, [step.problem for step in outcome.steps]
                    assert (await next_plan(signed_in, layout, prune=True)).steps == ()

    anyio.run(work)


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("kind", ["lost", "cut_off", "html", "empty"])
async def test_an_unknown_outcome_is_read_back_before_anything_is_repeated(
    signed_in: SignedIn, kind: str, done: bool
) -> None:
    hold(signed_in)
    wanted = [binding(), binding(LEAD)]
    here = await signed_in.snapshot()
    signed_in.portal.plant(kind, method="placement.bind", done=done)
    outcome = await carry_out(signed_in.client, here, make_plan(here, wanted, ()))
    assert states(outcome) == ["done", "done"]
    assert outcome.verified
    assert len([row for row in signed_in.portal.bindings() if row["handler"] == HANDLER]) == 2


@pytest.mark.parametrize("command", [1, 2, 3])
async def test_a_connection_lost_between_two_commands_loses_nothing(signed_in: SignedIn, command: int) -> None:
    hold(signed_in)
    signed_in.portal.plant("lost", method=None, command=command)
    outcome = await apply(signed_in, [binding(), binding(LEAD)])
    assert states(outcome) == ["done", "done"]


@pytest.mark.parametrize("command", [1, 2, 3])
async def test_a_token_that_expires_inside_a_batch_is_no_failure(signed_in: SignedIn, command: int) -> None:
    hold(signed_in)
    here = await signed_in.snapshot()
    signed_in.portal.plant("expire", command=command)
    outcome = await carry_out(signed_in.client, here, make_plan(here, [binding(), binding(LEAD)], ()))
    assert states(outcome) == ["done", "done"]


async def test_a_replace_that_failed_half_way_gets_its_old_row_back(signed_in: SignedIn) -> None:
    hold(signed_in)
    here = await signed_in.snapshot()
    signed_in.portal.plant("error", method="placement.bind", code="ERROR_ARGUMENT", description="Not this title")
    outcome = await carry_out(signed_in.client, here, make_plan(here, [binding()], ()))
    (step,) = outcome.steps
    assert step.state is OutcomeState.FAILED
    assert step.problem is not None
    assert "Not this title" in str(step.problem)
    row = outcome.snapshot.by_key.get(binding().key)
    assert row is not None
    assert row.texts == OLD_TEXTS
    assert row.options["useBuiltInInterface"] == "Y"
    assert outcome.verified


async def test_a_row_that_was_created_broken_is_taken_away_again(signed_in: SignedIn) -> None:
    """`ERROR_CORE` "Unable to set placements language": the portal creates the row all the same."""
    here = await signed_in.snapshot()
    spoilt = binding(texts={"english": Texts("A"), "en": Texts("B")})
    outcome = await carry_out(signed_in.client, here, make_plan(here, [spoilt], ()))
    assert states(outcome) == ["failed"]
    assert outcome.snapshot.by_key.get(spoilt.key) is None
    assert len(signed_in.portal.bindings()) == 3


async def test_one_refusal_does_not_stop_the_others(signed_in: SignedIn) -> None:
    wanted = [binding("CRM_DYNAMIC_99999_DETAIL_TAB"), binding(LEAD)]
    outcome = await apply(signed_in, wanted)
    assert states(outcome) == ["failed", "done"]
    assert outcome.steps[0].problem is not None
    assert outcome.steps[0].problem.code == "ERROR_PLACEMENT_NOT_FOUND"
    assert "no custom type with the number 99999" in str(outcome.steps[0].problem)


async def test_what_stood_there_already_as_wanted_is_done(signed_in: SignedIn) -> None:
    here = await signed_in.snapshot()
    plan = make_plan(here, [binding()], ())
    signed_in.portal.add_binding(DEAL, HANDLER, "Send contract")
    outcome = await carry_out(signed_in.client, here, plan)
    assert states(outcome) == ["done"]


async def test_a_lock_on_the_portal_is_waited_for(signed_in: SignedIn) -> None:
    signed_in.portal.plant(
        "error", method="placement.bind", code="ERROR_CORE", description="Process of binding already started"
    )
    assert states(await apply(signed_in, [binding()])) == ["done"]


async def test_a_value_that_a_batch_would_replace_goes_alone(signed_in: SignedIn) -> None:
    wanted = [binding(handler=f"{HANDLER}?x=$result[c0]"), binding(LEAD)]
    outcome = await apply(signed_in, wanted)
    assert states(outcome) == ["done", "done"]
    assert [request.call for request in signed_in.portal.requests] == ["placement.bind", "batch"]


async def test_cancel_stops_after_the_batch_on_its_way_and_says_what_was_done(signed_in: SignedIn) -> None:
    wanted = [binding(handler=f"{HANDLER}/{index}") for index in range(120)]
    here = await signed_in.snapshot()
    told = RecordingListener(lambda: len(told.progressed) >= 1)
    outcome = await carry_out(signed_in.client, here, make_plan(here, wanted, ()), told)
    assert (outcome.count(OutcomeState.DONE), outcome.count(OutcomeState.SKIPPED)) == (50, 70)
    assert outcome.verified
    assert [(progress.done, progress.total) for progress in told.progressed] == [(0, 120), (50, 120), (50, 120)]
    assert len(signed_in.portal.bindings()) == 53


@pytest.mark.logs_warnings
async def test_a_session_that_ends_on_the_way_leaves_the_rest_alone(signed_in: SignedIn) -> None:
    here = await signed_in.snapshot()
    plan = make_plan(here, [binding()], ())
    signed_in.portal.sign_everybody_out()
    outcome = await carry_out(signed_in.client, here, plan)
    assert not outcome.verified
    assert states(outcome) == ["failed"]
    assert outcome.problem is not None
    assert outcome.problem.code == "session_ended"
    assert outcome.snapshot == here


@pytest.mark.logs_warnings
async def test_a_portal_that_vanishes_leaves_an_honest_answer(signed_in: SignedIn) -> None:
    here = await signed_in.snapshot()
    signed_in.portal.stop()
    outcome = await carry_out(signed_in.client, here, make_plan(here, [binding()], ()))
    assert not outcome.verified
    assert states(outcome) == ["unknown"]
    assert outcome.problem is not None
    assert "does not answer" in str(outcome.problem)
