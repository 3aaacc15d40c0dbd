"""The pages that the window turns to."""

from __future__ import annotations

from enum import Enum


class Page(Enum):
    """What somebody looks at."""

    WIDGETS = "widgets"
    CHECKS = "checks"
    PORTALS = "portals"
