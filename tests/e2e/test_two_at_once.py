"""Two programs of the same person at once never cost each other the session."""

from __future__ import annotations

from bxdesk.demo import DemoPortal

from .processes import Bxdesk


def test_two_commands_refresh_an_expired_session_once(connected: Bxdesk, portal: DemoPortal) -> None:
    portal.expire_access_tokens()
    portal.clear_requests()
    portal.plant("slow", method="oauth.refresh", seconds=1)

    with connected.start("status", "--json") as first, connected.start("status", "--json") as second:
        answers = [connected.checked(process.finish()) for process in (first, second)]

    assert [answer.json["user"]["name"] for answer in answers] == ["Helen Marsh", "Helen Marsh"]
    assert [request.call for request in portal.requests].count("oauth.refresh") == 1
    assert connected.run("status", "--json").json["portal"] == portal.address
