"""The language and the direction that windows are built in for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from bxdesk.gui.parts.language import Worn, take_off, wear_language
from tests.scenes.pseudo import Pseudo

PSEUDO = "pseudo"
"""The name of the language that nobody speaks."""


@contextmanager
def language_worn(application: QApplication, language: str) -> Iterator[Worn]:
    """Speaks a language, or :data:`PSEUDO`."""
    worn = _pseudo_worn(application) if language == PSEUDO else wear_language(language)
    try:
        yield worn
    finally:
        take_off(worn)


def _pseudo_worn(application: QApplication) -> Worn:
    pseudo = Pseudo(application)
    application.installTranslator(pseudo)
    return Worn((pseudo,), QLocale())


@contextmanager
def mirrored(application: QApplication) -> Iterator[None]:
    """Reads from right to left."""
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
