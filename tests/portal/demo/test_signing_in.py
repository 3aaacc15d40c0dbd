"""The OAuth side: the page with Allow and Deny, codes, tokens, and the errors of both."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from .forms import form_token

if TYPE_CHECKING:
    from collections.abc import Callable

    from bxdesk.demo import DemoPortal

DAY = 86400


def _answer(http: httpx.Client, portal: DemoPortal, answer: str, state: str = "s-1", **more: str) -> httpx.Response:
    query = {"client_id": portal.client_id, "state": state}
    page = http.get(f"{portal.address}/oauth/authorize/", params=query).text
    return http.post(f"{portal.address}/oauth/authorize/", data=form_token(page) | query | {"answer": answer} | more)


def test_portal_and_authorization_server_are_two_origins(portal: DemoPortal) -> None:
    assert portal.address != portal.authorization_server
    assert portal.address.startswith("http://127.0.0.1:")


def test_the_page_asks_and_its_buttons_need_no_script(portal: DemoPortal, http: httpx.Client) -> None:
    page = http.get(f"{portal.address}/oauth/authorize/", params={"client_id": portal.client_id, "state": "s"})
    assert page.status_code == 200
    assert "Allow bxdesk demo" in page.text
    assert '<button class="go" id="allow" name="answer" value="allow">' in page.text
    assert '<button id="deny" name="answer" value="deny">' in page.text
    assert "<script" not in page.text


def test_the_page_escapes_what_it_was_given(portal: DemoPortal, http: httpx.Client) -> None:
    nasty = '"><script>alert(1)</script>'
    page = http.get(f"{portal.address}/oauth/authorize/", params={"client_id": portal.client_id, "state": nasty})
    assert "<script>" not in page.text
    assert "&quot;&gt;&lt;script&gt;" in page.text


def test_allow_leads_to_the_address_in_the_card_and_nowhere_else(portal: DemoPortal, http: httpx.Client) -> None:
    """Only client_id and state are read: the redirect address is the one in the app's card."""
    elsewhere = {"redirect_uri": "http://127.0.0.1:1/elsewhere", "response_type": "token", "code_challenge": "x"}
    reply = _answer(http, portal, "allow", "s&t", **elsewhere)
    assert reply.status_code == 302
    to = httpx.URL(reply.headers["location"])
    assert str(to.copy_with(query=None)) == "http://127.0.0.1:8917/callback"
    assert set(to.params) == {"code", "state", "domain", "member_id", "scope", "server_domain"}
    assert to.params["state"] == "s&t"
    assert to.params["member_id"] == portal.member_id
    assert f"http://{to.params['domain']}" == portal.address
    assert f"http://{to.params['server_domain']}" == portal.authorization_server
    assert "placement" in to.params["scope"].split(",")


def test_a_redirect_address_keeps_its_own_query(start: Callable[..., DemoPortal], http: httpx.Client) -> None:
    portal = start(handler_path="https://own.example/cb?x=1")
    to = httpx.URL(_answer(http, portal, "allow").headers["location"])
    assert to.params["x"] == "1"
    assert to.params["code"]


@pytest.mark.parametrize("answer", ["deny", ""])
def test_a_denial_is_shown_on_the_portal_and_never_comes_back(
    portal: DemoPortal, http: httpx.Client, answer: str
) -> None:
    reply = _answer(http, portal, answer)
    assert reply.status_code == 200
    assert "location" not in reply.headers
    assert "Access denied" in reply.text


def test_an_unknown_app_gets_a_page_and_no_redirect(portal: DemoPortal, http: httpx.Client) -> None:
    for method in ("GET", "POST"):
        reply = http.request(
            method, f"{portal.address}/oauth/authorize/", params={"client_id": "local.1", "state": "s"}
        )
        assert reply.status_code == 404
        assert "location" not in reply.headers


def test_a_card_without_a_redirect_shows_the_code(start: Callable[..., DemoPortal], http: httpx.Client) -> None:
    portal = start(handler_path="")
    page = _answer(http, portal, "allow").text
    code = page.partition('id="code">')[2].partition("<")[0]
    keys = {"client_id": portal.client_id, "client_secret": portal.client_secret}
    reply = http.post(
        f"{portal.authorization_server}/oauth/token/", data={"grant_type": "authorization_code", "code": code, **keys}
    )
    assert reply.json()["access_token"]


