"""A portal on which something stands in the way: `status` says what, and what to do."""

from __future__ import annotations

from pathlib import Path

from .portals import SimpleBrowser, announced, portal_process
from .processes import Bxdesk

FLAGS = ("--not-installed", "--not-admin", "--without-permission", "crm")
CURES = {
    "not_installed": "tick “Script only (no user interface)”",
    "not_admin": "Sign in as an administrator",
    "insufficient_scope": "Open the app's card on the portal, tick this permission",
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
