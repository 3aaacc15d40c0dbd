"""What every desk does: the real one on the demo portal, and the fake one that tests of the window use."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from bxdesk.accounts.accounts import Accounts
from bxdesk.accounts.connection import Connection
from bxdesk.accounts.connections import ConnectionFile
from bxdesk.accounts.network import Network
from bxdesk.checks.check import CheckCode
from bxdesk.checks.checks import Checks
from bxdesk.checks.proof import Proof
from bxdesk.desk import Desk
from bxdesk.placements.bindings import Binding
from bxdesk.placements.draft import Draft
from bxdesk.placements.outcome import Outcome, OutcomeState
from bxdesk.placements.plan import Action, Plan, make_plan
from bxdesk.portal.http import system_trust
from tests.builders import DEAL, LEAD, TILE, RecordingListener, binding
from tests.gui.fake_desk import FakeAccounts, FakeChecks, FakeDesk, FakeNetwork, problem
from tests.portal.conftest import SignedIn

pytestmark = pytest.mark.anyio
BOUND = (binding(DEAL, title="Send"), binding(LEAD, title="Send"))
PUBLIC = [
    (real, fake, name)
    for real, fake in ((Desk, FakeDesk), (Accounts, FakeAccounts), (Network, FakeNetwork), (Checks, FakeChecks))
    for name, value in sorted(vars(fake).items())
    if not name.startswith("_") and callable(value)
]


@dataclass
class Side:
    """A desk that is signed in to one portal on which nothing is bound."""

    desk: Desk
    refuse: Callable[[str], None]
    """Has the portal refuse what is bound at this place."""

    async def connection(self) -> Connection:
        (connection,) = await self.desk.accounts.connections()
        return connection

    async def apply(self, *wanted: Binding, removing: bool = False) -> Outcome:
        """Makes the portal hold these, and with ``removing`` nothing else."""
        connection = await self.connection()
        here = await self.desk.snapshot(connection)
        return await self.desk.apply(connection, here, make_plan(here, wanted, None if removing else ()))

    async def standing(self) -> list[tuple[str, str, str]]:
        here = await self.desk.snapshot(await self.connection())
        return sorted((row.placement, row.handler, row.title) for row in here.bindings)


@pytest.fixture(params=["real", "fake"])
async def side(request: pytest.FixtureRequest, signed_in: SignedIn, tmp_path: Path) -> AsyncIterator[Side]:
    if request.param == "fake":
        fake = FakeDesk()
        yield Side(cast("Desk", fake), lambda code: fake.refused.update({code: problem("ERROR_ARGUMENT")}))
        return
    signed_in.portal.clear_bindings()
    real = _real(signed_in, tmp_path)

    def refuse(code: str) -> None:
        command = sorted((LEAD, DEAL)).index(code)
        signed_in.portal.plant("error", method="placement.bind", code="ERROR_ARGUMENT", skip=command)

    yield Side(real, refuse)
    await real.aclose()


def _real(signed_in: SignedIn, folder: Path) -> Desk:
    return Desk(
        ConnectionFile(signed_in.list_file),
        signed_in.secrets,
        system_trust,
        locks=folder / "locks",
        journal=folder / "journal",
        drafts=folder / "drafts",
        proxy="none",
    )


async def test_a_snapshot_is_of_the_connection_it_was_asked_for(side: Side) -> None:
    connection = await side.connection()
    here = await side.desk.snapshot(connection)
    assert (here.portal, here.member_id) == (connection.portal, connection.member_id)
    assert {DEAL, LEAD, TILE} <= here.placements
    assert (here.bindings, here.bindings_unread) == ((), None)


async def test_what_was_applied_stands_there_and_its_plan_is_empty(side: Side) -> None:
    outcome = await side.apply(*BOUND)
    assert outcome.is_complete
    assert outcome.verified
    assert [step.state for step in outcome.steps] == [OutcomeState.DONE] * 2
    assert make_plan(outcome.snapshot, BOUND, ()).steps == ()
    assert await side.standing() == sorted((row.placement, row.handler, row.title) for row in BOUND)


async def test_what_differs_is_replaced_and_what_is_not_wanted_goes(side: Side) -> None:
    await side.apply(*BOUND)
    outcome = await side.apply(binding(DEAL, title="Other"), removing=True)
    assert sorted(step.step.action for step in outcome.steps) == [Action.REPLACE, Action.UNBIND]
    assert [(placement, title) for placement, _, title in await side.standing()] == [(DEAL, "Other")]


async def test_nothing_is_sent_for_a_plan_without_steps(side: Side) -> None:
    connection = await side.connection()
    here = await side.desk.snapshot(connection)
    outcome = await side.desk.apply(connection, here, Plan(()))
    assert (outcome.steps, outcome.verified) == ((), True)
    assert (await side.desk.history(connection)).entries == ()


async def test_a_step_that_is_refused_says_why_and_the_others_are_done(side: Side) -> None:
    side.refuse(DEAL)
    outcome = await side.apply(*sorted(BOUND, key=lambda row: row.placement))
    states = {step.step.binding.placement: step for step in outcome.steps}
    assert (states[DEAL].state, states[LEAD].state) == (OutcomeState.FAILED, OutcomeState.DONE)
    refusal = states[DEAL].problem
    assert refusal is not None
    assert refusal.title
    assert not outcome.is_complete
    assert [placement for placement, *_ in await side.standing()] == [LEAD]


async def test_who_has_cancelled_before_the_first_step_finds_nothing_done(side: Side) -> None:
    connection = await side.connection()
    here = await side.desk.snapshot(connection)
    outcome = await side.desk.apply(connection, here, make_plan(here, BOUND, ()), RecordingListener(lambda: True))
    assert OutcomeState.DONE not in {step.state for step in outcome.steps}
    assert await side.standing() == []


async def test_an_apply_is_in_the_history_and_can_be_taken_back_once(side: Side) -> None:
    await side.apply(*BOUND)
    connection = await side.connection()
    (entry,) = (await side.desk.history(connection)).entries
    assert entry.can_be_taken_back
    undo = await side.desk.undo_plan(connection)
    assert undo is not None
    assert undo.entry.id == entry.id
    assert [step.action for step in undo.plan.steps] == [Action.UNBIND] * 2
    await side.desk.apply(connection, undo.snapshot, undo.plan, undoes=undo.entry.id)
    assert await side.standing() == []
    newest, oldest = (await side.desk.history(connection)).entries
    assert newest.undoes == oldest.id
    assert not oldest.can_be_taken_back
    again = await side.desk.undo_plan(connection, oldest.id)
    assert again is not None
    assert again.plan.steps == (), "nothing of it stands any more"


async def test_nothing_stands_half_way_as_a_rule(side: Side) -> None:
    await side.apply(*BOUND)
    assert await side.desk.unfinished(await side.connection()) is None
    assert await side.desk.damaged_journals(await side.connection()) == ()
    connection = await side.connection()
    assert await side.desk.cut_off_applies([connection]) == {connection.identity: None}


async def test_a_name_and_a_group_of_ones_own_and_signing_out(side: Side) -> None:
    renamed = await side.desk.accounts.rename(await side.connection(), "Production")
    assert renamed.label == "Production"
    assert await side.connection() == renamed
    (grouped,) = await side.desk.accounts.put_into_group([renamed], "Ours")
    assert (grouped.label, grouped.group) == ("Production", "Ours")
    assert await side.connection() == grouped
    await side.desk.accounts.disconnect(grouped)
    assert await side.desk.accounts.connections() == ()


async def test_a_name_with_half_a_character_is_kept_as_far_as_it_can_be(signed_in: SignedIn, tmp_path: Path) -> None:
    desk = _real(signed_in, tmp_path)
    (connection,) = await desk.accounts.connections()
    renamed = await desk.accounts.rename(connection, "Prod \udcff  one ")
    assert renamed.label == "Prod ? one"
    assert await desk.accounts.connections() == (renamed,)
    await desk.aclose()


async def test_a_draft_is_kept_until_it_is_forgotten(side: Side) -> None:
    connection = await side.connection()
    draft = Draft.of(await side.desk.snapshot(connection))
    changed = draft.with_layout(draft.layout.with_bindings(BOUND))
    await side.desk.drafts.keep(connection.identity, changed)
    assert await side.desk.drafts.waiting([connection.identity]) == {connection.identity: changed.changes}
    await side.desk.drafts.keep(connection.identity, None)
    assert await side.desk.drafts.waiting([connection.identity]) == {}


async def test_what_waits_in_a_draft_is_known(side: Side) -> None:
    connection = await side.connection()
    draft = Draft.of(await side.desk.snapshot(connection))
    await side.desk.drafts.keep(connection.identity, draft.with_layout(draft.layout.with_bindings(BOUND)))
    waiting = await side.desk.drafts.waiting((connection.identity, "nobody"))
    assert {identity: len(changes) for identity, changes in waiting.items()} == {connection.identity: len(BOUND)}


async def test_a_portal_is_read_together_with_what_drifted(side: Side) -> None:
    await side.apply(*BOUND)
    snapshot, drift = await side.desk.snapshot_with_drift(await side.connection())
    assert sorted(row.placement for row in snapshot.bindings) == sorted((DEAL, LEAD))
    assert drift.changes == ()
    assert drift.since is not None


async def test_checks_answer_for_the_app(side: Side) -> None:
    checks = await side.desk.checks.run(await side.connection(), handlers=())
    assert CheckCode.INSTALLATION in {check.code for check in checks}


async def test_a_proof_that_is_stopped_proves_nothing_and_leaves_nothing(side: Side) -> None:
    told: list[Proof] = []
    proof = await side.desk.checks.prove(
        await side.connection(), [DEAL, TILE], told.append, RecordingListener(lambda: bool(told))
    )
    assert [place.placement for place in told[0].places] == [DEAL, TILE]
    assert told[0].waiting == (DEAL, TILE)
    assert (proof.is_proven, proof.left) == (False, None)
    assert proof.ended is not None
    assert proof.ended.code == "cancelled"
    assert await side.standing() == []


@pytest.mark.parametrize(("real", "fake", "name"), PUBLIC)
def test_the_fake_is_asked_as_the_real_one(real: type, fake: type, name: str) -> None:
    """Each method takes what the real one takes, under the same names and with the same defaults."""
    real_call, fake_call = (inspect.signature(getattr(kind, name)).parameters.values() for kind in (real, fake))
    assert [(one.name, one.kind, one.default) for one in fake_call] == [
        (one.name, one.kind, one.default) for one in real_call
    ]
