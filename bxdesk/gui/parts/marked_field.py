"""A field that shows when it is the one that has to be filled or corrected next."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from bxdesk.gui.parts.icons import put_icon
from bxdesk.gui.parts.theme import Field, Tone


class MarkedField(Field):
    """Wears a warning sign at its end while it is marked."""

    def __init__(self, name: str, label: str, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, example, parent)
        self._sign = put_icon(self, "warning", QLineEdit.ActionPosition.TrailingPosition, Tone.WARNING)
        self._sign.setVisible(False)

    @property
    def is_marked(self) -> bool:
        """Whether it wears the sign."""
        return self._sign.isVisible()

    def mark(self, why: str) -> None:
        """Marks it; an empty text takes the sign away. The sign's tooltip says ``why``."""
        self._sign.setVisible(bool(why))
        self._sign.setToolTip(why)
