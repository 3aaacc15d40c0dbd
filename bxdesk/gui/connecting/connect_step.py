"""One numbered step of the guide to a connection, which can be folded by somebody who knows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from bxdesk.gui.parts.icons import wear
from bxdesk.gui.parts.theme import GAP, scaled_font


class Step(QWidget):
    """A heading and what belongs under it."""

    unfolded = Signal(bool)

    def __init__(self, title: str, body: QWidget, toggle: str = "", *, quiet: bool = False) -> None:
        """``toggle`` names the button that folds the step; without it the step is always open."""
        super().__init__()
        self._body = body
        self._toggle: QToolButton | None = None
        self._shown = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 2)
        heading: QWidget
        if toggle:
            heading = self._toggle = QToolButton()
            self._toggle.setObjectName(toggle)
            self._toggle.setText(title)
            self._toggle.setAutoRaise(True)
            self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._toggle.clicked.connect(self._turn)
        else:
            heading = QLabel(title)
        if not quiet:
            heading.setFont(scaled_font(heading.font(), 1.05, bold=True))
        column.addWidget(heading, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(body)
        if toggle:
            self.unfold(False)

    @property
    def is_unfolded(self) -> bool:
        """Whether more than the heading is shown."""
        return self._shown

    def unfold(self, shown: bool) -> None:
        """Shows or hides what is under the heading."""
        self._shown = shown
        self._body.setVisible(shown)
        if self._toggle is not None:
            wear(self._toggle, "down" if shown else "next")
            self._toggle.setAccessibleDescription(self.tr("unfolded") if shown else self.tr("folded"))
        self.unfolded.emit(shown)

    def _turn(self) -> None:
        self.unfold(not self._shown)
