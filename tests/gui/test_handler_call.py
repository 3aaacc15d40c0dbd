"""What a handler receives: reached from the tree, the table and the editor; read and copied."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView

from bxdesk.gui.help.call_model import CallModel, Column
from bxdesk.placements.call_fields import example_call
from tests.builders import DEAL, HANDLER, OTHER_HANDLER, TILE, binding, snapshot
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, everything
from tests.gui.person import Person

NEW = "https://new.example.com/widget"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def owner(start: Start) -> Person:
    """The window on a portal with every placement, and two widgets."""
    here = everything(binding(DEAL, title="Send"), binding(TILE, OTHER_HANDLER, "Chat"))
    somebody = start(FakeDesk(here))
    somebody.ready()
    return somebody


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def examples(person: Person) -> dict[str, str]:
    return {row[Column.FIELD].removesuffix(" *"): row[Column.EXAMPLE] for row in person.table("callTable")}


def copy_as(person: Person, entry: str) -> str:
    QGuiApplication.clipboard().clear()
    person.choose("copyCallButton", entry)
    return clipboard()


def test_it_is_a_proper_model(qtmodeltester: Any) -> None:
    qtmodeltester.check(CallModel(example_call(DEAL, HANDLER, snapshot(), "https://oauth.bitrix.info").fields))
    qtmodeltester.check(CallModel(()))


def test_a_widget_with_the_built_in_interface_is_told_other_fields(person: Person) -> None:
    person.type("handlerEdit", NEW)
    person.tick("Deal")
    person.click("optionsButton")
    person.pick("option-useBuiltInInterface", "Yes")
    person.click_row("Deal")
    person.press(Qt.Key.Key_I, "placementTree", CTRL)
    person.wait(lambda: person.sees("callDialog"))
    shown = examples(person)
    assert (shown["entityTypeId"], shown["entityId"], shown["useBuiltInInterface"]) == ("2", "6591", "Y")
    assert "ID" not in shown


def test_from_the_tree_by_keyboard(person: Person) -> None:
    person.type("handlerEdit", NEW)
    person.click_row("Contact")
    person.press(Qt.Key.Key_I, "placementTree", CTRL)
    person.wait(lambda: person.sees("callDialog"))
    assert person.text("callPlace") == "CRM timeline button: Contact"
    assert person.text("callAddress").startswith(f"POST {NEW}?DOMAIN=acme.bitrix24.com&PROTOCOL=1&LANG=en&APP_SID=")
    shown = examples(person)
    assert (shown["DOMAIN"], shown["PLACEMENT"]) == ("acme.bitrix24.com", "CRM_CONTACT_DETAIL_ACTIVITY")
    assert (shown["PLACEMENT_OPTIONS"], shown["ID"]) == ('{"ID":"6591"}', "6591")
    assert shown["SERVER_ENDPOINT"] == "https://oauth.bitrix.info/rest/"
    person.press(Qt.Key.Key_Escape, "callTable")
    person.wait(lambda: not person.sees("callDialog"))


def test_from_the_menu_of_a_place(person: Person) -> None:
    person.click_row("Purchase (183)")
    person.tree.customContextMenuRequested.emit(person.tree.visualRect(person.placement("Purchase (183)")).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(action for action in menu.actions() if action.text().startswith("What the &handler receives…\t"))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
    person.wait(lambda: person.sees("callDialog"))
    assert person.text("callPlace") == "CRM timeline button: Purchase (183)"
    assert examples(person)["PLACEMENT"] == "CRM_DYNAMIC_183_DETAIL_ACTIVITY"


def test_from_the_table_it_is_that_rows_handler(owner: Person) -> None:
    table = owner.show_bindings()
    row = next(number for number, cells in enumerate(owner.table()) if TILE in cells)
    table.selectRow(row)
    owner.choose("bindingsMenuButton", "bindingCallAction")
    owner.wait(lambda: owner.sees("callDialog"))
    assert owner.text("callPlace") == "Contact Center tile"
    assert owner.text("callAddress").startswith(f"POST {OTHER_HANDLER}?DOMAIN=")
    assert "number of this widget's own row" in str(owner.table("callTable")[-2][Column.MEANING])


def test_the_key_works_anywhere_and_is_about_the_place_that_somebody_is_at(owner: Person) -> None:
    owner.click_row("Contact")
    owner.tick("Company")
    assert place_by_key(owner, "titleEdit") == "CRM timeline button: Company"
    owner.click_row("Lead")
    for name in ("placementTree", "placementFilter", "languagesButton", "refreshButton", "discardButton"):
        assert place_by_key(owner, name) == "CRM timeline button: Lead"
    table = owner.show_bindings()
    table.selectRow(next(number for number, cells in enumerate(owner.table()) if TILE in cells))
    assert place_by_key(owner, "bindingsTable") == "Contact Center tile"
    assert place_by_key(owner, "bindingsMenuButton") == "CRM timeline button: Lead"


def place_by_key(person: Person, name: str) -> str:
    """The place that the dialog is about when the key is pressed in this widget."""
    person.press(Qt.Key.Key_I, name, CTRL)
    person.wait(lambda: person.sees("callDialog"))
    place = person.text("callPlace")
    person.click("callCloseButton")
    person.wait(lambda: not person.sees("callDialog"))
    return place


def test_a_field_and_all_of_it_can_be_copied(person: Person) -> None:
    person.type("handlerEdit", NEW)
    person.click_row("Deal")
    person.press(Qt.Key.Key_I, "placementTree", CTRL)
    table = person.see(QTableView, "callTable")
    table.selectRow([row[0] for row in person.table("callTable")].index("PLACEMENT_OPTIONS"))
    person.press(Qt.Key.Key_C, "callTable", CTRL)
    assert clipboard() == '{"ID":"6591"}'
    assert person.text("callCopied") == "Copied"
    table.clearSelection()
    table.selectRow(0)
    person.click("copyValueButton")
    assert clipboard() == "acme.bitrix24.com"
    assert f"'PLACEMENT': '{DEAL}'" in copy_as(person, "copyListAction").splitlines()
    assert json.loads(copy_as(person, "copyJsonAction"))["PLACEMENT"] == DEAL
    command = copy_as(person, "copyCurlAction")
    assert command.startswith(f"curl '{NEW}?DOMAIN=acme.bitrix24.com&")
    assert "AUTH_ID=example-access-token" in command


def test_without_a_handler_the_address_is_invented_and_that_is_said(person: Person) -> None:
    person.click("handlerCallButton")
    person.wait(lambda: person.sees("callDialog"))
    assert person.text("callAddress").startswith("POST https://widgets.example.com/bitrix24?DOMAIN=")
    assert person.sees("callAddressNote")
    person.click("callDocumentationButton")
    assert person.opened == ["https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-activity.html"]


def test_bi_analytics_receive_nothing(owner: Person) -> None:
    owner.type("placementFilter", "BI_ANALYTICS_MENU")
    owner.click_row("BI analytics menu")
    owner.click("handlerCallButton")
    owner.wait(lambda: owner.sees("callDialog"))
    assert "sends nothing along" in owner.text("callSentence")
    assert owner.text("callAddress") == "GET https://widgets.example.com/bitrix24"
    assert not owner.sees("callTable")
    assert copy_as(owner, "copyCurlAction") == "curl https://widgets.example.com/bitrix24\n"


def test_where_no_browser_opens_the_page_is_on_the_clipboard(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person.program.window._dialogs, "_open_address", lambda _: False)
    person.click_row("Deal")
    person.click("handlerCallButton")
    person.click("callDocumentationButton")
    assert person.text("callCopied").startswith("No browser opened.")
    assert clipboard() == "https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-activity.html"
