"""Signing in with a real Chromium."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from bxdesk.demo import DemoPortal

from .browser import Browser, open_browser
from .portals import announced, keys_of
from .processes import Bxdesk, Running, wait_until

NO_ANSWER = "No answer came back from the browser."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@contextmanager
def signing_in(
    bxdesk: Bxdesk, portal: DemoPortal, redirect: str, *more: str, secret: str = ""
) -> Iterator[tuple[Running, str]]:
    """A `connect` that waits, and the address to open."""
    keys = keys_of(portal)
    given = {"BXDESK_CLIENT_SECRET": secret or keys.client_secret}
    with bxdesk.start(*keys.connect(redirect, "--no-browser", *more), **given) as process:
        yield process, announced(process, keys)


def test_pressing_allow_signs_in(bxdesk: Bxdesk, portal: DemoPortal, redirect: str, browser: Browser) -> None:
    with signing_in(bxdesk, portal, redirect) as (process, address):
        browser.open(address)
        assert "Allow bxdesk demo to work with this portal?" in browser.text
        browser.press("Allow", then="You are signed in")
        done = bxdesk.checked(process.finish())

    assert "You may close this tab." in browser.text
    assert f"Connected to {keys_of(portal).host} as Helen Marsh." in done.out


def test_pressing_deny_is_said_by_the_portal_and_at_the_deadline_by_bxdesk(
    bxdesk: Bxdesk, portal: DemoPortal, redirect: str, browser: Browser
) -> None:
    with signing_in(bxdesk, portal, redirect, "--timeout", "3") as (process, address):
        browser.open(address)
        browser.press("Deny", then="Access denied")
        done = bxdesk.checked(process.finish(), code=1)

    assert "You did not let bxdesk demo into the portal." in browser.text
    assert NO_ANSWER in done.err
    assert "When a sign-in is refused, the portal says so on its own page" in done.err


def test_closing_the_browser_ends_at_the_deadline(bxdesk: Bxdesk, portal: DemoPortal, redirect: str) -> None:
    with ExitStack() as open_window:
        browser = open_window.enter_context(open_browser())
        with signing_in(bxdesk, portal, redirect, "--timeout", "3") as (process, address):
            browser.open(address)
            open_window.close()
            assert process.is_running
            done = bxdesk.checked(process.finish(), code=1)

    assert NO_ANSWER in done.err


def test_a_wrong_state_is_explained_and_allow_still_works(
    bxdesk: Bxdesk, portal: DemoPortal, redirect: str, browser: Browser
) -> None:
    with signing_in(bxdesk, portal, redirect) as (process, address):
        browser.open(f"{redirect}?code=0123456789abcdef&state=guessed")
        assert "An answer came that belongs to another sign-in." in browser.text
        assert process.is_running

        browser.open(address)
        browser.press("Allow", then="You are signed in")
        bxdesk.checked(process.finish())


def test_a_wrong_client_secret_is_said_in_the_tab_and_in_the_terminal(
    bxdesk: Bxdesk, portal: DemoPortal, redirect: str, browser: Browser
) -> None:
    sentence = "The client ID or the client secret is wrong, or the app is not installed on the portal."
    with signing_in(bxdesk, portal, redirect, secret="not the secret") as (process, address):
        browser.open(address)
        browser.press("Allow", then=sentence)
        done = bxdesk.checked(process.finish(), code=1)

    advice = "Copy both again from the app's card on this portal: another portal's keys do not fit."
    assert advice in browser.text
    assert (sentence in done.err, advice in done.err) == (True, True)
    assert bxdesk.run("portals", "--json").json == {"portals": []}


def test_the_systems_browser_is_opened_and_may_stay_open(
    bxdesk: Bxdesk, portal: DemoPortal, redirect: str, browser: Browser, tmp_path: Path
) -> None:
    """The system's browser here hands the address to Chromium and does not end before the test says so."""
    opened, may_end, inherited = tmp_path / "opened", tmp_path / "may-end", tmp_path / "inherited"
    program = tmp_path / "browser"
    program.write_text(
        f'#!/bin/sh\nexec >/dev/null 2>&1\nenv > "{inherited}"\n'
        f'echo "$1" > "{opened}.new"; mv "{opened}.new" "{opened}"\n'
        f'while [ ! -e "{may_end}" ]; do sleep 0.1; done\n',
        encoding="utf-8",
    )
    program.chmod(stat.S_IRWXU)
    keys = keys_of(portal)
    given = {"BXDESK_CLIENT_SECRET": keys.client_secret, "BROWSER": str(program)}
    try:
        with bxdesk.start(*keys.connect(redirect, "--json"), **given) as process:
            process.line(f"{portal.address}/oauth/authorize/.*", "err")
            wait_until(opened.exists)
            limits = Path(f"/proc/{process.pid}/limits").read_text(encoding="ascii")
            browser.open(opened.read_text(encoding="utf-8").strip())
            browser.press("Allow", then="You are signed in")
            done = bxdesk.checked(process.finish())
    finally:
        may_end.touch()

    assert done.json["portal"] == portal.address
    assert "BROWSER=" in inherited.read_text(encoding="utf-8")
    assert keys.client_secret not in inherited.read_text(encoding="utf-8")
    assert re.search(r"^Max core file size +0 ", limits, re.MULTILINE), "a crash writes no secret to the disk"
