"""How the placements of a group stand, all together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from bxdesk.placements.widget_view import Tally


def check_of(tally: Tally) -> Qt.CheckState:
    """The group's own checkbox."""
    if not tally.ticked:
        return Qt.CheckState.Unchecked
    return Qt.CheckState.Checked if tally.ticked == tally.tickable else Qt.CheckState.PartiallyChecked


def text_of(tally: Tally) -> str:
    """The group's state in words: how many are bound of those that can be."""
    if tally.bound is None:
        return QCoreApplication.translate("PlacementTree", "not known")
    if not tally.all:
        return ""
    if not tally.tickable:
        return QCoreApplication.translate("PlacementTree", "none can be bound")
    text = QCoreApplication.translate("PlacementTree", "{bound} of {all} bound")
    return text.format(bound=tally.bound, all=tally.tickable)
