"""A desk without a portal: everything the window asks of the core, over one snapshot in memory."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.request import SignInRequest
from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.checks.proof import Arrival, PlaceProof, Proof
from bxdesk.desk import Desk
from bxdesk.errors import BxdeskError, CancelledByPersonError, Problem
from bxdesk.listener import SILENT, Listener, Progress
from bxdesk.messages import message
from bxdesk.placements.bindings import Binding
from bxdesk.placements.call_fields import example_call
from bxdesk.placements.catalogue import FAMILIES, plain_codes
from bxdesk.placements.codes import timeline_code, with_number
from bxdesk.placements.draft import Draft, PlaceChange
from bxdesk.placements.drift import Drift
from bxdesk.placements.families.crm import CONTACT_CENTER_TILE, TIMELINE
from bxdesk.placements.history import History, HistoryEntry, Purpose, Recovery, Undo, Unfinished, UnfinishedStep
from bxdesk.placements.kept_draft import KeptDraft
from bxdesk.placements.layouts.layout_export import Export, LeftOut
from bxdesk.placements.outcome import Outcome, OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Plan, Step
from bxdesk.placements.snapshot import AppInfo, CustomType, PortalUser, Snapshot
from bxdesk.placements.step_state import StepState
from bxdesk.storage.drafts import FoundDraft
from bxdesk.storage.portal_looks import PortalLook
from bxdesk.storage.settings import apart

SINCE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
"""When bxdesk last applied something."""
ADDRESS = "https://acme.bitrix24.com/oauth/authorize/?client_id=local.1&state=abc"


def connection(name: str = "acme", member: str = "a") -> Connection:
    """A portal that is signed in to."""
    portal = f"https://{name}.bitrix24.com"
    return Connection(
        member_id=member * 32,
        portal=portal,
        endpoint=f"{portal}/rest/",
        client_id="local.1",
        authorization_server="https://oauth.bitrix.info",
        user_id=1,
        user_name="Helen Marsh",
    )


def portal_snapshot(
    *bindings: Binding,
    types: tuple[CustomType, ...] = (CustomType(183, "Purchase"), CustomType(190, "Vacancy")),
    without: tuple[str, ...] = (),
    problems: tuple[Problem, ...] = (),
    scopes: frozenset[str] = frozenset(("crm", "placement", "contact_center")),
) -> Snapshot:
    """A portal with the seven plain timelines, the tile and these types; ``without`` are codes it lacks."""
    codes = {*plain_codes(TIMELINE), *CONTACT_CENTER_TILE.patterns}
    codes |= {timeline_code(custom.entity_type_id) for custom in types}
    return Snapshot(
        portal="https://acme.bitrix24.com",
        member_id="a" * 32,
        app=AppInfo(installed=True, status="L"),
        user=PortalUser(1, "Helen Marsh", admin=True),
        scopes=scopes,
        placements=frozenset(codes - set(without)),
        hidden_placements=frozenset(),
        types=types,
        bindings=bindings,
        problems=problems,
    )


def everything(*bindings: Binding, types: tuple[CustomType, ...] = (), unknown: tuple[str, ...] = ()) -> Snapshot:
    """A portal that offers every documented placement, for these types too, and some that are not documented."""
    patterns = [pattern for family in FAMILIES for pattern in family.patterns]
    codes = {pattern for pattern in patterns if "#" not in pattern} | {*unknown}
    codes |= {with_number(pattern, custom.entity_type_id) for pattern in patterns if "#" in pattern for custom in types}
    scopes = frozenset(("placement", *(family.permission for family in FAMILIES if family.permission)))
    return replace(portal_snapshot(*bindings, types=types, scopes=scopes), placements=frozenset(codes))


def unread_snapshot(here: Snapshot, why: Problem) -> Snapshot:
    """The same portal where neither the app's widgets nor the custom types could be read."""
    return replace(here, bindings=(), types=(), bindings_unread=why, types_unread=why)


