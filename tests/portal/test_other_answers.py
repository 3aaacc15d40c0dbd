"""What is no portal's answer is told by its status, what that means, and the page's own words."""

from __future__ import annotations

import datetime as dt
import logging
from email.utils import format_datetime

import anyio
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.errors import CancelledByPersonError
from bxdesk.gui.parts.remedies import advice
from bxdesk.portal.errors import LimitError, ObstacleError, PortalError, UnknownOutcomeError
from bxdesk.portal.oauth import refresh_tokens
from bxdesk.portal.other_answers import other_answer, retry_after, words_of
from bxdesk.portal.rest import Command
from tests.builders import RecordingListener
from tests.portal.conftest import SignedIn

PROFILE = Command("profile")
PAGE = "<html><head><title>{}</title></head><body><h1>x</h1></body></html>"


def answer(status: int, body: str = "", path: str = "/rest/batch", **headers: str) -> httpx.Response:
    """An answer of a web server to a call."""
    request = httpx.Request("POST", f"https://acme.com{path}")
    return httpx.Response(
        status, text=body, headers={name.replace("_", "-"): value for name, value in headers.items()}, request=request
    )


@pytest.mark.parametrize(
    ("status", "kind", "words", "cure"),
    [
        (200, UnknownOutcomeError, "may belong to something else", "Check the address"),
        (302, ObstacleError, "sends callers on", "/rest/"),
        (401, ObstacleError, "asks for a user and password", "let the addresses"),
        (403, ObstacleError, "A firewall or the web server", "let calls"),
        (404, ObstacleError, "nothing at this address", "Check the address"),
        (413, ObstacleError, "takes no calls of this size", "raise its limit"),
        (418, ObstacleError, "may belong to something else", "Check the address"),
        (429, LimitError, "asked too often", "Wait a moment"),
        (500, UnknownOutcomeError, "failed inside", "Refresh"),
        (502, UnknownOutcomeError, "got no answer from it", "Try again"),
        (503, UnknownOutcomeError, "out of service", "Try again"),
    ],
)
def test_the_status_is_told_with_what_it_means(status: int, kind: type[PortalError], words: str, cure: str) -> None:
    location = {"Location": "https://acme.com/login"} if status == 302 else {}
    error = other_answer(answer(status, PAGE.format("Stop &amp; go"), **location), "acme.com")
    assert type(error) is kind
    assert str(error.problem.title) == "acme.com gave an answer that is not a portal's."
    assert words in str(error.problem.explanation)
    assert f"It answered batch with HTTP {status}: “Stop & go”." in str(error.problem.explanation)
    assert cure in str(advice(error.problem.remedy))


def test_the_authorization_server_is_called_what_it_is() -> None:
    error = other_answer(answer(502, path="/oauth/token/"), "oauth.bitrix.info")
    assert str(error.problem.title) == "oauth.bitrix.info gave an answer that is not an authorization server's."
    assert "It answered token with HTTP 502." in str(error)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (PAGE.format("  Attention\n Required! "), "Attention Required!"),
        ("<style>p {x}</style><p>No <b>such</b> page</p><script>alert(1)</script>", "No such page"),
        ("plain words", "plain words"),
        ("x" * 15 + " " + "word " * 100, "x" * 15 + " " + "word " * 12 + "word…"),
        ("\x1b[31mred\u202e", "[31mred"),
        ("token=abc123def456ghi789jkl", "token=…"),
        ("", ""),
    ],
)
def test_a_pages_words_are_its_title_or_how_it_begins(body: str, words: str) -> None:
    assert words_of(answer(200, body)) == words


def test_a_picture_has_no_words() -> None:
    request = httpx.Request("POST", "https://acme.com/rest/batch")
    picture = httpx.Response(200, content=b"\x89PNG words", headers={"Content-Type": "image/png"}, request=request)
    assert words_of(picture) == ""


