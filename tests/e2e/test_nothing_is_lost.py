"""Killed, interrupted, twice at once: what a person at a command line sees of it, with real processes."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from bxdesk.demo import DemoPortal

from .processes import Bxdesk, wait_until

HANDLER = "https://widgets.example.com/bitrix24"
PLACEMENT = "CRM_LEAD_DETAIL_ACTIVITY"
OLD_TEXTS = {"en": {"TITLE": "Old", "DESCRIPTION": "d", "GROUP_NAME": "g"}, "de": {"TITLE": "Alt"}}


@pytest.fixture
def layout(tmp_path: Path) -> str:
    return written(tmp_path / "layout.yaml", [PLACEMENT])


def written(path: Path, placements: list[str], title: str = "New") -> str:
    widgets = [{"placements": placements, "title": title}]
    path.write_text(json.dumps({"bxdesk": 1, "handler": HANDLER, "widgets": widgets}), encoding="utf-8")
    return str(path)


def rows(portal: DemoPortal) -> list[dict[str, Any]]:
    """What stands there; numbers and options that are not set say nothing."""
    found = []
    for row in portal.bindings():
        options = {key: value for key, value in dict(row["options"]).items() if value}
        texts = {
            language: {name: text for name, text in said.items() if text}
            for language, said in dict(row["langAll"]).items()
        }
        found.append({"placement": row["placement"], "handler": row["handler"], "options": options, "texts": texts})
    return sorted(found, key=lambda row: (row["placement"], row["handler"]))


def cut_off(bxdesk: Bxdesk, portal: DemoPortal, layout: str) -> list[dict[str, Any]]:
    """Kills an apply between the unbind and the bind of a replace; returns what stood there before."""
    portal.add_binding(PLACEMENT, HANDLER, options={"useBuiltInInterface": "Y"}, texts=OLD_TEXTS)
    before = rows(portal)
    portal.plant("lost", command=2, method="placement.bind")
    portal.plant("hang", method="placement.get", skip=2, times=None)
    with bxdesk.start("apply", layout, "--yes") as process:
        wait_until(lambda: len(rows(portal)) < len(before))
        process.line(r".*Reading back.*", "err")
        os.kill(process.pid, signal.SIGKILL)
    portal.clear_faults()
    assert len(rows(portal)) == len(before) - 1
    return before


def test_what_was_cut_off_is_put_back_and_then_the_plan_goes_on(
    connected: Bxdesk, portal: DemoPortal, layout: str
) -> None:
    before = cut_off(connected, portal, layout)
    done = connected.run("apply", layout, "--yes", "--json")
    assert "was cut off" in done.err
    assert "half-way" in done.err
    (shown,) = done.json["portals"]
    assert shown["settled"]["how"] == "put_back"
    assert [(step["action"], step["outcome"]) for step in shown["steps"]] == [("replace", "done")]
    connected.run("plan", layout)

    undone = connected.run("undo", "--yes", "--json").json["portals"][0]
    assert (undone["verified"], [step["outcome"] for step in undone["steps"]]) == (True, ["done"])
    assert rows(portal) == before
    entries = connected.run("history", "--json").json["entries"]
    assert [(entry["purpose"], entry["taken_back"]) for entry in entries] == [
        ("undo", False),
        ("apply", True),
        ("apply", False),
    ]
    assert entries[0]["undoes"] == undone["undoes"] == entries[1]["id"]
    newest, *_ = connected.run("history", "--limit", "1").out.splitlines()
    assert newest.endswith("Undo: 1 replaced – done")


def test_without_yes_it_is_shown_and_asked_about(connected: Bxdesk, portal: DemoPortal, layout: str) -> None:
    before = cut_off(connected, portal, layout)
    half_way = rows(portal)

    refused = connected.run("apply", layout, stdin="n\nn\nn\n", code=1)
    assert refused.err.count("[y/N]") == 3
    assert rows(portal) == half_way

    connected.run("undo", stdin="y\n")
    assert rows(portal) == before
    connected.run("plan", layout, code=2)


def test_what_was_cut_off_can_be_finished_instead(connected: Bxdesk, portal: DemoPortal, layout: str) -> None:
    cut_off(connected, portal, layout)
    assert "Nothing to change" in connected.run("apply", layout, stdin="n\ny\n").out
    connected.run("plan", layout)


def test_a_damaged_journal_is_named_and_holds_nothing_up(connected: Bxdesk, portal: DemoPortal, layout: str) -> None:
    cut_off(connected, portal, layout)
    (journal,) = (connected.home / "state" / "journal").rglob("*.jsonl")
    damaged = journal.read_bytes()[20:]
    journal.write_bytes(damaged)
    done = connected.run("apply", layout, "--yes")
    assert f"The journal {journal} is damaged." in done.err
    assert journal.read_bytes() == damaged
    connected.run("plan", layout)


def test_an_export_plans_nothing_and_restores_what_was_there(
    connected: Bxdesk, portal: DemoPortal, layout: str, tmp_path: Path
) -> None:
    portal.add_binding("CRM_DYNAMIC_183_DETAIL_ACTIVITY", HANDLER, texts=OLD_TEXTS)
    before = rows(portal)
    saved = tmp_path / "saved.yaml"
    connected.run("export", "--output", str(saved))
    assert "CRM_DYNAMIC_{Purchase}_DETAIL_ACTIVITY" in saved.read_text(encoding="utf-8")
    connected.run("plan", str(saved), "--prune")
    connected.run("apply", layout, "--yes", "--prune")
    assert rows(portal) != before
    again = tmp_path / "saved.json"
    again.write_text(json.dumps(connected.run("export", "--json").json), encoding="utf-8")
    connected.run("plan", str(again), "--prune")
    connected.run("apply", str(saved), "--yes", "--prune")
    assert rows(portal) == before


def test_ctrl_c_stops_after_the_batch_on_its_way(connected: Bxdesk, portal: DemoPortal, tmp_path: Path) -> None:
    codes = [f"CRM_DYNAMIC_{number}_DETAIL_TAB" for number in range(5000, 5060)]
    for number in range(5000, 5060):
        portal.add_type(f"Kind {number}", number)
    layout = written(tmp_path / "many.json", codes)
    portal.plant("slow", method="placement.bind", seconds=5)
    with connected.start("apply", layout, "--yes", "--json") as process:
        process.line(r".*Sending changes.*", "err")
        stopped = process.interrupt()
    assert stopped.code == 1
    steps = json.loads(stopped.out)["portals"][0]["steps"]
    assert [step["outcome"] for step in steps] == ["done"] * 50 + ["skipped"] * 10
    assert len([row for row in rows(portal) if row["placement"] in codes]) == 50
    connected.run("undo", "--yes")
    assert not [row for row in rows(portal) if row["placement"] in codes]


def test_two_at_once_go_one_after_the_other(connected: Bxdesk, portal: DemoPortal, tmp_path: Path) -> None:
    first, second = (written(tmp_path / f"{title}.json", [PLACEMENT], title) for title in ("First", "Second"))
    portal.plant("slow", method="placement.bind", seconds=5)
    with connected.start("apply", first, "--yes") as one:
        one.line(r".*Sending changes.*", "err")
        done = connected.run("apply", second, "--yes")
        assert "Waiting: another bxdesk is changing" in done.err
        assert one.finish().code == 0
    titles = [row["texts"]["en"]["TITLE"] for row in rows(portal) if row["handler"] == HANDLER]
    assert titles == ["Second"]
    connected.run("undo", "--yes")
    assert [row["texts"]["en"]["TITLE"] for row in rows(portal) if row["handler"] == HANDLER] == ["First"]


def test_there_is_nothing_to_take_back_at_first(connected: Bxdesk) -> None:
    done = connected.run("undo", "--json")
    assert "nothing to take back" in done.err
    assert done.json["portals"][0]["steps"] == []
