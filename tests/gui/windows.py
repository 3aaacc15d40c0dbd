"""Windows one after the other on the same computer, each arranged as the one before was left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QSplitter

from bxdesk.gui.app import Program
from bxdesk.gui.session.open_portal import Phase
from bxdesk.storage.window_state import WindowStateFile
from tests.builders import DEAL, LEAD, TILE, binding
from tests.gui.fake_desk import FakeDesk, everything
from tests.gui.person import Person


class Windows:
    """Opens them, and closes what is open."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._programs: list[Program] = []

    def open(self, connected: bool = True) -> Person:
        """Closes the window that is open, and opens the next."""
        self.close()
        desk = FakeDesk(everything(binding(DEAL, title="B"), binding(LEAD, title="A"), binding(TILE, title="C")))
        if not connected:
            desk.accounts.known.clear()
        program = Program(lambda: desk, lambda _: True, window_state=WindowStateFile(self._file))  # type: ignore[arg-type,return-value]
        self._programs.append(program)
        program.start()
        person = Person(program)
        if connected:
            person.ready()
        else:
            person.wait(lambda: program.session.portal.phase is Phase.NO_CONNECTION and bool(splitters(person)))
        return person

    def close(self) -> None:
        """Closes the window that is open."""
        while self._programs:
            program = self._programs.pop()
            program.close()
            program.deleteLater()


def splitters(person: Person) -> dict[str, list[int]]:
    """The sizes of the parts of each splitter, by its name; of a part that a narrow window has no room for, none."""
    return {splitter.objectName(): _in_sight(splitter) for splitter in person.window.findChildren(QSplitter)}


def _in_sight(splitter: QSplitter) -> list[int]:
    parts = map(splitter.widget, range(splitter.count()))
    return [
        size for size, part in zip(splitter.sizes(), parts, strict=True) if part is not None and not part.isHidden()
    ]
