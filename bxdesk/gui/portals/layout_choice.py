"""The layout that portals are held against: choosing one, and leaving it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bxdesk.gui.parts.button import Button, PrimaryButton
from bxdesk.gui.parts.elided import Elided
from bxdesk.gui.parts.layout_dialog import open_layout_dialog
from bxdesk.gui.parts.links import LinkButton
from bxdesk.gui.session.fleet import Fleet
from bxdesk.gui.window_memory import WindowMemory


class LayoutChoice(QObject):
    """Says which layout it is, and leads to its review: by a few widgets, put beside others where there is room."""

    chosen = Signal()
    """Portals are held against another layout from now on."""
    review_asked = Signal()

    def __init__(self, fleet: Fleet, memory: WindowMemory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fleet = fleet
        self._memory = memory
        self._choose = Button(self.tr("Compare with a lay&out…"), "compareLayoutButton")
        self._choose.setToolTip(self.tr("How far each portal is from what a layout file says"))
        self._name = Elided()
        self._name.setObjectName("comparedLayout")
        self._leave = LinkButton(self.tr("&Forget the layout"), "leaveLayoutButton")
        self._review = PrimaryButton(self.tr("Re&view and apply…"), "reviewPortalsButton")
        self.parts: tuple[QWidget, ...] = (self._choose, self._name, self._leave, self._review)
        """In the order in which one reads them."""
        self._choose.clicked.connect(self._ask)
        self._leave.clicked.connect(self._forget)
        self._review.clicked.connect(self.review_asked)
        self._restate()

    def offer_review(self, number: int) -> None:
        """Offers to apply the layout to this many portals."""
        self._review.setEnabled(number > 0)
        few = self.tr("Select the portals that the layout is to be applied to")
        self._review.setToolTip("" if number else few)

    def _ask(self) -> None:
        recent = self._memory.recent
        dialog = open_layout_dialog(self._choose.window(), Path(recent[0]) if recent else None)
        dialog.filesSelected.connect(self._take)
        dialog.open()

    def _take(self, names: Sequence[str]) -> None:
        self._memory.keep_recent(names[0])
        self._hold_against(Path(names[0]))

    def _forget(self) -> None:
        self._hold_against(None)

    def _hold_against(self, layout: Path | None) -> None:
        self._fleet.compare_with(layout)
        self._restate()
        self.chosen.emit()

    def _restate(self) -> None:
        layout = self._fleet.layout
        self._name.say(layout.name if layout is not None else "", str(layout or ""))
        self._name.setVisible(layout is not None)
        self._leave.setVisible(layout is not None)
        self._review.setVisible(layout is not None)
