"""Checking a portal, proving that widgets show there, trying a handler out: what front ends ask of this room."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Protocol

from bxdesk.listener import SILENT, Listener

if TYPE_CHECKING:
    from bxdesk.accounts.connection import Connection
    from bxdesk.accounts.network import Network
    from bxdesk.changes.unit_of_work import PortalChange
    from bxdesk.checks.check import Check
    from bxdesk.checks.proof import Proof
    from bxdesk.checks.proving import Tell
    from bxdesk.checks.try_out import Choice, TryOut
    from bxdesk.placements.bindings import Binding
    from bxdesk.placements.history import History
    from bxdesk.placements.snapshot import Snapshot


class Portals(Protocol):
    """The way to portals that checks go: the desk."""

    async def snapshot(self, connection: Connection, listener: Listener = SILENT) -> Snapshot:
        """All that is there."""

    async def history(self, connection: Connection) -> History:
        """What bxdesk has applied there."""

    def change(self, connection: Connection, listener: Listener = SILENT) -> AbstractAsyncContextManager[PortalChange]:
        """A unit of work."""


class Checks:
    """All methods raise BxdeskError and nothing else. What they work with is imported by whoever calls one."""

    def __init__(self, portals: Portals, network: Network) -> None:
        self._portals = portals
        self._network = network

    async def run(
        self,
        connection: Connection,
        listener: Listener = SILENT,
        *,
        wanted: Iterable[Binding] = (),
        handlers: Iterable[str] | None = None,
        snapshot: Snapshot | None = None,
    ) -> tuple[Check, ...]:
        """Why widgets would not show: every question with its answer, those of the portal first.

        Asks about what stands and about ``wanted`` rows; ``handlers`` are the only ones to ask about, wherever they
        stand. Each is called once, as the portal calls it, with worthless tokens. ``snapshot`` is the portal as it was
        read just now. Raises CancelledByPersonError.
        """
        from bxdesk.checks.calling import MAX_PAGE, Caller
        from bxdesk.checks.checking import Asked, check
        from bxdesk.placements.handler import check_handler
        from bxdesk.placements.history import applied_rows

        read = snapshot or await self._portals.snapshot(connection, listener)
        history = await self._portals.history(connection)
        asked = Asked(
            read,
            connection.authorization_server,
            wanted=tuple(wanted),
            applied=tuple(applied_rows(history.entries).values()),
            handlers=None if handlers is None else tuple(map(check_handler, handlers)),
        )
        async with self._network.for_handlers(MAX_PAGE) as (http, choose_proxy):
            return await check(asked, Caller(http, choose_proxy), listener)

    async def prove(
        self,
        connection: Connection,
        placements: Iterable[str],
        tell: Tell,
        listener: Listener = SILENT,
        patience: float = math.inf,
    ) -> Proof:
        """Whether people see widgets there: binds one of bxdesk's own for a moment, and waits until it is opened.

        ``tell`` hears how far it is; see :func:`bxdesk.checks.proving.prove`. Nobody else changes the portal meanwhile.
        """
        from bxdesk.checks.proving import prove

        async with self._portals.change(connection, listener) as change:
            return await prove(change, connection, placements, tell, listener, patience)

    async def try_out(
        self,
        connection: Connection,
        choice: Choice,
        show: Callable[[TryOut], None],
        word: Callable[[Check], Check] = lambda check: check,
        listener: Listener = SILENT,
    ) -> None:
        """Serves a page that puts a handler into a frame by the portal's own call, until it is closed or cancelled.

        ``show`` is given its address, to be opened in a browser; see :func:`bxdesk.checks.trying_out.try_out`.
        """
        from bxdesk.checks.calling import MAX_PAGE, Caller
        from bxdesk.checks.trying_out import try_out
        from bxdesk.placements.handler import check_handler

        check_handler(choice.handler)
        read = await self._portals.snapshot(connection, listener)
        async with self._network.for_handlers(MAX_PAGE) as (http, choose_proxy):
            caller = Caller(http, choose_proxy)
            await try_out(read, connection.authorization_server, choice, caller, show, word, listener)
