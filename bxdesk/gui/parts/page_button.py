"""A link to a page of the documentation, which opens in the browser."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bxdesk.gui.parts.link_button import LinkButton
from bxdesk.gui.parts.wording import tip

OpenAddress = Callable[[str], bool]
"""Opens an address in the browser; False if there is none to open it with."""


class PageButton(LinkButton):
    """Where no browser opens, the address is put on the clipboard instead."""

    told = Signal(str)
    """What came of pressing it, where that is not to be seen in the browser."""

    def __init__(
        self, text: str, name: str, page: str, open_address: OpenAddress, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, name, parent)
        self._page = page
        self._open_address = open_address
        self.setToolTip(tip(page))
        self.setAccessibleDescription(page)
        self.clicked.connect(self._go)

    def _go(self) -> None:
        if not self._open_address(self._page):
            QGuiApplication.clipboard().setText(self._page)
            self.told.emit(self.tr("No browser opened. The address of the page is on the clipboard."))
