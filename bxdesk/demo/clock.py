"""The portal's clock, which tests move forward so that nothing has to be waited for, and the times in its answers."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .state import PortalState


class Clock:
    """The machine's time plus what it was moved."""

    def __init__(self) -> None:
        self._moved = 0.0

    def now(self) -> float:
        """Unix time, as the portal sees it."""
        return time.time() + self._moved

    def forward(self, seconds: float) -> None:
        """Lets `seconds` go by at once."""
        self._moved += seconds


def time_block(state: PortalState, method: str, start: float) -> dict[str, Any]:
    """How long a call of `method` took that began at `start`, and what it used of its operating time."""
    finish = state.clock.now()
    used, reset_at = state.limits.operating(method)
    return {
        "start": start,
        "finish": finish,
        "duration": finish - start,
        "processing": finish - start,
        "date_start": date(start),
        "date_finish": date(finish),
        "operating_reset_at": reset_at,
        "operating": used,
    }


def date(moment: float) -> str:
    """Unix time as the portal writes it."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds")
