"""Signing in: the portal's page, the answer on this computer, the code exchanged at once."""

from __future__ import annotations

import json
import os
import re
import resource
import socket
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import anyio
import httpx
import pytest

from bxdesk.accounts.exchange import SignedIn
from bxdesk.accounts.request import SignInRequest
from bxdesk.accounts.signin import sign_in
from bxdesk.demo import DemoPortal
from bxdesk.errors import BxdeskError, Problem
from bxdesk.listener import SILENT, Listener
from bxdesk.messages import Reader
from tests.builders import RecordingListener

pytestmark = pytest.mark.anyio

Browse = Callable[[str], Coroutine[Any, Any, None]]


@pytest.fixture
def request_to(portal: DemoPortal, free_port: int) -> SignInRequest:
    """What a person would enter for the demo portal."""
    redirect = f"http://127.0.0.1:{free_port}/callback"
    portal.change(handler_path=redirect)
    return SignInRequest(
        portal.address, portal.client_id, portal.client_secret, redirect, portal.authorization_server, timeout=5
    )


async def allow(http: httpx.AsyncClient, address: str) -> httpx.Response:
    """Opens the sign-in page and presses Allow; returns the answer that sends the browser on."""
    page = await http.get(address)
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text))
    action = re.search(r'<form[^>]* action="([^"]+)"', page.text)
    assert action is not None
    return await http.post(
        str(httpx.URL(address).join(action[1].replace("&amp;", "&"))), data=fields | {"answer": "allow"}
    )


async def signing_in(
    http: httpx.AsyncClient,
    request: SignInRequest,
    browse: Browse,
    tell: Callable[[Problem], None] | None = None,
    listener: Listener = SILENT,
) -> SignedIn:
    """Signs in while ``browse`` does what a person does in the browser."""
    async with anyio.create_task_group() as tasks:

        def open_address(address: str) -> None:
            tasks.start_soon(browse, address)

        return await sign_in(http, request, open_address, tell=tell, listener=listener)
    raise AssertionError


async def fails(http: httpx.AsyncClient, request: SignInRequest, browse: Browse | None = None) -> Problem:
    """Signs in and gives the problem it ends with."""

    async def nothing(address: str) -> None:
        del address

    with pytest.raises((BxdeskError, ExceptionGroup)) as caught:
        await signing_in(http, request, browse or nothing)
    error: BaseException = caught.value
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    assert isinstance(error, BxdeskError)
    assert error.problem.remedy
    return error.problem


