"""What was applied, taken back, tried again, and recovered after it was cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTableView
from pytestqt.modeltest import ModelTester

from bxdesk.gui.plans.history_model import HistoryModel
from bxdesk.gui.plans.unfinished_dialog import HalfWayModel
from bxdesk.placements.bindings import Binding, BindingKey, Texts
from bxdesk.placements.history import Recovery
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Step
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, entry_of, error, portal_snapshot, problem, unfinished
from tests.gui.person import Person

HANDLER = "https://widgets.example.com/bitrix24"
DEAL, LEAD, TILE = "CRM_DEAL_DETAIL_ACTIVITY", "CRM_LEAD_DETAIL_ACTIVITY", "CONTACT_CENTER"


def binding(code: str) -> Binding:
    return Binding(BindingKey(code, HANDLER), {"en": Texts("Send contract")})


def bound(*codes: str) -> tuple[StepOutcome, ...]:
    return tuple(StepOutcome(Step(Action.BIND, None, binding(code)), OutcomeState.DONE) for code in codes)


def apply(person: Person, *places: str) -> None:
    """Binds, up to the page that says what came of it."""
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send contract")
    for place in places:
        person.tick(place)
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))


def test_what_was_just_applied_can_be_taken_back(person: Person) -> None:
    apply(person, "Deal", "Lead")
    person.click("undoButton")
    person.wait(lambda: person.sees("applyButton"))
    assert person.text("reviewHeading") == "2 to unbind"
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    assert not person.sees("undoButton")
    person.click("cancelButton")
    person.ready()
    assert person.state("Deal") == "not bound" or person.state("Deal") == "to bind"
    person.click("bindingsViewButton")
    assert person.sees("noBindings")


def test_failed_steps_are_planned_again_and_shown_first(start: Start) -> None:
    desk = FakeDesk()
    person = start(desk)
    person.ready()
    desk.refused[LEAD] = problem("refused", "The portal said no.")
    apply(person, "Deal", "Lead")
    assert person.text("applyResult").startswith("1 change is done, 1 failed")
    desk.refused.clear()
    person.click("retryButton")
    assert person.text("reviewHeading") == "1 to bind"
    assert len(person.table("planTable")) == 1
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    assert person.text("applyResult") == "The change is done and read back."
    person.click("cancelButton")
    person.ready()
    assert person.state("Lead") == person.state("Deal") == "bound"


def test_when_all_went_well_there_is_nothing_to_try_again(person: Person) -> None:
    apply(person, "Deal")
    assert not person.sees("retryButton")
    assert not person.sees("signInAgainButton")


def test_the_history_tells_what_was_done_and_takes_an_older_entry_back(start: Start) -> None:
    desk = FakeDesk(portal_snapshot(binding(DEAL), binding(TILE)))
    failed = StepOutcome(Step(Action.UNBIND, binding(LEAD), None), OutcomeState.FAILED, problem())
    desk.past = [entry_of(connection(), bound(DEAL, TILE), "1"), entry_of(connection(), (failed,), "2")]
    person = start(desk)
    person.ready()
    person.click("historyButton")
    person.wait(lambda: bool(person.table("historyTable")))
    rows = person.table("historyTable")
    assert [row[2:] for row in rows] == [
        ["Helen Marsh", "1 to unbind", "1 failed"],
        ["Helen Marsh", "2 bound", "done"],
    ]
    assert person.table("historySteps")[0][2].startswith("Failed: The portal does not answer.")
    assert not person.see(QAbstractButton, "historyUndoButton").isEnabled()
    person.see(QTableView, "historyTable").selectRow(1)
    assert [row[2] for row in person.table("historySteps")] == ["Done", "Done"]
    person.click("historyUndoButton")
    person.wait(lambda: person.sees("applyButton"))
    assert person.text("reviewHeading") == "2 to unbind"
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    person.click("cancelButton")
    person.wait(lambda: person.table("historyTable")[0][3] == "Undo: 2 unbound")
    assert person.table("historyTable")[2][4] == "taken back"
    person.click("historyCloseButton")
    person.click("bindingsViewButton")
    assert person.sees("noBindings")


def test_an_undo_goes_to_its_own_portal_whichever_is_open_by_then(start: Start) -> None:
    acme, beta = connection(), connection("beta", "b")
    desk = FakeDesk(portal_snapshot(binding(DEAL)), acme, beta)
    desk.others[beta.identity] = portal_snapshot(binding(DEAL))
    desk.past = [entry_of(acme, bound(DEAL), "1")]
    person = start(desk)
    person.ready()
    person.click("historyButton")
    person.wait(lambda: bool(person.table("historyTable")))
    desk.hold("undo_plan")
    person.click("historyUndoButton")
    person.program.session.reload_connections(beta)  # as right after a sign-in to it
    person.wait(lambda: person.text("connectionBox") == "beta.bitrix24.com")
    person.ready()
    person.program.session.tasks.in_loop(lambda _: desk.release("undo_plan"))
    person.wait(lambda: person.sees("applyButton"))
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    assert desk.here.bindings == ()
    assert [one.placement for one in desk.others[beta.identity].bindings] == [DEAL]


def test_an_undo_that_fails_or_finds_nothing_is_said(start: Start) -> None:
    desk = FakeDesk()
    desk.past = [entry_of(connection(), bound(DEAL), "1")]
    desk.errors["undo_plan"] = [error()]
    person = start(desk)
    person.ready()
    person.click("historyButton")
    person.wait(lambda: person.see(QAbstractButton, "historyUndoButton").isEnabled())
    person.click("historyUndoButton")
    person.wait(lambda: person.sees("historyMessage"))
    assert person.text("historyMessage").startswith("The portal does not answer.")
    desk.past = [replace(desk.past[0], taken_back=True)]
    person.click("historyUndoButton")
    person.wait(lambda: person.text("historyMessage") == "There is nothing of it left to take back.")


def test_an_empty_history_says_so_and_other_portals_are_a_tick_away(start: Start) -> None:
    beta = connection("beta", "b")
    desk = FakeDesk(None, connection(), beta)
    desk.past = [entry_of(beta, bound(DEAL), "1")]
    desk.damaged = (problem("journal_damaged", "A journal is damaged."),)
    person = start(desk)
    person.ready()
    person.click("historyButton")
    person.wait(lambda: person.text("historyEmpty").startswith("Nothing was applied yet."))
    assert not person.sees("historyTable")
    assert not person.sees("historySteps")
    assert person.text("historyMessage").startswith("A journal is damaged.")
    person.click("allPortalsCheck")
    person.wait(lambda: [row[1] for row in person.table("historyTable")] == ["beta.bitrix24.com"])
    assert not person.sees("historyEmpty")
    assert person.see(QTableView, "historyTable").hasFocus()
    button = person.see(QAbstractButton, "historyUndoButton")
    assert not button.isEnabled()
    assert button.toolTip() == "Switch to that portal first."


@pytest.fixture
def cut_off() -> FakeDesk:
    """A portal on which an apply was cut off: one step done, one half done, one not begun."""
    desk = FakeDesk()
    desk.cut_off = unfinished(connection(), desk.here, bound(DEAL, LEAD, TILE))
    return desk


@pytest.mark.parametrize(
    ("button", "how"),
    [
        ("finishButton", Recovery.FINISH),
        ("putBackButton", Recovery.PUT_BACK),
        ("leaveButton", Recovery.LEAVE),
    ],
)
def test_what_was_cut_off_is_shown_and_recovered(start: Start, cut_off: FakeDesk, button: str, how: Recovery) -> None:
    person = start(cut_off)
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemTitle") == "An apply of 3 changes was cut off here before its end."
    person.click("problemActionButton")
    states = [row[2] for row in person.table("unfinishedTable")]
    assert states == ["done", "half done", "not done: what stood there before"]
    person.click(button)
    person.wait(lambda: person.sees("recoverResult"))
    assert person.text("recoverResult") == "All 3 changes are done and read back."
    assert cut_off.recovered == [how]
    person.click("cancelButton")
    person.wait(lambda: not person.sees("problemBanner"))
    assert not person.sees("unfinishedDialog")


def test_recovering_that_fails_can_be_tried_again_or_put_off(start: Start, cut_off: FakeDesk) -> None:
    cut_off.errors["recover"] = [error()]
    person = start(cut_off)
    person.wait(lambda: person.sees("problemBanner"))
    person.click("problemActionButton")
    person.click("putBackButton")
    person.wait(lambda: person.sees("recoverResult"))
    assert person.text("recoverResult").startswith("The portal does not answer.")
    person.click("cancelButton")
    assert person.sees("problemBanner")
    assert cut_off.recovered == []
    person.click("problemActionButton")
    person.click("putBackButton")
    person.wait(lambda: cut_off.recovered == [Recovery.PUT_BACK])


def test_an_apply_that_must_wait_for_that_brings_the_banner(start: Start, cut_off: FakeDesk) -> None:
    half, cut_off.cut_off = cut_off.cut_off, None
    person = start(cut_off)
    person.ready()
    assert not person.sees("problemBanner")
    cut_off.cut_off = half
    cut_off.errors["apply refused"] = [error("unfinished", "An earlier apply was cut off.")]
    apply(person, "Deal")
    assert person.text("applyResult").startswith("An earlier apply was cut off.")
    person.click("cancelButton")
    person.wait(lambda: person.sees("problemBanner"))
    person.wait(lambda: person.text("problemTitle").startswith("An apply of 3 changes was cut off"))


def test_what_was_cut_off_stays_known_where_nobody_could_look_again(start: Start, cut_off: FakeDesk) -> None:
    person = start(cut_off)
    said = "An apply of 3 changes was cut off here before its end."
    person.wait(lambda: person.sees("problemBanner") and person.text("problemTitle") == said)
    cut_off.errors["unfinished"] = [error()]
    person.click("refreshButton")
    person.wait(lambda: person.sees("nextProblemButton"))
    assert person.text("problemTitle") == said
    person.click("nextProblemButton")
    assert person.text("problemTitle") == "The portal does not answer."


def test_the_models_keep_qt_s_rules(qtmodeltester: ModelTester, cut_off: FakeDesk) -> None:
    history = HistoryModel()
    history.show_entries([entry_of(connection(), bound(DEAL)), replace(entry_of(connection(), ()), ended=False)])
    qtmodeltester.check(history)
    assert cut_off.cut_off is not None
    model = HalfWayModel(cut_off.cut_off)
    qtmodeltester.check(model)
    assert model.headerData(2, Qt.Orientation.Horizontal) == "What stands there now"
    assert history.index(1, 4).data() == "cut off, or still under way"
