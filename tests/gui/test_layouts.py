"""Layout files in the window: opened, dropped and pasted as changes that wait; saved as what the window shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QPushButton, QTableView

from bxdesk.gui.page.portal_page import PortalPage
from bxdesk.gui.window_memory import WindowMemory
from bxdesk.placements.bindings import Texts
from bxdesk.portal.errors import portal_error
from bxdesk.storage.window_state import RECENT, WindowStateFile
from tests.builders import DEAL, HANDLER, LEAD, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, portal_snapshot, unread_snapshot
from tests.gui.main_job import review_and_apply
from tests.gui.person import Person, drag_enter

LAYOUT = f"""\
bxdesk: 1
handler: {HANDLER}
widgets:
  - placements: [{DEAL}, {LEAD}]
    title: {{en: Send, de: Senden}}
"""
_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "acme.yaml"
    path.write_text(LAYOUT, encoding="utf-8")
    return path


def _answer(person: Person, path: Path) -> None:
    """Puts a path into the system's dialog and takes it."""
    person.see(QFileDialog, "layoutFileDialog")
    person.see(QLineEdit, "fileNameEdit").setText(str(path))  # typed, it would be completed
    person.press(Qt.Key.Key_Return, "fileNameEdit")


def _open(person: Person, path: Path) -> None:
    person.choose("layoutMenuButton", "openLayoutAction")
    _answer(person, path)


def _note(person: Person, begin: str) -> str:
    person.wait(lambda: person.sees("layoutNoteText") and person.text("layoutNoteText").startswith(begin))
    return person.text("layoutNoteText")


def _note_of(person: Person, name: str) -> None:
    person.wait(lambda: person.sees("layoutNoteText") and f" {name} " in person.text("layoutNoteText"))


def test_a_file_is_shown_as_changes_that_wait_and_taken_back_in_one_step(person: Person, file: Path) -> None:
    _open(person, file)
    _note(person, "2 changes from acme.yaml are waiting. Ctrl+Z takes them back.")
    assert person.text("planSummary") == "2 to bind"
    assert (person.text("handlerEdit"), person.state("Deal"), person.state("Lead")) == (HANDLER, "to bind", "to bind")
    person.click("undoChangeButton")
    assert person.text("planSummary") == "Nothing to change"
    assert not person.sees("layoutNoteText")


def test_the_note_counts_what_the_file_changed_and_ctrl_z_takes_back_as_much(person: Person, file: Path) -> None:
    person.tick("Contact")
    person.tick("Company")
    _open(person, file)
    _note(person, "2 changes from acme.yaml are waiting. Ctrl+Z takes them back.")
    assert person.text("planSummary").startswith("4 to bind")
    person.press(Qt.Key.Key_Z, "placementTree", _CONTROL)
    assert person.text("planSummary").startswith("2 to bind")
    assert not person.sees("layoutNoteText")


def test_the_note_of_a_file_goes_when_something_else_is_taken_back_next(person: Person, file: Path) -> None:
    _open(person, file)
    _note(person, "2 changes from acme.yaml")
    person.tick("Contact")
    assert not person.sees("layoutNoteText")


def test_the_note_of_a_file_goes_with_what_waited_of_it(person: Person, file: Path) -> None:
    _open(person, file)
    _note(person, "2 changes from acme.yaml")
    review_and_apply(person)
    assert person.text("planSummary") == "Nothing to change"
    assert not person.sees("layoutNoteText")


def test_a_file_that_is_taken_back_leaves_no_widget_and_the_one_that_was_open_is_open(start: Start, file: Path) -> None:
    person = start(FakeDesk(portal_snapshot(binding(LEAD, "https://other.example.com/", "Other", language="en"))))
    person.ready()
    _open(person, file)
    _note(person, "2 changes from acme.yaml are waiting. Ctrl+Z takes them back.")
    assert person.opened_widget == "Send"
    person.click("undoChangeButton")
    assert ([title for title, *_ in person.widgets()], person.opened_widget) == (["Other"], "Other")
    person.click("redoChangeButton")
    assert person.opened_widget == "Send"


