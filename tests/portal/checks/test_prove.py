"""Proving that widgets show, through the desk: a widget for a moment, the call that comes, and nothing of it after."""

from __future__ import annotations

import logging
import math
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from bxdesk.accounts.connections import ConnectionFile
from bxdesk.checks.proof import Proof, explained, remaining
from bxdesk.demo import DemoPortal
from bxdesk.desk import Desk
from bxdesk.errors import BxdeskError
from bxdesk.listener import SILENT, Listener
from bxdesk.placements.plan import make_plan
from bxdesk.portal.http import system_trust
from tests.builders import DEAL, LEAD, TILE, RecordingListener, binding
from tests.portal.conftest import SignedIn

pytestmark = pytest.mark.anyio

BI = "BI_ANALYTICS_MENU"
Act = Callable[[Proof], Coroutine[Any, Any, None]]


class Person:
    """Opens widgets in the portal, and remembers what was sent for that."""

    def __init__(self, portal: DemoPortal) -> None:
        self.portal = portal
        self.tokens: set[str] = set()

    def rows(self) -> list[dict[str, Any]]:
        """The widgets of the proof that stand there."""
        return [row for row in self.portal.bindings() if row["title"] == "bxdesk proof"]

    async def open(self, placement: str, **changes: str) -> httpx.Response:
        """What the portal's page posts into its frame; ``changes`` are fields of another call."""
        (row,) = (row for row in self.rows() if row["placement"] == placement)
        call = self.portal.widget_call(row["id"], "6591")
        async with httpx.AsyncClient(trust_env=False, verify=system_trust()) as http:
            if not call.fields:
                return await http.get(call.address)
            self.tokens |= {call.fields[name] for name in ("AUTH_ID", "REFRESH_ID", "APPLICATION_TOKEN")}
            fields = call.fields | changes
            return await http.post(call.address, data=fields, headers={"Origin": self.portal.address})


@pytest.fixture
def person(portal: DemoPortal) -> Person:
    """Who looks at the portal."""
    return Person(portal)


