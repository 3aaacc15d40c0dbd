"""Entries of the history in a few words each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from bxdesk.gui.plans.plan_words import summary
from bxdesk.placements.history import HistoryEntry, Purpose, Settlement
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.plan import Plan


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)


def when(entry: HistoryEntry) -> str:
    """The moment, as this computer writes moments."""
    moment = QDateTime.fromSecsSinceEpoch(int(entry.time.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def what(entry: HistoryEntry) -> str:
    """What was to be done."""
    steps = summary(Plan(tuple(outcome.step for outcome in entry.steps)))
    return _tr("Undo: {steps}").format(steps=steps) if entry.purpose is Purpose.UNDO else steps


def came_of_it(entry: HistoryEntry) -> str:
    """What came of it."""
    if not entry.ended:
        return _tr("cut off, or still under way")
    settled = {
        Settlement.FINISH: _tr("cut off, finished later"),
        Settlement.PUT_BACK: _tr("cut off, put back"),
        Settlement.LEAVE: _tr("cut off, left as it stood"),
    }
    if entry.settled is not None:
        return settled[entry.settled]
    if entry.taken_back:
        return _tr("taken back")
    if entry.count(OutcomeState.DONE) == len(entry.steps):
        return _tr("done")
    forms = (
        (OutcomeState.DONE, _tr("{n} done")),
        (OutcomeState.FAILED, _tr("{n} failed")),
        (OutcomeState.PUT_BACK, _tr("{n} put back")),
        (OutcomeState.SKIPPED, _tr("{n} not carried out")),
    )
    return ", ".join(text.format(n=entry.count(state)) for state, text in forms if entry.count(state))
