"""Applications on the portal: what a card decides, what tokens may do, and several apps side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .conftest import App

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from bxdesk.demo import DemoPortal

TIMELINE = {"PLACEMENT": "CRM_DEAL_DETAIL_ACTIVITY", "TITLE": "x"}


@pytest.mark.parametrize(
    ("card", "installed"),
    [
        ({}, True),
        ({"menu_text": "Send contract"}, False),
        ({"completes_itself": True}, False),
        ({"install_path": "https://a.example/install"}, True),
    ],
)
def test_whether_an_app_is_installed_is_decided_when_its_card_is_created(
    start: Callable[..., DemoPortal], http: httpx.Client, card: dict[str, Any], installed: bool
) -> None:
    portal = start(**card)
    assert App(portal, http).call("app.info")["INSTALLED"] is installed
    assert App(portal, http, portal.apps.create(**card)).call("app.info")["INSTALLED"] is installed


def test_changing_the_card_changes_nothing_about_the_installation(
    start: Callable[..., DemoPortal], http: httpx.Client
) -> None:
    portal = start(menu_text="Send contract", install_path="https://a.example/install", completes_itself=True)
    portal.apps.edit(portal.apps.first, menu_text="", install_path="", completes_itself=False)
    assert App(portal, http).call("app.info")["INSTALLED"] is False
    complete = portal.apps.create()
    portal.apps.edit(complete, menu_text="Send contract")
    assert App(portal, http, complete).call("app.info")["INSTALLED"] is True


def test_keys_are_letters_and_digits(portal: DemoPortal) -> None:
    secrets = {portal.apps.create().client_secret for _ in range(20)} | {portal.client_secret}
    assert len(secrets) == 21
    assert all(secret.isascii() and secret.isalnum() for secret in secrets)


def test_two_apps_on_one_portal_know_nothing_of_each_other(app: App, portal: DemoPortal) -> None:
    other = App(portal, app.http, portal.apps.create())
    before = app.call("placement.get")
    assert other.call("placement.get") == []
    given = TIMELINE | {"HANDLER": before[0]["handler"]}
    assert other.call("placement.bind", **given) is True
    assert other.call("placement.bind", PLACEMENT="REST_APP_URI", HANDLER="https://a.example/") is True
    assert app.call("placement.bind", PLACEMENT="REST_APP_URI", HANDLER="https://a.example/") is True
    assert len(other.call("placement.get")) == 2
    assert other.call("placement.unbind", PLACEMENT=given["PLACEMENT"]) == {"count": 2}
    assert app.call("placement.get")[:3] == before
    assert app.call("app.info")["CODE"] != other.call("app.info")["CODE"]


def test_codes_and_tokens_belong_to_one_app(app: App, portal: DemoPortal) -> None:
    other = portal.apps.create()
    assert app.token(grant_type="authorization_code", code=portal.issue_code(other)).json()["error"] == "invalid_grant"
    theirs = portal.issue_tokens(other)["refresh_token"]
    assert app.token(grant_type="refresh_token", refresh_token=theirs).json()["error"] == "invalid_grant"
    mixed = {"client_id": other.client_id, "code": portal.issue_code(other), "grant_type": "authorization_code"}
    assert app.token(**mixed).json()["error"] == "invalid_client"
    assert app.token(**mixed, client_secret=other.client_secret).json()["access_token"]


def test_a_deleted_app_takes_its_widgets_and_keys_along(app: App, portal: DemoPortal) -> None:
    other = App(portal, app.http, portal.apps.create())
    other.call("placement.bind", **TIMELINE, HANDLER="https://a.example/")
    portal.apps.delete(portal.apps.first)
    assert [row["handler"] for row in portal.bindings()] == ["https://a.example/"]
    assert app.refused("profile")["error"] == "APPLICATION_NOT_FOUND"
    assert other.call("profile")
    refusal = app.token(grant_type="refresh_token", refresh_token=app.tokens["refresh_token"])
    assert refusal.json()["error"] == "WRONG_CLIENT"


def _refreshed(app: App) -> None:
    app.tokens = app.token(grant_type="refresh_token", refresh_token=app.tokens["refresh_token"]).json()


def _signed_in_again(app: App) -> None:
    app.tokens = app.token(grant_type="authorization_code", code=app.portal.issue_code()).json()


@pytest.mark.parametrize(
    ("arrive", "bring"),
    [("refresh", {_refreshed, _signed_in_again}), ("sign_in", {_signed_in_again}), ("reinstall", set())],
)
@pytest.mark.parametrize("get_tokens", [_refreshed, _signed_in_again])
def test_a_permission_ticked_later_is_not_in_the_tokens_that_are_there(
    start: Callable[..., DemoPortal],
    http: httpx.Client,
    arrive: str,
    bring: set[Callable[[App], None]],
    get_tokens: Callable[[App], None],
) -> None:
    portal = start(missing_scopes=frozenset({"crm"}), permissions_arrive=arrive)
    app = App(portal, http)
    portal.change(missing_scopes=frozenset())
    assert "crm" not in app.call("scope")
    assert "CRM_DEAL_DETAIL_ACTIVITY" not in app.call("placement.list")
    assert app.refused("crm.type.list")["error"] == "insufficient_scope"
    bound = app.refused("placement.bind", **TIMELINE, HANDLER="https://a.example/")
    assert bound["error"] == "ERROR_PLACEMENT_NOT_FOUND"
    get_tokens(app)
    assert ("crm" in app.call("scope")) is (get_tokens in bring)
    assert ("CRM_DEAL_DETAIL_ACTIVITY" in app.call("placement.list")) is (get_tokens in bring)


def test_a_permission_that_is_unticked_is_gone_at_once(app: App, portal: DemoPortal) -> None:
    portal.change(missing_scopes=frozenset({"crm"}))
    assert app.refused("crm.type.list")["error"] == "insufficient_scope"


def test_asking_for_more_than_the_card_grants(app: App, portal: DemoPortal) -> None:
    portal.change(missing_scopes=frozenset({"task"}))
    code = {"grant_type": "authorization_code", "code": portal.issue_code()}
    refusal = app.token(**code, scope="crm,task")
    assert (refusal.status_code, refusal.json()["error"]) == (400, "invalid_scope")
    assert app.token(**code, scope="crm,placement").json()["access_token"]


def test_a_portal_may_refuse_an_app_that_is_not_installed(start: Callable[..., DemoPortal], http: httpx.Client) -> None:
    app = App(start(menu_text="Send contract", not_installed_is_refused=True), http)
    refusal = app.token(grant_type="authorization_code", code=app.portal.issue_code())
    assert (refusal.status_code, refusal.json()["error"]) == (400, "invalid_client")


def test_an_access_token_that_the_portal_forgot_is_brought_back_by_a_refresh(app: App, portal: DemoPortal) -> None:
    portal.forget_access_tokens()
    refusal = app.refused("profile")
    assert (refusal["status"], refusal["error"]) == (401, "invalid_token")
    _refreshed(app)
    assert app.call("profile")
