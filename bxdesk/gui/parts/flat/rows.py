"""Rows of lists, tables and trees: the room beside their texts, and how they answer the pointer and the selection."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QCursor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionViewItem, QTableView, QTreeView, QWidget

from bxdesk.gui.parts.flat.controls import draw_branch
from bxdesk.gui.parts.flat.strokes import draw_ring, has
from bxdesk.gui.parts.theme import CELL, blend

_State = QStyle.StateFlag
_Role = QPalette.ColorRole
_PALE = 0.2
"""Of the highlight, where the keys are for something else: every tone can be read on it."""
_POINTED = 0.06
"""Of the text's colour, under the pointer."""


def draw_row(option: QStyleOption, painter: QPainter, view: QWidget | None) -> bool:
    """What is around the cells, where it is no plain row; False where it is one."""
    ground = _ground(option, view) if has(option, _State.State_Selected | _State.State_MouseOver) else None
    if ground is not None:
        painter.fillRect(option.rect, ground)
    return ground is not None


def begin_cell(option: QStyleOptionViewItem, painter: QPainter, view: QWidget | None) -> None:
    """Paints the ground, and leaves of the cell what is for its texts and signs.

    A selected cell becomes one that is not, on a ground of its own, where the keys are for something else. All this is
    done to the option and to no copy of it: a delegate that draws more in this cell goes by it.
    """
    ground: QBrush | QColor | None = _ground(option, view)
    if ground is None and option.backgroundBrush.style() is not Qt.BrushStyle.NoBrush:
        ground = option.backgroundBrush
    if ground is not None:
        painter.fillRect(option.rect, ground)
    if has(option, _State.State_Selected) and _is_aside(view):
        option.state &= ~_State.State_Selected
        option.backgroundBrush = QBrush(Qt.BrushStyle.NoBrush)
    option.rect = _inside(option, view)


def draw_arrow_of_row(option: QStyleOption, painter: QPainter, view: QWidget | None) -> None:
    """What a tree unfolds with, in the colour of the row's text."""
    plain = QStyleOption(option)
    if _is_aside(view):
        plain.state &= ~_State.State_Selected
    draw_branch(plain, painter)


def ring_of_cell(option: QStyleOptionViewItem, view: QWidget | None) -> QRect:
    """Where the ring of the focus is, of which a part is in this cell: around all of a row that is selected as one."""
    if isinstance(view, QTableView) and view.selectionBehavior() is QTableView.SelectionBehavior.SelectRows:
        if not view.hasFocus() or view.currentIndex().row() != option.index.row():
            return QRect()
        header = view.horizontalHeader()
        width = max(header.length(), view.viewport().width())
        left = view.viewport().width() - width + header.offset() if view.isRightToLeft() else -header.offset()
        return QRect(left, option.rect.top(), width, option.rect.height())
    return QRect(option.rect) if has(option, _State.State_HasFocus) else QRect()


def draw_ring_of_cell(option: QStyleOptionViewItem, painter: QPainter, cell: QRect, ring: QRect) -> None:
    """What of the ring is in a cell."""
    painter.setClipRect(cell, Qt.ClipOperation.IntersectClip)
    option.rect = ring
    draw_ring(option, painter)


def _inside(option: QStyleOptionViewItem, view: QWidget | None) -> QRect:
    """Of a cell, what is for its texts and signs. A box to tick stays where Qt looks for clicks on it."""
    first = isinstance(view, QTreeView) and not option.index.column()  # its arrow has room beside it
    leading = 0 if first or _has_box(option) else CELL
    if option.direction is Qt.LayoutDirection.RightToLeft:
        return option.rect.adjusted(CELL, 0, -leading, 0)
    return option.rect.adjusted(leading, 0, -CELL, 0)


def _has_box(option: QStyleOptionViewItem) -> bool:
    """Whether there is something to tick in a cell."""
    return bool(option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator)


def _ground(option: QStyleOption, view: QWidget | None) -> QColor | None:
    palette = option.palette
    if has(option, _State.State_Selected):
        ground = palette.color(_Role.Highlight)
        return blend(ground, palette.color(_Role.Base), _PALE) if _is_aside(view) else ground
    if _is_pointed_at(option, view):
        return blend(palette.color(_Role.Text), palette.color(_Role.Base), _POINTED)
    return None


def _is_aside(view: QWidget | None) -> bool:
    """Whether the keys are for something else; lists that drop down have them without the focus."""
    return view is not None and not view.hasFocus() and view.window().windowType() is not Qt.WindowType.Popup


def _is_pointed_at(option: QStyleOption, view: QWidget | None) -> bool:
    """Whether the pointer is on the row. Qt says of a table's cells only which one it is."""
    if not isinstance(view, QTableView) or view.selectionBehavior() is not QTableView.SelectionBehavior.SelectRows:
        return has(option, _State.State_MouseOver)
    port = view.viewport()
    if not port.underMouse() or not isinstance(option, QStyleOptionViewItem):
        return False
    return view.rowAt(port.mapFromGlobal(QCursor.pos()).y()) == option.index.row()
