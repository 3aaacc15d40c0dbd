"""A portal and an authorization server that answer anything at all: it is read, or it is one clear error."""

from __future__ import annotations

import json
from typing import Any

import anyio
import httpx
import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.changes.apply import carry_out
from bxdesk.changes.journal_log import now
from bxdesk.changes.journal_records import begin_of, line
from bxdesk.listener import Listener
from bxdesk.placements.history import Purpose
from bxdesk.placements.outcome import Outcome, OutcomeState
from bxdesk.placements.plan import make_plan
from bxdesk.placements.snapshot import Snapshot
from bxdesk.portal.auth import TokenAuth
from bxdesk.portal.errors import LimitError, UnknownOutcomeError
from bxdesk.portal.rest import Command, RestClient
from bxdesk.portal.snapshot import take_snapshot
from tests.builders import HANDLER

HOST = "acme.bitrix24.com"
GOOD: dict[str, Any] = {
    "app.info": {"INSTALLED": True, "STATUS": "L"},
    "scope": ["placement", "crm", "contact_center"],
    "profile": {"ID": "1", "ADMIN": True, "NAME": "Helen"},
    "placement.list": ["CRM_DEAL_DETAIL_ACTIVITY"],
    "placement.get": [{"placement": "LEFT_MENU", "handler": HANDLER, "userId": 0, "langAll": {}, "title": "x"}],
    "crm.type.list": {"types": [{"entityTypeId": 183, "title": "Purchase"}]},
}
METHODS = ("app.info", "scope", "profile", "placement.list", "placement.list", "placement.get", "crm.type.list")


def answering(*bodies: object) -> httpx.AsyncClient:
    """A client whose requests are answered with these, the last one for ever; what is no bytes is sent as JSON."""
    left = list(bodies)

    def answer(request: httpx.Request) -> httpx.Response:
        del request
        body = left.pop(0) if len(left) > 1 else left[0]
        return httpx.Response(200, content=body if isinstance(body, bytes) else json.dumps(body))

    return httpx.AsyncClient(transport=httpx.MockTransport(answer))


def rest(*bodies: object) -> RestClient:
    """A signed-in client to such a portal."""

    async def refresh(used: str, _: Listener) -> str:
        return used

    return RestClient(answering(*bodies), f"https://{HOST}/rest/", TokenAuth("token", refresh))


def batch_of(results: dict[str, Any], **more: object) -> dict[str, Any]:
    """The answer to the snapshot's batch with these results of single methods."""
    named = {f"c{index}": results[method] for index, method in enumerate(METHODS) if method in results}
    return {"result": {"result": named, "result_error": [], **more}}