def problem(code: str = "offline", title: str = "The portal does not answer.") -> Problem:
    """Something that went wrong."""
    return Problem(code, message(title), message("It may be offline."), message("Look at it in the browser."))


class FakeDrafts:
    """What windows leave for each other, by the identity of the connection."""

    def __init__(self) -> None:
        self.kept: dict[str, KeptDraft] = {}
        self.problems: tuple[Problem, ...] = ()
        self.errors: list[Exception] = []
        self.writes = 0

    async def read(self, identity: str) -> FoundDraft:
        return FoundDraft(self.kept.get(identity), self.problems)

    async def waiting(self, identities: Iterable[str]) -> dict[str, tuple[PlaceChange, ...]]:
        kept = ((identity, self.kept.get(identity)) for identity in identities)
        return {identity: found.draft.changes for identity, found in kept if found is not None}

    async def keep(self, identity: str, draft: Draft | None) -> None:
        self.writes += 1
        if self.errors:
            raise self.errors.pop(0)
        self.kept.pop(identity, None)
        if draft is not None:
            self.kept[identity] = KeptDraft(draft, datetime.now(UTC))


class Script:
    """What is to happen: the errors that methods raise, and the gates that hold them up, by the method's name."""

    def __init__(self) -> None:
        self.errors: dict[str, list[Exception]] = {}
        self.gates: dict[str, asyncio.Event] = {}
        self.waits_for = "Waiting for your system's keyring…"
        """What is said while the gate of that name is closed."""
        self.calls: list[str] = []

    def hold(self, method: str) -> None:
        """From now on this method waits until it is cancelled or released."""
        self.gates[method] = asyncio.Event()

    def release(self, method: str) -> None:
        """Lets this method go on; called in the loop."""
        self.gates.pop(method).set()

    async def enter(self, method: str) -> None:
        self.calls.append(method)
        gate = self.gates.get(method)
        if gate is not None:
            await gate.wait()
        self.fail(method)

    def fail(self, method: str) -> None:
        waiting = self.errors.get(method)
        if waiting:
            raise waiting.pop(0)

    async def unlock_keyring(self, listener: Listener) -> None:
        """Waits as long as the keyring is held."""
        if "keyring" in self.gates:
            listener.say(message(self.waits_for))
            await self.gates["keyring"].wait()


class FakeAccounts:
    """The connections of a :class:`FakeDesk`."""

    def __init__(self, script: Script, known: list[Connection]) -> None:
        self.script = script
        self.known = known
        self.requests: list[SignInRequest] = []
        self.pasted: list[str] = []
        self.again: list[Connection] = []
        self.leftovers: tuple[Problem, ...] = ()
        self.member_id = "b" * 32
        """Of the portal that is signed in to next."""
        self.in_memory = False

    async def connections(self) -> tuple[Connection, ...]:
        await self.script.enter("connections")
        return tuple(self.known)

    async def sign_in(
        self,
        request: SignInRequest,
        announce: Callable[[str], None],
        pasted: Callable[[], Awaitable[str]] | None = None,
        tell: Callable[[Problem], None] | None = None,
        listener: Listener = SILENT,
    ) -> Connection:
        self.requests.append(request)
        if not self.in_memory:
            await self.script.unlock_keyring(listener)
            self.script.fail("keyring check")
        announce(ADDRESS)
        if "paste" in self.script.gates and pasted is not None:
            while (text := await pasted()) != "good":
                self.pasted.append(text)
                if tell is not None:
                    tell(problem("paste", f"There is no code in {text}."))
        await self.script.enter("sign_in")
        new = connection(request.portal.split("//")[-1].split(".")[0])
        new = replace(new, member_id=self.member_id, client_id=request.client_id)
        self.known = [*(known for known in self.known if known.identity != new.identity), new]
        return new

    async def sign_in_again(
        self,
        connection: Connection,
        announce: Callable[[str], None],
        pasted: Callable[[], Awaitable[str]] | None = None,
        tell: Callable[[Problem], None] | None = None,
        listener: Listener = SILENT,
    ) -> Connection:
        del pasted, tell, listener
        self.again.append(connection)
        self.script.fail("sign_in_again")
        announce(ADDRESS)
        await self.script.enter("sign_in_again")
        return connection

    async def rename(self, connection: Connection, label: str) -> Connection:
        await self.script.enter("rename")
        renamed = replace(connection, label=label)
        self.known = [renamed if known == connection else known for known in self.known]
        return renamed

    async def put_into_group(self, connections: Sequence[Connection], group: str) -> tuple[Connection, ...]:
        await self.script.enter("put_into_group")
        moved = {one.identity: replace(one, group=group) for one in connections}
        self.known = [moved.get(known.identity, known) for known in self.known]
        return tuple(moved.values())

    async def keyring(self) -> str:
        await self.script.enter("keyring")
        return "Secret Service"

    async def disconnect(self, connection: Connection) -> None:
        await self.script.enter("disconnect")
        self.known.remove(connection)

    async def remove_leftovers(self) -> tuple[Problem, ...]:
        await self.script.enter("remove_leftovers")
        return self.leftovers

    def keep_secrets_in_memory(self) -> None:
        self.in_memory = True


