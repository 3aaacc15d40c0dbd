"""What is wrong with a field, or worth knowing about it, said right under the field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from bxdesk.gui.parts.theme import Text, Tone


class FieldNote(Text):
    """A sentence under a field; hidden without one. Screen readers hear it with the field."""

    def __init__(self, field: QLineEdit, name: str, parent: QWidget | None = None, *, lines: int = 0) -> None:
        """``lines`` of space are kept for the sentence, so that nothing below moves when it comes or goes."""
        super().__init__(tone=Tone.BAD, parent=parent)
        self.setObjectName(name)
        self._field = field
        if lines:
            policy = self.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.setSizePolicy(policy)
            self.setMinimumHeight(lines * self.fontMetrics().lineSpacing())
            self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str, tone: Tone = Tone.BAD) -> None:
        """Shows a sentence, or nothing when it is empty."""
        self.setText(text)
        self.set_tone(tone)
        self.setVisible(bool(text))
        self._field.setAccessibleDescription(text)

    def complain(self, text: str) -> None:
        """Says what is wrong, and puts the cursor there."""
        self.say(text)
        self._field.setFocus()
        self._field.selectAll()
