"""Plans and their outcomes in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from bxdesk.gui.parts.wording import counted, full_text, translated
from bxdesk.placements.catalogue import placement_title
from bxdesk.placements.change_words import binding_words, change_words
from bxdesk.placements.outcome import Outcome, OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Plan, Step
from bxdesk.placements.plan_words import summary as planned
from bxdesk.placements.plan_words import summary_of_done


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plan", text)


def summary(plan: Plan) -> str:
    """The plan in one line: “2 to bind, 1 to replace, 1 to unbind”."""
    return translated(planned(plan.steps))


def sentence(step: Step, type_titles: Mapping[int, str]) -> str:
    """What a step does, and where."""
    place = translated(placement_title(step.key.placement, type_titles))
    forms = {
        Action.BIND: _tr("Bind “{title}” to {place}"),
        Action.UNBIND: _tr("Unbind “{title}” from {place}"),
        Action.REPLACE: _tr("Replace the texts at {place}"),
        Action.MOVE: _tr("Give “{title}” at {place} another page address"),
    }
    return forms[step.action].format(title=step.binding.title, place=place)


def details(step: Step) -> list[str]:
    """What the step changes, before and after; for a new binding, its handler and all that it says beyond its title."""
    if step.action in (Action.REPLACE, Action.MOVE):
        return [translated(change_words(change)) for change in step.changes]
    says = map(translated, binding_words(step.binding)) if step.action is Action.BIND else ()
    return [step.key.handler, *says]


def outcome_summary(outcome: Outcome) -> str:
    """The plan in one line once it was carried out: “2 bound, 1 replaced, 1 failed”."""
    done = translated(summary_of_done(step.step for step in outcome.steps if step.state is OutcomeState.DONE))
    return ", ".join(part for part in (done, *_not_done(outcome)) if part)


def result(outcome: Outcome) -> str:
    """What came of the whole plan, in one sentence."""
    done = outcome.count(OutcomeState.DONE)
    if done == len(outcome.steps):
        return _all_done(done, verified=outcome.verified)
    some = [counted(done, _tr("{n} change is done"), _tr("{n} changes are done"))] if done else []
    return ", ".join([*some, *_not_done(outcome)]) + "."


def step_result(outcome: StepOutcome) -> str:
    """What came of one step, with the reason where it was not done."""
    if outcome.state is OutcomeState.DONE:
        return _tr("Done")
    if outcome.state is OutcomeState.SKIPPED:
        return _tr("Not carried out")
    if outcome.problem is None:
        return _tr("Failed")
    if outcome.state in (OutcomeState.UNKNOWN, OutcomeState.PUT_BACK):
        return full_text(outcome.problem)
    return _tr("Failed: {why}").format(why=full_text(outcome.problem))


def _not_done(outcome: Outcome) -> list[str]:
    failed, skipped = outcome.count(OutcomeState.FAILED), outcome.count(OutcomeState.SKIPPED)
    unknown, put_back = outcome.count(OutcomeState.UNKNOWN), outcome.count(OutcomeState.PUT_BACK)
    parts = []
    if failed:
        parts.append(counted(failed, _tr("{n} failed"), _tr("{n} failed")))
    if unknown:
        parts.append(counted(unknown, _tr("{n} is not known"), _tr("{n} are not known")))
    if put_back:
        parts.append(counted(put_back, _tr("{n} was put back"), _tr("{n} were put back")))
    if skipped:
        parts.append(counted(skipped, _tr("{n} was not carried out"), _tr("{n} were not carried out")))
    return parts


def _all_done(count: int, *, verified: bool) -> str:
    if verified:
        return counted(count, _tr("The change is done and read back."), _tr("All {n} changes are done and read back."))
    return counted(
        count,
        _tr("The change is done, but could not be read back."),
        _tr("All {n} changes are done, but could not be read back."),
    )
