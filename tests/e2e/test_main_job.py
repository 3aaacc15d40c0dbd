"""The main job on the command line, every step a process of its own, against `bxdesk demo-portal`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .portals import Keys, SimpleBrowser, announced, portal_process
from .processes import Bxdesk

HANDLER = "https://widgets.example.com/bitrix24"
LAYOUT = f"""\
bxdesk: 1
handler: {HANDLER}
widgets:
  - placements: [CRM_DEAL_DETAIL_ACTIVITY, "CRM_DYNAMIC_{{Purchase}}_DETAIL_ACTIVITY"]
    title: {{en: Send contract, de: Vertrag senden}}
    options: {{useBuiltInInterface: Y}}
  - placements: [CONTACT_CENTER]
    title: My channel
"""
WANTED = {"CRM_DEAL_DETAIL_ACTIVITY", "CRM_DYNAMIC_183_DETAIL_ACTIVITY", "CONTACT_CENTER"}


@pytest.fixture
def keys(tmp_path: Path, redirect: str) -> Iterator[Keys]:
    with portal_process(tmp_path, redirect) as keys:
        yield keys


@pytest.fixture
def signed_in(bxdesk: Bxdesk, keys: Keys, redirect: str, simple_browser: SimpleBrowser) -> Bxdesk:
    """Somebody who pressed Allow."""
    secret = {"BXDESK_CLIENT_SECRET": keys.client_secret}
    with bxdesk.start(*keys.connect(redirect, "--no-browser"), **secret) as process:
        page = simple_browser.get(simple_browser.allow(announced(process, keys)))
        assert (page.status_code, "You are signed in" in page.text) == (200, True)
        done = bxdesk.checked(process.finish())
    assert done.out.splitlines()[1:] == [f"Connected to {keys.host} as Helen Marsh."]
    return bxdesk


@pytest.fixture
def layout(tmp_path: Path) -> str:
    path = tmp_path / "layout.yaml"
    path.write_text(LAYOUT, encoding="utf-8")
    return str(path)


def test_a_connected_portal_is_listed_and_shown(signed_in: Bxdesk, keys: Keys) -> None:
    assert keys.host in signed_in.run("portals").out

    status = signed_in.run("status", "--json").json

    assert set(status) == {
        "portal", "member_id", "app", "user", "placements", "types", "bindings", "problems",
    }  # fmt: skip
    assert (status["portal"], status["problems"]) == (keys.portal, [])
    assert (set(status["app"]), status["app"]["installed"]) == ({"installed", "status", "scopes"}, True)
    assert status["user"] == {"id": 1, "name": "Helen Marsh", "admin": True}
    assert {"entity_type_id": 183, "title": "Purchase"} in status["types"]
    assert set(status["placements"]) > WANTED
    for binding in status["bindings"]:
        assert set(binding) == {
            "placement", "handler", "user_id", "titles", "descriptions", "groups", "options",
        }  # fmt: skip
    assert {binding["placement"]: binding["titles"] for binding in status["bindings"]} == {
        "CRM_DEAL_DETAIL_ACTIVITY": {"en": "Request approval"},
        "CONTACT_CENTER": {"en": "Help desk chat"},
        "CRM_LEAD_DETAIL_TAB": {"en": "Score", "de": "Bewertung", "ru": "Оценка"},
    }


def test_what_is_planned_is_applied_and_then_nothing_is_left_to_plan(signed_in: Bxdesk, layout: str) -> None:
    (planned,) = signed_in.run("plan", layout, "--json", code=2).json["portals"]
    assert {(step["action"], step["placement"], step["handler"]) for step in planned["steps"]} == {
        ("bind", placement, HANDLER) for placement in WANTED
    }
    assert len(planned["unmanaged"]) == 3

    (applied,) = signed_in.run("apply", layout, "--yes", "--json").json["portals"]
    assert (applied["verified"], applied["error"]) == (True, None)
    assert {(step["placement"], step["outcome"], step["error"]) for step in applied["steps"]} == {
        (placement, "done", None) for placement in WANTED
    }

    (planned,) = signed_in.run("plan", layout, "--json").json["portals"]
    assert planned["steps"] == []

    (pruned,) = signed_in.run("apply", layout, "--prune", "--yes", "--json").json["portals"]
    assert [(step["action"], step["outcome"]) for step in pruned["steps"]] == [("unbind", "done")] * 3
    bindings = signed_in.run("status", "--json").json["bindings"]
    assert {(binding["placement"], binding["handler"]) for binding in bindings} == {(code, HANDLER) for code in WANTED}
    assert "Nothing to change." in signed_in.run("plan", layout, "--prune").out


def test_after_disconnecting_commands_say_how_to_connect(signed_in: Bxdesk, keys: Keys) -> None:
    assert signed_in.run("disconnect", keys.host).out == f"Disconnected from {keys.host}.\n"

    error = signed_in.run("status", "--json", code=1).json["error"]
    assert (error["code"], error["title"]) == ("not_connected", "No portal is connected.")
    assert "bxdesk connect" in error["hint"]
    assert signed_in.run("status", code=1).err.startswith("No portal is connected.\n")
    assert signed_in.run("portals", "--json").json == {"portals": []}
