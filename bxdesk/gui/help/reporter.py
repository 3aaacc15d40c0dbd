"""What bxdesk is made of here, and the report about a fault: found out in the background, once somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from bxdesk.errors import BxdeskError
from bxdesk.gui.parts.language import chosen_language
from bxdesk.gui.parts.theme import is_dark
from bxdesk.gui.self_check import qt_version
from bxdesk.gui.session.session import Session
from bxdesk.gui.settings.choices import Choices
from bxdesk.storage.folders import Folders
from bxdesk.support.self_check import Fact

if TYPE_CHECKING:
    from bxdesk.desk import Desk
    from bxdesk.placements.history import HistoryEntry
    from bxdesk.placements.snapshot import Snapshot
    from bxdesk.support.diagnostics import Situation

_PATIENCE = 5.0
"""Seconds that a keyring has to say what it is."""


class Reporter(QObject):
    """Asks program, keyring, journal and log; tells what it found by a signal."""

    found = Signal(object)
    """Facts about the program, a tuple of Fact."""
    reported = Signal(object)
    """The text of a report."""
    failed = Signal(object)
    """The Problem that there is none."""

    def __init__(
        self,
        session: Session,
        choices: Choices,
        folders: Folders | None,
        snapshot: Callable[[], Snapshot | None],
        parent: QObject | None = None,
    ) -> None:
        """``folders`` are where things are kept, None where nothing is; ``snapshot`` gives what is shown now."""
        super().__init__(parent)
        self._session = session
        self._choices = choices
        self._snapshot = snapshot
        self.folders = folders

    def look(self) -> None:
        """Finds out what bxdesk is made of here; :attr:`found` or :attr:`failed` says what came of it."""
        task = self._session.task()
        task.succeeded.connect(self.found)
        task.failed.connect(self.failed)
        task.start(_look)

    def report(self) -> None:
        """Makes a report of this moment."""
        from bxdesk.support.diagnostics import Failure, Situation

        session = self._session
        situation = Situation(
            facts=self._screen(),
            settings=self._choices.settings,
            connections=len(session.connections.all),
            connection=session.portal.connection,
            snapshot=self._snapshot(),
            failures=tuple(Failure(*failure) for failure in session.tasks.failures),
        )
        task = session.task()
        task.succeeded.connect(self.reported)
        task.failed.connect(self.failed)
        task.start(_report, self._desk, situation, self.folders)

    @property
    def _desk(self) -> Desk | None:
        return self._session.desk if self._session.is_open else None

    def _screen(self) -> tuple[Fact, ...]:
        screen = QGuiApplication.primaryScreen()
        size = screen.geometry()
        shown = f"{QGuiApplication.platformName()}, {size.width()} x {size.height()}"
        return (
            qt_version(),
            Fact("screen", f"{shown}, scale {screen.devicePixelRatio():g}, {screen.logicalDotsPerInch():.0f} dpi"),
            Fact("colours", "dark" if is_dark() else "light"),
            Fact("language", chosen_language(self._choices.settings.language)),
        )


async def _look() -> tuple[Fact, ...]:
    from anyio.to_thread import run_sync

    from bxdesk.support.self_check import parts, program

    return await run_sync(lambda: (*program(), *parts()))


async def _keyring(desk: Desk | None) -> Fact:
    import anyio

    if desk is not None:
        try:
            with anyio.move_on_after(_PATIENCE):  # it may be asking for a password, which nobody expects here
                return Fact("keyring", await desk.accounts.keyring())
        except BxdeskError as error:
            return Fact("keyring", str(error.problem), ok=False)
    return Fact("keyring", "did not answer", ok=False)


async def _report(desk: Desk | None, situation: Situation, folders: Folders | None) -> str:
    from anyio.to_thread import run_sync

    from bxdesk.support.diagnostics import diagnostics, last_lines

    past: tuple[HistoryEntry, ...] = ()
    if desk is not None:
        with suppress(BxdeskError):  # a report without a history is better than none
            past = (await desk.history()).entries
    log = await run_sync(last_lines, folders.log if folders is not None else None)
    facts = (*await _look(), await _keyring(desk), *situation.facts)
    return diagnostics(replace(situation, facts=facts), past, log, datetime.now(UTC))