def test_a_form_of_another_site_lets_nobody_in(portal: DemoPortal, http: httpx.Client) -> None:
    form = {"client_id": portal.client_id, "state": "s", "answer": "allow"}
    for sent in ({}, {"sessid": ""}, {"sessid": "0" * 32}, {"sessid[]": "x"}, {"sessid": "é"}):
        reply = http.post(f"{portal.address}/oauth/authorize/", data=form | sent)
        assert reply.status_code == 403
        assert "This form did not come from the page that it belongs to" in reply.text
        assert "location" not in reply.headers


def test_the_reply_to_a_code(app: Any, portal: DemoPortal) -> None:
    reply = app.token(grant_type="authorization_code", code=portal.issue_code())
    assert reply.status_code == 200
    body = reply.json()
    assert body["expires_in"] == 3600
    assert body["client_endpoint"] == f"{portal.address}/rest/"
    assert body["server_endpoint"] == f"{portal.authorization_server}/rest/"
    assert f"http://{body['domain']}" == portal.authorization_server
    assert (body["member_id"], body["status"], body["scope"]) == (portal.member_id, "L", "app")
    assert body["user_id"] == 1
    assert set(body) >= {"access_token", "refresh_token", "expires"}


def test_the_endpoint_may_be_named_otherwise(app: Any, portal: DemoPortal) -> None:
    portal.change(client_endpoint="http://portal.example.org:8080/rest/")
    body = app.token(grant_type="authorization_code", code=portal.issue_code()).json()
    assert body["client_endpoint"] == "http://portal.example.org:8080/rest/"


def test_a_reply_may_be_sparse_and_worded_in_text(app: Any, portal: DemoPortal) -> None:
    portal.change(expires_in_as_text=True, omit_expires=True, domain_is_portal=True)
    body = app.token(grant_type="authorization_code", code=portal.issue_code()).json()
    assert body["expires_in"] == "3600"
    assert "expires" not in body
    assert f"http://{body['domain']}" == portal.address


def test_the_token_endpoint_takes_get_as_well(app: Any, portal: DemoPortal) -> None:
    query = {"grant_type": "authorization_code", "code": portal.issue_code()}
    keys = {"client_id": portal.client_id, "client_secret": portal.client_secret}
    reply = app.http.get(f"{portal.authorization_server}/oauth/token/", params=query | keys)
    assert reply.json()["access_token"]


def test_a_code_is_good_once(app: Any, portal: DemoPortal) -> None:
    code = portal.issue_code()
    assert "access_token" in app.token(grant_type="authorization_code", code=code).json()
    again = app.token(grant_type="authorization_code", code=code)
    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")


@pytest.mark.parametrize(("after", "outcome"), [(29, None), (31, "expired_token")])
def test_a_code_lives_thirty_seconds(app: Any, portal: DemoPortal, after: int, outcome: str | None) -> None:
    code = portal.issue_code()
    portal.forward(after)
    assert app.token(grant_type="authorization_code", code=code).json().get("error") == outcome


def test_a_refresh_replaces_both_tokens(app: Any) -> None:
    old = dict(app.tokens)
    app.tokens = app.token(grant_type="refresh_token", refresh_token=old["refresh_token"]).json()
    assert app.call("profile")["NAME"] == "Helen"
    new = app.tokens
    app.tokens = old
    assert app.refused("profile")["error"] == "expired_token"
    assert app.token(grant_type="refresh_token", refresh_token=old["refresh_token"]).json()["error"] == "invalid_grant"
    app.tokens = new
    assert app.call("profile")["NAME"] == "Helen"


def test_of_two_refreshes_at_once_one_alone_gets_a_new_pair(app: Any) -> None:
    def refresh(_: int) -> dict[str, Any]:
        return dict(app.token(grant_type="refresh_token", refresh_token=app.tokens["refresh_token"]).json())

    with ThreadPoolExecutor() as threads:
        replies = list(threads.map(refresh, range(8)))
    assert sum("access_token" in reply for reply in replies) == 1
    assert [reply["error"] for reply in replies if "error" in reply] == ["invalid_grant"] * 7


def test_an_access_token_lives_an_hour(app: Any, portal: DemoPortal) -> None:
    portal.forward(3590)
    assert app.call("profile")
    portal.forward(20)
    refusal = app.refused("profile")
    assert (refusal["status"], refusal["error"]) == (401, "expired_token")


@pytest.mark.parametrize(("days", "outcome"), [(179, None), (181, "invalid_grant")])
def test_a_refresh_token_lives_180_days(app: Any, portal: DemoPortal, days: int, outcome: str | None) -> None:
    portal.forward(days * DAY)
    reply = app.token(grant_type="refresh_token", refresh_token=app.tokens["refresh_token"])
    assert reply.json().get("error") == outcome


