"""A new user whose card, rights or permissions are wrong: what bxdesk says leads to a widget that shows, or to help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from .browser import Browser, open_browser
from .portals import Keys, announced, portal_process
from .processes import Bxdesk, Finished
from .web_site import WebSite

SECTION = "/devops/section/standard/"
APP_OF_THE_DEMO = "bxdesk demo"
NOT_INSTALLED = "The application is not fully installed: widgets stay hidden."
HIDDEN = "The application is not fully installed: its widgets are hidden."
LACKS_CRM = "The app lacks the permission “CRM (crm)”."
OLDER_CARD = "--older-card"

StartPortal = Callable[..., Keys]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture
def start(redirect: str, tmp_path: Path) -> Iterator[StartPortal]:
    """Starts `bxdesk demo-portal` with these flags."""
    with ExitStack() as running:
        yield lambda *flags: running.enter_context(portal_process(tmp_path, redirect, *flags))


@pytest.fixture
def layout(web_site: WebSite, tmp_path: Path) -> Path:
    """A button for deals and a tile, at a page that works."""
    path = tmp_path / "layout.yaml"
    places = "[CRM_DEAL_DETAIL_ACTIVITY, CONTACT_CENTER]"
    text = f"bxdesk: 1\nwidgets: [{{placements: {places}, handler: '{web_site.address}', title: Send contract}}]\n"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def sign_in(bxdesk: Bxdesk, browser: Browser, redirect: str) -> Callable[[Keys], Finished]:
    """Connects, and presses Allow in the browser."""

    def connect(keys: Keys) -> Finished:
        given = {"BXDESK_CLIENT_SECRET": keys.client_secret}
        with bxdesk.start(*keys.connect(redirect, "--no-browser"), **given) as process:
            browser.open(announced(process, keys))
            browser.press("Allow", then="You are signed in")
            return bxdesk.checked(process.finish())

    return connect


SignIn = Callable[[Keys], Finished]


def open_card(browser: Browser, keys: Keys, app: str) -> None:
    browser.open(f"{keys.portal}{SECTION}")
    browser.press(app, then=app)


def add_application(bxdesk: Bxdesk, browser: Browser, keys: Keys, redirect: str, *, older: bool) -> Keys:
    """Does what the guide on the command line says, in the words that stand on the card."""
    own = ("--auth-server", keys.authorization_server, "--redirect", redirect)
    guide = bxdesk.run("connect", keys.portal, *own, code=64).err
    assert f"{keys.portal}{SECTION}" in guide
    assert f"bxdesk connect {keys.host} --client-id ID {' '.join(own)}" in guide
    open_card(browser, keys, "Local application")
    for label in ("Server", "Your handler path", "Initial installation path", "Assign permissions"):
        assert f"“{label}”" in guide
        assert label in browser.text
    browser.type("Your handler path *", redirect)
    box = "Script only (no user interface)" if older else "Application completes the installation itself"
    assert f"“{box}”: {'Tick it.' if older else 'Leave it off.'}" in guide
    if older:
        browser.tick(box)
    for permission in ("crm", "App Embedding (placement)", "contact_center"):
        browser.tick(permission)
    browser.send("Save")
    browser.wait_for(lambda: browser.shows("#client_id"))
    return replace(keys, client_id=browser.read("#client_id"), client_secret=browser.read("#client_secret"))


def tile_shows(browser: Browser, keys: Keys) -> bool:
    """Whether the Contact Center has the tile, and a press on it shows the handler's page."""
    browser.open(f"{keys.portal}/contact_center/")
    if "Send contract" not in browser.text:
        return False
    browser.press("Send contract", then="Send contract")
    browser.click("Open the widget")
    with browser.frame():
        browser.wait_for(lambda: browser.text == "It works!")
    return True


@pytest.mark.parametrize("form", [(), (OLDER_CARD,)], ids=["today's form", "the form before"])
def test_a_card_that_cannot_be_completed_gives_way_to_a_new_application(
    bxdesk: Bxdesk,
    browser: Browser,
    start: StartPortal,
    sign_in: SignIn,
    layout: Path,
    redirect: str,
    tmp_path: Path,
    form: tuple[str, ...],
) -> None:
    old = start("--completes-itself", *form)
    sign_in(old)
    applied = bxdesk.run("apply", str(layout), "--yes")
    assert NOT_INSTALLED in applied.err
    assert "add the app anew, without an interface" in applied.err
    assert not tile_shows(browser, old)
    browser.open(old.portal)
    assert HIDDEN in browser.text

    saved = str(tmp_path / "saved.yaml")
    bxdesk.run("export", "--output", saved)
    new = add_application(bxdesk, browser, old, redirect, older=bool(form))
    sign_in(new)
    moved = bxdesk.run("apply", saved, f"{new.client_id}@{new.host}", "--yes")
    assert "Read back from the portal: 5 of 5 done." in moved.out
    assert NOT_INSTALLED not in moved.err
    bxdesk.run("disconnect", f"{old.client_id}@{old.host}")
    assert NOT_INSTALLED not in bxdesk.run("status").out
    assert tile_shows(browser, new)


