"""What is kept of a look at each portal from one window to the next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import anyio
import pytest

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.bindings import Change, Texts
from bxdesk.placements.drift import Drift, Drifted, DriftKind
from bxdesk.storage.portal_looks import PortalLook, PortalLooks
from tests.builders import DEAL, LEAD, binding

pytestmark = pytest.mark.anyio
READ = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
LATER = READ + timedelta(hours=1)
DRIFT = Drift(
    (
        Drifted(DriftKind.APPEARED, binding(DEAL, texts={"en": Texts("Send"), "de": Texts("Senden", "Vertrag")})),
        Drifted(DriftKind.CHANGED, binding(LEAD), (Change("title", "Send", "Offer"),)),
    ),
    READ,
)


def _looks(path: Path | None, *gone: str) -> PortalLooks:
    """What the portals a, b and c are kept in; those that are ``gone`` are not connected."""

    async def connected() -> set[str]:
        return {"a", "b", "c"} - {*gone}

    return PortalLooks(path, connected)


async def test_what_was_kept_is_known_to_the_next(tmp_path: Path) -> None:
    looks = {"a": PortalLook(READ, DRIFT), "b": PortalLook(READ)}
    await _looks(tmp_path / "portals.json").keep(looks)
    assert await _looks(tmp_path / "portals.json").read() == looks


async def test_two_windows_keep_the_latest_of_each_portal(tmp_path: Path) -> None:
    one, other = _looks(tmp_path / "portals.json"), _looks(tmp_path / "portals.json")
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(one.keep, {"a": PortalLook(LATER, DRIFT), "b": PortalLook(READ)})
        tasks.start_soon(other.keep, {"a": PortalLook(READ), "b": PortalLook(LATER), "c": PortalLook(READ)})
    assert await one.read() == {"a": PortalLook(LATER, DRIFT), "b": PortalLook(LATER), "c": PortalLook(READ)}


async def test_drift_that_is_not_known_any_more_is_forgotten(tmp_path: Path) -> None:
    looks = _looks(tmp_path / "portals.json")
    await looks.keep({"a": PortalLook(READ, DRIFT)})
    await looks.keep({"a": PortalLook(READ)})  # it was changed since, and could not be read again
    assert await looks.read() == {"a": PortalLook(READ)}


async def test_a_connection_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    await _looks(tmp_path / "portals.json").keep({"a": PortalLook(READ), "b": PortalLook(READ)})
    looks = _looks(tmp_path / "portals.json", "a")
    await looks.keep({})
    assert await looks.read() == {"b": PortalLook(READ)}


async def test_a_window_that_has_not_heard_of_it_does_not_bring_it_back(tmp_path: Path) -> None:
    looks = _looks(tmp_path / "portals.json", "a")
    await looks.keep({"a": PortalLook(READ), "b": PortalLook(READ)})
    assert await looks.read() == {"b": PortalLook(READ)}


async def test_where_nobody_knows_what_is_connected_nothing_is_forgotten(tmp_path: Path) -> None:
    await _looks(tmp_path / "portals.json").keep({"a": PortalLook(READ)})

    async def unreadable() -> set[str]:
        raise BxdeskError(Problem("connections_unreadable", message("The list cannot be read.")))

    looks = PortalLooks(tmp_path / "portals.json", unreadable)
    await looks.keep({"b": PortalLook(READ)})
    assert await looks.read() == {"a": PortalLook(READ)}


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
    assert await _looks(file).read() == {}


async def test_drift_that_is_none_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "portals.json"
    for drift in ("3", "[]", '{"changes": 1}', '{"changes": [{"kind": "lost"}]}'):
        file.write_text(f'{{"a": {{"read": "{READ.isoformat()}", "drift": {drift}}}}}', encoding="utf-8")
        assert await _looks(file).read() == {"a": PortalLook(READ)}


async def test_where_nothing_can_be_kept_nobody_is_held_up(tmp_path: Path) -> None:
    (tmp_path / "portals.json").mkdir()
    looks = _looks(tmp_path / "portals.json")
    await looks.keep({"a": PortalLook(READ)})
    assert await looks.read() == {}
    await _looks(None).keep({"a": PortalLook(READ)})
    assert await _looks(None).read() == {}
