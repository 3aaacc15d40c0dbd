"""The real window on a real screen."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bxdesk.demo import DemoPortal

from .browser import open_browser
from .portals import SimpleBrowser, keys_of
from .processes import BXDESK, Bxdesk, Finished, files_with, started, wait_until
from .screen import Screen, running_screen
from .secret_service import SecretService

HANDLER = "https://widgets.example.com/bitrix24"

_PRESSED = 1.0
"""Seconds. Qt shows a button as pressed for 100 ms before it takes a letter for a click."""


@pytest.fixture
def screen(bxdesk: Bxdesk) -> Iterator[Screen]:
    with running_screen(bxdesk.environment) as screen:
        yield screen


def portal_shown(screen: Screen) -> tuple[str, str]:
    """The window that shows a portal, once it does, and the portal's address, which its title says."""
    window = screen.window("^(Demo portal – )?127.0.0.1:[0-9]+ — bxdesk$")
    (host,) = re.findall(r"127\.0\.0\.1:\d+", screen.title(window))
    return window, f"http://{host}"


def can_be_worked_at(screen: Screen, window: str) -> None:
    """Waits until the portal is not only named in the title: what is typed before that is typed in vain."""
    title = "^What the handler receives$"
    screen.focus(window)
    screen.focus(screen.window(title, pressing="ctrl+i"))
    screen.close(title, pressing="Escape")
    screen.focus(window)


def assert_quiet(done: Finished) -> None:
    assert done == Finished(0, "", "")


def test_the_window_shows_the_demo_portal_and_ends_when_told(screen: Screen, tmp_path: Path) -> None:
    with started([str(BXDESK), "--demo"], screen.environment) as program:
        portal_shown(screen)
        picture = screen.picture(tmp_path / "window.png")
        done = program.stop()

    assert (picture.width(), picture.height()) == (1400, 900)
    assert len(colours(picture)) > 20
    assert_quiet(done)


def test_widgets_are_bound_with_the_keyboard_alone(screen: Screen, simple_browser: SimpleBrowser) -> None:
    with started([str(BXDESK), "--demo"], screen.environment) as program:
        window, portal = portal_shown(screen)
        assert HANDLER not in simple_browser.get(portal).text
        can_be_worked_at(screen, window)

        screen.press("ctrl+n")
        screen.type(HANDLER)
        screen.press("alt+t")
        screen.type("Send contract")
        screen.press("ctrl+f", "Down")
        screen.press("Home", "Down", "Down", "space")
        screen.press(*["Down"] * 7, "space")
        screen.press("End", "Up", "space")
        screen.focus(screen.window("^Review the changes on ", pressing="ctrl+Return"))
        screen.press("alt+a")

        wait_until(lambda: simple_browser.get(portal).text.count(HANDLER) == 3)
        overview = simple_browser.get(portal).text
        screen.close("^Review the changes on ", pressing="Escape")
        done = program.interrupt()

    for placement in ("CRM_DEAL_DETAIL_ACTIVITY", "CRM_DYNAMIC_183_DETAIL_ACTIVITY", "CONTACT_CENTER"):
        row = f"<tr><td><code>{placement}</code></td><td>Send contract <small>(en)</small></td>"
        assert f"{row}<td><code>{HANDLER}</code></td>" in overview
    assert_quiet(done)


def test_signing_in_in_the_window_with_a_real_browser(
    screen: Screen,
    bxdesk: Bxdesk,
    portal: DemoPortal,
    redirect: str,
    secret_service: SecretService,
    tmp_path: Path,
) -> None:
    opened = tmp_path / "opened"
    systems_browser = recording_browser(tmp_path, opened)
    path = f"{systems_browser.parent}{os.pathsep}{screen.environment['PATH']}"
    keys = keys_of(portal)
    with started([str(BXDESK)], {**screen.environment, "PATH": path}) as program:
        screen.focus(screen.window("^bxdesk$"))
        screen.focus(screen.window("^Connect a portal$", pressing="alt+c"))
        screen.press("alt+p", "ctrl+a")
        screen.type(keys.portal)
        screen.press("alt+k")  # the keys are there already
        time.sleep(_PRESSED)
        screen.press("alt+i", "ctrl+a")
        screen.type(keys.client_id)
        screen.press("Tab")
        screen.type(keys.client_secret)
        screen.press("alt+r")  # unfolds the addresses
        time.sleep(_PRESSED)
        for field, text in (("d", redirect), ("z", keys.authorization_server)):
            screen.press(f"alt+{field}", "ctrl+a")
            screen.type(text)
        screen.press("alt+s")
        wait_until(opened.exists)
        with open_browser() as browser:
            browser.open(opened.read_text(encoding="utf-8").strip())
            browser.press("Allow", then="You are signed in")

        assert portal_shown(screen)[1] == portal.address
        screen.picture(tmp_path / "window.png")
        done = program.interrupt()

    assert_quiet(done)
    (item,) = secret_service.items()
    assert item.username == f"{portal.client_id}@{portal.member_id}"
    client_secret, access, refresh, *_ = json.loads(item.secret)  # then where they may go, which is no secret
    assert files_with(bxdesk.home, {client_secret, access, refresh}) == []
    assert bxdesk.run("portals", "--json").json["portals"][0]["portal"] == portal.address


def colours(picture: QImage) -> set[int]:
    """The colours of a picture, of which a blank one has few."""
    return {picture.pixel(x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5)}


def recording_browser(folder: Path, opened: Path) -> Path:
    """The program that opens addresses on a desktop; this one writes down what it is given."""
    program = folder / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$1" > "{opened}.new" && mv "{opened}.new" "{opened}"\n', encoding="utf-8")
    program.chmod(stat.S_IRWXU)
    return program


def test_the_tour_runs_on_a_screen_too(screen: Screen, tmp_path: Path) -> None:
    """What `make demo` shows where there is no screen."""
    shot, root = tmp_path / "tour.png", Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.tour", "--screenshot", str(shot)]
    with started(command, {**screen.environment, "PYTHONPATH": str(root)}) as tour:
        done = tour.finish()

    assert (done.code, done.err) == (0, "")
    assert len(colours(QImage(str(shot)))) > 20
