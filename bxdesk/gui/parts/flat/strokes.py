"""What all that is drawn flat has in common: edges, pens, and the ring of the focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionFocusRect

from bxdesk.gui.parts.theme import RADIUS, Tone, blend, colour


def faint(option: QStyleOption, share: float) -> QColor:
    """The text's colour, faint."""
    palette = option.palette
    return blend(palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window), share)


def has(option: QStyleOption, flags: QStyle.StateFlag) -> bool:
    """Whether something is in one of these states at least."""
    return bool(option.state & flags)


def area_of(option: QStyleOption) -> QRectF:
    """Where an edge of one pixel stands sharp."""
    return QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)


def rounded_pen(tint: QColor, width: float) -> QPen:
    """With round ends and corners."""
    return QPen(tint, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def draw_ring(option: QStyleOption, painter: QPainter, *, inside: QColor | None = None) -> None:
    """The focus: two pixels of the accent on the edge, or a line inside of what is filled with it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    palette = option.palette
    on_highlight = isinstance(option, QStyleOptionFocusRect) and option.backgroundColor == palette.color(
        QPalette.ColorRole.Highlight
    )  # which is how a tree says that the row is selected
    if on_highlight or has(option, QStyle.StateFlag.State_Selected):
        inside = palette.color(QPalette.ColorRole.HighlightedText)
    if inside is not None:
        painter.setPen(inside)
        painter.drawRoundedRect(area_of(option).adjusted(2, 2, -2, -2), RADIUS - 2, RADIUS - 2)
    else:
        width = 1 if has(option, QStyle.StateFlag.State_Item) else 2  # a cell is large
        painter.setPen(QPen(colour(Tone.ACCENT), width))
        half = width / 2
        painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), RADIUS, RADIUS)
