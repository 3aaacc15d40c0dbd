"""The model behind the review of many portals: each portal, and inside of it the steps of its plan."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.looks import ACTION_LOOKS, OUTCOME_LOOKS
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.two_level_model import Index, TwoLevelModel
from bxdesk.gui.parts.wording import isolated, spoken, tip, whole
from bxdesk.gui.plans.plan_words import details, result, sentence, step_result, summary
from bxdesk.gui.plans.review_notes import cautions
from bxdesk.gui.session.rollout import PortalRollout, Rollout
from bxdesk.placements.plan import Step

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns."""

    CHANGE = 0
    DETAILS = 1
    RESULT = 2


class RolloutModel(TwoLevelModel):
    """Two levels. Inside of a portal stands first what speaks against its plan."""

    def __init__(self, rollout: Rollout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rollout = rollout
        self._inside: dict[int, list[Step | str]] = {}
        rollout.changed.connect(self._tell)

    def show(self) -> None:
        """Shows the portals and their plans anew."""
        self.beginResetModel()
        self._inside = {}
        self.endResetModel()

    @override
    def headings(self) -> tuple[str, ...]:
        return self.tr("Change"), self.tr("Details"), self.tr("Result")

    @override
    def outer_total(self) -> int:
        return len(self._rollout.portals)

    @override
    def inner_total(self, outer: int) -> int:
        return len(self._lines(outer))

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = Column(index.column())
        outer, inner = self.place(index)
        portal = self._rollout.portals[outer]
        if inner is None:
            text, sign, tone = self._of_portal(portal, column)
        else:
            text, sign, tone = self._of_line(portal, self._lines(outer)[inner], column)
        if role == _Role.DisplayRole:
            return text
        if role == _Role.ToolTipRole:
            return tip(text)
        if role == _Role.DecorationRole:
            return icon(sign, tone) if sign else None
        return colour(tone) if role == _Role.ForegroundRole and tone is not Tone.PLAIN and column > 0 else None

    def _lines(self, row: int) -> list[Step | str]:
        """What stands inside of a portal."""
        if row not in self._inside:
            portal = self._rollout.portals[row]
            if portal.plan is None or portal.snapshot is None:
                return []
            self._inside[row] = [*cautions(portal.plan, portal.snapshot), *portal.plan.steps]
        return self._inside[row]

    def _of_portal(self, portal: PortalRollout, column: Column) -> tuple[str, str, Tone]:
        if column is Column.CHANGE:
            return isolated(portal.connection.full_title), "portals", Tone.PLAIN
        if column is Column.DETAILS:
            return (summary(portal.plan) if portal.plan is not None else ""), "", Tone.MUTED
        if portal.doing is not None:
            return spoken(portal.doing), "refresh", Tone.MUTED
        if portal.problem is not None:
            return whole(portal.problem), "error", Tone.BAD
        outcome = portal.outcome
        if outcome is None:
            return "", "", Tone.PLAIN
        said = " ".join((result(outcome), *([whole(outcome.problem)] if outcome.problem is not None else [])))
        return said, *(("bound", Tone.GOOD) if outcome.is_complete else ("error", Tone.BAD))

    def _of_line(self, portal: PortalRollout, line: Step | str, column: Column) -> tuple[str, str, Tone]:
        if isinstance(line, str):
            return (line, "warning", Tone.WARNING) if column is Column.CHANGE else ("", "", Tone.PLAIN)
        if column is Column.CHANGE:
            titles = portal.snapshot.type_titles if portal.snapshot is not None else {}
            return sentence(line, titles), *ACTION_LOOKS[line.action]
        if column is Column.DETAILS:
            return " · ".join(details(line)), "", Tone.MUTED
        steps = portal.outcome.steps if portal.outcome is not None else ()
        outcome = next((one for one in steps if one.step.key == line.key and one.step.action is line.action), None)
        return ("", "", Tone.PLAIN) if outcome is None else (step_result(outcome), *OUTCOME_LOOKS[outcome.state])

    def _tell(self, row: int) -> None:
        """What came of a portal; that it has another plan is told by :meth:`show`."""
        first = self.index(row, 0)
        self.dataChanged.emit(first, self.index(row, len(Column) - 1))
        if (inside := len(self._inside.get(row, ()))) > 0:
            self.dataChanged.emit(self.index(0, 0, first), self.index(inside - 1, len(Column) - 1, first))
