"""The button that puts a report about a fault on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.help.reporter import Reporter
from bxdesk.gui.parts.wording import full_text


class ReportButton(QPushButton):
    """Works once at a time."""

    told = Signal(str)
    """What came of pressing it."""

    def __init__(self, reporter: Reporter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("&Copy diagnostics"))
        self.setObjectName("copyDiagnosticsButton")
        self.setAccessibleName(self.tr("Copy diagnostics"))
        self.setToolTip(self.tr("Versions, state and the end of the log, for a report about a fault. Nothing secret."))
        self.setAutoDefault(False)
        self._reporter = reporter
        self.clicked.connect(self._ask)
        reporter.reported.connect(self._take)
        reporter.failed.connect(self._give_up)

    def _ask(self) -> None:
        self.setEnabled(False)
        self.told.emit(self.tr("Collecting…"))
        self._reporter.report()

    def _take(self, text: str) -> None:
        if not self.isEnabled():
            QGuiApplication.clipboard().setText(text)
            self._free(self.tr("Copied: paste it into your report. Nothing secret is in it."))

    def _give_up(self, problem: Problem) -> None:
        if not self.isEnabled():
            self._free(full_text(problem))

    def _free(self, said: str) -> None:
        self.setEnabled(True)
        self.told.emit(said)
