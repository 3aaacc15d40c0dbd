"""The language and the direction that windows are built in for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication

from bxdesk.gui.language import wear_language
from tests.scenes.pseudo import Pseudo

PSEUDO = "pseudo"
"""The name of the language that nobody speaks."""


@contextmanager
def language_worn(application: QApplication, language: str) -> Iterator[None]:
    """Speaks a language, or :data:`PSEUDO`."""
    if language == PSEUDO:
        pseudo = Pseudo(application)
        application.installTranslator(pseudo)
        translators: tuple[QTranslator, ...] = (pseudo,)
    else:
        translators = wear_language(language)
    try:
        yield
    finally:
        for translator in translators:
            application.removeTranslator(translator)


@contextmanager
def mirrored(application: QApplication) -> Iterator[None]:
    """Reads from right to left."""
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
