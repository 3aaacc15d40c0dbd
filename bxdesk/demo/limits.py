"""The portal's two limits: a leaky bucket of requests, and the time a method may use in ten minutes."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

from .errors import PortalError

if TYPE_CHECKING:
    from .clock import Clock
    from .settings import DemoSettings

WINDOW = 600


class Limits:
    """Counts by source address, and by method."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._levels: dict[str, tuple[float, float]] = {}
        self._used: defaultdict[str, deque[tuple[float, float]]] = defaultdict(deque)

    def pour(self, settings: DemoSettings, address: str) -> None:
        """Counts one request from `address`; `QUERY_LIMIT_EXCEEDED` when the bucket would run over."""
        if not settings.limits:
            return
        size, leak = settings.bucket
        now = self._clock.now()
        level, since = self._levels.get(address, (0.0, now))
        level = max(0.0, level - (now - since) * leak) + 1
        if level > size:
            raise PortalError("QUERY_LIMIT_EXCEEDED")
        self._levels[address] = (level, now)

    def work(self, settings: DemoSettings, method: str) -> None:
        """Counts one call of `method`; `OPERATION_TIME_LIMIT` when it has used its time up."""
        used, _ = self.operating(method)
        if settings.limits and used >= settings.operating_limit:
            raise PortalError("OPERATION_TIME_LIMIT")
        self._used[method].append((self._clock.now(), settings.operating_costs.get(method, 0.0)))

    def operating(self, method: str) -> tuple[float, int]:
        """Seconds used within the last ten minutes, and the unix time at which some of that is given back."""
        now = self._clock.now()
        calls = self._used[method]
        while calls and calls[0][0] <= now - WINDOW:
            calls.popleft()
        first = calls[0][0] if calls else now
        return sum(cost for _, cost in calls), int(first + WINDOW)
