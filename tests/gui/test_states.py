"""First start, loading, stopped, failed, session ended, closing in the middle: never blank, never a dead end."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from bxdesk.gui.app import Program
from bxdesk.gui.banner import ProblemBanner
from bxdesk.portal.errors import portal_error
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, error, portal_snapshot
from tests.gui.person import Person


def _empty() -> FakeDesk:
    desk = FakeDesk()
    desk.accounts.known.clear()
    return desk


def test_the_first_start_says_what_bxdesk_does_and_offers_to_connect(start: Start) -> None:
    person = start(_empty())
    person.wait(lambda: person.text("stateTitle") == "Put your widgets into Bitrix24")
    assert person.text("stateButton") == "&Connect a portal…"
    assert person.window.focusWidget().objectName() == "stateButton"
    assert person.window.windowTitle() == "bxdesk"
    person.click("stateButton")
    assert person.sees("connectDialog")


def test_loading_can_be_stopped_and_tried_again(start: Start) -> None:
    desk = FakeDesk()
    desk.hold("snapshot")
    person = start(desk)
    person.wait(lambda: person.text("stateTitle") == "Reading acme.bitrix24.com…" and person.window.isActiveWindow())
    assert person.window.focusWidget().objectName() != "helpButton", "nobody went there"
    person.click("stateButton")
    assert person.text("stateTitle") == "Stopped"
    desk.gates.clear()
    person.click("stateButton")
    person.ready()
    assert person.sees("placementTree")


def test_a_portal_that_cannot_be_read_says_why_and_can_be_tried_again(start: Start) -> None:
    desk = FakeDesk()
    desk.errors["snapshot"] = [error()]
    person = start(desk)
    person.wait(lambda: person.text("stateTitle") == "The portal does not answer.")
    assert person.window.focusWidget().objectName() == "stateButton"
    assert person.text("stateText") == "It may be offline."
    assert person.text("stateHint") == "Look at it in the browser."
    assert not person.sees("signInAgainButton")
    person.click("stateButton")
    person.ready()


def test_an_ended_session_offers_to_sign_in_again(start: Start) -> None:
    desk = FakeDesk()
    desk.errors["snapshot"] = [error("session_ended", "The session has ended.")]
    person = start(desk)
    person.wait(lambda: person.sees("signInAgainButton"))
    person.click("signInAgainButton")
    assert person.text("clientIdEdit") == "local.1"
    assert person.text("clientIdEdit") == "local.1"


@pytest.mark.parametrize("code", ["ACCESS_DENIED", "INVALID_CREDENTIALS", "ALLOWED_ONLY_INTRANET_USER"])
def test_who_may_not_can_sign_in_as_somebody_who_may(start: Start, code: str) -> None:
    desk = FakeDesk()
    desk.errors["snapshot"] = [portal_error(code)]
    person = start(desk)
    person.wait(lambda: person.sees("signInAgainButton"))
    person.click("signInAgainButton")
    assert person.text("clientIdEdit") == "local.1"


def test_a_refresh_that_fails_keeps_what_is_shown(start: Start) -> None:
    desk = FakeDesk()
    person = start(desk)
    person.ready()
    person.tick("Deal")
    desk.errors["snapshot"] = [error()]
    person.click("refreshButton")
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemTitle") == "The portal does not answer."
    assert person.text("planSummary").startswith("1 to bind")
    assert person.text("problemActionButton") == "Try again"
    person.click("problemActionButton")
    person.wait(lambda: not person.sees("problemBanner"))


def test_a_refresh_can_be_stopped(start: Start) -> None:
    desk = FakeDesk()
    person = start(desk)
    person.ready()
    desk.hold("snapshot")
    person.click("refreshButton")
    person.click("stopReadingButton")
    assert person.sees("placementTree")
    assert not person.sees("stopReadingButton")


def test_the_keyboard_stays_where_the_portal_is_read(start: Start) -> None:
    desk = FakeDesk()
    person = start(desk)
    person.ready()
    desk.hold("snapshot")
    person.press(Qt.Key.Key_Space, "refreshButton")
    person.wait(lambda: person.window.focusWidget().objectName() == "stopReadingButton")
    person.press(Qt.Key.Key_Space, "stopReadingButton")
    person.wait(lambda: person.window.focusWidget().objectName() == "refreshButton")


def test_the_page_stays_where_it_is_whatever_a_refresh_waits_for(start: Start) -> None:
    desk = FakeDesk()
    person = start(desk)
    person.ready()
    before = person.tree.mapTo(person.window, QPoint())
    desk.waits_for = "No usable answer from a-portal-with-a-long-name.bitrix24.com; asking again…"
    desk.hold("keyring")
    person.click("refreshButton")
    person.wait(lambda: person.sees("doingText") and "asking again" in person.text("doingText"))
    person.settle()
    assert person.tree.mapTo(person.window, QPoint()) == before
    person.click("stopReadingButton")


def test_switching_portals_keeps_each_one_s_ticks(start: Start) -> None:
    person = start(FakeDesk(None, connection("acme", "a"), connection("beta", "b")))
    person.ready()
    box = person.see(QComboBox, "connectionBox")
    person.tick("Deal")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    person.ready()
    assert person.window.windowTitle() == "beta.bitrix24.com — bxdesk"
    assert person.text("planSummary") == "Nothing to change"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    person.ready()
    assert person.text("planSummary").startswith("1 to bind")


def test_the_last_entry_of_the_connection_box_connects_another_portal(person: Person) -> None:
    box = person.see(QComboBox, "connectionBox")
    last = box.count() - 1
    assert box.itemText(last) == "Connect a portal…"
    box.setCurrentIndex(last)
    box.activated.emit(last)
    assert person.sees("connectDialog")
    assert box.currentText() == "acme.bitrix24.com"


def test_signing_out_asks_first_and_ends_on_the_first_page(start: Start) -> None:
    desk = FakeDesk()
    person = start(desk)
    person.ready()
    action = next(
        a for a in person.window.findChildren(type(person.tree.actions()[0])) if a.objectName() == "signOutAction"
    )
    action.trigger()
    person.click("signOutButton")
    person.wait(lambda: person.text("stateTitle") == "Put your widgets into Bitrix24")
    assert desk.accounts.known == []


@pytest.mark.parametrize("method", ["connections", "snapshot"])
def test_closing_in_the_middle_of_a_request_ends_everything_in_order(qapp: QApplication, method: str) -> None:
    desk = FakeDesk()
    desk.hold(method)
    program = Program(lambda: desk, lambda _: True)  # type: ignore[arg-type,return-value]
    program.start()
    while method not in desk.calls:
        qapp.processEvents()
    program.window.close()
    program.close()
    assert desk.closed
    assert not [thread for thread in threading.enumerate() if thread.name == "bxdesk core"]
    program.deleteLater()


def test_closing_while_changes_are_applied_ends_everything_in_order(start: Start) -> None:
    desk = FakeDesk()
    desk.hold("apply")
    person = start(desk)
    person.ready()
    person.type("handlerEdit", "https://widgets.example.com/x")
    person.type("titleEdit", "Send")
    person.tick("Deal")
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: "apply" in desk.calls)
    person.program.close()
    assert desk.closed


def test_closing_before_anything_was_painted(qapp: QApplication) -> None:
    program = Program(FakeDesk, lambda _: True)  # type: ignore[arg-type]
    program.close()
    program.deleteLater()
    qapp.processEvents()


def test_what_fails_where_nobody_waits_for_it_is_shown(start: Start) -> None:
    desk = FakeDesk()
    desk.errors["remove_leftovers"] = [error("connections_unwritable", "The list of connections cannot be changed.")]
    person = start(desk)
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemTitle") == "The list of connections cannot be changed."


@pytest.mark.logs_warnings
def test_a_core_that_cannot_be_built_is_shown_as_a_problem(qapp: QApplication, start: Start) -> None:
    del qapp
    desk = FakeDesk()
    desk.errors["connections"] = [RuntimeError("boom")]
    person = start(desk)
    person.wait(lambda: "unexpected" in person.text("stateTitle"))
    assert "boom" not in person.text("stateTitle") + person.text("stateText")
    person.click("stateButton")
    person.ready()


@pytest.mark.logs_warnings
@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_slot_is_logged_and_shown(person: Person) -> None:
    before = sys.excepthook

    def fail() -> None:
        raise ZeroDivisionError

    QTimer.singleShot(0, fail)
    person.wait(lambda: person.sees("problemBanner"))
    assert "ZeroDivisionError" in person.text("problemTitle")
    person.click("problemActionButton")
    assert not person.sees("problemBanner")
    assert sys.excepthook is before


@pytest.mark.logs_warnings
@pytest.mark.qt_no_exception_capture
def test_a_fault_that_cannot_be_shown_ends_in_the_log_and_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, start: Start
) -> None:
    printed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: printed.append(kind))
    person = start(FakeDesk())
    person.ready()

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(ProblemBanner, "show_problems", fail)
        for times in (1, 2):  # the hook goes on catching
            QTimer.singleShot(0, fail)
            person.wait(lambda times=times: len(printed) == times)  # type: ignore[misc]
    person.pause(20)
    assert printed == [ZeroDivisionError] * 2
    said = [record.message for record in caplog.records if record.levelname == "ERROR"]
    assert said == ["unexpected error", "a fault cannot be shown"] * 2
    QTimer.singleShot(0, fail)
    person.wait(lambda: person.sees("problemBanner"))
    assert "ZeroDivisionError" in person.text("problemTitle")


def test_nothing_is_blank_while_a_portal_without_anything_is_shown(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(types=())))
    person.ready()
    assert [title for title, *_ in person.widgets()] == ["New widget"]
    assert person.see(QWidget, "placementTree").isVisible()
    person.click("bindingsViewButton")
    assert person.text("noBindings") == "This app has no widget on the portal yet."
