"""What the way to a handler means for people's browsers."""

from __future__ import annotations

import httpx
import pytest

from bxdesk.checks.address_space import AddressSpace, space_of
from bxdesk.checks.call_request import CallRequest, StoppedError
from bxdesk.checks.calling import Called, Hop
from bxdesk.checks.check import CheckCode, CheckState
from bxdesk.checks.handler_checks import way_checks
from bxdesk.checks.origin import Origin
from bxdesk.errors import Problem
from bxdesk.messages import message

PORTAL = "https://acme.bitrix24.com"
HANDLER = "https://widgets.example.com/bitrix24"
INTERNET = "93.184.216.34"


def way(*hops: tuple[str, str, str], stopped: StoppedError | None = None) -> Called:
    """A call over hops of a method, a URL and an IP address."""
    requests = [CallRequest(method, httpx.URL(url), "", Origin.of(PORTAL), PORTAL) for method, url, _ in hops]
    found = (Hop(request, (hop[2],), 302, ()) for request, hop in zip(requests, hops, strict=True))
    return Called(tuple(found), 300, stopped=stopped)


def states(
    called: Called, handler: str = HANDLER, portal: str = PORTAL, space: AddressSpace = AddressSpace.PUBLIC
) -> dict[str, str]:
    return {check.code.value: check.state.value for check in way_checks(handler, called, portal, space)}


ALL_GOOD = dict.fromkeys(
    (
        "handler_name",
        "handler_connect",
        "handler_certificate",
        "handler_scheme",
        "handler_private",
        "handler_redirect",
    ),
    "ok",
)


def test_a_handler_on_the_internet() -> None:
    assert states(way(("POST", HANDLER, INTERNET))) == ALL_GOOD


@pytest.mark.parametrize("code", [CheckCode.HANDLER_NAME, CheckCode.HANDLER_CONNECT, CheckCode.HANDLER_CERTIFICATE])
def test_what_stops_the_call_is_the_last_that_is_said_of_the_way(code: CheckCode) -> None:
    stopped = StoppedError(code, CheckState.BLOCKED, Problem(code, message("No.")))

    found = states(way(stopped=stopped))

    assert found.pop("handler_scheme") == "ok"
    assert list(found)[-1] == code
    assert list(found.values()) == [*["ok"] * (len(found) - 1), "blocked"]


def test_nothing_is_said_of_redirects_where_nobody_knows_where_they_end() -> None:
    stopped = StoppedError(CheckCode.HANDLER_NAME, CheckState.BLOCKED, Problem("handler_name", message("No.")))

    assert "handler_redirect" not in states(way(("POST", HANDLER, INTERNET), stopped=stopped))


def test_http_on_an_https_portal() -> None:
    plain = "http://widgets.example.com/"

    assert states(way(("POST", plain, INTERNET)), plain)["handler_scheme"] == "blocked"
    assert states(way(("POST", plain, INTERNET)), plain, "http://crm.example.com")["handler_scheme"] == "ok"
    assert states(way(("POST", HANDLER, INTERNET), ("GET", plain, INTERNET)))["handler_scheme"] == "blocked"
    assert "handler_certificate" not in states(way(("POST", plain, INTERNET)), plain)


@pytest.mark.parametrize(
    ("address", "portal", "state"),
    [
        ("127.0.0.1", AddressSpace.PUBLIC, "blocked"),
        ("127.0.0.1", AddressSpace.LOCAL, "blocked"),
        ("127.0.0.1", AddressSpace.LOOPBACK, "ok"),
        ("10.0.0.5", AddressSpace.PUBLIC, "warning"),
        ("10.0.0.5", AddressSpace.LOCAL, "ok"),
        (INTERNET, AddressSpace.LOCAL, "ok"),
    ],
)
def test_a_page_reaches_inwards_by_permission_alone(address: str, portal: AddressSpace, state: str) -> None:
    assert states(way(("POST", HANDLER, address)), space=portal)["handler_private"] == state


def test_a_call_that_is_lost_on_the_way_says_where_and_what_to_enter() -> None:
    called = way(("POST", f"{HANDLER}?key=secret", INTERNET), ("GET", f"{HANDLER}/?key=secret", INTERNET))

    check = next(
        one for one in way_checks(HANDLER, called, PORTAL, AddressSpace.PUBLIC) if one.code == "handler_redirect"
    )

    assert check.state is CheckState.WARNING
    assert str(check.title) == "The call is lost on the way: a redirect makes a GET of it."
    assert f"Enter {HANDLER}/ as the page address" in str(check.remedy)
    assert "secret" not in repr(check)


@pytest.mark.parametrize(
    ("address", "space"),
    [
        ("127.0.0.1", AddressSpace.LOOPBACK),
        ("0.0.0.0", AddressSpace.LOOPBACK),
        ("::1", AddressSpace.LOOPBACK),
        ("::ffff:127.0.0.1", AddressSpace.LOOPBACK),
        ("::ffff:10.1.2.3", AddressSpace.LOCAL),
        ("192.168.1.1", AddressSpace.LOCAL),
        ("169.254.1.1", AddressSpace.LOCAL),
        ("100.64.0.1", AddressSpace.LOCAL),
        ("fd00::1", AddressSpace.LOCAL),
        ("fe80::1%eth0", AddressSpace.LOCAL),
        (INTERNET, AddressSpace.PUBLIC),
        ("2606:2800:220:1::1", AddressSpace.PUBLIC),
    ],
)
def test_where_addresses_lie(address: str, space: AddressSpace) -> None:
    assert space_of([address]) is space
    assert space_of([INTERNET, address]) is space
