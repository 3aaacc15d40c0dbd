"""What is shown of a call that arrived: all that is harmless, nothing that is secret, and what is otherwise."""

from __future__ import annotations

import json
import string
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.checks.arrival import read_arrival
from bxdesk.checks.proof import Arrival
from bxdesk.loopback import LoopbackRequest
from bxdesk.placements.call_fields import ExampleCall, Travels, example_call
from tests.builders import DEAL, snapshot

PORTAL, MEMBER = "https://acme.bitrix24.com", "a" * 32
EXPECTED = example_call(DEAL, "http://127.0.0.1:1/", snapshot(), "https://oauth.bitrix24.tech")
TOKEN = "7f3bb46600705a0700005a4b000000010000075d4c8b1e5f0a6f4b7d9a3c"
QUERY = {"DOMAIN": "acme.bitrix24.com", "PROTOCOL": "1", "LANG": "de", "APP_SID": TOKEN[:32]}
FORM = {
    "AUTH_ID": TOKEN,
    "AUTH_EXPIRES": "3600",
    "REFRESH_ID": TOKEN[::-1],
    "SERVER_ENDPOINT": "https://oauth.bitrix24.tech/rest/",
    "APPLICATION_TOKEN": TOKEN[4:],
    "APPLICATION_SCOPE": "crm,placement",
    "member_id": MEMBER,
    "status": "L",
    "PLACEMENT": DEAL,
    "PLACEMENT_OPTIONS": json.dumps({"ID": "6591", "URI": f"/crm/deal/details/6591/?IFRAME=Y&key={TOKEN}"}),
}
CALL = LoopbackRequest("POST", "/", QUERY, FORM, PORTAL)


def read(request: LoopbackRequest = CALL, expected: ExampleCall = EXPECTED) -> Arrival:
    return read_arrival(request, expected, PORTAL, MEMBER)


def changed(query: dict[str, str] | None = None, form: dict[str, str] | None = None, **fields: Any) -> Arrival:
    """What is read of the call with other fields."""
    return read(replace(CALL, query=QUERY | (query or {}), form=FORM | (form or {}), **fields))


def told(arrival: Arrival) -> list[str]:
    return [str(difference) for difference in arrival.differences]


def test_a_call_as_it_is_documented_differs_in_nothing() -> None:
    arrival = read()
    assert told(arrival) == []
    assert arrival.is_ours
    assert arrival.sent == {
        "DOMAIN": "acme.bitrix24.com",
        "PROTOCOL": "1",
        "LANG": "de",
        "APP_SID": "…",
        "AUTH_ID": "…",
        "AUTH_EXPIRES": "3600",
        "REFRESH_ID": "…",
        "SERVER_ENDPOINT": "https://oauth.bitrix24.tech/rest/",
        "APPLICATION_TOKEN": "…",
        "APPLICATION_SCOPE": "crm,placement",
        "member_id": MEMBER,
        "status": "L",
        "PLACEMENT": DEAL,
        "PLACEMENT_OPTIONS": '{"ID": "6591", "URI": "/crm/deal/details/6591/"}',
    }
    inside = [(field.name, field.value) for field in arrival.fields if field.travels is Travels.INSIDE]
    assert inside == [("ID", "6591"), ("URI", "/crm/deal/details/6591/")]
    assert all(str(field.meaning) for field in arrival.fields)


@pytest.mark.parametrize(
    ("make", "difference"),
    [
        (lambda: changed(form={"SESSION": TOKEN}), "SESSION is not known (body)."),
        (lambda: changed(form={TOKEN: "x"}), "… is not known (body)."),
        (lambda: changed(query={"AUTH_ID": TOKEN}), "AUTH_ID travels elsewhere: query."),
        (lambda: changed(form={"AUTH_EXPIRES": TOKEN}), "AUTH_EXPIRES looks otherwise."),
        (lambda: changed(query={"LANG": "pt-BR"}), "LANG looks otherwise."),
        (lambda: changed(form={"PLACEMENT_OPTIONS": '{"ID":'}), "PLACEMENT_OPTIONS is no JSON object."),
        (lambda: changed(form={"PLACEMENT_OPTIONS": "[1]"}), "PLACEMENT_OPTIONS is no JSON object."),
        (lambda: changed(form={"PLACEMENT_OPTIONS": "[]"}), "ID is missing."),
        (lambda: changed(form={"PLACEMENT_OPTIONS": '{"ID":1,"KEY":2}'}), "KEY is not known (inside)."),
        (lambda: changed(method="GET"), "The call is a GET, not a POST."),
        (
            lambda: changed(origin="https://evil.example"),
            "It was sent by a page of another address than the portal's.",
        ),
        (
            lambda: changed(form={"member_id": "b" * 32}),
            "member_id is not that of the portal that is signed in to.",
        ),
    ],
)
def test_what_is_otherwise_is_said_and_its_value_is_not_shown(make: Callable[[], Arrival], difference: str) -> None:
    arrival = make()
    assert difference in told(arrival)
    assert TOKEN[:20] not in repr(arrival)


def test_a_field_that_is_always_there_is_missed_when_it_is_not() -> None:
    arrival = read(replace(CALL, form={name: value for name, value in FORM.items() if name != "member_id"}))
    assert told(arrival) == [
        "member_id is missing.",
        "member_id is not that of the portal that is signed in to.",
    ]
    assert not arrival.is_ours


@pytest.mark.parametrize("name", ["REFRESH_ID", "SERVER_ENDPOINT", "APPLICATION_TOKEN", "APPLICATION_SCOPE", "status"])
def test_what_older_portals_do_not_send_is_no_difference(name: str) -> None:
    assert told(read(replace(CALL, form={key: value for key, value in FORM.items() if key != name}))) == []


def test_where_the_portal_only_opens_the_address_no_call_is_expected() -> None:
    expected = example_call("BI_ANALYTICS_MENU", "http://127.0.0.1:1/", snapshot(), "https://oauth.bitrix24.tech")
    arrival = read(LoopbackRequest("GET", "/", {}, {}, ""), expected)
    assert (arrival.is_ours, told(arrival), arrival.fields) == (True, [], ())


NAMES = st.one_of(st.sampled_from([*QUERY, *FORM]), st.text(max_size=50))
SECRETS = st.text(string.ascii_letters + string.digits, min_size=41, max_size=80)


@given(st.dictionaries(NAMES, SECRETS), st.dictionaries(NAMES, SECRETS), st.dictionaries(NAMES, SECRETS))
def test_no_long_value_is_shown_whatever_its_field_is_called(
    query: dict[str, str], form: dict[str, str], inside: dict[str, str]
) -> None:
    """Nothing that is long enough for a token: a hostile portal may put one anywhere."""
    for options in (json.dumps(inside), next(iter(inside.values()), "")):
        fields = {**form, "PLACEMENT_OPTIONS": options}
        arrival = read(LoopbackRequest("POST", "/", query, fields, PORTAL))
        for value in (*query.values(), *form.values(), *inside.values()):
            assert value not in repr(arrival)