class FakeNetwork:
    """The way of a :class:`FakeDesk` to portals."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.proxies: list[str] = []

    async def use_proxy(self, proxy: str, *, in_memory: bool = False) -> str:
        await self.script.enter("use_proxy")
        self.proxies.append(f"{proxy} (in memory)" if in_memory else proxy)
        return apart(proxy)[0]


class FakeLooks:
    """What windows leave for each other of what they read, by the identity of the connection."""

    def __init__(self) -> None:
        self.kept: dict[str, PortalLook] = {}

    async def read(self) -> dict[str, PortalLook]:
        return dict(self.kept)

    async def keep(self, looks: Mapping[str, PortalLook]) -> None:
        self.kept = {**self.kept, **looks}


class FakeDesk(Script):
    """What stands on the portal is :attr:`here`."""

    def __init__(self, here: Snapshot | None = None, *known: Connection) -> None:
        super().__init__()
        self.network = FakeNetwork(self)
        self.checks = FakeChecks(self)
        self.accounts = FakeAccounts(self, list(known or (connection(),)))
        self.here = here or portal_snapshot()
        self.wanted: frozenset[str] = frozenset()
        self.drafts = FakeDrafts()
        self.looks = FakeLooks()
        self.notices: tuple[Problem, ...] = ()
        self.refused: dict[str, Problem] = {}
        self.past: list[HistoryEntry] = []
        self.cut_off: Unfinished | None = None
        self.damaged: tuple[Problem, ...] = ()
        self.found: tuple[Check, ...] = (
            Check(CheckCode.INSTALLATION, CheckState.OK, message("The app is fully installed.")),
        )
        """What checks find."""
        self.checked: list[tuple[str, ...] | None] = []
        """The handlers of each check, None for all of them."""
        self.checked_on: list[Snapshot | None] = []
        """The snapshot that each check was given; None where it reads the portal itself."""
        self.drifts: dict[str, Drift] = {}
        """What drifted, by the identity of the connection; nothing elsewhere."""
        self.read: list[str] = []
        """The portals that were read together with others."""
        self.others: dict[str, Snapshot] = {}
        """What stands on portals where it is not what :attr:`here` says, by the identity of the connection."""
        self.left_out: dict[str, tuple[LeftOut, ...]] = {}
        """What no layout file can name, by the identity of the connection."""
        self.recovered: list[Recovery] = []
        self.closed = False

    def _at(self, connection: Connection) -> Snapshot:
        """What stands on this portal."""
        return self.others.get(connection.identity, self.here)

    async def unfinished(self, connection: Connection, listener: Listener = SILENT) -> Unfinished | None:
        del listener
        await self.enter("unfinished")
        left = self.cut_off
        return left if left is not None and left.entry.member_id == connection.member_id else None

    async def cut_off_applies(self, connections: Iterable[Connection]) -> dict[str, HistoryEntry | None]:
        await self.enter("cut_off_applies")
        left = self.cut_off.entry if self.cut_off is not None else None
        return {
            one.identity: left if left is not None and left.member_id == one.member_id else None for one in connections
        }

    async def damaged_journals(self, connection: Connection) -> tuple[Problem, ...]:
        del connection
        return self.damaged

    async def recover(self, connection: Connection, how: Recovery, listener: Listener = SILENT) -> Outcome:
        del connection
        assert self.cut_off is not None
        listener.progress(Progress(0, 1, message("Sending changes…")))
        await self.enter("recover")
        self.recovered.append(how)
        steps = tuple(half.step for half in self.cut_off.steps)
        self.cut_off = None
        return Outcome(tuple(StepOutcome(step, OutcomeState.DONE) for step in steps), True, self.here)

    async def export(self, connection: Connection, listener: Listener = SILENT) -> Export:
        del listener
        await self.enter("export")
        await self.enter(f"export {connection.name}")
        left_out = self.left_out.get(connection.identity, ())
        return Export(f"# {connection.name}\nbxdesk: 1\n", {}, self._at(connection).bindings, left_out)

    each = staticmethod(Desk.each)

    async def snapshot_with_drift(
        self, connection: Connection, listener: Listener = SILENT, wanted: Collection[str] = ()
    ) -> tuple[Snapshot, Drift]:
        del listener, wanted
        self.read.append(connection.name)
        await self.enter(f"read {connection.name}")
        drift = self.drifts.get(connection.identity, Drift((), SINCE))
        return replace(self._at(connection), portal=connection.portal, member_id=connection.member_id), drift

    async def history(self, connection: Connection | None = None) -> History:
        await self.enter("history")
        entries = [entry for entry in self.past if connection is None or entry.member_id == connection.member_id]
        return History(tuple(reversed(entries)), self.damaged)

    async def undo_plan(
        self, connection: Connection, entry_id: str | None = None, listener: Listener = SILENT
    ) -> Undo | None:
        del connection, listener
        await self.enter("undo_plan")
        found = [e for e in self.past if e.id == entry_id or (entry_id is None and e.can_be_taken_back)]
        if not found:
            return None
        left = found[-1].steps if found[-1].can_be_taken_back else ()
        steps = [Step(Action.UNBIND, outcome.step.after, None) for outcome in left]
        return Undo(found[-1], self.here, Plan(tuple(steps)), ())

    async def snapshot(
        self,
        connection: Connection,
        listener: Listener = SILENT,
        wanted: Collection[str] = (),
    ) -> Snapshot:
        self.wanted = frozenset(wanted)
        await self.unlock_keyring(listener)
        await self.enter("snapshot")
        return replace(self._at(connection), portal=connection.portal, member_id=connection.member_id)

    async def apply(
        self,
        connection: Connection,
        snapshot: Snapshot,
        plan: Plan,
        listener: Listener = SILENT,
        undoes: str | None = None,
    ) -> Outcome:
        self.fail("apply refused")
        if not plan.steps:
            return Outcome((), True, snapshot)
        outcomes = []
        rows = list(snapshot.bindings)
        for number, step in enumerate(plan.steps):
            listener.progress(Progress(number, len(plan.steps), message("Sending changes…")))
            if listener.is_cancelled():
                outcomes.append(StepOutcome(step, OutcomeState.SKIPPED))
                continue
            await self.enter("apply")
            self.fail(f"apply {connection.name}")
            refusal = self.refused.get(step.key.placement)
            if refusal is not None:
                unknown = refusal.code == "outcome_unknown"
                outcomes.append(StepOutcome(step, OutcomeState.UNKNOWN if unknown else OutcomeState.FAILED, refusal))
                continue
            rows = _carry_out(step, rows)
            outcomes.append(StepOutcome(step, OutcomeState.DONE))
        after = replace(snapshot, bindings=tuple(rows))
        if connection.identity in self.others:
            self.others[connection.identity] = after
        else:
            self.here = after
        self.past = [replace(entry, taken_back=entry.taken_back or entry.id == undoes) for entry in self.past]
        self.past.append(entry_of(connection, tuple(outcomes), f"{len(self.past) + 1}", undoes))
        return Outcome(tuple(outcomes), True, after)

    async def aclose(self) -> None:
        self.closed = True


class FakeChecks:
    """The checks of a :class:`FakeDesk`."""

    def __init__(self, desk: FakeDesk) -> None:
        self._desk = desk

    async def run(
        self,
        connection: Connection,
        listener: Listener = SILENT,
        *,
        wanted: Iterable[Binding] = (),
        handlers: Iterable[str] | None = None,
        snapshot: Snapshot | None = None,
    ) -> tuple[Check, ...]:
        del wanted
        self._desk.checked_on.append(snapshot)
        self._desk.checked.append(None if handlers is None else tuple(handlers))
        listener.progress(
            Progress(
                0, 2, message("Calling the pages of the widgets, each for {seconds} seconds at most", seconds="10")
            )
        )
        await self._desk.enter("check")
        await self._desk.enter(f"check {connection.name}")
        return self._desk.found

    async def prove(
        self,
        connection: Connection,
        placements: Iterable[str],
        tell: Callable[[Proof], None],
        listener: Listener = SILENT,
        patience: float = math.inf,
    ) -> Proof:
        del patience
        stands = Proof(tuple(PlaceProof(code) for code in placements))
        tell(stands)
        listener.progress(
            Progress(0, len(stands.places), message("Waiting until it is opened on {host}…", host=connection.name))
        )
        try:
            while "prove" in self._desk.gates or listener.is_cancelled():
                await listener.pause(0.01)
        except CancelledByPersonError as error:
            return replace(stands, ended=error.problem)
        self._desk.fail("prove")
        proof = stands
        for code in stands.waiting:
            fields = example_call(code, "http://127.0.0.1:1/", self._desk.here, connection.authorization_server).fields
            proof = proof.with_arrival(code, Arrival(fields, (), is_ours=True))
        return proof


def entry_of(
    connection: Connection, steps: tuple[StepOutcome, ...], number: str = "1", undoes: str | None = None
) -> HistoryEntry:
    """What the history holds of an apply."""
    return HistoryEntry(
        id=number,
        portal=connection.portal,
        member_id=connection.member_id,
        client_id=connection.client_id,
        user_id=1,
        user_name=connection.user_name,
        time=SINCE,
        purpose=Purpose.APPLY if undoes is None else Purpose.UNDO,
        steps=steps,
        ended=True,
        undoes=undoes,
    )


def unfinished(connection: Connection, here: Snapshot, steps: tuple[StepOutcome, ...]) -> Unfinished:
    """An apply that was cut off: one step done, one half done, one not begun, and so on."""
    entry = replace(entry_of(connection, steps), ended=False)
    states = cycle((StepState.DONE, StepState.HALF_WAY, StepState.NOT_DONE))
    halves = tuple(UnfinishedStep(one.step, state, None) for one, state in zip(steps, states, strict=False))
    return Unfinished(entry, here, halves)


def error(code: str = "offline", title: str = "The portal does not answer.") -> BxdeskError:
    """An error that is meant for people."""
    return BxdeskError(problem(code, title))


def _carry_out(step: Step, rows: list[Binding]) -> list[Binding]:
    gone = step.before.key if step.before else None
    rest = [row for row in rows if row.key != gone]
    if step.after is None:
        return rest
    texts = {language or "en": text.trimmed() for language, text in step.after.texts.items()}
    return [*rest, replace(step.after, texts=texts)]
