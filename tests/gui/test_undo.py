"""Nothing that was ticked or typed is lost without a way back, and nothing that waits changes its address."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QToolButton

from bxdesk.placements.bindings import Texts
from tests.builders import DEAL, HANDLER, OTHER_HANDLER, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, portal_snapshot
from tests.gui.person import Person

CTRL = Qt.KeyboardModifier.ControlModifier
NEW = "https://new.example.com/widget"
CHAT = binding(TILE, OTHER_HANDLER, texts={"en": Texts("Chat"), "de": Texts("Plaudern")})
SEND = binding(DEAL, HANDLER, "Send", language="en")


def _open(start: Start) -> Person:
    person = start(FakeDesk(portal_snapshot(SEND, CHAT)))
    person.ready()
    return person


def _undo(person: Person, name: str = "placementTree") -> None:
    person.press(Qt.Key.Key_Z, name, CTRL)


def _redo(person: Person, name: str = "placementTree") -> None:
    person.press(Qt.Key.Key_Z, name, CTRL | Qt.KeyboardModifier.ShiftModifier)


def _double_click(person: Person, title: str) -> None:
    person.close_completions("handlerEdit")
    table = person.see(QTableView, "bindingsTable")
    row = [cells[1] for cells in person.table()].index(title)
    at = table.visualRect(table.model().index(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def _planned(person: Person) -> list[str]:
    person.click("reviewButton")
    rows = [f"{row[0]}: {row[1]}" for row in person.table("planTable")]
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    return rows


def test_opening_another_widget_leaves_what_waits_its_address(start: Start) -> None:
    person = _open(start)
    person.type("handlerEdit", NEW)
    person.type("titleEdit", "New")
    person.tick("Lead")
    before = _planned(person)
    assert before == [f"Bind “New” to CRM timeline button: Lead: {NEW}"]
    _double_click(person, "Chat")
    assert (person.text("handlerEdit"), person.text("titleEdit")) == (OTHER_HANDLER, "Chat")
    assert person.text("planSummary") == "1 to bind"
    assert _planned(person) == before
    assert person.state("Lead") == "other handler"
    _double_click(person, "Send")
    assert _planned(person) == before
    _undo(person)
    _undo(person)
    assert (person.text("handlerEdit"), person.text("titleEdit")) == (NEW, "New")
    assert person.ticked("Lead") is Qt.CheckState.Checked
    assert _planned(person) == before


def test_a_waiting_address_can_be_chosen_again(start: Start) -> None:
    person = _open(start)
    person.type("handlerEdit", NEW)
    person.type("titleEdit", "New")
    person.tick("Lead")
    _double_click(person, "Chat")
    field = person.see(QLineEdit, "handlerEdit")
    assert NEW in [field.completer().model().index(row, 0).data() for row in range(3)]
    field.completer().activated.emit(NEW)
    assert (person.text("handlerEdit"), person.text("titleEdit")) == (NEW, "New")
    assert person.state("Lead") == "to bind"
    assert person.text("planSummary") == "1 to bind"


def test_ticks_without_an_address_keep_the_window_where_it_is(start: Start) -> None:
    person = _open(start)
    person.tick("Lead")
    person.type("titleEdit", "New")
    _double_click(person, "Chat")
    assert person.text("bindingsNote").startswith("There is no handler address.")
    assert person.text("titleEdit") == "New"
    assert person.ticked("Lead") is Qt.CheckState.Checked


def test_an_address_that_is_typed_leaves_what_waits_for_widgets_that_stand(start: Start) -> None:
    person = _open(start)
    person.type("handlerEdit", HANDLER)
    person.tick("Deal")
    assert person.state("Deal") == "to unbind"
    person.type("handlerEdit", NEW)
    assert person.text("planSummary") == "1 to unbind"
    person.type("handlerEdit", HANDLER)
    assert person.state("Deal") == "to unbind"


def test_languages_that_were_taken_away_come_back_with_their_texts(start: Start) -> None:
    person = _open(start)
    _double_click(person, "Chat")
    for entry, left in (("language-de", ["en"]), ("oneTextAction", [])):
        person.choose("languagesButton", entry)
        assert person.languages() == left if left else not person.sees("languageTabs")
        _undo(person, "titleEdit")
        assert person.languages() == ["en", "de"]
        assert person.text("planSummary") == "Nothing to change"
    person.choose("languagesButton", "language-de")
    _undo(person)
    _redo(person)
    assert person.languages() == ["en"]


def test_discarding_is_taken_back_with_ticks_and_texts(start: Start) -> None:
    person = _open(start)
    person.type("handlerEdit", NEW)
    person.type("titleEdit", "New")
    person.tick("Lead")
    person.tick("Contact")
    person.click("discardButton")
    assert person.text("planSummary") == "Nothing to change"
    undo = person.see(QToolButton, "undoChangeButton")
    assert undo.toolTip() == "Undo: discarding (Ctrl+Z)"
    person.click("undoChangeButton")
    assert person.text("planSummary") == "2 to bind"
    assert person.text("titleEdit") == "New"
    person.click("redoChangeButton")
    assert person.text("planSummary") == "Nothing to change"


def test_a_text_is_one_step_however_it_was_typed_and_keys_work_in_its_field(start: Start) -> None:
    person = _open(start)
    assert not person.see(QToolButton, "undoChangeButton").isEnabled()
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Sent")
    person.type("descriptionEdit", "More")
    _undo(person, "titleEdit")
    assert (person.text("titleEdit"), person.text("descriptionEdit")) == ("Sent", "")
    _undo(person, "titleEdit")
    assert (person.text("handlerEdit"), person.text("titleEdit")) == (HANDLER, "")
    _undo(person, "handlerEdit")
    assert person.text("handlerEdit") == ""
    assert not person.see(QToolButton, "undoChangeButton").isEnabled()
    for _ in range(3):
        _redo(person, "handlerEdit")
    assert (person.text("handlerEdit"), person.text("descriptionEdit")) == (HANDLER, "More")


def test_a_search_keeps_an_undo_of_its_own(start: Start) -> None:
    person = _open(start)
    person.tick("Lead")
    person.type("placementFilter", "deal")
    _undo(person, "placementFilter")
    assert person.text("placementFilter") == ""
    assert person.ticked("Lead") is Qt.CheckState.Checked


def test_what_was_applied_is_no_longer_undone_here(start: Start) -> None:
    person = _open(start)
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    person.tick("Lead")
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    assert not person.see(QToolButton, "undoChangeButton").isEnabled()
    assert person.text("planSummary") == "Nothing to change"
