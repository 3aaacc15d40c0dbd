"""Proofs on several portals, one after the other: each needs a person in front of that portal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.checks.proof_dialog import ProofDialog, Turn
from bxdesk.gui.parts.fitted_dialog import open_dialog
from bxdesk.gui.parts.wording import translated
from bxdesk.gui.session.fleet import Fleet
from bxdesk.gui.session.session import Session
from bxdesk.messages import message
from bxdesk.placements.catalogue import placement_title

_NOTHING_STANDS = Problem(
    "nothing_to_prove",
    message("There is nothing to prove."),
    message("On none of these portals stands a widget, as far as they could be read."),
)


class ProofSeries(QObject):
    """Asks at each portal about the places where a widget stands. One that has none, or cannot be read, is passed over.

    Whoever cancels keeps what was shown until then.
    """

    page_asked = Signal(str)
    """The address of a page of a portal, to be opened in the browser."""

    def __init__(self, session: Session, fleet: Fleet, connections: Sequence[Connection], window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._fleet = fleet
        self._window = window
        self._connections = tuple(connections)
        self._number = 0

    def begin(self) -> None:
        """Reads the portals of which nothing is known, then begins with the first."""
        unread = [one for one in self._connections if self._fleet.statuses.of(one).snapshot is None]
        if unread and not self._fleet.runs:
            self._fleet.run_changed.connect(self._follow_reading)
            self._fleet.read(unread)
        else:
            self._go_on()

    def _follow_reading(self) -> None:
        if self._fleet.runs:
            return
        self._fleet.run_changed.disconnect(self._follow_reading)
        if self._fleet.done == len(self._fleet.asked):
            self._go_on()
        else:  # reading was cancelled
            self.deleteLater()

    def _go_on(self) -> None:
        """The next portal where there is anything to prove."""
        if not self._number:
            self._connections = tuple(one for one in self._connections if self._places(one))
            if not self._connections:
                self._session.told.emit(_NOTHING_STANDS)
        if self._number == len(self._connections):
            self.deleteLater()
            return
        connection = self._connections[self._number]
        self._number += 1
        places = self._places(connection)
        turn = Turn(self._number, len(self._connections))
        dialog = ProofDialog(self._session, connection, places, places, self._window, turn)
        dialog.page_asked.connect(self.page_asked)
        dialog.accepted.connect(self._go_on)
        dialog.rejected.connect(self.deleteLater)
        open_dialog(dialog)

    def _places(self, connection: Connection) -> dict[str, str]:
        """What people call the placements where a widget stands, by their codes."""
        snapshot = self._fleet.statuses.of(connection).snapshot
        if snapshot is None:
            return {}
        codes = dict.fromkeys(binding.placement for binding in snapshot.bindings)
        return {code: translated(placement_title(code, snapshot.type_titles)) for code in codes}
