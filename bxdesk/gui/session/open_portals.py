"""The portals that were opened in this window, and the one that is shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.gui.background.tasks import Tasks
from bxdesk.gui.session.open_portal import OpenPortal, Phase


class OpenPortals(QObject):
    """Each keeps its draft and what was read until the window is closed.

    Signals tell of the one that is shown, but for ``looked``.
    """

    turned = Signal()
    """Another portal is shown, or none."""
    changed = Signal()
    was_read = Signal(object)
    answered = Signal(object)
    """See OpenPortal for these three."""
    looked = Signal(object)
    """The OpenPortal, shown or not, that has answered what was cut off there."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._open: dict[str, OpenPortal] = {}
        self.shown = OpenPortal(tasks, parent=self)
        """One without a connection as long as there is none to show."""
        self._none = self.shown
        self._listen()

    @property
    def opened(self) -> tuple[OpenPortal, ...]:
        """Every portal that was opened."""
        return tuple(self._open.values())

    def at(self, identity: str) -> OpenPortal | None:
        """The open portal of the connection with this identity; None where it was never opened."""
        return self._open.get(identity)

    def is_shown(self, connection: Connection | None) -> bool:
        """Whether this connection's portal is the one that is shown."""
        return connection is not None and self.shown.identity == connection.identity

    def show(self, connection: Connection | None) -> None:
        """Turns to a portal, or to none. Nothing is read any more of the one that was shown."""
        self.shown.drop()
        before = self.shown
        if connection is None:
            self.shown = self._none
        else:
            self.shown = self._open.get(connection.identity) or self._opened(connection)
            self.shown.connection = connection
        if self.shown is not before:
            before.changed.disconnect(self.changed)
            before.was_read.disconnect(self.was_read)
            before.answered.disconnect(self.answered)
            self._listen()
            self.turned.emit()

    def forget_all_but(self, connections: Iterable[Connection]) -> None:
        """What was read of others is not shown again before it is read anew: somebody has signed out there."""
        listed = {connection.identity for connection in connections}
        for identity, portal in self._open.items():
            if identity not in listed:
                portal.phase = Phase.LOADING

    def replace(self, changed: Iterable[Connection]) -> None:
        """Takes connections as they are by now, under other names or in other groups."""
        for connection in changed:
            if (portal := self._open.get(connection.identity)) is not None:
                portal.connection = connection

    def _opened(self, connection: Connection) -> OpenPortal:
        portal = self._open[connection.identity] = OpenPortal(self._tasks, connection, self)
        portal.unfinished_work.answered.connect(lambda: self.looked.emit(portal))
        return portal

    def _listen(self) -> None:
        self.shown.changed.connect(self.changed)
        self.shown.was_read.connect(self.was_read)
        self.shown.answered.connect(self.answered)
