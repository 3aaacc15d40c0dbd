"""Every text that a window says: what is written in it, what a pointer or a screen reader gets to know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

_Role = Qt.ItemDataRole
_ROLES = (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole, _Role.AccessibleDescriptionRole)
_MANY = 40
"""Rows of a model that are looked at; the rest says the same."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and where it stands."""

    where: str
    text: str


def shown_in(window: QWidget) -> Iterator[QWidget]:
    """The widgets of a window that can be seen, without those that Qt puts into others, and not those of dialogs."""
    yield window
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window and not widget.objectName().startswith("qt_"):
            yield widget


def name_of(widget: QWidget) -> str:
    """How a finding names a widget."""
    name, above = widget.objectName(), widget.parentWidget()
    return name or f"{type(widget).__name__} in {name_of(above) if above is not None else 'nothing'}"


def plain(text: str) -> str:
    """A tooltip as it is read."""
    return unescape(re.sub(r"<br>", "\n", text).replace("<qt>", "").replace("</qt>", ""))


def columns_of(model: QAbstractItemModel, above: QModelIndex) -> range:
    """The columns below an index; a list has one, and hides Qt's own way to ask."""
    return range(1 if isinstance(model, QAbstractListModel) else model.columnCount(above))


def said_by(window: QWidget) -> Iterator[Said]:
    """Every text of a window."""
    for widget in shown_in(window):
        texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if widget.isWindow():
            texts.append(widget.windowTitle())
        texts += _written(widget)
        for text in texts:
            if text:
                yield Said(name_of(widget), plain(text))


def _written(widget: QWidget) -> list[str]:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return [widget.text()]
    if isinstance(widget, (QLineEdit, QPlainTextEdit)):
        return [widget.placeholderText()]
    if isinstance(widget, QComboBox):
        return [widget.placeholderText(), *(widget.itemText(row) for row in range(widget.count()))]
    if isinstance(widget, QTabBar):
        tabs = range(widget.count())
        return [text for tab in tabs for text in (widget.tabText(tab), widget.tabToolTip(tab))]
    if isinstance(widget, QMenu):
        return [action.text() for action in widget.actions()]
    if isinstance(widget, QHeaderView):
        sections = range(widget.count())
        model = widget.model()
        return [str(model.headerData(section, widget.orientation()) or "") for section in sections]
    if isinstance(widget, QAbstractItemView):
        return list(_in_model(widget.model(), QModelIndex()))
    return []


def _in_model(model: QAbstractItemModel, above: QModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(above), _MANY)):
        for column in columns_of(model, above):
            index = model.index(row, column, above)
            for role in _ROLES:
                yield str(index.data(role) or "")
        yield from _in_model(model, model.index(row, 0, above))
