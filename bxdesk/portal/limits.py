"""A portal's limit on requests: a leaky bucket of 50 that loses 2 a second, per source address and portal."""

from __future__ import annotations

from aiolimiter import AsyncLimiter

from bxdesk.listener import SILENT, Listener
from bxdesk.messages import message

BUCKET = 50
LEAK = 2.0
"""Requests a second."""


class PortalLimits:
    """Keeps the requests to one portal within its limit. All clients of that portal share one."""

    def __init__(self, bucket: int = BUCKET, leak: float = LEAK) -> None:
        self._limiter = AsyncLimiter(bucket, bucket / leak)
        self._moment = 1 / leak

    async def take(self, host: str, listener: Listener = SILENT) -> None:
        """Returns when one more request may be sent. Raises CancelledByPersonError."""
        while not self._limiter.has_capacity():
            listener.say(message("Waiting: {host} takes only so many requests a second…", host=host))
            await listener.pause(self._moment)
        await self._limiter.acquire()
