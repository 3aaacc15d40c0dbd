"""`apply` without `--yes` shows what it would do and asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bxdesk.demo import DemoPortal

from .processes import Bxdesk

LAYOUT = """\
bxdesk: 1
handler: https://widgets.example.com/bitrix24
widgets:
  - {placements: [CRM_LEAD_DETAIL_ACTIVITY], title: Send contract}
"""


@pytest.fixture
def layout(tmp_path: Path) -> str:
    path = tmp_path / "layout.yaml"
    path.write_text(LAYOUT, encoding="utf-8")
    return str(path)


def test_a_no_and_no_answer_change_nothing_and_a_yes_does(connected: Bxdesk, portal: DemoPortal, layout: str) -> None:
    before = portal.bindings()

    refused = connected.run("apply", layout, stdin="n\n", code=1)
    assert "CRM_LEAD_DETAIL_ACTIVITY" in refused.err
    assert "Apply these changes?" in refused.err
    assert refused.err.endswith("Nothing was changed.\n")
    assert (refused.out, portal.bindings()) == ("", before)

    assert "--yes goes on without asking" in connected.run("apply", layout, stdin="", code=1).err
    assert portal.bindings() == before

    assert "1 of 1 done" in connected.run("apply", layout, stdin="y\n").out
    assert len(portal.bindings()) == len(before) + 1
