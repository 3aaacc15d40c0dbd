"""A portal on which something stands in the way: `status` says what, and what to do."""

from __future__ import annotations

from pathlib import Path

from bxdesk.demo import DemoPortal

from .portals import SimpleBrowser, announced, portal_process
from .processes import Bxdesk

FLAGS = ("--not-installed", "--not-admin", "--without-permission", "crm")
CURES = {
    "not_installed": "Otherwise add the app anew, without an interface",
    "not_admin": "Sign in as an administrator",
    "insufficient_scope": "Tick what is missing under “Assign permissions” on the app's card",
}


def test_status_says_what_stands_in_the_way(
    bxdesk: Bxdesk, redirect: str, simple_browser: SimpleBrowser, tmp_path: Path
) -> None:
    with portal_process(tmp_path, redirect, *FLAGS) as keys:
        given = {"BXDESK_CLIENT_SECRET": keys.client_secret}
        with bxdesk.start(*keys.connect(redirect, "--no-browser"), **given) as process:
            simple_browser.get(simple_browser.allow(announced(process, keys)))
            bxdesk.checked(process.finish())
        status = bxdesk.run("status", "--json").json
        words = bxdesk.run("status").out

    problems = {problem["code"]: problem for problem in status["problems"]}
    assert list(problems) == list(CURES)
    for code, cure in CURES.items():
        assert cure in problems[code]["hint"]
        assert cure in words
    assert "(crm)" in problems["insufficient_scope"]["title"]
    assert (status["app"]["installed"], status["user"]["admin"], "crm" in status["app"]["scopes"]) == (False,) * 3


def test_the_demo_portal_starts_with_any_card(redirect: str, simple_browser: SimpleBrowser, tmp_path: Path) -> None:
    card = ("--older-card", "--menu-item", "Send contract", "--completes-itself", "--install-path", redirect)
    with portal_process(tmp_path, redirect, *card, "--permissions-arrive", "reinstall") as keys:
        section = simple_browser.get(f"{keys.portal}/devops/section/standard/").text
        state = simple_browser.get(f"{keys.portal}/demo/state").json()
    assert "Ready-made scenarios" in section
    assert "Local application" in section
    (app,) = state["apps"]
    assert (app["installed"], app["card"]["menu_text"], app["card"]["install_path"]) == (
        False,
        "Send contract",
        redirect,
    )
    assert state["settings"]["permissions_arrive"] == "reinstall"
    with portal_process(tmp_path, redirect, "--may-not-create-apps") as keys:
        assert "Local application" not in simple_browser.get(f"{keys.portal}/devops/section/standard/").text


def test_plan_refuses_where_the_rows_cannot_be_read_and_warns_where_widgets_stay_hidden(
    connected: Bxdesk, portal: DemoPortal, tmp_path: Path
) -> None:
    layout = tmp_path / "layout.yaml"
    layout.write_text(
        "bxdesk: 1\nhandler: https://a.example.com/b\nwidgets: [{placements: [CONTACT_CENTER], title: T}]\n"
    )

    portal.change(admin=False)
    (refused,) = connected.run("plan", str(layout), "--json", code=1).json["portals"]
    assert (refused["steps"], refused["error"]["code"]) == ([], "not_admin")

    portal.change(admin=True, installed=False)
    warned = connected.run("plan", str(layout), code=2)
    assert "The application is not fully installed: widgets stay hidden." in warned.err


def test_without_anybody_to_ask_the_missing_secret_is_named(bxdesk: Bxdesk, portal: DemoPortal) -> None:
    done = bxdesk.run("connect", portal.address, "--client-id", portal.client_id, code=64)
    assert "BXDESK_CLIENT_SECRET" in done.err


def test_a_permission_that_was_ticked_meanwhile_is_used_without_a_word(
    connected: Bxdesk, portal: DemoPortal, tmp_path: Path
) -> None:
    layout = tmp_path / "layout.yaml"
    widget = "{placements: [CRM_LEAD_DETAIL_TAB], handler: https://widgets.example.com/x, title: Score}"
    layout.write_text(f"bxdesk: 1\nwidgets: [{widget}]\n", encoding="utf-8")
    portal.change(missing_scopes=frozenset({"crm"}))
    without = connected.run("status")
    assert "The app lacks the permission “CRM (crm)”." in without.out
    assert "press “Reinstall” on the card" in without.out
    portal.change(missing_scopes=frozenset())
    applied = connected.checked(connected.run("apply", str(layout), "--yes"))
    assert "1 of 1 done" in applied.out
    assert "permission" not in applied.out + applied.err
