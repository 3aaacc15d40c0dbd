"""The model behind the review of many portals: each portal, and inside of it the steps of its plan."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.looks import ACTION_LOOKS, OUTCOME_LOOKS
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import isolated, spoken, tip, whole
from bxdesk.gui.plans.plan_words import details, result, sentence, step_result, summary
from bxdesk.gui.plans.review_notes import cautions
from bxdesk.gui.session.rollout import PortalRollout, Rollout
from bxdesk.placements.plan import Step

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_TOP = 0
"""What an index of a portal carries; that of a step carries the row of its portal, and one more."""


class Column(IntEnum):
    """The columns."""

    CHANGE = 0
    DETAILS = 1
    RESULT = 2


class RolloutModel(QAbstractItemModel):
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
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    @override
    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._rollout.portals)
        is_portal = parent.internalId() == _TOP and parent.column() == Column.CHANGE
        return len(self._lines(parent.row())) if is_portal else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return (self.tr("Change"), self.tr("Details"), self.tr("Result"))[section]

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = Column(index.column())
        if index.internalId() == _TOP:
            text, sign, tone = self._of_portal(self._rollout.portals[index.row()], column)
        else:
            portal = self._rollout.portals[index.internalId() - 1]
            line = self._lines(index.internalId() - 1)[index.row()]
            text, sign, tone = self._of_line(portal, line, column)
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
            name = isolated(portal.connection.name)
            label = portal.connection.label
            return f"{label} – {name}" if label else name, "portals", Tone.PLAIN
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
