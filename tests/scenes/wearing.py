"""The language and the direction that windows are built in for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from bxdesk.gui.parts.language import InstalledLanguage, install_language, remove_language
from tests.scenes.pseudo import Pseudo

PSEUDO = "pseudo"
"""The name of the language that nobody speaks."""


@contextmanager
def language_worn(application: QApplication, language: str) -> Iterator[InstalledLanguage]:
    """Speaks a language, or :data:`PSEUDO`."""
    worn = _pseudo_worn(application) if language == PSEUDO else install_language(language)
    try:
        yield worn
    finally:
        remove_language(worn)


def _pseudo_worn(application: QApplication) -> InstalledLanguage:
    pseudo = Pseudo(application)
    application.installTranslator(pseudo)
    return InstalledLanguage((pseudo,), QLocale())


@contextmanager
def mirrored(application: QApplication) -> Iterator[None]:
    """Reads from right to left."""
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
