"""What an authorization server answers, read tolerantly."""

from __future__ import annotations

import anyio
import httpx
import pytest

from bxdesk.portal.errors import PortalError
from bxdesk.portal.oauth import TokenReply, authorize_address, refresh_tokens


@pytest.mark.parametrize(
    ("given", "read"),
    [("https://a.b/rest/", "https://a.b/rest/"), ("https://a.b/rest", "https://a.b/rest/"), ("", ""), (None, "")],
)
def test_methods_can_be_put_behind_the_endpoint(given: str | None, read: str) -> None:
    reply = TokenReply.model_validate({"access_token": "a", "refresh_token": "r", "client_endpoint": given})
    assert reply.client_endpoint == read


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
