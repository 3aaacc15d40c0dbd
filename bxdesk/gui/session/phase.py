"""What the window shows of the portal that is open, at one moment."""

from __future__ import annotations

from enum import Enum


class Phase(Enum):
    """What the window shows."""

    OPENING = "opening"
    NO_CONNECTION = "no connection"
    LOADING = "loading"
    STOPPED = "stopped"
    FAILED = "failed"
    READY = "ready"
