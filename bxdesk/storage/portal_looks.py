"""When each portal was last read and how far it had drifted, kept from one window to the next.

It is a convenience: what cannot be read or written was never looked at.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bxdesk.errors import BxdeskError
from bxdesk.messages import message
from bxdesk.storage.data_file import DataFile

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PortalLook:
    """``read`` is when it was (UTC), ``drifted`` how many bindings others had changed by then."""

    read: datetime
    drifted: int = 0


class PortalLooks:
    """One file for all connections, by their identities. There is nothing secret in it."""

    def __init__(self, path: Path | None) -> None:
        """Without a path nothing is kept."""
        self._file = None if path is None else DataFile(path, "portal_looks", message("What was read of the portals"))

    async def read(self) -> dict[str, PortalLook]:
        """What was kept last."""
        from anyio.to_thread import run_sync  # heavy, and the window's thread imports this module

        return await run_sync(self._read)

    async def keep(self, looks: Mapping[str, PortalLook]) -> None:
        """Keeps these, and forgets all others."""
        from anyio.to_thread import run_sync

        await run_sync(self._write, looks)

    def _read(self) -> dict[str, PortalLook]:
        try:
            return (self._file.load(_looks_in) if self._file is not None else None) or {}
        except BxdeskError as error:
            _log.info("what was read of the portals is not known: %s", error.problem.code)
            return {}

    def _write(self, looks: Mapping[str, PortalLook]) -> None:
        if self._file is None:
            return
        kept = {identity: {"read": look.read.isoformat(), "drifted": look.drifted} for identity, look in looks.items()}
        try:
            self._file.write(json.dumps(kept, indent=1) + "\n")
        except BxdeskError as error:
            _log.info("what was read of the portals is not kept: %s", error.problem.code)


def _looks_in(text: str) -> dict[str, PortalLook]:
    """Whatever is not as it was written is left out."""
    kept = json.loads(text)
    entries = kept.items() if isinstance(kept, dict) else ()
    return {identity: look for identity, value in entries if (look := _look_in(value)) is not None}


def _look_in(value: object) -> PortalLook | None:
    if not isinstance(value, dict):
        return None
    read, drifted = value.get("read"), value.get("drifted")
    try:
        moment = datetime.fromisoformat(read) if isinstance(read, str) else None
    except ValueError:
        return None
    if moment is None or moment.tzinfo is None:
        return None
    return PortalLook(moment, drifted if type(drifted) is int and drifted >= 0 else 0)
