"""How the placements of a group stand, all together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt

from bxdesk.placements.draft import DraftView, Standing


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """Numbers of placements: all of them, those bound with this handler, those that can be ticked, those ticked."""

    all: int
    bound: int
    tickable: int
    ticked: int

    @property
    def check(self) -> Qt.CheckState:
        """The group's own checkbox."""
        if not self.ticked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if self.ticked == self.tickable else Qt.CheckState.PartiallyChecked

    @property
    def text(self) -> str:
        """The group's state in words."""
        text = QCoreApplication.translate("PlacementTree", "{bound} of {all} bound")
        return text.format(bound=self.bound, all=self.all) if self.all else ""


def summarise(view: DraftView | None, codes: Iterable[str]) -> GroupSummary:
    """Looks at these placements in a draft."""
    states = [view.state(code) for code in codes] if view is not None else []
    able = [state for state in states if state.can_be_ticked]
    return GroupSummary(
        all=len(states),
        bound=sum(state.standing in (Standing.BOUND, Standing.OTHER_TEXT) for state in states),
        tickable=len(able),
        ticked=sum(state.ticked for state in able),
    )
