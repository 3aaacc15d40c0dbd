"""Signing in without a browser of one's own: pasted answers, strangers at the door, a port that is taken."""

from __future__ import annotations

import shlex
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from bxdesk.demo import DemoPortal

from .portals import Keys, SimpleBrowser, announced, connect_by_paste, keys_of
from .processes import Bxdesk, Running


@pytest.fixture
def keys(portal: DemoPortal) -> Keys:
    return keys_of(portal)


@pytest.fixture
def waiting(bxdesk: Bxdesk, keys: Keys, redirect: str) -> Iterator[Running]:
    """A `connect` that waits for the browser's answer."""
    secret = {"BXDESK_CLIENT_SECRET": keys.client_secret}
    with bxdesk.start(*keys.connect(redirect, "--no-browser", "--timeout", "60"), **secret) as process:
        announced(process, keys)
        yield process


def calls(portal: DemoPortal) -> list[str]:
    """The methods that were asked of the portal."""
    return [request.call for request in portal.requests if request.call]


def test_the_secret_comes_from_stdin_and_the_code_alone_is_pasted(bxdesk: Bxdesk, portal: DemoPortal) -> None:
    done = connect_by_paste(bxdesk, portal)

    assert done.out.splitlines()[-1] == f"Connected to {keys_of(portal).host} as Helen Marsh."
    assert calls(portal).count("oauth.exchange") == 1
    assert portal.secrets_refused == 0


def test_the_address_the_browser_ended_at_is_pasted(
    bxdesk: Bxdesk, waiting: Running, keys: Keys, simple_browser: SimpleBrowser
) -> None:
    ended_at = simple_browser.allow(announced(waiting, keys))
    waiting.write("what is wanted here?\n")
    waiting.line(".*neither an address with a code nor a code.*", "err")
    waiting.write(f"{ended_at.replace('state=', 'state=x')}\n")
    waiting.line(".*belongs to another sign-in.*", "err")
    waiting.write(f"{ended_at}\n")

    done = bxdesk.checked(waiting.finish())

    assert f"Connected to {keys.host}" in done.out


def test_json_is_one_object_and_the_address_goes_to_stderr(
    bxdesk: Bxdesk, portal: DemoPortal, keys: Keys, redirect: str
) -> None:
    typed = f"{keys.client_secret}\n{portal.issue_code()}\n"
    arguments = keys.connect(redirect, "--no-browser", "--client-secret-stdin", "--json")

    done = bxdesk.run(*arguments, stdin=typed)

    assert (done.json["portal"], done.json["user"]) == (portal.address, {"id": 1, "name": "Helen Marsh"})
    assert f"\n{portal.address}/oauth/authorize/?" in done.err


def test_the_line_that_demo_portal_prints_signs_in(
    bxdesk: Bxdesk, redirect: str, simple_browser: SimpleBrowser
) -> None:
    with bxdesk.start("demo-portal", "--redirect", redirect) as portal:
        line = portal.line("  bxdesk connect .*")
        secret = portal.line("Client secret .*").split()[-1]
        arguments = (*shlex.split(line)[1:], "--no-browser", "--timeout", "60")
        with bxdesk.start(*arguments, BXDESK_CLIENT_SECRET=secret) as process:
            address = process.line("https?://.*/oauth/authorize/.*")
            simple_browser.get(simple_browser.allow(address))

            done = bxdesk.checked(process.finish())

    assert "Connected to 127.0.0.1:" in done.out


def test_strangers_are_answered_and_ignored(
    bxdesk: Bxdesk, waiting: Running, portal: DemoPortal, redirect: str, simple_browser: SimpleBrowser
) -> None:
    answer = simple_browser.allow(announced(waiting, keys_of(portal)))
    portal.clear_requests()
    root = redirect.removesuffix("/callback")

    statuses = {
        what: response.status_code
        for what, response in {
            "favicon": simple_browser.get(f"{root}/favicon.ico"),
            "other path": simple_browser.get(f"{root}/elsewhere?code=0123456789abcdef"),
            "other method": simple_browser.http.post(answer),
            "nothing in it": simple_browser.get(redirect),
            "wrong state": simple_browser.get(f"{redirect}?code=0123456789abcdef&state=guessed"),
        }.items()
    }
    noise = _say(redirect, b"\x16\x03\x01 not http\r\n\r\n")
    _say(redirect, b"")

    assert statuses == {
        "favicon": 404, "other path": 404, "other method": 405, "nothing in it": 404, "wrong state": 400,
    }  # fmt: skip
    assert noise.startswith(b"HTTP/1.1 400 ")
    assert (waiting.is_running, portal.requests) == (True, ())
    waiting.line("An answer came that belongs to another sign-in.", "err")
    assert "You are signed in" in simple_browser.get(answer).text
    assert f"Connected to {keys_of(portal).host}" in bxdesk.checked(waiting.finish()).out


@pytest.mark.usefixtures("waiting")
def test_a_second_sign_in_says_that_the_port_is_taken(bxdesk: Bxdesk, portal: DemoPortal, redirect: str) -> None:
    keys = keys_of(portal)
    arguments = keys.connect(redirect, "--no-browser", "--client-secret-stdin")

    second = bxdesk.run(*arguments, stdin=f"{keys.client_secret}\n", code=1)

    assert second.out == ""
    assert f"Port {urlsplit(redirect).port} of this computer cannot be used." in second.err.splitlines()
    assert "another sign-in" in second.err


def test_the_sign_in_ends_at_its_deadline(bxdesk: Bxdesk, keys: Keys, redirect: str) -> None:
    arguments = keys.connect(redirect, "--no-browser", "--client-secret-stdin", "--timeout", "5")

    done = bxdesk.run(*arguments, stdin=f"{keys.client_secret}\n", code=1)

    assert "No answer came back from the browser." in done.err.splitlines()


def test_ctrl_c_ends_it_without_noise(waiting: Running) -> None:
    done = waiting.interrupt()

    assert (done.code, done.err.splitlines()[-1]) == (1, "Cancelled.")
    assert "Traceback" not in done.err


def _say(address: str, noise: bytes) -> bytes:
    """Sends bytes that are no request, hangs up, and returns what came back."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as stranger:
        stranger.sendall(noise)
        stranger.shutdown(socket.SHUT_WR)
        return stranger.recv(4096)
