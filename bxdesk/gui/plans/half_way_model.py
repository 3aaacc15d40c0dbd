"""The model behind an apply that was cut off: where the portal stands with each step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import tip
from bxdesk.gui.plans.plan_model import PlanModel
from bxdesk.placements.history import Unfinished
from bxdesk.placements.plan import Plan
from bxdesk.placements.step_state import StepState

_Role = Qt.ItemDataRole
_LOOKS = {
    StepState.NOT_DONE: ("skipped", Tone.MUTED),
    StepState.DONE: ("bound", Tone.GOOD),
    StepState.HALF_WAY: ("warning", Tone.WARNING),
    StepState.CHANGED: ("info", Tone.MUTED),
}


class HalfWayModel(PlanModel):
    """The steps of the plan, with where the portal stands in place of what came of them."""

    def __init__(self, unfinished: Unfinished, parent: QObject | None = None) -> None:
        super().__init__(Plan(tuple(half.step for half in unfinished.steps)), unfinished.snapshot, parent)
        self._standings = [half.state for half in unfinished.steps]

    def headings(self) -> tuple[str, ...]:
        """Another one above the last column."""
        return (*super().headings()[:-1], self.tr("What stands there now"))

    def result(self, row: int, role: int) -> object:
        """Where the portal stands with the step in a row."""
        standing = self._standings[row]
        name, tone = _LOOKS[standing]
        if role == _Role.DecorationRole:
            return icon(name, tone)
        if role == _Role.ForegroundRole:
            return colour(tone)
        said = {
            StepState.NOT_DONE: self.tr("not done: what stood there before"),
            StepState.DONE: self.tr("done"),
            StepState.HALF_WAY: self.tr("half done"),
            StepState.CHANGED: self.tr("changed by somebody else; it is left alone"),
        }[standing]
        return said if role == _Role.DisplayRole else tip(said) if role == _Role.ToolTipRole else None
