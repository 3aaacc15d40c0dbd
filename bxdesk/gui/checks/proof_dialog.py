"""Proving that it shows: a widget of bxdesk's own stands for a moment, the person presses it, the call is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.checks.proof import Proof, explained, remaining, report
from bxdesk.errors import Problem
from bxdesk.gui.checks.arrival_model import ArrivalModel
from bxdesk.gui.checks.proof_model import Column, ProofModel
from bxdesk.gui.checks.proof_run import ProofRun
from bxdesk.gui.parts.button import Button, PrimaryButton
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.tables import WholeTable
from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Text, Tone
from bxdesk.gui.parts.wording import full_text, translated
from bxdesk.gui.session.session import Session
from bxdesk.listener import Progress
from bxdesk.placements.catalogue import note_of
from bxdesk.placements.portal_pages import nearest_page
from bxdesk.placements.proof_binding import TITLE

_LINES = 14
"""So much of the places is in sight at once."""
_ALL = 1000


@dataclass(frozen=True, slots=True)
class Turn:
    """The number of a portal among several that are proven one after the other."""

    number: int
    total: int


_ALONE = Turn(1, 1)


class ProofDialog(FittedDialog):
    """The places to choose from; what came of each; the call that came, field by field."""

    page_asked = Signal(str)
    """The address of a page of the portal, to be opened in the browser."""

    def __init__(
        self,
        session: Session,
        connection: Connection,
        places: Mapping[str, str],
        chosen: Iterable[str],
        parent: QWidget | None = None,
        turn: Turn = _ALONE,
    ) -> None:
        """``places`` are what people call each placement, by its code; ``chosen`` those that are ticked at first.

        In its ``turn`` among several portals it is accepted to go on with the next, and rejected to end there.
        """
        super().__init__(parent)
        self._session = session
        self._connection = connection
        self._turn = turn
        self._proof: Proof | None = None
        self._opened: str | None = None
        """The page that was opened last for this proof."""
        self._run = ProofRun(session, self)
        self._model = ProofModel(places, chosen, self)
        self._fields = ArrivalModel(self)
        self.setObjectName("proofDialog")
        self.setModal(True)
        self.setWindowTitle(self._title())
        self._portal = Text(self.windowTitle()).enlarge(1.25)
        self._portal.setObjectName("proofPortal")
        self._portal.setVisible(turn.total > 1)
        self._intro = _text("proofIntro")
        self._table = WholeTable("proofTable", self.tr("Places"), lines=_LINES)
        self._table.setModel(self._model)
        self._doing = _text("proofStatus", Tone.MUTED)
        self._card = Card(Tone.GOOD)
        self._result, self._meaning = _text("proofResult"), _text("proofMeaning")
        self._call = WholeTable("proofCallTable", self.tr("The call that came"))
        self._call.setModel(self._fields)
        self._copy = Button(self.tr("Copy &report"), "copyProofButton")
        self._copy.setToolTip(self.tr("All of it, for a report about a fault. Nothing secret is in it."))
        self._open = Button(self.tr("&Open the portal"), "openPortalButton")
        self._begin = PrimaryButton(self.tr("&Prove it"), "proveButton")
        self._begin.setDefault(True)
        self._next = Button(self.tr("&Next portal"), "nextPortalButton")
        self._close = Button(self.tr("&Close"), "closeProofButton")
        self._lay_out()
        self._model.chosen_changed.connect(self._restate)
        self._table.selectionModel().currentRowChanged.connect(self._show_place)
        self._run.told.connect(self._take)
        self._run.waits.connect(self._say)
        self._run.done.connect(self._done)
        self._run.failed.connect(self._failed)
        self._begin.clicked.connect(self._start)
        self._open.clicked.connect(self._open_portal)
        self._copy.clicked.connect(self._copy_report)
        self._next.clicked.connect(self.accept)
        self._close.clicked.connect(self.reject)
        self._restate()

    def reject(self) -> None:
        """Leaves; while a widget stands on the portal, has it taken away and stays until that is done."""
        if not self._run.runs:
            super().reject()
            return
        self._run.stop()
        self._close.setEnabled(False)

    def _title(self) -> str:
        if self._turn.total == 1:
            return self.tr("Prove that it shows")
        several = self.tr("Prove that it shows on {portal} ({number} of {total})")
        name = self._session.connections.title(self._connection)
        return several.format(portal=name, number=self._turn.number, total=self._turn.total)

    def _lay_out(self) -> None:
        em = self.fontMetrics().horizontalAdvance("m")
        for table, widths in ((self._table, (26,)), (self._call, (14, 12, 18))):
            table.horizontalHeader().setStretchLastSection(True)
            for number, letters in enumerate(widths):
                table.setColumnWidth(number, em * letters)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        inside.addWidget(self._result)
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addWidget(self._portal)
        column.addWidget(self._intro)
        column.addWidget(self._table)
        for widget in (self._doing, self._card, self._meaning):
            column.addWidget(widget)
        column.addWidget(self._call, _ALL)
        column.addStretch(1)  # where no call is shown, the rest stays together
        buttons = button_box(
            (self._copy, Role.ActionRole),
            (self._open, Role.ActionRole),
            (self._next, Role.ActionRole),
            (self._close, Role.RejectRole),
            (self._begin, Role.AcceptRole),
        )
        self.compose(column, buttons, letters=80)

    def _start(self) -> None:
        if self._run.runs:
            return
        self._proof = self._opened = None
        self._run.start(self._connection, self._model.chosen)
        self._restate()

    def _take(self, proof: Proof) -> None:
        self._proof = proof
        self._restate()
        page = proof.next_page(self._connection.user_id, self._connection.portal)
        if page is not None and page != self._opened:
            self._opened = page
            self.page_asked.emit(page)

    def _done(self, proof: Proof) -> None:
        self._proof = proof
        self._close.setEnabled(True)
        self._restate()
        self._session.connections.keep_proof(self._connection, proof)

    def _failed(self, problem: Problem) -> None:
        self._session.connections.note(self._connection, problem)
        self._close.setEnabled(True)
        self._restate()
        self._tell(full_text(problem), Tone.BAD)

    def _say(self, progress: Progress) -> None:
        self._doing.setText(translated(progress.text))

    def _restate(self) -> None:
        runs, proof = self._run.runs, self._proof
        self._model.show_proof(proof, runs=runs)
        self._table.setColumnHidden(Column.RESULT, proof is None)
        self._intro.setText(self._what_to_do())
        self._doing.setVisible(runs)
        self._begin.setEnabled(bool(self._model.chosen))
        self._begin.setVisible(not runs)
        self._open.setVisible(runs)
        self._copy.setVisible(not runs and proof is not None)
        goes_on = self._turn.number < self._turn.total
        self._next.setVisible(not runs and goes_on)
        leave = self.tr("&End here") if goes_on else self.tr("&Close")
        self._close.setText(self.tr("&Take it away") if runs else leave)
        if runs or proof is None:
            self._card.hide()
        else:
            self._tell(self._verdict(proof), Tone.GOOD if proof.is_proven else Tone.WARNING)
        self._show_place()

    def _what_to_do(self) -> str:
        if self._run.runs:
            return self.tr("Press “{title}” in the portal, in a browser on this computer.").format(title=TITLE)
        return self.tr(
            "At the places that are ticked, bxdesk binds a widget of its own, “{title}”, and waits until you have "
            "pressed it in the portal. Others see it meanwhile. It is taken away again, whatever happens."
        ).format(title=TITLE)

    def _verdict(self, proof: Proof) -> str:
        proven = sum(place.is_proven for place in proof.places)
        said = [self.tr("{n} of {all} proven.").format(n=proven, all=len(proof.places))]
        said += [full_text(problem) for problem in (*remaining(proof), proof.left) if problem is not None]
        if proof.left is None:
            said.append(self.tr("Nothing of it is left on the portal."))
        return "\n".join(said)

    def _tell(self, text: str, tone: Tone) -> None:
        self._result.setText(text)
        self._card.setAccessibleName(text)
        self._card.set_tone(tone)
        self._card.show()

    def _show_place(self) -> None:
        place = self._model.place(max(self._table.currentIndex().row(), 0))
        arrival = place.arrival if place is not None else None
        said = [] if place is None else [full_text(problem) for problem in explained(place)]
        if place is not None and place.arrival is None and place.problem is None:
            said.insert(0, translated(note_of(place.placement)))
        if arrival is not None and arrival.differences:
            said.append(self.tr("The portal does something otherwise than documented. Please report it."))
            said += [translated(difference) for difference in arrival.differences]
        self._meaning.setText("\n".join(filter(None, said)))
        self._meaning.setVisible(bool(self._meaning.text()))
        self._fields.show_fields(arrival.fields if arrival is not None else ())
        self._call.setVisible(arrival is not None)
        self._call.fit_soon()

    def _open_portal(self) -> None:
        """At the place in the current row."""
        connection, place = self._connection, self._model.place(max(self._table.currentIndex().row(), 0))
        if place is not None:
            self.page_asked.emit(nearest_page(place.placement, connection.user_id, connection.portal))

    def _copy_report(self) -> None:
        if self._proof is not None:
            QGuiApplication.clipboard().setText(report(self._proof))


def _text(name: str, tone: Tone = Tone.PLAIN) -> Text:
    text = Text(tone=tone)
    text.setObjectName(name)
    return text
