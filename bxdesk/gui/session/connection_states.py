"""What is known of the connections, from the last time that each was asked for something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.session.problem_codes import NO_RIGHTS, SESSION_ENDED, UNREACHABLE


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
    """``problem`` is what asking it came to last, None where it answered; ``read`` is when it did (UTC)."""

    state: ConnectionState = ConnectionState.UNKNOWN
    problem: Problem | None = None
    read: datetime | None = None


class ConnectionStates:
    """Remembers it for each connection."""

    def __init__(self) -> None:
        self._known: dict[str, KnownConnection] = {}

    def of(self, connection: Connection) -> KnownConnection:
        """What is known of a connection."""
        return self._known.get(connection.identity, _UNKNOWN)

    def note(self, connection: Connection, problem: Problem | None) -> bool:
        """Takes what asking a portal for something came to (None when it answered); True if its state is another."""
        before = self.of(connection)
        read = datetime.now(UTC) if problem is None else before.read
        after = self._known[connection.identity] = KnownConnection(_state(problem), problem, read)
        return after.state is not before.state


_UNKNOWN = KnownConnection()


def _state(problem: Problem | None) -> ConnectionState:
    if problem is None:
        return ConnectionState.SIGNED_IN
    if problem.code == SESSION_ENDED:
        return ConnectionState.ENDED
    if problem.code in UNREACHABLE:
        return ConnectionState.UNREACHABLE
    return ConnectionState.NO_RIGHTS if problem.code in NO_RIGHTS else ConnectionState.TROUBLE
