"""The plan as a table: a line for each step, what it changes, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QWidget

from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.looks import ACTION_LOOKS, OUTCOME_LOOKS
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.table_model import Index, TableModel
from bxdesk.gui.parts.tables import WholeTable
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import isolated, tip
from bxdesk.gui.plans.plan_words import details, sentence, step_result
from bxdesk.placements.outcome import StepOutcome
from bxdesk.placements.plan import Action, Plan, Step
from bxdesk.placements.snapshot import Snapshot

_Role = Qt.ItemDataRole
_SPELLED_OUT = 2
"""So many lines of details are no longer than to say that they are those of the row above."""


class Column(IntEnum):
    """What each column shows of a step."""

    CHANGE = 0
    DETAILS = 1
    RESULT = 2


def _grouped(steps: Sequence[Step]) -> list[int | str]:
    """The numbers of the steps by widget, each widget's after its address; without headings if there is one widget."""
    groups: dict[str, list[int]] = {}
    for number, step in enumerate(steps):
        groups.setdefault(step.key.handler, []).append(number)
    if len(groups) < 2:
        return [*range(len(steps))]
    rows: list[int | str] = []
    for address, numbers in groups.items():
        rows += [address, *numbers]
    return rows


class PlanModel(TableModel):
    """The steps of one plan, widget by widget, and their outcomes once there are any."""

    def __init__(self, plan: Plan, snapshot: Snapshot | None, parent: QObject | None = None) -> None:
        """Without a snapshot custom types go by their numbers."""
        super().__init__(parent)
        self._steps = plan.steps
        titles = snapshot.type_titles if snapshot is not None else {}
        self._sentences = [sentence(step, titles) for step in plan.steps]
        self._rows = _grouped(plan.steps)
        is_grouped = len(self._rows) > len(plan.steps)
        # The heading says the address already.
        self._details = [
            [line for line in details(step) if not is_grouped or line != step.key.handler] for step in plan.steps
        ]
        self._outcomes: dict[int, StepOutcome] = {}

    @property
    def has_details(self) -> bool:
        """Whether any step has more to say than its sentence."""
        return any(self._details)

    def show_outcomes(self, outcomes: Sequence[StepOutcome]) -> None:
        """Shows what came of the steps, in the plan's order."""
        self._outcomes = dict(enumerate(outcomes))
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, Column.RESULT))

    @override
    def headings(self) -> tuple[str, ...]:
        return (self.tr("Change"), self.tr("Details"), self.tr("Result"))

    @override
    def row_total(self) -> int:
        return len(self._rows)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return self._heading(row, index.column(), role)
        if index.column() == Column.CHANGE:
            if role == _Role.DecorationRole:
                return icon(*ACTION_LOOKS[self._steps[row].action])
            return self._text(self._sentences[row], role)
        if index.column() == Column.DETAILS:
            if role == _Role.ForegroundRole:
                return colour(Tone.MUTED)
            whole = role != _Role.DisplayRole
            return self._text("\n".join(self._details[row] if whole else self._in_short(row)), role)
        return self.result(row, role)

    def _heading(self, address: str, column: int, role: int) -> object:
        """A row that names the widget whose steps follow."""
        if column != Column.CHANGE:
            return None
        if role == _Role.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return self._text(isolated(address), role)

    def _in_short(self, row: int) -> list[str]:
        """The details of a step; a new widget that says what the one above says is not spelled out again."""
        lines = self._details[row]
        binds = self._steps[row].action is Action.BIND and len(lines) > _SPELLED_OUT
        again = binds and row > 0 and lines == self._details[row - 1]
        return [*lines[:1], self.tr("The same texts and options as in the row above")] if again else lines

    def _text(self, text: str, role: int) -> object:
        if role == _Role.DisplayRole:
            return text
        return tip(text) if role == _Role.ToolTipRole else None

    def result(self, row: int, role: int) -> object:
        """What the last column shows of a step, by its number."""
        outcome = self._outcomes.get(row)
        if outcome is None:
            return None
        name, tone = OUTCOME_LOOKS[outcome.state]
        if role == _Role.DecorationRole:
            return icon(name, tone)
        if role == _Role.ForegroundRole:
            return colour(tone)
        return self._text(step_result(outcome), role)


class PlanTable(WholeTable):
    """All columns share the room there is."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_steps(self, model: PlanModel, *, results: bool) -> None:
        """Shows another plan; ``results`` when there is something to say of what came of it."""
        self.setModel(model)
        self.setColumnHidden(Column.DETAILS, not model.has_details)
        self.show_results(results)

    def show_results(self, shown: bool) -> None:
        """Shows or hides what came of the steps."""
        self.setColumnHidden(Column.RESULT, not shown)
        self.fit_soon()
