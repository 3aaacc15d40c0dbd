"""Plans and entries of the history in a few words each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from bxdesk.messages import Message, listed, message
from bxdesk.placements.history import HistoryEntry, Purpose, Recovery
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.plan import Action, Step


def summary(steps: Iterable[Step]) -> Message:
    """What is to be done: “2 to bind, 1 to replace”."""
    return summary_of_counts(Counter(step.action for step in steps))


def summary_of_counts(count: Mapping[Action, int]) -> Message:
    """The same of how many steps there are of each kind; what is left out is none."""
    count = Counter(count)
    if not count.total():
        return message("Nothing to change")
    forms = (
        (Action.BIND, message("{n} to bind", n=count[Action.BIND])),
        (Action.REPLACE, message("{n} to replace", n=count[Action.REPLACE])),
        (Action.MOVE, message("{n} to move", n=count[Action.MOVE])),
        (Action.UNBIND, message("{n} to unbind", n=count[Action.UNBIND])),
    )
    return listed((text for action, text in forms if count[action]), closely=True)


def summary_of_done(steps: Iterable[Step]) -> Message:
    """What was done: “2 bound, 1 replaced”; no words for nothing."""
    count = Counter(step.action for step in steps)
    forms = (
        (Action.BIND, message("{n} bound", n=count[Action.BIND])),
        (Action.REPLACE, message("{n} replaced", n=count[Action.REPLACE])),
        (Action.MOVE, message("{n} moved", n=count[Action.MOVE])),
        (Action.UNBIND, message("{n} unbound", n=count[Action.UNBIND])),
    )
    return listed((text for action, text in forms if count[action]), closely=True)


def what_it_was_about(entry: HistoryEntry) -> Message:
    """What an entry of the history has done, if it has done all of it; otherwise what was to be done."""
    all_done = entry.recovered is None and entry.count(OutcomeState.DONE) == len(entry.steps)
    said = summary_of_done if all_done else summary
    steps = said(outcome.step for outcome in entry.steps)
    return message("Undo: {steps}", steps=steps) if entry.purpose is Purpose.UNDO else steps


def what_came_of_it(entry: HistoryEntry) -> Message:
    """How an entry of the history ended."""
    if not entry.ended:
        return message("cut off, or still under way")
    recovered = {
        Recovery.FINISH: message("cut off, finished later"),
        Recovery.PUT_BACK: message("cut off, put back"),
        Recovery.LEAVE: message("cut off, left as it stood"),
    }
    if entry.recovered is not None:
        return recovered[entry.recovered]
    if entry.taken_back:
        return message("taken back")
    if entry.count(OutcomeState.DONE) == len(entry.steps):
        return message("done")
    forms = (
        (OutcomeState.DONE, message("{n} done", n=entry.count(OutcomeState.DONE))),
        (OutcomeState.FAILED, message("{n} failed", n=entry.count(OutcomeState.FAILED))),
        (OutcomeState.PUT_BACK, message("{n} put back", n=entry.count(OutcomeState.PUT_BACK))),
        (OutcomeState.SKIPPED, message("{n} not carried out", n=entry.count(OutcomeState.SKIPPED))),
    )
    return listed((text for state, text in forms if entry.count(state)), closely=True)
