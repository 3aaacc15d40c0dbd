"""Applying through the desk: journal, conflicts, history, undo, cancel."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bxdesk.changes import apply, unit_of_work
from bxdesk.changes.journal import JournalFolder
from bxdesk.cli.change_output import outcome_lines
from bxdesk.cli.json_output import outcome_json
from bxdesk.errors import BxdeskError
from bxdesk.placements.bindings import Texts
from bxdesk.placements.history import Purpose, Recovery
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, make_plan
from bxdesk.placements.step_state import ChangedMeanwhile
from bxdesk.portal.rest import RestClient
from bxdesk.portal.steps import Batch, BatchReply, send
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, TILE, RecordingListener, binding
from tests.portal.changes.conftest import Bench

pytestmark = pytest.mark.anyio

HELD = {"en": {"TITLE": "Old", "DESCRIPTION": "d", "GROUP_NAME": "g"}, "de": {"TITLE": "Alt"}}


def hold(bench: Bench, placement: str = DEAL) -> None:
    """Puts an old widget there that a plan will replace or remove."""
    bench.portal.add_binding(placement, HANDLER, options={"useBuiltInInterface": "Y"}, texts=HELD)


def conflict(step: StepOutcome) -> ChangedMeanwhile:
    """The conflict that a step failed with."""
    assert step.state is OutcomeState.FAILED
    assert isinstance(step.problem, ChangedMeanwhile)
    return step.problem


def states(steps: tuple[StepOutcome, ...]) -> list[str]:
    return [step.state.value for step in steps]


async def test_plan_and_rows_are_on_the_disk_before_anything_is_sent(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(bench)
    seen: list[dict[str, object]] = []
    client = bench.signed_in.client.__class__
    usual = client.batch

    async def watched(self: object, commands: list[object], **how: object) -> object:
        if len(bench.journals()) == 1:
            lines = [json.loads(line) for line in bench.journals()[0].read_text().splitlines()]
            seen.extend(lines)
        return await usual(self, commands, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(client, "batch", watched)
    outcome = await bench.apply(binding(), binding(LEAD))
    assert outcome.verified
    begin, sending = seen
    assert (begin["kind"], begin["member_id"], begin["user_name"]) == ("begin", bench.portal.member_id, "Helen Marsh")
    assert begin["steps"][0]["before"] == {  # type: ignore[index]
        "placement": DEAL,
        "handler": HANDLER,
        "user_id": 0,
        "texts": {
            "en": {"title": "Old", "description": "d", "group": "g"},
            "de": {"title": "Alt", "description": "", "group": ""},
        },
        "options": {"useBuiltInInterface": "Y"},
    }
    assert sending == {"kind": "sending", "places": [[DEAL, HANDLER], [LEAD, HANDLER]]}
    text = bench.journals()[0].read_text()
    keys = await bench.signed_in.keys()
    assert not any(secret in text for secret in (keys.client_secret, keys.access_token, keys.refresh_token))
    assert [json.loads(line)["kind"] for line in text.splitlines()] == ["begin", "sending", "answered", "end", "closed"]


async def test_a_row_that_somebody_changed_is_left_alone_and_shown(bench: Bench) -> None:
    hold(bench)
    here, plan = await bench.plan(binding(), binding(LEAD))
    bench.remove(HANDLER)
    bench.portal.add_binding(DEAL, HANDLER, "Theirs")
    theirs = bench.rows()
    outcome = await bench.carry_out(here, plan)
    assert states(outcome.steps) == ["failed", "done"]
    problem = conflict(outcome.steps[0])
    assert problem.planned == here.by_key.get(binding().key)
    assert problem.found is not None
    assert problem.found.texts == {"en": Texts("Theirs")}
    assert "“Old” → “Theirs”" in str(problem)
    assert [row for row in bench.rows() if (row.placement, row.handler) != (LEAD, HANDLER)] == theirs


async def test_a_row_that_somebody_removed_is_not_bound_again(bench: Bench) -> None:
    hold(bench)
    here, plan = await bench.plan(binding())
    bench.remove(HANDLER)
    outcome = await bench.carry_out(here, plan)
    assert conflict(outcome.steps[0]).found is None
    assert not any(row.handler == HANDLER for row in bench.rows())
    assert bench.journals() == []


async def test_a_row_that_somebody_else_bound_is_left_alone(bench: Bench) -> None:
    here, plan = await bench.plan(binding(), binding(LEAD))
    bench.portal.add_binding(DEAL, HANDLER, "Theirs")
    outcome = await bench.carry_out(here, plan)
    assert states(outcome.steps) == ["failed", "done"]
    problem = conflict(outcome.steps[0])
    assert (problem.planned, problem.found and problem.found.title) == (None, "Theirs")
    assert [row.title for row in bench.rows() if row.handler == HANDLER] == ["Theirs", "Send contract"]


async def test_what_somebody_brought_about_already_is_done(bench: Bench) -> None:
    hold(bench)
    here, plan = await bench.plan(prune=True)
    bench.portal.clear_bindings()
    outcome = await bench.carry_out(here, plan)
    assert set(states(outcome.steps)) == {"done"}


async def test_requests_of_an_apply(bench: Bench) -> None:
    await bench.apply(*(binding(handler=f"{HANDLER}/{index}") for index in range(60)))
    assert len(bench.portal.requests) == 2
    new = [binding(handler=f"{HANDLER}/{index}", title="New") for index in range(60)]
    await bench.apply(*new)
    assert len(bench.portal.requests) == 3 + 1
    async with bench.desk.change(bench.connection) as change:
        plan = make_plan(await change.read(), new, None)
        bench.portal.clear_requests()
        await change.apply(plan)
    assert len(bench.portal.requests) == 1
    assert len(bench.rows()) == 60


async def test_history_says_when_who_where_what_and_what_came_of_it(bench: Bench) -> None:
    before = datetime.now(UTC)
    await bench.apply(binding(), binding("CRM_DYNAMIC_99999_DETAIL_TAB"))
    await bench.apply(binding(LEAD))
    history = await bench.desk.history()
    assert history == await bench.desk.history(bench.connection)
    second, first = history.entries
    assert (first.portal, first.user_name, first.purpose) == (bench.portal.address, "Helen Marsh", Purpose.APPLY)
    assert before <= first.time <= second.time <= datetime.now(UTC)
    assert states(first.steps) == ["done", "failed"]
    assert first.steps[1].problem is not None
    assert first.steps[1].problem.code == "ERROR_PLACEMENT_NOT_FOUND"
    assert [one.binding.placement for one in (second.steps[0].step,)] == [LEAD]
    assert second.ended
    assert history.problems == ()


async def test_an_apply_is_taken_back_with_all_texts_and_options(bench: Bench) -> None:
    hold(bench)
    before = bench.rows()
    await bench.apply(binding(), binding(LEAD), binding(TILE, OTHER_HANDLER), prune=True)
    assert bench.rows() != before
    undo = await bench.desk.undo_plan(bench.connection)
    assert undo is not None
    assert sorted(step.action.value for step in undo.plan.steps) == [
        "bind", "bind", "bind", "replace", "unbind", "unbind",
    ]  # fmt: skip
    outcome = await bench.take_back()
    assert outcome.verified
    assert set(states(outcome.steps)) == {"done"}
    assert bench.rows() == before
    assert await bench.desk.undo_plan(bench.connection) is None
    taken_back, applied = (await bench.desk.history()).entries
    assert (taken_back.purpose, taken_back.undoes, applied.taken_back) == (Purpose.UNDO, applied.id, True)


async def test_applies_are_taken_back_one_after_the_other_and_an_undo_too(bench: Bench) -> None:
    start = bench.rows()
    await bench.apply(binding(title="First"))
    first = bench.rows()
    await bench.apply(binding(title="Second"))
    second = bench.rows()
    await bench.take_back()
    assert bench.rows() == first
    await bench.take_back()
    assert bench.rows() == start
    entries = (await bench.desk.history()).entries
    redo = await bench.desk.undo_plan(bench.connection, entries[0].id)
    assert redo is not None
    await bench.desk.apply(bench.connection, redo.snapshot, redo.plan, undoes=entries[0].id)
    assert bench.rows() == first
    assert second != first


async def test_what_somebody_changed_since_is_not_taken_back(bench: Bench) -> None:
    await bench.apply(binding(), binding(LEAD))
    bench.remove(HANDLER)
    bench.portal.add_binding(DEAL, HANDLER, "Theirs")
    undo = await bench.desk.undo_plan(bench.connection)
    assert undo is not None
    assert [one.step.binding.placement for one in undo.left_alone] == [DEAL]
    assert undo.plan.steps == ()


async def test_an_entry_that_is_gone_is_said(bench: Bench) -> None:
    with pytest.raises(BxdeskError, match="no longer in the history"):
        await bench.desk.undo_plan(bench.connection, "nothing")


async def test_cancel_leaves_a_portal_and_a_journal_that_agree(bench: Bench) -> None:
    wanted = [binding(handler=f"{HANDLER}/{index}") for index in range(120)]
    here, plan = await bench.plan(*wanted)
    asked: list[None] = []

    def stop() -> bool:
        asked.append(None)
        return len(asked) > 1

    outcome = await bench.carry_out(here, plan, RecordingListener(stop))
    assert (outcome.count(OutcomeState.DONE), outcome.count(OutcomeState.SKIPPED)) == (50, 70)
    assert await bench.start().unfinished(bench.connection) is None
    (entry,) = (await bench.desk.history()).entries
    assert (entry.ended, entry.count(OutcomeState.DONE), entry.count(OutcomeState.SKIPPED)) == (True, 50, 70)
    await bench.take_back()
    assert len(bench.rows()) == 3


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("{key}-000007-abc.jsonl", '{"kind": "begin", "version": 99, "steps": []}\n', "journal_version"),
        ("{key}-000007-abc.jsonl", '{"kind": "begin", "version": 1, "ste', "journal_damaged"),
        ("{key}-000007-abc.jsonl", "", "journal_damaged"),
        ("{key}-000007-abc.jsonl", '{"kind": "closed"}\n', "journal_damaged"),
        ("moved here.jsonl", "{}\n", "journal_damaged"),
    ],
)
async def test_a_journal_that_cannot_be_read_is_named_kept_and_in_nobodys_way(
    bench: Bench, name: str, text: str, code: str
) -> None:
    await bench.apply(binding())
    key = bench.journals()[0].name.partition("-")[0]
    path = bench.journal / name.format(key=key)
    path.write_text(text)
    assert await bench.desk.unfinished(bench.connection) is None
    outcome = await bench.apply(binding(LEAD))
    assert set(states(outcome.steps)) == {"done"}
    history = await bench.desk.history(bench.connection)
    assert [problem.code for problem in history.problems] == [code]
    assert str(path) in str(history.problems[0])
    assert len(history.entries) == 2
    assert path.read_text() == text


async def test_journals_that_an_earlier_bxdesk_left_side_by_side_go_on(bench: Bench) -> None:
    await bench.apply(binding())
    for path in list(bench.journal.rglob(f"{bench.connection.digest}-*")):
        path.rename(bench.journal / path.name)
    bench.portal.add_binding("LEFT_MENU", OTHER_HANDLER, "Theirs")
    found = await bench.desk.drift(bench.connection)
    assert [change.binding.handler for change in found.changes] == [OTHER_HANDLER]

    await bench.apply(binding(), binding(LEAD))
    first, second = bench.journals()
    assert (first.parent, second.parent.parent) == (bench.journal, bench.journal)
    assert [path.name.split("-")[1] for path in (first, second)] == ["000001", "000002"]
    assert len((await bench.desk.history(bench.connection)).entries) == 2
    for rows in (5, 4):
        await bench.take_back()
        assert len(bench.rows()) == rows
    assert (await bench.desk.drift(bench.connection)).changes == ()


async def test_a_move_that_is_refused_has_touched_nothing(bench: Bench) -> None:
    hold(bench)
    before = bench.rows()
    here = await bench.snapshot()
    (held,) = [row for row in here.bindings if row.handler == HANDLER]
    moved = replace(held, key=replace(held.key, handler=OTHER_HANDLER))
    bench.portal.clear_requests()
    bench.portal.plant("error", code="ERROR_WRONG_HANDLER_URL", method="placement.bind", times=None)
    outcome = await bench.carry_out(here, make_plan(here, [moved], {held.key}))
    assert [(one.step.action, one.state) for one in outcome.steps] == [(Action.MOVE, OutcomeState.FAILED)]
    assert bench.rows() == before
    assert "placement.unbind" not in [command for request in bench.portal.requests for command in request.commands]
    assert await bench.desk.unfinished(bench.connection) is None


async def test_a_move_and_its_way_back(bench: Bench) -> None:
    hold(bench)
    before = bench.rows()
    here = await bench.snapshot()
    (held,) = [row for row in here.bindings if row.handler == HANDLER]
    moved = replace(held, key=replace(held.key, handler=OTHER_HANDLER))
    plan = make_plan(here, [moved, binding(LEAD)], {held.key})
    bench.portal.clear_requests()
    outcome = await bench.carry_out(here, plan)
    assert states(outcome.steps) == ["done", "done"]
    assert [request.commands for request in bench.portal.requests] == [
        (),  # the rows, read once more
        ("placement.bind", "placement.bind", "placement.get"),
        ("placement.unbind", "placement.get"),
    ]
    (entry,) = (await bench.desk.history()).entries
    assert entry.steps[0].step == plan.steps[0]
    await bench.take_back()
    assert bench.rows() == before


async def test_a_move_leaves_the_old_row_alone_when_somebody_changes_it_half_way(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(bench)
    here = await bench.snapshot()
    (held,) = [row for row in here.bindings if row.handler == HANDLER]
    moved = replace(held, key=replace(held.key, handler=OTHER_HANDLER))

    async def then_theirs(client: RestClient, batch: Batch, *, read_back: bool) -> BatchReply:
        if batch.steps and batch.steps[0].half:
            bench.remove(HANDLER)
            bench.portal.add_binding(DEAL, HANDLER, "Theirs")
        return await send(client, batch, read_back=read_back)

    monkeypatch.setattr(apply, "send", then_theirs)
    outcome = await bench.carry_out(here, make_plan(here, [moved], {held.key}))
    assert conflict(outcome.steps[0]).found is not None
    assert "Theirs" in [row.title for row in bench.rows()]
    assert await bench.desk.unfinished(bench.connection) is None


@pytest.mark.logs_warnings
async def test_what_could_not_be_read_back_is_not_known_and_recovered_later(bench: Bench) -> None:
    here, plan = await bench.plan(binding(), binding(LEAD), binding("CRM_DYNAMIC_99999_DETAIL_TAB"))
    bench.portal.plant("lost", method="placement.bind", done=True)
    bench.portal.plant("lost", method="placement.get", times=None)
    outcome = await bench.carry_out(here, plan)
    assert {one.state for one in outcome.steps} == {OutcomeState.UNKNOWN}
    assert not outcome.verified
    assert outcome.problem is not None
    shown: Any = outcome_json(bench.portal.address, outcome)
    assert {(step["outcome"], step["error"]["code"]) for step in shown["steps"]} == {("failed", "outcome_unknown")}
    assert not shown["verified"]
    lines = list(outcome_lines("acme", outcome))
    assert lines[1].startswith("  not known + bind")
    assert any("what was begun is finished or put back first" in line for line in lines)
    bench.portal.clear_faults()
    unfinished = await bench.desk.unfinished(bench.connection)
    assert unfinished is not None
    assert not unfinished.entry.ended


@pytest.mark.logs_warnings
async def test_what_the_portal_refused_is_known_even_if_it_cannot_be_read_back(bench: Bench) -> None:
    here, plan = await bench.plan(binding(), binding("CRM_DYNAMIC_99999_DETAIL_TAB"))
    bench.portal.plant("error", code="INTERNAL_SERVER_ERROR", method="placement.get", times=None)
    outcome = await bench.carry_out(here, plan)
    assert [one.state for one in outcome.steps] == [OutcomeState.UNKNOWN, OutcomeState.FAILED]


async def test_old_journals_are_deleted_unless_they_wait_to_be_recovered_or_are_damaged(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unit_of_work, "KEPT", 3)
    for title in "abcd":
        await bench.apply(binding(title=title))
    closed, cut_off, damaged = bench.journals()
    cut_off.write_bytes(b"".join(cut_off.read_bytes().splitlines(keepends=True)[:-2]))
    damaged.write_bytes(b"{\n" + damaged.read_bytes())
    assert await bench.desk.unfinished(bench.connection) is None, "it stands wholly after, and is closed by that"
    damaged_now = damaged.read_bytes()
    for title in "efgh":
        await bench.apply(binding(title=title))
    assert closed not in bench.journals()
    assert damaged.read_bytes() == damaged_now
    assert len(bench.journals()) == 4
    assert (await bench.desk.history()).entries[0].steps[0].step.binding.title == "h"
    while await bench.desk.undo_plan(bench.connection):
        await bench.take_back()
    assert (await bench.snapshot()).bindings[-1].title in "fgh"


@pytest.mark.logs_warnings
async def test_journals_alone_say_what_was_cut_off(bench: Bench) -> None:
    await bench.apply(binding(LEAD))
    here, plan = await bench.plan(binding(), binding("CRM_DYNAMIC_99999_DETAIL_TAB"))
    bench.portal.plant("lost", method="placement.bind", done=True)
    bench.portal.plant("lost", method="placement.get", times=None)
    await bench.carry_out(here, plan)
    bench.portal.clear_faults()
    bench.portal.clear_requests()
    next_one, other = bench.start(), replace(bench.connection, member_id="b" * 32)
    found = await next_one.cut_off_applies([bench.connection, other])
    entry = found[bench.connection.identity]
    assert entry is not None
    assert (len(entry.steps), entry.ended) == (2, False)
    assert found[other.identity] is None
    assert bench.portal.requests == ()
    async with bench.desk.change(bench.connection):
        known = await next_one.cut_off_applies([bench.connection, other])
        assert known == {other.identity: None}, "it may be under way"
    newest = bench.journals()[-1]
    damaged = newest.with_name(newest.name.replace("-000002-", "-000003-"))
    damaged.write_text("{\n", encoding="utf-8")
    assert await next_one.cut_off_applies([bench.connection]) == {bench.connection.identity: entry}
    await next_one.recover(bench.connection, Recovery.PUT_BACK)
    assert await next_one.cut_off_applies([bench.connection]) == {bench.connection.identity: None}


async def test_a_proof_that_was_cut_off_is_nothing_to_ask_about(bench: Bench) -> None:
    await bench.apply(binding(LEAD))
    (journal,) = bench.journals()
    begun = journal.read_bytes().splitlines(keepends=True)[0]
    journal.write_bytes(begun.replace(b'"purpose":"apply"', b'"purpose":"proof"'))
    assert await bench.desk.cut_off_applies([bench.connection]) == {bench.connection.identity: None}


async def test_of_journals_that_nobody_can_list_nothing_is_said(bench: Bench) -> None:
    bench.journal.parent.mkdir(parents=True, exist_ok=True)
    bench.journal.write_text("", encoding="utf-8")
    assert await bench.desk.cut_off_applies([bench.connection]) == {}


async def test_what_waits_to_be_recovered_is_never_deleted(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit_of_work, "KEPT", 1)
    await bench.apply(binding(title="New"))
    (path,) = bench.journals()
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    await unit_of_work.forget_old(JournalFolder(bench.journal), bench.connection)
    assert bench.journals() == [path]
