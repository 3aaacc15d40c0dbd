"""What is pressed, ticked and typed in."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QStyle, QStyleOption, QStyleOptionButton, QStyleOptionFrame, QStyleOptionHeader

from bxdesk.gui.parts.flat.strokes import area_of, draw_ring, faint, has, rounded_pen
from bxdesk.gui.parts.theme import CELL, EDGE, GAP, RADIUS, blend, is_dark

_State = QStyle.StateFlag
_Role = QPalette.ColorRole
_Sort = QStyleOptionHeader.SortIndicator
GROUNDED = _State.State_Sunken | _State.State_MouseOver
"""States of a quiet button in which it has a ground."""
_TICKED = _State.State_On | _State.State_NoChange
_BOX_RADIUS = 3.0
_ARROW = 8
MENU_ROOM = 5
"""Between a word and the arrow of its menu, besides what Fusion leaves there."""
_STRONG_EDGE = {False: 0.47, True: 0.36}
"""Of the text's colour, by whether it is dark, around what is known by its edge alone: 3 : 1 to the inside."""


def is_filled(option: QStyleOption) -> bool:
    """Whether it is the button that most people want to press."""
    default = isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.DefaultButton
    )
    return default and has(option, _State.State_Enabled)


def is_quiet(option: QStyleOption) -> bool:
    """Whether it is a button that has no edge until it is pointed at, and does not stand for what is in sight."""
    flat = isinstance(option, QStyleOptionButton) and bool(option.features & QStyleOptionButton.ButtonFeature.Flat)
    return flat and not has(option, _State.State_On)


def draw_button(option: QStyleOption, painter: QPainter) -> None:
    """White or filled, a little darker under the pointer, darker yet while it is pressed."""
    palette = option.palette
    accent, ground = palette.color(_Role.Highlight), palette.color(_Role.Button)
    filled = is_filled(option) or ground == accent
    edge = faint(option, EDGE)
    if filled:
        ground = edge = accent
    elif not has(option, _State.State_Enabled):
        ground, edge = palette.color(_Role.Window), faint(option, EDGE / 2)
    elif has(option, _State.State_On):
        ground, edge = blend(accent, ground, 0.16), accent
    shade = 0.14 if has(option, _State.State_Sunken) else 0.07 if has(option, _State.State_MouseOver) else 0
    if has(option, _State.State_Enabled):
        ground = blend(QColor(Qt.GlobalColor.black) if filled else palette.color(_Role.ButtonText), ground, shade)
    painter.setPen(edge)
    painter.setBrush(ground)
    painter.drawRoundedRect(area_of(option), RADIUS, RADIUS)
    if has(option, _State.State_HasFocus):
        draw_ring(option, painter, inside=palette.color(_Role.HighlightedText) if filled else None)


def has_menu(option: QStyleOption) -> bool:
    """Whether it is a button with an arrow beside its word."""
    return isinstance(option, QStyleOptionButton) and bool(option.features & QStyleOptionButton.ButtonFeature.HasMenu)


def set_label(option: QStyleOptionButton) -> None:
    """What a word on a button is painted with, and where."""
    if is_filled(option):
        option.palette.setColor(_Role.ButtonText, option.palette.color(_Role.HighlightedText))
    if has_menu(option):
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        option.rect = option.rect.adjusted(MENU_ROOM if mirrored else 0, 0, 0 if mirrored else -MENU_ROOM, 0)


def draw_menu_arrow(option: QStyleOption, painter: QPainter) -> None:
    """At the end of such a button, as far from its edge as the word is."""
    area = QRect(0, 0, _ARROW, _ARROW)
    area.moveCenter(option.rect.center())
    if option.direction is Qt.LayoutDirection.RightToLeft:
        area.moveLeft(option.rect.left() + GAP)
    else:
        area.moveRight(option.rect.right() - GAP)
    option.rect = area
    draw_arrow(option, painter, 0)


def draw_tool_button(option: QStyleOption, painter: QPainter) -> None:
    """Has no edge, and a ground only while it is pointed at or pressed."""
    painter.setPen(Qt.PenStyle.NoPen)
    if has(option, GROUNDED):
        painter.setBrush(faint(option, 0.18 if has(option, _State.State_Sunken) else 0.09))
        painter.drawRoundedRect(area_of(option), RADIUS, RADIUS)
    if has(option, _State.State_HasFocus):
        draw_ring(option, painter)


def draw_field(option: QStyleOption, painter: QPainter) -> None:
    """The ground and the edge of a line that is typed in."""
    if isinstance(option, QStyleOptionFrame) and not option.lineWidth:
        painter.fillRect(option.rect, option.palette.color(_Role.Base))  # it stands in something that has an edge
        return
    enabled = has(option, _State.State_Enabled)
    painter.setPen(faint(option, _STRONG_EDGE[is_dark()] if enabled else EDGE))
    painter.setBrush(option.palette.color(_Role.Base if enabled else _Role.Window))
    painter.drawRoundedRect(area_of(option), RADIUS, RADIUS)
    if has(option, _State.State_HasFocus):
        draw_ring(option, painter)


