"""A button that opens a page of the documentation in the browser."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from bxdesk.gui.dialogs import OpenAddress
from bxdesk.gui.wording import tip


class PageButton(QPushButton):
    """Where no browser opens, the address is put on the clipboard instead."""

    told = Signal(str)
    """What came of pressing it, where that is not to be seen in the browser."""

    def __init__(self, text: str, name: str, open_address: OpenAddress, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._open_address = open_address
        self._address = ""
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.clicked.connect(self._go)

    def lead_to(self, address: str) -> None:
        """Chooses the page."""
        self._address = address
        self.setToolTip(tip(address))
        self.setAccessibleDescription(address)

    def _go(self) -> None:
        if not self._open_address(self._address):
            QGuiApplication.clipboard().setText(self._address)
            self.told.emit(self.tr("No browser opened. The address of the page is on the clipboard."))
