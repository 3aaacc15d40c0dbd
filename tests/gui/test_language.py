"""The window speaks the person's language, as far as there is a translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QListView, QTableView, QToolButton, QTreeView

from bxdesk.gui.app import Program
from bxdesk.gui.parts.language import (
    LANGUAGES,
    SOURCE,
    InstalledLanguage,
    chosen_language,
    install_language,
    remove_language,
)
from bxdesk.gui.parts.scheme import apply_palette
from bxdesk.gui.parts.wording import translated
from bxdesk.messages import message
from bxdesk.placements.availability import missing_permission
from tests.builders import DEAL, HANDLER, OTHER_HANDLER, binding
from tests.gui.fake_desk import FakeDesk, portal_snapshot
from tests.gui.person import Person


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], InstalledLanguage]]:
    """What a test puts on is taken off again."""
    del qapp  # without an application nothing is put on
    installed: list[InstalledLanguage] = []

    def put_on(language: str) -> InstalledLanguage:
        installed.append(install_language(language))
        return installed[-1]

    yield put_on
    while installed:
        remove_language(installed.pop())


@pytest.mark.parametrize(("setting", "language"), [("de", "de"), ("ru", "ru"), ("xx", SOURCE), ("pt_BR", SOURCE)])
def test_the_choice_holds_as_far_as_there_is_a_translation(setting: str, language: str) -> None:
    assert chosen_language(setting) == language


@pytest.mark.parametrize(("system", "language"), [("es_MX", "es"), ("ja_JP", SOURCE), ("en_GB", SOURCE)])
def test_without_a_choice_the_systems_language_is_taken(system: str, language: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(system))
    try:
        assert chosen_language("") == language
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE])
def test_window_core_and_qt_speak_it(speak: Callable[[str], InstalledLanguage], language: str) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert len(speak(language).translators) == 2
    assert QCoreApplication.translate("TopBar", "Settings") not in ("", "Settings")
    assert str(translated(message("The portal has no custom type with the number {number}.", number=7))).count("7") == 1
    assert "The portal" not in translated(message("The portal has no custom type with the number {number}.", number=7))
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") not in ("", "Cancel")
    assert QCoreApplication.translate("Anything", "a text of nobody") == "a text of nobody"


def test_english_needs_nothing(speak: Callable[[str], InstalledLanguage]) -> None:
    assert speak(SOURCE).translators == ()


def test_days_are_written_in_the_language_that_is_spoken(speak: Callable[[str], InstalledLanguage]) -> None:
    assert _day() == "Sunday, November 22, 2026"
    speak("de")
    assert _day() == "Sonntag, 22. November 2026"
    speak("es")
    assert _day() == "domingo, 22 de noviembre de 2026"
    speak(SOURCE)
    assert _day() == "Sunday, November 22, 2026"


@pytest.mark.usefixtures("qapp")
def test_a_system_of_the_same_language_keeps_its_own_way_of_writing_days() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_AT"))
    installed = install_language("de")
    try:
        assert QLocale().name() == "de_AT"
    finally:
        remove_language(installed)
        QLocale.setDefault(before)


def _day() -> str:
    return QLocale().toString(QDate(2026, 11, 22), QLocale.FormatType.LongFormat)


def test_the_compiled_catalogues_are_where_the_program_looks() -> None:
    folder = Path(__file__).resolve().parents[2] / "resources" / "translations"
    assert {path.stem for path in folder.glob("*.qm")} == {f"bxdesk_{name}" for name in LANGUAGES if name != SOURCE}


@pytest.fixture
def person(qapp: QApplication) -> Iterator[Person]:
    """The window on a portal, with something ticked and typed, arranged in another way than usual."""
    desk = FakeDesk(portal_snapshot(binding(DEAL, OTHER_HANDLER, "Other"), problems=(missing_permission("task"),)))
    program = Program(lambda: desk, lambda _: True)  # type: ignore[arg-type,return-value]
    program.start()
    somebody = Person(program)
    somebody.ready()
    somebody.type("handlerEdit", HANDLER)
    somebody.type("titleEdit", "Send contract")
    somebody.tick("Lead")
    somebody.show_bindings().setColumnWidth(1, 155)
    somebody.show_widgets()
    yield somebody
    program.close()
    program.deleteLater()
    qapp.processEvents()


def choose(person: Person, language: str) -> None:
    person.click("settingsButton")
    box = person.see(QComboBox, "languageBox")
    box.setCurrentIndex(box.findData(language))
    person.click("saveSettingsButton")
    person.wait(lambda: not person.sees("settingsDialog"))


def test_a_language_holds_at_once_and_everything_else_stays(person: Person) -> None:
    desk_reads = person.program.session.portals.was_read
    read: list[object] = []
    desk_reads.connect(lambda *_: read.append(None))
    english = (person.text("planSummary"), person.text("refreshButton"), person.text("problemTitle"))
    table = person.bindings()
    choose(person, "de")
    german = (person.text("planSummary"), person.text("refreshButton"), person.text("problemTitle"))
    assert all(after and after != before for before, after in zip(english, german, strict=True))
    assert (person.text("handlerEdit"), person.text("titleEdit")) == (HANDLER, "Send contract")
    assert person.ticked("Lead") is Qt.CheckState.Checked
    assert person.bindings()[0][1:3] == table[0][1:3]
    assert person.show_bindings().columnWidth(1) == 155
    person.show_widgets()
    assert len(person.window.findChildren(QTreeView, "placementTree")) == 1
    choose(person, "en")
    assert (person.text("planSummary"), person.text("refreshButton"), person.text("problemTitle")) == english
    assert person.bindings() == table
    assert read == []
    person.click("reviewButton")
    assert person.sees("applyButton")
    person.click("cancelButton")
    person.click("refreshButton")
    person.ready()
    assert person.text("planSummary") == english[0]


def test_another_language_is_chosen_in_the_same_view(person: Person) -> None:
    person.window.resize(720, 560)
    person.wait(lambda: person.sees("placesViewButton"))
    person.click("placesViewButton")
    choose(person, "de")
    person.wait(lambda: person.sees("placementTree"))
    assert person.sees("widgetList")
    assert not person.sees("titleEdit")


def test_a_help_that_is_open_speaks_the_new_language(person: Person) -> None:
    person.click("helpButton")
    english = person.text("aboutButton")
    choose(person, "de")
    assert person.text("aboutButton") not in ("", english)
    assert [help_.isVisible() for help_ in person.window.findChildren(QDialog, "helpDialog")].count(True) == 1


@pytest.mark.parametrize("at", [1, 5])
def test_a_help_that_is_open_stays_at_its_topic(person: Person, at: int) -> None:
    person.click_row("Deal")
    person.click("helpButton")
    topics = person.see(QListView, "helpTopics")
    topics.setCurrentIndex(topics.model().index(at, 0))
    english, place = person.text("helpHeading"), person.see(QDialog, "helpDialog").geometry()
    choose(person, "de")
    topics = person.see(QListView, "helpTopics")
    assert (topics.currentIndex().row(), person.text("helpHeading") != english) == (at, True)
    assert person.see(QDialog, "helpDialog").geometry() == place


def test_a_language_holds_at_once_before_there_is_a_portal(qapp: QApplication) -> None:
    desk = FakeDesk()
    desk.accounts.known.clear()
    program = Program(lambda: desk, lambda _: True)  # type: ignore[arg-type,return-value]
    program.start()
    person = Person(program)
    try:
        person.wait(lambda: person.sees("stateButton"))
        before = person.text("stateTitle")
        choose(person, "ru")
        assert person.text("stateTitle") not in ("", before)
        person.click("stateButton")
        assert person.sees("connectDialog")
    finally:
        program.close()
        program.deleteLater()
        qapp.processEvents()


@pytest.mark.parametrize(("box", "value"), [("languageBox", "de"), ("themeBox", "dark")])
def test_what_somebody_is_in_the_middle_of_stays(person: Person, box: str, value: str) -> None:
    person.choose("languagesButton", "language-en")
    person.choose("languagesButton", "language-de")
    person.click("optionsButton")
    person.show_bindings()
    person.type("bindingsFilter", "other")
    person.show_widgets()
    person.tick("Company")
    person.click_row("Deal")
    person.click_row("Custom types", Qt.KeyboardModifier.ControlModifier)
    person.click("ownTextsButton")
    person.type_text("de", "Title", "Nur hier")
    before = view_state(person)
    assert before[2:] == (["Nur hier", "", ""], "other", True)
    person.click("settingsButton")
    choices = person.see(QComboBox, box)
    choices.setCurrentIndex(choices.findData(value))
    person.click("saveSettingsButton")
    person.wait(lambda: not person.sees("settingsDialog"))
    try:
        assert view_state(person) == before
        assert person.text("scopeText").endswith(": Deal" if box == "themeBox" else ": Auftrag")
        person.type("placementFilter", "CRM_DEAL_DETAIL_ACTIVITY")
        person.type("placementFilter", "")
        assert view_state(person) == before
    finally:
        apply_palette("system")


def view_state(person: Person) -> tuple[object, ...]:
    """Which rows are selected, the current one, the language of the texts, and what else somebody has arranged."""

    def where(row: QModelIndex) -> tuple[int, int]:
        return row.parent().row(), row.row()

    person.show_bindings()
    searched = person.text("bindingsFilter")
    person.show_widgets()
    rows, grid = person.tree.selectionModel(), person.see(QTableView, "textsGrid")
    return (
        sorted(map(where, rows.selectedRows())),
        where(rows.currentIndex()),
        person.table("textsGrid")[grid.currentIndex().row()][1:],
        searched,
        person.see(QToolButton, "optionsButton").isChecked(),
    )
