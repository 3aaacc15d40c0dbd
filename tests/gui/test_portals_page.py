"""The page of all portals: what is known of each, reading many of them, and the way into one."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTableView

from bxdesk.accounts.connection import Connection
from bxdesk.gui.background.tasks import Tasks
from bxdesk.gui.portals.portal_filter import Filter
from bxdesk.gui.portals.portals_model import Column, PortalsModel
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.draft_keeper import DraftKeeper
from bxdesk.gui.session.fleet import Fleet
from bxdesk.gui.session.open_portal import Phase
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.side_by_side import SideBySide, Work
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.drift import Drift, Drifted, DriftKind
from bxdesk.placements.history import History
from bxdesk.placements.kept_draft import KeptDraft
from bxdesk.placements.widgets import Layout, Widget
from tests.builders import DEAL, HANDLER, LEAD, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import SINCE, FakeDesk, connection, error
from tests.gui.person import Person

ACME = replace(connection("acme", "a"), group="Customers")
BETA = replace(connection("beta", "b"), label="Branch office")
GAMMA = replace(connection("gamma", "c"), group="Customers")
MANY = 1000
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole


@pytest.fixture
def desk() -> FakeDesk:
    desk = FakeDesk(None, ACME, BETA, GAMMA)
    draft = Draft(Layout(), Layout({"new-1": Widget(HANDLER, Content.of("Send"), dict.fromkeys((DEAL, LEAD)))}))
    desk.drafts.kept[BETA.identity] = KeptDraft(draft, datetime.now(UTC))
    desk.drifts[GAMMA.identity] = Drift((Drifted(DriftKind.APPEARED, binding()),), SINCE)
    return desk


@pytest.fixture
def person(start: Start, desk: FakeDesk) -> Person:
    somebody = start(desk)
    somebody.ready()
    somebody.click("portalsButton")
    somebody.wait(lambda: somebody.sees("portalsTable"))
    return somebody


def _rows(person: Person, *columns: Column) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in person.table("portalsTable")]


def _names(person: Person) -> list[str]:
    return [row[Column.PORTAL].partition(".")[0] for row in person.table("portalsTable")]


def _select(person: Person, *names: str) -> None:
    table = person.see(QTableView, "portalsTable")
    table.clearSelection()
    for name in names:
        row = next(number for number, shown in enumerate(_names(person)) if name in shown)
        flag = QItemSelectionModel.SelectionFlag
        table.selectionModel().setCurrentIndex(table.model().index(row, 0), flag.Select | flag.Rows)


def _read_all(person: Person) -> None:
    person.click("readAllButton")
    person.wait(lambda: not person.sees("portalsProgress"))


def test_every_portal_is_there_with_what_is_known_of_it(person: Person) -> None:
    person.wait(lambda: _rows(person, Column.WAITING) == [("",), ("2",), ("",)])
    assert _rows(person, Column.PORTAL, Column.GROUP, Column.STATE) == [
        ("acme.bitrix24.com", "Customers", "signed in"),
        ("Branch office – beta.bitrix24.com", "", "not read yet"),
        ("gamma.bitrix24.com", "Customers", "not read yet"),
    ]
    assert [bool(read) for (read,) in _rows(person, Column.READ)] == [True, False, False]
    assert person.text("portalsHeading") == "Portals (3)"


def test_reading_all_says_of_each_what_came_of_it(person: Person, desk: FakeDesk) -> None:
    desk.errors[f"read {BETA.name}"] = [error("unreachable", "beta does not answer.")]
    desk.errors[f"read {ACME.name}"] = [error("not_admin", "Helen Marsh is not an administrator.")]
    _read_all(person)
    assert _rows(person, Column.STATE, Column.DRIFT) == [("no rights", ""), ("not reachable", ""), ("signed in", "1")]
    assert person.text("portalsStatus") == "1 of 3 read, 2 failed"
    state = person.see(QTableView, "portalsTable").model().index(1, Column.STATE)
    assert "beta does not answer." in str(state.data(Qt.ItemDataRole.ToolTipRole))
    box = person.see(QComboBox, "connectionBox")
    assert [box.itemText(row).rpartition(" (")[2] for row in range(2)] == ["no rights)", "not reachable)"]


def test_what_failed_is_tried_again_alone(person: Person, desk: FakeDesk) -> None:
    desk.errors[f"read {BETA.name}"] = [error("unreachable", "beta does not answer.")]
    _read_all(person)
    desk.read.clear()
    person.click("readFailedButton")
    person.wait(lambda: person.text("portalsStatus") == "1 of 1 read")
    assert desk.read == [BETA.name]
    assert not person.sees("readFailedButton")


def test_what_failed_and_is_forgotten_is_not_tried_again(person: Person, desk: FakeDesk) -> None:
    for one in (ACME, BETA):
        desk.errors[f"read {one.name}"] = [error("unreachable", "It does not answer.")]
    person.click("readAllButton")
    person.wait(lambda: person.sees("readFailedButton") and person.text("readFailedButton").endswith("(2)"))
    desk.read.clear()
    _trigger(person, "signOutAction")
    person.click("signOutButton")
    person.wait(lambda: person.text("readFailedButton").endswith("(1)"))
    person.click("readFailedButton")
    person.wait(lambda: person.text("portalsStatus") == "1 of 1 read")
    assert desk.read == [BETA.name]


def test_one_that_hangs_holds_up_nobody_and_cancel_stops_it(person: Person, desk: FakeDesk) -> None:
    desk.hold(f"read {BETA.name}")
    person.click("readAllButton")
    person.wait(lambda: person.text("portalsStatus") == "2 of 3 read")
    assert _rows(person, Column.STATE) == [("signed in",), ("reading…",), ("signed in",)]
    assert not person.see(QPushButton, "readAllButton").isEnabled()
    person.click("cancelReadingButton")
    assert _rows(person, Column.STATE)[1] == ("not read yet",)
    assert person.text("portalsStatus") == "Stopped: 2 of 3 read"
    desk.release(f"read {BETA.name}")
    _read_all(person)
    assert person.text("portalsStatus") == "3 of 3 read"


def test_the_keyboard_stays_in_the_list_whatever_can_be_pressed_no_more(person: Person, desk: FakeDesk) -> None:
    table = person.see(QTableView, "portalsTable")
    desk.hold(f"read {BETA.name}")
    person.press(Qt.Key.Key_Space, "readAllButton")
    person.wait(table.hasFocus)
    person.press(Qt.Key.Key_Space, "cancelReadingButton")
    person.wait(table.hasFocus)
    desk.release(f"read {BETA.name}")
    _select(person, "beta")
    person.press(Qt.Key.Key_Space, "portalDetailsRemedyButton")
    person.wait(lambda: not person.sees("portalDetailsProblem"))
    person.wait(table.hasFocus)


def test_numbers_stand_on_the_right(person: Person) -> None:
    model = person.see(QTableView, "portalsTable").model()
    person.wait(lambda: _rows(person, Column.WAITING) == [("",), ("2",), ("",)])
    for column in Column:
        places = {
            model.index(1, column).data(_ALIGNMENT),
            model.headerData(column, Qt.Orientation.Horizontal, _ALIGNMENT),
        }
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        assert places == ({right} if column in (Column.WAITING, Column.DRIFT) else {None})


def test_a_run_that_goes_on_is_not_touched_by_another(person: Person, desk: FakeDesk) -> None:
    told: list[tuple[str, object]] = []
    run = SideBySide(person.program.session, person.window)
    run.succeeded.connect(lambda one, found: told.append((one.name, found)))
    desk.hold("history")

    async def begin() -> Work:
        return lambda one, _: desk.history(one)

    run.start((ACME,), begin)
    with pytest.raises(RuntimeError, match="going on"):
        run.start((BETA,), begin)
    person.program.session.tasks.in_loop(lambda _: desk.release("history"))
    person.wait(lambda: not run.runs)
    assert told == [(ACME.name, History(()))]
    run.start((BETA,), begin)
    person.wait(lambda: not run.runs)
    assert [name for name, _ in told] == [ACME.name, BETA.name]


def test_at_most_eight_are_read_side_by_side(start: Start) -> None:
    known = [connection(f"p{number:02}", f"{number:02}") for number in range(20)]
    desk = FakeDesk(None, *known)
    for one in known:
        desk.hold(f"read {one.name}")
    person = start(desk)
    person.ready()
    person.click("portalsButton")
    person.click("readAllButton")
    person.wait(lambda: len(desk.read) == 8)
    person.pause(50)
    assert len(desk.read) == 8
    assert [state for (state,) in _rows(person, Column.STATE)].count("waiting…") == 12
    person.click("cancelReadingButton")


def test_only_the_selected_are_read(person: Person, desk: FakeDesk) -> None:
    _select(person, "beta", "gamma")
    person.choose("portalsMenuButton", "readPortalsAction")
    person.wait(lambda: person.sees("portalsStatus") and person.text("portalsStatus") == "2 of 2 read")
    assert sorted(desk.read) == [BETA.name, GAMMA.name]


def test_portals_are_searched_filtered_and_sorted(person: Person, desk: FakeDesk) -> None:
    desk.errors[f"read {BETA.name}"] = [error("session_ended", "The session has ended.")]
    _read_all(person)
    person.type("portalsFilter", "branch")
    assert _names(person) == ["Branch office – beta"]
    person.type("portalsFilter", "custom gam")
    assert _names(person) == ["gamma"]
    person.type("portalsFilter", "nowhere")
    assert person.text("noPortalFound") == "No portal matches what is searched."
    person.type("portalsFilter", "")
    box = person.see(QComboBox, "portalStateBox")
    person.pick("portalStateBox", "session ended")
    box.activated.emit(box.currentIndex())
    assert _names(person) == ["Branch office – beta"]
    person.pick("portalStateBox", "All states")
    box.activated.emit(0)
    groups = person.see(QComboBox, "portalGroupBox")
    person.pick("portalGroupBox", "Customers")
    groups.activated.emit(groups.currentIndex())
    assert _names(person) == ["acme", "gamma"]
    person.see(QTableView, "portalsTable").sortByColumn(Column.DRIFT, Qt.SortOrder.AscendingOrder)
    assert _names(person) == ["gamma", "acme"]


def test_what_is_selected_stays_so_while_others_are_searched(person: Person) -> None:
    _select(person, "acme", "gamma")
    person.type("portalsFilter", "gamma")
    assert person.text("portalsMenuButton") == "&With the selected (1)"
    person.type("portalsFilter", "bitrix24")
    table = person.see(QTableView, "portalsTable")
    assert [index.row() for index in table.selectionModel().selectedRows()] == [2]


def test_what_other_windows_have_done_to_the_list_is_seen_when_the_page_is_shown_again(
    person: Person, desk: FakeDesk
) -> None:
    person.click("leavePortalsButton")
    desk.accounts.known = [ACME, replace(GAMMA, group="Partners"), connection("delta", "d")]
    person.click("portalsButton")
    person.wait(lambda: _names(person) == ["acme", "delta", "gamma"])
    assert _rows(person, Column.GROUP) == [("Customers",), ("",), ("Partners",)]
    assert desk.calls.count("snapshot") == 1, "the open one is not read again for that"
    assert person.text("connectionBox") == "acme.bitrix24.com"


def test_what_waits_on_a_portal_that_another_window_has_connected_is_known_at_once(
    person: Person, desk: FakeDesk
) -> None:
    person.click("leavePortalsButton")
    delta = connection("delta", "d")
    desk.drafts.kept[delta.identity] = desk.drafts.kept[BETA.identity]
    desk.accounts.known.append(delta)
    person.click("portalsButton")
    person.wait(lambda: ("delta.bitrix24.com", "2") in _rows(person, Column.PORTAL, Column.WAITING))


def test_a_list_that_nobody_asked_for_and_cannot_be_read_is_passed_over(person: Person, desk: FakeDesk) -> None:
    person.click("leavePortalsButton")
    desk.errors["connections"] = [error("connections_unreadable", "The list cannot be read.")]
    person.click("portalsButton")
    person.wait(lambda: not desk.errors["connections"])
    person.pause(100)
    assert not person.sees("problemBanner")
    assert _names(person) == ["acme", "Branch office – beta", "gamma"]


def test_what_a_list_that_could_not_be_read_has_said_is_taken_back_by_the_next_that_can(
    person: Person, desk: FakeDesk
) -> None:
    person.pause(50)
    person.click("leavePortalsButton")
    session, lists = person.program.session, desk.calls.count("connections")
    desk.hold("connections")
    session.sign_out(BETA)
    person.wait(lambda: desk.calls.count("connections") == lists + 1)
    person.click("portalsButton")  # which lists them in the place of it
    person.wait(lambda: desk.calls.count("connections") == lists + 2)
    desk.errors["connections"] = [error("connections_unreadable", "The list cannot be read.")]
    session.tasks.in_loop(lambda _: desk.release("connections"))
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemTitle") == "The list cannot be read."
    person.click("leavePortalsButton")
    person.click("portalsButton")
    person.wait(lambda: not person.sees("problemBanner"))
    assert _names(person) == ["acme", "gamma"]


def test_a_portal_that_was_signed_out_of_in_another_window_goes_once_it_cannot_be_read(
    person: Person, desk: FakeDesk
) -> None:
    person.pause(50)
    desk.accounts.known = [ACME, GAMMA]
    desk.errors[f"read {BETA.name}"] = [error("session_ended", "The session has ended.")]
    person.click("readAllButton")
    person.wait(lambda: _names(person) == ["acme", "gamma"])
    assert not person.sees("readFailedButton")


def test_a_name_that_is_given_while_the_portals_are_listed_stays(person: Person, desk: FakeDesk) -> None:
    person.click("leavePortalsButton")
    person.pause(50)
    before = tuple(desk.accounts.known)
    desk.hold("connections")
    person.click("portalsButton")
    person.wait(lambda: desk.calls[-1] == "connections" or "connections" in desk.calls[-3:])
    person.program.session.rename(ACME, "Head office")
    person.wait(lambda: _names(person)[-1].startswith("Head office"))
    assert before != tuple(desk.accounts.known)
    person.program.session.tasks.in_loop(lambda _: desk.release("connections"))
    person.pause(100)
    assert "Head office – acme" in _names(person)


def test_return_opens_a_portal_and_shows_its_widgets(person: Person) -> None:
    _select(person, "beta")
    person.press(Qt.Key.Key_Return, "portalsTable")
    person.wait(lambda: person.sees("widgetList"))
    assert person.text("connectionBox") == "Branch office – beta.bitrix24.com"
    assert not person.see(QPushButton, "portalsButton").isChecked()


def test_a_double_click_on_the_open_portal_reads_nothing_again(person: Person, desk: FakeDesk) -> None:
    table = person.see(QTableView, "portalsTable")
    centre = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    person.wait(lambda: person.sees("widgetList"))
    assert desk.calls.count("snapshot") == 1


def test_the_list_of_portals_leads_to_the_widgets_of_the_one_that_is_chosen(person: Person) -> None:
    box = person.see(QComboBox, "connectionBox")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    person.wait(lambda: person.sees("widgetList"))


def test_what_is_searched_and_selected_stays_in_another_language(person: Person) -> None:
    table = person.see(QTableView, "portalsTable")
    table.sortByColumn(Column.PORTAL, Qt.SortOrder.DescendingOrder)
    _read_all(person)
    groups = person.see(QComboBox, "portalGroupBox")
    person.pick("portalGroupBox", "Customers")
    groups.activated.emit(groups.currentIndex())
    states = person.see(QComboBox, "portalStateBox")
    person.pick("portalStateBox", "signed in")
    states.activated.emit(states.currentIndex())
    person.type("portalsFilter", "bitrix24")
    _select(person, "acme", "gamma")
    person.click("settingsButton")
    box = person.see(QComboBox, "languageBox")
    box.setCurrentIndex(box.findData("de"))
    person.click("saveSettingsButton")
    person.wait(lambda: not person.sees("settingsDialog"))
    table = person.see(QTableView, "portalsTable")
    assert (_names(person), person.text("portalsFilter")) == (["gamma", "acme"], "bitrix24")
    assert len(table.selectionModel().selectedRows()) == 2
    assert person.see(QComboBox, "portalGroupBox").currentText() == "Customers"
    assert person.see(QComboBox, "portalStateBox").currentText() == "angemeldet"
    assert person.text("portalDetailsHeading").startswith("gamma")


def test_after_signing_out_the_portals_are_shown_and_none_of_them_opens(person: Person, desk: FakeDesk) -> None:
    person.click("leavePortalsButton")
    _trigger(person, "signOutAction")
    person.click("signOutButton")
    person.wait(lambda: person.sees("portalsTable"))
    assert _names(person) == ["Branch office – beta", "gamma"]
    assert person.text("connectionBox") == ""
    assert not person.sees("leavePortalsButton")
    assert desk.calls.count("snapshot") == 1
    person.click("portalsButton")
    assert person.sees("portalsTable"), "there is nothing else to show"
    _select(person, "gamma")
    person.press(Qt.Key.Key_Return, "portalsTable")
    person.wait(lambda: person.sees("widgetList"))


def test_ctrl_f_searches_portals_here(person: Person) -> None:
    person.press(Qt.Key.Key_F, "portalsTable", Qt.KeyboardModifier.ControlModifier)
    assert person.window.focusWidget().objectName() == "portalsFilter"


def test_whoever_searches_goes_on_when_the_open_portal_cannot_be_read(start: Start, desk: FakeDesk) -> None:
    desk.hold("snapshot")
    desk.errors["snapshot"] = [error()]
    person = start(desk)
    person.click("portalsButton")
    person.type("portalsFilter", "be")
    field = person.see(QLineEdit, "portalsFilter")
    field.setFocus()
    person.wait(field.hasFocus)
    person.program.session.tasks.in_loop(lambda _: desk.release("snapshot"))
    person.wait(lambda: person.program.session.portal.phase is Phase.FAILED)
    assert field.hasFocus()


def test_f5_reads_the_selected_again_and_all_where_none_is_selected(person: Person, desk: FakeDesk) -> None:
    _select(person, "beta", "gamma")
    person.press(Qt.Key.Key_F5, "portalsTable")
    person.wait(lambda: person.sees("portalsStatus") and person.text("portalsStatus") == "2 of 2 read")
    person.press(Qt.Key.Key_Escape, "portalsTable")
    person.press(Qt.Key.Key_F5, "portalsTable")
    person.wait(lambda: person.text("portalsStatus") == "3 of 3 read")
    assert sorted(desk.read) == sorted((BETA.name, GAMMA.name, ACME.name, BETA.name, GAMMA.name))
    assert desk.calls.count("snapshot") == 1, "the open portal is not read by itself"


def test_esc_clears_what_is_searched_then_what_is_selected(person: Person) -> None:
    person.type("portalsFilter", "gamma")
    _select(person, "gamma")
    person.press(Qt.Key.Key_Escape, "portalsTable")
    assert (person.text("portalsFilter"), person.text("portalsMenuButton")) == ("", "&With the selected (1)")
    person.press(Qt.Key.Key_Escape, "portalsTable")
    assert person.text("portalsMenuButton") == "&With the selected"


def test_f2_renames_the_selected_portal_whichever_is_open(person: Person, desk: FakeDesk) -> None:
    _select(person, "gamma")
    person.press(Qt.Key.Key_F2, "portalsTable")
    person.type("labelEdit", "Warehouse")
    person.click("renameButton")
    person.wait(lambda: "Warehouse – gamma" in _names(person))
    assert [one.label for one in desk.accounts.known] == ["", "Branch office", "Warehouse"]
    assert person.text("connectionBox") == "acme.bitrix24.com"


def test_f1_is_about_the_portals(person: Person) -> None:
    person.press(Qt.Key.Key_F1, "portalsTable")
    person.wait(lambda: person.sees("helpDialog"))
    assert person.text("helpHeading") == "Several portals"


def test_the_selected_are_put_into_a_group_of_ones_own(person: Person, desk: FakeDesk) -> None:
    _select(person, "beta", "gamma")
    person.choose("portalsMenuButton", "groupPortalsAction")
    assert person.see(QComboBox, "portalGroupEdit").currentText() == "", "they are in different ones"
    person.type("portalGroupNameEdit", "Branches")
    person.click("saveGroupButton")
    person.wait(lambda: _rows(person, Column.GROUP) == [("Customers",), ("Branches",), ("Branches",)])
    assert [one.group for one in desk.accounts.known] == ["Customers", "Branches", "Branches"]
    groups = person.see(QComboBox, "portalGroupBox")
    assert [groups.itemText(row) for row in range(groups.count())] == ["All groups", "Branches", "Customers"]
    assert person.text("portalsMenuButton") == "&With the selected (2)", "they stay selected"


def test_a_group_that_cannot_be_kept_is_said(person: Person, desk: FakeDesk) -> None:
    desk.errors["put_into_group"] = [error("connections_unwritable", "The connection could not be saved.")]
    _select(person, "beta")
    person.choose("portalsMenuButton", "groupPortalsAction")
    person.type("portalGroupNameEdit", "Branches")
    person.click("saveGroupButton")
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemTitle") == "The connection could not be saved."
    assert _rows(person, Column.GROUP)[1] == ("",)


def test_with_a_thousand_a_key_asks_for_the_rows_in_sight_alone(
    start: Start, monkeypatch: pytest.MonkeyPatch, tell: Callable[[str], None]
) -> None:
    person = start(FakeDesk(None, *(connection(f"p{number:04}", f"{number:04}") for number in range(MANY))))
    person.ready()
    person.click("portalsButton")
    person.see(QTableView, "portalsTable").selectAll()
    person.pause(100)
    asked = 0
    data = PortalsModel.data

    def counting(model: PortalsModel, *where: Any) -> object:
        nonlocal asked
        asked += 1
        return data(model, *where)

    monkeypatch.setattr(PortalsModel, "data", counting)
    field = person.see(QLineEdit, "portalsFilter")
    begin = time.perf_counter()
    field.setText("p0")
    took = time.perf_counter() - begin
    person.pause(100)
    assert person.text("portalsMenuButton") == f"&With the selected ({MANY})"
    assert asked < 6 * MANY, "all rows have 42 texts, colours and icons each"
    tell(f"a key with {MANY} portals in the window, all of them selected: {took * 1000:.1f} ms")


def test_a_key_leads_there_and_back(person: Person) -> None:
    person.press(Qt.Key.Key_P, "portalsTable", Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: person.sees("widgetList"))
    person.press(Qt.Key.Key_P, "widgetList", Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: person.sees("portalsTable"))


def test_they_are_in_the_same_order_from_right_to_left(qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        model = _model(BETA, ACME, GAMMA)
        assert [model.connection(row) for row in range(3)] == [ACME, BETA, GAMMA]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_it_is_a_proper_model(qtmodeltester: Any) -> None:
    model = _model(ACME, BETA, GAMMA)
    qtmodeltester.check(model)
    model.filter(Filter("beta"))
    qtmodeltester.check(model)


def test_a_thousand_portals_are_searched_and_sorted_at_once(tell: Callable[[str], None]) -> None:
    groups = ("Customers", "Ours", "")
    known = [
        replace(connection(f"portal-{number:04}", f"{number:04}"), group=groups[number % 3]) for number in range(MANY)
    ]
    model = _model(*known)
    slowest = 0.0
    for typed in ("p", "po", "portal-0", "portal-09", "portal-099", ""):
        begin = time.perf_counter()
        model.filter(Filter(typed))
        slowest = max(slowest, time.perf_counter() - begin)
    assert model.rowCount() == MANY
    begin = time.perf_counter()
    model.sort(Column.GROUP)
    sorting = time.perf_counter() - begin
    tell(f"{MANY} portals: {slowest * 1000:.1f} ms for a key, {sorting * 1000:.1f} ms to sort")


def _model(*known: Connection) -> PortalsModel:
    session = Session(Tasks(), FakeDesk)  # type: ignore[arg-type]
    session.connections.all = known
    fleet = Fleet(session, Workspace(session), DraftKeeper(session), Checking(session), session)
    model = PortalsModel(session, fleet, session)
    model.show()
    return model


def _trigger(person: Person, name: str) -> None:
    next(action for action in person.window.findChildren(QAction) if action.objectName() == name).trigger()