async def test_allow_signs_in_and_the_browser_says_so(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    pages: list[httpx.Response] = []

    async def browse(address: str) -> None:
        sent_on = await allow(http, address)
        pages.append(await http.get(sent_on.headers["Location"]))

    result = await signing_in(http, request_to, browse)
    assert result.connection.member_id == portal.member_id
    assert result.connection.user_name == "Helen Marsh"
    assert result.connection.endpoint == f"{portal.address}/rest/"
    assert "You are signed in" in pages[0].text
    assert "close this tab" in pages[0].text
    assert pages[0].headers["Cache-Control"] == "no-store"
    assert portal.secrets_refused == 0
    assert result.keys.access_token not in repr(result)


async def test_the_page_in_the_browser_speaks_the_language_of_who_signs_in(
    http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    pages: list[str] = []
    german = {"You are signed in": "Sie sind <angemeldet>"}
    listener = Listener()
    listener.reader = Reader("de", lambda text: german.get(text, text))

    async def browse(address: str) -> None:
        sent_on = await allow(http, address)
        pages.append((await http.get(sent_on.headers["Location"])).text)

    await signing_in(http, request_to, browse, listener=listener)
    assert '<html lang="de">' in pages[0]
    assert "<h1>Sie sind &lt;angemeldet&gt;</h1>" in pages[0]


async def test_a_sparse_reply_worded_in_text_is_as_good(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    portal.change(expires_in_as_text=True, omit_expires=True, domain_is_portal=True)

    async def browse(address: str) -> None:
        sent_on = await allow(http, address)
        await http.get(sent_on.headers["Location"])

    result = await signing_in(http, request_to, browse)
    assert result.connection.endpoint == f"{portal.address}/rest/"
    assert result.connection.authorization_server == portal.authorization_server


async def test_strangers_are_answered_and_the_wait_goes_on(http: httpx.AsyncClient, request_to: SignInRequest) -> None:
    answers: dict[str, int] = {}
    base = request_to.redirect_url

    async def browse(address: str) -> None:
        state = state_in(address)
        for name, target in {
            "favicon": f"{base.removesuffix('/callback')}/favicon.ico",
            "nothing": base,
            "no state": f"{base}?code=1",
            "wrong state": f"{base}?code=1&state={state[:-1]}X",
            "no code": f"{base}?state={state}",
        }.items():
            answers[name] = (await http.get(target)).status_code
        answers["put"] = (await http.put(base, data={"code": "1", "state": state})).status_code
        answers["post"] = (await http.post(base, data={"code": "1", "state": state})).status_code
        answers["junk"] = await _junk(base)
        await finish(http, address, answers)

    await signing_in(http, request_to, browse)
    assert answers == {
        "favicon": 404,
        "nothing": 404,
        "no state": 404,
        "wrong state": 400,
        "no code": 400,
        "put": 400,
        "post": 405,
        "junk": 400,
        "right": 200,
    }


def state_in(address: str) -> str:
    """The state that stands in the address of the sign-in page, and in the browser's command line."""
    return parse_qs(urlsplit(address).query)["state"][0]


async def finish(http: httpx.AsyncClient, address: str, answers: dict[str, int], path: str = "/callback") -> None:
    """Presses Allow and follows the portal to the loopback address, at this path."""
    sent_on = await allow(http, address)
    target = sent_on.headers["Location"].replace("/callback?", f"{path}?")
    answers["right"] = (await http.get(target)).status_code


@pytest.mark.parametrize("path", ["/callback/", "/", "/install/x.php"])
async def test_an_answer_at_another_path_is_taken(
    http: httpx.AsyncClient, request_to: SignInRequest, path: str
) -> None:
    answers: dict[str, int] = {}
    await signing_in(http, request_to, lambda address: finish(http, address, answers, path))
    assert answers == {"right": 200}


async def test_an_answer_to_another_sign_in_is_told_once(http: httpx.AsyncClient, request_to: SignInRequest) -> None:
    told: list[Problem] = []
    base = request_to.redirect_url.removesuffix("/callback")

    async def browse(address: str) -> None:
        for path in ("/callback", "/elsewhere", "/callback"):
            page = await http.get(f"{base}{path}?code=12345678&state=guess")
            assert "belongs to another sign-in" in page.text
        await finish(http, address, {})

    await signing_in(http, request_to, browse, told.append)
    assert [problem.code for problem in told] == ["sign_in_state"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("error=access_denied&error_description=<b>No", "sign_in_refused"),
        ("", "sign_in_no_code"),
        ("code=0123456789abcdef", "code_expired"),
        ("code=0123456789abcdef&member_id=" + "f" * 32, "code_expired"),
    ],
)
async def test_what_somebody_forges_who_has_seen_the_state_is_told_and_ends_nothing(
    http: httpx.AsyncClient, request_to: SignInRequest, query: str, code: str
) -> None:
    told: list[Problem] = []

    async def browse(address: str) -> None:
        page = await http.get(f"{request_to.redirect_url}?{query}&state={state_in(address)}")
        assert page.status_code == 400
        assert "<b>" not in page.text
        await finish(http, address, {})

    await signing_in(http, request_to, browse, told.append)
    assert [problem.code for problem in told] == [code]


async def test_a_refusal_is_what_a_sign_in_ends_with_when_nothing_else_comes(
    http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    async def browse(address: str) -> None:
        await http.get(f"{request_to.redirect_url}?error=access_denied&state={state_in(address)}")

    problem = await fails(http, replace(request_to, timeout=1), browse)
    assert problem.code == "sign_in_refused"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "rebound.example.com:8917"}, 403),
        ({"Host": ""}, 403),
        ({"Host": "[::1"}, 403),
        ({"Origin": "https://evil.example.com"}, 404),
        ({"Origin": "null"}, 404),
    ],
)
async def test_what_comes_by_another_name_or_from_another_page_is_no_answer(
    http: httpx.AsyncClient, request_to: SignInRequest, headers: dict[str, str], status: int
) -> None:
    answers: dict[str, int] = {}

    async def browse(address: str) -> None:
        target = (await allow(http, address)).headers["Location"]
        answers["foreign"] = (await http.get(target, headers=headers)).status_code
        answers["right"] = (await http.get(target, headers={"Host": "localhost:1"})).status_code

    await signing_in(http, request_to, browse)
    assert answers == {"foreign": status, "right": 200}


