"""Areas that scroll what they have no room for, and look like the window they are in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bxdesk.gui.parts.theme import LEAST_LINES


class Scrolled(QScrollArea):
    """Scrolls up and down, and is never narrower than what is in it. The keyboard passes the area itself over."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it and the bar beside it; as low as a list can be."""
        bar = self.verticalScrollBar().sizeHint().width()
        inside = self.widget()  # not there yet while Qt puts the area together
        wanted = inside.minimumSizeHint().width() + bar if inside is not None else 0
        return QSize(wanted, self.fontMetrics().height() * LEAST_LINES)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follows what is in it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
