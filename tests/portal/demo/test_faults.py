"""Faults that are planted, one by one: what goes wrong on the wire, and what the portal did all the same."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from bxdesk.demo import Fault

if TYPE_CHECKING:
    from bxdesk.demo import DemoPortal

BIND = {"PLACEMENT": "LEFT_MENU", "HANDLER": "https://a.example/x", "TITLE": "x"}
COMMAND = "placement.bind?PLACEMENT=LEFT_MENU&TITLE=x&HANDLER=https://a.example/"


@pytest.fixture(autouse=True)
def _bare(portal: DemoPortal) -> None:
    portal.clear_bindings()


@pytest.mark.parametrize(("done", "rows"), [(None, 0), (False, 0), (True, 1)])
def test_a_lost_connection_before_or_after_the_work(app: Any, portal: DemoPortal, done: bool | None, rows: int) -> None:
    portal.plant("lost", done=done)
    with pytest.raises(httpx.TransportError):
        app.post("placement.bind", BIND)
    assert len(portal.bindings()) == rows
    assert app.call("profile")


@pytest.mark.parametrize(("done", "rows"), [(None, 1), (False, 0)])
def test_an_answer_that_is_cut_off(app: Any, portal: DemoPortal, done: bool | None, rows: int) -> None:
    portal.plant("cut_off", done=done)
    with pytest.raises(httpx.RemoteProtocolError, match="complete message body"):
        app.post("placement.bind", BIND)
    assert len(portal.bindings()) == rows


@pytest.mark.parametrize(("done", "rows"), [(None, 0), (True, 1)])
def test_a_web_page_instead_of_json(app: Any, portal: DemoPortal, done: bool | None, rows: int) -> None:
    portal.plant("html", done=done, times=2)
    portal.plant("html", status=200)
    replies = [app.post("placement.bind", BIND), app.post("profile"), app.post("profile")]
    assert [reply.status_code for reply in replies] == [502, 502, 200]
    assert all(reply.text.startswith("<!DOCTYPE html>") for reply in replies)
    assert len(portal.bindings()) == rows


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"status": 401}, "401 Unauthorized"),
        ({"status": 403, "title": "Access & more denied"}, "Access &amp; more denied"),
        ({"status": 404}, "404 Not Found"),
        ({"status": 429, "retry_after": "7"}, "429 Too Many Requests"),
        ({"status": 503, "retry_after": "Wed, 21 Oct 2026 07:28:00 GMT"}, "503 Service Unavailable"),
    ],
)
@pytest.mark.parametrize("method", ["profile", "oauth.refresh"])
def test_pages_of_servers_and_firewalls_in_front(
    app: Any, portal: DemoPortal, fields: dict[str, Any], title: str, method: str
) -> None:
    portal.plant("html", method=method, **fields)
    refresh = {"grant_type": "refresh_token", "refresh_token": app.tokens["refresh_token"]}
    reply = app.post("profile") if method == "profile" else app.token(**refresh)
    assert reply.status_code == fields["status"]
    assert f"<title>{title}</title>" in reply.text
    assert reply.headers.get("retry-after") == fields.get("retry_after")
    assert reply.headers["content-type"].startswith("text/html")


def test_an_error_may_say_when_to_come_back(app: Any, portal: DemoPortal) -> None:
    portal.plant("error", code="QUERY_LIMIT_EXCEEDED", retry_after="3")
    reply = app.post("profile")
    assert (reply.status_code, reply.headers["retry-after"]) == (503, "3")


@pytest.mark.parametrize(("done", "rows"), [(None, 1), (False, 0)])
def test_phps_warnings_in_front_of_the_answer(app: Any, portal: DemoPortal, done: bool | None, rows: int) -> None:
    portal.plant("warnings", done=done)
    reply = app.post("placement.bind", BIND)
    assert (reply.status_code, reply.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert reply.text.startswith("<br />\n<b>Warning</b>: ")
    assert reply.text.rstrip().endswith("}")
    assert len(portal.bindings()) == rows


def test_an_empty_body(app: Any, portal: DemoPortal) -> None:
    portal.plant("empty", done=True)
    reply = app.post("placement.bind", BIND)
    assert (reply.status_code, reply.content) == (200, b"")
    assert len(portal.bindings()) == 1


def test_slow(app: Any, portal: DemoPortal) -> None:
    portal.plant("slow", seconds=0.15)
    begun = time.perf_counter()
    assert app.call("profile")
    assert time.perf_counter() - begun >= 0.15


@pytest.mark.parametrize(("done", "before"), [(False, 0), (True, 1)])
def test_a_request_hangs_until_it_is_released(app: Any, portal: DemoPortal, done: bool, before: int) -> None:
    portal.plant("hang", done=done)
    answers: list[Any] = []
    thread = threading.Thread(target=lambda: answers.append(app.call("placement.bind", **BIND)))
    thread.start()
    thread.join(0.15)
    assert thread.is_alive()
    assert len(portal.bindings()) == before
    portal.release()
    thread.join(5)
    assert answers == [True]
    assert len(portal.bindings()) == 1


def test_a_client_that_gives_up_on_a_hanging_request_leaves_nothing_behind(app: Any, portal: DemoPortal) -> None:
    portal.plant("hang")
    with pytest.raises(httpx.ReadTimeout):
        app.http.post(f"{portal.address}/rest/profile", json={}, headers=app.headers, timeout=0.1)
    begun = time.perf_counter()
    portal.stop()
    assert time.perf_counter() - begun < 1


def test_stopping_cuts_a_hanging_request(app: Any, portal: DemoPortal) -> None:
    portal.plant("hang")
    problems: list[Exception] = []

    def ask() -> None:
        try:
            app.post("profile")
        except httpx.TransportError as problem:
            problems.append(problem)

    thread = threading.Thread(target=ask)
    thread.start()
    while portal.planted():
        time.sleep(0.01)
    portal.stop()
    thread.join(5)
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("QUERY_LIMIT_EXCEEDED", 503),
        ("OVERLOAD_LIMIT", 503),
        ("PORTAL_DELETED", 403),
        ("PAYMENT_REQUIRED", 402),
        ("CONNECTION_ERROR", 401),
        ("authorization_error", 401),
        ("INTERNAL_SERVER_ERROR", 500),
        ("ERROR_UNEXPECTED_ANSWER", 500),
        ("ERROR_CORE", 400),
    ],
)
def test_any_error(app: Any, portal: DemoPortal, code: str, status: int) -> None:
    portal.plant("error", code=code)
    refusal = app.refused("profile")
    assert (refusal["error"], refusal["status"]) == (code, status)
    assert app.call("profile")


def test_an_error_in_words_and_with_more_beside_it(app: Any, portal: DemoPortal) -> None:
    portal.plant("error", code="ERROR_CORE", description="already started", status=200, extra={"argument": "X"})
    assert app.refused("profile") == {
        "status": 200,
        "error": "ERROR_CORE",
        "error_description": "already started",
        "argument": "X",
    }


def test_a_lock_is_gone_at_the_next_call(app: Any, portal: DemoPortal) -> None:
    portal.clear_bindings()
    portal.plant("error", method="placement.bind", code="ERROR_CORE", description="Binding is already started")
    wanted = {"PLACEMENT": "LEFT_MENU", "HANDLER": "https://a.example/"}
    assert "already started" in app.refused("placement.bind", **wanted)["error_description"]
    assert app.call("placement.get") == []
    assert app.call("placement.bind", **wanted) is True


def test_an_operation_time_limit_says_when_it_ends(app: Any, portal: DemoPortal) -> None:
    portal.plant("error", code="OPERATION_TIME_LIMIT", seconds=30)
    reply = app.post("profile")
    assert reply.status_code == 429
    assert 29 <= reply.json()["time"]["operating_reset_at"] - time.time() <= 32


def test_a_fault_waits_for_its_method_and_its_turn(app: Any, portal: DemoPortal) -> None:
    portal.plant("error", method="Placement.Bind", code="OVERLOAD_LIMIT", skip=1, times=2)
    assert app.call("profile")
    outcomes = []
    for number in range(4):
        reply = app.post("placement.bind", BIND | {"HANDLER": f"https://a.example/{number}"})
        outcomes.append(reply.json().get("error"))
    assert outcomes == [None, "OVERLOAD_LIMIT", "OVERLOAD_LIMIT", None]
    assert portal.planted() == ()


def test_a_fault_without_end_is_taken_back(app: Any, portal: DemoPortal) -> None:
    portal.plant("error", times=None)
    for _ in range(3):
        app.refused("profile")
    assert len(portal.planted()) == 1
    portal.clear_faults()
    assert app.call("profile")


def test_the_kth_matching_command_of_a_batch_fails(app: Any, portal: DemoPortal) -> None:
    portal.plant("error", method="placement.bind", skip=1, code="OVERLOAD_LIMIT")
    answer = app.batch({"a": COMMAND + "1", "p": "profile", "b": COMMAND + "2", "c": COMMAND + "3"})
    assert set(answer["result"]) == {"a", "p", "c"}
    assert answer["result_error"]["b"]["error"] == "OVERLOAD_LIMIT"
    assert [row["handler"][-1] for row in portal.bindings()] == ["1", "3"]


def test_a_command_may_fail_although_it_was_done(app: Any, portal: DemoPortal) -> None:
    portal.plant("error", command=2, done=True)
    answer = app.batch({"p": "profile", "a": COMMAND + "1"})
    assert answer["result_error"]["a"]["error"] == "INTERNAL_SERVER_ERROR"
    assert len(portal.bindings()) == 1


def test_a_time_limit_in_a_batch(app: Any, portal: DemoPortal) -> None:
    portal.plant("error", method="placement.bind", code="OPERATION_TIME_LIMIT", seconds=5)
    answer = app.batch({"a": COMMAND + "1", "p": "profile"})
    assert answer["result_error"]["a"]["error"] == "OPERATION_TIME_LIMIT"
    assert answer["result_time"]["a"]["operating_reset_at"] > time.time()


def test_the_token_runs_out_at_the_nth_command(app: Any, portal: DemoPortal) -> None:
    portal.plant("expire", command=2)
    answer = app.batch({"a": COMMAND + "1", "b": COMMAND + "2", "c": "profile"})
    assert list(answer["result"]) == ["a"]
    assert [error["error"] for error in answer["result_error"].values()] == ["expired_token"] * 2
    assert app.refused("profile")["error"] == "expired_token"
    app.tokens = app.token(grant_type="refresh_token", refresh_token=app.tokens["refresh_token"]).json()
    assert len(app.call("placement.get")) == 1


def test_the_token_runs_out_now(app: Any, portal: DemoPortal) -> None:
    portal.plant("expire", method="placement.bind")
    assert app.call("profile")
    assert app.refused("placement.bind", **BIND)["error"] == "expired_token"
    assert portal.bindings() == []


@pytest.mark.parametrize(("done", "rows"), [(False, "1"), (True, "12")])
def test_the_connection_is_lost_within_a_batch(app: Any, portal: DemoPortal, done: bool, rows: str) -> None:
    portal.plant("lost", command=2, done=done)
    with pytest.raises(httpx.TransportError):
        app.batch({"a": COMMAND + "1", "b": COMMAND + "2", "c": COMMAND + "3"})
    assert "".join(row["handler"][-1] for row in portal.bindings()) == rows


def test_what_strikes_a_method_strikes_the_batch_that_holds_it(app: Any, portal: DemoPortal) -> None:
    portal.plant("lost", method="placement.bind", done=True)
    assert app.batch({"p": "profile"})["result"]
    with pytest.raises(httpx.TransportError):
        app.batch({"p": "profile", "a": COMMAND + "1"})
    assert len(portal.bindings()) == 1


def test_the_answer_with_the_rotated_token_is_lost(app: Any, portal: DemoPortal) -> None:
    portal.plant("lost", method="oauth.refresh", done=True)
    old = app.tokens["refresh_token"]
    with pytest.raises(httpx.TransportError):
        app.token(grant_type="refresh_token", refresh_token=old)
    assert app.token(grant_type="refresh_token", refresh_token=old).json()["error"] == "invalid_grant"


def test_faults_of_the_token_endpoint(app: Any, portal: DemoPortal) -> None:
    portal.plant("error", method="oauth.exchange", code="PAYMENT_REQUIRED", status=200)
    portal.plant("html", method="oauth.token")
    assert app.call("profile")
    reply = app.token(grant_type="authorization_code", code=portal.issue_code())
    assert (reply.status_code, reply.json()["error"]) == (200, "PAYMENT_REQUIRED")
    assert app.token(grant_type="refresh_token", refresh_token="x").status_code == 502


def test_a_fault_without_a_method_leaves_the_token_endpoint_alone(app: Any, portal: DemoPortal) -> None:
    portal.plant("html")
    assert "access_token" in app.token(grant_type="authorization_code", code=portal.issue_code()).json()
    assert app.post("profile").status_code == 502


def test_a_redirect_to_another_host(app: Any, portal: DemoPortal) -> None:
    portal.plant("redirect", to="elsewhere.example:8443")
    reply = app.post("placement.bind", BIND)
    assert (reply.status_code, reply.headers["location"]) == (302, "http://elsewhere.example:8443/rest/placement.bind")
    assert portal.bindings() == []


@pytest.mark.parametrize("fields", [{"kind": "odd"}, {"kind": "redirect"}, {"kind": "html", "command": 2}])
def test_faults_that_make_no_sense_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"kind|redirect"):
        Fault(**fields)