def test_changing_the_card_and_reinstall_do_not_complete_what_has_no_installation_page(
    bxdesk: Bxdesk, browser: Browser, start: StartPortal, sign_in: SignIn, layout: Path
) -> None:
    keys = start("--completes-itself")
    sign_in(keys)
    bxdesk.run("apply", str(layout), "--yes")
    open_card(browser, keys, APP_OF_THE_DEMO)
    browser.send("Reinstall")
    open_card(browser, keys, APP_OF_THE_DEMO)
    browser.tick("Application completes the installation itself")
    browser.send("Save")
    assert not tile_shows(browser, keys)
    assert "Changing the card does not help." in bxdesk.run("status").out


def test_reinstall_shows_the_loopback_page_which_signs_in_and_completes_the_installation(
    bxdesk: Bxdesk, browser: Browser, start: StartPortal, sign_in: SignIn, layout: Path, redirect: str
) -> None:
    """The browser posts the first tokens, flat, to the loopback address; the page there calls `installFinish`."""
    keys = start("--menu-item", "Contracts", "--completes-itself", "--install-path", redirect)
    sign_in(keys)
    assert "Press “Reinstall” on the app's card" in bxdesk.run("apply", str(layout), "--yes").err
    assert not tile_shows(browser, keys)

    given = {"BXDESK_CLIENT_SECRET": keys.client_secret}
    with bxdesk.start(*keys.connect(redirect, "--no-browser"), **given) as process:
        announced(process, keys)
        open_card(browser, keys, "Contracts")
        browser.send("Reinstall")
        assert "Connected to" in bxdesk.checked(process.finish()).out
    browser.wait_for(lambda: NOT_INSTALLED not in bxdesk.run("status").out)
    assert tile_shows(browser, keys)


@pytest.mark.parametrize(("arrive", "further"), [("refresh", 0), ("sign_in", 1), ("reinstall", 2)])
def test_a_forgotten_permission_comes_by_the_steps_that_are_said(
    bxdesk: Bxdesk,
    browser: Browser,
    start: StartPortal,
    sign_in: SignIn,
    layout: Path,
    arrive: str,
    further: int,
) -> None:
    keys = start("--without-permission", "crm", "--permissions-arrive", arrive)
    sign_in(keys)
    refused = bxdesk.run("apply", str(layout), "--yes", code=1).out
    assert "It is needed for CRM_DEAL_DETAIL_ACTIVITY." in refused
    again = f"bxdesk connect {keys.host} --client-id {keys.client_id} --auth-server {keys.authorization_server}"
    steps = [
        "under “Assign permissions” on the app's card, save",
        f"sign in again: {again}",
        "press “Reinstall” on the card",
    ]
    assert sorted(steps, key=refused.index) == steps
    assert f"sign in again: {again}" in bxdesk.run("status").out
    assert f"sign in again: {again}" in bxdesk.run("check", code=2).out

    open_card(browser, keys, APP_OF_THE_DEMO)
    browser.tick("crm")
    browser.send("Save")
    for step in (lambda: sign_in(keys), lambda: reinstall(browser, keys))[:further]:
        assert LACKS_CRM in bxdesk.run("apply", str(layout), "--yes", code=1).out
        step()
    applied = bxdesk.run("apply", str(layout), "--yes")
    assert "2 of 2 done" in applied.out
    assert LACKS_CRM not in applied.out + applied.err
    assert tile_shows(browser, keys)


def reinstall(browser: Browser, keys: Keys) -> None:
    open_card(browser, keys, APP_OF_THE_DEMO)
    browser.send("Reinstall")


def test_who_is_not_an_administrator_learns_who_can_help(
    bxdesk: Bxdesk, start: StartPortal, sign_in: SignIn, layout: Path
) -> None:
    sign_in(start("--not-admin"))
    for command in (("status",), ("plan", str(layout)), ("apply", str(layout), "--yes")):
        said = bxdesk.run(*command, code=int(command != ("status",))).out
        assert "Helen Marsh is not an administrator of the portal." in said
        assert "Sign in as an administrator, or ask one to do this." in said


def test_who_may_not_create_applications_learns_who_can_help(
    bxdesk: Bxdesk, browser: Browser, start: StartPortal
) -> None:
    keys = start("--may-not-create-apps")
    browser.open(f"{keys.portal}{SECTION}")
    assert "Local application" not in browser.text
    guide = bxdesk.run("connect", keys.portal, code=64).err
    assert "to others an administrator grants it under Settings > Security > Bitrix24 integrations" in guide
    assert "Where “Local application” is missing from the page, you may not." in guide
