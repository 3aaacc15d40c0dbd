"""What is kept of a look at each portal from one window to the next."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bxdesk.storage.portal_looks import PortalLook, PortalLooks

pytestmark = pytest.mark.anyio
READ = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


async def test_what_was_kept_is_known_to_the_next(tmp_path: Path) -> None:
    looks = {"local.1@a": PortalLook(READ, 3), "local.1@b": PortalLook(READ)}
    await PortalLooks(tmp_path / "portals.json").keep(looks)
    assert await PortalLooks(tmp_path / "portals.json").read() == looks
    await PortalLooks(tmp_path / "portals.json").keep({"local.1@b": PortalLook(READ, 1)})
    assert await PortalLooks(tmp_path / "portals.json").read() == {"local.1@b": PortalLook(READ, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"a": null, "b": [], "c": {"read": 1}, "d": {"read": "yesterday"}, "e": {"read": "2026-03-01T09:30:00"}}',
    ],
)
async def test_what_bxdesk_has_not_written_was_never_looked_at(tmp_path: Path, text: str) -> None:
    file = tmp_path / "portals.json"
    file.write_text(text, encoding="utf-8")
    assert await PortalLooks(file).read() == {}


async def test_a_number_that_is_none_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "portals.json"
    for drifted in ("-1", "true", '"3"', "1.5"):
        file.write_text(f'{{"a": {{"read": "{READ.isoformat()}", "drifted": {drifted}}}}}', encoding="utf-8")
        assert await PortalLooks(file).read() == {"a": PortalLook(READ)}


async def test_where_nothing_can_be_kept_nobody_is_held_up(tmp_path: Path) -> None:
    (tmp_path / "portals.json").mkdir()
    looks = PortalLooks(tmp_path / "portals.json")
    await looks.keep({"a": PortalLook(READ)})
    assert await looks.read() == {}
    await PortalLooks(None).keep({"a": PortalLook(READ)})
    assert await PortalLooks(None).read() == {}
