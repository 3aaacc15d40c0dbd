"""What is known of the connections, from the last time that each was asked for something."""

from __future__ import annotations

from enum import Enum

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.session.problem_codes import SESSION_ENDED


class ConnectionState(Enum):
    """What is known of a connection."""

    UNKNOWN = "unknown"
    SIGNED_IN = "signed in"
    ENDED = "session ended"
    TROUBLE = "trouble"


class ConnectionStates:
    """Remembers it for each connection."""

    def __init__(self) -> None:
        self._known: dict[str, ConnectionState] = {}

    def of(self, connection: Connection) -> ConnectionState:
        """What is known of a connection."""
        return self._known.get(connection.identity, ConnectionState.UNKNOWN)

    def note(self, connection: Connection, problem: Problem | None) -> bool:
        """Takes what asking a portal for something came to (None when it answered); True if that is news."""
        if problem is None:
            connection_state = ConnectionState.SIGNED_IN
        else:
            connection_state = ConnectionState.ENDED if problem.code == SESSION_ENDED else ConnectionState.TROUBLE
        if self.of(connection) is connection_state:
            return False
        self._known[connection.identity] = connection_state
        return True
