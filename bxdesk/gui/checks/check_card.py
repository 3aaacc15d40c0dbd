"""One check in full: what was asked and found, why it matters, what to do, and what bxdesk can do about it at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bxdesk.checks.check import Check, CheckCode, CheckState, Verdict
from bxdesk.errors import Remedy, RemedyKind
from bxdesk.gui.parts.links import LinkButton
from bxdesk.gui.parts.remedies import advice
from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Text, Tone
from bxdesk.gui.parts.wording import translated
from bxdesk.gui.session.checking import CHECK_LOOKS
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.bindings import Binding
from bxdesk.placements.portal_pages import card_page


class CheckCard(Card):
    """Shows one at a time."""

    sign_in_again_asked = Signal()
    move_app_asked = Signal()
    widget_asked = Signal(object)
    """The Binding whose widget is to be changed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(Tone.GOOD, parent)
        self._workspace = workspace
        self._rows: tuple[Binding, ...] = ()
        """Where the widget stands that the check is about, the place of the check first."""
        self._kind: RemedyKind | None = None
        self._cures: dict[RemedyKind | None, tuple[str, Callable[[], None]]] = {
            RemedyKind.SIGN_IN_AGAIN: (self.tr("Sign in again…"), self.sign_in_again_asked.emit),
            RemedyKind.GRANT_PERMISSION: (self.tr("Open the app's card in the portal"), self._open_card),
            RemedyKind.COMPLETE_INSTALLATION: (self.tr("Move to a new application…"), self.move_app_asked.emit),
        }
        """What bxdesk can do about a check at once: its words, and what begins it."""
        self._question = Text(tone=Tone.MUTED)
        self._question.setObjectName("checkQuestion")
        self._found = Text().enlarge(1.05)
        self._found.setObjectName("checkFound")
        self._why = Text()
        self._why.setObjectName("checkWhy")
        self._address = Text(tone=Tone.MUTED)
        self._address.setObjectName("checkAddress")
        self._cure = LinkButton("", "checkCureButton")
        self._open = LinkButton(self.tr("Open the widget"), "openCheckedButton")
        self._prove = LinkButton(self.tr("Prove that it shows…"), "proveCheckedButton")
        self._prove.setToolTip(self.tr("Binds a widget of bxdesk's own for a moment, for you to press in the portal"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        shown: tuple[QWidget, ...] = (self._question, self._found, self._why, self._address)
        for one in (*shown, self._cure, self._open, self._prove):
            column.addWidget(one)
        self._cure.clicked.connect(self._act)
        self._open.clicked.connect(self._ask_for_widget)
        self._prove.clicked.connect(self._ask_for_proof)

    def show_check(self, verdict: Verdict, check: Check) -> None:
        """Shows a check of this verdict."""
        self._question.setText(translated(check.question))
        self._found.setText(translated(check.title))
        for text, lines in (
            (self._why, (translated(check.explanation), translated(advice(check.remedy)))),
            (self._address, (check.handler, check.placement)),
        ):
            text.setText("\n".join(filter(None, lines)))
            text.setVisible(any(lines))
        self.set_tone(CHECK_LOOKS[check.state][1])
        is_good = check.state is CheckState.OK
        self._kind = None if is_good else _remedy_of(check)
        words, _ = self._cures.get(self._kind, ("", None))
        self._cure.setText(words)
        self._cure.setVisible(bool(words))
        snapshot = self._workspace.snapshot
        bindings = snapshot.bindings if snapshot is not None else ()
        rows = [row for row in bindings if row.handler == verdict.handler]
        self._rows = tuple(sorted(rows, key=lambda row: row.placement != check.placement))
        self._open.setVisible(not is_good and bool(self._rows))
        self._prove.setVisible(verdict.state is not CheckState.BLOCKED and bool(self._rows))

    def _act(self) -> None:
        if self._kind in self._cures:
            _, begin = self._cures[self._kind]
            begin()

    def _open_card(self) -> None:
        if self._workspace.snapshot is not None:
            self._workspace.requests.page.emit(card_page(self._workspace.snapshot.portal))

    def _ask_for_widget(self) -> None:
        self.widget_asked.emit(self._rows[0])

    def _ask_for_proof(self) -> None:
        self._workspace.requests.proof.emit(tuple(dict.fromkeys(row.placement for row in self._rows)))


def _remedy_of(check: Check) -> RemedyKind | None:
    if check.code is CheckCode.ADMINISTRATOR:
        return RemedyKind.SIGN_IN_AGAIN  # as somebody who is one
    return check.remedy.kind if isinstance(check.remedy, Remedy) else None
