"""What the window shows of the portal that is open, at one moment."""

from __future__ import annotations

from enum import Enum


class Phase(Enum):
    """What the window shows. In ``CHOOSING`` there are portals, and none of them is open."""

    OPENING = "opening"
    NO_CONNECTION = "no connection"
    CHOOSING = "choosing"
    LOADING = "loading"
    STOPPED = "stopped"
    FAILED = "failed"
    READY = "ready"
