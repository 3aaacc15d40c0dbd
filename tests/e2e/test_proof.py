"""The whole way with a real browser: bound, seen, opened, received; proven; not installed: not seen. And tried out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bxdesk.demo import DemoPortal

from .browser import Browser, open_browser
from .processes import Bxdesk
from .web_site import WebSite

TIMELINE, TILE = "CRM_DEAL_DETAIL_ACTIVITY", "CONTACT_CENTER"
PROOF = "bxdesk proof"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


def apply(bxdesk: Bxdesk, folder: Path, handler: str) -> None:
    """Binds the handler in the timeline of deals and in the Contact Center."""
    layout = {"bxdesk": 1, "handler": handler, "widgets": [{"placements": [TIMELINE, TILE], "title": "My widget"}]}
    path = folder / "layout.json"
    path.write_text(json.dumps(layout), encoding="utf-8")
    bxdesk.run("apply", str(path), "--yes")


def bound(portal: DemoPortal, title: str) -> list[str]:
    """Where widgets with this title are bound."""
    return [row["placement"] for row in portal.bindings() if row["title"] == title]


def test_bound_seen_opened_received(connected: Bxdesk, portal: DemoPortal, browser: Browser, tmp_path: Path) -> None:
    apply(connected, tmp_path, portal.sample_handler)
    assert bound(portal, "My widget") == [TIMELINE, TILE]

    browser.open(f"{portal.address}/crm/deal/")
    browser.press("No. 1", then="Deals: 1")
    browser.press("My widget", then="My widget")
    browser.click("Open the widget")
    with browser.frame():
        browser.wait_for(lambda: f"It was opened at {TIMELINE}." in browser.text)
    browser.open(f"{portal.address}/contact_center/")
    browser.press("My widget", then="My widget")
    browser.click("Open the widget")

    with browser.frame():
        browser.wait_for(lambda: f"It was opened at {TILE}." in browser.text)
        assert re.search(rf"member_id\s+{portal.member_id}", browser.text)
        assert re.search(r"AUTH_ID\s+a secret of \d+ characters", browser.text)


def test_proven_by_who_presses_it_in_the_portal(connected: Bxdesk, portal: DemoPortal, browser: Browser) -> None:
    before = portal.bindings()
    with connected.start("prove", TILE, TIMELINE, "--no-browser") as process:
        process.line("It is taken away as soon as all of it was opened.*", "err")
        assert bound(portal, PROOF) == [TILE, TIMELINE]
        for page in ("/contact_center/", "/crm/deal/details/6591/"):
            browser.open(f"{portal.address}{page}")
            browser.press(PROOF, then=PROOF)
            browser.click("Open the widget")
            with browser.frame():
                browser.wait_for(lambda: "It works" in browser.text)
        done = connected.checked(process.finish())

    assert "2 of 2 proven." in done.out
    assert "body   AUTH_ID = …" in done.out
    assert "otherwise than documented" not in done.out
    assert portal.bindings() == before


def test_not_installed_is_not_seen(connected: Bxdesk, portal: DemoPortal, browser: Browser) -> None:
    portal.change(installed=False)
    with connected.start("prove", TILE, "--no-browser", "--timeout", "4") as process:
        process.line("It is taken away as soon as all of it was opened.*", "err")
        browser.open(f"{portal.address}/contact_center/")
        assert PROOF not in browser.text
        browser.open(portal.address)
        assert "It is not fully installed, so its widgets stay hidden." in browser.text
        done = connected.checked(process.finish(), code=1)

    assert "0 of 1 proven." in done.out
    assert "not fully installed" in done.out
    assert bound(portal, PROOF) == []


def test_ctrl_c_takes_it_away(connected: Bxdesk, portal: DemoPortal) -> None:
    with connected.start("prove", TILE, "--no-browser") as process:
        process.line("It is taken away as soon as all of it was opened.*", "err")
        assert bound(portal, PROOF) == [TILE]
        connected.checked(process.interrupt(), code=1)
    assert bound(portal, PROOF) == []


@pytest.mark.parametrize(("header", "shown"), [("", True), ("X-Frame-Options: DENY", False)])
def test_what_browsers_refuse_is_refused_in_a_try_out(
    connected: Bxdesk, web_site: WebSite, browser: Browser, header: str, shown: bool
) -> None:
    web_site.headers = [header] if header else []
    with connected.start("try", "CRM_DEAL_DETAIL_TAB", "--handler", web_site.address, "--no-browser") as process:
        browser.open(process.line(r"http://127\.0\.0\.1:\d+/.*"))
        browser.wait_for(lambda: len(web_site.forms) == 2)  # bxdesk's own call for the verdict was the first
        verdict = "People will see" if shown else "Nobody will see"
        assert f"{verdict} this page in the portal." in browser.text
        with browser.frame():
            browser.wait_for(lambda: ("It works!" in browser.text) is shown)
        browser.type("Number of the CRM item", "2")
        browser.click("Open again")
        browser.wait_for(lambda: len(web_site.forms) == 3)
        assert json.loads(web_site.forms[2]["PLACEMENT_OPTIONS"]) == {"ID": "65912"}
        assert {form["AUTH_ID"] for form in web_site.forms} == {"example-access-token"}
        connected.checked(process.interrupt())
