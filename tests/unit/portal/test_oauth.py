"""What an authorization server answers, read tolerantly."""

from __future__ import annotations

from urllib.parse import parse_qsl

import anyio
import httpx
import pytest

from bxdesk.portal.errors import PortalError
from bxdesk.portal.oauth import REPLY, authorize_address, exchange_code, refresh_tokens


@pytest.mark.parametrize(
    ("given", "read"),
    [("https://a.b/rest/", "https://a.b/rest/"), ("https://a.b/rest", "https://a.b/rest/"), ("", ""), (None, "")],
)
def test_methods_can_be_put_behind_the_endpoint(given: str | None, read: str) -> None:
    reply = REPLY.validate({"access_token": "a", "refresh_token": "r", "client_endpoint": given})
    assert reply.client_endpoint == read


@pytest.mark.parametrize("grant", ["authorization_code", "refresh_token"])
def test_the_secret_travels_in_a_form_and_not_in_the_address(grant: str) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, json={"access_token": "a", "refresh_token": "r", "expires_in": "3600"})

    async def ask() -> None:
        http, server = httpx.AsyncClient(transport=httpx.MockTransport(answer)), "https://oauth.bitrix.info"
        ask_for = exchange_code if grant == "authorization_code" else refresh_tokens
        assert (await ask_for(http, server, "local.1", "the-secret", "given")).refresh_token == "r"

    anyio.run(ask)
    assert (asked[0].method, str(asked[0].url)) == ("POST", "https://oauth.bitrix.info/oauth/token/")
    sent = dict(parse_qsl(asked[0].content.decode()))
    assert (sent["grant_type"], sent["client_id"], sent["client_secret"]) == (grant, "local.1", "the-secret")


def test_what_was_typed_can_be_sent_whatever_it_is() -> None:
    """A terminal hands bytes that are no text over as halves of characters."""
    assert (
        authorize_address("https://a.b", "local.\udcff", "s")
        == "https://a.b/oauth/authorize/?client_id=local.%3F&state=s"
    )

    async def asked() -> None:
        def refuse(request: httpx.Request) -> httpx.Response:
            assert request.content == b"grant_type=refresh_token&client_id=%3F&client_secret=%3F&refresh_token=%3F"
            return httpx.Response(400, json={"error": "invalid_client"})

        http = httpx.AsyncClient(transport=httpx.MockTransport(refuse))
        with pytest.raises(PortalError, match="is wrong"):
            await refresh_tokens(http, "https://oauth.bitrix.info", "\udcff", "\udcff", "\ud83d")

    anyio.run(asked)
