"""The window, driven as a person drives it: by what it shows, with mouse and keyboard."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bxdesk.gui.app import Program
from bxdesk.gui.session import Phase
from tests.gui.fake_desk import FakeDesk

W = TypeVar("W", bound=QWidget)


_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform complains of what it cannot do: sizes of windows, raising, grabbing the keyboard."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


class Person:
    """Somebody at the window. Finds things by their object name, and only what is on the screen."""

    def __init__(self, qtbot: QtBot, program: Program, opened: list[str]) -> None:
        self.qtbot = qtbot
        self.program = program
        self.window = program.window
        self.opened = opened
        """Addresses that were opened in the browser."""

    def wait(self, check: Callable[[], bool], timeout: int = 10_000) -> None:
        self.qtbot.waitUntil(check, timeout=timeout)

    def see(self, kind: type[W], name: str) -> W:
        """A widget that is visible, in a dialog if one is open."""
        self.wait(lambda: self._find(kind, name) is not None)
        found = self._find(kind, name)
        assert found is not None
        return found

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
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, name: str, text: str) -> None:
        field = self.see(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        if text:
            self.qtbot.keyClicks(field, text)
        else:
            self.qtbot.keyClick(field, Qt.Key.Key_Delete)

    @property
    def tree(self) -> QTreeView:
        return self.see(QTreeView, "placementTree")

    def placement(self, label: str) -> QModelIndex:
        """Where the tree shows this label."""
        model = self.tree.model()
        tops = [model.index(row, 0) for row in range(model.rowCount())]
        below = [model.index(row, 0, top) for top in tops for row in range(model.rowCount(top))]
        return next(index for index in (*tops, *below) if index.data() == label)

    def labels(self) -> list[str]:
        """All labels in the tree, from top to bottom."""
        model = self.tree.model()
        found = []
        for row in range(model.rowCount()):
            top = model.index(row, 0)
            found += [top.data(), *(model.index(below, 0, top).data() for below in range(model.rowCount(top)))]
        return found

    def state(self, label: str) -> str:
        return str(self.placement(label).siblingAtColumn(1).data())

    def ticked(self, label: str) -> Qt.CheckState:
        return Qt.CheckState(self.placement(label).data(Qt.ItemDataRole.CheckStateRole))

    def tick(self, label: str) -> None:
        """Clicks the checkbox of a row."""
        index = self.placement(label)
        self.tree.scrollTo(index)
        option = QStyleOptionViewItem()
        option.initFrom(self.tree)
        option.rect = self.tree.visualRect(index)
        option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        box = self.tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, self.tree)
        self.qtbot.mouseClick(self.tree.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    def click_row(self, label: str) -> None:
        self.tree.scrollTo(self.placement(label))
        at = self.tree.visualRect(self.placement(label)).center() + QPoint(20, 0)
        self.qtbot.mouseClick(self.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def table(self, name: str = "bindingsTable") -> list[list[str]]:
        model = self.see(QTableView, name).model()
        columns = range(model.columnCount())
        return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]

    def ready(self) -> None:
        """Waits until a portal is shown."""
        self.wait(lambda: self.program.session.phase is Phase.READY and not self.program.session.busy)

    def _find(self, kind: type[W], name: str) -> W | None:
        dialogs = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        for place in (*reversed(dialogs), self.window):
            if place.objectName() == name and isinstance(place, kind) and place.isVisible():
                return place
            for widget in place.findChildren(kind, name):
                if widget.isVisible():
                    return widget
        return None


Start = Callable[[FakeDesk], Person]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Start]:
    """Opens the window on a desk; closes it afterwards in the right order."""
    programs: list[Program] = []

    def open_on(desk: FakeDesk) -> Person:
        opened: list[str] = []

        def browse(address: str) -> bool:
            opened.append(address)
            return True

        program = Program(lambda: desk, browse)  # type: ignore[arg-type,return-value]
        programs.append(program)
        program.start()
        return Person(qtbot, program, opened)

    yield open_on
    for program in programs:
        program.close()
        program.deleteLater()
    qapp.sendPostedEvents()
    qapp.processEvents()


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Prints a measurement, whether or not the test's output is captured."""
    plugins = request.config.pluginmanager
    reporter, capture = plugins.get_plugin("terminalreporter"), plugins.get_plugin("capturemanager")
    assert reporter is not None

    def write(line: str) -> None:
        with capture.global_and_fixture_disabled() if capture else nullcontext():
            reporter.ensure_newline()
            reporter.write_line(line)

    return write


@pytest.fixture
def person(start: Start) -> Person:
    """The window on a portal that has no widgets yet."""
    somebody = start(FakeDesk())
    somebody.ready()
    return somebody
