"""What is said where there would be rows, so that nobody looks at an empty list and wonders."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bxdesk.gui.parts.theme import GAP, Text, Tone


class EmptyNote(Text):
    """A calm sentence near the top of the place that it fills."""

    def __init__(self, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Tone.MUTED, parent)
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(GAP, 4 * GAP, GAP, GAP)
