"""What is cut off: texts with less room than they need and no tooltip that says them whole, and what sticks out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QTreeView,
    QWidget,
)

from tests.scenes.texts import columns_of, name_of, plain, shown_in

_ALWAYS_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_TIP = Qt.ItemDataRole.ToolTipRole

_A_PIXEL = 1
"""Qt puts the parts of a mirrored splitter that much too far."""

Text = tuple[str, QSize, QSize, str]
"""What is written, the room it needs, the room it has, and what a tooltip says of it."""


def clipped_in(window: QWidget) -> Iterator[str]:
    """A sentence for each text of a window that cannot be read whole, and for each widget that sticks out."""
    for widget in shown_in(window):
        if widget is not window and _sticks_out(widget):
            yield f"{name_of(widget)} sticks out of what it is in"
        for text, needed, room, whole in _texts_of(widget):
            if (needed.width() > room.width() or needed.height() > room.height()) and _bare(text) not in _bare(
                plain(whole)
            ):
                yield (
                    f"{name_of(widget)} shows “{text}”, which needs {needed.width()} x {needed.height()}, "
                    f"in {room.width()} x {room.height()}"
                )


def _bare(text: str) -> str:
    """Without the marks that keep an address in its own direction."""
    return text.replace("\u2068", "").replace("\u2069", "")


def _sticks_out(widget: QWidget) -> bool:
    """Whether a part of it lies outside of what it is in, where nobody can scroll to it."""
    area = QRect(QPoint(), widget.size())
    above = widget
    while not above.isWindow():
        area.translate(above.pos())
        parent = above.parentWidget()
        assert parent is not None, "whatever is not in another is a window"
        above = parent
        owner = above.parentWidget()
        if isinstance(owner, QAbstractScrollArea) and owner.viewport() is above:
            if owner.horizontalScrollBarPolicy() is not _ALWAYS_OFF:
                return False
            return area.left() < 0 or area.right() > above.width()
        if not above.rect().adjusted(-_A_PIXEL, 0, _A_PIXEL, 0).contains(area):
            return True
    return False


def _label(label: QLabel) -> Iterator[Text]:
    if not label.text():
        return
    room = label.contentsRect().size()
    if label.wordWrap():
        margins = label.height() - room.height()
        widest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split() or [""])
        yield label.text(), QSize(0, label.heightForWidth(label.width()) - margins), room, label.toolTip()
        yield label.text(), QSize(widest, 0), room, label.toolTip()
    else:
        yield label.text(), _one_line(label, label.text()), room, label.toolTip()


def _cells(view: QAbstractItemView) -> Iterator[Text]:
    model = view.model()
    stack = [QModelIndex()]
    while stack:
        above = stack.pop()
        for row in range(model.rowCount(above)):
            first = model.index(row, 0, above)
            if isinstance(view, QTreeView) and view.isExpanded(first):
                stack.append(first)
            for column in columns_of(model, above):
                index = model.index(row, column, above)
                area = view.visualRect(index)
                text = index.data()
                if text and not area.isEmpty() and view.viewport().rect().intersects(area):
                    needed = view.sizeHintForIndex(index)
                    shown = area.intersected(QRect(0, area.top(), view.viewport().width(), area.height()))
                    scrolls = view.horizontalScrollBarPolicy() is not _ALWAYS_OFF
                    yield str(text), needed, (area if scrolls else shown).size(), str(index.data(_TIP) or "")


def _button(button: QAbstractButton) -> Iterator[Text]:
    icon_only = isinstance(button, QToolButton) and button.toolButtonStyle() is _ICON_ONLY
    if button.text() and not icon_only:
        yield button.text(), button.sizeHint(), button.size(), button.toolTip()


def _box(box: QComboBox) -> Iterator[Text]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    icon = box.iconSize().width() + 4 if not box.itemIcon(box.currentIndex()).isNull() else 0
    yield box.currentText(), _one_line(box, box.currentText()), field.size() - QSize(icon, 0), box.toolTip()


def _field(field: QLineEdit) -> Iterator[Text]:
    margins = field.textMargins()
    inside = field.width() - margins.left() - margins.right() - 8
    icons = sum(button.width() for button in field.findChildren(QToolButton) if button.isVisible())
    text = field.placeholderText()
    yield text, _one_line(field, text), QSize(inside - icons, field.height()), field.toolTip()


def _lines(field: QPlainTextEdit) -> Iterator[Text]:
    room = field.viewport().size() - QSize(round(2 * field.document().documentMargin()), 0)
    text, area = field.placeholderText(), QRect(0, 0, room.width(), 0)
    yield text, field.fontMetrics().boundingRect(area, Qt.TextFlag.TextWordWrap, text).size(), room, field.toolTip()


def _tabs(tabs: QTabBar) -> Iterator[Text]:
    for tab in range(tabs.count()):
        needed = _one_line(tabs, tabs.tabText(tab)) + QSize(12, 0)
        yield tabs.tabText(tab), needed, tabs.tabRect(tab).size(), tabs.tabToolTip(tab)


def _header(header: QHeaderView) -> Iterator[Text]:
    for section in range(header.count()):
        if not header.isSectionHidden(section):
            text = str(header.model().headerData(section, header.orientation()) or "")
            whole = str(header.model().headerData(section, header.orientation(), _TIP) or "")
            yield text, _one_line(header, text), QSize(header.sectionSize(section) - 4, header.height()), whole


def _menu(menu: QMenu) -> Iterator[Text]:
    for action in menu.actions():
        if not action.isSeparator():
            yield action.text(), _one_line(menu, action.text()), menu.actionGeometry(action).size(), action.toolTip()


def _one_line(widget: QWidget, text: str) -> QSize:
    metrics = widget.fontMetrics()
    width = metrics.size(Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine, text).width()
    return QSize(width, metrics.height())


_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
_READERS: tuple[tuple[type[QWidget], Callable[[Any], Iterator[Text]]], ...] = (
    (QLabel, _label),
    (QAbstractButton, _button),
    (QComboBox, _box),
    (QLineEdit, _field),
    (QPlainTextEdit, _lines),
    (QTabBar, _tabs),
    (QHeaderView, _header),
    (QAbstractItemView, _cells),
    (QMenu, _menu),
)
"""How the texts of each kind of widget are found; the first that fits is taken."""


def _texts_of(widget: QWidget) -> Iterator[Text]:
    for kind, reader in _READERS:
        if isinstance(widget, kind):
            yield from reader(widget)
            return
