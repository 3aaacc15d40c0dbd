"""What explains: the call a handler receives, the help, About."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListView, QPushButton

from tests.builders import PURCHASE, TILE
from tests.scenes.portals import used
from tests.scenes.stage import Scene, Sight, Stage, select


def _handler_call(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used())
    person.type("handlerEdit", "")
    select(person, PURCHASE)
    person.press(Qt.Key.Key_I, "placementTree", Qt.KeyboardModifier.ControlModifier)
    call = person.see(QDialog, "callDialog")
    yield Sight("handler-call", call)


def _help(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used())
    select(person, TILE)
    person.click("helpButton")
    opened = person.see(QDialog, "helpDialog")
    yield Sight("help-place", opened)
    topics = person.see(QListView, "helpTopics")
    last = topics.model().rowCount() - 1
    for name, row in (("how-it-works", 0), ("keyboard", 1), ("many-places", 19), ("others", last)):
        topics.setCurrentIndex(topics.model().index(row, 0))
        yield Sight(f"help-{name}", opened)


def _about(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used())
    person.click("helpButton")
    person.click("aboutButton")
    about = person.see(QDialog, "aboutDialog")
    person.wait(lambda: "httpx" in person.text("aboutLibraries"))
    person.click("copyDiagnosticsButton")
    person.wait(person.see(QPushButton, "copyDiagnosticsButton").isEnabled)
    yield Sight("about", about)


HELPING: tuple[Scene, ...] = (_handler_call, _help, _about)
