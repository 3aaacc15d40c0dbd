"""Somebody at the window: sees what is on the screen, uses mouse and keyboard, knows nothing of what is behind it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QLibraryInfo,
    QLocale,
    QMimeData,
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
    QVersionNumber,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from bxdesk.gui.app import Program
from bxdesk.gui.session.open_portal import Phase
from bxdesk.gui.widgets.widget_model import WidgetRole

W = TypeVar("W", bound=QWidget)
_LEFT = Qt.MouseButton.LeftButton
_TURNS = (("widgetsViewButton",), ("contentViewButton", "widgetsViewButton"), ("placesViewButton",))
"""What brings the parts of a narrow window into sight: widgets, content, places."""


QLocale.setDefault(QLocale(QLocale.Language.English))
"""A person here reads English, whatever this computer speaks."""


def drag_enter(data: QMimeData) -> QDragEnterEvent:
    """The event of this data being dragged in, which nobody has accepted yet."""
    point: Any = (QPointF if QLibraryInfo.version() >= QVersionNumber(6, 12) else QPoint)(5, 5)
    event = QDragEnterEvent(point, Qt.DropAction.CopyAction, data, _LEFT, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    return event


class Person:
    """Finds things by their object name, and only what is on the screen."""

    def __init__(self, program: Program, opened: list[str] | None = None) -> None:
        self.program = program
        self.window = program.window
        self.opened = [] if opened is None else opened
        """Addresses that were opened in the browser."""

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
        """A widget that is visible, in a dialog if one is open; of a narrow window's parts the one that has it."""
        if self._find(kind, name) is None:
            self._turn_to_part_with(name)
        self.wait(lambda: self._find(kind, name) is not None)
        found = self._find(kind, name)
        assert found is not None
        return found

    def _turn_to_part_with(self, name: str) -> None:
        splitter = self._find(QSplitter, "mainSplitter")
        parts = [splitter.widget(number) for number in range(splitter.count())] if splitter is not None else []
        for part, buttons in zip(parts, _TURNS, strict=False):
            if part is not None and part.isHidden() and part.findChild(QWidget, name) is not None:
                self.click(next(button for button in buttons if self.sees(button)))

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
        if not text:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(field, letter)
            else:  # Qt's own helper knows no keys for them: they come as from a keyboard that composes letters
                written = QInputMethodEvent()
                written.setCommitString(letter)
                QCoreApplication.sendEvent(field, written)

    @property
    def tree(self) -> QTreeView:
        return self.see(QTreeView, "placementTree")

    def placement(self, label: str) -> QModelIndex:
        """Where the tree shows this label."""
        model = self.tree.model()  # found once: finding a widget takes longer than looking at a row
        level = [QModelIndex()]
        while level:
            below = []
            for index in (model.index(row, 0, above) for above in level for row in self._count(above)):
                if index.data() == label:
                    return index
                below.append(index)
            level = below
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

    def show_bindings(self) -> QTableView:
        """Turns to the flat table of all bindings."""
        self.click("bindingsViewButton")
        return self.see(QTableView, "bindingsTable")

    def show_widgets(self) -> QListView:
        """Turns to the widgets and the editor of the open one."""
        self.click("widgetsViewButton")
        return self.see(QListView, "widgetList")

    def bindings(self) -> list[list[str]]:
        """What the flat table says; the view that was shown is shown again afterwards."""
        if self.sees("bindingsTable"):
            return self.table()
        self.click("bindingsViewButton")
        rows = self.table() if self.sees("bindingsTable") else []
        self.click("widgetsViewButton")
        return rows

    def binding(self, *words: str) -> int:
        """The row of the flat table that says all of these words in its cells."""
        rows = self.table()
        return next(number for number, row in enumerate(rows) if all(word in row for word in words))

    def widgets(self) -> list[tuple[str, str, int, str]]:
        """The list of widgets as it is drawn: title, host, number of places, what waits."""
        model = self.see(QListView, "widgetList").model()
        roles = (Qt.ItemDataRole.DisplayRole, WidgetRole.HOST, WidgetRole.PLACES, WidgetRole.WAITING)
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        return [tuple(index.data(role) for role in roles) for index in rows]

    def open_widget(self, title: str) -> None:
        """Clicks the widget with this title in the list."""
        view = self.see(QListView, "widgetList")
        row = [widget[0] for widget in self.widgets()].index(title)
        index = view.model().index(row, 0)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), _LEFT, pos=view.visualRect(index).center())

    @property
    def opened_widget(self) -> str:
        """The title of the widget that is marked as the open one in the list."""
        (index,) = self.see(QListView, "widgetList").selectionModel().selectedIndexes()
        return str(index.data())

    @property
    def title(self) -> str:
        """The title of the open widget, in the language that is looked at."""
        if not self.sees("textsGrid"):
            return self.text("titleEdit")
        return self.table("textsGrid")[self.see(QTableView, "textsGrid").currentIndex().row()][1]

    def type_title(self, text: str) -> None:
        """Types the title of the open widget, in the language that is looked at."""
        if self.sees("textsGrid"):
            language = self.languages()[self.see(QTableView, "textsGrid").currentIndex().row()]
            self.type_text(language, "Title", text)
        else:
            self.type("titleEdit", text)

    def languages(self) -> list[str]:
        """The languages that texts are typed in; none while there is one text for all."""
        if self.sees("textsGrid"):
            names = [row[0] for row in self.table("textsGrid")]
        else:
            names = [self.text("textsLanguage")] if self.sees("textsLanguage") else []
        return [name.partition("(")[2].partition(")")[0] for name in names]

    def go_to_text(self, language: str, column: str) -> str:
        """Clicks the cell of the grid where a text in this language stands; says what is in it."""
        grid = self.see(QTableView, "textsGrid")
        model = grid.model()
        headings = [model.headerData(section, Qt.Orientation.Horizontal) for section in range(model.columnCount())]
        cell = model.index(self.languages().index(language), headings.index(column))
        grid.scrollTo(cell)
        QTest.mouseClick(grid.viewport(), _LEFT, pos=grid.visualRect(cell).center())
        return self.text("textCellEdit")

    def type_text(self, language: str, column: str, text: str) -> None:
        """Types into a cell of the grid."""
        self.go_to_text(language, column)
        self.type("textCellEdit", text)

    def drop(self, what: Path | str) -> None:
        """Drops a file or a text on the page of the portal."""
        data = QMimeData()
        if isinstance(what, Path):
            data.setUrls([QUrl.fromLocalFile(str(what))])
        else:
            data.setText(what)
        page, none = self.see(QWidget, "portalPage"), Qt.KeyboardModifier.NoModifier
        enter = drag_enter(data)
        QCoreApplication.sendEvent(page, enter)
        assert enter.isAccepted(), "it cannot be dropped there"
        QCoreApplication.sendEvent(page, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, _LEFT, none))

    def choose(self, button: str, entry: str) -> None:
        """Opens the menu of a button and takes the entry of this name."""
        above = self.see(QAbstractButton, button)
        assert isinstance(above, (QPushButton, QToolButton))
        menu = above.menu()
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
        self.wait(lambda: self.program.session.portal.phase is Phase.READY and not self.program.session.portal.busy)
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
