"""The portal's own entrance over HTTP, and what it sends to handlers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bxdesk.placements.call_fields import Travels, example_call
from bxdesk.placements.catalogue import call_keys
from tests.builders import snapshot

if TYPE_CHECKING:
    import httpx

    from bxdesk.demo import DemoPortal


def _demo(app: Any, method: str, name: str, body: object = None) -> httpx.Response:
    reply: httpx.Response = app.http.request(method, f"{app.portal.address}/demo/{name}", json=body)
    return reply


def test_faults_over_http(app: Any, portal: DemoPortal) -> None:
    fault = {"kind": "error", "method": "profile", "code": "OVERLOAD_LIMIT", "times": 2}
    assert _demo(app, "POST", "faults", fault).status_code == 200
    assert app.refused("profile")["error"] == "OVERLOAD_LIMIT"
    (left,) = _demo(app, "GET", "faults").json()
    assert (left["kind"], left["times"]) == ("error", 1)
    assert _demo(app, "DELETE", "faults").status_code == 200
    assert portal.planted() == ()
    assert app.call("profile")


@pytest.mark.parametrize("body", [{}, {"kind": "odd"}, {"kind": "lost", "when": 1}, {"kind": "redirect"}])
def test_a_fault_that_makes_no_sense(app: Any, portal: DemoPortal, body: dict[str, Any]) -> None:
    reply = _demo(app, "POST", "faults", body)
    assert reply.status_code == 400
    assert reply.json()["error"]
    assert portal.planted() == ()


def test_only_json_that_says_so_is_taken(app: Any, portal: DemoPortal) -> None:
    address = f"{portal.address}/demo/faults"
    assert app.http.post(address, content='{"kind": "lost"}', headers={"Content-Type": "text/plain"}).status_code == 415
    assert app.http.post(address, data={"kind": "lost"}).status_code == 415
    assert app.http.post(address, content="{", headers={"Content-Type": "application/json"}).status_code == 400
    assert portal.planted() == ()


def test_settings_clock_tokens_and_types(app: Any, portal: DemoPortal) -> None:
    change = {"installed": False, "missing_scopes": ["crm"], "latencies": {"profile": 0.01}}
    assert _demo(app, "POST", "settings", change).status_code == 200
    assert app.call("app.info")["INSTALLED"] is False
    assert "crm" not in app.call("scope")
    assert _demo(app, "POST", "settings", {"portal_port": 1}).status_code == 400
    assert _demo(app, "POST", "types", {"title": "Claim", "entityTypeId": 190}).json()["entity_type_id"] == 190
    assert _demo(app, "POST", "types", {"title": "Claim", "entityTypeId": 190}).status_code == 400
    assert _demo(app, "POST", "clock", {"forward": 3700}).status_code == 200
    assert app.refused("profile")["error"] == "expired_token"
    app.tokens = portal.issue_tokens()
    _demo(app, "POST", "tokens", {"expire": True})
    assert app.refused("profile")["error"] == "expired_token"
    _demo(app, "POST", "tokens", {"revoke": True})
    assert app.refused("profile")["error"] == "invalid_token"


def test_looking_in_from_outside(app: Any, portal: DemoPortal) -> None:
    app.call("profile")
    state = _demo(app, "GET", "state").json()
    assert state["bindings"] == portal.bindings()
    assert state["settings"]["missing_scopes"] == []
    assert (len(state["types"]), state["secrets_refused"]) == (5, 0)
    assert portal.client_secret not in str(state)
    assert [request["call"] for request in _demo(app, "GET", "requests").json()] == ["profile"]
    _demo(app, "DELETE", "requests")
    assert portal.requests == ()


def test_what_a_handler_receives(app: Any, portal: DemoPortal) -> None:
    number = portal.add_binding("CRM_DYNAMIC_183_DETAIL_ACTIVITY", "https://a.example/h?x=1")
    call = portal.widget_call(number, "6591")
    query = parse_qs(urlsplit(call.address).query)
    assert set(query) == {"x", "DOMAIN", "PROTOCOL", "LANG", "APP_SID"}
    assert (query["PROTOCOL"], query["LANG"]) == (["0"], ["en"])
    assert f"http://{query['DOMAIN'][0]}" == portal.address
    assert call.fields["PLACEMENT"] == "CRM_DYNAMIC_183_DETAIL_ACTIVITY"
    assert call.fields["PLACEMENT_OPTIONS"] == '{"ID":"6591"}'
    assert (call.fields["member_id"], call.fields["status"]) == (portal.member_id, "L")
    assert 3595 <= int(call.fields["AUTH_EXPIRES"]) <= 3600
    app.tokens = {"access_token": call.fields["AUTH_ID"]}
    assert app.call("profile")
    assert "access_token" in app.token(grant_type="refresh_token", refresh_token=call.fields["REFRESH_ID"]).json()
    assert call.fields["AUTH_ID"] not in repr(call)


@pytest.mark.parametrize(
    ("code", "entity_type"),
    [
        *(("LEAD", "1"), ("DEAL", "2"), ("CONTACT", "3"), ("COMPANY", "4"), ("QUOTE", "7"), ("ORDER", "14")),
        *(("SMART_INVOICE", "31"), ("DYNAMIC_183", "183")),
    ],
)
def test_the_built_in_interface_names_the_item_otherwise(portal: DemoPortal, code: str, entity_type: str) -> None:
    options = {"useBuiltInInterface": "Y"}
    number = portal.add_binding(f"CRM_{code}_DETAIL_ACTIVITY", "https://a.example/h", options=options)
    told = json.loads(portal.widget_call(number, "6591").fields["PLACEMENT_OPTIONS"])
    assert told == {"entityTypeId": entity_type, "entityId": "6591", "useBuiltInInterface": "Y"}


def test_the_fields_that_bxdesk_describes_are_those_that_are_sent(portal: DemoPortal) -> None:
    number = portal.add_binding("CRM_DEAL_DETAIL_ACTIVITY", "https://a.example/h")
    call = portal.widget_call(number, "6591")
    described = example_call("CRM_DEAL_DETAIL_ACTIVITY", "https://a.example/h", snapshot(), "https://a.example").fields
    in_query = [field.name for field in described if field.travels is Travels.QUERY]
    in_body = [field.name for field in described if field.travels is Travels.BODY]
    assert list(parse_qs(urlsplit(call.address).query)) == in_query
    assert list(call.fields) == in_body


@pytest.mark.parametrize(
    "code",
    [
        *("CRM_DEAL_DETAIL_TOOLBAR", "CRM_QUOTE_DETAIL_TOOLBAR", "CRM_DYNAMIC_183_DETAIL_TOOLBAR"),
        *("CRM_LEAD_DOCUMENTGENERATOR_BUTTON", "CRM_QUOTE_DETAIL_TAB", "CRM_DYNAMIC_183_LIST_MENU"),
    ],
)
def test_the_crm_item_has_the_name_that_bxdesk_describes(portal: DemoPortal, code: str) -> None:
    made = portal.widget_call(portal.add_binding(code, "https://a.example/h"), "6591").fields
    (described,) = [key.name for key in call_keys(code)]
    assert made["PLACEMENT_OPTIONS"] == f'{{"{described}":"6591"}}'


@pytest.mark.parametrize(
    "code",
    [
        *("CRM_DEAL_ACTIVITY_TIMELINE_MENU", "CRM_BANK_DETAIL_AUTOCOMPLETE", "CRM_DEAL_LIST_TOOLBAR", "LEFT_MENU"),
        *("TASK_VIEW_TAB", "USER_PROFILE_MENU", "SONET_GROUP_DETAIL_TAB", "IM_TEXTAREA", "IM_NAVIGATION"),
        *("CRM_FUNNELS_TOOLBAR", "CRM_ANALYTICS_MENU", "TASK_GROUP_LIST_TOOLBAR"),
    ],
)
def test_what_is_told_of_the_place_is_what_bxdesk_describes(portal: DemoPortal, code: str) -> None:
    made = portal.widget_call(portal.add_binding(code, "https://a.example/h"), "6591").fields
    assert list(json.loads(made["PLACEMENT_OPTIONS"])) == [key.name for key in call_keys(code)]


def test_bi_analytics_are_opened_like_a_link(portal: DemoPortal) -> None:
    call = portal.widget_call(portal.add_binding("BI_ANALYTICS_MENU", "https://a.example/?b=1"))
    assert (call.address, call.fields, repr(call)) == (
        "https://a.example/?b=1",
        {},
        "WidgetCall(None -> https://a.example/)",
    )


def test_in_the_contact_center_the_id_is_the_bindings(portal: DemoPortal) -> None:
    number = portal.add_binding("CONTACT_CENTER", "https://a.example/")
    assert portal.widget_call(number).fields["PLACEMENT_OPTIONS"] == f'{{"ID":"{number}"}}'


def test_an_install_path_gets_the_first_tokens(app: Any, portal: DemoPortal) -> None:
    call = portal.install_call("https://a.example/install")
    app.tokens = {"access_token": call.fields["AUTH_ID"]}
    assert app.call("app.info")["INSTALLED"] is True
    assert call.fields["SERVER_ENDPOINT"] == f"{portal.authorization_server}/rest/"
    assert call.fields["PLACEMENT"] == "DEFAULT"