def test_a_file_that_says_what_stands_there_changes_nothing(start: Start, file: Path) -> None:
    texts = {"en": Texts("Send"), "de": Texts("Senden")}
    person = start(FakeDesk(portal_snapshot(binding(DEAL, texts=texts), binding(LEAD, texts=texts))))
    person.ready()
    _open(person, file)
    assert _note(person, "Nothing to change: everything in acme.yaml")
    assert person.text("planSummary") == "Nothing to change"
    assert not person.see(QAbstractButton, "undoChangeButton").isEnabled()


def test_what_does_not_fit_is_named_with_its_line_and_the_rest_is_taken(person: Person, file: Path) -> None:
    file.write_text(LAYOUT.replace(LEAD, "CRM_LEED_DETAIL_ACTIVITY"), encoding="utf-8")
    _open(person, file)
    assert person.text("leftOutText") == "Only a part of acme.yaml fits this portal. Here is what to look at."
    assert [row[0] for row in person.table("leftOutTable")] == ["4"]
    assert "Did you mean CRM_LEAD_DETAIL_ACTIVITY?" in person.table("leftOutTable")[0][1]
    person.click("closeLeftOutButton")
    assert person.text("planSummary") == "1 to bind"
    _open(person, file)
    person.click("closeLeftOutButton")
    assert not person.sees("layoutNote"), "not everything in the file is there, although nothing else is to change"


def test_a_file_that_is_no_layout_changes_nothing_and_says_where_and_why(person: Person, file: Path) -> None:
    file.write_text("bxdesk: 1\nwidgets:\n  - placements: [", encoding="utf-8")
    _open(person, file)
    assert person.text("leftOutText") == "Nothing in acme.yaml could be used. Correct it and try again."
    assert person.table("leftOutTable")
    person.click("closeLeftOutButton")
    assert person.text("planSummary") == "Nothing to change"
    assert not person.sees("layoutNote")


def test_a_file_that_is_gone_is_named(person: Person, tmp_path: Path) -> None:
    page = person.program.window.make_portal_page()
    page._files.open(tmp_path / "gone.yaml")
    person.wait(lambda: person.sees("problemTitle"))
    assert "gone.yaml cannot be read" in person.text("problemTitle")
    assert not person.sees("layoutNote"), "nothing is being read any more"


def test_a_text_is_pasted_where_nobody_is_typing(person: Person) -> None:
    QGuiApplication.clipboard().setText(LAYOUT)
    person.press(Qt.Key.Key_V, "placementTree", _CONTROL)
    _note(person, "2 changes from the pasted text are waiting")
    assert person.text("planSummary") == "2 to bind"
    QGuiApplication.clipboard().setText("https://widgets.example.com/new")
    person.see(QLineEdit, "handlerEdit").selectAll()
    person.press(Qt.Key.Key_V, "handlerEdit", _CONTROL)
    assert person.text("handlerEdit") == "https://widgets.example.com/new"


@pytest.mark.parametrize("kind", ["file", "text"])
def test_files_and_texts_are_dropped_on_the_window(person: Person, file: Path, kind: str) -> None:
    person.drop(file if kind == "file" else LAYOUT)
    person.wait(lambda: person.text("planSummary") == "2 to bind")


def test_several_files_at_once_are_not_taken(person: Person, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(file.with_name("other.yaml")))])
    enter = drag_enter(data)
    QApplication.sendEvent(person.see(PortalPage, "portalPage"), enter)
    assert not enter.isAccepted()


def test_what_the_window_shows_is_saved_and_opens_again_without_a_change(person: Person, file: Path) -> None:
    _open(person, file)
    person.wait(lambda: person.text("planSummary") == "2 to bind")
    person.tick("Contact")
    target = file.with_name("saved")
    person.press(Qt.Key.Key_S, "placementTree", _CONTROL)
    _answer(person, target)
    _note(person, "Saved ")
    saved = target.with_suffix(".yaml")
    assert person.text("layoutNoteText") == f"Saved 3 places to {saved}."
    assert "CRM_CONTACT_DETAIL_ACTIVITY" in saved.read_text(encoding="utf-8")
    _open(person, saved)
    _note(person, "Nothing to change: everything in saved.yaml")
    assert person.text("planSummary") == "3 to bind"


