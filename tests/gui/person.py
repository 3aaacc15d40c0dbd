"""Somebody at the window: sees what is on the screen, uses mouse and keyboard, knows nothing of what is behind it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QLocale, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from bxdesk.gui.app import Program
from bxdesk.gui.session.phase import Phase

W = TypeVar("W", bound=QWidget)
_LEFT = Qt.MouseButton.LeftButton


QLocale.setDefault(QLocale(QLocale.Language.English))
"""A person here reads English, whatever this computer speaks."""


class Person:
    """Finds things by their object name, and only what is on the screen."""

    def __init__(self, program: Program, opened: list[str] | None = None) -> None:
        self.program = program
        self.window = program.window
        self.opened = [] if opened is None else opened
        """Addresses that were opened in the browser."""

    def close_completions(self, name: str) -> None:
        """Closes the list of what the field offered while typing."""
        popup = self.see(QLineEdit, name).completer().popup()
        assert popup is not None
        popup.hide()

    def wait(self, check: Callable[[], bool], timeout: float = 20.0) -> None:
        """Goes on as soon as ``check`` says yes; AssertionError if it does not within ``timeout`` seconds."""
        deadline = time.monotonic() + timeout
        while not check():
            assert time.monotonic() < deadline, "waited in vain"
            self.pause(5)

    def pause(self, milliseconds: int) -> None:
        """Lets the window go on for a moment. Exceptions in its slots go to the hook, as they do in the real loop."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def press(self, key: Qt.Key, name: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key in a widget."""
        widget = self.see(QWidget, name)
        widget.window().activateWindow()
        widget.setFocus()
        self.wait(widget.hasFocus)
        QTest.keyClick(widget, key, modifiers)

    def see(self, kind: type[W], name: str) -> W:
        """A widget that is visible, in a dialog if one is open."""
        self.wait(lambda: self._find(kind, name) is not None)
        found = self._find(kind, name)
        assert found is not None
        return found

    def _find(self, kind: type[W], name: str) -> W | None:
        dialogs = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        for place in (*reversed(dialogs), self.window):
            if place.objectName() == name and isinstance(place, kind) and place.isVisible():
                return place
            for widget in place.findChildren(kind, name):
                if widget.isVisible():
                    return widget
        return None

    def sees(self, name: str) -> bool:
        return self._find(QWidget, name) is not None

    def text(self, name: str) -> str:
        widget = self.see(QWidget, name)
        if isinstance(widget, (QLabel, QLineEdit, QAbstractButton)):
            return widget.text()
        assert isinstance(widget, QComboBox)
        return widget.currentText()

    def click(self, name: str) -> None:
        button = self.see(QAbstractButton, name)
        assert button.isEnabled(), f"{name} is disabled"
        QTest.mouseClick(button, _LEFT)

    def type(self, name: str, text: str) -> None:
        field = self.see(QWidget, name)
        assert isinstance(field, (QLineEdit, QPlainTextEdit))
        field.setFocus()
        field.selectAll()
        if text:
            QTest.keyClicks(field, text)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)

    @property
    def tree(self) -> QTreeView:
        return self.see(QTreeView, "placementTree")

    def placement(self, label: str) -> QModelIndex:
        """Where the tree shows this label."""
        model = self.tree.model()  # found once: finding a widget takes longer than looking at a row
        level = [QModelIndex()]
        while level:
            level = [model.index(row, 0, above) for above in level for row in self._count(above)]
            for index in level:
                if index.data() == label:
                    return index
        raise AssertionError(f"the tree has no {label}")

    def labels(self) -> list[str]:
        """All labels in the tree that are not inside something folded, from top to bottom."""
        return [str(index.data()) for index in self._unfolded(QModelIndex())]

    def state(self, label: str) -> str:
        return str(self.placement(label).siblingAtColumn(1).data())

    def ticked(self, label: str) -> Qt.CheckState:
        return Qt.CheckState(self.placement(label).data(Qt.ItemDataRole.CheckStateRole))

    def tick(self, label: str) -> None:
        """Clicks the checkbox of a row."""
        index = self.placement(label)
        self.pause(3)  # looking through a thousand rows is the test's own time, not the window's
        self.tree.scrollTo(index)
        option = QStyleOptionViewItem()
        option.initFrom(self.tree)
        option.rect = self.tree.visualRect(index)
        option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        box = self.tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, self.tree)
        QTest.mouseClick(self.tree.viewport(), _LEFT, pos=box.center())

    def click_row(self, label: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.tree.scrollTo(self.placement(label))
        at = self.tree.visualRect(self.placement(label)).center() + QPoint(20, 0)
        QTest.mouseClick(self.tree.viewport(), _LEFT, modifiers, at)

    def table(self, name: str = "bindingsTable") -> list[list[str]]:
        model = self.see(QTableView, name).model()
        columns = range(model.columnCount())
        return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]

    def languages(self) -> list[str]:
        """The languages that texts are typed in."""
        tabs = self.see(QTabBar, "languageTabs")
        return [tabs.tabText(tab) for tab in range(tabs.count())]

    def choose(self, button: str, entry: str) -> None:
        """Opens the menu of a button and takes the entry of this name."""
        menu = self.see(QPushButton, button).menu()
        assert menu is not None
        menu.popup(self.window.mapToGlobal(QPoint(0, 0)))
        action = next(action for action in menu.actions() if entry in (action.objectName(), action.text()))
        assert action.isEnabled(), f"{entry} is disabled"
        QTest.mouseClick(menu, _LEFT, pos=menu.actionGeometry(action).center())
        menu.close()

    def pick(self, name: str, entry: str) -> None:
        """Takes an entry of a list, by keyboard."""
        box = self.see(QComboBox, name)
        while box.currentIndex() != box.findText(entry):
            down = box.currentIndex() < box.findText(entry)
            QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def ready(self) -> None:
        """Waits until a portal is shown, and everything has the place it was given."""
        self.wait(lambda: self.program.session.phase is Phase.READY and not self.program.session.busy)
        self.settle()

    def settle(self) -> None:
        """Lets everything take the place it was given."""
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _count(self, above: QModelIndex) -> range:
        return range(self.tree.model().rowCount(above))

    def _unfolded(self, above: QModelIndex) -> Iterator[QModelIndex]:
        for row in self._count(above):
            index = self.tree.model().index(row, 0, above)
            yield index
            if self.tree.isExpanded(index):
                yield from self._unfolded(index)
