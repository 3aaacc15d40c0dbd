"""The window speaks the person's language, as far as there is a translation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from bxdesk.gui.language import LANGUAGES, SOURCE, chosen_language, wear_language
from bxdesk.gui.wording import spoken
from bxdesk.words import words


@pytest.fixture
def worn(qapp: QApplication) -> Iterator[list[QTranslator]]:
    """What a test puts on is taken off again."""
    translators: list[QTranslator] = []
    yield translators
    for translator in translators:
        qapp.removeTranslator(translator)


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
def test_window_core_and_qt_speak_it(worn: list[QTranslator], language: str) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    worn.extend(wear_language(language))
    assert len(worn) == 2
    assert QCoreApplication.translate("TopBar", "Settings") not in ("", "Settings")
    assert str(spoken(words("The portal has no custom type with the number {number}.", number=7))).count("7") == 1
    assert "The portal" not in spoken(words("The portal has no custom type with the number {number}.", number=7))
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") not in ("", "Cancel")
    assert QCoreApplication.translate("Anything", "a text of nobody") == "a text of nobody"


@pytest.mark.usefixtures("qapp")
def test_english_needs_nothing() -> None:
    assert wear_language(SOURCE) == ()


def test_the_compiled_catalogues_are_where_the_program_looks() -> None:
    folder = Path(__file__).resolve().parents[2] / "resources" / "translations"
    assert {path.stem for path in folder.glob("*.qm")} == {f"bxdesk_{name}" for name in LANGUAGES if name != SOURCE}
