"""The `time` block that stands in every answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .state import PortalState


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
