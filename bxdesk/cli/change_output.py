"""What commands print for people about changes: planned, carried out, cut off, taken back, or made by others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from bxdesk.cli.terminal import Coloured
from bxdesk.cli.text_output import binding_line, problem_lines, time_text
from bxdesk.placements.bindings import Change
from bxdesk.placements.drift import Drift, DriftKind
from bxdesk.placements.history import HistoryEntry, Undo, Unfinished
from bxdesk.placements.outcome import Outcome, OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Plan, Step
from bxdesk.placements.plan_words import what_came_of_it, what_it_was_about
from bxdesk.placements.step_state import StepState

_STANDINGS = {
    StepState.NOT_DONE: "not done",
    StepState.DONE: "done",
    StepState.HALF_WAY: "half-way",
    StepState.CHANGED: "changed meanwhile",
}

_STATES = {
    OutcomeState.DONE: "done",
    OutcomeState.FAILED: "failed",
    OutcomeState.SKIPPED: "skipped",
    OutcomeState.PUT_BACK: "put back",
    OutcomeState.UNKNOWN: "not known",
}
_SINCE_APPLY = {kind: kind.value for kind in DriftKind}
_AGAINST_LAYOUT = {
    DriftKind.APPEARED: "not in the layout",
    DriftKind.VANISHED: "missing",
    DriftKind.CHANGED: "differs",
}
"""What a layout names may never have stood on the portal."""
_SIGNS = {
    Action.BIND: "+ bind   ",
    Action.UNBIND: "- unbind ",
    Action.REPLACE: "~ replace",
    Action.MOVE: "> move   ",
}
_COLOURS = {
    Action.BIND: "green",
    Action.UNBIND: "red",
    Action.REPLACE: "yellow",
    Action.MOVE: "cyan",
    OutcomeState.DONE: "green",
    OutcomeState.FAILED: "red",
    OutcomeState.PUT_BACK: "yellow",
    OutcomeState.UNKNOWN: "yellow",
    DriftKind.APPEARED: "green",
    DriftKind.VANISHED: "red",
    DriftKind.CHANGED: "yellow",
}
"""Of the word that a line begins with; the words say the same without them."""


def plan_lines(portal: str, plan: Plan) -> Iterator[str]:
    """What ``plan`` prints for one portal."""
    yield portal
    if not plan.steps:
        yield "  Nothing to change."
    for step in plan.steps:
        yield Coloured(_COLOURS[step.action], f"  {_SIGNS[step.action]}", f" {_step_words(step)}")
        # The line above says what becomes of the handler.
        yield from _change_lines(change for change in step.changes if change.name != "handler")
    yield from unmanaged_lines(plan)


def _change_lines(changes: Iterable[Change]) -> Iterator[str]:
    return (f"      {change.name}: {change.before or '–'} → {change.after or '–'}" for change in changes)


def drift_lines(portal: str, drift: Drift, *, against_layout: bool = False) -> Iterator[str]:
    """What ``drift`` prints for one portal."""
    yield portal if drift.since is None else f"{portal}: since {time_text(drift.since)}"
    if not drift.changes:
        yield "  Nothing differs." if drift.since or against_layout else "  bxdesk has applied nothing here yet."
    words = _AGAINST_LAYOUT if against_layout else _SINCE_APPLY
    width = max(map(len, words.values())) + 2
    for one in drift.changes:
        yield Coloured(_COLOURS[one.kind], f"  {words[one.kind]:<{width}}", binding_line(one.binding))
        yield from _change_lines(one.changes)


def unmanaged_lines(plan: Plan) -> Iterator[str]:
    """The rows that a plan leaves alone, with what a person should know of them."""
    if plan.unmanaged:
        yield f"  Left alone ({len(plan.unmanaged)}), because the layout does not name them:"
    for binding in plan.unmanaged:
        yield f"    {binding_line(binding)}"
        if binding.key in plan.notes:
            yield from (f"      {line}" for line in problem_lines(plan.notes[binding.key]))


def step_line(step: Step) -> str:
    """One step in one line."""
    return f"{_SIGNS[step.action]} {_step_words(step)}"


def _step_words(step: Step) -> str:
    if step.action is Action.MOVE and step.before is not None:
        return f"{binding_line(step.before)} → {step.key.handler}"
    return binding_line(step.binding)


def outcome_lines(portal: str, outcome: Outcome) -> Iterator[str]:
    """What ``apply`` prints for one portal."""
    yield portal
    if not outcome.steps:
        yield "  Nothing to change."
    yield from _step_lines(outcome.steps)
    if outcome.problem is not None:
        yield from (f"  {line}" for line in problem_lines(outcome.problem))
    if outcome.steps and outcome.verified:
        yield f"  Read back from the portal: {outcome.count(OutcomeState.DONE)} of {len(outcome.steps)} done."


def unfinished_lines(portal: str, unfinished: Unfinished) -> Iterator[str]:
    """What an apply that was cut off has left."""
    entry = unfinished.entry
    yield f"{portal}: a change by {entry.user_name} ({time_text(entry.time)}) was cut off."
    for step in unfinished.steps:
        yield f"  {_STANDINGS[step.state]:<18}{step_line(step.step)}"


def undo_lines(portal: str, undo: Undo) -> Iterator[str]:
    """The plan that takes back an apply."""
    yield f"{portal}: taking back what {undo.entry.user_name} applied ({time_text(undo.entry.time)})"
    yield from list(plan_lines(portal, undo.plan))[1:]
    for conflict in undo.left_alone:
        yield f"  left alone        {step_line(conflict.step)}"
        yield from (f"      {line}" for line in problem_lines(conflict.problem))


def taken_back_lines(portal: str, entry: HistoryEntry) -> Iterator[str]:
    """What an undo has taken back that was cut off after its work was done."""
    applied = f"what {entry.user_name} applied ({time_text(entry.time)})"
    yield f"{portal}: the undo that was cut off has taken back {applied}. Nothing else is taken back."


def history_lines(entries: Iterable[HistoryEntry]) -> Iterator[str]:
    """What ``history`` prints: an entry in one line, then what was not done of it."""
    for entry in entries:
        said = f"{what_it_was_about(entry)} – {what_came_of_it(entry)}"
        yield f"{time_text(entry.time)}  {entry.user_name}  {said}"
        if entry.ended:
            yield from _step_lines([done for done in entry.steps if done.state is not OutcomeState.DONE])


def _step_lines(steps: Sequence[StepOutcome]) -> Iterator[str]:
    """Each step with what came of it; a problem that several have one after the other is said once, after the last."""
    for done, following in zip_longest(steps, steps[1:]):
        yield Coloured(_COLOURS.get(done.state), f"  {_STATES[done.state]:<10}", step_line(done.step))
        if done.problem is not None and (following is None or str(following.problem) != str(done.problem)):
            yield from (f"            {line}" for line in problem_lines(done.problem))
