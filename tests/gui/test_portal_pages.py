"""Going from the window to the place itself, in the browser."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from bxdesk.gui.app import Program
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, everything
from tests.gui.person import Person


def _context(person: Person, label: str) -> QMenu:
    """Opens the context menu of a place."""
    person.click_row(label)
    at = person.tree.visualRect(person.placement(label)).center()
    person.tree.customContextMenuRequested.emit(at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _take(menu: QMenu, name: str) -> None:
    action = next(action for action in menu.actions() if action.objectName() == name)
    assert action.isEnabled()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@pytest.mark.parametrize(
    ("label", "path"),
    [("Deal", "/crm/deal/"), ("Purchase (183)", "/crm/type/183/"), ("Contact Center tile", "/contact_center/")],
)
def test_a_place_is_opened_in_the_portal(person: Person, label: str, path: str) -> None:
    _take(_context(person, label), "openPlaceAction")
    assert person.opened == [f"https://acme.bitrix24.com{path}"]


def test_a_place_of_which_nobody_knows_where_it_is_offers_nothing(start: Start) -> None:
    person = start(FakeDesk(everything()))
    person.ready()
    person.type("placementFilter", "PAGE_BACKGROUND_WORKER")
    menu = _context(person, "Background worker")
    assert [one.isEnabled() for one in menu.actions() if one.objectName() == "openPlaceAction"] == [False]
    menu.close()


@pytest.mark.parametrize(
    ("action", "path"),
    [
        ("openPortalAction", "/"),
        ("openCardAction", "/devops/list/"),
        ("openDeveloperAction", "/devops/section/standard/"),
    ],
)
def test_the_portal_and_its_applications_are_opened_from_the_portals_menu(
    person: Person, action: str, path: str
) -> None:
    menu = person.see(QToolButton, "portalMenuButton").menu()
    assert menu is not None
    menu.popup(person.window.mapToGlobal(QPoint(0, 0)))
    _take(menu, action)
    assert person.opened == [f"https://acme.bitrix24.com{path}"]


def test_where_no_browser_opens_the_address_is_on_the_clipboard(qapp: QApplication) -> None:
    program = Program(FakeDesk, lambda _: False)  # type: ignore[arg-type]
    try:
        program.start()
        person = Person(program)
        person.ready()
        _take(_context(person, "Deal"), "openPlaceAction")
        assert person.text("problemTitle") == "No browser opened."
        assert QGuiApplication.clipboard().text() == "https://acme.bitrix24.com/crm/deal/"
    finally:
        program.close()
        program.deleteLater()
        qapp.sendPostedEvents()
