"""REST calls: ways to call, ways to authenticate, the methods that read, and the shape of the answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from bxdesk.demo import DemoPortal


@pytest.mark.parametrize("path", ["app.info", "app.info.json", "APP.Info", "app.info/"])
def test_a_method_is_known_in_any_case_with_or_without_json(app: Any, path: str) -> None:
    assert app.call(path)["STATUS"] == "L"


def test_a_form_and_a_query_are_read_as_php_would(app: Any) -> None:
    app.portal.clear_bindings()
    form = {
        "auth": app.tokens["access_token"],
        "PLACEMENT": "LEFT_MENU",
        "HANDLER": "https://a.example/x",
        "LANG_ALL[en][TITLE]": "Send & go",
    }
    assert app.http.post(f"{app.portal.address}/rest/placement.bind", data=form).json()["result"] is True
    form |= {"HANDLER": "https://a.example/y"}
    assert app.http.get(f"{app.portal.address}/rest/placement.bind", params=form).json()["result"] is True
    assert [row["langAll"]["en"]["TITLE"] for row in app.portal.bindings()] == ["Send & go"] * 2
    assert [request.token_in for request in app.portal.requests] == ["body", "query"]


def test_the_header_wins_over_the_body(app: Any, portal: DemoPortal) -> None:
    reply = app.post("profile", {"auth": "rubbish"})
    assert reply.status_code == 200
    reply = app.http.post(
        f"{portal.address}/rest/profile",
        json={"auth": app.tokens["access_token"]},
        headers={"Authorization": "Bearer rubbish"},
    )
    assert reply.json()["error"] == "invalid_token"
    assert [request.token_in for request in portal.requests] == ["header", "header"]


def test_a_proxy_that_strips_the_header(app: Any, portal: DemoPortal) -> None:
    portal.change(strip_authorization_header=True)
    refusal = app.refused("profile")
    assert (refusal["status"], refusal["error"]) == (401, "NO_AUTH_FOUND")
    assert app.call("profile", auth=app.tokens["access_token"])["ID"] == "1"
    assert [request.token_in for request in portal.requests] == ["none", "body"]


def test_no_token_at_all(app: Any, portal: DemoPortal) -> None:
    reply = app.http.post(f"{portal.address}/rest/profile", json={})
    assert (reply.status_code, reply.json()["error"]) == (401, "NO_AUTH_FOUND")


def test_a_webhook_is_not_an_application(app: Any, portal: DemoPortal) -> None:
    reply = app.http.post(f"{portal.address}/rest/1/abcdef/placement.get", json={})
    assert (reply.status_code, reply.json()["error"]) == (403, "WRONG_AUTH_TYPE")


def test_an_unknown_method(app: Any, portal: DemoPortal) -> None:
    refusal = app.refused("placement.update")
    assert (refusal["status"], refusal["error"]) == (404, "ERROR_METHOD_NOT_FOUND")
    portal.change(missing_methods=frozenset({"placement.list"}))
    assert app.refused("placement.list")["error"] == "ERROR_METHOD_NOT_FOUND"


def test_broken_json_counts_as_no_arguments(app: Any, portal: DemoPortal) -> None:
    headers = app.headers | {"Content-Type": "application/json"}
    for body in (b"{", b"[1", b'"text"', b""):
        reply = app.http.post(f"{portal.address}/rest/profile", content=body, headers=headers)
        assert reply.json()["result"]["ID"] == "1"


def test_every_answer_says_how_long_it_took(app: Any) -> None:
    time = app.post("profile").json()["time"]
    assert time["finish"] >= time["start"]
    assert {"duration", "processing", "date_start", "date_finish", "operating", "operating_reset_at"} <= set(time)


def test_app_info(app: Any, portal: DemoPortal) -> None:
    info = app.call("app.info")
    assert info["INSTALLED"] is True
    assert (info["CODE"], info["STATUS"], info["PAYMENT_EXPIRED"], info["DAYS"]) == (portal.client_id, "L", "N", None)
    portal.change(installed=False)
    assert app.call("app.info")["INSTALLED"] is False
    portal.change(payment_expired=True)
    assert app.call("app.info")["PAYMENT_EXPIRED"] == "Y"


def test_profile_needs_no_permission(app: Any, portal: DemoPortal) -> None:
    portal.change(missing_scopes=frozenset({"user", "crm", "placement"}), admin=False)
    profile = app.call("profile")
    assert (profile["ID"], profile["ADMIN"], profile["NAME"], profile["LAST_NAME"]) == ("1", False, "Helen", "Marsh")


def test_a_plan_without_rest_refuses_every_call_in_words_of_its_own(app: Any, portal: DemoPortal) -> None:
    portal.change(without_rest=True)
    for method in ("profile", "batch"):
        refusal = app.refused(method)
        assert (refusal["status"], refusal["error"]) == (403, "ACCESS_DENIED")
        assert "commercial plans" in refusal["error_description"]


def test_nothing_is_told_of_somebody_dismissed(app: Any, portal: DemoPortal) -> None:
    portal.change(dismissed=True)
    assert app.call("profile") == []
    assert app.refused("placement.get")["error"] == "ACCESS_DENIED"


def test_scope_lists_what_the_card_has(app: Any, portal: DemoPortal) -> None:
    everything = app.call("scope")
    assert {"crm", "placement", "contact_center"} <= set(everything)
    portal.change(missing_scopes=frozenset({"crm"}))
    assert set(app.call("scope")) == set(everything) - {"crm"}
    assert {*everything, "bizproc", "vote"} <= set(app.call("scope", full=True))


@pytest.mark.parametrize(
    ("name", "there", "allowed"),
    [("placement.bind", True, True), ("CRM.type.list", True, False), ("profile", True, True), ("x.y", False, False)],
)
def test_whether_a_method_is_there_and_within_reach(
    app: Any, portal: DemoPortal, name: str, there: bool, allowed: bool
) -> None:
    portal.change(missing_scopes=frozenset({"crm"}))
    assert app.call("method.get", name=name) == {"isExisting": there, "isAvailable": allowed}
    assert app.call("method.get") == {"isExisting": False, "isAvailable": False}


def test_the_servers_time(app: Any, portal: DemoPortal) -> None:
    portal.forward(1800)
    told = datetime.fromisoformat(app.call("server.time"))
    assert 1790 < (told - datetime.now(UTC)).total_seconds() < 1810


def test_a_missing_permission_is_named_by_its_code(app: Any, portal: DemoPortal) -> None:
    portal.change(missing_scopes=frozenset({"crm", "placement"}))
    for method in ("crm.type.list", "placement.list", "placement.get", "placement.bind", "placement.unbind"):
        refusal = app.refused(method)
        assert (refusal["status"], refusal["error"]) == (403, "insufficient_scope")


def test_only_administrators_touch_bindings_and_types(app: Any, portal: DemoPortal) -> None:
    portal.change(admin=False)
    for method in ("placement.get", "placement.bind", "placement.unbind", "crm.type.list"):
        refusal = app.refused(method)
        assert (refusal["status"], refusal["error"]) == (403, "ACCESS_DENIED")
    assert "LEFT_MENU" in app.call("placement.list")


def test_the_app_can_be_closed_to_the_user(app: Any, portal: DemoPortal) -> None:
    portal.change(closed_to_user=True)
    assert app.refused("app.info")["error"] == "user_access_error"


def test_the_types_that_are_always_there(app: Any) -> None:
    types = {item["entityTypeId"]: item["title"] for item in app.call("crm.type.list")["types"]}
    assert types[183] == "Purchase"
    awkward = [title for title in types.values() if "<" in title]
    assert awkward == [' «Заявки» "A" & <b>B</b>']


def test_types_carry_their_switches_and_titles_need_not_differ(app: Any, portal: DemoPortal) -> None:
    portal.add_type("Purchase")
    types = app.call("crm.type.list")["types"]
    assert [item["title"] for item in types].count("Purchase") == 2
    switches = ("isAutomationEnabled", "isDocumentsEnabled", "isCategoriesEnabled", "isStagesEnabled")
    assert all({item[name] for item in types} == {"Y", "N"} for name in switches)


@pytest.mark.parametrize("generated", [0, 45, 46, 1000])
def test_types_come_in_pages_of_fifty(
    start: Callable[..., DemoPortal], sign_in: Callable[[DemoPortal], Any], generated: int
) -> None:
    app = sign_in(start(types=generated))
    seen: list[int] = []
    start_at: int | None = 0
    while start_at is not None:
        answer = app.post("crm.type.list", {"start": start_at}).json()
        assert answer["total"] == generated + 5
        page = [item["entityTypeId"] for item in answer["result"]["types"]]
        assert len(page) <= 50
        seen += page
        start_at = answer.get("next")
    assert len(seen) == len(set(seen)) == generated + 5


def test_types_can_be_filtered_and_ordered(app: Any) -> None:
    def numbers(**params: object) -> list[int]:
        return [item["entityTypeId"] for item in app.call("crm.type.list", **params)["types"]]

    assert numbers(filter={"entityTypeId": 183}) == [183]
    assert numbers(filter={"=entityTypeId": ["183", 131]}) == [183, 131]
    assert numbers(filter={">=entityTypeId": 1036, "%title": "v"}) == [1042]
    assert numbers(filter={"isAutomationEnabled": "N"}) == [131, 1036]
    assert 1042 not in numbers(filter={"!isStagesEnabled": "N"})
    assert numbers(filter={"noSuchField": 1}) == numbers()
    assert numbers(order={"entityTypeId": "ASC"})[:2] == [131, 183]
    assert numbers(order={"title": "desc"})[0] == 1042


def test_a_type_is_added_read_changed_and_deleted(app: Any) -> None:
    added = app.call("crm.type.add", fields={"title": " Claim ", "isStagesEnabled": "Y"})["type"]
    assert (added["title"], added["isStagesEnabled"], added["isAutomationEnabled"]) == ("Claim", "Y", "N")
    number = added["entityTypeId"]
    assert app.call("crm.type.getByEntityTypeId", entityTypeId=number)["type"] == added
    changed = app.call("crm.type.update", id=added["id"], fields={"title": "Return", "isAutomationEnabled": "Y"})[
        "type"
    ]
    assert changed == added | {"title": "Return", "isAutomationEnabled": "Y"}
    assert app.call("crm.type.get", id=added["id"])["type"] == changed
    assert set(app.call("crm.type.fields")["fields"]) == set(changed)
    assert app.call("crm.type.delete", id=added["id"]) == []
    assert not [code for code in app.call("placement.list") if f"_{number}_" in code]


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("crm.type.add", {"fields": {"title": " "}}, "BX_EMPTY_REQUIRED"),
        ("crm.type.add", {"fields": {"title": "Claim", "entityTypeId": 183}}, "BX_INVALID_VALUE"),
        ("crm.type.update", {"id": 3, "fields": {"title": ""}}, "BX_EMPTY_REQUIRED"),
        *((f"crm.type.{name}", {"id": 999}, "NOT_FOUND") for name in ("get", "update", "delete")),
        ("crm.type.getByEntityTypeId", {"entityTypeId": 999}, "NOT_FOUND"),
    ],
)
def test_types_that_are_refused(app: Any, method: str, params: dict[str, Any], code: str) -> None:
    assert app.refused(method, **params)["error"] == code


def test_an_app_keeps_options(app: Any) -> None:
    assert app.call("app.option.set", options={"step": 2, "name": "x"}) is True
    assert app.call("app.option.get", option="step") == "2"
    assert app.call("app.option.get") == {"step": "2", "name": "x"}
    assert app.refused("app.option.set")["error"] == "ERROR_ARGUMENT"


def test_a_handlers_page_calls_from_its_own_origin(app: Any, portal: DemoPortal) -> None:
    asked = {"Origin": "https://a.example", "Access-Control-Request-Method": "POST"}
    for reply in (
        app.http.options(f"{portal.address}/rest/profile", headers=asked),
        app.http.post(f"{portal.address}/rest/profile", headers={"Origin": "https://a.example", **app.headers}),
    ):
        assert (reply.status_code, reply.headers["Access-Control-Allow-Origin"]) == (200, "*")
    control = app.http.get(f"{portal.address}/demo/state", headers={"Origin": "https://a.example"})
    assert "Access-Control-Allow-Origin" not in control.headers


def test_types_come_and_go(app: Any, portal: DemoPortal) -> None:
    added = portal.add_type("Claim")
    assert f"CRM_DYNAMIC_{added.entity_type_id}_DETAIL_TAB" in app.call("placement.list")
    portal.remove_type(183)
    assert not [code for code in app.call("placement.list") if "_183_" in code]
    with pytest.raises(KeyError):
        portal.remove_type(183)
    with pytest.raises(ValueError, match="131"):
        portal.add_type("Again", 131)


def test_errors_can_come_with_status_200_or_as_an_object(app: Any, portal: DemoPortal) -> None:
    portal.change(always_200=True)
    assert app.refused("nothing")["status"] == 200
    portal.change(object_errors=True)
    refusal = app.refused("placement.bind")
    assert refusal["error"] == {
        "code": "ERROR_ARGUMENT",
        "message": "Argument 'PLACEMENT' is null or empty",
        "argument": "PLACEMENT",
    }


def test_a_renamed_portal_answers_302_to_its_new_host(app: Any, portal: DemoPortal, http: httpx.Client) -> None:
    old = portal.address
    portal.rename("localhost")
    assert portal.address == old.replace("127.0.0.1", "localhost")
    reply = http.post(f"{old}/rest/app.info", json={}, headers=app.headers)
    assert (reply.status_code, reply.headers["location"]) == (302, f"{portal.address}/rest/app.info")
    tokens = app.token(grant_type="refresh_token", refresh_token=app.tokens["refresh_token"]).json()
    assert (tokens["member_id"], tokens["client_endpoint"]) == (portal.member_id, f"{portal.address}/rest/")
    app.tokens = tokens
    assert app.call("app.info")["STATUS"] == "L"
