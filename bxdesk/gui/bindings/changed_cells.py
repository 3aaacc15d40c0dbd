"""Cells whose value is to change: the new one beside the old one, which is struck out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bxdesk.gui.bindings.bindings_model import CHANGE
from bxdesk.gui.parts.theme import GAP, Tone, colour

_AIR = 3
"""Between a cell's edge and its text, as styles have it."""
_NEW = 2 / 3
"""Of a cell that is too narrow for both, what the new value has."""


class ChangedCells(QStyledItemDelegate):
    """A cell that stays as it is looks as any other."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The style draws the ground and the sign, the two texts are ours."""
        before, after = index.data(CHANGE)
        if not after:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style, palette = option.widget.style(), option.palette
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        room.adjust(_AIR, 0, -_AIR, 0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        chosen = palette.color(QPalette.ColorRole.HighlightedText)
        struck = QFont(option.font)
        struck.setStrikeOut(True)
        measure = option.fontMetrics
        old, new = _shares(room, measure.horizontalAdvance(f"{before} "), measure.horizontalAdvance(f"{after} "))
        painter.save()
        for area, text, font, ink in (
            (old, before, struck, chosen if selected else colour(Tone.MUTED)),
            (new, after, option.font, chosen if selected else palette.color(QPalette.ColorRole.Text)),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            shown = measure.elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
            at = QStyle.visualRect(option.direction, room, area)
            painter.drawText(at, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _shares(room: QRect, old: int, new: int) -> tuple[QRect, QRect]:
    """Where the old and the new value stand, which need so many pixels."""
    left = room.width() - GAP
    later = min(new, max(left - old, round(left * _NEW)))
    earlier = min(old, left - later)
    top, height = room.top(), room.height()
    return QRect(room.left(), top, earlier, height), QRect(room.left() + earlier + GAP, top, later, height)
