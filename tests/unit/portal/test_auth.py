"""How a token is put into a request."""

from __future__ import annotations

import json

import httpx
import pytest

from bxdesk.listener import Listener
from bxdesk.portal.auth import TokenAuth

pytestmark = pytest.mark.anyio


async def _no_refresh(used: str, listener: Listener) -> str:
    del listener
    raise AssertionError(f"nobody asked for another token than {used}")


@pytest.mark.parametrize("token", ["tokén", "to\nken", "half \ud83d"])
async def test_what_no_header_can_carry_travels_in_the_body(token: str) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json={"result": True})

    transport = httpx.MockTransport(answer)
    async with httpx.AsyncClient(transport=transport, auth=TokenAuth(token, _no_refresh)) as client:
        await client.post("https://acme.bitrix24.com/rest/profile", json={"x": 1})
    (request,) = sent
    assert "authorization" not in request.headers
    assert json.loads(request.content) == {"x": 1, "auth": token}
