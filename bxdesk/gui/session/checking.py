"""What checks found on each portal, and running those of the open one: at most one run at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.checks.check import CheckState
from bxdesk.gui.background.tasks import Task
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.session.session import Session

if TYPE_CHECKING:
    from bxdesk.checks.check import Check, Verdict
    from bxdesk.errors import Problem
    from bxdesk.listener import Progress
    from bxdesk.placements.snapshot import Snapshot


class Checking(QObject):
    """Keeps what was found for each connection as long as the window is open."""

    changed = Signal()
    """It runs or ended, or there is something else to show."""
    turned = Signal()
    """Another portal is open."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: dict[str, dict[str | None, Verdict]] = {}
        self._task: Task | None = None
        self._of = ""
        """The connection that the last run asked about, or that is open now."""
        self._is_whole = True
        """Whether everything is asked about."""
        self._whole: set[str] = set()
        """The connections of which everything was asked."""
        self.progress: Progress | None = None
        """How far the run is; None while nothing runs or was told."""
        self.problem: Problem | None = None
        """Why the last run came to nothing."""
        session.connections.changed.connect(self._turn)

    @property
    def runs(self) -> bool:
        """Whether pages are being called."""
        return self._task is not None

    @property
    def is_whole(self) -> bool:
        """Whether everything was asked about the open portal, or is being asked."""
        return self._identity in self._whole or (self.runs and self._is_whole)

    @property
    def verdicts(self) -> tuple[Verdict, ...] | None:
        """What was found on the open portal, worst first; None if nothing was checked there yet."""
        return self._at(self._identity)

    def found(self, connection: Connection) -> tuple[Verdict, ...] | None:
        """The same of any portal."""
        return self._at(connection.identity)

    def take(self, connection: Connection, checks: Iterable[Check]) -> None:
        """Keeps what a check of everything on a portal has found; told if it is the open one."""
        self._keep(connection.identity, checks, whole=True)

    def state_of(self, handler: str) -> CheckState | None:
        """What was found of one handler; None if it was not checked."""
        verdict = self._found.get(self._identity, {}).get(handler)
        return verdict.state if verdict is not None else None

    def start(self, handlers: Iterable[str] | None = None, snapshot: Snapshot | None = None) -> None:
        """Asks all questions about these handlers, or about all that stand; a run that goes on is given up.

        ``snapshot`` is the portal as it was read just now: it is not read again for this.
        """
        connection = self._session.portal.connection
        if connection is None:
            return
        self._give_up()
        task = self._task = self._session.task()
        task.succeeded.connect(self._take)  # first: whoever hears of the end knows by then what came of it
        task.failed.connect(self._fail)
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._end)
        task.progressed.connect(self._advance)
        self.problem = None
        asked = None if handlers is None else tuple(handlers)
        self._of, self._is_whole = self._identity, asked is None
        task.start(self._session.desk.checks.run, connection, task.listener(), handlers=asked, snapshot=snapshot)
        self.changed.emit()

    def stop(self) -> None:
        """Gives up; what was found before stays."""
        if self._task is not None:
            self._give_up()
            self.changed.emit()

    @property
    def _identity(self) -> str:
        connection = self._session.portal.connection
        return connection.identity if connection is not None else ""

    def _give_up(self) -> None:
        task, self._task = self._task, None
        self.progress = None
        if task is not None:
            task.drop()

    def _turn(self) -> None:
        """Another portal may be open, and what runs was asked about the one before."""
        if self._identity != self._of:
            self._of = self._identity
            self._give_up()
            self.problem = None
            self.changed.emit()
            self.turned.emit()

    def _at(self, identity: str) -> tuple[Verdict, ...] | None:
        found = self._found.get(identity)
        return None if found is None else tuple(found.values())

    def _take(self, checks: tuple[Check, ...]) -> None:
        self._keep(self._identity, checks, whole=self._is_whole)

    def _keep(self, identity: str, checks: Iterable[Check], *, whole: bool) -> None:
        from bxdesk.checks.check import verdicts, worst_first

        before = {} if whole else self._found.get(identity, {})
        if whole:
            self._whole.add(identity)
        after = {verdict.handler: verdict for verdict in verdicts(checks)}
        self._found[identity] = {one.handler: one for one in worst_first({**before, **after}.values())}
        if identity == self._identity:
            self.changed.emit()

    def _fail(self, problem: Problem) -> None:
        self.problem = problem
        self.changed.emit()

    def _advance(self, progress: Progress) -> None:
        self.progress = progress
        self.changed.emit()

    def _end(self) -> None:
        self._task = None
        self.progress = None
        self.changed.emit()


CHECK_LOOKS = {
    CheckState.OK: ("bound", Tone.GOOD),
    CheckState.UNKNOWN: ("help", Tone.MUTED),
    CheckState.WARNING: ("warning", Tone.WARNING),
    CheckState.BLOCKED: ("error", Tone.BAD),
}
"""The icon and its tone for each state."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("CheckWords", text)


def verdict_words(state: CheckState) -> str:
    """What a state means for a widget."""
    return {
        CheckState.OK: _tr("shows"),
        CheckState.UNKNOWN: _tr("not known"),
        CheckState.WARNING: _tr("not for everybody"),
        CheckState.BLOCKED: _tr("not seen"),
    }[state]


def answer_words(state: CheckState) -> str:
    """What a state means as the answer to one question."""
    return {
        CheckState.OK: _tr("good"),
        CheckState.UNKNOWN: _tr("not known"),
        CheckState.WARNING: _tr("doubtful"),
        CheckState.BLOCKED: _tr("problem"),
    }[state]