async def test_connections_that_say_nothing_keep_nobody_out(http: httpx.AsyncClient, request_to: SignInRequest) -> None:
    port = urlsplit(request_to.redirect_url).port or 80

    answers: dict[str, int] = {}

    async def browse(address: str) -> None:
        silent = [await anyio.connect_tcp("127.0.0.1", port) for _ in range(100)]
        await finish(http, address, answers)
        with anyio.fail_after(1), pytest.raises(anyio.EndOfStream):
            await silent[0].receive()  # the oldest had to go
        for stream in silent:
            await stream.aclose()

    await signing_in(http, request_to, browse)
    assert answers == {"right": 200}


@contextmanager
def no_descriptors() -> Iterator[None]:
    """A moment in which this process can open nothing."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    free = os.dup(0)
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def test_the_wait_survives_a_moment_without_descriptors(
    http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    port = urlsplit(request_to.redirect_url).port or 80
    answers: dict[str, int] = {}

    async def browse(address: str) -> None:
        target = (await allow(http, address)).headers["Location"]
        with socket.socket() as knocking, no_descriptors():
            knocking.connect(("127.0.0.1", port))
            await anyio.sleep(0.05)
        answers["right"] = (await http.get(target)).status_code

    await signing_in(http, request_to, browse)
    assert answers == {"right": 200}


async def _junk(base: str) -> int:
    async with await anyio.connect_tcp("127.0.0.1", urlsplit(base).port or 80) as stream:
        await stream.send(b"\x16\x03\x01 not http at all\r\n\r\n")
        return int((await stream.receive()).split(b" ")[1])


async def test_nobody_answers(http: httpx.AsyncClient, request_to: SignInRequest) -> None:
    problem = await fails(http, replace(request_to, timeout=0.1))
    assert problem.code == "sign_in_timeout"


async def test_a_port_that_is_taken(http: httpx.AsyncClient, request_to: SignInRequest, free_port: int) -> None:
    async with await anyio.create_tcp_listener(local_host="127.0.0.1", local_port=free_port):
        problem = await fails(http, request_to)
    assert problem.code == "port_taken"
    assert str(free_port) in str(problem)


async def test_a_wrong_secret_is_said_in_the_window_and_in_the_browser(
    http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    pages: list[str] = []

    async def browse(address: str) -> None:
        sent_on = await allow(http, address)
        pages.append((await http.get(sent_on.headers["Location"])).text)

    problem = await fails(http, replace(request_to, client_secret="wrong"), browse)
    assert "client secret is wrong" in str(problem.title)
    assert "client secret is wrong" in pages[0]


async def test_a_code_that_came_too_late(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    async def browse(address: str) -> None:
        sent_on = await allow(http, address)
        portal.forward(31)
        await http.get(sent_on.headers["Location"])

    problem = await fails(http, replace(request_to, timeout=1), browse)
    assert problem.code == "code_expired"


async def test_an_authorization_server_nobody_vouches_for_never_sees_the_secret(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    async def browse(address: str) -> None:
        sent_on = await allow(http, address)
        await http.get(sent_on.headers["Location"])

    problem = await fails(http, replace(request_to, authorization_server=None, timeout=1), browse)
    assert problem.code == "authorization_server"
    assert not [request for request in portal.requests if request.call == "oauth.exchange"]


async def test_another_portal_that_answers_is_refused(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    async def browse(address: str) -> None:
        sent_on = await allow(http, address)
        location = sent_on.headers["Location"].replace(portal.member_id, "f" * 32)
        await http.get(location)

    problem = await fails(http, replace(request_to, timeout=1), browse)
    assert problem.code == "other_portal"
    assert f"Another portal answers at {urlsplit(portal.address).netloc} now." in str(problem)
    assert "f" * 32 in str(problem.explanation)


async def _paste_a_code(
    portal: DemoPortal, http: httpx.AsyncClient, request: SignInRequest, listener: Listener = SILENT
) -> SignedIn:
    async def pasted() -> str:
        return portal.issue_code()

    return await sign_in(http, replace(request, redirect_url=""), lambda _: None, pasted, listener=listener)


@pytest.mark.parametrize(
    "named", ["https://127.0.0.1/rest/", "http://127.0.0.1:8080/rest/", "HTTPS://127.0.0.1:443/rest", ""]
)
async def test_a_portal_that_is_wrong_about_its_own_address_is_called_where_it_was_found(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest, named: str
) -> None:
    """Behind a proxy that ends TLS a box knows neither its scheme nor its port."""
    portal.change(client_endpoint=named)
    result = await _paste_a_code(portal, http, request_to)
    assert result.connection.portal == portal.address
    assert result.connection.endpoint == f"{portal.address}/rest/"


async def test_another_host_is_another_portal_until_its_identity_is_known(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    port = urlsplit(portal.address).port
    portal.change(client_endpoint=f"http://localhost:{port}/rest/")
    with pytest.raises(BxdeskError) as caught:
        await _paste_a_code(portal, http, request_to)
    assert str(caught.value.problem.title) == f"Another portal answered: localhost:{port}."
    renamed = await _paste_a_code(portal, http, replace(request_to, member_id=portal.member_id))
    assert renamed.connection.portal == f"http://localhost:{port}"
    with pytest.raises(BxdeskError, match="Another portal answered"):
        await _paste_a_code(portal, http, replace(request_to, member_id="f" * 32))


async def test_a_known_portal_is_followed_to_its_new_address(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    portal.rename("localhost")
    with pytest.raises(BxdeskError, match="answers under another address now"):
        await _paste_a_code(portal, http, request_to)
    result = await _paste_a_code(portal, http, replace(request_to, member_id=portal.member_id))
    assert result.connection.portal == f"http://localhost:{urlsplit(portal.address).port}"


@pytest.mark.logs_warnings  # the demo portal says that it was greeted in TLS
async def test_without_a_scheme_the_portal_on_this_computer_is_found_and_told(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    told = RecordingListener()
    typed = portal.address.removeprefix("http://")
    result = await _paste_a_code(portal, http, replace(request_to, portal=typed), told)
    assert result.connection.portal == portal.address
    assert told.texts[0] == f"The portal answers at {portal.address}: http:// was missing."


async def test_where_neither_scheme_leads_to_a_portal_both_are_named(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest, free_port: int
) -> None:
    with pytest.raises(BxdeskError, match="Both https and http were tried") as caught:
        await _paste_a_code(portal, http, replace(request_to, portal=f"localhost:{free_port}"))
    assert "http://" in str(caught.value.problem.remedy)


async def test_a_pasted_answer_is_taken_and_a_wrong_one_is_told(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    answer = f"https://my.server.example/?code={portal.issue_code()}&member_id={portal.member_id}"
    told: list[Problem] = []
    pasted = pasting("", "hello", answer)
    result = await sign_in(http, replace(request_to, redirect_url=""), lambda _: None, pasted, told.append)
    assert result.connection.member_id == portal.member_id
    assert [problem.code for problem in told] == ["sign_in_paste"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"portal": "acme!"}, "portal_address"),
        ({"portal": "http://acme.bitrix24.com"}, "portal_address"),
        ({"client_id": " "}, "key_missing"),
        ({"client_secret": ""}, "key_missing"),
        ({"authorization_server": "http://oauth.example.com"}, "portal_address"),
        ({"redirect_url": "https://my.server.example/cb"}, "redirect_elsewhere"),
        ({"redirect_url": "nowhere"}, "redirect_address"),
        ({"redirect_url": "http://127.0.0.1:x/"}, "redirect_address"),
    ],
)
async def test_bad_input_is_refused_before_anything_is_opened(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest, changes: dict[str, Any], code: str
) -> None:
    problem = await fails(http, replace(request_to, **changes))
    assert problem.code == code
    assert portal.requests == ()


def _as_print_r(fields: Mapping[str, object], indent: str = "") -> str:
    lines = []
    for name, value in fields.items():
        shown = _as_print_r(value, f"{indent}        ") if isinstance(value, Mapping) else value
        lines.append(f"{indent}    [{name}] => {shown}")
    return "\n".join(("Array", f"{indent}(", *lines, f"{indent})", ""))


def _as_form(fields: Mapping[str, object]) -> str:
    flat: dict[str, object] = {}
    for name, value in fields.items():
        flat |= {f"{name}[{key}]": each for key, each in value.items()} if isinstance(value, Mapping) else {name: value}
    return urlencode(flat)


def _as_log_line(fields: Mapping[str, object]) -> str:
    return f'203.0.113.5 - [27/Nov/2026:09:00:00 +0000] "POST /install?x=1 HTTP/1.1" 200 "{_as_form(fields)}"'


def _as_monolog(fields: Mapping[str, object]) -> str:
    return f"[2026-11-27T09:00:00+00:00] app.INFO: installed {json.dumps({'request': fields})} []"


AS_TEXT = pytest.mark.parametrize(
    "as_text",
    [_as_form, json.dumps, _as_print_r, _as_log_line, _as_monolog],
    ids=["form", "json", "print_r", "log line", "monolog"],
)


def install_fields(portal: DemoPortal, *, query: bool = True) -> dict[str, str]:
    """What the portal's page posts to an app's install path."""
    call = portal.install_call("https://my.server.example/install")
    return dict(parse_qsl(urlsplit(call.address).query) if query else ()) | call.fields


def install_event(portal: DemoPortal) -> dict[str, object]:
    """What the portal's server sends to the install path of an app without an interface."""
    flat = install_fields(portal)
    auth = {
        "access_token": flat["AUTH_ID"],
        "refresh_token": flat["REFRESH_ID"],
        "expires_in": "3600",
        "domain": flat["DOMAIN"],
        "server_endpoint": flat["SERVER_ENDPOINT"],
        "client_endpoint": f"{portal.address}/rest/",
        "member_id": portal.member_id,
        "application_token": flat["APPLICATION_TOKEN"],
        "status": "L",
    }
    return {"event": "ONAPPINSTALL", "data": {"VERSION": "1", "LANGUAGE_ID": "en"}, "ts": "1764234000", "auth": auth}


