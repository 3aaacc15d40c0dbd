"""When something was applied, as this computer writes moments."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale

from bxdesk.placements.history import HistoryEntry


def when(entry: HistoryEntry) -> str:
    """The moment of an entry."""
    moment = QDateTime.fromSecsSinceEpoch(int(entry.time.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
