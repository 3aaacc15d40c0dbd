"""What the person chose about bxdesk itself: read before the first frame and kept in the background.

The theme is applied live; the language holds for what is built after it, so the window is built again.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.errors import BxdeskError
from bxdesk.gui.background.tasks import Task, Tasks
from bxdesk.gui.parts.language import install_language, remove_language
from bxdesk.gui.parts.scheme import apply_palette
from bxdesk.storage.settings import Settings

if TYPE_CHECKING:
    from bxdesk.storage.settings import SettingsFile


class Choices(QObject):
    """The settings of the moment. Without a file nothing is kept."""

    changed = Signal(object)
    """The Settings that hold from now on."""
    language_changed = Signal()
    """Another language is spoken from now on."""
    failed = Signal(object)
    """The Problem that they could not be kept."""

    def __init__(self, tasks: Tasks, file: SettingsFile | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._file = file
        self.settings = Settings()
        if file is not None:
            with suppress(BxdeskError):  # the desk reads them too, and its failure is shown with a way to try again
                self.settings = file.read()
        self._language = install_language(self.settings.language)
        apply_palette(self.settings.theme)

    def close(self) -> None:
        """Speaks no longer what was chosen."""
        remove_language(self._language)

    def try_theme(self, theme: str) -> None:
        """Shows a theme without choosing it."""
        apply_palette(theme)

    def choose(self, **chosen: str) -> None:
        """Applies what was chosen, and keeps it."""
        before, self.settings = self.settings, replace(self.settings, **chosen)  # type: ignore[arg-type]
        if before == self.settings:
            return
        if self.settings.theme != before.theme:
            apply_palette(self.settings.theme)
        if self.settings.language != before.language:
            remove_language(self._language)
            self._language = install_language(self.settings.language)
            self.language_changed.emit()
        self.changed.emit(self.settings)
        if self._file is not None:
            task = Task(self._tasks)
            task.failed.connect(self.failed)
            task.start(_keep, self._file, chosen)


async def _keep(file: SettingsFile, chosen: dict[str, str]) -> None:
    file.change(**chosen)
