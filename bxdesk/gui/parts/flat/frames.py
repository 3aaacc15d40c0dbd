"""What stands around and between: headers of tables, handles between parts of the window, scroll bars."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
)

from bxdesk.gui.parts.flat.strokes import area_of, faint, has, rounded_pen
from bxdesk.gui.parts.theme import CELL, EDGE, GAP, Tone, blend, colour

_Sub = QStyle.SubControl
_State = QStyle.StateFlag
_Role = QPalette.ColorRole
_Position = QStyleOptionHeader.SectionPosition
_LAST = (_Position.End, _Position.OnlyOneSection)
"""Sections with none to their right: Qt counts them from the left, whichever way the window reads."""
_TOUCHED = _State.State_Sunken | _State.State_MouseOver
_SHORTEST = 28
"""How short the handle of a scroll bar becomes."""
_CROSSING = 1.2
"""Seconds from one end of a progress bar to the other."""
_GRIP = 28
"""How long the handle between two parts of the window is."""


def draw_header(option: QStyleOption, painter: QPainter) -> None:
    """The head of a column, quieter than the rows; tinted where a press would sort by it."""
    area = option.rect
    draw_header_end(option, painter)
    if has(option, _TOUCHED):
        painter.fillRect(area.adjusted(0, 0, 0, -1), faint(option, 0.12 if has(option, _State.State_Sunken) else 0.06))
    if isinstance(option, QStyleOptionHeader) and option.position not in _LAST:
        painter.fillRect(QRect(area.right(), area.top() + 4, 1, area.height() - 8), faint(option, EDGE))


def draw_header_end(option: QStyleOption, painter: QPainter) -> None:
    """What is left of the line beside the last column."""
    area = option.rect
    painter.fillRect(area, option.palette.color(_Role.Base))
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), faint(option, EDGE))


def indent_heading(option: QStyleOption) -> None:
    """Lets a column's name begin where its cells do, or end where its numbers do, in a quieter colour."""
    is_number = isinstance(option, QStyleOptionHeader) and bool(option.textAlignment & Qt.AlignmentFlag.AlignRight)
    is_left = is_number is (option.direction is Qt.LayoutDirection.RightToLeft)
    option.rect = option.rect.adjusted(CELL + 1 if is_left else 0, 0, 0 if is_left else -CELL - 1, 0)
    option.palette.setColor(_Role.ButtonText, colour(Tone.MUTED))


def draw_grip(option: QStyleOption, painter: QPainter) -> None:
    """Between two parts of the window: hardly to be seen until it is pointed at."""
    pointed = has(option, _TOUCHED)
    painter.setPen(rounded_pen(option.palette.color(_Role.Highlight) if pointed else faint(option, EDGE), 3))
    middle = QRectF(option.rect).center()
    half = QPointF(0, _GRIP / 2) if has(option, _State.State_Horizontal) else QPointF(_GRIP / 2, 0)
    painter.drawLine(middle - half, middle + half)


def is_menu_heading(option: QStyleOption) -> bool:
    """Whether it is the name of the entries below it."""
    kind = QStyleOptionMenuItem.MenuItemType.Separator
    return isinstance(option, QStyleOptionMenuItem) and option.menuItemType is kind and bool(option.text)


def is_menu_line(option: QStyleOption) -> bool:
    """Whether it is what stands between entries, and has no word."""
    kind = QStyleOptionMenuItem.MenuItemType.Separator
    return isinstance(option, QStyleOptionMenuItem) and option.menuItemType is kind and not option.text


def draw_menu_heading(option: QStyleOption, painter: QPainter) -> None:
    """Quieter than the entries, and where their signs begin."""
    if isinstance(option, QStyleOptionMenuItem):
        painter.setPen(colour(Tone.MUTED))
        area = option.rect.adjusted(GAP, 0, -GAP, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, option.text)


def with_chosen_icon(option: QStyleOption, side: int, ratio: float) -> QStyleOption:
    """An entry that is about to be taken, with its sign in the colour of its word: Fusion leaves it as it was."""
    if not isinstance(option, QStyleOptionMenuItem) or not has(option, _State.State_Selected) or option.icon.isNull():
        return option
    chosen = QStyleOptionMenuItem(option)
    chosen.icon = QIcon(option.icon.pixmap(QSize(side, side), ratio, QIcon.Mode.Selected))
    return chosen


def draw_tip(option: QStyleOption, painter: QPainter) -> None:
    """The ground of a tip, with the edge of everything else."""
    ground, text = option.palette.color(_Role.ToolTipBase), option.palette.color(_Role.ToolTipText)
    painter.setPen(blend(text, ground, EDGE))
    painter.setBrush(ground)
    painter.drawRect(area_of(option))


def draw_groove(option: QStyleOption, painter: QPainter) -> None:
    """What a progress bar fills."""
    _draw_pill(QRectF(option.rect), faint(option, EDGE / 2), painter)


def draw_progress(option: QStyleOption, painter: QPainter) -> None:
    """As much of it as is done; a third that goes to and fro where nobody knows."""
    if not isinstance(option, QStyleOptionProgressBar):
        return
    area, total = QRectF(option.rect), option.maximum - option.minimum
    if total > 0 and option.progress <= option.minimum:
        return
    share = (option.progress - option.minimum) / total if total > 0 else 1 / 3
    area.setWidth(max(area.width() * share, area.height()))
    room = option.rect.width() - area.width()
    if total <= 0:
        area.translate(room * abs(monotonic() / _CROSSING % 2 - 1), 0)
    elif option.direction is Qt.LayoutDirection.RightToLeft:
        area.translate(room, 0)
    _draw_pill(area, option.palette.color(_Role.Highlight), painter)


def _draw_pill(area: QRectF, ground: QColor, painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    round_ends = min(area.width(), area.height()) / 2
    painter.drawRoundedRect(area, round_ends, round_ends)


def part_of_scroll_bar(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """A groove with a handle, and no arrows: nobody presses those."""
    across = option.orientation is Qt.Orientation.Horizontal
    length = option.rect.width() if across else option.rect.height()
    span = option.maximum - option.minimum
    handle = length
    if span > 0:
        share = round(length * option.pageStep / (span + option.pageStep))
        handle = min(length, max(_SHORTEST, share))
    begin = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )
    first, size = {
        _Sub.SC_ScrollBarSlider: (begin, handle),
        _Sub.SC_ScrollBarSubPage: (0, begin),
        _Sub.SC_ScrollBarAddPage: (begin + handle, length - begin - handle),
        _Sub.SC_ScrollBarGroove: (0, length),
    }.get(part, (0, 0))
    if not size:
        return QRect()
    rect = QRect(first, 0, size, option.rect.height()) if across else QRect(0, first, option.rect.width(), size)
    return rect.translated(option.rect.topLeft())


def draw_scroll_bar(option: QStyleOptionSlider, painter: QPainter, handle: QRect, ground: QColor) -> None:
    """A rounded handle on the ground of what it scrolls."""
    painter.fillRect(option.rect, ground)
    if option.maximum <= option.minimum:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    busy = has(option, _TOUCHED)
    room = min(handle.width(), handle.height()) / 4
    _draw_pill(QRectF(handle).adjusted(room, room, -room, -room), faint(option, 0.6 if busy else 0.4), painter)
    painter.restore()
