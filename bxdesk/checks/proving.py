"""Proving that widgets show: one of bxdesk's own stands at some places for a moment, until a person has opened it."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace

import anyio

from bxdesk.accounts.connection import Connection
from bxdesk.changes.unit_of_work import PortalChange
from bxdesk.checks.arrival import read_arrival
from bxdesk.checks.check import CheckState
from bxdesk.checks.portal_checks import app_checks, place_checks
from bxdesk.checks.proof import PlaceProof, Proof
from bxdesk.errors import BxdeskError, CancelledByPersonError, Problem
from bxdesk.listener import SILENT, Listener, Progress
from bxdesk.loopback import LoopbackRequest, Page, serving
from bxdesk.messages import message
from bxdesk.placements.availability import obstacle
from bxdesk.placements.bindings import Binding
from bxdesk.placements.call_fields import ExampleCall, example_call
from bxdesk.placements.codes import normalise
from bxdesk.placements.outcome import Outcome, OutcomeState
from bxdesk.placements.plan import Action, Plan, Step
from bxdesk.placements.proof_binding import proof_address, proof_binding
from bxdesk.placements.snapshot import Snapshot

_LOOK = 0.2
"""Seconds after which it is looked again whether a place was opened."""
_ARRIVED = Page(
    200,
    message("It works"),
    message("The portal opened this page, and bxdesk received its call. You may close it."),
)
_NOT_AWAITED = Page(404, message("Nothing is waited for here"), message("No proof is under way at this place."))
_NOTHING_HERE = Page(404, message("Nothing here"), message("bxdesk waits for the portal at another address."))


Tell = Callable[[Proof], None]
"""Hears when the widgets stand, and of each call that arrived."""


async def prove(
    change: PortalChange,
    connection: Connection,
    placements: Iterable[str],
    tell: Tell,
    listener: Listener = SILENT,
    patience: float = math.inf,
) -> Proof:
    """Binds the widget at the placements, waits until each is opened, and takes it away again.

    Ends with what is known so far after ``patience`` seconds, and when ``listener`` is cancelled. Raises BxdeskError
    when nothing could be begun.
    """
    proving = _Proving(await change.read(), connection, tell, listener)
    async with serving(proving.answer, listener.reader) as origin:
        await proving.run(change, origin, tuple(dict.fromkeys(map(normalise, placements))), patience)
    return proving.proof


class _Proving:
    """One proof on its way."""

    def __init__(self, snapshot: Snapshot, connection: Connection, tell: Tell, listener: Listener) -> None:
        self._snapshot = snapshot
        self._connection = connection
        self._tell = tell
        self._listener = listener
        self._secret = secrets.token_urlsafe(32)
        self._calls: dict[str, ExampleCall] = {}
        self.proof = Proof(())

    async def run(self, change: PortalChange, origin: str, placements: tuple[str, ...], patience: float) -> None:
        """From binding to taking away. The page is served at ``origin``."""
        address = proof_address(origin, self._secret)
        rows = [proof_binding(placement, address) for placement in placements]
        self.proof = Proof(tuple(map(self._before, rows)))
        steps = tuple(Step(Action.BIND, None, row) for row in rows if row.placement in self.proof.waiting)
        if not steps:
            return
        begun = False
        try:
            async with change.proof(Plan(steps)) as outcome:
                begun = True
                self._stand(outcome)
                await self._wait(patience)
        except BxdeskError as error:
            if not begun:
                raise
            self.proof = replace(self.proof, left=error.problem)

    async def answer(self, request: LoopbackRequest) -> Page:
        """Takes what a browser brought to the page. Nothing is kept of the tokens in it."""
        if not secrets.compare_digest(request.path.encode(), f"/{self._secret}/".encode()):
            return _NOTHING_HERE
        told = normalise(request.fields.get("PLACEMENT", ""))
        placement = next(
            (one for one, call in self._calls.items() if told == one or (not told and not call.fields)), None
        )
        if placement is None:
            return _NOT_AWAITED
        portal = self._connection.portal
        if placement in self.proof.waiting:
            arrival = read_arrival(request, self._calls[placement], portal, self._connection.member_id)
            self.proof = self.proof.with_arrival(placement, arrival)
            self._tell_all()
        return replace(_ARRIVED, framed_by=portal)

    def _before(self, row: Binding) -> PlaceProof:
        checks = (*app_checks(self._snapshot, [row]), *place_checks(self._snapshot, [row]))
        hidden_by = tuple(check for check in checks if check.state is not CheckState.OK)
        return PlaceProof(row.placement, obstacle(row.placement, self._snapshot), hidden_by=hidden_by)

    def _stand(self, outcome: Outcome) -> None:
        """Notes what came of the binding."""
        refused = {
            one.step.key.placement: one.problem or outcome.problem or _not_bound()
            for one in outcome.steps
            if one.state is not OutcomeState.DONE
        }
        places = tuple(replace(one, problem=refused.get(one.placement, one.problem)) for one in self.proof.places)
        self.proof = replace(self.proof, places=places)
        self._calls = {
            row.placement: example_call(
                row.placement, row.handler, outcome.snapshot, self._connection.authorization_server
            )
            for row in (one.step.binding for one in outcome.steps)
            if row.placement not in refused
        }
        self._tell_all()

    async def _wait(self, patience: float) -> None:
        """Until everything was opened, for so many seconds at most, or until the person has enough."""
        until = anyio.current_time() + patience
        try:
            while self.proof.waiting:
                if anyio.current_time() >= until:
                    self.proof = replace(self.proof, ended=_not_opened())
                    return
                await self._listener.pause(_LOOK)
        except CancelledByPersonError as error:
            self.proof = replace(self.proof, ended=error.problem)

    def _tell_all(self) -> None:
        self._tell(self.proof)
        total, waiting = len(self._calls), len(self.proof.waiting)
        if waiting:
            text = message("Waiting until it is opened on {host}…", host=self._connection.name)
            self._listener.progress(Progress(total - waiting, total, text))


def _not_bound() -> Problem:
    return Problem("not_bound", message("The portal did not take the widget."))


def _not_opened() -> Problem:
    return Problem("proof_timeout", message("Not every place was opened in time."))
