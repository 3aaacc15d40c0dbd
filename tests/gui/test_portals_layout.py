"""Many portals held against a layout file: how far each is from it, one review over all, applied side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QPushButton, QTableView, QTreeView, QWidget

from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.gui.background.tasks import Tasks
from bxdesk.gui.portals import rollout_tree
from bxdesk.gui.portals.portals_model import Column
from bxdesk.gui.portals.rollout_model import RolloutModel
from bxdesk.gui.session.goals import LayoutGoal
from bxdesk.gui.session.rollout import PortalRollout, Rollout
from bxdesk.gui.session.session import Session
from bxdesk.messages import message
from bxdesk.placements.bindings import Texts
from bxdesk.placements.codes import timeline_code
from bxdesk.placements.drift import Drift, Drifted, DriftKind
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Step, make_plan
from tests.builders import DEAL, HANDLER, LEAD, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import SINCE, FakeDesk, connection, error, portal_snapshot, unfinished
from tests.gui.person import Person

ACME, BETA, GAMMA = connection("acme", "a"), connection("beta", "b"), connection("gamma", "c")
SEND = {"en": Texts("Send")}
LAYOUT = f"""bxdesk: 1
handler: {HANDLER}
widgets:
  - placements: [{DEAL}, {LEAD}]
    title: {{en: Send}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "contracts.yaml"
    path.write_text(LAYOUT, encoding="utf-8")
    return path


@pytest.fixture
def desk() -> FakeDesk:
    desk = FakeDesk(portal_snapshot(binding(DEAL, texts=SEND), binding(LEAD, texts=SEND)), ACME, BETA, GAMMA)
    desk.others[BETA.identity] = portal_snapshot()
    desk.others[GAMMA.identity] = portal_snapshot(binding(DEAL, title="Old"))
    return desk


@pytest.fixture
def person(start: Start, desk: FakeDesk) -> Person:
    somebody = start(desk)
    somebody.ready()
    somebody.click("portalsButton")
    somebody.wait(lambda: somebody.sees("portalsTable"))
    return somebody


def _compare(person: Person, path: Path) -> None:
    person.click("compareLayoutButton")
    person.see(QFileDialog, "layoutFileDialog")
    person.see(QLineEdit, "fileNameEdit").setText(str(path))  # typed, it would be completed
    person.press(Qt.Key.Key_Return, "fileNameEdit")
    person.wait(lambda: person.sees("portalsStatus") and not person.sees("portalsProgress"))


def test_all_tools_stand_in_one_line_where_there_is_room(person: Person, file: Path) -> None:
    def lines() -> set[int]:
        person.settle()
        tools = [person.see(QWidget, name) for name in ("readAllButton", "compareLayoutButton")]
        return {tool.mapTo(person.window, tool.rect().center()).y() for tool in tools}

    person.window.resize(1280, 700)
    person.wait(lambda: len(lines()) == 1)
    _compare(person, file)
    person.wait(lambda: len(lines()) == 1)
    assert person.see(QWidget, "reviewPortalsButton").visibleRegion().boundingRect().width() > 0


def _against(person: Person) -> list[str]:
    return [row[Column.LAYOUT] for row in person.table("portalsTable")]


def _read_open_portal_again(person: Person, desk: FakeDesk) -> None:
    before = desk.calls.count("snapshot")
    person.click("leavePortalsButton")
    person.click("refreshButton")
    person.wait(lambda: desk.calls.count("snapshot") > before)
    person.ready()
    person.click("portalsButton")
    person.pause(80)  # news are gathered


def _review(person: Person) -> None:
    person.see(QTableView, "portalsTable").selectAll()
    person.click("reviewPortalsButton")
    person.wait(lambda: person.sees("rolloutDialog") and not person.sees("rolloutProgress"))


def _rows(person: Person) -> list[tuple[str, str, str]]:
    """Every row of the review that is in sight; steps are indented."""
    tree = person.see(QTreeView, "rolloutTree")
    model = tree.model()

    def inside(parent: QModelIndex, indent: str) -> list[tuple[str, str, str]]:
        found = []
        for row in range(model.rowCount(parent)):
            cells = [str(model.index(row, column, parent).data()) for column in range(3)]
            found.append((f"{indent}{cells[0]}", cells[1], cells[2]))
            if tree.isExpanded(model.index(row, 0, parent)):
                found += inside(model.index(row, 0, parent), "  ")
        return found

    return inside(QModelIndex(), "")


def test_each_portal_says_how_far_it_is_from_the_layout(person: Person, desk: FakeDesk, file: Path) -> None:
    _compare(person, file)
    assert person.text("comparedLayout") == "contracts.yaml"
    assert _against(person) == ["in step", "2 to bind", "1 to bind, 1 to replace"]
    assert sorted(desk.read) == [ACME.name, BETA.name, GAMMA.name]
    person.see(QTableView, "portalsTable").sortByColumn(Column.LAYOUT, Qt.SortOrder.AscendingOrder)
    assert _against(person)[-1] == "in step"
    person.click("leaveLayoutButton")
    assert person.see(QTableView, "portalsTable").isColumnHidden(Column.LAYOUT)
    assert not person.sees("reviewPortalsButton")


def test_portals_are_filtered_by_how_they_stand(person: Person, desk: FakeDesk, file: Path) -> None:
    desk.drifts[GAMMA.identity] = Drift((Drifted(DriftKind.APPEARED, binding()),), SINCE)
    step = StepOutcome(Step(Action.BIND, None, binding(LEAD)), OutcomeState.DONE)
    desk.cut_off = unfinished(BETA, desk.others[BETA.identity], (step,))
    _compare(person, file)
    box = person.see(QComboBox, "portalStateBox")

    def shown(state: str) -> list[str]:
        person.pick("portalStateBox", state)
        box.activated.emit(box.currentIndex())
        return [] if person.sees("noPortalFound") else [row[Column.PORTAL] for row in person.table("portalsTable")]

    assert shown("in step with the layout") == [ACME.name]
    assert shown("differs from the layout") == [BETA.name, GAMMA.name]
    assert shown("drifted") == [GAMMA.name]
    assert shown("cut off") == [BETA.name]
    assert shown("changes wait") == []
    assert shown("a check found something") == []
    shown("All states")
    desk.found = (Check(CheckCode.INSTALLATION, CheckState.BLOCKED, message("The app is not fully installed.")),)
    person.see(QTableView, "portalsTable").selectRow(0)
    person.choose("portalsMenuButton", "checkPortalsAction")
    person.wait(lambda: not person.sees("portalsProgress"))
    assert shown("a check found something") == [ACME.name]


def test_the_open_portal_is_known_to_be_in_step_until_it_is_found_changed(
    person: Person, desk: FakeDesk, file: Path
) -> None:
    _compare(person, file)
    for bindings, against in ((desk.here.bindings, "in step"), (desk.here.bindings[:1], "")):
        desk.here = desk.here.with_bindings(bindings)
        _read_open_portal_again(person, desk)
        assert _against(person)[0] == against


def test_a_layout_that_a_portal_cannot_have_does_not_fit(person: Person, desk: FakeDesk, file: Path) -> None:
    desk.others[BETA.identity] = replace(portal_snapshot(types=()))
    file.write_text(LAYOUT.replace(LEAD, '"CRM_DYNAMIC_{Purchase}_DETAIL_ACTIVITY"'), encoding="utf-8")
    _compare(person, file)
    assert _against(person)[1] == "does not fit"
    cell = person.see(QTableView, "portalsTable").model().index(1, Column.LAYOUT)
    assert "Purchase" in str(cell.data(Qt.ItemDataRole.ToolTipRole))


def test_a_file_that_is_no_layout_is_said_and_nothing_is_read(person: Person, desk: FakeDesk, file: Path) -> None:
    file.write_text("bxdesk: 1\nwidgetz: []\n", encoding="utf-8")
    _compare(person, file)
    assert "contracts.yaml" in person.text("problemTitle")
    assert desk.read == []
    assert person.text("portalsStatus") == "Stopped: 0 of 3 read"


def test_one_review_over_all_is_applied_side_by_side(person: Person, desk: FakeDesk, file: Path) -> None:
    _compare(person, file)
    _review(person)
    assert person.text("rolloutHeading") == "3 to bind, 1 to replace on 2 portals"
    assert [row[:2] for row in _rows(person)] == [
        ("acme.bitrix24.com", "Nothing to change"),
        ("beta.bitrix24.com", "2 to bind"),
        ("  Bind “Send” to CRM timeline button: Deal", f"{HANDLER} · Title: “Send” (en)"),
        ("  Bind “Send” to CRM timeline button: Lead", f"{HANDLER} · Title: “Send” (en)"),
        ("gamma.bitrix24.com", "1 to bind, 1 to replace"),
        ("  Replace the texts at CRM timeline button: Deal", "Title: “Old” → nothing · Title (en): nothing → “Send”"),
        ("  Bind “Send” to CRM timeline button: Lead", f"{HANDLER} · Title: “Send” (en)"),
    ]
    desk.read.clear()
    person.click("applyButton")
    person.wait(lambda: person.text("rolloutHeading") == "Done on 2 portals")
    assert [row[2] for row in _rows(person) if not row[0].startswith(" ")] == [
        "",
        "All 2 changes are done and read back.",
        "All 2 changes are done and read back.",
    ]
    assert {row[2] for row in _rows(person) if row[0].startswith(" ")} == {"Done"}
    person.click("cancelButton")
    person.wait(lambda: _against(person) == ["in step"] * 3)
    assert sorted(desk.read) == [BETA.name, GAMMA.name], "only what was changed is read again"


def test_what_the_layout_does_not_name_goes_if_that_is_wanted(person: Person, desk: FakeDesk, file: Path) -> None:
    desk.others[BETA.identity] = portal_snapshot(
        binding(DEAL, texts=SEND), binding(LEAD, texts=SEND), binding(TILE, title="Old offer")
    )
    _compare(person, file)
    _review(person)
    assert not person.see(QCheckBox, "pruneBox").isChecked()
    assert person.text("rolloutHeading") == "1 to bind, 1 to replace on 1 portal"
    desk.calls.clear()
    person.click("pruneBox")
    person.wait(lambda: person.text("rolloutHeading") == "1 to bind, 1 to replace, 1 to unbind on 2 portals")
    assert "  Unbind “Old offer” from Contact Center tile" in [row[0] for row in _rows(person)]
    assert "snapshot" not in desk.calls, "the portals were read a moment ago"
    person.click("pruneBox")
    person.wait(lambda: person.text("rolloutHeading") == "1 to bind, 1 to replace on 1 portal")
    person.click("pruneBox")
    person.wait(lambda: person.see(QPushButton, "applyButton").isEnabled())
    person.click("applyButton")
    person.wait(lambda: person.text("rolloutHeading") == "Done on 2 portals")
    assert not person.see(QCheckBox, "pruneBox").isEnabled()
    assert {one.placement for one in desk.others[BETA.identity].bindings} == {DEAL, LEAD}


def test_what_speaks_against_a_plan_has_the_whole_width_and_as_many_lines_as_it_needs(
    person: Person, desk: FakeDesk, file: Path
) -> None:
    desk.others[GAMMA.identity] = portal_snapshot(binding(timeline_code(777), title="Old offer"), binding(TILE))
    _compare(person, file)
    _review(person)
    person.click("pruneBox")
    person.wait(lambda: "to unbind" in person.text("rolloutHeading"))
    tree = person.see(QTreeView, "rolloutTree")
    gamma = tree.model().index(2, 0)
    caution, removal = tree.model().index(0, 0, gamma), tree.model().index(1, 0, gamma)
    assert str(caution.data()).startswith("Its removal cannot be taken back")
    assert removal.siblingAtColumn(1).data() == f"The layout does not name it. · {HANDLER}"
    for width, lines in ((1400, 1), (700, 2)):
        person.see(QWidget, "rolloutDialog").resize(width, 500)
        person.wait(lambda lines=lines: _lines(tree, caution) == lines)  # type: ignore[misc]
    assert _lines(tree, removal) == 1


def _lines(tree: QTreeView, index: QModelIndex) -> int:
    """How many lines of text a row has room for."""
    return 1 + (tree.visualRect(index).height() - _height(tree)) // tree.fontMetrics().height()


def _height(tree: QTreeView) -> int:
    return tree.visualRect(tree.model().index(0, 0)).height()


def test_what_failed_is_planned_and_applied_again_alone(person: Person, desk: FakeDesk, file: Path) -> None:
    _compare(person, file)
    desk.errors[f"apply {BETA.name}"] = [error("unreachable", "beta does not answer.")]
    _review(person)
    person.click("applyButton")
    person.wait(lambda: person.sees("retryButton"))
    assert person.text("rolloutHeading") == "Done on 1 portal; 1 failed"
    beta = [row[0] for row in _rows(person)].index(BETA.name)
    assert _rows(person)[beta][2] == "beta does not answer."
    assert _rows(person)[beta + 1][0].startswith("  beta does not answer. It may be offline.")
    tree = person.see(QTreeView, "rolloutTree")
    assert tree.isFirstColumnSpanned(0, tree.model().index(1, 0)), "all of the reason is to be read"
    person.click("retryButton")
    person.wait(lambda: person.text("rolloutHeading") == "2 to bind on 1 portal")
    assert [row[0] for row in _rows(person) if not row[0].startswith(" ")] == [BETA.name]
    person.click("applyButton")
    person.wait(lambda: person.text("rolloutHeading") == "Done on 1 portal")
    person.wait(lambda: tree.columnWidth(2) >= tree.sizeHintForColumn(2))
    assert not person.sees("retryButton")


def test_where_an_apply_was_cut_off_nothing_is_applied_before_it_is_settled(
    person: Person, desk: FakeDesk, file: Path
) -> None:
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(GAMMA, portal_snapshot(), (step,))
    _compare(person, file)
    _review(person)
    assert person.text("rolloutHeading") == "2 to bind on 1 portal; 1 failed"
    said = "An apply of one change was cut off here before its end."
    assert [row[2] for row in _rows(person) if not row[0].startswith(" ")] == ["", "", said]
    desk.cut_off = None
    person.click("retryButton")
    person.wait(lambda: person.text("rolloutHeading") == "1 to bind, 1 to replace on 1 portal")


def test_a_layout_that_cannot_be_read_any_more_is_said_in_the_review(person: Person, file: Path) -> None:
    _compare(person, file)
    file.write_text("bxdesk: 1\nwidgetz: []\n", encoding="utf-8")
    _review(person)
    assert "contracts.yaml" in person.text("rolloutHeading")
    assert not person.see(QPushButton, "applyButton").isEnabled()


@pytest.mark.logs_warnings
def test_a_fault_of_bxdesk_on_one_portal_does_not_cut_off_the_others(
    person: Person, desk: FakeDesk, file: Path
) -> None:
    _compare(person, file)
    desk.errors[f"apply {BETA.name}"] = [RuntimeError("a fault")]
    _review(person)
    person.click("applyButton")
    person.wait(lambda: person.sees("retryButton"))
    assert person.text("rolloutHeading") == "Done on 1 portal; 1 failed"
    assert next(row[2] for row in _rows(person) if row[0] == BETA.name).startswith("Something unexpected")
    assert {one.placement for one in desk.others[GAMMA.identity].bindings} == {DEAL, LEAD}


def test_stopping_leaves_what_was_not_begun_to_be_tried_again(person: Person, desk: FakeDesk, file: Path) -> None:
    _compare(person, file)
    _review(person)
    desk.hold("apply")
    person.click("applyButton")
    person.wait(lambda: desk.calls.count("apply") == 2)
    assert person.text("cancelButton") == "&Stop"
    person.click("cancelButton")
    assert person.text("cancelButton") == "Stopping…"
    person.program.session.tasks.in_loop(lambda _: desk.release("apply"))
    person.wait(lambda: person.sees("retryButton"))
    assert person.text("rolloutHeading") == "Done on 0 portals; 2 stopped"
    states = {row[2] for row in _rows(person) if row[0].startswith(" ")}
    assert states == {"Done", "Not carried out"}


def test_cancelling_the_reading_closes_and_changes_nothing(person: Person, desk: FakeDesk, file: Path) -> None:
    _compare(person, file)
    desk.hold("snapshot")
    person.see(QTableView, "portalsTable").selectAll()
    person.click("reviewPortalsButton")
    person.wait(lambda: person.text("rolloutHeading") == "Reading the portals…")
    assert not person.see(QPushButton, "applyButton").isEnabled()
    person.click("cancelButton")
    person.wait(lambda: not person.sees("rolloutDialog"))
    assert "apply" not in desk.calls


def test_a_portal_and_its_restored_copy_are_told_apart_in_the_review(start: Start, file: Path) -> None:
    person = start(FakeDesk(portal_snapshot(), ACME, connection("acme", "b")))
    person.ready()
    person.click("portalsButton")
    _compare(person, file)
    _review(person)
    names = [row[0] for row in _rows(person) if not row[0].startswith(" ")]
    assert names == [f"local.1@{'a' * 32}", f"local.1@{'b' * 32}"]


def test_checks_that_come_to_nothing_take_nothing_away_of_what_was_read(
    person: Person, desk: FakeDesk, file: Path
) -> None:
    _compare(person, file)
    before = _against(person)
    desk.errors[f"check {BETA.name}"] = [error("unreachable", "beta does not answer.")]
    person.see(QTableView, "portalsTable").selectAll()
    person.choose("portalsMenuButton", "checkPortalsAction")
    person.wait(lambda: person.text("portalsStatus") == "2 of 3 checked, 1 failed")
    person.pause(80)
    assert _against(person) == before


def test_what_held_before_changes_is_not_said_after_them_where_nobody_reads_again(
    person: Person, desk: FakeDesk, file: Path
) -> None:
    _compare(person, file)
    assert _against(person) == ["in step", "2 to bind", "1 to bind, 1 to replace"]
    _review(person)
    desk.hold(f"read {BETA.name}")
    desk.hold(f"read {GAMMA.name}")
    person.click("applyButton")
    person.wait(lambda: person.text("rolloutHeading") == "Done on 2 portals")
    person.click("cancelButton")
    person.click("cancelReadingButton")
    person.pause(80)
    assert _against(person) == ["in step", "", ""]


def test_of_very_many_portals_what_the_current_row_says_is_to_be_read_whole(
    person: Person, desk: FakeDesk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rollout_tree, "_FITTED", 2)
    _compare(person, file)
    desk.errors[f"apply {BETA.name}"] = [error("unreachable", "beta does not answer.")]
    _review(person)
    tree = person.see(QTreeView, "rolloutTree")
    assert person.text("rolloutRow") == "acme.bitrix24.com · Nothing to change"
    person.press(Qt.Key.Key_Down, "rolloutTree")
    assert person.text("rolloutRow") == "beta.bitrix24.com · 2 to bind"
    person.click("applyButton")
    person.wait(lambda: person.sees("retryButton"))
    said = "beta does not answer. It may be offline. Look at it in the browser."
    assert person.text("rolloutRow") == f"beta.bitrix24.com · 2 to bind · {said}"
    person.press(Qt.Key.Key_Down, "rolloutTree")
    assert person.text("rolloutRow") == "beta does not answer. It may be offline. Look at it in the browser."
    person.press(Qt.Key.Key_Down, "rolloutTree")
    assert person.text("rolloutRow").startswith("Bind “Send” to CRM timeline button: ")
    assert tree.uniformRowHeights()


def test_it_is_a_proper_model(qtmodeltester: Any) -> None:
    session = Session(Tasks(), FakeDesk)  # type: ignore[arg-type]
    rollout = Rollout(session, LayoutGoal(Path("layout.yaml")), (ACME, BETA), parent=session)
    here = portal_snapshot()
    rollout.portals = [
        PortalRollout(ACME, "acme", here, make_plan(here, (binding(DEAL), binding(LEAD)), ())),
        PortalRollout(BETA, "beta", problem=error().problem),
    ]
    model = RolloutModel(rollout, session)
    model.show()
    qtmodeltester.check(model)


def test_no_row_comes_without_being_told_of(qtmodeltester: Any) -> None:
    session = Session(Tasks(), FakeDesk)  # type: ignore[arg-type]
    rollout = Rollout(session, LayoutGoal(Path("layout.yaml")), (ACME, BETA), parent=session)
    rollout.portals = [PortalRollout(ACME, "acme"), PortalRollout(BETA, "beta")]
    model = RolloutModel(rollout, session)
    model.show()
    qtmodeltester.check(model)
    told = [0, 0]
    model.rowsInserted.connect(lambda parent, first, last: _count(told, parent.row(), last - first + 1))

    def rows() -> list[int]:
        return [model.rowCount(model.index(row, 0)) for row in range(2)]

    here = portal_snapshot()
    rollout.portals[0].plan = make_plan(here, (binding(DEAL), binding(LEAD)), ())
    rollout.portals[0].cautions = (error().problem,)
    rollout.changed.emit({0})
    assert rows() == told
    rollout.portals[1].problem = error().problem
    rollout.changed.emit({0, 1})
    assert rows() == told == [0, 1]
    model.show()
    assert rows() == [3, 1]
    rollout.portals[0].problem = error("offline", "It broke off.").problem
    rollout.changed.emit({0})
    assert (rows(), told) == ([4, 1], [1, 1])
    qtmodeltester.check(model)


def _count(told: list[int], outer: int, rows: int) -> None:
    told[outer] += rows
