"""The style itself: which of Fusion's elements are drawn flat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFrame,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QStyleOptionToolButton,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from bxdesk.gui.parts.flat.controls import (
    GROUNDED,
    MENU_ROOM,
    draw_arrow,
    draw_box,
    draw_button,
    draw_circle,
    draw_field,
    draw_frame,
    draw_menu_arrow,
    draw_sort_arrow,
    draw_tool_button,
    has_menu,
    is_boxed,
    is_quiet,
    set_label,
)
from bxdesk.gui.parts.flat.frames import (
    draw_grip,
    draw_groove,
    draw_header,
    draw_header_end,
    draw_menu_heading,
    draw_progress,
    draw_scroll_bar,
    draw_tip,
    indent_heading,
    is_menu_heading,
    is_menu_line,
    part_of_scroll_bar,
    with_chosen_icon,
)
from bxdesk.gui.parts.flat.rows import NO_RING, begin_cell, draw_arrow_of_row, draw_ring_of_cell, draw_row, unfolds
from bxdesk.gui.parts.flat.strokes import draw_ring, has
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import CELL, CELL_ROOM, Tone

_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_State = QStyle.StateFlag
_Metric = QStyle.PixelMetric
_Sub = QStyle.SubControl
_Role = QPalette.ColorRole
_SIGNS = {
    QStyle.StandardPixmap.SP_MessageBoxQuestion: ("help", Tone.ACCENT),
    QStyle.StandardPixmap.SP_MessageBoxInformation: ("info", Tone.ACCENT),
    QStyle.StandardPixmap.SP_MessageBoxWarning: ("warning", Tone.WARNING),
    QStyle.StandardPixmap.SP_MessageBoxCritical: ("error", Tone.BAD),
}
"""The signs of message boxes are of the same family as all others."""
_Contents = QStyle.ContentsType
_AIR = {
    _Contents.CT_PushButton: 12,
    _Contents.CT_ComboBox: 12,
    _Contents.CT_HeaderSection: 10,
    _Contents.CT_MenuItem: 12,
}
"""Above and below a word together: a button, and a list that drops down, are as high as the field beside them."""
_ROOM = {
    _Contents.CT_ItemViewItem: 2 * CELL,
    _Contents.CT_HeaderSection: 2 * CELL,
    _Contents.CT_PushButton: 8,
    _Contents.CT_CheckBox: 4,
    _Contents.CT_RadioButton: 4,
}
"""Pixels beside what Fusion finds wide enough: for cells, for words on buttons, for the ring around a word."""
_FRAME = 2
"""Pixels around a list: the edge, and what its round corners need."""


def apply_flat_style() -> None:
    """Replaces Fusion, where that is what the platform has."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        style = application.style()
        if style.name() == "fusion" and not isinstance(style, FlatStyle):
            flat = FlatStyle("fusion")
            flat.setProperty(CELL_ROOM, CELL)
            application.setStyle(flat)


