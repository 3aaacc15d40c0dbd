"""The last page of a list, however a portal says that it is the last."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs

import anyio
import httpx
import pytest

from bxdesk.listener import Listener
from bxdesk.portal.auth import TokenAuth
from bxdesk.portal.rest import RestClient
from bxdesk.portal.snapshot import take_snapshot

pytestmark = pytest.mark.anyio

TYPES = 120
RESULTS: dict[str, Any] = {
    "app.info": {"INSTALLED": True},
    "scope": ["crm", "placement", "contact_center"],
    "profile": {"ID": "1", "ADMIN": True, "NAME": "Helen"},
    "placement.list": ["LEFT_MENU"],
    "placement.get": [],
}


def portal_with(last: dict[str, Any], *, deaf: bool = False) -> httpx.MockTransport:
    """A portal whose last page of types carries ``last``; a deaf one does not hear where to begin."""

    def batch(request: httpx.Request) -> httpx.Response:
        answer: dict[str, dict[str, Any]] = {"result": {}, "result_next": {}}
        for name, line in json.loads(request.content)["cmd"].items():
            method, _, query = line.partition("?")
            answer["result"][name] = RESULTS.get(method)
            if method == "crm.type.list":
                start = 0 if deaf else int(parse_qs(query).get("start", ["0"])[0])
                numbers = range(start, min(start + 50, TYPES))
                answer["result"][name] = {"types": [{"entityTypeId": 128 + n, "title": str(n)} for n in numbers]}
                following = {"next": start + 50} if start + 50 < TYPES else last
                if "next" in following:
                    answer["result_next"][name] = following["next"]
        return httpx.Response(200, json={"result": answer})

    return httpx.MockTransport(batch)


async def types_of(portal: httpx.MockTransport) -> int:
    """How many types a snapshot finds; fails when it does not come to an end."""

    async def no_refresh(_: str, __: Listener) -> str:
        raise AssertionError

    async with httpx.AsyncClient(transport=portal) as http:
        client = RestClient(http, "https://acme.example/rest/", TokenAuth("token", no_refresh))
        with anyio.fail_after(10):
            return len((await take_snapshot(client, "https://acme.example", "m")).types)


@pytest.mark.parametrize("last", [{}, {"next": False}, {"next": None}, {"next": ""}, {"next": 0}, {"next": "50"}])
async def test_every_way_to_say_that_no_page_follows(last: dict[str, Any]) -> None:
    assert await types_of(portal_with(last)) == TYPES


async def test_a_portal_that_sends_the_first_page_for_ever_is_not_asked_for_ever() -> None:
    assert await types_of(portal_with({}, deaf=True)) == 50