def snapshot_of(answer: object) -> Snapshot:
    """What a client makes of it."""
    return anyio.run(take_snapshot, rest(answer), f"https://{HOST}", "m1")


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is waited for is over at once."""

    async def over(_: Listener, seconds: float) -> None:
        assert 0 <= seconds <= 600

    monkeypatch.setattr("bxdesk.listener.Listener.pause", over)


@pytest.mark.parametrize("reset", ["nan", "1e999", "soon", 10**400, [], -5, True])
def test_a_limit_whose_end_nobody_can_read_is_still_a_limit(reset: object) -> None:
    body = {"error": "OPERATION_TIME_LIMIT", "time": {"operating_reset_at": reset}}
    with pytest.raises(LimitError):
        anyio.run(rest(body).call, Command("placement.bind"))


@pytest.mark.parametrize("method", ["scope", "placement.list", "placement.get", "crm.type.list"])
@pytest.mark.parametrize("nothing", [None, False, "", 0, True, "[]", {"types": None}])
def test_what_is_no_list_was_not_read(method: str, nothing: object) -> None:
    """An empty list says that there is nothing; these say nothing."""
    with pytest.raises(UnknownOutcomeError, match="not a portal's"):
        snapshot_of(batch_of({**GOOD, method: nothing}))


def test_an_empty_list_is_one_in_both_of_phps_forms() -> None:
    empties: tuple[object, ...] = ([], {})
    for empty in empties:
        here = snapshot_of(batch_of({**GOOD, "placement.get": empty, "crm.type.list": {"types": empty}}))
        assert (here.bindings, here.types, here.bindings_unread, here.types_unread) == ((), (), None, None)


def test_a_binding_that_nobody_can_write_down_is_seen() -> None:
    row = {**GOOD["placement.get"][0], "title": "half \ud83d", "options": {"a\ud83d": "\udc00"}}
    (held,) = snapshot_of(batch_of({**GOOD, "placement.get": [row]})).bindings
    assert held.title == "half �"
    str(held).encode()


def test_types_whose_pages_do_not_end_are_not_read_for_ever() -> None:
    asked: list[int] = []

    def answer(request: httpx.Request) -> httpx.Response:
        lines = [line for line in json.loads(request.content)["cmd"].values() if "start=" in line]
        starts = [int(line.partition("start=")[2]) for line in lines]
        asked.extend(starts)
        if not starts:
            return httpx.Response(200, json=batch_of(GOOD, result_next={"c6": 50}))
        pages = {f"c{index}": {"types": [{"entityTypeId": start}] * 50} for index, start in enumerate(starts)}
        following = {f"c{index}": start + 50 for index, start in enumerate(starts)}
        return httpx.Response(200, json={"result": {"result": pages, "result_next": following}})

    async def nobody(used: str, _: Listener) -> str:
        return used

    http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    client = RestClient(http, f"https://{HOST}/rest/", TokenAuth("token", nobody))
    with pytest.raises(UnknownOutcomeError):
        anyio.run(take_snapshot, client, f"https://{HOST}", "m1")
    assert len(asked) <= 250, "12,500 types at most"


def applied(*bodies: object) -> Outcome:
    """What comes of taking away the one binding there is."""
    before = snapshot_of(batch_of(GOOD))
    plan = make_plan(before, (), removing={row.key for row in before.bindings})
    return anyio.run(carry_out, rest(*bodies), before, plan)


@pytest.mark.logs_warnings
@pytest.mark.parametrize("nothing", [None, False, "", {"a": 1}, [None], [{"placement": "X"}], float("nan"), 0])
def test_a_read_back_that_is_no_list_verifies_nothing(nothing: object) -> None:
    refused = {"result_error": {"c0": {"error": "ERROR_ARGUMENT"}}, "result": {"c1": nothing}}
    outcome = applied({"result": refused}, {"result": nothing})
    assert not outcome.verified
    assert outcome.steps[0].state is not OutcomeState.DONE
    assert outcome.problem is not None


@pytest.mark.parametrize("spoilt", [b"[" * 1000, b'{"result": NaN}', b'{"result": "\xff', b"9" * 5000, b"null"])
def test_an_answer_that_nobody_can_read_is_followed_by_reading_back(spoilt: bytes) -> None:
    outcome = applied(spoilt, {"result": []})
    assert (outcome.verified, outcome.steps[0].state) == (True, OutcomeState.DONE)


def test_a_binding_that_nobody_can_write_down_can_be_taken_away() -> None:
    async def removed() -> Outcome:
        row = {**GOOD["placement.get"][0], "title": "half \ud83d"}
        before = await take_snapshot(rest(batch_of({**GOOD, "placement.get": [row]})), f"https://{HOST}", "m1")
        plan = make_plan(before, (), removing={held.key for held in before.bindings})
        connection = Connection("m1", f"https://{HOST}", f"https://{HOST}/rest/", "local.1", "", 1, "Helen")
        line(begin_of(plan.steps, connection, Purpose.APPLY, None, now()))
        return await carry_out(rest({"result": {"result": {"c0": {"count": 2}, "c1": []}}}), before, plan)

    assert anyio.run(removed).verified
