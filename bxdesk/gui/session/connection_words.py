"""What is known of a connection, as a sign and in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.session.connections import ConnectionState

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
