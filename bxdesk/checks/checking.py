"""Asking all questions about one portal and the handlers of its widgets."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

import anyio
import httpx

from bxdesk.checks.address_space import AddressSpace, look_up, space_of
from bxdesk.checks.answer_checks import answer_checks
from bxdesk.checks.call_request import CallRequest
from bxdesk.checks.calling import Called, Caller
from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.checks.handler_checks import way_checks
from bxdesk.checks.interface_checks import interface_checks
from bxdesk.checks.origin import Origin
from bxdesk.checks.portal_checks import app_checks, place_checks, vanished_checks
from bxdesk.errors import CancelledByPersonError
from bxdesk.listener import SILENT, Listener, Progress
from bxdesk.messages import message
from bxdesk.placements.bindings import Binding, BindingKey
from bxdesk.placements.call_fields import ExampleCall, example_call
from bxdesk.placements.snapshot import Snapshot

_NO_PLACE = "CRM_DEAL_DETAIL_ACTIVITY"
"""Where a handler is called as from that stands nowhere yet."""
_LOOK_UP = 5.0
"""Seconds for the portal's own name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about: the portal as it was read, and the rows that stand or are wanted.

    ``applied`` are the rows that the history says stand there; ``handlers`` the only ones to ask about, whether they
    stand anywhere or not, None for all.
    """

    snapshot: Snapshot
    authorization_server: str
    wanted: tuple[Binding, ...] = ()
    applied: tuple[Binding, ...] = ()
    handlers: tuple[str, ...] | None = None

    @property
    def rows(self) -> tuple[Binding, ...]:
        """What stands and what is wanted."""
        wanted = {row.key: row for row in self.wanted}
        standing = (row for row in self.snapshot.bindings if row.key not in wanted)
        return tuple(row for row in (*standing, *self.wanted) if self.includes(row.handler))

    @property
    def addresses(self) -> tuple[str, ...]:
        """The handlers to call, each once."""
        found = (row.handler for row in self.rows) if self.handlers is None else self.handlers
        return tuple(dict.fromkeys(found))

    def includes(self, handler: str) -> bool:
        """Whether a handler is asked about."""
        return self.handlers is None or handler in self.handlers

    def call(self, handler: str) -> ExampleCall:
        """What the portal sends to a handler: as from its first place from which a call is posted."""
        rows = [row for row in self.rows if row.handler == handler] or [Binding(BindingKey(_NO_PLACE, handler), {})]
        calls = [
            example_call(row.placement, handler, self.snapshot, self.authorization_server, options=row.options)
            for row in rows
        ]
        return next((call for call in calls if call.fields), calls[0])


async def check(asked: Asked, caller: Caller, listener: Listener = SILENT) -> tuple[Check, ...]:
    """All questions and their answers. Raises CancelledByPersonError."""
    return (await check_and_calls(asked, caller, listener))[0]


async def check_and_calls(
    asked: Asked, caller: Caller, listener: Listener
) -> tuple[tuple[Check, ...], Mapping[str, Called]]:
    """The same, and what came of the call to each handler. Raises CancelledByPersonError."""
    portal_space = await _portal_space(asked.snapshot.portal)
    calls = await _calls(asked, caller, listener)
    return tuple(_answers(asked, calls, portal_space)), calls


def _answers(asked: Asked, calls: Mapping[str, Called], portal_space: AddressSpace) -> Iterator[Check]:
    snapshot, rows = asked.snapshot, asked.rows
    yield from app_checks(snapshot, rows)
    if snapshot.bindings_unread is None:
        yield from place_checks(snapshot, rows)
        yield from vanished_checks((row for row in asked.applied if asked.includes(row.handler)), snapshot)
        yield from interface_checks(rows, calls)
    else:
        yield Check.of(CheckCode.OFFERED, CheckState.UNKNOWN, snapshot.bindings_unread)
    for handler, called in calls.items():
        yield from way_checks(handler, called, snapshot.portal, portal_space)
        yield from answer_checks(handler, called, snapshot.portal)


async def _calls(asked: Asked, caller: Caller, listener: Listener) -> Mapping[str, Called]:
    portal = Origin.of(asked.snapshot.portal)
    done: dict[str, Called] = {}

    def tell() -> None:
        text = message(
            "Calling the pages of the widgets, each for {seconds} seconds at most", seconds=f"{caller.deadline:g}"
        )
        listener.progress(Progress(len(done), len(asked.addresses), text))

    async def call(handler: str) -> None:
        done[handler] = await caller.call(CallRequest.of(asked.call(handler), portal))
        tell()

    async def watch(scope: anyio.CancelScope) -> None:
        with suppress(CancelledByPersonError):
            await listener.pause(math.inf)
        scope.cancel()

    tell()
    async with anyio.create_task_group() as watching:
        watching.start_soon(watch, watching.cancel_scope)
        async with anyio.create_task_group() as calling:
            for handler in asked.addresses:
                calling.start_soon(call, handler)
        watching.cancel_scope.cancel()
    if listener.is_cancelled():
        raise CancelledByPersonError
    return {handler: done[handler] for handler in asked.addresses}


async def _portal_space(portal: str) -> AddressSpace:
    """Where the portal lies; on the internet if its name cannot be looked up, as where a proxy does that."""
    with anyio.move_on_after(_LOOK_UP), suppress(OSError, UnicodeError):
        return space_of(await look_up(httpx.URL(portal).raw_host.decode("ascii")))
    return AddressSpace.PUBLIC
