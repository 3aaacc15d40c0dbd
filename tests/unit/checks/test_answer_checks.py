"""What an answer means for people who open the widget."""

from __future__ import annotations

from collections.abc import Iterable

import httpx
import pytest

from bxdesk.checks.answer_checks import answer_checks
from bxdesk.checks.call_request import CallRequest
from bxdesk.checks.calling import Called, Hop
from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.checks.cookies import same_site
from bxdesk.checks.origin import Origin

PORTAL = "https://acme.bitrix24.com"
HANDLER = "https://widgets.example.com/bitrix24"
HTML = "Content-Type: text/html; charset=utf-8"
LOGIN = "<title>Sign in</title><form><input name=p type='password'></form>"


def called(
    *headers: str,
    status: int = 200,
    body: str = "<title>A widget</title>",
    milliseconds: int = 300,
    ended: bool = True,
    urls: tuple[str, ...] = (HANDLER,),
) -> Called:
    """An answer at the end of these addresses."""
    fields = [(name, value.strip()) for name, _, value in (header.partition(":") for header in headers)]
    requests = [CallRequest("POST", httpx.URL(url), "", Origin.of(PORTAL), PORTAL) for url in urls]
    hops = [Hop(request, ("93.184.216.34",), 307, ()) for request in requests[:-1]]
    hops.append(Hop(requests[-1], ("93.184.216.34",), status, tuple(fields)))
    page = httpx.Response(status, headers=fields, content=body.encode(), request=httpx.Request("POST", urls[-1]))
    return Called(tuple(hops), milliseconds, page, ended)


def answered(answer: Called) -> dict[CheckCode, Check]:
    """The checks by their codes."""
    checks = list(answer_checks(HANDLER, answer, PORTAL))
    assert {check.handler for check in checks} == {HANDLER}
    return {check.code: check for check in checks}


def bad(checks: Iterable[Check]) -> dict[str, str]:
    """What is not good, by its code."""
    return {check.code.value: check.state.value for check in checks if check.state is not CheckState.OK}


def test_a_good_page_is_listed_with_all_that_was_asked() -> None:
    checks = answered(called(HTML, "Set-Cookie: a=b; SameSite=None; Secure; Partitioned"))

    assert bad(checks.values()) == {}
    assert [str(check.title) for check in checks.values()] == [
        "It answers with HTTP 200.",
        "It is a page: “A widget”.",
        "Nothing forbids it.",
        "It sets no cookie that a frame would not get.",
        "It came within 0.3 seconds.",
    ]


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (called(HTML, status=405), {"handler_post": "blocked"}),
        (called(HTML, status=500), {"handler_post": "blocked"}),
        (called(HTML, body=""), {"handler_content": "blocked"}),
        (called(status=204, body=""), {"handler_content": "blocked"}),
        (called("Content-Type: application/zip", body="PK"), {"handler_content": "blocked"}),
        (called(HTML, "Content-Disposition: attachment; filename=a.html"), {"handler_content": "blocked"}),
        (called("Content-Type: application/json", body="{}"), {"handler_content": "warning"}),
        (called("Content-Type: text/plain", body="It works"), {"handler_content": "warning"}),
        (called(HTML, body=LOGIN), {"handler_content": "warning"}),
        (called(HTML, body=LOGIN, urls=(HANDLER, "https://widgets.example.com/x")), {"handler_content": "blocked"}),
        (called(HTML, body=LOGIN, urls=("https://widgets.example.com/login",)), {"handler_content": "blocked"}),
        (called(), {}),
        (called("Content-Type: image/png", body="PNG"), {}),
        (called(HTML, body="", ended=False, milliseconds=20_000), {"handler_speed": "warning"}),
        (called(HTML, "X-Frame-Options: SAMEORIGIN"), {"handler_framing": "blocked"}),
        (called(HTML, "Content-Security-Policy: frame-ancestors 'self'"), {"handler_framing": "blocked"}),
        (called(HTML, "Content-Security-Policy: frame-ancestors https://*.bitrix24.com"), {}),
        (called(HTML, f"Content-Security-Policy: frame-ancestors {PORTAL}/crm/"), {"handler_framing": "blocked"}),
        (called(HTML, "Set-Cookie: a=b"), {"handler_cookies": "warning"}),
        (called(HTML, "Set-Cookie: a=b; SameSite=Lax; Secure"), {"handler_cookies": "warning"}),
        (called(HTML, "Set-Cookie: a=b; samesite=none"), {"handler_cookies": "warning"}),
        (called(HTML, "Set-Cookie: a=b; SameSite=None; Secure"), {"handler_cookies": "warning"}),
        (called(HTML, milliseconds=3_000), {"handler_speed": "warning"}),
    ],
)
def test_what_keeps_a_page_from_being_seen(answer: Called, found: dict[str, str]) -> None:
    assert bad(answered(answer).values()) == found


def test_a_refusal_names_its_header_and_the_one_to_send() -> None:
    check = answered(called(HTML, "X-Frame-Options: DENY", "X-Frame-Options: DENY"))[CheckCode.HANDLER_FRAMING]

    assert str(check.title) == "widgets.example.com forbids the portal to show its page."
    assert str(check.explanation) == "The answer's header says: X-Frame-Options: DENY, DENY"
    assert "Content-Security-Policy: frame-ancestors 'self' https://acme.bitrix24.com" in str(check.remedy)


def test_a_difference_between_browsers_is_said() -> None:
    policy = f"Content-Security-Policy: frame-ancestors {PORTAL}/crm/"

    check = answered(called(HTML, policy))[CheckCode.HANDLER_FRAMING]

    assert str(check.title) == "Chrome and Edge do not show the page in the portal, Firefox does."


def test_a_cookies_value_is_nowhere() -> None:
    check = answered(called(HTML, "Set-Cookie: session=drawn-by-lot; SameSite=Lax"))[CheckCode.HANDLER_COOKIES]

    assert str(check.title) == "Browsers refuse these cookies in a frame: session."
    assert "drawn-by-lot" not in repr(check)


def test_the_pages_own_words_explain_an_error() -> None:
    check = answered(called(HTML, status=419, body="<title>Page Expired</title>"))[CheckCode.HANDLER_POST]

    assert str(check.title) == "It answers the portal's call with an error: HTTP 419."
    assert str(check.explanation).endswith("The page says: “Page Expired”.")


@pytest.mark.parametrize(
    ("page", "portal", "same"),
    [
        ("https://crm.example.com", "https://crm.example.com:8443", True),
        ("https://widgets.example.com", "https://crm.example.com", True),
        ("http://widgets.example.com", "https://crm.example.com", False),
        ("https://widgets.example.org", "https://crm.example.com", False),
        ("https://other.bitrix24.com", "https://acme.bitrix24.com", False),
        ("https://a.co.uk", "https://b.co.uk", False),
        ("http://127.0.0.1:5", "http://127.0.0.1:6", True),
    ],
)
def test_what_browsers_take_for_one_site(page: str, portal: str, same: bool) -> None:
    assert same_site(Origin.of(page), Origin.of(portal)) is same
