"""The model behind the review of many portals: each portal, and inside of it the steps of its plan."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject

from bxdesk.gui.parts.looks import ACTION_LOOKS, OUTCOME_LOOKS
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.two_level_model import Cell, CellModel
from bxdesk.gui.parts.wording import isolated, spoken, whole
from bxdesk.gui.plans.plan_words import details, result, sentence, step_result, summary
from bxdesk.gui.session.rollout import Rollout
from bxdesk.placements.moving import differing_parts
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.plan import Action, Step


class Column(IntEnum):
    """What each column shows of a change to many portals."""

    CHANGE = 0
    DETAILS = 1
    RESULT = 2


class RolloutModel(CellModel):
    """Two levels. Inside of a portal stands first what speaks against its plan."""

    def __init__(self, rollout: Rollout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rollout = rollout
        rollout.changed.connect(self.tell)

    def show(self) -> None:
        """Shows the portals and their plans anew."""
        self.beginResetModel()
        self.endResetModel()

    def has_steps(self, outer: int) -> bool:
        """Whether anything is to be changed on a portal."""
        return self._rollout.portals[outer].has_steps

    def spanning(self, outer: int) -> range:
        """The rows inside of a portal that are one sentence."""
        return range(len(self._rollout.portals[outer].cautions))

    @override
    def headings(self) -> tuple[str, ...]:
        return self.tr("Change"), self.tr("Details"), self.tr("Result")

    @override
    def outer_total(self) -> int:
        return len(self._rollout.portals)

    @override
    def inner_total(self, outer: int) -> int:
        portal = self._rollout.portals[outer]
        return len(portal.cautions) + (len(portal.plan.steps) if portal.plan is not None else 0)

    @override
    def outer_cell(self, outer: int, column: int) -> Cell:
        portal = self._rollout.portals[outer]
        if column == Column.CHANGE:
            return Cell(portal.title, "portals")
        if column == Column.DETAILS:
            return Cell(summary(portal.plan) if portal.plan is not None else "", tone=Tone.MUTED)
        if portal.doing is not None:
            return Cell(spoken(portal.doing), "refresh", Tone.MUTED)
        if portal.problem is not None and portal.was_stopped:
            return Cell(spoken(portal.problem.title), *OUTCOME_LOOKS[OutcomeState.SKIPPED])
        if portal.problem is not None:
            return Cell(whole(portal.problem), "error", Tone.BAD)
        outcome = portal.outcome
        if outcome is None:
            return Cell()
        said = " ".join((result(outcome), *([whole(outcome.problem)] if outcome.problem is not None else [])))
        looks = OUTCOME_LOOKS[OutcomeState.DONE if outcome.is_complete else OutcomeState.FAILED]
        return Cell(said, *(("warning", Tone.WARNING) if portal.was_stopped else looks))

    @override
    def inner_cell(self, outer: int, inner: int, column: int) -> Cell:
        portal = self._rollout.portals[outer]
        if inner < len(portal.cautions):
            is_first = column == Column.CHANGE
            return Cell(whole(portal.cautions[inner]), "warning", Tone.WARNING) if is_first else Cell()
        if portal.plan is None:
            return Cell()
        line = portal.plan.steps[inner - len(portal.cautions)]
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
            return spoken(self._rollout.goal.why_removed), isolated(step.key.handler)
        if step.action is Action.MOVE and step.before is not None:
            before, after = differing_parts(step.before.handler, step.key.handler)
            return [f"{isolated(before)} → {isolated(after)}"]
        return details(step)
