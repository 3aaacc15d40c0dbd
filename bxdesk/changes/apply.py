"""Carrying a plan out: in batches, with the reading back in the last one, and verified by what was read back.

When the outcome of a batch is unknown, the bindings are read before anything is repeated: nothing is done twice. When a
step cannot be finished, the binding from before it is put back. A binding that somebody else made is left alone.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from dataclasses import replace

from bxdesk.changes.journal import JournalError
from bxdesk.changes.journal_log import BatchLog, NoLog
from bxdesk.errors import BxdeskError, CancelledByPersonError, Problem, RemedyKind, remedy
from bxdesk.listener import SILENT, CountingListener, Listener, UncancellableListener
from bxdesk.messages import message
from bxdesk.placements.availability import explained
from bxdesk.placements.bindings import Binding, BindingKey, Bindings, by_key
from bxdesk.placements.outcome import Outcome, OutcomeState, StepOutcome, is_done, verify
from bxdesk.placements.plan import Plan, Step
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.step_state import StepState, changed_meanwhile, step_state
from bxdesk.placements.stored_otherwise import put_back_otherwise, stored_otherwise
from bxdesk.portal.errors import LimitError, PortalError, TokenExpiredError, UnknownOutcomeError
from bxdesk.portal.rest import RestClient
from bxdesk.portal.steps import StepCommands, backward, forward, is_in_place, pack, read_bindings, send

_ROUNDS = 4
"""How often steps are sent whose outcome was unknown or whose refusal passes by itself."""
PAUSE = 1.0
"""Seconds between rounds."""

_log = logging.getLogger(__name__)


async def carry_out(
    client: RestClient,
    snapshot: Snapshot,
    plan: Plan,
    listener: Listener = SILENT,
    log: BatchLog | None = None,
) -> Outcome:
    """Applies ``plan``, which was made from ``snapshot``, and says what came of every step.

    ``listener`` is asked before each batch; once it is cancelled the rest is skipped, and what was done is still read
    back. ``log`` hears of every batch; when it cannot be written any more, nothing further is begun. Errors of the
    portal and of the log end up in the outcome; only cancellation of the task itself gets through.
    """
    run = _Run(client, snapshot, plan, listener, log or NoLog())
    await run.forward()
    await run.put_back()
    return run.outcome()


class _Run:
    """One plan on its way."""

    def __init__(
        self,
        client: RestClient,
        snapshot: Snapshot,
        plan: Plan,
        listener: Listener,
        log: BatchLog,
    ) -> None:
        self._counted = CountingListener(listener, len(plan.steps))
        self._listener: Listener = self._counted
        self._client = client.with_listener(self._listener)
        self._snapshot = snapshot
        self._plan = plan
        self._log = log
        self._sent: set[BindingKey] = set()
        self._made: set[BindingKey] = set()
        self._unanswered: set[BindingKey] = set()
        self._put_back: set[BindingKey] = set()
        self._problems: dict[BindingKey, Problem] = {}
        self._bindings: Bindings | None = snapshot.by_key
        self._ended: Problem | None = None
        self._stopped = False
        self._wait = 0.0

    async def forward(self) -> None:
        """Sends what is to be done, again for what was cut off or refused only for a moment."""
        bindings = self._bindings or {}
        todo = [step for step in self._plan.steps if not is_done(step, bindings)]
        rounds = _ROUNDS
        while todo:
            commands = [forward(step, bindings) for step in todo]
            passing = await self._round(commands, self._log)
            if self._ended is not None or self._stopped or self._bindings is None:
                return
            bindings = self._bindings
            halves = {one.key for one in commands if one.half}
            on_its_way = [
                step for step in todo if step.key in halves and step.after and is_in_place(step.after, bindings)
            ]
            todo = [step for step in todo if step.key in passing or step in on_its_way]
            todo = [step for step in todo if self._is_ours_to_do(step, bindings)]
            if todo and passing:
                rounds -= 1
                if not rounds or not await self._wait_a_moment():
                    return

    def _is_ours_to_do(self, step: Step, bindings: Bindings) -> bool:
        return self._state(step, bindings) in (StepState.NOT_DONE, StepState.HALF_WAY)

    def _state(self, step: Step, bindings: Bindings) -> StepState:
        here = step_state(step, bindings, sent=step.key in self._sent)
        if here is not StepState.CHANGED or step.key not in self._made:
            return here
        # A portal allows one binding there. After it said yes, that binding is ours, whatever the portal made of it. Of
        # a move, this says nothing about the binding at the old address.
        before = step.before if step.before is not None and step.before.handler != step.key.handler else None
        theirs = before is not None and before.key in bindings and not is_in_place(before, bindings)
        return StepState.CHANGED if theirs else StepState.HALF_WAY

    async def _wait_a_moment(self) -> bool:
        seconds, self._wait = max(self._wait, PAUSE), 0.0
        self._listener.say(message("Waiting {seconds} s before trying the rest again…", seconds=max(1, round(seconds))))
        try:
            await self._listener.pause(seconds)
        except CancelledByPersonError:
            self._stopped = True
        return not self._stopped

    async def put_back(self) -> None:
        """Gives steps that failed half-way their old binding back."""
        if self._bindings is None:
            return
        bindings = self._bindings
        sent = [step for step in self._plan.steps if step.key in self._sent]
        spoilt = [step for step in sent if self._state(step, bindings) is StepState.HALF_WAY]
        todo = [commands for step in spoilt if (commands := backward(step, bindings)).commands]
        if not todo:
            return
        for step in spoilt:
            stored = bindings.get(step.key)
            if step.after and stored and step.key in self._made and not is_in_place(step.after, bindings):
                self._problems[step.key] = stored_otherwise(step.after, stored)
        self._listener = UncancellableListener(self._counted)
        self._client = self._client.with_listener(self._listener)
        problems, ended = dict(self._problems), self._ended
        self._listener.say(message("Putting back what stood there before…"))
        # The journal holds these bindings since it was begun; there is nothing to add.
        await self._round(todo, NoLog())
        self._problems, self._ended = problems, ended or self._ended
        self._note_what_was_put_back(spoilt, self._bindings or {})

    def _note_what_was_put_back(self, steps: list[Step], bindings: Bindings) -> None:
        for step in steps:
            problem, before = self._problems.get(step.key), step.before
            if self._state(step, bindings) is StepState.NOT_DONE:
                self._put_back.add(step.key)
            elif problem and before and before.key in bindings and not is_in_place(before, bindings):
                other = put_back_otherwise(before, bindings[before.key])
                why = message("{first} {next}", first=problem.explanation, next=other)
                self._problems[step.key] = replace(problem, explanation=why)

    async def _round(self, steps: list[StepCommands], log: BatchLog) -> set[BindingKey]:
        """Sends the steps and reads back; returns the keys that are worth another round."""
        passing: set[BindingKey] = set()
        batches = pack(steps)
        bindings: tuple[Binding, ...] | None = None
        for index, batch in enumerate(batches):
            if self._listener.is_cancelled():
                self._stopped = True
                break
            keys = {step.key for step in batch.steps}
            self._listener.say(message("Sending changes to {host}…", host=self._client.host))
            if keys and not await self._written(log.sending(keys)):
                break
            anew = keys - self._sent
            self._sent |= keys
            self._counted.done = len(self._sent)
            try:
                reply = await send(self._client, batch, read_back=index == len(batches) - 1)
            except CancelledByPersonError:
                # Pressed while the portal's limit kept the request back: a batch was not sent.
                self._stopped = True
                self._sent -= set() if batch.alone else anew
                self._counted.done = len(self._sent)
                break
            except UnknownOutcomeError as error:
                unsent = {step.key for later in batches[index + 1 :] for step in later.steps}
                self._unanswered |= keys
                passing |= keys | unsent
                self._problems.update(dict.fromkeys(keys | unsent, error.problem))
                break
            except BxdeskError as error:
                self._problems.update(dict.fromkeys(keys, error.problem))
                self._ended = error.problem
                break
            refused = {key: error.problem for key, error in reply.errors.items()}
            self._problems.update(refused)
            self._made |= keys - set(refused)
            self._unanswered -= keys
            passing |= {key for key, error in reply.errors.items() if _passes(error)}
            waits = [error.wait or 0.0 for error in reply.errors.values() if isinstance(error, LimitError)]
            self._wait = max([self._wait, *waits])
            bindings = reply.bindings
            if keys and not await self._written(log.answered(refused)):
                break
        await self._keep(bindings)
        return passing

    async def _written(self, writing: Awaitable[None]) -> bool:
        """Whether the journal took a line; without it nothing more is begun."""
        try:
            await writing
        except JournalError as error:
            self._ended = error.problem
            return False
        return True

    async def _keep(self, bindings: tuple[Binding, ...] | None) -> None:
        if bindings is None:
            self._listener.say(message("Reading back what stands on the portal…"))
            try:
                # What was done must be known even after Cancel.
                bindings = await read_bindings(self._client.with_listener(UncancellableListener(self._counted)))
            except BxdeskError as error:
                _log.warning("%s: reading back failed: %s", self._client.host, error.problem.code)
                self._ended = error.problem
                self._bindings = None
                return
        self._listener.say(message("Comparing what stands on {host} with the plan…", host=self._client.host))
        self._bindings = by_key(bindings)

    def outcome(self) -> Outcome:
        """What came of the plan as far as it is known."""
        if self._bindings is None:
            return Outcome(tuple(map(self._unread, self._plan.steps)), False, self._snapshot, self._ended)
        bindings = tuple(self._bindings.values())
        for step in self._plan.steps:
            if step.key in self._sent and self._state(step, self._bindings) is StepState.CHANGED:
                self._problems[step.key] = changed_meanwhile(step, self._bindings)
        said = {key: explained(problem, key.placement, self._snapshot) for key, problem in self._problems.items()}
        steps = verify(self._plan.steps, bindings, said, self._sent, self._put_back)
        return Outcome(steps, True, self._snapshot.with_bindings(bindings), self._ended)

    def _unread(self, step: Step) -> StepOutcome:
        """What is known of a step when the bindings could not be read back."""
        if step.key not in self._sent:
            return StepOutcome(step, OutcomeState.SKIPPED)
        refused = self._problems.get(step.key)
        if refused is not None and step.key not in self._unanswered:
            return StepOutcome(step, OutcomeState.FAILED, refused)
        return StepOutcome(step, OutcomeState.UNKNOWN, _not_known())


def _not_known() -> Problem:
    return Problem(
        "outcome_unknown",
        message("It is not known whether the portal did this."),
        message("The connection was lost before it could be read back."),
        remedy(RemedyKind.RECOVER_LATER),
    )


def _passes(error: PortalError) -> bool:
    """Whether the same command may well succeed a moment later."""
    code = error.portal_code.upper()
    busy = code == "ERROR_CORE" and "already started" in str(error.problem)
    return busy or isinstance(error, LimitError | TokenExpiredError | UnknownOutcomeError)
