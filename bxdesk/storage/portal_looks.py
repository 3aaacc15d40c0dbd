"""When each portal was last read and what had drifted there, kept from one window to the next.

It is a convenience: what cannot be read or written was never looked at. Windows that are open at the same time keep
theirs in the same file, each portal as it was read last.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bxdesk.errors import BxdeskError
from bxdesk.messages import message
from bxdesk.storage.data_file import DataFile

if TYPE_CHECKING:
    from bxdesk.placements.drift import Drift
    from bxdesk.support.shapes import Shape

_log = logging.getLogger(__name__)
_PATIENCE = 5
"""Seconds to wait for a window that is writing."""
_LIMIT = 16 * 1024 * 1024
"""Bytes: a thousand portals with forty bindings each that drifted."""


@dataclass(frozen=True, slots=True)
class PortalLook:
    """``read`` is when it was (UTC), ``drift`` what others had changed by then; None where nobody looked."""

    read: datetime
    drift: Drift | None = None


class PortalLooks:
    """One file for all connections of a list, by their identities. There is nothing secret in it."""

    def __init__(self, path: Path | None, connected: Callable[[], Awaitable[Collection[str]]]) -> None:
        """Without a path nothing is kept. ``connected`` gives the identities of the connections that there are now."""
        self._path = path
        self._connected = connected

    async def read(self) -> dict[str, PortalLook]:
        """What was kept last."""
        from anyio.to_thread import run_sync  # heavy, and the window's thread imports this module

        return await run_sync(self._read) if self._path is not None else {}

    async def keep(self, looks: Mapping[str, PortalLook]) -> None:
        """Keeps those that are not older than what is kept already, and forgets connections that are gone.

        Whoever read a portal may say something else of the same moment: that it was changed since, and its drift is
        not known.
        """
        if self._path is None:
            return
        from anyio.to_thread import run_sync

        from bxdesk.storage.lock import held

        try:
            async with held(self._path.with_suffix(".lock"), _PATIENCE):
                await run_sync(self._merge, looks, await self._connected())
        except OSError as error:
            _log.info("what was read of the portals is not kept: %s", error)
        except BxdeskError as error:
            _log.info("what was read of the portals is not kept: %s", error.problem.code)

    def _merge(self, looks: Mapping[str, PortalLook], connected: Collection[str]) -> None:
        kept = self._read()
        merged = {identity: look for identity, look in kept.items() if identity in connected}
        for identity, look in looks.items():
            if identity in connected and (identity not in merged or merged[identity].read <= look.read):
                merged[identity] = look
        if merged == kept:
            return
        from bxdesk.placements.kept_shapes import plain_form

        self._file.write(json.dumps(merged, default=plain_form, indent=1) + "\n")

    def _read(self) -> dict[str, PortalLook]:
        try:
            return self._file.load(_looks_in) or {}
        except BxdeskError as error:
            _log.info("what was read of the portals is not known: %s", error.problem.code)
            return {}

    @property
    def _file(self) -> DataFile:
        path = self._path or Path()
        return DataFile(path, "portal_looks", message("What was read of the portals"), _LIMIT)


def _looks_in(text: str) -> dict[str, PortalLook]:
    """Whatever is not as it was written is left out."""
    from bxdesk.placements.kept_shapes import drift_shape

    drift = drift_shape()
    kept = json.loads(text)
    entries = kept.items() if isinstance(kept, dict) else ()
    return {identity: look for identity, value in entries if (look := _look_in(value, drift)) is not None}


def _look_in(value: object, drift: Shape[Drift]) -> PortalLook | None:
    from pydantic_core import ValidationError

    if not isinstance(value, dict):
        return None
    read = value.get("read")
    try:
        moment = datetime.fromisoformat(read) if isinstance(read, str) else None
        drifted = None if value.get("drift") is None else drift.validate(value["drift"])
    except ValidationError:
        drifted = None
    except ValueError:
        return None
    return None if moment is None or moment.tzinfo is None else PortalLook(moment, drifted)
