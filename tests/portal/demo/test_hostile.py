"""What a web page, or whoever sends nonsense, can do to a demo portal that runs: nothing, and no answer is a 500."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    import httpx

    from bxdesk.demo import DemoPortal

    from .conftest import App

JSON_HEADERS = {"Content-Type": "application/json"}
PAGES = ("/", "/devops/section/standard/", "/devops/edit/application/0/", "/contact_center/", "/nowhere", "/widgets/17")
BODIES = (
    b"[]",
    b"null",
    b"true",
    b'"text"',
    b"[" * 100_000,
    b"[" * 5_000 + b"]" * 5_000,
    b'{"a":' * 2_000 + b"1" + b"}" * 2_000,
    b'{"latency": "fast"}',
    b'{"latency": NaN}',
    b'{"latency": 1e999}',
    b'{"latency": null}',
    b'{"latencies": {"profile": "x"}}',
    b'{"bucket": [1]}',
    b'{"missing_scopes": "crm"}',
    b'{"missing_scopes": [["crm"]]}',
    b'{"stores": "backwards"}',
    b'{"permissions_arrive": 7}',
    b'{"forward": "soon"}',
    b'{"forward": 1e300}',
    b'{"forward": -1}',
    b'{"expire": {}}',
    b'{"title": null}',
    b'{"title": "x", "entityTypeId": "many"}',
    b'{"title": "\\ud83d"}',
    b'{"kind": ["lost"]}',
    b'{"kind": "html", "status": 99999}',
    b'{"kind": "html", "retry_after": "1\\r\\nX-Evil: 1"}',
    b'{"kind": "redirect", "to": "a b"}',
    b'{"kind": "error", "times": "often"}',
    b'{"' + b"9" * 5_000 + b'": ' + b"9" * 5_000 + b"}",
    b"\xff\xfe",
)


@pytest.mark.parametrize("name", ["faults", "settings", "clock", "types", "tokens"])
@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_the_control_judges_what_it_is_sent(portal: DemoPortal, http: httpx.Client, name: str, body: bytes) -> None:
    before = portal.settings
    reply = http.post(f"{portal.address}/demo/{name}", content=body, headers=JSON_HEADERS)
    assert reply.status_code == 400
    assert reply.json()["error"]
    assert (portal.settings, portal.planted()) == (before, ())


def test_a_setting_of_another_type_is_named(portal: DemoPortal, http: httpx.Client) -> None:
    reply = http.post(f"{portal.address}/demo/settings", json={"latency": "fast", "nonsense": 1})
    assert "latency: Input should be a valid number" in reply.json()["error"]
    assert "nonsense: " in reply.json()["error"]


@pytest.mark.parametrize("method", ["profile", "batch", "placement.bind", "crm.type.list"])
@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_call_with_nonsense_is_a_call(app: App, portal: DemoPortal, method: str, body: bytes) -> None:
    reply = app.http.post(f"{portal.address}/rest/{method}", content=body, headers=app.headers | JSON_HEADERS)
    assert reply.status_code < 500
    assert set(reply.json()) & {"result", "error"}


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["9" * 5_000, "$result[a]"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
_NAMES = st.sampled_from(
    [
        "PLACEMENT",
        "HANDLER",
        "LANG_ALL",
        "OPTIONS",
        "USER_ID",
        "TITLE",
        "start",
        "filter",
        "order",
        "cmd",
        "halt",
        "SCOPE",
        "FULL",
        "name",
        "auth",
    ]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from(
        ["placement.bind", "placement.unbind", "placement.list", "crm.type.list", "batch", "method.get", "scope"]
    ),
    arguments=st.dictionaries(_NAMES, _VALUES, max_size=5),
)
def test_no_arguments_are_the_portals_fault(app: App, method: str, arguments: dict[str, Any]) -> None:
    reply = app.http.post(
        f"{app.portal.address}/rest/{method}", content=json.dumps(arguments), headers=app.headers | JSON_HEADERS
    )
    assert reply.status_code < 500, reply.text


def test_another_name_for_this_computer_is_refused(app: App, portal: DemoPortal) -> None:
    """A web page can let its own host name lead here; its requests carry that name."""
    port = portal.address.rpartition(":")[2]
    for address in (portal.address, portal.authorization_server):
        for host in ("evil.example", f"evil.example:{port}", "", "127.0.0.1.evil.example", "localhost.evil.example"):
            for path in ("/", "/demo/state", "/rest/profile", "/oauth/token/"):
                reply = app.http.get(f"{address}{path}", headers=app.headers | {"Host": host})
                assert (reply.status_code, "evil" in reply.text) == (421, False)
    assert portal.requests == ()
    for host in (f"localhost:{port}", f"127.0.0.1:{port}", "LOCALHOST"):
        assert app.http.get(portal.address, headers={"Host": host}).status_code == 200


def test_a_renamed_portal_answers_to_both_names(app: App, portal: DemoPortal) -> None:
    portal.rename("acme.bitrix24.com")
    port = portal.ports[0]
    answers = {
        host: app.http.post(f"http://127.0.0.1:{port}/rest/profile", headers=app.headers | {"Host": f"{host}:{port}"})
        for host in ("127.0.0.1", "acme.bitrix24.com", "other.example")
    }
    assert [reply.status_code for reply in answers.values()] == [302, 200, 421]


@pytest.mark.parametrize("path", PAGES)
def test_no_other_site_may_frame_a_page(portal: DemoPortal, http: httpx.Client, path: str) -> None:
    reply = http.get(portal.address + path)
    assert reply.headers["x-frame-options"] == "DENY"
    assert reply.headers["content-security-policy"] == "frame-ancestors 'none'"
    query = {"client_id": portal.client_id, "state": "s"}
    asked = http.get(f"{portal.address}/oauth/authorize/", params=query)
    assert asked.headers["x-frame-options"] == "DENY"


def test_what_is_too_long_is_refused(app: App, portal: DemoPortal) -> None:
    assert app.http.get(f"{portal.address}/widgets/{'9' * 5_000}").status_code == 414
    address = f"{portal.address}/rest/profile"
    assert app.http.post(address, content=b" " * (9 * 1024 * 1024), headers=app.headers).status_code == 413
    assert app.http.post(address, content=iter([b"in ", b"pieces"]), headers=app.headers).status_code == 413
    assert app.call("profile")