def test_the_selected_bindings_are_saved_alone(start: Start, tmp_path: Path) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL, language="en"), binding(LEAD, language="en"))))
    person.ready()
    person.click("bindingsViewButton")
    person.see(QTableView, "bindingsTable").selectRow(0)
    person.choose("layoutMenuButton", "saveSelectedAction")
    _answer(person, tmp_path / "one.yaml")
    _note(person, "Saved ")
    text = (tmp_path / "one.yaml").read_text(encoding="utf-8")
    assert (DEAL in text, LEAD in text) == (True, False)


def test_what_no_file_can_name_is_said_when_it_is_left_out(start: Start, tmp_path: Path) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL, language="en"), binding("NO_LONGER", language="en"))))
    person.ready()
    person.choose("layoutMenuButton", "saveLayoutAction")
    _answer(person, tmp_path / "all.yaml")
    assert person.text("leftOutText") == "1 place could not be written to the file:"
    assert [row[0] for row in person.table("leftOutTable")] == ["NO_LONGER"]
    person.click("closeLeftOutButton")
    assert _note(person, "Saved 1 place to ")


def test_a_file_that_changes_on_the_disk_is_noticed_and_read_again(person: Person, file: Path) -> None:
    _open(person, file)
    _note(person, "2 changes from acme.yaml are waiting")
    person.click("closeLayoutNoteButton")
    other = file.with_name("other")
    for placement, plan in (("CRM_CONTACT_DETAIL_ACTIVITY", "3 to bind"), ("CRM_COMPANY_DETAIL_ACTIVITY", "4 to bind")):
        other.write_text(LAYOUT.replace(DEAL, placement), encoding="utf-8")
        other.replace(file)  # as most editors do
        assert _note(person, "acme.yaml has changed on disk")
        person.click("readLayoutAgainButton")
        person.wait(lambda plan=plan: person.text("planSummary") == plan)  # type: ignore[misc]


def test_saving_the_open_file_is_no_change_on_the_disk(person: Person, file: Path) -> None:
    _open(person, file)
    _note(person, "2 changes from acme.yaml are waiting")
    files = person.program.window.make_portal_page()._files
    files.save(file, [], whole=True)
    _note(person, "Saved ")
    person.pause(900)
    assert person.text("layoutNoteText").startswith("Saved ")


def test_recent_files_are_offered_and_kept_for_the_next_window(person: Person, tmp_path: Path) -> None:
    for number in range(RECENT + 2):
        other = tmp_path / f"file-{number}.yaml"
        other.write_text(LAYOUT, encoding="utf-8")
        person.program.window.make_portal_page()._files.open(other)
        _note_of(person, other.name)
    menu = person.see(QPushButton, "layoutMenuButton").menu()
    assert menu is not None
    menu.aboutToShow.emit()
    offered = [one.text() for one in menu.actions() if one.objectName() == "recentLayoutAction"]
    assert offered == [f"file-{number}.yaml" for number in range(RECENT + 1, 1, -1)]
    person.choose("layoutMenuButton", "file-3.yaml")
    _note_of(person, "file-3.yaml")
    memory = person.program.window._memory
    state = WindowStateFile(tmp_path / "state.json")
    state.write(memory._now)
    assert WindowMemory(state).recent[0] == str(tmp_path / "file-3.yaml")


def test_nothing_is_opened_or_saved_where_bindings_cannot_be_read(start: Start) -> None:
    person = start(FakeDesk(unread_snapshot(portal_snapshot(), portal_error("ACCESS_DENIED").problem)))
    person.ready()
    menu = person.see(QPushButton, "layoutMenuButton").menu()
    assert menu is not None
    enabled = {one.objectName() for one in menu.actions() if one.objectName() and one.isEnabled()}
    assert not enabled & {"openLayoutAction", "pasteLayoutAction", "saveLayoutAction"}


def test_the_menus_keys_are_the_systems() -> None:
    standard = QKeySequence.StandardKey
    assert QKeySequence(standard.Open).toString() == "Ctrl+O"
    assert QKeySequence(standard.Save).toString() == "Ctrl+S"
