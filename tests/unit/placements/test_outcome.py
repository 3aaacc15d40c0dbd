"""What came of a plan is judged by the rows, not by what the calls answered."""

from __future__ import annotations

from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.outcome import Outcome, OutcomeState, verify
from bxdesk.placements.plan import make_plan
from tests.builders import DEAL, LEAD, TILE, as_the_portal_stores, binding, snapshot


def test_steps_are_done_when_the_rows_say_so_whatever_the_calls_said() -> None:
    gone = binding(TILE)
    plan = make_plan(snapshot(gone), [binding(), binding(LEAD)], {gone.key})
    rows = (as_the_portal_stores(binding()),)
    said = {binding().key: Problem("ERROR_CORE", message("Handler already binded"))}
    outcomes = verify(plan.steps, rows, said, {step.key for step in plan.steps})
    assert [(one.step.key.placement, one.state) for one in outcomes] == [
        (TILE, OutcomeState.DONE),
        (DEAL, OutcomeState.DONE),
        (LEAD, OutcomeState.FAILED),
    ]
    assert outcomes[2].problem is not None
    assert outcomes[2].problem.code == "not_as_planned"


def test_what_was_never_sent_is_skipped_and_a_refusal_keeps_its_reason() -> None:
    plan = make_plan(snapshot(), [binding(), binding(LEAD)], ())
    reason = Problem("ERROR_PLACEMENT_NOT_FOUND", message("No."))
    outcomes = verify(plan.steps, (), {binding().key: reason}, {binding().key})
    assert [(one.state, one.problem) for one in outcomes] == [
        (OutcomeState.FAILED, reason),
        (OutcomeState.SKIPPED, None),
    ]
    whole = Outcome(outcomes, True, snapshot())
    assert (whole.count(OutcomeState.FAILED), whole.count(OutcomeState.DONE)) == (1, 0)


def test_a_row_with_another_text_is_not_done() -> None:
    plan = make_plan(snapshot(), [binding(title="New")], ())
    (outcome,) = verify(plan.steps, (binding(title="Old"),), {}, {binding().key})
    assert outcome.state is OutcomeState.FAILED
