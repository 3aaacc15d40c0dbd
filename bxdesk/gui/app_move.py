"""Moving a portal's widgets to a new application; the old keys are forgotten once the new ones serve."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.connecting.connect_dialog import ConnectDialog
from bxdesk.gui.connecting.move_app_dialog import MoveAppDialog
from bxdesk.gui.parts.fitted_dialog import open_dialog
from bxdesk.gui.session.session import Session
from bxdesk.messages import message
from bxdesk.placements.bindings import Binding
from bxdesk.placements.outcome import Outcome
from bxdesk.placements.plan import make_plan
from bxdesk.placements.snapshot import Snapshot

if TYPE_CHECKING:
    from bxdesk.gui.page.portal_page import PortalPage
    from bxdesk.gui.parts.links import OpenAddress


class AppMove(QObject):
    """One move, from one dialog to the next. Whoever leaves one of them has lost nothing: both connections stay."""

    def __init__(
        self,
        session: Session,
        old: Connection,
        open_address: OpenAddress,
        page: Callable[[], PortalPage],
        window: QWidget,
    ) -> None:
        """``old`` is the connection to the application that is to be left."""
        super().__init__(window)
        self._session = session
        self._old = old
        self._new: Connection | None = None
        self._open_address = open_address
        self._page = page
        self._window = window
        self._bindings: tuple[Binding, ...] = ()

    def begin(self) -> None:
        """Says what will happen, and saves the widgets."""
        dialog = MoveAppDialog(self._session, self._old, self._window)
        dialog.saved.connect(self._connect)
        dialog.rejected.connect(self.deleteLater)
        open_dialog(dialog)

    def _connect(self, bindings: tuple[Binding, ...]) -> None:
        self._bindings = bindings
        dialog = ConnectDialog(self._session, self._open_address, replaced=self._old, parent=self._window)
        dialog.signed_in.connect(self._signed_in)
        dialog.rejected.connect(self.deleteLater)
        open_dialog(dialog)

    def _signed_in(self, new: Connection) -> None:
        if new.identity == self._old.identity or new.member_id != self._old.member_id:
            self._session.told.emit(_not_a_new_one(new))
            self.deleteLater()
        else:
            self._new = new
            self._session.portals.was_read.connect(self._review)
            self._session.portals.turned.connect(self._follow)
        self._session.reload_connections(new)

    def _follow(self) -> None:
        """Whoever turns to another portal before the new application is read has left the move."""
        if not self._session.portals.is_shown(self._new):
            self.deleteLater()

    def _review(self) -> None:
        snapshot = self._session.portal.snapshot
        if snapshot is None or not self._session.portals.is_shown(self._new):
            return
        self._session.portals.was_read.disconnect(self._review)
        self._session.portals.turned.disconnect(self._follow)
        plan = make_plan(snapshot, self._bindings, ())
        if plan.steps:
            dialog = self._page().review(snapshot, plan)
            dialog.applied.connect(self._applied)
            dialog.finished.connect(self.deleteLater)
        else:
            self._end(snapshot)

    def _applied(self, outcome: Outcome) -> None:
        if outcome.is_complete:
            self._end(outcome.snapshot)

    def _end(self, snapshot: Snapshot) -> None:
        """Forgets the old application, unless the new one's widgets would stay unseen as well."""
        if snapshot.app.installed:
            self._session.sign_out(self._old)
            self._session.told.emit(_moved(self._old))
        else:
            self._session.told.emit(_not_installed_either(self._old))
        self.deleteLater()


def _not_a_new_one(connection: Connection) -> Problem:
    return Problem(
        "same_application",
        message("These are not the keys of a new application on the same portal: {id}.", id=connection.client_id),
        remedy=message("Add a new application, then move again."),
    )


def _not_installed_either(old: Connection) -> Problem:
    return Problem(
        "not_installed_either",
        message("The new application is not fully installed either."),
        message("Its widgets stay hidden. The old application ({id}) stays connected.", id=old.client_id),
        remedy=message("Complete the installation of the new one, then sign out of the old one."),
    )


def _moved(old: Connection) -> Problem:
    return Problem(
        "application_moved",
        message("The widgets stand under the new application."),
        message("bxdesk has forgotten the old one ({id}).", id=old.client_id),
        message("Delete it on the portal; its own widgets, which nobody saw, go with it."),
    )
