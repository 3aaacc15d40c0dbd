"""Signing in: the portal's page, the answer on this computer, the code exchanged at once."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import anyio
import httpx
import pytest

from bxdesk.accounts.request import SignInRequest
from bxdesk.accounts.signin import SignedIn, sign_in
from bxdesk.demo import DemoPortal
from bxdesk.errors import BxdeskError, Problem
from bxdesk.portal.waiting import watched

pytestmark = pytest.mark.anyio

Browse = Callable[[str], Awaitable[None]]


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


async def signing_in(http: httpx.AsyncClient, request: SignInRequest, browse: Browse) -> SignedIn:
    """Signs in while ``browse`` does what a person does in the browser."""
    async with anyio.create_task_group() as tasks:
        return await sign_in(http, request, lambda address: tasks.start_soon(browse, address))
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
    assert error.problem.hint
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


async def test_strangers_are_answered_and_the_wait_goes_on(http: httpx.AsyncClient, request_to: SignInRequest) -> None:
    answers: dict[str, int] = {}
    base = request_to.redirect_url

    async def browse(address: str) -> None:
        origin = base.removesuffix("/callback")
        state = parse_qs(urlsplit(address).query)["state"][0]
        for name, target in {
            "favicon": f"{origin}/favicon.ico",
            "other path": f"{base}/x?code=1&state={state}",
            "no state": f"{base}?code=1",
            "wrong state": f"{base}?code=1&state={state[:-1]}X",
            "no code": f"{base}?state={state}",
        }.items():
            answers[name] = (await http.get(target)).status_code
        answers["post"] = (await http.post(base, data={"code": "1", "state": state})).status_code
        answers["junk"] = await _junk(base)
        sent_on = await allow(http, address)
        answers["right"] = (await http.get(sent_on.headers["Location"])).status_code

    await signing_in(http, request_to, browse)
    assert answers == {
        "favicon": 404,
        "other path": 404,
        "no state": 400,
        "wrong state": 400,
        "no code": 400,
        "post": 405,
        "junk": 400,
        "right": 200,
    }


async def _junk(base: str) -> int:
    async with await anyio.connect_tcp("127.0.0.1", urlsplit(base).port or 80) as stream:
        await stream.send(b"\x16\x03\x01 not http at all\r\n\r\n")
        return int((await stream.receive()).split(b" ")[1])


async def test_a_refusal_with_the_right_state_ends_the_sign_in(
    http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    async def browse(address: str) -> None:
        state = parse_qs(urlsplit(address).query)["state"][0]
        page = await http.get(f"{request_to.redirect_url}?error=access_denied&error_description=<b>No&state={state}")
        assert page.status_code in (200, 400)
        assert "<b>" not in page.text

    problem = await fails(http, request_to, browse)
    assert problem.code == "sign_in_refused"


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

    problem = await fails(http, request_to, browse)
    assert problem.code == "code_expired"


async def test_an_authorization_server_nobody_vouches_for_never_sees_the_secret(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    async def browse(address: str) -> None:
        sent_on = await allow(http, address)
        await http.get(sent_on.headers["Location"])

    problem = await fails(http, replace(request_to, authorization_server=None), browse)
    assert problem.code == "authorization_server"
    assert not [request for request in portal.requests if request.call == "oauth.exchange"]


async def test_another_portal_that_answers_is_refused(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    async def browse(address: str) -> None:
        sent_on = await allow(http, address)
        location = sent_on.headers["Location"].replace(portal.member_id, "f" * 32)
        await http.get(location)

    problem = await fails(http, request_to, browse)
    assert problem.code == "other_portal"


async def _paste_a_code(portal: DemoPortal, http: httpx.AsyncClient, request: SignInRequest) -> SignedIn:
    async def pasted() -> str:
        return portal.issue_code()

    return await sign_in(http, replace(request, redirect_url=""), lambda _: None, pasted)


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


@pytest.mark.logs_warnings  # the demo portal says that it was greeted in TLS
async def test_without_a_scheme_the_portal_on_this_computer_is_found_and_told(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    told: list[str] = []
    typed = portal.address.removeprefix("http://")
    with watched(lambda text: told.append(str(text))):
        result = await _paste_a_code(portal, http, replace(request_to, portal=typed))
    assert result.connection.portal == portal.address
    assert told[0] == f"The portal answers at {portal.address}: http:// was missing."


async def test_where_neither_scheme_leads_to_a_portal_both_are_named(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest, free_port: int
) -> None:
    with pytest.raises(BxdeskError, match="Both https and http were tried") as caught:
        await _paste_a_code(portal, http, replace(request_to, portal=f"localhost:{free_port}"))
    assert "http://" in str(caught.value.problem.hint)


async def test_a_pasted_answer_is_taken_and_a_wrong_one_is_told(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    texts = iter(("", "hello", f"https://my.server.example/?code={portal.issue_code()}&member_id={portal.member_id}"))
    told: list[Problem] = []

    async def pasted() -> str:
        return next(texts)

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
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest, changes: dict[str, str], code: str
) -> None:
    problem = await fails(http, replace(request_to, **changes))
    assert problem.code == code
    assert portal.requests == ()


def _as_print_r(fields: dict[str, str]) -> str:
    return "Array\n(\n" + "\n".join(f"    [{name}] => {value}" for name, value in fields.items()) + "\n)\n"


@pytest.mark.parametrize("as_text", [urlencode, json.dumps, _as_print_r], ids=["form", "json", "print_r"])
async def test_tokens_of_a_call_to_the_install_path_are_taken_and_replaced(
    portal: DemoPortal,
    http: httpx.AsyncClient,
    request_to: SignInRequest,
    as_text: Callable[[dict[str, str]], str],
) -> None:
    call = portal.install_call("https://my.server.example/install")
    handed = dict(parse_qsl(urlsplit(call.address).query)) | dict(call.fields)

    async def pasted() -> str:
        return as_text(handed)

    request = replace(request_to, redirect_url="")
    result = await sign_in(http, request, lambda _: None, pasted)
    assert result.connection.member_id == portal.member_id
    assert result.keys.refresh_token != handed["REFRESH_ID"]
    assert result.keys.client_secret == portal.client_secret


async def test_tokens_of_another_portal_are_refused(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    call = portal.install_call("https://my.server.example/install")
    handed = dict(parse_qsl(urlsplit(call.address).query)) | dict(call.fields) | {"member_id": "f" * 32}

    async def pasted() -> str:
        return urlencode(handed)

    with pytest.raises(BxdeskError, match="Another portal answered"):
        await sign_in(http, replace(request_to, redirect_url=""), lambda _: None, pasted)


async def test_what_is_no_portal_is_said_before_anybody_is_sent_there(
    portal: DemoPortal, http: httpx.AsyncClient, request_to: SignInRequest
) -> None:
    announced: list[str] = []
    portal.stop()
    with pytest.raises(BxdeskError, match="does not answer"):
        await sign_in(http, request_to, announced.append)
    assert announced == []
