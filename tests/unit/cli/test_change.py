"""``plan`` and ``apply``: what they leave alone, and the move they offer instead of a widget that people see twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bxdesk.cli.console import Wiring
from bxdesk.cli.main import run
from bxdesk.cli.stdin import StdinLines
from bxdesk.composition import demo_desk

WIRING = Wiring(usual_desk=demo_desk, demo_desk=demo_desk, open_window=lambda _: 0)
OLD, NEW = "https://apps.example.org/crm/timeline", "https://apps.example.org/v2/timeline"


@pytest.fixture
def layout(tmp_path: Path) -> str:
    """Names the widget that stands in the demo portal's deals, at another address."""
    path = tmp_path / "layout.json"
    widget = {"placements": ["CRM_DEAL_DETAIL_ACTIVITY"], "title": {"en": "Request approval"}}
    path.write_text(json.dumps({"bxdesk": 1, "handler": NEW, "widgets": [widget]}), encoding="utf-8")
    return str(path)


def test_what_is_left_alone_is_listed_and_a_look_alike_noted(layout: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["apply", "--demo", "--yes", "--json", layout], WIRING) == 0
    (portal,) = json.loads(capsys.readouterr().out)["portals"]
    assert [step["action"] for step in portal["steps"]] == ["bind"]
    assert [row["placement"] for row in portal["unmanaged"]] == [
        "CRM_DEAL_DETAIL_ACTIVITY",
        "CONTACT_CENTER",
        "CRM_LEAD_DETAIL_TAB",
    ]
    assert [row.get("problem", {}).get("code") for row in portal["unmanaged"]] == ["likely_predecessor", None, None]
    assert run(["apply", "--demo", "--yes", layout], WIRING) == 0
    told = capsys.readouterr().out
    assert "Left alone (3), because the layout does not name them:" in told
    assert "People would see “Request approval” twice" in told


def test_it_is_moved_on_demand(layout: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", "--demo", "--move", layout], WIRING) == 2
    assert f"> move    CRM_DEAL_DETAIL_ACTIVITY  Request approval  {OLD} → {NEW}" in capsys.readouterr().out
    assert run(["apply", "--demo", "--yes", "--json", "--move", layout], WIRING) == 0
    (portal,) = json.loads(capsys.readouterr().out)["portals"]
    assert [(step["action"], step["outcome"]) for step in portal["steps"]] == [("move", "done")]
    assert portal["verified"]
    assert OLD not in [row["handler"] for row in portal["unmanaged"]]


@pytest.mark.parametrize(("answers", "action"), [("yy", "> move"), ("ny", "+ bind")])
def test_whoever_is_asked_is_offered_the_move(
    answers: str, action: str, layout: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = iter(answers)
    monkeypatch.setattr(StdinLines, "line", lambda _: next(given))
    assert run(["apply", "--demo", layout], WIRING) == 0
    told = capsys.readouterr()
    assert "Move the widgets that people would see twice to their new address? [y/N]" in told.err
    assert f"  done      {action}" in told.out
