"""The model behind the review of many portals: each portal, and inside of it the steps of its plan."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum

from PySide6.QtCore import QObject

from bxdesk.errors import Problem
from bxdesk.gui.parts.looks import ACTION_LOOKS, OUTCOME_LOOKS
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.two_level_model import Cell, CellModel
from bxdesk.gui.parts.wording import full_text, isolated, remedy_text, translated
from bxdesk.gui.plans.plan_words import details, result, sentence, step_result, summary
from bxdesk.gui.session.rollout import PortalRollout, Rollout
from bxdesk.placements.moving import differing_parts
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.plan import Action, Step


class Column(IntEnum):
    """What each column shows of a change to many portals."""

    CHANGE = 0
    DETAILS = 1
    RESULT = 2


class RolloutModel(CellModel):
    """Two levels. Inside of a portal stand what it came to, what speaks against its plan, and the steps.

    Plans are shown all at once, with :meth:`show`.
    """

    def __init__(self, rollout: Rollout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rollout = rollout
        self._inside: list[tuple[Problem | Step, ...]] = []
        """What is shown inside of each portal."""
        rollout.changed.connect(self.tell)

    def show(self) -> None:
        """Shows the portals and their plans anew."""
        self.beginResetModel()
        self._inside = [
            (*_problem(one), *one.cautions, *(one.plan.steps if one.plan is not None else ()))
            for one in self._rollout.portals
        ]
        self.endResetModel()

    @override
    def tell(self, outers: Collection[int]) -> None:
        for row in outers:
            problem = _problem(self._rollout.portals[row])
            if problem != self._inside[row][: len(problem)]:
                self.beginInsertRows(self.index(row, 0), 0, 0)
                self._inside[row] = (*problem, *self._inside[row])
                self.endInsertRows()
        super().tell(outers)

    def spanning(self, outer: int) -> range:
        """The rows inside of a portal that are one sentence."""
        return range(sum(isinstance(one, Problem) for one in self._inside[outer]))

    @override
    def headings(self) -> tuple[str, ...]:
        return self.tr("Change"), self.tr("Details"), self.tr("Result")

    @override
    def outer_total(self) -> int:
        return len(self._inside)

    @override
    def inner_total(self, outer: int) -> int:
        return len(self._inside[outer])

    @override
    def outer_cell(self, outer: int, column: int) -> Cell:
        portal = self._rollout.portals[outer]
        if column == Column.CHANGE:
            return Cell(portal.title, "portals")
        if column == Column.DETAILS:
            return Cell(summary(portal.plan) if portal.plan is not None else "", tone=Tone.MUTED)
        if portal.doing is not None:
            return Cell(translated(portal.doing), "refresh", Tone.MUTED)
        if portal.problem is not None and portal.was_stopped:
            return Cell(translated(portal.problem.title), *OUTCOME_LOOKS[OutcomeState.SKIPPED])
        if portal.problem is not None:
            return Cell(translated(portal.problem.title), "error", Tone.BAD, remedy_text(portal.problem))
        outcome = portal.outcome
        if outcome is None:
            return Cell()
        said = " ".join((result(outcome), *([full_text(outcome.problem)] if outcome.problem is not None else [])))
        looks = OUTCOME_LOOKS[OutcomeState.DONE if outcome.is_complete else OutcomeState.FAILED]
        return Cell(said, *(("warning", Tone.WARNING) if portal.was_stopped else looks))

    @override
    def inner_cell(self, outer: int, inner: int, column: int) -> Cell:
        portal, line = self._rollout.portals[outer], self._inside[outer][inner]
        if isinstance(line, Problem):
            looks = ("warning", Tone.WARNING) if line in portal.cautions else ("error", Tone.BAD)
            return Cell(full_text(line), *looks) if column == Column.CHANGE else Cell()
        if column == Column.CHANGE:
            titles = portal.snapshot.type_titles if portal.snapshot is not None else {}
            return Cell(sentence(line, titles), *ACTION_LOOKS[line.action])
        if column == Column.DETAILS:
            return Cell(" · ".join(self._details(line)), tone=Tone.MUTED)
        steps = portal.outcome.steps if portal.outcome is not None else ()
        outcome = next((one for one in steps if one.step.key == line.key and one.step.action is line.action), None)
        return Cell() if outcome is None else Cell(step_result(outcome), *OUTCOME_LOOKS[outcome.state])

    def _details(self, step: Step) -> Sequence[str]:
        """What a step changes: of a move what differs in the addresses, and why a widget goes."""
        if step.action is Action.UNBIND:
            return translated(self._rollout.goal.why_removed), isolated(step.key.handler)
        if step.action is Action.MOVE and step.before is not None:
            before, after = differing_parts(step.before.handler, step.key.handler)
            return [f"{isolated(before)} → {isolated(after)}"]
        return details(step)


def _problem(portal: PortalRollout) -> tuple[Problem, ...]:
    """What kept a portal from being changed, other than the person."""
    return () if portal.problem is None or portal.was_stopped else (portal.problem,)
