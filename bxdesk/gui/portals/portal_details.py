"""A look inside one portal without leaving the list: its problem with the remedy, and all that is known of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSizePolicy, QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.checks.check import Verdict
from bxdesk.checks.proof import Proof
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.elided import Elided
from bxdesk.gui.parts.row_text import RowText
from bxdesk.gui.parts.tables import RowTree
from bxdesk.gui.parts.theme import GAP, LEAST_LINES, MARGIN, Card, Text, Tone
from bxdesk.gui.parts.wording import full_text, moment_words, translated
from bxdesk.gui.portals.portal_details_model import PortalDetailsModel
from bxdesk.gui.portals.portal_sections import sections
from bxdesk.gui.session.connections import ConnectionState, KnownConnection, known_words
from bxdesk.gui.session.fleet import Fleet
from bxdesk.gui.session.portal_statuses import PortalStatus, portal_problems
from bxdesk.gui.session.session import Session


class PortalDetails(QWidget):
    """Shows one connection at a time; what becomes known of it is shown at once."""

    sign_in_asked = Signal(object, object)
    """The Connection to sign in to again, and what is called after it."""

    def __init__(self, session: Session, fleet: Fleet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._fleet = fleet
        self._connection: Connection | None = None
        self._selected = 1
        self._told: tuple[str, PortalStatus, Proof | None, tuple[Verdict, ...] | None, Path | None] | None = None
        """Of whom the model tells, and what."""
        self.setObjectName("portalDetails")
        self._heading = Elided()
        self._heading.setObjectName("portalDetailsHeading")
        self._heading.enlarge(1.15)
        self._state = Text(tone=Tone.MUTED)
        self._state.setObjectName("portalDetailsState")
        self._state.setWordWrap(False)
        self._card = Card()
        self._problem = Text()
        self._problem.setObjectName("portalDetailsProblem")
        self._remedy = Button("", "portalDetailsRemedyButton")
        self._model = PortalDetailsModel(self)
        self._tree = RowTree("portalDetailsTree", self.tr("What is known of the portal"))
        self._lay_out()
        self._remedy.clicked.connect(self._act)
        fleet.statuses.changed.connect(self._follow)
        session.connections.changed.connect(self._restate)
        fleet.run_changed.connect(self._restate)

    def show_portal(self, connection: Connection | None, selected: int = 1) -> None:
        """Shows this one; None shows nothing. It is one of so many that are ``selected``."""
        self._connection, self._selected = connection, selected
        self._restate()

    def _lay_out(self) -> None:
        tree = self._tree
        tree.setModel(self._model)
        tree.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # it scrolls by itself
        tree.setMinimumHeight(self.fontMetrics().lineSpacing() * LEAST_LINES)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._heading, 1)
        top.addWidget(self._state)
        inside = QHBoxLayout(self._card)
        inside.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        inside.addWidget(self._problem, 1)
        inside.addWidget(self._remedy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self._card)
        column.addWidget(tree, 1)
        column.addWidget(RowText("portalDetailsRow", tree, self._model))
        column.addStretch()  # in its place, where nothing is known

    def _follow(self, identities: Collection[str]) -> None:
        if self._connection is not None and self._connection.identity in identities:
            self._restate()

    def _restate(self) -> None:
        shown = self._connection
        if shown is None:
            return
        known, status = self._session.connections.known(shown), self._fleet.statuses.of(shown)
        title = self._session.connections.title(shown)
        one_of = self.tr("{portal} (1 of {n} selected)").format(portal=title, n=self._selected)
        self._heading.setText(one_of if self._selected > 1 else title)
        self._state.setText(self._state_words(known, status))
        self._show_remedy(known, status)
        found = self._fleet.checking.found(shown)
        told = shown.identity, replace(status, doing=None), known.proof, found, self._fleet.layout
        if told != self._told:
            self._told = told
            self._model.show(sections(*told[1:]))
            self._tree.expandAll()
            self._tree.setVisible(self._model.rowCount() > 0)

    def _show_remedy(self, known: KnownConnection, status: PortalStatus) -> None:
        """What is to be done next, where there is anything."""
        problems = portal_problems(known, status)
        unread, ended = known.state is ConnectionState.UNKNOWN, known.state is ConnectionState.ENDED
        self._card.setVisible(unread or bool(problems))
        self._card.set_tone(Tone.WARNING if problems else Tone.MUTED)
        nothing = self.tr("It has not been read in this window yet.")
        self._problem.setText(" ".join(map(full_text, problems)) or nothing)
        reads = self.tr("Read it") if unread else self.tr("Try again")
        opens = self.tr("Open it") if status.unfinished is not None else reads
        self._remedy.setText(self.tr("Sign in again…") if ended else opens)
        self._remedy.setEnabled(ended or status.unfinished is not None or not self._fleet.runs)

    def _state_words(self, known: KnownConnection, status: PortalStatus) -> str:
        said = translated(status.doing) if status.doing is not None else known_words(known)
        if known.read is None:
            return said
        return self.tr("{state}, last read {moment}").format(state=said, moment=moment_words(known.read))

    def _act(self) -> None:
        """Does what cures the problem."""
        shown = self._connection
        if shown is None:
            return
        read = partial(self._fleet.read_soon, [shown])  # another one may be shown after the sign-in
        if self._session.connections.known(shown).state is ConnectionState.ENDED:
            self.sign_in_asked.emit(shown, read)
        elif self._fleet.statuses.of(shown).unfinished is not None:
            is_open = self._session.portals.is_shown(shown)
            self._session.choose(shown)  # what was cut off is settled there
            if is_open:  # and it may have been cut off since it was read
                self._session.refresh()
        else:
            read()
