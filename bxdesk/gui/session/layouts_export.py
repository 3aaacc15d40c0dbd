"""The widgets of many portals on their way into layout files, one for each, in a folder."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.side_by_side import SideBySide, Work
from bxdesk.listener import Listener
from bxdesk.messages import Message, message
from bxdesk.storage.user_file import layout_file_names, write_user_file

if TYPE_CHECKING:
    from bxdesk.desk import Desk
    from bxdesk.gui.background.tasks import Task
    from bxdesk.placements.layouts.layout_export import Export


@dataclass(slots=True)
class PortalExport:
    """One portal and its file; ``replaces`` says that there is one of this name, ``export`` is what was written.

    ``title`` is what to call the portal among the others.
    """

    connection: Connection
    title: str
    path: Path
    replaces: bool = False
    doing: Message | None = None
    export: Export | None = None
    problem: Problem | None = None


class LayoutsExport(QObject):
    """Looks which files are there already, then waits to be told to write. What failed can be tried again."""

    changed = Signal(object)
    """The numbers of the portals of which something else is to be shown."""
    looked = Signal()
    """Which files are there is known."""
    ended = Signal()
    """Writing has ended, or was given up."""

    def __init__(
        self, session: Session, folder: Path, connections: Sequence[Connection], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.folder = folder
        names = session.connections.names
        files = layout_file_names({one.identity: names[one.identity] for one in connections})
        title = session.connections.title
        self.portals = [PortalExport(one, title(one), folder / files[one.identity]) for one in connections]
        self.done = 0
        """How many portals it is through with."""
        self._places = {one.identity: number for number, one in enumerate(connections)}
        self._looking: Task | None = None
        self._run = SideBySide(session, self)
        self._run.doing.connect(self._note_doing)
        self._run.succeeded.connect(self._take)
        self._run.failed.connect(self._fail)
        self._run.advanced.connect(self._tell)
        self._run.ended.connect(self._end)

    @property
    def runs(self) -> bool:
        """Whether portals are being read and files written."""
        return self._run.runs

    @property
    def left(self) -> list[PortalExport]:
        """The portals that have no file yet."""
        return [one for one in self.portals if one.export is None]

    def look(self) -> None:
        """Looks which files are there."""
        task = self._looking = self._session.task()
        task.succeeded.connect(self._found)
        task.start(_existing, [one.path for one in self.portals])

    def start(self) -> None:
        """Writes the files of the portals that have none yet."""
        desk, left = self._session.desk, self.left
        for one in left:
            one.problem = None
        self.done = len(self.portals) - len(left)
        paths = {one.connection.identity: one.path for one in left}
        self._run.start([one.connection for one in left], lambda: _exporting(desk, paths))

    def stop(self) -> None:
        """Gives up what is not written yet; files are never half-written."""
        self._run.give_up()
        if self._looking is not None:
            self._looking.drop()
            self._looking = None

    def _found(self, existing: set[Path]) -> None:
        self._looking = None
        for one in self.portals:
            one.replaces = one.path in existing
        self.looked.emit()

    def _note_doing(self, connection: Connection, what: Message) -> None:
        self._settle(connection, doing=what)

    def _take(self, connection: Connection, export: Export) -> None:
        self.done += 1
        self._settle(connection, export=export)

    def _fail(self, connection: Connection, problem: Problem) -> None:
        self.done += 1
        self._settle(connection, problem=problem)

    def _settle(
        self,
        connection: Connection,
        doing: Message | None = None,
        export: Export | None = None,
        problem: Problem | None = None,
    ) -> None:
        portal = self.portals[self._places[connection.identity]]
        portal.doing, portal.export, portal.problem = doing, export, problem

    def _tell(self, identities: Collection[str]) -> None:
        self.changed.emit({self._places[one] for one in identities})

    def _end(self) -> None:
        left = {number for number, portal in enumerate(self.portals) if portal.doing is not None}
        for number in left:
            self.portals[number].doing = None
        self.changed.emit(left)
        self.ended.emit()


async def _existing(paths: Sequence[Path]) -> set[Path]:
    from anyio.to_thread import run_sync  # a folder may lie on another computer

    # Where a folder cannot be looked into, writing says so: os.path, other than Path, raises nothing then.
    return await run_sync(lambda: {path for path in paths if os.path.exists(path)})  # noqa: PTH110


async def _exporting(desk: Desk, paths: Mapping[str, Path]) -> Work:
    from anyio.to_thread import run_sync

    async def export(connection: Connection, listener: Listener) -> Export:
        listener.say(message("reading…"))
        found = await desk.export(connection, listener)
        await run_sync(write_user_file, paths[connection.identity], found.text)
        return found

    return export