def is_boxed(option: QStyleOption) -> bool:
    """Whether it is the frame that :meth:`FlatStyle.polish` gives to lists and areas of text."""
    return isinstance(option, QStyleOptionFrame) and option.frameShape is QFrame.Shape.Box


def draw_frame(option: QStyleOption, painter: QPainter) -> None:
    """The ground and the edge of a list, or of an area that is typed in."""
    if has(option, _State.State_Sunken):
        draw_field(option, painter)
        return
    painter.setPen(faint(option, EDGE))
    painter.setBrush(option.palette.color(_Role.Base))
    painter.drawRoundedRect(area_of(option), RADIUS, RADIUS)


def draw_arrow(option: QStyleOption, painter: QPainter, turn: int) -> None:
    """Points down, turned clockwise by ``turn`` degrees."""
    palette = option.palette
    group = QPalette.ColorGroup.Active if has(option, _State.State_Enabled) else QPalette.ColorGroup.Disabled
    ink = _Role.HighlightedText if has(option, _State.State_Selected) else _Role.ButtonText
    area = QRectF(option.rect)
    half = min(4.0, min(area.width(), area.height()) / 2)
    painter.setPen(rounded_pen(palette.color(group, ink), 1.4))
    painter.translate(area.center())
    painter.rotate(turn)
    painter.drawPolyline([QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)])


def draw_branch(option: QStyleOption, painter: QPainter) -> None:
    """A tree's arrow."""
    aside = 90 if option.direction is Qt.LayoutDirection.RightToLeft else -90
    draw_arrow(option, painter, 0 if has(option, _State.State_Open) else aside)


def draw_sort_arrow(option: QStyleOption, painter: QPainter) -> None:
    """Which way a table is sorted."""
    if isinstance(option, QStyleOptionHeader) and option.sortIndicator is not _Sort.None_:
        option.rect = option.rect.translated(CELL if option.direction is Qt.LayoutDirection.RightToLeft else -CELL, 0)
        draw_arrow(option, painter, 180 if option.sortIndicator is _Sort.SortUp else 0)


def _box_colours(option: QStyleOption) -> tuple[QColor, QColor, QColor]:
    """Of a box or a circle: ground, edge and mark. In a row that is selected they change places."""
    palette = option.palette
    ground, mark = palette.color(_Role.Highlight), palette.color(_Role.HighlightedText)
    if has(option, _State.State_Selected):
        ground, mark = mark, ground
    elif not has(option, _State.State_Enabled):
        ground, mark = palette.color(QPalette.ColorGroup.Disabled, _Role.WindowText), palette.color(_Role.Base)
    if has(option, _TICKED):
        if has(option, _State.State_MouseOver) and not has(option, _State.State_Selected):
            ground = blend(QColor(Qt.GlobalColor.black), ground, 0.24 if has(option, _State.State_Sunken) else 0.12)
        return ground, ground, mark
    if has(option, _State.State_Selected):
        return palette.color(_Role.Highlight), ground, mark
    ground, edge = palette.color(_Role.Base), _STRONG_EDGE[is_dark()]
    if not has(option, _State.State_Enabled):
        edge = EDGE
    elif has(option, _State.State_MouseOver):
        ground, edge = faint(option, 0.18 if has(option, _State.State_Sunken) else 0.06), 0.8
    return ground, faint(option, edge), mark


def draw_box(option: QStyleOption, painter: QPainter) -> None:
    """A checkbox: empty, ticked, or with a dash where only some of a group are."""
    ground, edge, mark = _box_colours(option)
    area = area_of(option)
    painter.setPen(edge)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, _BOX_RADIUS, _BOX_RADIUS)
    painter.setPen(rounded_pen(mark, area.width() / 7))
    left, top, side = area.left(), area.top(), area.width()
    if has(option, _State.State_NoChange):
        painter.drawLine(QPointF(left + side * 0.27, top + side / 2), QPointF(left + side * 0.73, top + side / 2))
    elif has(option, _State.State_On):
        tick = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
        painter.drawPolyline([QPointF(left + side * x, top + side * y) for x, y in tick])


def draw_circle(option: QStyleOption, painter: QPainter) -> None:
    """A radio button."""
    ground, edge, mark = _box_colours(option)
    area = area_of(option)
    painter.setPen(edge)
    painter.setBrush(ground)
    painter.drawEllipse(area)
    if has(option, _State.State_On):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        painter.drawEllipse(area.center(), area.width() / 5, area.width() / 5)
