"""What speaks against a plan without standing in its way."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Text, Tone
from bxdesk.gui.parts.wording import full_text
from bxdesk.placements.cautions import review_cautions
from bxdesk.placements.history import Undo
from bxdesk.placements.plan import Plan
from bxdesk.placements.snapshot import Snapshot

_SHOWN = 3
"""So many of what was left alone are named, the others counted."""
_CARDS = 20
"""So many cards are shown, the others counted: a plan may remove thousands."""


class Notes(QWidget):
    """One card for each, up to a number of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._cards: list[Card] = []

    def show_for(self, plan: Plan, snapshot: Snapshot, undo: Undo | None) -> None:
        """Shows the notes on a plan in place of those before."""
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        said = [*self._left_alone(undo), *map(full_text, review_cautions(plan, snapshot))]
        if len(said) > _CARDS:
            said[_CARDS:] = [self.tr("{n} more").format(n=len(said) - _CARDS)]
        self._cards = [_note(text) for text in said]
        for card in self._cards:
            self._column.addWidget(card)
        self.setVisible(bool(self._cards))

    def _left_alone(self, undo: Undo | None) -> list[str]:
        if undo is None or not undo.left_alone:
            return []
        lines = [full_text(conflict.problem) for conflict in undo.left_alone[:_SHOWN]]
        more = len(undo.left_alone) - _SHOWN
        if more > 0:
            lines.append(self.tr("{n} more are left alone for the same reason.").format(n=more))
        return ["\n".join(lines)]


def _note(text: str) -> Card:
    card = Card(Tone.WARNING)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
    label = Text(text)
    label.setObjectName("reviewCaution")
    inside.addWidget(label)
    return card
