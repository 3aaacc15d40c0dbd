"""Fields: one to search a list in, and one that shows when it has to be filled or corrected next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from bxdesk.gui.parts.icons import add_icon
from bxdesk.gui.parts.theme import Field, Tone


class SearchField(Field):
    """Down and Return lead into the list, Esc clears."""

    def __init__(self, name: str, label: str, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, example or label, parent)
        self.setClearButtonEnabled(True)
        add_icon(self, "search", QLineEdit.ActionPosition.LeadingPosition)
        self._view: QAbstractItemView | None = None

    def forward_keys_to(self, view: QAbstractItemView) -> None:
        """Has the keys lead into this list."""
        self._view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes the keys that lead out of the field; the others are typed."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._view is not None:
            self._enter(self._view)
        else:
            super().keyPressEvent(event)

    def _enter(self, view: QAbstractItemView) -> None:
        view.setFocus(Qt.FocusReason.TabFocusReason)
        first = view.model().index(0, 0)
        if not view.currentIndex().isValid() and first.isValid():
            view.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)


class MarkedField(Field):
    """Wears a warning sign at its end while it is marked."""

    def __init__(self, name: str, label: str, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, example, parent)
        self._sign = add_icon(self, "warning", QLineEdit.ActionPosition.TrailingPosition, Tone.WARNING)
        self._sign.setVisible(False)
        self._example = example
        self._why = ""

    def lock(self, why: str) -> None:
        """Only shows its text, to be read and copied; the tooltip says ``why``. An empty text has it typed in again."""
        if why != self._why:
            self._why = why
            self.setReadOnly(bool(why))
            self.setPlaceholderText("" if why else self._example)
            self.setToolTip(why or self._example)
            self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Takes the ground of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ThemeChange):
            self._tint()

    def _tint(self) -> None:
        """One that cannot be typed in has the ground of the window."""
        palette = QPalette()
        if self.isReadOnly():
            palette.setColor(QPalette.ColorRole.Base, QGuiApplication.palette().color(QPalette.ColorRole.Window))
        self.setPalette(palette)

    def mark(self, why: str) -> None:
        """Marks it; an empty text takes the sign away. The sign's tooltip says ``why``."""
        self._sign.setVisible(bool(why))
        self._sign.setToolTip(why)