def pasting(*texts: str) -> Callable[[], Awaitable[str]]:
    """Somebody who pastes one text after the other, then nothing more."""
    rest = list(texts)

    async def pasted() -> str:
        if not rest:
            await anyio.sleep_forever()
        return rest.pop(0)

    return pasted


async def pasted_once(http: httpx.AsyncClient, request: SignInRequest, text: str) -> SignedIn:
    """Signs in with a text that is pasted."""

    return await sign_in(http, replace(request, redirect_url=""), lambda _: None, pasting(text))


@AS_TEXT
async def test_tokens_of_a_call_to_the_install_path_are_taken_and_replaced(
    portal: DemoPortal,
    http: httpx.AsyncClient,
    request_to: SignInRequest,
    as_text: Callable[[Mapping[str, object]], str],
) -> None:
    handed = install_fields(portal)
    result = await pasted_once(http, request_to, as_text(handed))
    assert result.connection.member_id == portal.member_id
    assert result.keys.refresh_token != handed["REFRESH_ID"]
    assert result.keys.client_secret == portal.client_secret


async def test_a_call_may_be_pasted_without_its_query(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    result = await pasted_once(http, request_to, urlencode(install_fields(portal, query=False)))
    assert result.connection.portal == portal.address


@AS_TEXT
async def test_tokens_of_the_installation_event_are_taken_and_replaced(
    portal: DemoPortal,
    http: httpx.AsyncClient,
    request_to: SignInRequest,
    as_text: Callable[[Mapping[str, object]], str],
) -> None:
    result = await pasted_once(http, request_to, as_text(install_event(portal)))
    assert result.connection.member_id == portal.member_id


@pytest.mark.parametrize("installed", [True, False])
@pytest.mark.parametrize("path", ["/callback", "/install"])
async def test_the_portals_page_may_post_the_tokens_to_the_loopback_address(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest, path: str, installed: bool
) -> None:
    portal.change(installed=installed)
    call = portal.install_call(request_to.redirect_url.replace("/callback", path))
    pages: list[httpx.Response] = []

    async def browse(address: str) -> None:
        del address
        origins: tuple[dict[str, str], ...] = ({}, {"Origin": "https://evil.example.com"}, {"Origin": portal.address})
        pages.extend([await http.post(call.address, data=call.fields, headers=origin) for origin in origins])

    result = await signing_in(http, request_to, browse)
    assert result.connection.member_id == portal.member_id
    assert [page.status_code for page in pages] == [405, 404, 200]
    assert ("BX24.installFinish()" in pages[-1].text) is not installed
    assert (f'src="{portal.address}/api/v1/"' in pages[-1].text) is not installed
    assert "frame-ancestors" not in pages[-1].headers["Content-Security-Policy"]


async def test_tokens_of_another_portal_are_refused(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    text = urlencode(install_fields(portal) | {"member_id": "f" * 32})

    with pytest.raises(BxdeskError, match="Another portal answers"):
        await pasted_once(http, replace(request_to, timeout=1), text)


async def test_what_is_no_portal_is_said_before_anybody_is_sent_there(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    announced: list[str] = []
    portal.stop()
    with pytest.raises(BxdeskError, match="does not answer"):
        await sign_in(http, request_to, announced.append)
    assert announced == []
