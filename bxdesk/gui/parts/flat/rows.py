"""Rows of lists, tables and trees: the room beside their texts, and how they answer the pointer and the selection.

A full window has hundreds of cells, and each look at an option's flags takes microseconds: they are looked at once.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionViewItem, QTableView, QTreeView, QWidget

from bxdesk.gui.parts.flat.controls import draw_branch
from bxdesk.gui.parts.flat.strokes import draw_ring
from bxdesk.gui.parts.theme import CELL, blend

_State = QStyle.StateFlag
_Role = QPalette.ColorRole
_SELECTED, _POINTED_AT = _State.State_Selected.value, _State.State_MouseOver.value
_FOCUSED, _CHILDREN = _State.State_HasFocus.value, _State.State_Children.value
_ROWS = QTableView.SelectionBehavior.SelectRows
_PALE = 0.2
"""Of the highlight, where the keys are for something else: every tone can be read on it."""
_TINT = 0.06
"""Of the text's colour, under the pointer."""
NO_RING = QRect()


def draw_row(option: QStyleOption, painter: QPainter, view: QWidget | None) -> bool:
    """What is around the cells, where it is no plain row; False where it is one."""
    ground = _ground(option, option.state.value, view)
    if ground is not None:
        painter.fillRect(option.rect, ground)
    return ground is not None


def unfolds(option: QStyleOption) -> bool:
    """Whether something is inside of a row."""
    return bool(option.state.value & _CHILDREN)


def draw_arrow_of_row(option: QStyleOption, painter: QPainter, view: QWidget | None) -> None:
    """What a tree unfolds a row with, in the colour of the row's text."""
    plain = QStyleOption(option)
    if _is_aside(view):
        plain.state &= ~_State.State_Selected
    draw_branch(plain, painter)


def begin_cell(option: QStyleOptionViewItem, painter: QPainter, view: QWidget | None) -> QRect:
    """Paints the ground, and leaves of the cell what is for its texts and signs. Returns where the focus's ring is.

    A selected cell becomes one that is not, on a ground of its own, where the keys are for something else. All this is
    done to the option and to no copy of it: a delegate that draws more in this cell goes by it.
    """
    state, ring = option.state.value, NO_RING
    table = view if isinstance(view, QTableView) and view.selectionBehavior() is _ROWS else None
    if table is not None or state & (_SELECTED | _POINTED_AT | _FOCUSED):
        if table is not None:  # Qt says of one cell that it is pointed at, or has the focus
            state = state | _POINTED_AT if _is_in_pointed_row(option, table) else state & ~_POINTED_AT
            ring = _ring_of_row(option, table)
        elif state & _FOCUSED:
            ring = QRect(option.rect)
        ground = _ground(option, state, view)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        option.state &= ~_State.State_HasFocus  # Fusion's ring would be around what is in the cell
        if state & _SELECTED and _is_aside(view):
            option.state &= ~_State.State_Selected
    option.rect = contents_of_cell(option, option.index, view)
    return ring


def contents_of_cell(
    option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, view: QWidget | None, room: int = CELL
) -> QRect:
    """What of a cell is for its texts and signs, with so many pixels beside them."""
    leading = 0 if isinstance(view, QTreeView) and not index.column() else room  # a tree's arrow has room beside it
    if option.direction is Qt.LayoutDirection.RightToLeft:
        return option.rect.adjusted(room, 0, -leading, 0)
    return option.rect.adjusted(leading, 0, -room, 0)


def draw_ring_of_cell(option: QStyleOptionViewItem, painter: QPainter, cell: QRect, ring: QRect) -> None:
    """What of the ring is in a cell."""
    painter.setClipRect(cell, Qt.ClipOperation.IntersectClip)
    around = QStyleOption(option)  # a delegate that draws more in this cell goes by the option
    around.rect = ring
    draw_ring(around, painter)


def _ring_of_row(option: QStyleOptionViewItem, table: QTableView) -> QRect:
    """Around all of a row, if this cell is in the one that the keys are at."""
    if not table.hasFocus() or table.currentIndex().row() != option.index.row():
        return NO_RING
    header = table.horizontalHeader()
    width, left = header.length(), -header.offset()
    if table.isRightToLeft():
        left = table.viewport().width() - width - left
    return QRect(left, option.rect.top(), width, option.rect.height())


def _is_in_pointed_row(option: QStyleOptionViewItem, table: QTableView) -> bool:
    port = table.viewport()
    return port.underMouse() and table.rowAt(port.mapFromGlobal(QCursor.pos()).y()) == option.index.row()


def _ground(option: QStyleOption, state: int, view: QWidget | None) -> QColor | None:
    """What a row stands on that is selected or pointed at."""
    if not state & (_SELECTED | _POINTED_AT):
        return None
    palette = option.palette
    base = palette.color(_Role.Base)
    if state & _SELECTED:
        ground = palette.color(_Role.Highlight)
        return blend(ground, base, _PALE) if _is_aside(view) else ground
    return blend(palette.color(_Role.WindowText), base, _TINT)  # a cell may have a text of another colour


def _is_aside(view: QWidget | None) -> bool:
    """Whether the keys are for something else; lists that drop down have them without the focus."""
    return view is not None and not view.hasFocus() and view.window().windowType() is not Qt.WindowType.Popup
