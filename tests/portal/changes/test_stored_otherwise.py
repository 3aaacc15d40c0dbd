"""A portal that stores something else than it was sent: that is a failure, with its cause and its cure."""

from __future__ import annotations

from typing import Any

import pytest

from bxdesk.cli.change_output import outcome_lines
from bxdesk.cli.json_output import outcome_json
from bxdesk.placements.bindings import Binding, Texts
from bxdesk.placements.outcome import Outcome, OutcomeState
from bxdesk.placements.plan import Action, make_plan
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, RecordingListener, binding
from tests.portal.changes.conftest import Bench

pytestmark = pytest.mark.anyio

EMOJI, AMPERSAND = "Send 😀 now", "Send & sign"


def wanted(title: str, description: str = "", placement: str = DEAL, handler: str = HANDLER) -> Binding:
    return binding(placement, handler, texts={"en": Texts(title, description)})


def failed(outcome: Outcome) -> tuple[str, str]:
    """What a person reads of the one step that failed: the whole, and the remedy."""
    (step,) = [step for step in outcome.steps if step.state is not OutcomeState.DONE]
    assert step.state is OutcomeState.FAILED
    assert step.problem is not None
    assert step.problem.code == "stored_otherwise"
    return str(step.problem), str(step.problem.remedy)


@pytest.mark.parametrize(
    ("way", "said", "stood", "remedy"),
    [
        ("short characters", wanted(EMOJI), "Send  now", "Leave out 😀: this portal cannot store such characters."),
        ("until a long character", wanted(EMOJI), "Send", "Leave out 😀"),
        ("entities", wanted(AMPERSAND), "Send &amp; sign", "Leave out &, <, > and quotation marks"),
        ("capitals", wanted("Send"), "SEND", "Write it in the letters that the portal stores."),
        ("titles", wanted("Send", "Sends it"), "nothing", "Leave it out: this portal does not store it here."),
    ],
)
async def test_what_was_sent_what_stood_there_and_what_to_do(
    bench: Bench, way: str, said: Binding, stood: str, remedy: str
) -> None:
    bench.portal.change(stores=way)
    before = bench.rows()
    outcome = await bench.apply(said)
    text, hint = failed(outcome)
    assert f"→ “{stood}”" in text or f"→ {stood}" in text
    assert "What had been bound was removed again." in text
    assert hint.startswith(remedy)
    assert bench.rows() == before
    shown: Any = outcome_json(bench.portal.address, outcome)
    assert not shown["verified"]
    assert [(step["outcome"], step["error"]["code"]) for step in shown["steps"]] == [("failed", "stored_otherwise")]
    assert shown["steps"][0]["error"]["hint"] == hint


async def test_of_a_replace_the_old_row_stands_again_and_the_others_are_done(bench: Bench) -> None:
    await bench.apply(wanted("Old"))
    bench.portal.change(stores="short characters")
    before = bench.rows()
    outcome = await bench.apply(wanted(EMOJI), wanted("Plain", placement=LEAD))
    assert "What stood there before was put back." in failed(outcome)[0]
    assert [row for row in bench.rows() if row.placement != LEAD or row.handler != HANDLER] == before
    assert await bench.start().unfinished(bench.connection) is None


async def test_of_a_move_the_old_row_was_never_touched(bench: Bench) -> None:
    bench.portal.add_binding(DEAL, HANDLER, EMOJI)
    before = bench.rows()
    bench.portal.change(stores="short characters")
    here = await bench.snapshot()
    (held,) = [row for row in here.bindings if row.handler == HANDLER]
    plan = make_plan(here, [wanted(EMOJI, handler=OTHER_HANDLER)], {held.key})
    assert [step.action for step in plan.steps] == [Action.MOVE]
    failed(await bench.carry_out(here, plan))
    assert bench.rows() == before


async def test_a_row_that_cannot_even_be_put_back_as_it_was_is_told_of_and_holds_nothing_up(bench: Bench) -> None:
    await bench.apply(wanted(AMPERSAND))
    bench.portal.change(stores="entities")
    text, _ = failed(await bench.apply(wanted("Send & seal")))
    assert "put back, but not as it was: Title (en): “Send & sign” → “Send &amp; sign”" in text
    assert [row.title for row in bench.rows() if row.handler == HANDLER] == ["Send &amp; sign"]
    assert await bench.start().unfinished(bench.connection) is None
    (entry, _) = (await bench.desk.history()).entries
    assert (entry.ended, entry.steps[0].state) == (True, OutcomeState.FAILED)


async def test_what_cancel_stops_half_way_is_put_back_and_what_it_stops_before_is_not_carried_out(
    bench: Bench,
) -> None:
    bench.portal.add_binding(DEAL, HANDLER, "Old")
    before = bench.rows()
    here = await bench.snapshot()
    (held,) = [row for row in here.bindings if row.handler == HANDLER]
    moved = wanted("Old", handler=OTHER_HANDLER)
    many = [wanted("New", handler=f"{HANDLER}/{index}") for index in range(60)]
    asked: list[None] = []

    def stop() -> bool:
        asked.append(None)
        return len(asked) > 1

    outcome = await bench.carry_out(here, make_plan(here, [moved, *many], {held.key}), RecordingListener(stop))
    first, *others = outcome.steps
    assert (first.step.action, first.state) == (Action.MOVE, OutcomeState.PUT_BACK)
    assert {step.state for step in others} == {OutcomeState.DONE, OutcomeState.SKIPPED}
    assert [row for row in bench.rows() if "/bitrix24/" not in row.handler] == before
    shown: Any = outcome_json(bench.portal.address, outcome)["steps"]
    assert (shown[0]["outcome"], shown[0]["error"]["code"]) == ("skipped", "put_back")
    lines = list(outcome_lines("acme", outcome))
    assert lines[1].startswith("  put back  > move")
    assert lines[2:4] == [
        "            It was stopped half-way.",
        "              What stood there before was put back.",
    ]
    assert any(line.startswith("  skipped   + bind") for line in lines)
    (entry,) = (await bench.start().history()).entries
    assert entry.steps[0].state is OutcomeState.PUT_BACK
