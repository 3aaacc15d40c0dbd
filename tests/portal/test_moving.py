"""A portal that was renamed: followed only once it is known to be the same, and never with a token ahead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bxdesk.accounts.portal_session import PortalSession
from bxdesk.portal.errors import PortalError
from bxdesk.portal.limits import PortalLimits
from bxdesk.portal.rest import Command
from tests.portal.conftest import SignedIn

pytestmark = pytest.mark.anyio

PROFILE = Command("profile")


async def test_a_renamed_portal_is_followed_and_the_connection_learns_its_address(signed_in: SignedIn) -> None:
    """A renamed portal answers 302 to the new host: accept only after `member_id` matches."""
    port = signed_in.connection.name.partition(":")[2]
    signed_in.portal.rename("localhost")
    answer = await signed_in.client.call(PROFILE)
    assert answer.result["ID"] == "1"
    (learned,) = signed_in.moved
    assert learned == replace(
        signed_in.connection, portal=f"http://localhost:{port}", endpoint=f"http://localhost:{port}/rest/"
    )
    assert signed_in.client.host == f"localhost:{port}"
    signed_in.portal.clear_requests()
    await signed_in.client.call(PROFILE)
    assert len(signed_in.portal.requests) == 1, "the new address is used at once from then on"


async def test_a_write_is_carried_out_once_although_the_portal_moved(signed_in: SignedIn) -> None:
    signed_in.portal.rename("localhost")
    params = {"PLACEMENT": "CRM_DEAL_DETAIL_TAB", "HANDLER": "https://a.b/c", "TITLE": "T"}
    await signed_in.client.call(Command("placement.bind", params))
    assert [row["handler"] for row in signed_in.portal.bindings()].count("https://a.b/c") == 1


async def test_a_redirect_to_somewhere_else_gets_no_token(signed_in: SignedIn) -> None:
    signed_in.portal.plant("redirect", to="evil.example.com", times=None)
    with pytest.raises(PortalError, match=r"evil\.example\.com") as caught:
        await signed_in.client.call(PROFILE)
    assert caught.value.problem.code == "portal_moved"
    assert signed_in.moved == []


async def test_another_portals_identity_is_refused(signed_in: SignedIn) -> None:
    other = replace(signed_in.connection, member_id="f" * 32)
    keys = await signed_in.keys()
    await signed_in.secrets.save(f"{other.client_id}@{other.member_id}", keys)
    client = await PortalSession(signed_in.http, signed_in.saved, other).client(PortalLimits())
    signed_in.portal.rename("localhost")
    with pytest.raises(PortalError, match="another address"):
        await client.call(PROFILE)
    assert signed_in.moved == []


async def test_a_redirect_to_itself_is_no_portals_answer(signed_in: SignedIn) -> None:
    signed_in.portal.plant("redirect", to=signed_in.connection.name, times=None)
    with pytest.raises(PortalError, match="not a portal's"):
        await signed_in.client.call(PROFILE)