@pytest.fixture
async def desk(signed_in: SignedIn, tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk that is signed in to the portal."""
    made = start(signed_in, tmp_path)
    yield made
    await made.aclose()


def start(signed_in: SignedIn, folder: Path) -> Desk:
    return Desk(
        ConnectionFile(signed_in.list_file),
        signed_in.secrets,
        system_trust,
        locks=folder / "locks",
        journal=folder / "journal",
        drafts=folder / "drafts",
        proxy="none",
    )


async def prove(
    desk: Desk,
    *placements: str,
    act: Act | None = None,
    listener: Listener = SILENT,
    patience: float = math.inf,
) -> Proof:
    """Proves; once the widgets stand, ``act`` is what happens at the portal."""
    (connection,) = await desk.accounts.connections()
    stands: list[Proof] = []
    async with anyio.create_task_group() as tasks:

        def tell(proof: Proof) -> None:
            if act is not None and not stands:
                tasks.start_soon(act, proof)
            stands.append(proof)

        proof = await desk.checks.prove(connection, placements, tell, listener, patience)
        tasks.cancel_scope.cancel()
    return proof


def codes(proof: Proof) -> list[str]:
    """What each outcome means, by its code."""
    return [problem.code for place in proof.places for problem in explained(place)]


async def test_what_was_opened_everywhere_is_proven_and_gone(desk: Desk, person: Person) -> None:
    before = person.portal.bindings()
    answers: list[httpx.Response] = []

    async def act(proof: Proof) -> None:
        assert proof.waiting == (TILE, DEAL)
        answers.extend([await person.open(placement) for placement in proof.waiting])

    proof = await prove(desk, "contact_center", DEAL, DEAL, act=act)

    assert proof.is_proven
    assert codes(proof) == ["proof_works", "proof_works"]
    assert remaining(proof) == ()
    assert [place.placement for place in proof.places] == [TILE, DEAL]
    deal = proof.places[1].arrival
    assert deal is not None
    assert deal.differences == ()
    assert deal.sent["member_id"] == person.portal.member_id
    assert deal.sent["PLACEMENT_OPTIONS"] == '{"ID": "6591"}'
    assert (deal.sent["AUTH_ID"], deal.sent["REFRESH_ID"]) == ("…", "…")
    assert person.portal.bindings() == before
    assert [answer.status_code for answer in answers] == [200, 200]
    policy = answers[0].headers["content-security-policy"]
    assert policy.endswith(f"frame-ancestors {person.portal.address}")


async def test_a_place_that_wants_options_and_one_that_is_opened_by_a_get(desk: Desk, person: Person) -> None:
    async def act(proof: Proof) -> None:
        for placement in proof.waiting:
            await person.open(placement)

    proof = await prove(desk, BI, "IM_TEXTAREA", act=act)

    assert proof.is_proven
    assert proof.places[0].arrival is not None
    assert proof.places[0].arrival.sent == {}


async def test_what_nobody_opens_says_what_can_be_the_reason(desk: Desk, person: Person) -> None:
    person.portal.change(installed=False)

    proof = await prove(desk, DEAL, patience=0.3)

    assert not proof.is_proven
    assert codes(proof) == ["installation"]
    assert [problem.code for problem in remaining(proof)] == ["proof_not_seen", "proof_asked"]
    assert proof.ended is not None
    assert proof.ended.code == "proof_timeout"
    assert person.rows() == []


async def test_a_call_of_another_portal_proves_nothing(desk: Desk, person: Person) -> None:
    async def act(_: Proof) -> None:
        await person.open(DEAL, member_id="b" * 32)

    proof = await prove(desk, DEAL, act=act, patience=1)

    assert not proof.is_proven
    assert codes(proof) == ["proof_of_another_portal"]


async def test_who_does_not_know_the_address_is_not_listened_to(desk: Desk, person: Person) -> None:
    answers: list[int] = []

    async def act(_: Proof) -> None:
        (row,) = person.rows()
        origin, _, _ = row["handler"].rpartition("/")[0].rpartition("/")
        async with httpx.AsyncClient(trust_env=False, verify=system_trust()) as http:
            wrong = [(origin + path, DEAL) for path in ("/", f"/{'a' * 43}/", "/favicon.ico")]
            for address, placement in (*wrong, (row["handler"], LEAD)):
                answer = await http.post(address, data={"PLACEMENT": placement})
                answers.append(answer.status_code)

    proof = await prove(desk, DEAL, act=act, patience=1)

    assert answers == [404, 404, 404, 404]
    assert not proof.is_proven
    assert proof.places[0].arrival is None


async def test_where_it_cannot_be_bound_the_others_are_proven(desk: Desk, person: Person) -> None:
    person.portal.change(max_counts={"LEFT_MENU": 1})
    person.portal.add_binding("LEFT_MENU", "https://widgets.example.com/one")

    async def act(_: Proof) -> None:
        await person.open(DEAL)

    proof = await prove(desk, "NO_SUCH_PLACE", "LEFT_MENU", DEAL, act=act)

    assert [place.is_proven for place in proof.places] == [False, False, True]
    assert codes(proof) == ["placement_not_found", "ERROR_PLACEMENT_MAX_COUNT", "proof_works"]
    assert not proof.is_proven


async def test_where_nothing_can_be_bound_nothing_is_waited_for(desk: Desk, person: Person) -> None:
    person.portal.clear_requests()
    proof = await prove(desk, "NO_SUCH_PLACE")
    assert not proof.is_proven
    assert len(person.portal.requests) == 1


async def test_cancel_takes_it_away(desk: Desk, person: Person) -> None:
    stands: list[bool] = []
    proof = await prove(desk, DEAL, TILE, act=_noting(stands, person), listener=RecordingListener(lambda: bool(stands)))

    assert stands == [True]
    assert proof.ended is not None
    assert proof.ended.code == "cancelled"
    assert person.rows() == []


async def test_a_task_that_is_cancelled_takes_it_away(desk: Desk, person: Person) -> None:
    (connection,) = await desk.accounts.connections()
    async with anyio.create_task_group() as tasks:
        stands = anyio.Event()
        tasks.start_soon(desk.checks.prove, connection, [DEAL], lambda _: stands.set())
        await stands.wait()
        assert person.rows()
        tasks.cancel_scope.cancel()
    assert person.rows() == []


async def test_an_error_on_the_way_takes_it_away(desk: Desk, person: Person) -> None:
    def broken(_: Proof) -> None:
        assert person.rows()
        raise RuntimeError("what shows it is broken")

    (connection,) = await desk.accounts.connections()
    with pytest.raises(RuntimeError):
        await desk.checks.prove(connection, [DEAL], broken)
    assert person.rows() == []


async def test_what_could_not_be_taken_away_is_said_and_goes_with_the_next_look(desk: Desk, person: Person) -> None:
    async def act(_: Proof) -> None:
        person.portal.plant("lost", method="placement.get", times=None)
        await person.open(DEAL)

    proof = await prove(desk, DEAL, act=act)

    assert proof.places[0].is_proven
    assert proof.left is not None
    assert not proof.is_proven
    assert person.rows()
    person.portal.clear_faults()
    (connection,) = await desk.accounts.connections()
    assert not [row for row in (await desk.snapshot(connection)).bindings if row.title == "bxdesk proof"]
    assert person.rows() == []


async def test_while_it_stands_others_see_it_and_leave_it(
    desk: Desk, person: Person, signed_in: SignedIn, tmp_path: Path
) -> None:
    other = start(signed_in, tmp_path)
    (connection,) = await desk.accounts.connections()
    seen: list[int] = []

    async def act(_: Proof) -> None:
        seen.append(sum(row.title == "bxdesk proof" for row in (await other.snapshot(connection)).bindings))
        await person.open(DEAL)

    proof = await prove(desk, DEAL, act=act)

    assert (proof.is_proven, seen) == (True, [1])
    await other.aclose()


async def test_it_is_neither_drift_nor_history_nor_to_be_undone(desk: Desk) -> None:
    (connection,) = await desk.accounts.connections()
    async with desk.change(connection) as change:
        await change.apply(make_plan(await change.read(), [binding(LEAD)], ()))
    applied = (await desk.history(connection)).entries
    since = (await desk.drift(connection)).since

    await prove(desk, DEAL, patience=0.1)

    drift = await desk.drift(connection)
    assert (drift.changes, drift.since) == ((), since)
    assert (await desk.history(connection)).entries == applied
    undo = await desk.undo_plan(connection)
    assert undo is not None
    assert undo.entry.id == applied[0].id
    assert await desk.unfinished(connection) is None


async def test_a_proof_of_another_computer_is_no_drift(desk: Desk, person: Person) -> None:
    (connection,) = await desk.accounts.connections()
    number = person.portal.add_binding(DEAL, f"http://127.0.0.1:5000/{'a' * 43}/", "bxdesk proof")
    async with desk.change(connection) as change:
        await change.apply(make_plan(await change.read(), [binding(LEAD)], ()))
    assert (await desk.drift(connection)).changes == ()
    person.portal.remove_binding(number)
    assert (await desk.drift(connection)).changes == ()
    person.portal.add_binding(TILE, f"http://127.0.0.1:5000/{'b' * 43}/", "bxdesk proof")
    assert (await desk.drift(connection)).changes == ()
    assert len(person.rows()) == 1, "it is that computer's to take away"


async def test_who_is_no_administrator_begins_nothing(desk: Desk, person: Person) -> None:
    person.portal.change(admin=False)
    (connection,) = await desk.accounts.connections()
    with pytest.raises(BxdeskError) as caught:
        await desk.checks.prove(connection, [DEAL], lambda _: None)
    assert caught.value.problem.code == "not_admin"


async def test_no_token_that_arrived_is_kept_or_logged(
    desk: Desk, person: Person, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def act(_: Proof) -> None:
        await person.open(DEAL)

    proof = await prove(desk, DEAL, act=act)

    kept = all_files(tmp_path)
    assert b'"proof"' in kept
    for token in person.tokens:
        assert token.encode() not in kept
        assert token not in caplog.text
        assert token not in repr(proof)


def all_files(folder: Path) -> bytes:
    """All that is written there."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def _noting(stands: list[bool], person: Person) -> Act:
    async def act(proof: Proof) -> None:
        stands.append(len(person.rows()) == len(proof.waiting))

    return act
