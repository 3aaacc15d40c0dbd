"""Nothing that was ticked or typed is lost without a way back, and looking at another widget changes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

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


def _make_new(person: Person) -> None:
    person.click("newWidgetButton")
    person.type("handlerEdit", NEW)
    person.type("titleEdit", "New")
    person.tick("Lead")


def _double_click(person: Person, title: str) -> None:
    table = person.show_bindings()
    at = table.visualRect(table.model().index(person.binding(title), 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def _shown(person: Person) -> tuple[str, str, str]:
    return person.opened_widget, person.text("handlerEdit"), person.title


def _planned(person: Person) -> list[str]:
    person.click("reviewButton")
    rows = [f"{row[0]}: {row[1]}" for row in person.table("planTable")]
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    return rows


def test_looking_at_another_widget_leaves_what_waits_its_address(start: Start) -> None:
    person = _open(start)
    _make_new(person)
    before = _planned(person)
    assert before == [f"Bind “New” to CRM timeline button: Lead: {NEW}"]
    for look in (person.open_widget, lambda title: _double_click(person, title)):
        look("Chat")
        assert _shown(person) == ("Chat", OTHER_HANDLER, "Chat")
        assert person.text("planSummary") == "1 to bind"
        assert person.state("Lead") == "another widget"
        look("Send")
        assert _shown(person) == ("Send", HANDLER, "Send")
        assert _planned(person) == before
        look("New")
        assert _shown(person) == ("New", NEW, "New")
        assert person.ticked("Lead") is Qt.CheckState.Checked
        assert _planned(person) == before


def test_looking_is_nothing_that_could_be_undone(start: Start) -> None:
    person = _open(start)
    person.open_widget("Chat")
    _double_click(person, "Send")
    person.click("newWidgetButton")
    person.open_widget("Send")
    assert not person.see(QToolButton, "undoChangeButton").isEnabled()
    assert [title for title, *_ in person.widgets()] == ["Send", "Chat"], "what was never begun leaves no trace"


def test_a_step_back_opens_the_widget_that_it_is_about(start: Start) -> None:
    person = _open(start)
    person.type("titleEdit", "Sent")
    person.open_widget("Chat")
    person.tick("Lead")
    _make_new(person)
    person.open_widget("Chat")
    _undo(person)
    assert _shown(person) == ("New", NEW, "New")
    assert person.state("Lead") == "another widget", "the tick for Chat still waits"
    person.open_widget("Sent")
    for _ in range(3):  # the title and the address of the new one, then the tick of Chat
        _undo(person)
    assert _shown(person) == ("Chat", OTHER_HANDLER, "Chat")
    assert person.state("Lead") == "not bound"
    _undo(person)
    assert _shown(person) == ("Send", HANDLER, "Send")
    assert person.text("planSummary") == "Nothing to change"
    for _ in range(2):
        _redo(person)
    assert person.opened_widget == "Chat"
    assert person.text("planSummary") == "1 to bind, 1 to replace"


def test_a_widget_without_an_address_keeps_its_ticks_and_is_named_until_it_has_one(start: Start) -> None:
    person = _open(start)
    person.click("newWidgetButton")
    person.tick("Lead")
    person.type("titleEdit", "New")
    _double_click(person, "Chat")
    assert person.text("planSummary").startswith("1 to bind. First: New: There is no page address.")
    person.open_widget("New")
    assert person.ticked("Lead") is Qt.CheckState.Checked
    assert person.text("planSummary").startswith("1 to bind. First: There is no page address.")


def test_what_is_unticked_is_unbound_whatever_address_is_typed(start: Start) -> None:
    person = _open(start)
    person.tick("Deal")
    assert person.state("Deal") == "to unbind"
    person.type("handlerEdit", NEW)
    assert person.text("planSummary") == "1 to unbind"
    person.type("handlerEdit", HANDLER)
    assert person.state("Deal") == "to unbind"


def test_typing_through_the_address_of_another_widget_joins_nothing(start: Start) -> None:
    person = _open(start)
    person.type("handlerEdit", OTHER_HANDLER)
    assert "Two widgets have the same page address." in person.text("planSummary")
    person.type("handlerEdit", f"{OTHER_HANDLER}/send")
    assert person.text("planSummary") == "1 to move"
    assert [(title, places) for title, _, places, _ in person.widgets()] == [("Send", 1), ("Chat", 1)]
    _undo(person)
    assert _shown(person) == ("Send", HANDLER, "Send")


def test_languages_that_were_taken_away_come_back_with_their_texts(start: Start) -> None:
    person = _open(start)
    person.open_widget("Chat")
    for entry, left in (("language-de", ["en"]), ("oneTextAction", [])):
        person.choose("languagesButton", entry)
        assert person.languages() == left
        _undo(person, "titleEdit")
        assert person.languages() == ["en", "de"]
        assert person.text("planSummary") == "Nothing to change"
    person.choose("languagesButton", "language-de")
    _undo(person)
    _redo(person)
    assert person.languages() == ["en"]


def test_discarding_is_taken_back_with_the_ticks_and_texts_of_every_widget(start: Start) -> None:
    person = _open(start)
    _make_new(person)
    person.tick("Contact")
    person.open_widget("Chat")
    person.type_title("Talk")
    person.click("discardButton")
    assert person.text("planSummary") == "Nothing to change"
    assert [title for title, *_ in person.widgets()] == ["Send", "Chat"]
    undo = person.see(QToolButton, "undoChangeButton")
    assert undo.toolTip() == "Undo: discarding (Ctrl+Z)"
    person.click("undoChangeButton")
    assert person.text("planSummary") == "2 to bind, 1 to replace"
    person.open_widget("New")
    assert person.ticked("Contact") is Qt.CheckState.Checked
    person.click("redoChangeButton")
    assert person.text("planSummary") == "Nothing to change"


def test_a_text_is_one_step_however_it_was_typed_and_keys_work_in_its_field(start: Start) -> None:
    person = _open(start)
    person.click("newWidgetButton")
    assert not person.see(QToolButton, "undoChangeButton").isEnabled()
    person.type("handlerEdit", NEW)
    person.type("titleEdit", "Sent")
    person.type("descriptionEdit", "More")
    _undo(person, "titleEdit")
    assert (person.text("titleEdit"), person.text("descriptionEdit")) == ("Sent", "")
    _undo(person, "titleEdit")
    assert (person.text("handlerEdit"), person.text("titleEdit")) == (NEW, "")
    _undo(person, "handlerEdit")
    assert person.text("handlerEdit") == ""
    assert not person.see(QToolButton, "undoChangeButton").isEnabled()
    for _ in range(3):
        _redo(person, "handlerEdit")
    assert (person.text("handlerEdit"), person.text("descriptionEdit")) == (NEW, "More")


def test_the_same_field_of_two_widgets_is_two_steps(start: Start) -> None:
    person = _open(start)
    person.type("titleEdit", "Sent")
    person.open_widget("Chat")
    person.type_title("Talk")
    _undo(person)
    assert _shown(person) == ("Chat", OTHER_HANDLER, "Chat")
    assert person.text("planSummary") == "1 to replace"


def test_a_search_keeps_an_undo_of_its_own(start: Start) -> None:
    person = _open(start)
    person.tick("Lead")
    person.type("placementFilter", "deal")
    _undo(person, "placementFilter")
    assert person.text("placementFilter") == ""
    assert person.ticked("Lead") is Qt.CheckState.Checked


def test_what_was_applied_is_no_longer_undone_here(start: Start) -> None:
    person = _open(start)
    person.tick("Lead")
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    assert not person.see(QToolButton, "undoChangeButton").isEnabled()
    assert person.text("planSummary") == "Nothing to change"