@given(st.binary(max_size=300), st.integers(200, 599), st.text(st.characters(codec="latin-1"), max_size=30))
def test_whatever_comes_is_one_clear_error(body: bytes, status: int, header: str) -> None:
    request = httpx.Request("POST", "https://acme.com/rest/batch")
    headers = [(b"Content-Type", b"text/html"), (b"Retry-After", header.encode("latin-1"))]
    error = other_answer(httpx.Response(status, content=body, headers=headers, request=request), "acme.com")
    assert f"HTTP {status}" in str(error)
    assert all(character.isprintable() for character in str(error))


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("120", 120), ("0", 0), ("", None), ("soon", None), ("-5", None), ("1e9", None), ("9" * 40, 999_999_999)],
)
def test_when_to_ask_again(said: str, seconds: float | None) -> None:
    assert retry_after(answer(503, Retry_After=said)) == seconds


def test_when_to_ask_again_may_be_a_date() -> None:
    then = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=90)
    seconds = retry_after(answer(503, Retry_After=format_datetime(then, usegmt=True)))
    assert seconds is not None
    assert 80 < seconds <= 90
    assert retry_after(answer(503, Retry_After="Wed, 21 Oct 2015 07:28:00 GMT")) == 0


@pytest.mark.anyio
@pytest.mark.parametrize("status", [429, 503])
async def test_a_server_that_names_a_time_is_asked_again_after_it(signed_in: SignedIn, status: int) -> None:
    signed_in.portal.plant("html", status=status, retry_after="1")
    told = RecordingListener()
    started = anyio.current_time()
    assert (await signed_in.client.with_listener(told).call(PROFILE)).result["ID"] == "1"
    assert anyio.current_time() - started >= 1
    assert any(text.startswith("Waiting 1 s: ") for text in told.texts)


@pytest.mark.anyio
async def test_cancel_ends_the_wait(signed_in: SignedIn) -> None:
    signed_in.portal.plant("html", status=503, retry_after="500")
    started = anyio.current_time()
    impatient = RecordingListener(lambda: anyio.current_time() - started > 0.2)
    with pytest.raises(CancelledByPersonError):
        await signed_in.client.with_listener(impatient).call(PROFILE)
    assert anyio.current_time() - started < 3


@pytest.mark.anyio
async def test_nobody_is_kept_waiting_for_an_hour(signed_in: SignedIn) -> None:
    signed_in.portal.plant("html", status=429, retry_after="3600", times=None)
    with pytest.raises(LimitError, match="Try again in 60 minutes"):
        await signed_in.client.call(PROFILE)
    assert len(signed_in.portal.requests) == 1


@pytest.mark.anyio
async def test_what_stands_in_the_way_is_not_asked_again_at_once(
    signed_in: SignedIn, caplog: pytest.LogCaptureFixture
) -> None:
    signed_in.portal.plant("html", status=403, title="Blocked by Firewall", times=None)
    with caplog.at_level(logging.INFO), pytest.raises(ObstacleError, match="Blocked by Firewall"):
        await signed_in.client.call(PROFILE, reading=True)
    assert len(signed_in.portal.requests) == 1
    assert f"{signed_in.client.host} profile: HTTP 403 and no JSON: Blocked by Firewall" in caplog.text


@pytest.mark.anyio
async def test_an_answer_behind_the_warnings_of_php_is_read(signed_in: SignedIn) -> None:
    signed_in.portal.plant("warnings", times=None)
    assert (await signed_in.client.call(PROFILE)).result["ID"] == "1"
    signed_in.portal.expire_access_tokens()
    assert (await signed_in.client.call(PROFILE)).result["ID"] == "1"


def test_an_error_of_php_without_an_answer_is_told() -> None:
    died = '<br />\n<b>Fatal error</b>:  Allowed memory size exhausted {"x" in <b>/home/a.php</b>'
    error = other_answer(answer(200, died), "acme.com")
    assert "own PHP reports errors" in str(error)
    assert "Allowed memory size exhausted" in str(error)


@pytest.mark.anyio
async def test_a_page_of_the_authorization_server_is_explained() -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        return httpx.Response(503, text=PAGE.format("Maintenance"), request=request)

    async with httpx.AsyncClient(transport=httpx.MockTransport(reply)) as http:
        with pytest.raises(UnknownOutcomeError, match="Maintenance") as caught:
            await refresh_tokens(http, "https://oauth.bitrix.info", "local.1", "secret", "token")
    assert "oauth.bitrix.info" in str(caught.value.problem.title)
