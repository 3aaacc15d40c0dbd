"""A portal's limit on requests: a leaky bucket of 50 that loses 2 a second, per source address and portal."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bxdesk.listener import SILENT, Listener
from bxdesk.messages import message

if TYPE_CHECKING:
    from aiolimiter import AsyncLimiter

BUCKET = 50
LEAK = 2.0
"""Requests a second."""


class PortalLimits:
    """Keeps the requests to one portal within its limit. All clients of that portal share one."""

    def __init__(self, bucket: int = BUCKET, leak: float = LEAK) -> None:
        self._bucket = bucket
        self._leak = leak
        self._taken = 0

    @cached_property
    def _limiter(self) -> AsyncLimiter:
        from aiolimiter import AsyncLimiter  # which a single request does without

        return AsyncLimiter(self._bucket, self._bucket / self._leak)

    async def take(self, host: str, listener: Listener = SILENT) -> None:
        """Returns when one more request may be sent. Raises CancelledByPersonError."""
        self._taken += 1
        if self._taken == 1:  # it is counted with the second
            return
        if self._taken == 2:
            await self._limiter.acquire()
        while not self._limiter.has_capacity():
            listener.say(message("Waiting: {host} takes only so many requests a second…", host=host))
            await listener.pause(1 / self._leak)
        await self._limiter.acquire()
