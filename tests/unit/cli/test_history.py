"""``history``: what was applied, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bxdesk.cli.change_output import history_lines
from bxdesk.cli.console import Wiring
from bxdesk.cli.json_output import history_json
from bxdesk.cli.main import run
from bxdesk.composition import demo_desk
from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.history import HistoryEntry, Purpose, Recovery
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Step
from tests.builders import DEAL, HANDLER, LEAD, binding

WIRING = Wiring(usual_desk=demo_desk, demo_desk=demo_desk, open_window=lambda _: 0)
BOUND = StepOutcome(Step(Action.BIND, None, binding()), OutcomeState.DONE)
REFUSED = StepOutcome(
    Step(Action.BIND, None, binding(LEAD)), OutcomeState.FAILED, Problem("ERROR_CORE", message("No."))
)
ENTRY = HistoryEntry(
    id="0a-000001-ff",
    portal="https://acme.bitrix24.com",
    member_id="a" * 32,
    client_id="local.1",
    user_id=7,
    user_name="Helen Marsh",
    time=datetime(2026, 11, 27, 9, 30, 15, tzinfo=UTC),
    purpose=Purpose.APPLY,
    steps=(BOUND, REFUSED),
    ended=True,
)


def test_an_entry_is_a_line_and_what_was_not_done_of_it() -> None:
    assert list(history_lines([ENTRY])) == [
        "2026-11-27 09:30 UTC  Helen Marsh  2 to bind – 1 done, 1 failed",
        f"  failed    + bind    {LEAD}  Send contract  {HANDLER}",
        "            No.",
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (replace(ENTRY, steps=(BOUND,)), "1 bound – done"),
        (replace(ENTRY, steps=(BOUND,), taken_back=True), "1 bound – taken back"),
        (replace(ENTRY, ended=False), "2 to bind – cut off, or still under way"),
        (replace(ENTRY, steps=(BOUND,), recovered=Recovery.PUT_BACK), "1 to bind – cut off, put back"),
        (replace(ENTRY, steps=(BOUND,), purpose=Purpose.UNDO, undoes="x"), "Undo: 1 bound – done"),
    ],
)
def test_how_an_entry_ended(entry: HistoryEntry, said: str) -> None:
    (line,) = history_lines([entry])
    assert line.endswith(f"  {said}")


def test_programs_get_every_step() -> None:
    shown: Any = history_json(ENTRY.portal, [replace(ENTRY, undoes="before")], ())
    (entry,) = shown["entries"]
    assert list(shown) == ["portal", "entries", "problems"]
    assert (entry["id"], entry["time"], entry["undoes"]) == ("0a-000001-ff", "2026-11-27T09:30:15+00:00", "before")
    assert entry["user"] == {"id": 7, "name": "Helen Marsh"}
    assert [(step["placement"], step["outcome"]) for step in entry["steps"]] == [(DEAL, "done"), (LEAD, "failed")]
    assert entry["steps"][1]["error"]["code"] == "ERROR_CORE"


def test_nothing_was_applied_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "--demo"], WIRING) == 0
    assert capsys.readouterr().err.endswith(": nothing was applied yet.\n")
    assert run(["history", "--demo", "--json", "--limit", "3"], WIRING) == 0
    assert json.loads(capsys.readouterr().out)["entries"] == []
