"""What is said beside the rest: across a page, where there would be rows, or under a field."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QVBoxLayout, QWidget

from bxdesk.gui.parts.flow import TextFlow
from bxdesk.gui.parts.icons import set_icon
from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Text, Tone


class Note(QWidget):
    """Says one thing after the other; whoever derives from it shows and hides it."""

    def __init__(self, name: str, text_name: str, drawing: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        sign = QLabel()
        set_icon(sign, drawing, Tone.ACCENT)
        self._text = Text()
        self._text.setObjectName(text_name)
        card = Card(Tone.ACCENT)
        self._flow = TextFlow(GAP, sign, self._text)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        inside.addWidget(self._flow)
        around = QVBoxLayout(self)
        around.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        around.addWidget(card)

    def offer(self, *buttons: QAbstractButton) -> None:
        """Puts buttons at its end."""
        self._flow.add(*buttons)

    def say(self, text: str) -> None:
        """Replaces the text, for the eye and for a screen reader."""
        self._text.setText(text)
        self.setAccessibleName(text)


class EmptyNote(Text):
    """A calm sentence near the top of the place that it fills."""

    def __init__(self, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Tone.MUTED, parent)
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(GAP, 4 * GAP, GAP, GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes it higher or lower."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """High enough to be read whole; what is around it scrolls."""
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self.heightForWidth(self.width())))


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
