"""The connections, and what is known of each from the last time that it was asked for something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from bxdesk.accounts.connection import Connection, names_apart
from bxdesk.errors import Problem
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import isolated

if TYPE_CHECKING:
    from bxdesk.checks.proof import Proof

# Codes of problems that have a next step of their own in the window.
SESSION_ENDED = "session_ended"
KEYRING = "keyring"
NOT_INSTALLED = "not_installed"
UNREACHABLE = frozenset(("unreachable", "proxy_failed"))
NO_RIGHTS = frozenset(
    ("not_admin", "insufficient_scope", "ACCESS_DENIED", "INVALID_CREDENTIALS", "ALLOWED_ONLY_INTRANET_USER")
)


class ConnectionState(Enum):
    """What is known of a connection, worst first."""

    ENDED = "session ended"
    UNREACHABLE = "unreachable"
    TROUBLE = "trouble"
    NO_RIGHTS = "no rights"
    UNKNOWN = "unknown"
    SIGNED_IN = "signed in"


@dataclass(frozen=True, slots=True)
class KnownConnection:
    """``problem`` is what asking it came to last, None where it answered; ``read`` is when it did (UTC).

    ``proof`` is what the last one there has shown.
    """

    state: ConnectionState = ConnectionState.UNKNOWN
    problem: Problem | None = None
    read: datetime | None = None
    proof: Proof | None = None


class Connections(QObject):
    """All connections that are signed in, oldest first."""

    changed = Signal()
    """The list, a name, a state, or which of them is open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[Connection, ...] = ()
        self._known: dict[str, KnownConnection] = {}
        self._has_news = False
        self._named: tuple[Connection, ...] = ()
        self._names: Mapping[str, str] = {}

    @property
    def names(self) -> Mapping[str, str]:
        """What to call each connection, by its identity; see :func:`bxdesk.accounts.connection.names_apart`."""
        if self._named is not self.all:  # a thousand addresses are taken apart for it
            self._named, self._names = self.all, names_apart(self.all)
        return self._names

    def title(self, connection: Connection) -> str:
        """What to call a connection where it stands among the others: its person's own name first."""
        return connection.titled(isolated(self.names.get(connection.identity, connection.name)))

    @property
    def groups(self) -> list[str]:
        """The groups that they are in; capitals make no difference."""
        named = {one.group.casefold(): one.group for one in self.all if one.group}
        return [named[key] for key in sorted(named)]

    def current(self, connection: Connection) -> Connection:
        """A connection as it is by now; as it was where it is gone."""
        return next((one for one in self.all if one.identity == connection.identity), connection)

    def replace(self, changed: Iterable[Connection]) -> None:
        """Puts connections in the place of those that they were, without telling of it."""
        by_identity = {one.identity: one for one in changed}
        self.all = tuple(by_identity.get(known.identity, known) for known in self.all)

    def known(self, connection: Connection) -> KnownConnection:
        """What is known of a connection."""
        return self._known.get(connection.identity, _UNKNOWN)

    def note(self, connection: Connection, problem: Problem | None) -> None:
        """Takes what asking a portal for something came to (None when it answered), and tells of another state."""
        self.note_quietly(connection, problem)
        self.tell()

    def note_quietly(self, connection: Connection, problem: Problem | None, *, reads: bool = True) -> None:
        """The same, told with :meth:`tell`: once for many. ``reads`` is whether it was asked for all that is shown."""
        before = self.known(connection)
        read = datetime.now(UTC) if reads and problem is None else before.read
        after = self._known[connection.identity] = KnownConnection(_state(problem), problem, read, before.proof)
        self._has_news |= after.state is not before.state

    def keep_proof(self, connection: Connection, proof: Proof) -> None:
        """Takes what a proof has shown."""
        self._known[connection.identity] = replace(self.known(connection), proof=proof)
        self.changed.emit()

    def recall(self, connection: Connection, read: datetime) -> None:
        """Takes when an earlier window read a portal; how it is now is not known by that."""
        if self.known(connection).read is None:
            self._known[connection.identity] = replace(self.known(connection), read=read)

    def tell(self) -> None:
        """Tells of what was noted quietly, if it is news."""
        if self._has_news:
            self._has_news = False
            self.changed.emit()


_UNKNOWN = KnownConnection()


def _state(problem: Problem | None) -> ConnectionState:
    if problem is None:
        return ConnectionState.SIGNED_IN
    if problem.code == SESSION_ENDED:
        return ConnectionState.ENDED
    if problem.code in UNREACHABLE:
        return ConnectionState.UNREACHABLE
    return ConnectionState.NO_RIGHTS if problem.code in NO_RIGHTS else ConnectionState.TROUBLE


CONNECTION_LOOKS = {
    ConnectionState.UNKNOWN: ("connect", Tone.MUTED),
    ConnectionState.SIGNED_IN: ("bound", Tone.GOOD),
    ConnectionState.ENDED: ("sign-out", Tone.WARNING),
    ConnectionState.UNREACHABLE: ("warning", Tone.WARNING),
    ConnectionState.NO_RIGHTS: ("unavailable", Tone.WARNING),
    ConnectionState.TROUBLE: ("warning", Tone.WARNING),
}
"""The icon and the colour of each."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Connections", text)


def connection_words(state: ConnectionState) -> str:
    """A connection's state in a few words."""
    return {
        ConnectionState.UNKNOWN: _tr("not read yet"),
        ConnectionState.SIGNED_IN: _tr("signed in"),
        ConnectionState.ENDED: _tr("session ended"),
        ConnectionState.UNREACHABLE: _tr("not reachable"),
        ConnectionState.NO_RIGHTS: _tr("no rights"),
        ConnectionState.TROUBLE: _tr("not read"),
    }[state]


def known_words(known: KnownConnection) -> str:
    """The same of one connection, which an earlier window may have read."""
    is_old = known.state is ConnectionState.UNKNOWN and known.read is not None
    return _tr("read earlier") if is_old else connection_words(known.state)
