"""Everything that a window or a command can do with portals: the one door to the core.

What the window can do the command line can do, because both call these few functions.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable
from contextlib import asynccontextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from bxdesk.accounts.accounts import Accounts
from bxdesk.accounts.network import Network
from bxdesk.accounts.saved_connections import SavedConnections
from bxdesk.errors import BxdeskError, CancelledByPersonError, Problem, as_bxdesk_error
from bxdesk.listener import SILENT, FailFastListener, Listener

if TYPE_CHECKING:
    import ssl
    from pathlib import Path

    from bxdesk.accounts.connection import Connection
    from bxdesk.accounts.connections import ConnectionFile
    from bxdesk.accounts.secret_store import SecretStore
    from bxdesk.changes.journal import JournalFolder
    from bxdesk.changes.unit_of_work import PortalChange as PortalChange
    from bxdesk.checks.checks import Checks
    from bxdesk.placements.bindings import Binding
    from bxdesk.placements.drift import Drift
    from bxdesk.placements.history import History, HistoryEntry, Recovery, Undo, Unfinished
    from bxdesk.placements.layouts.layout_export import Export
    from bxdesk.placements.outcome import Outcome
    from bxdesk.placements.plan import Plan
    from bxdesk.placements.snapshot import Snapshot
    from bxdesk.portal.rest import RestClient
    from bxdesk.storage.drafts import DraftFiles
    from bxdesk.storage.portal_looks import PortalLooks

    Expected = Callable[[Snapshot], Iterable[Binding]]
    """Gives the bindings that are to stand on the portal of a snapshot."""

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Desk:
    """The signed-in portals and what can be done with them. All methods raise BxdeskError and nothing else.

    One event loop owns a desk; close it there with :meth:`aclose`.
    """

    def __init__(
        self,
        connections: ConnectionFile,
        secrets: SecretStore,
        trust: Callable[[], ssl.SSLContext],
        locks: Path,
        journal: Path,
        drafts: Path,
        proxy: str = "system",
        notices: tuple[Problem, ...] = (),
        looks: Path | None = None,
    ) -> None:
        """Without a file for ``looks``, what was read of portals is forgotten with the desk."""
        saved = SavedConnections(connections, secrets, locks)
        self.network = Network(saved, trust, proxy)
        self.accounts = Accounts(saved, self.network)
        """The connections: signing in and out, their names and groups, the keyring."""
        self._locks = locks
        self._journal = journal
        self._drafts = drafts
        self._looks = looks
        self.notices = notices
        """What was passed over when the desk was built: to be told, it holds nothing up."""

    @cached_property
    def checks(self) -> Checks:
        """Why widgets would not show, and proving that they do."""
        from bxdesk.checks.checks import Checks  # which a look at a portal does without

        return Checks(self, self.network)

    @cached_property
    def drafts(self) -> DraftFiles:
        """What was ticked and typed, and is not applied yet."""
        from bxdesk.storage.drafts import DraftFiles  # which a command does without

        return DraftFiles(self._drafts, self._locks)

    @cached_property
    def looks(self) -> PortalLooks:
        """When each portal was last read, and how far it had drifted."""
        from bxdesk.storage.portal_looks import PortalLooks  # which a command does without

        async def connected() -> frozenset[str]:
            return frozenset(one.identity for one in await self.accounts.connections())

        return PortalLooks(self._looks, connected)

    @cached_property
    def _journals(self) -> JournalFolder:
        from bxdesk.changes.journal import JournalFolder  # which a look at a portal does without

        return JournalFolder(self._journal)

    async def snapshot(
        self, connection: Connection, listener: Listener = SILENT, wanted: Collection[str] = ()
    ) -> Snapshot:
        """All that is there: one request, and one more for every 2,500 further custom types.

        ``listener`` hears when the portal is waited for, and why. While one of the permissions that are ``wanted`` is
        missing, it may have been ticked since the tokens were made: they are renewed and the portal is read again. What
        a proof has left that was cut off is taken away.
        """
        snapshot = await self._snapshot(connection, listener, wanted)
        from bxdesk.placements.proof_binding import looks_like_a_proof

        if any(map(looks_like_a_proof, snapshot.bindings)) and await self._without_proofs(connection):
            snapshot = await self._snapshot(connection, listener, wanted)
        return snapshot

    async def _snapshot(self, connection: Connection, listener: Listener, wanted: Collection[str]) -> Snapshot:
        session, client = await self.accounts.session(connection, listener)
        return await session.snapshot(client, listener, wanted)

    @asynccontextmanager
    async def change(self, connection: Connection, listener: Listener = SILENT) -> AsyncIterator[PortalChange]:
        """While the block lasts nobody else changes this portal, neither here nor in another bxdesk.

        Entering waits for others. Inside, the portal is read, changed and recovered through what is given, and through
        nothing else here that changes it. ``listener`` hears of all of it. Raises CancelledByPersonError.
        """
        from bxdesk.changes.portal_lock import portal_lock
        from bxdesk.changes.unit_of_work import PortalChange  # which a look at a portal does without

        async def open_client() -> RestClient:
            return (await self.accounts.session(connection, listener))[1]

        async def read(wanted: Collection[str]) -> Snapshot:
            return await self._snapshot(connection, listener, wanted)

        async with portal_lock(self._journals.path, connection, listener):
            change = PortalChange(self._journals, connection, open_client, read, listener)
            await change.remove_proofs()
            yield change

    async def _without_proofs(self, connection: Connection) -> bool:
        """Whether what proofs have left could be taken away. While somebody changes the portal, it is left to them."""
        try:
            async with self.change(connection, FailFastListener()):
                return True
        except BxdeskError as error:
            _log.info("%s: a proof was not looked after: %s", connection.name, error.problem.code)
            return False

    async def apply(
        self,
        connection: Connection,
        snapshot: Snapshot,
        plan: Plan,
        listener: Listener = SILENT,
        undoes: str | None = None,
    ) -> Outcome:
        """Carries out a plan that was shown: a unit of work of its own; see :meth:`PortalChange.apply`.

        Where it is cancelled while it waits for others, the outcome says that nothing was done.
        """
        from bxdesk.changes.unit_of_work import nothing_done
        from bxdesk.placements.outcome import Outcome

        if not plan.steps:
            return Outcome((), True, snapshot)
        try:
            async with self.change(connection, listener) as change:
                return await change.apply(plan, snapshot, undoes)
        except CancelledByPersonError as error:
            return nothing_done(plan, snapshot, error.problem)

    async def unfinished(self, connection: Connection, listener: Listener = SILENT) -> Unfinished | None:
        """What stands half-way after an apply that was cut off, to be shown; None (as a rule at once) without one."""
        if not await self._journals.open_files(connection):
            return None
        from bxdesk.changes.recovery import open_journals  # which a window does without, as a rule

        if not await open_journals(self._journals, connection):
            return None
        async with self.change(connection, listener) as change:
            return await change.unfinished()

    async def cut_off_applies(self, connections: Iterable[Connection]) -> dict[str, HistoryEntry | None]:
        """What the journals alone say was cut off, by the identities of the connections; no portal is asked.

        Left out are portals whose journals cannot be listed, and those that somebody is changing right now.
        """
        from bxdesk.changes.recovery import cut_off_apply

        known: dict[str, HistoryEntry | None] = {}
        for connection in connections:
            with suppress(BxdeskError):
                known[connection.identity] = await cut_off_apply(self._journals, connection)
        return known

    async def damaged_journals(self, connection: Connection) -> tuple[Problem, ...]:
        """Journals that may have been cut off, but cannot be read: to be told, they hold nothing up."""
        if not await self._journals.open_files(connection):
            return ()
        from bxdesk.changes.recovery import open_problems

        return await open_problems(self._journals, connection)

    async def recover(self, connection: Connection, how: Recovery, listener: Listener = SILENT) -> Outcome:
        """Finishes what was cut off, puts everything back or leaves it: a unit of work of its own."""
        async with self.change(connection, listener) as change:
            return await change.recover(how)

    async def export(self, connection: Connection, listener: Listener = SILENT) -> Export:
        """The portal's bindings as a layout, to be saved and applied again. Raises where the portal hides them."""
        snapshot = await self.snapshot(connection, listener)
        if snapshot.bindings_unread is not None:
            raise BxdeskError(snapshot.bindings_unread)  # a file that names no widget must not come of it
        from bxdesk.placements.layouts.layout_export import export_layout  # YAML, which the window does without

        return export_layout(snapshot)

    async def history(self, connection: Connection | None = None) -> History:
        """What was applied (to one portal), newest first, and which journals cannot be read. Needs no network."""
        from bxdesk.changes.history import history

        return await history(self._journals, connection)

    async def drift(
        self, connection: Connection, expected: Expected | None = None, listener: Listener = SILENT
    ) -> Drift:
        """What somebody else has changed since bxdesk last changed the portal. One request.

        ``expected`` gives the bindings that are to be on the portal of a snapshot, in place of those that bxdesk left
        there; what it raises gets through. Raises where the portal hides its bindings.
        """
        from bxdesk.placements.drift import Drift, drifted

        async with self.change(connection, listener) as change:
            if expected is None:
                return await change.drift()
            snapshot = await change.read()
            return Drift(drifted(expected(snapshot), snapshot.bindings))

    async def snapshot_with_drift(
        self, connection: Connection, listener: Listener = SILENT, wanted: Collection[str] = ()
    ) -> tuple[Snapshot, Drift]:
        """Both in one request; see :meth:`snapshot` and :meth:`drift`. Raises where the portal hides its bindings."""
        async with self.change(connection, listener) as change:
            snapshot = await change.read(wanted)
            return snapshot, await change.drift()

    async def undo_plan(
        self, connection: Connection, entry_id: str | None = None, listener: Listener = SILENT
    ) -> Undo | None:
        """The plan that takes back a history entry, or the last apply of which something stands; None without one.

        To be shown, then handed to :meth:`apply` with its snapshot and ``undoes=undo.entry.id``.
        """
        from bxdesk.changes.history import undo

        _, client = await self.accounts.session(connection, listener)
        return await undo(self._journals, connection, client, entry_id)

    @staticmethod
    async def each(
        among: Iterable[T],
        work: Callable[[T], Awaitable[None]],
        failed: Callable[[T, BxdeskError], None],
        at_once: int = 100,
    ) -> None:
        """Does the work for many portals, ``at_once`` of them side by side.

        What goes wrong with one, a fault of ours included, is handed to ``failed`` and does not touch the others. What
        is no Exception ends all of it, and gets through as it is.
        """
        import anyio

        limiter = anyio.CapacityLimiter(at_once)

        async def one(portal: T) -> None:
            async with limiter:
                try:
                    await work(portal)
                except Exception as error:  # noqa: BLE001 - logged and told as a problem
                    failed(portal, as_bxdesk_error(error))

        try:
            async with anyio.create_task_group() as tasks:
                for portal in among:
                    tasks.start_soon(one, portal)
        except BaseExceptionGroup as ended:
            raise ended.exceptions[0] from None

    async def aclose(self) -> None:
        """Closes the network connections, and leaves the drafts to others."""
        if "drafts" in vars(self):
            self.drafts.close()
        await self.network.aclose()
