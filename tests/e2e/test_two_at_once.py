"""Two programs of the same person at once never cost each other the session."""

from __future__ import annotations

from contextlib import ExitStack

from bxdesk.demo import DemoPortal

from .portals import announced, keys_of
from .processes import Bxdesk
from .secret_service import SecretService


def test_two_commands_refresh_an_expired_session_once(connected: Bxdesk, portal: DemoPortal) -> None:
    portal.expire_access_tokens()
    portal.clear_requests()
    portal.plant("slow", method="oauth.refresh", seconds=1)

    with connected.start("status", "--json") as first, connected.start("status", "--json") as second:
        answers = [connected.checked(process.finish()) for process in (first, second)]

    assert [answer.json["user"]["name"] for answer in answers] == ["Helen Marsh", "Helen Marsh"]
    assert [request.call for request in portal.requests].count("oauth.refresh") == 1
    assert connected.run("status", "--json").json["portal"] == portal.address


def test_eight_sign_ins_that_finish_together_and_as_many_sign_outs_lose_nothing(
    bxdesk: Bxdesk, secret_service: SecretService
) -> None:
    with ExitStack() as running:
        portals = [running.enter_context(DemoPortal()) for _ in range(8)]
        signing_in = []
        for keys in map(keys_of, portals):
            command = keys.connect("", "--no-browser", "--client-secret-stdin")
            signing_in.append(running.enter_context(bxdesk.start(*command)))
            signing_in[-1].write(f"{keys.client_secret}\n")
        for process, portal in zip(signing_in, portals, strict=True):
            announced(process, keys_of(portal))
        for process, portal in zip(signing_in, portals, strict=True):
            process.write(f"{portal.issue_code()}\n")
        for process in signing_in:
            assert "Connected to" in bxdesk.checked(process.finish()).out
        identities = {f"{portal.client_id}@{portal.member_id}" for portal in portals}
        listed = bxdesk.run("portals", "--json").json["portals"]
        assert {f"{one['client_id']}@{one['member_id']}" for one in listed} == identities
        assert {item.username for item in secret_service.items()} == identities

        signing_out = [running.enter_context(bxdesk.start("disconnect", portal.address)) for portal in portals]
        for process in signing_out:
            bxdesk.checked(process.finish())
        assert bxdesk.run("portals", "--json").json == {"portals": []}
        assert secret_service.items() == []
