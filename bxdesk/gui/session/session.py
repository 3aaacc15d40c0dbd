"""The desk as the window sees it: opened and closed, which portals there are, and which one is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.background.tasks import Task, Tasks
from bxdesk.gui.session.connections import Connections
from bxdesk.gui.session.open_portal import OpenPortal, Phase
from bxdesk.gui.session.open_portals import OpenPortals
from bxdesk.messages import listed, message
from bxdesk.placements.permissions import Permission
from bxdesk.support.garbage_collection import freeze_imports

if TYPE_CHECKING:
    from bxdesk.desk import Desk


class Session(QObject):
    """Owns the desk and asks it for what the pages need."""

    portal_asked = Signal()
    """Somebody wants to see a portal: the one that is open from now on."""
    told = Signal(object)
    """A Problem that holds nothing up."""
    listed = Signal()
    """Listing the connections has come to its end; where it failed, those are known that were known before."""

    def __init__(
        self, tasks: Tasks, open_desk: Callable[[], Desk], parent: QObject | None = None, prefer: str = ""
    ) -> None:
        """``prefer`` is the identity of the connection to open first."""
        super().__init__(parent)
        self.tasks = tasks
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._wanted = prefer
        self._listing: Task | None = None
        self._lists_quietly = False
        """Whether nobody has asked for the listing that runs."""
        self._is_unlisted = False
        """Whether listing the connections came to nothing last."""
        self.in_memory = False
        """Whether secrets are kept without the keyring, until the window is closed."""
        self.connections = Connections(self)
        self.portals = OpenPortals(tasks, self)
        self.portals.answered.connect(self.note)

    @property
    def desk(self) -> Desk:
        """The core. Only pages that show a portal or the empty page ask for it, and by then it is there."""
        if self._desk is None:
            raise RuntimeError("the desk is not open yet")
        return self._desk

    @property
    def is_open(self) -> bool:
        """Whether the core is there at all."""
        return self._desk is not None

    def task(self) -> Task:
        """A task that is not started yet."""
        return Task(self.tasks)

    @property
    def portal(self) -> OpenPortal:
        """The portal that is shown; one without a connection where there is none."""
        return self.portals.shown

    def note(self, problem: Problem | None) -> None:
        """What asking the open portal for something came to: a problem, or None when it answered."""
        if self.portal.connection is not None:
            self.connections.note(self.portal.connection, problem)

    def keep_secrets_in_memory(self) -> None:
        """Goes on without the keyring until the window is closed."""
        self.in_memory = True
        desk = self.desk
        self.tasks.in_loop(lambda _: desk.accounts.keep_secrets_in_memory())

    def open(self) -> None:
        """Builds the core in the worker thread and lists the connections."""
        self.portal.enter(Phase.OPENING)
        task = self.task()
        task.succeeded.connect(self._opened)
        task.failed.connect(self.portal.fail)
        task.start(_open, self._open_desk, self._remember)

    def choose(self, connection: Connection) -> None:
        """Shows a portal, and reads it unless it is the one that is shown."""
        self._wanted = ""
        if connection != self.portal.connection:
            self._show(connection)
        self.portal_asked.emit()

    def refresh(self) -> None:
        """Reads the open portal again, with whatever permission was ticked meanwhile.

        Where the connections could not be listed, they are listed first.
        """
        if self.portal.connection is None or self._is_unlisted:
            self._wanted = self._wanted or self.portal.identity
            self.reload_connections()
        else:
            self.portal.read(self.desk, frozenset(Permission))

    def retry(self) -> None:
        """Does again what failed or was stopped."""
        if self._desk is None:
            self.open()
        else:
            self.refresh()

    def reload_connections(self, prefer: Connection | None = None, *, quietly: bool = False) -> None:
        """Lists the connections anew and opens ``prefer``, or leaves open what is; none is if the open one is gone.

        ``quietly`` is for what nobody has asked for: a list that cannot be read is passed over then.
        """
        if prefer is not None:
            self._wanted = prefer.identity
        if self._listing is not None:  # it may miss what is there by now
            self._listing.drop()
            quietly &= self._lists_quietly
        self._lists_quietly = quietly
        task = self._listing = self.task()
        task.succeeded.connect(self._listed)
        task.failed.connect(self._not_listed)
        task.start(self.desk.accounts.connections)

    def rename(self, connection: Connection, label: str) -> None:
        """Gives a connection a name of the person's own."""
        task = self.task()
        task.succeeded.connect(self.take_changed)
        task.failed.connect(self.told)
        task.start(self.desk.accounts.rename, connection, label)

    def put_into_group(self, connections: Sequence[Connection], group: str) -> None:
        """Puts connections into a group of the person's own, out of any other; an empty one is none."""
        task = self.task()
        task.succeeded.connect(lambda changed: self.take_changed(*changed))
        task.failed.connect(self.told)
        task.start(self.desk.accounts.put_into_group, connections, group)

    def take_changed(self, *changed: Connection) -> None:
        """Shows connections under their new names and in their new groups."""
        self.connections.replace(changed)
        self.portals.replace(changed)
        self.connections.changed.emit()
        if self._listing is not None:  # it may have seen them as they were
            self.reload_connections(quietly=True)

    def sign_out(self, connection: Connection) -> None:
        """Forgets a connection and its keys."""
        if self.portals.is_shown(connection):
            self.portal.drop()
        task = self.task()
        task.succeeded.connect(lambda _: self.reload_connections())
        task.failed.connect(partial(self._signed_out_in_part, connection))
        task.start(self.desk.accounts.disconnect, connection)

    async def aclose(self) -> None:
        """Closes the core; awaited in the worker thread, last of all."""
        if self._desk is not None:
            await self._desk.aclose()

    def _remember(self, desk: Desk) -> None:
        # Called in the worker thread, so that a desk is closed even if the window was closed while it was built.
        self._desk = desk

    def _opened(self, connections: tuple[Connection, ...]) -> None:
        freeze_imports()
        self._tell(self.desk.notices)
        task = self.task()
        task.succeeded.connect(self._tell)
        task.start(self.desk.accounts.remove_leftovers)
        self._listed(connections)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            self.told.emit(problem)

    def _listed(self, connections: tuple[Connection, ...]) -> None:
        self._listing, self._is_unlisted = None, False
        is_news = connections != self.connections.all
        if is_news:  # the same ones need not be named and sorted again
            self.connections.all = connections
        self.portals.forget_all_but(connections)
        wanted, self._wanted = self._wanted, ""
        before = self.portal.identity
        by_identity = {known.identity: known for known in connections}
        same = by_identity.get(wanted) or by_identity.get(before)
        if not connections:
            self._show_none(Phase.NO_CONNECTION)
        elif same is None and (before or self.portal.phase is Phase.CHOOSING):
            self._show_none(Phase.CHOOSING)
        elif same is None or wanted:
            self._show(same or connections[0])
        elif is_news:
            self.take_changed(*connections)
        self.listed.emit()

    def _not_listed(self, problem: Problem) -> None:
        self._listing = None
        self.listed.emit()
        if self._lists_quietly:
            return
        self._is_unlisted = True
        is_new = self._wanted not in ("", self.portal.identity)
        self._wanted = self._wanted or self.portal.identity  # once they can be listed it is read, and says this no more
        self.portal.fail(_signed_in_unlisted(problem) if is_new else problem)

    def _show(self, connection: Connection) -> None:
        """Turns to a portal and reads it; what was read of it earlier is shown until then."""
        self.portals.show(connection)
        self.portal.read(self.desk)  # first: whoever looks at it now sees no failure of an earlier reading
        self.connections.changed.emit()

    def _show_none(self, phase: Phase) -> None:
        self.portals.show(None)
        self.connections.changed.emit()
        self.portal.enter(phase)

    def _signed_out_in_part(self, connection: Connection, problem: Problem) -> None:
        """Where it is connected still, it is read again: signing out has stopped that."""
        self.told.emit(problem)
        if self.portals.is_shown(connection):
            self._wanted = self._wanted or connection.identity
        self.reload_connections()


def _signed_in_unlisted(problem: Problem) -> Problem:
    """What kept a connection from being shown that was saved a moment ago."""
    why = listed((problem.title, problem.explanation)) if problem.explanation else problem.title
    return Problem(problem.code, message("You are signed in, but the portals cannot be listed."), why, problem.remedy)


async def _open(open_desk: Callable[[], Desk], remember: Callable[[Desk], None]) -> tuple[Connection, ...]:
    desk = open_desk()
    remember(desk)
    return await desk.accounts.connections()
