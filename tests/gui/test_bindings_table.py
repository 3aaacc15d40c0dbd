"""The flat table of bindings: finding them, and what is done with many at once."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QHeaderView, QLabel, QTableView

from bxdesk.gui.bindings.bindings_model import Column
from bxdesk.gui.parts.column_room import ARRANGED, ColumnRoom
from bxdesk.gui.parts.tables import RowTree
from bxdesk.placements.bindings import Texts
from bxdesk.placements.snapshot import CustomType
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, everything, portal_snapshot
from tests.gui.person import Person

BOTH = {"en": Texts("Chat"), "de": Texts("Plaudern")}
NEW = "https://new.example.org"


def _open(start: Start, *extra: object) -> Person:
    rows = (binding(DEAL, title="Send", language="en"), binding(TILE, OTHER_HANDLER, texts=BOTH))
    person = start(FakeDesk(portal_snapshot(*rows, *extra)))  # type: ignore[arg-type]
    person.ready()
    person.show_bindings()
    return person


def _select(person: Person, *titles: str) -> None:
    """Turns to the table and clicks the rows, with the Ctrl key held."""
    table = person.show_bindings()
    table.clearSelection()
    for row, cells in enumerate(person.table()):
        if cells[1] in titles:
            at = table.visualRect(table.model().index(row, 0)).center()
            control = Qt.KeyboardModifier.ControlModifier
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, control, at)


def _review(person: Person) -> list[str]:
    person.click("reviewButton")
    return [row[0] for row in person.table("planTable")]


def _apply(person: Person) -> list[tuple[str, str, str]]:
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    assert person.text("applyResult").endswith("read back.")
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    assert person.text("planSummary") == "Nothing to change"
    return [(row[0], row[1], row[2]) for row in person.bindings()]


def test_widgets_are_found_by_any_of_their_cells(start: Start) -> None:
    person = _open(start)
    for typed, found in (("other", 1), ("CRM deal", 1), ("everybody", 2), ("de, en", 1), ("", 2)):
        person.type("bindingsFilter", typed)
        assert len(person.table()) == found, typed


def test_a_search_without_a_hit_says_so(start: Start) -> None:
    person = _open(start)
    person.type("bindingsFilter", "plaudern ")
    assert person.text("noBindingFound") == "No widget matches “plaudern”."
    assert not person.sees("bindingsTable")
    person.type("bindingsFilter", "")
    assert len(person.table()) == 2


def test_moving_to_the_open_widget_keeps_the_texts(start: Start) -> None:
    person = _open(start)
    button = person.see(QAbstractButton, "bindingsMenuButton")
    assert (button.isEnabled(), button.toolTip()) == (False, "Select rows first. Ctrl+A selects all of them.")
    _select(person, "Chat", "Send")
    assert (button.isEnabled(), button.toolTip()) == (True, "")
    person.choose("bindingsMenuButton", "moveHereAction")
    assert person.text("planSummary") == "1 to move"
    person.show_widgets()
    assert person.state("Contact Center tile") == "to bind, different text"
    assert _review(person) == [
        "Give “Chat” at Contact Center tile another page address",
    ]
    assert _apply(person) == [
        ("Contact Center tile", "Chat", HANDLER),
        ("CRM timeline button: Deal", "Send", HANDLER),
    ]
    snapshot = person.program.window.make_portal_page().snapshot
    assert snapshot is not None
    assert next(row for row in snapshot.bindings if row.placement == TILE).texts == BOTH


def test_moving_needs_a_handler_that_portals_take(start: Start) -> None:
    person = _open(start)
    person.show_widgets()
    person.click("newWidgetButton")
    _select(person, "Chat")
    person.choose("bindingsMenuButton", "moveHereAction")
    assert person.text("bindingsNote").startswith("There is no page address.")
    assert person.text("planSummary") == "Nothing to change"


def test_what_could_not_be_bound_again_stays(start: Start) -> None:
    person = _open(start, binding("CRM_ORDER_DETAIL_TAB", OTHER_HANDLER, "Gone", language="en"))
    _select(person, "Gone")
    person.choose("bindingsMenuButton", "moveHereAction")
    assert person.text("bindingsNote") == "1 widget stays: its place cannot be bound at the moment."
    assert person.text("planSummary") == "Nothing to change"


def test_the_review_warns_before_something_goes_that_no_bind_brings_back(start: Start) -> None:
    person = _open(start, binding("USERFIELD_TYPE", title="Channel"))
    _select(person, "Chat")
    person.choose("bindingsMenuButton", "removeAction")
    person.click("reviewButton")
    assert not person.window.findChildren(QLabel, "reviewCaution")
    person.click("cancelButton")
    _select(person, "Channel")
    person.choose("bindingsMenuButton", "removeAction")
    person.click("reviewButton")
    (caution,) = person.window.findChildren(QLabel, "reviewCaution")
    assert caution.text().startswith("Its removal cannot be taken back: ")
    assert "Register the field type from your application." in caution.text()


def test_all_bindings_are_moved_to_a_new_server_from_the_portal_s_menu(start: Start) -> None:
    person = _open(start)
    person.show_widgets()
    person.choose("portalMenuButton", "moveServerAction")
    person.type("moveAfterEdit", NEW)
    rows = len(person.table("moveTable"))
    assert rows == 2, "both that are at the usual server"
    person.click("moveButton")
    person.wait(lambda: not person.sees("moveDialog"))
    assert person.text("planSummary") == f"{rows} to move"


def test_what_moves_away_from_a_widget_that_stays_is_one_row_with_both_addresses(start: Start) -> None:
    person = _open(start, binding(LEAD, title="Send", language="en"))
    table = person.show_bindings()
    table.selectRow(person.binding("CRM timeline button: Lead"))
    person.choose("bindingsMenuButton", "moveAction")
    person.type("moveAfterEdit", NEW)
    person.click("moveButton")
    person.wait(lambda: not person.sees("moveDialog"))
    row = person.binding("CRM timeline button: Lead")
    assert len(person.table()) == 3
    assert person.table()[row][2] == f"{HANDLER} → {NEW}/bitrix24"
    cell = table.visualRect(table.model().index(row, Column.HANDLER))
    before = table.viewport().grab(cell).toImage()
    person.click("discardButton")
    assert table.viewport().grab(cell).toImage() != before


def test_a_portal_without_bindings_has_nothing_to_move(person: Person) -> None:
    entry = person.window.findChild(QAction, "moveServerAction")
    assert entry is not None
    assert entry.isVisible()
    assert not entry.isEnabled()


def test_the_host_of_many_is_changed_with_the_result_shown_first(start: Start) -> None:
    person = _open(start, binding(LEAD, "https://elsewhere.example.com/x", "Far", language="en"))
    _select(person, "Chat", "Send", "Far")
    person.choose("bindingsMenuButton", "moveAction")
    assert person.text("moveBeforeEdit") == "https://widgets.example.com"
    assert not person.see(QAbstractButton, "moveButton").isEnabled()
    person.type("moveAfterEdit", "https://new")
    assert person.text("moveMessage").startswith("The host must have a dot in it.")
    assert [row[2] for row in person.table("moveTable")] == ["stays", "stays"], "why is said once, above"
    assert not person.see(QAbstractButton, "moveButton").isEnabled()
    hosts = person.see(QComboBox, "moveHostsBox")
    listed = [hosts.itemText(row) for row in range(hosts.count())]
    assert listed == ["https://widgets.example.com", "https://elsewhere.example.com"], "those that occur"
    person.type("moveAfterEdit", f"{NEW}/")
    assert "Only one of the two ends with a slash." in person.text("moveMessage")
    person.type("moveAfterEdit", NEW)
    assert [row[2] for row in person.table("moveTable")] == [f"{NEW}/other", f"{NEW}/bitrix24"]
    assert person.text("moveMessage") == "2 bindings get another address."
    person.click("moveButton")
    person.wait(lambda: not person.sees("moveDialog"))
    assert person.text("planSummary") == "2 to move"
    icon = QIcon.cacheKey
    table, role = person.see(QTableView, "bindingsTable").model(), Qt.ItemDataRole.DecorationRole
    said = table.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == f"moves to {NEW}/other"
    in_the_table = icon(table.index(0, 0).data(role))
    assert _review(person) == [
        f"{NEW}/bitrix24",
        "Give “Send” at CRM timeline button: Deal another page address",
        f"{NEW}/other",
        "Give “Chat” at Contact Center tile another page address",
    ], "grouped by the address of the widget"
    assert icon(person.see(QTableView, "planTable").model().index(1, 0).data(role)) == in_the_table
    assert sorted(handler for _, _, handler in _apply(person)) == [
        "https://elsewhere.example.com/x",
        f"{NEW}/bitrix24",
        f"{NEW}/other",
    ]
    person.show_widgets()
    person.open_widget("Send")
    assert person.text("handlerEdit") == f"{NEW}/bitrix24"
    assert person.state("Deal") == "bound"
    assert not person.see(QAbstractButton, "discardButton").isEnabled()


def test_a_row_that_the_plan_moves_is_not_said_to_be_left_alone(start: Start) -> None:
    person = _open(start)
    person.show_widgets()
    person.click_row("Contact Center tile")
    assert person.text("placementDetails").endswith("“Chat”. It is left alone.")
    _select(person, "Chat")
    person.choose("bindingsMenuButton", "moveAction")
    person.type("moveAfterEdit", NEW)
    person.click("moveButton")
    person.wait(lambda: not person.sees("moveDialog"))
    assert [f"{OTHER_HANDLER} → {NEW}/other"] == [row[2] for row in person.table() if row[1] == "Chat"]
    person.show_widgets()
    person.open_widget("Chat")
    assert person.state("Contact Center tile") == "to move"
    person.click_row("Contact Center tile")
    assert person.text("placementDetails").endswith(f"It gets the address {NEW}/other.")


def test_what_is_to_be_bound_or_to_say_something_else_is_in_the_table(start: Start) -> None:
    person = _open(start)
    person.show_widgets()
    person.tick("Lead")
    person.type("titleEdit", "Sent")
    person.show_bindings()
    assert [row[:2] for row in person.table()] == [
        ["Contact Center tile", "Chat"],
        ["CRM timeline button: Deal", "Send → Sent"],
        ["CRM timeline button: Lead", "Sent"],
    ]
    model, role = person.see(QTableView, "bindingsTable").model(), Qt.ItemDataRole.AccessibleDescriptionRole
    assert [model.index(row, 0).data(role) for row in range(3)] == ["", "to replace", "to bind"]
    _select(person, "Sent")
    person.choose("bindingsMenuButton", "removeAction")
    assert person.text("planSummary") == "1 to replace", "what only waited is not bound at all"


def test_what_is_done_with_a_row_counts_although_its_widget_gets_another_address(start: Start) -> None:
    person = _open(start)
    person.show_widgets()
    person.type("handlerEdit", f"{NEW}/send")
    assert person.text("planSummary") == "1 to move"
    _select(person, "Send")
    person.choose("bindingsMenuButton", "removeAction")
    assert person.text("planSummary") == "1 to unbind"
    _select(person, "Send")
    person.choose("bindingsMenuButton", "leaveAction")
    assert person.text("planSummary") == "Nothing to change"


def test_after_an_apply_with_own_texts_there_is_nothing_to_discard(start: Start) -> None:
    person = _open(start)
    person.show_widgets()
    person.tick("Lead")
    person.click_row("Lead")
    person.click("ownTextsButton")
    person.type("titleEdit", "Call")
    _review(person)
    assert ("CRM timeline button: Lead", "Call", HANDLER) in _apply(person)
    assert not person.see(QAbstractButton, "discardButton").isEnabled()


def test_the_dialog_is_as_high_as_what_it_shows_and_long_addresses_wrap(start: Start) -> None:
    long = f"https://widgets.example.com{'/folder' * 12}"
    person = _open(start, binding(LEAD, long, "Long", language="en"))
    _select(person, "Chat", "Long")
    person.choose("bindingsMenuButton", "moveAction")
    dialog = person.see(QDialog, "moveDialog")
    assert not person.sees("moveTable")
    low = dialog.height()
    person.type("moveAfterEdit", NEW)
    table = person.see(QTableView, "moveTable")
    rows = table.verticalHeader()
    person.wait(lambda: rows.sectionSize(1) > rows.sectionSize(0) + table.fontMetrics().height())
    person.wait(lambda: table.viewport().height() >= rows.length())
    assert dialog.height() > low
    high = dialog.height()
    person.type("moveAfterEdit", "https://new")
    person.wait(lambda: table.viewport().height() >= rows.length())
    assert dialog.height() >= high


def test_removing_any_row_and_leaving_it_after_all(start: Start) -> None:
    person = _open(start)
    _select(person, "Chat", "Send")
    person.choose("bindingsMenuButton", "removeAction")
    assert person.text("planSummary") == "2 to unbind"
    person.show_widgets()
    assert person.state("Deal") == "to unbind"
    assert [(title, waiting) for title, _, _, waiting in person.widgets()] == [("Send", "−1"), ("Chat", "−1")]
    _select(person, "Send")
    person.choose("bindingsMenuButton", "leaveAction")
    assert person.text("planSummary") == "1 to unbind"
    assert _review(person) == ["Unbind “Chat” from Contact Center tile"]
    assert _apply(person) == [("CRM timeline button: Deal", "Send", HANDLER)]


def test_discard_forgets_what_was_decided_in_the_table(start: Start) -> None:
    person = _open(start)
    _select(person, "Chat")
    person.press(Qt.Key.Key_Delete, "bindingsTable")
    assert person.text("planSummary") == "1 to unbind"
    person.click("discardButton")
    assert person.text("planSummary") == "Nothing to change"


def test_editing_loads_the_row_with_its_languages(start: Start) -> None:
    person = _open(start)
    _select(person, "Chat")
    person.choose("bindingsMenuButton", "editAction")
    assert (person.text("handlerEdit"), person.title) == (OTHER_HANDLER, "Chat")
    assert person.languages() == ["en", "de"]
    assert person.tree.currentIndex().data() == "Contact Center tile"
    assert person.text("planSummary") == "Nothing to change"
    person.type_title("Talk")
    assert person.text("planSummary") == "1 to replace"
    _review(person)
    assert ("Contact Center tile", "Talk", OTHER_HANDLER) in _apply(person)


def test_rows_are_copied_as_a_layout_file(start: Start) -> None:
    person = _open(start)
    QGuiApplication.clipboard().clear()
    _select(person, "Chat")
    person.choose("bindingsMenuButton", "copyAction")
    person.wait(lambda: bool(QGuiApplication.clipboard().text()))
    text = QGuiApplication.clipboard().text()
    assert "bxdesk: 1" in text
    assert "CONTACT_CENTER" in text
    assert "Plaudern" in text
    assert DEAL not in text


def test_look_alikes_and_leftovers_are_pointed_out(start: Start) -> None:
    twin, gone = binding(DEAL, f"{HANDLER}/", "Twin"), binding("CRM_DYNAMIC_999_DETAIL_TAB", title="Gone")
    person = _open(start, twin, gone, binding("USERFIELD_TYPE", title="Channel"))
    model = person.see(QTableView, "bindingsTable").model()
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    said = {row[1]: model.index(number, 0).data(role) for number, row in enumerate(person.table())}
    assert said["Twin"].startswith("People see the same widget twice.")
    assert HANDLER in said["Twin"]
    assert said["Send"].startswith("People see the same widget twice.")
    assert said["Gone"].startswith("The portal has no custom type with the number 999.")
    assert said["Chat"] == ""
    assert said["Channel"] == ""  # the portal set it itself: nothing is wrong with it


def test_every_column_fits_the_window_as_it_opens_and_the_code_goes_first(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL), binding(LEAD))))
    person.ready()
    table = person.show_bindings()
    columns = [Column(column) for column in range(table.model().columnCount())]
    for width, left_out in ((1280, []), (900, [Column.CODE]), (1900, [])):
        person.window.resize(width, 760)
        person.wait(lambda out=left_out: [one for one in columns if table.isColumnHidden(one)] == out)  # type: ignore[misc]
        person.wait(lambda: sum(map(table.columnWidth, columns)) == table.viewport().width())
        person.wait(lambda: not table.horizontalScrollBar().isVisible())


def test_in_a_narrow_window_the_handler_keeps_its_room_and_the_table_scrolls(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL), binding(LEAD))))
    person.ready()
    table = person.show_bindings()
    letter = table.fontMetrics().horizontalAdvance("m")
    for width in (800, 660):
        person.window.resize(width, 600)
        person.pause(20)
        assert table.columnWidth(Column.HANDLER) >= 16 * letter
    person.window.resize(1280, 760)
    person.wait(lambda: table.columnWidth(Column.HANDLER) > 20 * letter)
    person.wait(lambda: not table.horizontalScrollBar().isVisible())


def test_a_group_counts_what_can_be_bound(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(without=(LEAD,), scopes=frozenset(("placement", "crm")))))
    person.ready()
    assert person.state("CRM timeline button") == "0 of 8 bound"
    person.tick("Deal")
    person.tick("Contact")
    assert person.state("CRM timeline button") == "0 of 8 bound, 2 to bind"
    assert person.state("More placements (0)") == "none can be bound"


def test_no_column_is_cut_off_while_another_has_more_than_it_needs(start: Start) -> None:
    long, off = "A title that is as long as titles are where people mean it well", frozenset(("isAutomationEnabled",))
    here = everything(binding(DEAL, "https://a.example.com", long), types=(CustomType(183, "Purchase", off),))
    person = start(FakeDesk(here))
    person.ready()
    person.window.resize(1600, 800)
    tree, table = person.tree, person.show_bindings()
    person.wait(lambda: table.columnWidth(Column.TITLE) >= table.sizeHintForColumn(Column.TITLE))
    person.show_widgets()
    person.type("placementFilter", "robot purchase")
    assert person.state("Purchase (183)") == "not bound, hidden by the type"
    person.wait(lambda: tree.columnWidth(1) >= tree.sizeHintForColumn(1))
    assert tree.columnWidth(0) >= tree.sizeHintForColumn(0)
    person.type("placementFilter", "a row in")
    person.wait(lambda: tree.columnWidth(0) >= tree.sizeHintForColumn(0))
    person.show_bindings()
    table.setColumnWidth(Column.TITLE, 90)
    person.window.resize(1500, 800)
    person.pause(120)
    assert table.columnWidth(Column.TITLE) == 90, "a person's own width stays"


@pytest.mark.usefixtures("qapp")
def test_columns_share_their_room_by_the_rows_that_scrolling_and_folding_bring_into_sight() -> None:
    tree, model, long = RowTree("view", "View"), QStandardItemModel(), "2 to bind, 1 to replace, 3 to remove"
    for number in range(60):
        group = QStandardItem("Group")
        group.appendRows([QStandardItem("Place") for _ in range(30)])
        model.appendRow([group, QStandardItem(long if number in (1, 59) else "bound")])
    tree.setModel(model)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    tree.resize(700, 200)
    tree.setColumnWidth(0, 620)
    tree.expand(model.index(0, 0))
    ColumnRoom(tree, 1, (0,))
    needed = tree.fontMetrics().horizontalAdvance(long)
    try:
        tree.show()
        QTest.qWait(100)
        for bring_into_sight in (partial(tree.collapse, model.index(0, 0)), tree.scrollToBottom):
            tree.setColumnWidth(0, 620)
            tree.header().setProperty(ARRANGED, False)
            assert tree.columnWidth(1) < needed
            bring_into_sight()
            for _ in range(100):
                if tree.columnWidth(1) < needed:
                    QTest.qWait(20)
            assert tree.columnWidth(1) >= needed
    finally:
        tree.deleteLater()
