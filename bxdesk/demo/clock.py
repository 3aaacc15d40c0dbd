"""The portal's clock, which tests move forward so that nothing has to be waited for."""

from __future__ import annotations

import time


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
