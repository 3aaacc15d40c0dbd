"""Opening the window's dialogs; each is imported when it is opened for the first time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bxdesk.errors import Problem
from bxdesk.gui.parts.fitted_dialog import open_dialog
from bxdesk.gui.parts.language import chosen_language
from bxdesk.gui.parts.wording import translated
from bxdesk.gui.session.open_portal import Phase
from bxdesk.gui.session.session import Session
from bxdesk.messages import message

if TYPE_CHECKING:
    from bxdesk.accounts.connection import Connection
    from bxdesk.gui.checks.try_outs import TryOuts
    from bxdesk.gui.help.help_dialog import HelpDialog
    from bxdesk.gui.help.reporter import Reporter
    from bxdesk.gui.page.portal_page import PortalPage
    from bxdesk.gui.parts.links import OpenAddress
    from bxdesk.gui.settings.choices import Choices
    from bxdesk.placements.history import Undo
    from bxdesk.placements.snapshot import Snapshot
    from bxdesk.storage.folders import Folders


class Dialogs(QObject):
    """Every dialog that belongs to the window as a whole; those of a portal's page are opened there."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        choices: Choices,
        open_address: OpenAddress,
        page: Callable[[], PortalPage],
        folders: Folders | None,
    ) -> None:
        """``page`` gives the page for portals; ``folders`` are where things are kept, None where nothing is."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._choices = choices
        self._open_address = open_address
        self._page = page
        self._folders = folders
        self._reporter: Reporter | None = None
        self._help: HelpDialog | None = None
        self._try_outs: TryOuts | None = None
        choices.language_changed.connect(self._renew_help)
        session.portals.changed.connect(self._inform_help)

    def connect_portal(self) -> None:
        """The sign-in to a portal that is not connected yet."""
        self._sign_in(None)

    def sign_in_again(self) -> None:
        """The sign-in to the portal that is open."""
        self._sign_in(self._session.portal.connection)

    def sign_in_to(self, connection: Connection, then: Callable[[], None]) -> None:
        """The sign-in to any portal, which goes on with ``then``; the one that is open stays so."""
        from bxdesk.gui.connecting.connect_dialog import ConnectDialog

        dialog = ConnectDialog(self._session, self._open_address, connection, parent=self._window)
        is_open = connection == self._session.portal.connection
        dialog.signed_in.connect(self._session.reload_connections if is_open else self._session.take_changed)
        dialog.accepted.connect(then)
        open_dialog(dialog)

    def move_app(self) -> None:
        """Moving the open portal's widgets to a new application."""
        from bxdesk.gui.app_move import AppMove

        if self._session.portal.connection is not None:
            AppMove(
                self._session, self._session.portal.connection, self._open_address, self._page, self._window
            ).begin()

    def sign_in_inside(self, asking: QWidget, then: Callable[[], None]) -> None:
        """The sign-in to the portal that is open, in front of a dialog that goes on with ``then``."""
        from bxdesk.gui.connecting.connect_dialog import ConnectDialog

        dialog = ConnectDialog(self._session, self._open_address, self._session.portal.connection, parent=asking)
        dialog.signed_in.connect(self._session.reload_connections)
        dialog.accepted.connect(then)
        open_dialog(dialog)

    def show_settings(self) -> None:
        """The choices about bxdesk itself."""
        from bxdesk.gui.settings.settings_dialog import SettingsDialog

        open_dialog(SettingsDialog(self._session, self._choices, self._window))

    def show_history(self) -> None:
        """What was applied, with the way to take it back."""
        from bxdesk.gui.plans.history_dialog import HistoryDialog

        dialog = HistoryDialog(self._session, self._snapshot(), self._window)

        def show(undo: Undo, connection: Connection) -> None:
            self._page().review_undo(undo, connection, dialog).finished.connect(dialog.read)

        dialog.undo_asked.connect(show)
        open_dialog(dialog)

    def show_help(self, *, of_portals: bool = False) -> None:
        """The help about the place that is selected, or about the page of portals.

        It stays beside the window; asked for again, it turns there.
        """
        from bxdesk.gui.help.help_topics import HOW, PORTALS

        ready = self._session.portal.phase is Phase.READY
        if self._help is None:
            self._help = self._make_help()
        self._help.turn_to(self._page().place if ready and not of_portals else "", PORTALS if of_portals else HOW)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def _make_help(self) -> HelpDialog:
        from bxdesk.gui.help.help_dialog import HelpDialog

        made = HelpDialog(self._the_reporter(), self._open_address, self._scopes(), self._window)
        made.about_asked.connect(self.show_about)
        made.finished.connect(self._forget_help)
        return made

    def show_about(self) -> None:
        """What bxdesk is, and where it keeps things."""
        from bxdesk.gui.help.about_dialog import AboutDialog

        open_dialog(AboutDialog(self._session, self._the_reporter(), self._help or self._window))

    def show_call(self, code: str, handler: str) -> None:
        """What the portal sends to a handler at the placement with this code."""
        connection, snapshot = self._session.portal.connection, self._page().snapshot
        if connection is None or snapshot is None:
            return
        from bxdesk.gui.help.call_dialog import CallDialog
        from bxdesk.placements.call_fields import EXAMPLE_HANDLER, example_call
        from bxdesk.placements.catalogue import documentation_page, placement_title

        language = chosen_language(self._choices.settings.language)
        server, options = connection.authorization_server, self._page().options_at(code, handler)
        call = example_call(code, handler or EXAMPLE_HANDLER, snapshot, server, language, options)
        place = translated(placement_title(code, snapshot.type_titles))
        page = documentation_page(code, language)
        dialog = CallDialog(call, place, page, self._open_address, self._window, invented=not handler)
        open_dialog(dialog)

    def try_out(self, code: str, handler: str) -> None:
        """The handler's page in a frame, as the portal would show it at the placement with this code."""
        from bxdesk.gui.checks.try_outs import TryOuts

        if self._try_outs is None:
            self._try_outs = TryOuts(self._session, self)
            self._try_outs.page_asked.connect(self.open_page)
        self._try_outs.begin(code, handler, chosen_language(self._choices.settings.language))

    def show_proof(self, codes: Sequence[str]) -> None:
        """Whether people see widgets at these placements."""
        connection, snapshot = self._session.portal.connection, self._snapshot()
        if connection is None or snapshot is None:
            return
        from bxdesk.gui.checks.proof_dialog import ProofDialog
        from bxdesk.placements.catalogue import placement_title

        places = {code: translated(placement_title(code, snapshot.type_titles)) for code in codes}
        dialog = ProofDialog(self._session, connection, places, codes, self._window)
        dialog.page_asked.connect(self.open_page)
        open_dialog(dialog)

    def open_page(self, address: str) -> None:
        """A page of the portal in the browser; where none opens, its address is put on the clipboard."""
        if not self._open_address(address):
            QGuiApplication.clipboard().setText(address)
            self._session.told.emit(
                Problem(
                    "no_browser",
                    message("No browser opened."),
                    remedy=message("The address of the page is on the clipboard: paste it into a browser."),
                )
            )

    def show_unfinished(self) -> None:
        """What stands half-way, if anything does."""
        unfinished, connection = self._session.portal.unfinished_work.unfinished, self._session.portal.connection
        if unfinished is None or connection is None:
            return
        from bxdesk.gui.plans.unfinished_dialog import UnfinishedDialog

        dialog = UnfinishedDialog(self._session, unfinished, self._window)
        dialog.recovered.connect(partial(self._page().take_outcome, connection.identity))
        dialog.uncertain.connect(self._session.refresh)
        open_dialog(dialog)

    def ask_for_name(self) -> None:
        """A name of the person's own for the portal that is open."""
        if self._session.portal.connection is None:
            return
        from bxdesk.gui.connecting.connection_dialogs import RenameDialog

        open_dialog(RenameDialog(self._session, self._session.portal.connection, self._window))

    def ask_to_sign_out(self) -> None:
        """Whether the portal that is open shall be forgotten."""
        if self._session.portal.connection is None:
            return
        from bxdesk.gui.connecting.connection_dialogs import SignOutDialog

        open_dialog(SignOutDialog(self._session, self._session.portal.connection, self._window))

    def _snapshot(self) -> Snapshot | None:
        return self._page().snapshot if self._session.portal.phase is Phase.READY else None

    def _scopes(self) -> frozenset[str] | None:
        snapshot = self._snapshot()
        return snapshot.scopes if snapshot is not None else None

    def _the_reporter(self) -> Reporter:
        if self._reporter is None:
            from bxdesk.gui.help.reporter import Reporter

            self._reporter = Reporter(self._session, self._choices, self._folders, self._snapshot, self)
        return self._reporter

    def _renew_help(self) -> None:
        """The help stays open where it is while another language is chosen, and speaks it."""
        before = self._help
        if before is not None:
            before.close()
            self._help = self._make_help()
            self._help.take_the_place_of(before)
            self._help.show()

    def _inform_help(self) -> None:
        """The help stays open while another portal is chosen, where the app may have other permissions."""
        if self._help is not None:
            self._help.set_permissions(self._scopes())

    def _forget_help(self) -> None:
        if self._help is not None:
            self._help.deleteLater()
            self._help = None

    def _sign_in(self, known: Connection | None) -> None:
        if not self._session.is_open:
            return
        from bxdesk.gui.connecting.connect_dialog import ConnectDialog

        dialog = ConnectDialog(self._session, self._open_address, known, parent=self._window)
        dialog.signed_in.connect(self._session.reload_connections)
        open_dialog(dialog)
