"""What an authorization server answers, read tolerantly."""

from __future__ import annotations

import pytest

from bxdesk.portal.oauth import TokenReply


@pytest.mark.parametrize(
    ("given", "read"),
    [("https://a.b/rest/", "https://a.b/rest/"), ("https://a.b/rest", "https://a.b/rest/"), ("", ""), (None, "")],
)
def test_methods_can_be_put_behind_the_endpoint(given: str | None, read: str) -> None:
    reply = TokenReply.model_validate({"access_token": "a", "refresh_token": "r", "client_endpoint": given})
    assert reply.client_endpoint == read
