"""Where scenes are played: one window after the other, each on a portal of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTableView, QToolButton, QTreeView, QWidget
from shiboken6 import isValid

from bxdesk.gui.app import Program
from bxdesk.gui.editor.texts_model import Column
from bxdesk.gui.tree.placement_model import PlacementModel
from bxdesk.storage.settings import Settings, SettingsFile, Theme
from tests.gui.fake_desk import FakeDesk
from tests.gui.person import Person

SMALLEST = (640, 330)
"""What is left of a screen of 1920 x 1080 at 300 %, under a title bar."""
_ROUNDS = 3
_SOON = 100
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Something to look at: a name for it, and the window, dialog or menu that shows it."""

    name: str
    widget: QWidget


class _Settings(SettingsFile):
    """The choices of somebody who keeps nothing."""

    def __init__(self, chosen: Settings) -> None:
        self._chosen = chosen

    def read(self) -> Settings:
        return self._chosen

    def write(self, settings: Settings) -> None:
        self._chosen = settings


class Stage:
    """Opens one window and closes it in the right order."""

    def __init__(self, theme: Theme = "system") -> None:
        self._settings = _Settings(Settings(theme=theme))
        self._program: Program | None = None

    def open(self, desk: FakeDesk, width: int = 0, height: int = 0, *, shows_demo_notes: bool = False) -> Person:
        """A person in front of a window on this desk, of its usual size or another."""
        self._program = Program(
            lambda: desk,  # type: ignore[arg-type,return-value]
            lambda _: True,
            self._settings,
            open_demo=lambda: True,
            shows_demo_notes=shows_demo_notes,
        )
        if width:
            self._program.window.resize(width, height)
        self._program.start()
        return Person(self._program)

    def open_ready(self, desk: FakeDesk, width: int = 0, height: int = 0, *, shows_demo_notes: bool = False) -> Person:
        """The same, once the portal is read."""
        person = self.open(desk, width, height, shows_demo_notes=shows_demo_notes)
        person.ready()
        return person

    def close(self) -> None:
        """Ends what runs."""
        application = QApplication.instance()
        if self._program is not None and application is not None:
            self._program.close()
            self._program.deleteLater()
            self._program = None
            application.sendPostedEvents()
            application.processEvents()


Scene = Callable[[Stage], Iterator[Sight]]


def visit(scenes: Iterable[Scene], theme: Theme = "system") -> Iterator[Sight]:
    """Plays one scene after the other."""
    for scene in scenes:
        stage = Stage(theme)
        try:
            for sight in scene(stage):
                come_to_rest()
                yield sight
        finally:
            stage.close()


def come_to_rest() -> None:
    """Lets everything have its place: what fits itself to what it says does so one after the other."""
    before: list[QRect] = []
    while True:
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        due, now = list(_due_soon()), _arrangement()
        if not due and now == before:
            return
        before = now
        for timer in due:
            _hurry(timer)


def _arrangement() -> list[QRect]:
    """Where everything is that can be seen."""
    return [
        widget.geometry()
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        for widget in (window, *window.findChildren(QWidget))
        if widget.isVisible()
    ]


def _due_soon() -> Iterator[QTimer]:
    """What a window still does in the next moments: columns share their room a little later than a key is typed."""
    for window in QApplication.topLevelWidgets():
        for timer in window.findChildren(QTimer):
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON:
                yield timer


def _hurry(timer: QTimer) -> None:
    """Has it do now what it would do in a moment: there are hundreds of states to look at."""
    usual = timer.interval()
    timer.start(0)
    QApplication.processEvents()
    if isValid(timer):
        timer.setInterval(usual)


def select(person: Person, *codes: str) -> None:
    """Selects placements, whatever they are called in the language of the moment."""
    tree, model = _tree(person)
    tree.clearSelection()
    for code in codes:
        index = model.find(code)
        tree.expand(index.parent())
        tree.selectionModel().setCurrentIndex(
            index, tree.selectionModel().SelectionFlag.Select | tree.selectionModel().SelectionFlag.Rows
        )


def tick(person: Person, *codes: str, ticked: bool = True) -> None:
    """Ticks or unticks placements."""
    _, model = _tree(person)
    for code in codes:
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        assert model.setData(model.find(code), state, Qt.ItemDataRole.CheckStateRole), f"{code} cannot be ticked"


def write(person: Person, handler: str, title: str) -> None:
    """Types handler and title."""
    person.type("handlerEdit", handler)
    person.type("titleEdit", title)


def write_texts(person: Person, language: str, title: str, description: str, group: str) -> None:
    """Types the texts of a language, in the fields or in the grid, whatever its columns are called."""
    texts = {Column.TITLE: title, Column.DESCRIPTION: description, Column.GROUP: group}
    for column, text in texts.items():
        if person.sees("textsGrid"):
            heading = person.see(QTableView, "textsGrid").model().headerData(column, Qt.Orientation.Horizontal)
            person.type_text(language, heading, text)
        else:
            person.type(f"{column.field}Edit", text)


def trigger(person: Person, name: str) -> None:
    """Takes an entry of a menu."""
    action = person.window.findChild(QAction, name)
    assert action is not None
    action.trigger()


@contextmanager
def menu(person: Person, button: str) -> Iterator[QMenu]:
    """The menu of a button, unrolled for a while."""
    above = person.see(QWidget, button)
    assert isinstance(above, (QPushButton, QToolButton))
    opened = above.menu()
    assert opened is not None
    opened.popup(person.window.mapToGlobal(QPoint(0, 0)))
    come_to_rest()
    yield opened
    opened.close()


def _tree(person: Person) -> tuple[QTreeView, PlacementModel]:
    tree = person.tree
    model = tree.model()
    assert isinstance(model, PlacementModel)
    return tree, model
