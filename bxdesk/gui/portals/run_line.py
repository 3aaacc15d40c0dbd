"""The line that says how far the reading or checking of many portals is, and what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.links import LinkButton
from bxdesk.gui.parts.progress_bar import ProgressBar
from bxdesk.gui.parts.theme import GAP, Text, Tone
from bxdesk.gui.session.fleet import Fleet, Kind
from bxdesk.gui.session.session import Session


class RunLine(QWidget):
    """Seen from the beginning of the first run on; what failed can be tried again from here."""

    def __init__(self, session: Session, fleet: Fleet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fleet = fleet
        self._bar = ProgressBar("portalsProgress", "")
        self._bar.setFixedWidth(160)
        self._text = Text(tone=Tone.MUTED)
        self._text.setObjectName("portalsStatus")
        self._cancel = Button("", "cancelReadingButton")
        self._again = LinkButton("", "readFailedButton")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._bar)
        line.addWidget(self._text, 1)
        line.addWidget(self._again)
        line.addWidget(self._cancel)
        self._cancel.clicked.connect(fleet.stop)
        self._again.clicked.connect(fleet.try_again)
        fleet.run_changed.connect(self._restate)
        session.connections.changed.connect(self._restate)
        self._restate()

    def _restate(self) -> None:
        fleet = self._fleet
        reads = fleet.kind is Kind.READING
        total, failed, left = len(fleet.asked), len(fleet.failed), len(fleet.left)
        self.setVisible(bool(total))
        self._bar.setVisible(fleet.runs)
        self._bar.setAccessibleName(
            self.tr("Portals that were read") if reads else self.tr("Portals that were checked")
        )
        self._cancel.setVisible(fleet.runs)
        self._cancel.setText(self.tr("Cance&l reading") if reads else self.tr("Cance&l checking"))
        self._bar.show_progress(fleet.done, total)
        self._again.setVisible(bool(left) and not fleet.runs)
        self._again.setText(self.tr("&Try again what failed ({n})").format(n=left))
        self._text.setText(self._said(fleet.done, total, failed))
        self._text.set_tone(Tone.WARNING if failed and not fleet.runs else Tone.MUTED)

    def _said(self, done: int, total: int, failed: int) -> str:
        reads = self._fleet.kind is Kind.READING
        said = self.tr("{done} of {total} read") if reads else self.tr("{done} of {total} checked")
        said = said.format(done=done - failed, total=total)
        if not self._fleet.runs and done < total:
            said = self.tr("Stopped: {said}").format(said=said)
        if failed:
            said = self.tr("{said}, {failed} failed").format(said=said, failed=failed)
        return said
