"""The window without a mouse: every job is done by keys alone, and each stop of the Tab key shows where one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTreeView, QWidget

from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, entry_of, portal_snapshot
from tests.gui.person import Person
from tests.scenes.portals import done, used, with_history

_Key = Qt.Key
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_MANY = 60
"""More stops than any window has."""


class Keys:
    """Somebody who only has a keyboard: what is pressed goes to whatever has the focus."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._come_to(person.window)

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key, modifiers)
        self.person.pause(1)

    def write(self, text: str) -> None:
        self.press(_Key.Key_A, modifiers=_CONTROL)
        QTest.keyClicks(self.focus, text)

    def go_to(self, letter: Qt.Key, name: str) -> None:
        """Presses a letter with Alt and arrives."""
        self.press(letter, modifiers=_ALT)
        self.person.wait(lambda: self.focus.objectName() == name)

    def opens(self, name: str) -> QDialog:
        """A dialog has opened and has the focus."""
        dialog = self.person.see(QDialog, name)
        self._come_to(dialog)
        return dialog

    def in_menu(self, letter: Qt.Key, *keys: Qt.Key) -> None:
        """Opens the menu of a button by its letter, and presses keys in it."""

        def press_in_it() -> None:
            for key in keys:
                menu = QApplication.activePopupWidget()
                assert menu is not None
                QTest.keyClick(menu, key)

        QTimer.singleShot(150, press_in_it)
        self.press(letter, modifiers=_ALT)
        self.person.wait(lambda: QApplication.activePopupWidget() is None)

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def come_to_window(self) -> None:
        """A dialog has closed."""
        self._come_to(self.person.window)

    def _come_to(self, window: QWidget) -> None:
        window.activateWindow()
        self.person.wait(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)


@pytest.fixture
def open_keys(start: Start) -> Callable[[FakeDesk], Keys]:
    def open_on(desk: FakeDesk) -> Keys:
        person = start(desk)
        person.ready()
        person.wait(lambda: person.sees("placementTree"))
        return Keys(person)

    return open_on


def test_the_main_job(open_keys: Callable[[FakeDesk], Keys]) -> None:
    keys = open_keys(FakeDesk())
    assert keys.focus.objectName() == "handlerEdit", "what comes first"
    keys.write(HANDLER)
    keys.go_to(_Key.Key_T, "titleEdit")
    keys.write("Send contract")
    keys.press(_Key.Key_F, modifiers=_CONTROL)
    keys.write("deal")
    keys.press(_Key.Key_Return, _Key.Key_Down, _Key.Key_Space)
    keys.press(_Key.Key_V, modifiers=_ALT)
    keys.opens("reviewDialog")
    keys.press(_Key.Key_A, modifiers=_ALT)
    keys.person.wait(lambda: keys.person.sees("applyResult"))
    assert keys.person.text("applyResult") == "The change is done and read back."
    keys.press(_Key.Key_Return)
    keys.person.wait(lambda: not keys.person.sees("reviewDialog"))
    assert keys.person.state("Deal") == "bound"


def test_moving_widgets_to_another_address(open_keys: Callable[[FakeDesk], Keys]) -> None:
    keys = open_keys(FakeDesk(portal_snapshot(binding(DEAL), binding(LEAD))))
    keys.press(_Key.Key_B, modifiers=_ALT)
    keys.person.wait(lambda: keys.person.sees("bindingsTable"))
    _tab_to(keys, "bindingsTable")
    keys.press(_Key.Key_A, modifiers=_CONTROL)
    keys.press(_Key.Key_F2)
    keys.opens("moveDialog")
    assert keys.focus.objectName() == "moveAfterEdit"
    keys.write("https://new.example.com")
    keys.press(_Key.Key_A, modifiers=_ALT)
    keys.person.wait(lambda: not keys.person.sees("moveDialog"))
    assert keys.person.text("planSummary").startswith("2 to move")


def test_the_table_s_menu(open_keys: Callable[[FakeDesk], Keys]) -> None:
    keys = open_keys(FakeDesk(portal_snapshot(binding(DEAL, OTHER_HANDLER), binding(LEAD, OTHER_HANDLER))))
    keys.press(_Key.Key_B, modifiers=_ALT)
    keys.person.wait(lambda: keys.person.sees("bindingsTable"))
    _tab_to(keys, "bindingsTable")
    keys.press(_Key.Key_Down)
    keys.in_menu(_Key.Key_W, _Key.Key_R)
    assert keys.person.text("planSummary") == "1 to unbind"


def test_a_different_text_at_one_place(open_keys: Callable[[FakeDesk], Keys]) -> None:
    keys = open_keys(FakeDesk())
    keys.go_to(_Key.Key_T, "titleEdit")
    keys.write("For all")
    keys.press(_Key.Key_F, modifiers=_CONTROL)
    keys.write("lead")
    keys.press(_Key.Key_Down, _Key.Key_Down, _Key.Key_Space)
    keys.press(_Key.Key_D, modifiers=_CONTROL)
    keys.person.wait(lambda: keys.person.text("scopeText").startswith("Text only for"))
    keys.go_to(_Key.Key_T, "titleEdit")
    keys.write("For leads")
    keys.press(_Key.Key_F, modifiers=_CONTROL)
    keys.press(_Key.Key_Down)
    keys.press(_Key.Key_D, modifiers=_CONTROL)
    keys.person.wait(lambda: keys.person.text("titleEdit") == "For all")


