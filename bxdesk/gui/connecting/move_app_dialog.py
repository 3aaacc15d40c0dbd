"""The first step of moving widgets to a new application: what will happen, and the widgets saved to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.background.tasks import Task
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.note import FieldNote
from bxdesk.gui.parts.theme import GAP, MARGIN, Field, Text, Tone, form
from bxdesk.gui.parts.wording import full_text
from bxdesk.gui.session.session import Session
from bxdesk.placements.bindings import Binding
from bxdesk.storage.user_file import write_user_file

if TYPE_CHECKING:
    from bxdesk.desk import Desk

_NOTE_LINES = 2


class MoveAppDialog(FittedDialog):
    """Nothing on the portal is changed here."""

    saved = Signal(object)
    """The bindings that stand in the file, as a tuple."""

    def __init__(self, session: Session, connection: Connection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._connection = connection
        self._task: Task | None = None
        self.setObjectName("moveAppDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("Move to a new application on {portal}").format(portal=connection.name))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._path = Field("moveAppFileEdit", self.tr("File"))
        self._path.setText(str(Path(folder) / f"{connection.name.replace(':', '-')}.yaml"))
        self._note = FieldNote(self._path, "moveAppFileNote", lines=_NOTE_LINES)
        self._choose = Button(self.tr("&Choose…"), "moveAppChooseButton")
        self._go_on = Button(self.tr("&Save and go on"), "moveAppButton")
        self._go_on.setDefault(True)
        self._cancel = Button(self.tr("Cancel"), "cancelButton")
        self._lay_out()
        self._choose.clicked.connect(self._choose_file)
        self._go_on.clicked.connect(self._save)
        self._cancel.clicked.connect(self.reject)

    def reject(self) -> None:
        """Leaves; what is being saved is stopped."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addWidget(
            Text(
                self.tr(
                    "Whether an application is fully installed is decided when it is added, so a new one takes the "
                    "place of this one. Its widgets come along:"
                )
            )
        )
        steps = QVBoxLayout()
        steps.setSpacing(GAP)
        for number, step in enumerate(self._steps(), start=1):
            line = QHBoxLayout()
            line.setSpacing(GAP)
            line.addWidget(Text(f"{number}.", Tone.MUTED))
            line.addWidget(Text(step), 1)
            steps.addLayout(line)
        column.addLayout(steps)
        beside = QWidget()
        line = QHBoxLayout(beside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._path, 1)
        line.addWidget(self._choose)
        beside.setFocusProxy(self._path)
        column.addLayout(form((self.tr("&File"), beside, self._note)))
        buttons = QDialogButtonBox()
        buttons.addButton(self._go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.compose(column, buttons, letters=52)

    def _steps(self) -> tuple[str, ...]:
        return (
            self.tr("The widgets are saved to a file, to be safe."),
            self.tr("You add the new application on the portal, and enter its keys here."),
            self.tr("You look at the widgets that it will get, and apply them."),
            self.tr("When they stand there, bxdesk forgets the old application. You delete it on the portal."),
        )

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), self._path.text(), "*.yaml")
        if name:
            self._path.setText(name)

    def _save(self) -> None:
        if self._task is not None:
            return
        self._note.say("")
        self._go_on.setEnabled(False)
        task = self._task = self._session.task()
        task.succeeded.connect(self._saved)
        task.failed.connect(self._failed)
        task.start(_save, self._session.desk, self._connection, Path(self._path.text().strip()))

    def _saved(self, bindings: tuple[Binding, ...]) -> None:
        self._task = None
        self.accept()
        self.saved.emit(bindings)

    def _failed(self, problem: Problem) -> None:
        self._task = None
        self._go_on.setEnabled(True)
        self._note.complain(full_text(problem))


async def _save(desk: Desk, connection: Connection, path: Path) -> tuple[Binding, ...]:
    import anyio.to_thread  # heavy, and must not be imported in the window's thread

    found = await desk.export(connection)
    await anyio.to_thread.run_sync(write_user_file, path, found.text)
    return found.bindings
