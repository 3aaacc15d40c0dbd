"""Texts in several languages, all in sight."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QTableView

from bxdesk.gui.drawing.preview import Picture
from bxdesk.gui.editor.texts_model import Column, TextsModel
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.bindings import Texts
from tests.builders import DEAL, LEAD, OTHER_HANDLER, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, portal_snapshot, problem, unread_snapshot
from tests.gui.person import Person
from tests.gui.workspaces import show

THREE = {"en": Texts("Send", "By mail"), "de": Texts("Senden"), "fr": Texts("Envoyer")}
_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def speaking(start: Start) -> Person:
    """A widget in three languages, and another in one."""
    other = binding(LEAD, OTHER_HANDLER, "Score", language="de")
    person = start(FakeDesk(portal_snapshot(binding(DEAL, texts=THREE), other)))
    person.ready()
    return person


def test_texts_of_a_portal_that_cannot_be_read_any_more_are_shown_and_not_typed(start: Start) -> None:
    desk = FakeDesk(portal_snapshot(binding(DEAL, texts=THREE)))
    person = start(desk)
    person.ready()
    person.type_text("de", "Title", "Neu")
    why = problem("not_admin", "You are not an administrator.")
    desk.here = unread_snapshot(portal_snapshot(problems=(why,)), why)
    person.click("refreshButton")
    person.ready()
    assert "Nothing can be changed here" in person.text("planSummary")
    assert person.table("textsGrid")[1][1] == "Neu"
    person.press(Qt.Key.Key_Delete, "textsGrid")
    person.press(Qt.Key.Key_X, "textsGrid")
    assert person.table("textsGrid")[1][1] == "Neu"


def test_it_is_a_proper_model_through_every_change(qtmodeltester: Any, qapp: object) -> None:
    del qapp
    workspace = Workspace()
    model = TextsModel(workspace)
    qtmodeltester.check(model)
    show(workspace, portal_snapshot(binding(DEAL, texts=THREE)))
    qtmodeltester.check(model)
    assert model.setData(model.index(1, Column.GROUP), "Briefe")
    assert workspace.focus.content.text("de") == Texts("Senden", "", "Briefe")
    assert not model.setData(model.index(1, Column.LANGUAGE), "Danish")
    workspace.edits.set_languages(("en", "ja"))
    qtmodeltester.check(model)
    said = model.index(1, Column.TITLE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Japanese (ja), Title: missing"
    workspace.edits.set_languages(())
    qtmodeltester.check(model)
    assert model.rowCount() == 0


def test_every_language_is_in_sight_with_its_name(speaking: Person) -> None:
    assert speaking.table("textsGrid") == [
        ["English (en)", "Send", "By mail", ""],
        ["German (de)", "Senden", "", ""],
        ["French (fr)", "Envoyer", "", ""],
    ]
    assert not speaking.sees("titleEdit")
    speaking.open_widget("Score")
    assert (speaking.text("titleEdit"), speaking.text("textsLanguage")) == ("Score", "In German (de) only.")
    assert not speaking.sees("textsGrid")


def test_the_drawing_and_the_plan_follow_every_key_in_the_language_that_is_typed(speaking: Person) -> None:
    picture = speaking.see(Picture, "placePicture")
    assert picture.title == "Send"
    speaking.go_to_text("fr", "Description")
    assert picture.title == "Envoyer"
    speaking.type_text("fr", "Title", "Poster")
    assert picture.title == "Poster"
    assert speaking.text("planSummary") == "1 to replace"
    field = speaking.see(QLineEdit, "textCellEdit")
    field.setCursorPosition(2)
    speaking.press(Qt.Key.Key_X, "textCellEdit")
    assert (field.text(), field.cursorPosition()) == ("Poxster", 3), "the cursor stays where one types"


def test_what_is_typed_in_a_cell_is_taken_back_by_the_windows_undo(speaking: Person) -> None:
    speaking.type_text("de", "Title", "Absenden")
    speaking.press(Qt.Key.Key_Z, "textCellEdit", _CONTROL)
    assert speaking.table("textsGrid")[1][1] == "Senden"
    assert speaking.text("textCellEdit") == "Senden"
    assert speaking.text("planSummary") == "Nothing to change"


def test_missing_titles_are_counted_until_they_are_there(speaking: Person) -> None:
    for language in ("it", "pl"):
        speaking.choose("languagesButton", f"language-{language}")
    assert speaking.text("textMessage") == "The title is missing in 2 languages: Italian, Polish."
    speaking.type_text("it", "Title", "Invia")
    speaking.go_to_text("en", "Title")
    assert speaking.text("textMessage") == "The title in Polish is missing."
    speaking.type_text("pl", "Title", "Wyslij")
    assert not speaking.sees("textMessage")
    assert speaking.see(QAbstractButton, "reviewButton").isEnabled()


def test_texts_are_copied_from_another_language(speaking: Person) -> None:
    speaking.go_to_text("de", "Title")
    menu = speaking.see(QPushButton, "copyTextsButton").menu()
    assert menu is not None
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Into German (de)", "English (en)", "French (fr)"]
    speaking.choose("copyTextsButton", "copy-en")
    assert speaking.table("textsGrid")[1] == ["German (de)", "Send", "By mail", ""]
    speaking.press(Qt.Key.Key_Z, "textsGrid", _CONTROL)
    assert speaking.table("textsGrid")[1] == ["German (de)", "Senden", "", ""]


def test_a_language_is_taken_away_and_the_last_one_is_a_form_again(speaking: Person) -> None:
    speaking.choose("languagesButton", "language-fr")
    assert speaking.languages() == ["en", "de"]
    speaking.choose("languagesButton", "language-en")
    assert (speaking.text("titleEdit"), speaking.text("textsLanguage")) == ("Senden", "In German (de) only.")
    speaking.choose("languagesButton", "oneTextAction")
    assert speaking.text("titleEdit") == "Senden"
    assert not speaking.sees("textsLanguage")


def test_the_grid_is_gone_through_by_key(speaking: Person) -> None:
    grid = speaking.see(QTableView, "textsGrid")
    grid.setCurrentIndex(grid.model().index(0, Column.TITLE))
    speaking.press(Qt.Key.Key_Down, "textsGrid")
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, Column.TITLE)
    speaking.press(Qt.Key.Key_Delete, "textsGrid")
    assert speaking.table("textsGrid")[1][1] == "missing"
    speaking.press(Qt.Key.Key_N, "textsGrid")
    assert speaking.table("textsGrid")[1][1].casefold() == "n"