def test_taking_back_from_the_history(open_keys: Callable[[FakeDesk], Keys]) -> None:
    desk = FakeDesk(portal_snapshot(binding(DEAL)))
    desk.past = [entry_of(connection(), done(DEAL), "1")]
    keys = open_keys(desk)
    keys.press(_Key.Key_Y, modifiers=_ALT)
    keys.opens("historyDialog")
    keys.person.wait(lambda: keys.focus.objectName() == "historyTable")
    keys.press(_Key.Key_U, modifiers=_ALT)
    keys.opens("reviewDialog")
    keys.press(_Key.Key_A, modifiers=_ALT)
    keys.person.wait(lambda: keys.person.sees("applyResult"))
    keys.press(_Key.Key_Return)
    keys.person.wait(lambda: not keys.person.sees("reviewDialog"))
    keys.opens("historyDialog")
    keys.press(_Key.Key_Escape)
    keys.person.wait(lambda: not keys.person.sees("historyDialog"))
    keys.come_to_window()
    keys.press(_Key.Key_B, modifiers=_ALT)
    keys.person.wait(lambda: keys.person.sees("noBindings"))


@pytest.mark.parametrize(
    ("letter", "dialog"),
    [(None, ""), (_Key.Key_N, "settingsDialog"), (_Key.Key_Y, "historyDialog"), (_Key.Key_V, "reviewDialog")],
)
def test_each_stop_of_the_tab_key_shows_where_one_is(
    open_keys: Callable[[FakeDesk], Keys], letter: Qt.Key | None, dialog: str
) -> None:
    desk = with_history()
    keys = open_keys(desk)
    keys.person.type("handlerEdit", HANDLER)
    keys.person.type("titleEdit", "New")
    keys.person.tick("Lead")
    window: QWidget = keys.person.window
    if letter is not None:
        keys.press(letter, modifiers=_ALT)
        window = keys.opens(dialog)
        keys.person.pause(30)
    keys.press(_Key.Key_Tab)  # styles show the focus from the first key on
    unseen, first = [], ""
    for _ in range(_MANY):
        at = keys.focus
        name = at.objectName()
        if name == first:
            break
        first = first or name
        focused = _seen(window, at)
        keys.press(_Key.Key_Tab)
        assert keys.focus is not at, f"the Tab key does not leave {name}"
        if at.isVisible() and _seen(window, at) == focused:
            unseen.append(name)
    assert unseen == []
    assert keys.focus.objectName() == first, "the Tab key does not come back to where it began"


def test_the_guide_to_a_connection_shows_where_one_is(start: Start) -> None:
    desk = used()
    desk.accounts.known.clear()
    person = start(desk)
    person.wait(lambda: person.sees("stateButton"))
    keys = Keys(person)
    keys.press(_Key.Key_C, modifiers=_ALT)
    guide = keys.opens("connectDialog")
    assert _stops(keys, guide) == ["portalEdit", "haveKeysButton", "nextButton", "cancelButton"]
    person.type("portalEdit", "acme.bitrix24.com")
    keys.press(_Key.Key_Return)
    on_card = _stops(keys, guide)
    assert on_card[0] == "openCardButton"
    assert {"todayForm", "handlerPathValue", "handlerPathCopyButton", "crmPermission", "nextButton"} <= set(on_card)
    keys.press(_Key.Key_N, modifiers=_ALT)
    person.click("advancedButton")
    with_keys = _stops(keys, guide)
    assert {"clientIdEdit", "clientSecretEdit", "redirectEdit", "signInButton", "backButton"} <= set(with_keys)


def _stops(keys: Keys, window: QWidget) -> list[str]:
    """Where the Tab key stops, each of which shows that it is there."""
    stops: list[str] = []
    while (at := keys.focus).objectName() not in stops:
        stops.append(at.objectName())
        focused = _seen(window, at)
        keys.press(_Key.Key_Tab)
        assert _seen(window, at) != focused, at.objectName()
    return stops


def _tab_to(keys: Keys, name: str) -> None:
    for _ in range(_MANY):
        if keys.focus.objectName() == name:
            return
        if isinstance(keys.focus, QTreeView):
            keys.person.pause(1)
        keys.press(_Key.Key_Tab)
    raise AssertionError(f"the Tab key does not come to {name}")


def _seen(window: QWidget, widget: QWidget) -> QImage:
    """What is painted where a widget is, with the little around it that its frame may take."""
    area = QRect(widget.mapTo(window, QPoint()), widget.size()).adjusted(-3, -3, 3, 3)
    return window.grab(area).toImage()