class FlatStyle(QProxyStyle):
    """One edge, one radius, one accent: what can be pressed is flat, what has the focus wears a ring."""

    @override
    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element is _Primitive.PE_PanelItemViewRow:
            if not draw_row(option, painter, widget):
                super().drawPrimitive(element, option, painter, widget)
            return
        if element is _Primitive.PE_IndicatorBranch:
            if unfolds(option):
                _drawn(draw_arrow_of_row, option, painter, widget)
            return
        draw = _PRIMITIVES.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
        elif element is not _Primitive.PE_FrameFocusRect or not _has_ring(option, widget):
            _drawn(draw, option, painter)

    @override
    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element is _Control.CE_ItemViewItem and isinstance(option, QStyleOptionViewItem):
            self._draw_cell(option, painter, widget)
            return
        if element is _Control.CE_PushButtonBevel and isinstance(option, QStyleOptionButton) and has_menu(option):
            plain = QStyleOptionButton(option)
            plain.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
            self.drawControl(element, plain, painter, widget)
            _drawn(draw_menu_arrow, plain, painter)
            return
        if element is _Control.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            option = QStyleOptionButton(option)
            set_label(option)
        elif element is _Control.CE_HeaderLabel:
            indent_heading(option)
        elif element is _Control.CE_MenuItem:
            side = self.pixelMetric(_Metric.PM_SmallIconSize, option, widget)
            option = with_chosen_icon(option, side, painter.device().devicePixelRatio())
        known = _CONTROLS.get(element)
        if known is not None and known[0](option):
            _drawn(known[1], option, painter)
        else:
            super().drawControl(element, option, painter, widget)

    def _draw_cell(self, option: QStyleOptionViewItem, painter: QPainter, view: QWidget | None) -> None:
        cell = QRect(option.rect)  # a copy, or it would follow the option's
        ring = begin_cell(option, painter, view)
        super().drawControl(_Control.CE_ItemViewItem, option, painter, view)
        if ring is not NO_RING:
            _drawn(draw_ring_of_cell, option, painter, cell, ring)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if isinstance(option, QStyleOptionComboBox):
            option = QStyleOptionComboBox(option)
            # Qt says so of each that has the focus, but its ground is plain.
            option.state &= ~_State.State_Selected
            _drawn(draw_field if option.editable else draw_button, option, painter)
            arrow = QStyleOption(option)
            arrow.rect = self.subControlRect(control, option, _Sub.SC_ComboBoxArrow, widget)
            _drawn(draw_arrow, arrow, painter, 0)
        elif control is _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            handle = self.subControlRect(control, option, _Sub.SC_ScrollBarSlider, widget)
            draw_scroll_bar(option, painter, handle, option.palette.color(_ground_beside(widget)))
        else:
            if isinstance(option, QStyleOptionToolButton) and not option.text:
                option = QStyleOptionToolButton(option)
                option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu  # three dots say it already
            super().drawComplexControl(control, option, painter, widget)

    @override
    def polish(self, what: QWidget | QApplication | QPalette) -> None:  # type: ignore[override]  # one of three
        """Gives lists and areas of text a frame whose corners what is in it does not reach."""
        super().polish(what)
        if isinstance(what, QAbstractScrollArea) and what.frameShape() is QFrame.Shape.StyledPanel:
            typed_in = isinstance(what, QPlainTextEdit) and not what.isReadOnly()
            what.setFrameShape(QFrame.Shape.Box)
            what.setFrameShadow(QFrame.Shadow.Sunken if typed_in else QFrame.Shadow.Plain)
            what.setLineWidth(_FRAME)

    @override
    def standardIcon(
        self, kind: QStyle.StandardPixmap, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> QIcon:
        drawing = _SIGNS.get(kind)
        return icon(*drawing) if drawing is not None else super().standardIcon(kind, option, widget)

    @override
    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        whole = QRect(option.rect)
        if kind is _Contents.CT_ItemViewItem and whole.width() > 2 * CELL:  # lines break where there is room for them
            option.rect = whole.adjusted(CELL, 0, -CELL, 0)
        size = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # it may be None
        option.rect = whole
        if has_menu(option):
            size += QSize(MENU_ROOM, 0)
        if not is_quiet(option):
            size += QSize(_ROOM.get(kind, 0), 0)
        air = None if is_menu_line(option) else _AIR.get(kind)
        return size if air is None else size.expandedTo(QSize(0, option.fontMetrics.height() + air))

    @override
    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control is _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return QStyle.visualRect(option.direction, option.rect, part_of_scroll_bar(option, part))
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # it may be None


def _has_ring(option: QStyleOption, widget: QWidget | None) -> bool:
    """Whether it got its ring with its ground, by the time that Fusion asks for the focus."""
    if isinstance(widget, QToolButton):  # a quiet one has no ground until it is pointed at
        return not has(option, _State.State_AutoRaise) or has(option, GROUNDED)
    return isinstance(widget, (QPushButton, QComboBox))


def _ground_beside(bar: QWidget | None) -> QPalette.ColorRole:
    """Of what a bar scrolls: lists and texts are white, the rest is as the window."""
    around = bar.parentWidget() if bar is not None else None
    area = around.parentWidget() if around is not None else None
    return _Role.Window if area is None or isinstance(area, QScrollArea) else _Role.Base


def _always(option: QStyleOption) -> bool:
    del option
    return True


def _drawn(draw: Callable[..., None], option: QStyleOption, painter: QPainter, *more: object) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        draw(option, painter, *more)
    finally:
        painter.restore()


_PRIMITIVES: Mapping[QStyle.PrimitiveElement, Callable[[QStyleOption, QPainter], None]] = {
    _Primitive.PE_PanelButtonCommand: draw_button,
    _Primitive.PE_PanelButtonTool: draw_tool_button,
    _Primitive.PE_PanelLineEdit: draw_field,
    _Primitive.PE_PanelTipLabel: draw_tip,
    _Primitive.PE_FrameFocusRect: draw_ring,
    _Primitive.PE_IndicatorArrowDown: partial(draw_arrow, turn=0),
    _Primitive.PE_IndicatorArrowLeft: partial(draw_arrow, turn=90),
    _Primitive.PE_IndicatorArrowUp: partial(draw_arrow, turn=180),
    _Primitive.PE_IndicatorArrowRight: partial(draw_arrow, turn=-90),
    _Primitive.PE_IndicatorHeaderArrow: draw_sort_arrow,
    _Primitive.PE_IndicatorCheckBox: draw_box,
    _Primitive.PE_IndicatorItemViewItemCheck: draw_box,
    _Primitive.PE_IndicatorRadioButton: draw_circle,
}
_CONTROLS: Mapping[QStyle.ControlElement, tuple[Callable[[QStyleOption], bool], Callable[..., None]]] = {
    _Control.CE_ShapedFrame: (is_boxed, draw_frame),
    _Control.CE_HeaderSection: (_always, draw_header),
    _Control.CE_HeaderEmptyArea: (_always, draw_header_end),
    _Control.CE_Splitter: (_always, draw_grip),
    _Control.CE_ProgressBarGroove: (_always, draw_groove),
    _Control.CE_ProgressBarContents: (_always, draw_progress),
    _Control.CE_PushButtonBevel: (is_quiet, draw_tool_button),
    _Control.CE_MenuItem: (is_menu_heading, draw_menu_heading),
}
"""What is drawn flat, and when: the rest of these is as Fusion has it."""
