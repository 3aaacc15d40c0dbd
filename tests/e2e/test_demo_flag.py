"""Any command can be tried with `--demo`: on a portal of its own, with no keyring, leaving nothing behind."""

from __future__ import annotations

from pathlib import Path

from .processes import Bxdesk

LAYOUT = """\
bxdesk: 1
handler: https://widgets.example.com/bitrix24
widgets:
  - {placements: [CONTACT_CENTER], title: My channel}
"""


def test_status_plan_and_apply_print_one_object(bxdesk_without_keyring: Bxdesk, tmp_path: Path) -> None:
    bxdesk = bxdesk_without_keyring
    layout = tmp_path / "layout.yaml"
    layout.write_text(LAYOUT, encoding="utf-8")

    status = bxdesk.run("--demo", "status", "--json").json
    (planned,) = bxdesk.run("plan", str(layout), "--demo", "--json", code=2).json["portals"]
    (applied,) = bxdesk.run("--demo", "apply", str(layout), "--yes", "--json").json["portals"]

    assert status["user"]["name"] == "Helen Marsh"
    assert [step["placement"] for step in planned["steps"]] == ["CONTACT_CENTER"]
    assert ([step["outcome"] for step in applied["steps"]], applied["verified"]) == (["done"], True)
    assert len({status["portal"], planned["portal"], applied["portal"]}) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["home", "layout.yaml"]
