"""`batch`: order, halting, limits, references to earlier results, and the shape of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from bxdesk.demo import DemoPortal

BIND = "placement.bind?PLACEMENT=LEFT_MENU&TITLE=x&HANDLER="


def _bind(path: str) -> str:
    return BIND + quote(f"https://a.example/{path}", safe="")


def test_whatever_is_empty_is_a_list(app: Any) -> None:
    assert app.batch({}) == {
        "result": [],
        "result_error": [],
        "result_total": [],
        "result_next": [],
        "result_time": [],
    }


def test_maps_by_name(app: Any, portal: DemoPortal) -> None:
    for number in range(60):
        portal.add_type(f"Type {number}")
    answer = app.batch(
        {"me": "profile", "types": "crm.type.list?start=0", "bad": "no.such", "PLACES": "placement.list"}
    )
    assert list(answer["result"]) == ["me", "types", "PLACES"]
    assert answer["result_total"] == {"types": 65}
    assert answer["result_next"] == {"types": 50}
    assert answer["result_error"] == {
        "bad": {"error": "ERROR_METHOD_NOT_FOUND", "error_description": "Method not found!"}
    }
    assert set(answer["result_time"]) == {"me", "types", "PLACES"}


def test_names_0_1_2_make_lists(app: Any) -> None:
    answer = app.call("batch", cmd=["profile", "scope"])
    assert isinstance(answer["result"], list)
    assert answer["result"][0]["NAME"] == "Helen"


def test_it_is_one_request(app: Any, portal: DemoPortal) -> None:
    app.batch({"a": "profile", "b": "PLACEMENT.List?FULL=1"})
    (request,) = portal.requests
    assert (request.call, request.commands) == ("batch", ("profile", "placement.list"))


def test_commands_run_in_order_and_errors_do_not_stop_them(app: Any, portal: DemoPortal) -> None:
    portal.clear_bindings()
    answer = app.batch({"a": _bind("1"), "b": _bind("1"), "c": _bind("2"), "get": "placement.get"})
    assert answer["result_error"]["b"]["error"] == "ERROR_CORE"
    assert [row["handler"][-1] for row in answer["result"]["get"]] == ["1", "2"]


def test_an_error_names_its_argument(app: Any) -> None:
    assert app.batch({"a": "placement.bind"})["result_error"]["a"]["argument"] == "PLACEMENT"


@pytest.mark.parametrize(
    ("halt", "halts"), [(0, False), (1, True), ("0", False), ("1", True), ("false", True), (False, False), (True, True)]
)
def test_halt_is_cast_as_php_casts(app: Any, halt: object, halts: bool) -> None:
    answer = app.batch({"a": "profile", "b": "no.such", "c": "scope"}, halt)
    assert ("c" not in answer["result"]) is halts


def test_more_than_fifty_commands(app: Any) -> None:
    answer = app.batch({f"c{n}": "profile" for n in range(51)})
    assert len(answer["result"]) == 50
    assert answer["result_error"] == {
        "c50": {"error": "ERROR_BATCH_LENGTH_EXCEEDED", "error_description": "Max batch length exceeded"}
    }


def test_a_batch_in_a_batch(app: Any) -> None:
    answer = app.batch({"a": "batch?cmd[x]=profile"})
    assert answer["result_error"]["a"]["error"] == "ERROR_BATCH_METHOD_NOT_ALLOWED"


def test_the_query_is_phps(app: Any, portal: DemoPortal) -> None:
    portal.clear_bindings()
    query = (
        "PLACEMENT=CRM_DEAL_DETAIL_ACTIVITY&HANDLER=https%3A%2F%2Fa.example%2F%3Fx%3D1%262&"
        "LANG_ALL[en][TITLE]=Send+%26+go%3D&LANG_ALL%5Bde%5D%5BTITLE%5D=Senden&OPTIONS[useBuiltInInterface]=Y"
    )
    assert app.batch({"a": f"placement.bind?{query}"})["result"] == {"a": True}
    (row,) = portal.bindings()
    assert row["handler"] == "https://a.example/?x=1&2"
    assert {language: text["TITLE"] for language, text in row["langAll"].items()} == {
        "en": "Send & go=",
        "de": "Senden",
    }
    assert row["options"]["useBuiltInInterface"] == "Y"


def test_an_empty_bracket_makes_a_broken_row(app: Any, portal: DemoPortal) -> None:
    portal.clear_bindings()
    answer = app.batch({"a": f"{_bind('1')}&LANG_ALL[]="})
    assert "Unable to set placements language" in answer["result_error"]["a"]["error_description"]
    assert portal.bindings()[0]["langAll"] == []


def test_a_form_holds_a_batch_as_well(app: Any, portal: DemoPortal) -> None:
    form = {"auth": app.tokens["access_token"], "halt": "0", "cmd[a]": "profile", "cmd[b]": "scope"}
    answer = app.http.post(f"{portal.address}/rest/batch", data=form).json()
    assert set(answer["result"]["result"]) == {"a", "b"}


@pytest.mark.parametrize(
    ("title", "stored"),
    [
        ("$result[me][NAME]", "Helen"),
        ("for $result[me][NAME] now", "for Helen now"),
        ("$result[me][NAME]!", "Helen"),
        ("$total[types]", "5"),
        ("costs $5", "costs $5"),
        ("$result", "$result"),
        # The portal does not look closely at what stands before the bracket.
        ("$results[me][NAME]", "Helen"),
        ("$result[types][types][0][title]", "Purchase"),
    ],
)
def test_a_reference_is_replaced_by_an_earlier_result(app: Any, portal: DemoPortal, title: str, stored: str) -> None:
    portal.clear_bindings()
    command = f"placement.bind?PLACEMENT=LEFT_MENU&HANDLER=https://a.example/&TITLE={quote(title)}"
    answer = app.batch({"me": "profile", "types": "crm.type.list", "bind": command})
    assert answer["result_error"] == []
    assert portal.bindings()[0]["title"] == stored


def test_outside_a_batch_nothing_is_replaced(app: Any, portal: DemoPortal) -> None:
    portal.clear_bindings()
    app.call("placement.bind", PLACEMENT="LEFT_MENU", HANDLER="https://a.example/", TITLE="$result[me][NAME]")
    assert portal.bindings()[0]["title"] == "$result[me][NAME]"
