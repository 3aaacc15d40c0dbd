"""The wait for the browser: how long still, the address to open oneself, and a place for what it shows instead."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from bxdesk.gui.theme import GAP, Card, Field, Text, Tone


class ConnectWait(Card):
    """Shown while a sign-in runs."""

    pasted = Signal(str)
    open_again = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.ACCENT, parent)
        self._status = Text()
        self._status.setObjectName("connectStatus")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Waiting for the browser"))
        self._address = Field("authorizeAddress", self.tr("Address to open in the browser"))
        self._address.setReadOnly(True)
        self._copy = self._button(self.tr("&Copy"), "copyAddressButton")
        self._open = self._button(self.tr("&Open again"), "openAgainButton")
        self._answer = Field(
            "pasteEdit", self.tr("Code or address from the browser"), self.tr("Or paste the code or address it shows")
        )
        self._take = self._button(self.tr("&Use"), "pasteButton")
        self._refusal = Text(tone=Tone.BAD)
        self._refusal.setObjectName("pasteMessage")
        self._without = False
        self._lay_out()
        self._copy.clicked.connect(self._copy_address)
        self._open.clicked.connect(self._open_address)
        self._take.clicked.connect(self._hand_over)
        self._answer.returnPressed.connect(self._hand_over)

    def begin(self) -> None:
        """A sign-in starts: nothing is known of it yet."""
        self._without = False
        self._address.clear()
        self._answer.clear()
        self._refusal.hide()
        self._status.setText(self.tr("Getting ready…"))
        self.show()

    def show_address(self, address: str) -> None:
        """The address that the browser is opened with."""
        self._address.setText(address)
        self._address.setCursorPosition(0)

    def opened(self, successfully: bool) -> None:
        """Whether a browser took the address."""
        self._without = not successfully

    def count_down(self, seconds: int) -> None:
        """How long the answer is still waited for."""
        if not self._address.text():
            return
        left = f"{seconds // 60}:{seconds % 60:02d}"
        if self._without:
            text = self.tr("No browser opened. Open this address yourself; {time} left.")
        else:
            text = self.tr("Waiting for the browser: confirm there that bxdesk may use the portal. {time} left.")
        self._status.setText(text.format(time=left))

    def say(self, text: str) -> None:
        """Something else about the wait."""
        self._status.setText(text)

    def refuse(self, why: str) -> None:
        """A pasted text was no good."""
        self._refusal.setText(why)
        self._refusal.show()
        self._answer.selectAll()

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + 2, GAP, GAP + 2, GAP + 2)
        column.setSpacing(GAP)
        column.addWidget(self._status)
        column.addWidget(self._bar)
        for widgets in ((self._address, self._copy, self._open), (self._answer, self._take)):
            line = QHBoxLayout()
            line.setSpacing(GAP)
            for widget in widgets:
                line.addWidget(widget)
            column.addLayout(line)
        column.addWidget(self._refusal)

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._address.text())

    def _open_address(self) -> None:
        if self._address.text():
            self.open_again.emit(self._address.text())

    def _hand_over(self) -> None:
        text = self._answer.text().strip()
        if text:
            self._refusal.hide()
            self.pasted.emit(text)