@pytest.mark.parametrize(
    ("params", "status", "code"),
    [
        ({"grant_type": "refresh_token", "refresh_token": "no"}, 400, "invalid_grant"),
        ({"grant_type": "refresh_token"}, 400, "invalid_request"),
        ({"grant_type": "authorization_code"}, 400, "invalid_request"),
        ({"grant_type": "password"}, 400, "invalid_request"),
        ({}, 400, "invalid_request"),
        ({"grant_type": "refresh_token", "refresh_token": "x", "client_secret": "wrong"}, 400, "invalid_client"),
        # An error can come with status 200.
        ({"grant_type": "refresh_token", "refresh_token": "x", "client_id": "local.x"}, 200, "WRONG_CLIENT"),
    ],
)
def test_refusals_of_the_token_endpoint(app: Any, params: dict[str, str], status: int, code: str) -> None:
    reply = app.token(**params)
    assert (reply.status_code, reply.json()["error"]) == (status, code)


def test_a_wrong_secret_does_not_use_the_refresh_token_up(app: Any) -> None:
    good = {"grant_type": "refresh_token", "refresh_token": app.tokens["refresh_token"]}
    assert app.token(**good, client_secret="wrong").json()["error"] == "invalid_client"
    assert "access_token" in app.token(**good).json()


def test_signing_everybody_out(app: Any, portal: DemoPortal) -> None:
    portal.sign_everybody_out()
    assert app.refused("profile")["error"] == "invalid_token"
    reply = app.token(grant_type="refresh_token", refresh_token=app.tokens["refresh_token"])
    assert reply.json()["error"] == "invalid_grant"


def test_a_deleted_app(app: Any, portal: DemoPortal) -> None:
    portal.apps.delete(portal.apps.first)
    assert app.refused("profile")["error"] == "APPLICATION_NOT_FOUND"
    assert app.token(grant_type="refresh_token", refresh_token="x").json()["error"] == "WRONG_CLIENT"


def test_the_portal_refuses_and_counts_every_request_with_the_secret(app: Any, portal: DemoPortal) -> None:
    secret, address = portal.client_secret, portal.address
    sent = [
        app.post("app.info", {"client_secret": "anything"}),
        app.post("app.info", {"note": [secret]}),
        app.http.post(f"{address}/rest/app.info", data={"x": secret}),
        app.http.get(f"{address}/rest/app.info", params={"client_secret": secret}),
        app.http.get(f"{address}/oauth/authorize/", params={"client_id": portal.client_id, "client_secret": secret}),
        app.http.post(f"{address}/oauth/token/", data={"client_secret": secret}),
        app.http.get(f"{address}/", headers={"X-Secret": secret}),
    ]
    assert [reply.status_code for reply in sent] == [400] * len(sent)
    assert portal.secrets_refused == len(sent)
    app.call("app.info")
    assert portal.secrets_refused == len(sent)


def test_the_log_of_requests_holds_nothing_secret(app: Any, portal: DemoPortal) -> None:
    code = portal.issue_code()
    tokens = app.token(grant_type="authorization_code", code=code).json()
    app.http.get(f"{portal.address}/rest/app.info", params={"auth": tokens["access_token"]})
    app.http.get(f"{portal.address}/rest/1/webhooksecret/app.info")
    said = repr(portal.requests)
    for secret in (code, tokens["access_token"], tokens["refresh_token"], portal.client_secret, "webhooksecret"):
        assert secret not in said
    assert [request.call for request in portal.requests] == ["oauth.exchange", "app.info", "app.info"]
    assert [request.server for request in portal.requests] == ["authorization", "portal", "portal"]
    portal.clear_requests()
    assert portal.requests == ()


def test_the_authorization_server_says_whom_a_token_belongs_to(app: Any, portal: DemoPortal) -> None:
    portal.change(installed=False)
    address = f"{portal.authorization_server}/rest/app.info/"
    result = app.http.get(address, params={"auth": app.tokens["access_token"]}).json()["result"]
    assert (result["client_id"], result["user_id"]) == (portal.client_id, 1)
    assert (result["install"]["member_id"], result["install"]["installed"]) == (portal.member_id, False)
    assert f"http://{result['install']['domain']}" == portal.address
    refusal = app.http.get(address, params={"auth": "x"})
    assert (refusal.status_code, refusal.json()["error"]) == (401, "invalid_token")
