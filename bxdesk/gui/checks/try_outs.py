"""Handlers that are being tried out: each has a page in the browser, which is there until it is closed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from bxdesk.checks.check import Check
from bxdesk.checks.try_out import Choice
from bxdesk.errors import Problem
from bxdesk.gui.parts.remedies import advice
from bxdesk.gui.session.session import Session


class TryOuts(QObject):
    """Any number of them, as long as the window is open."""

    page_asked = Signal(str)
    """The address of a page that is ready, to be opened in the browser."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def begin(self, code: str, handler: str, language: str) -> None:
        """Tries a handler out at the placement with this code, for somebody who reads this language."""
        connection = self._session.portal.connection
        if connection is None:
            return
        task = self._session.task()
        task.progressed.connect(self._hear)
        task.failed.connect(self._failed)
        choice = Choice(code, handler, language)
        task.start(
            self._session.desk.checks.try_out,
            connection,
            choice,
            lambda shown: task.report(shown.address),
            _worded,
            task.listener(),
        )

    def _hear(self, told: object) -> None:
        if isinstance(told, str):
            self.page_asked.emit(told)

    def _failed(self, problem: Problem) -> None:
        self._session.told.emit(problem)


def _worded(check: Check) -> Check:
    return replace(check, remedy=advice(check.remedy))
