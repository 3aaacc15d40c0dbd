"""Sending a request again that brought no usable answer, or that the portal's limits turned away."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, wait_exponential, wait_random

from bxdesk.listener import Listener
from bxdesk.messages import message
from bxdesk.portal.errors import LimitError, ObstacleError, PortalError, UnknownOutcomeError
from bxdesk.portal.rest import LONGEST_WAIT, PAUSE, READS

_PATIENCE = 75.0
"""Seconds after which a read that brought no usable answer is not sent again."""
_LIMITED = 8
"""How often a request is sent that the portal's limits turn away."""
_LONGEST_WAITS = 1800.0
"""Seconds that one request may be kept waiting in all."""

T = TypeVar("T")


class Retries:
    """How often one request is sent again, and what is told meanwhile. ``begun`` is when it was sent first."""

    def __init__(self, host: str, listener: Listener, begun: float, *, reading: bool) -> None:
        self._host = host
        self._listener = listener
        self._begun = begun
        self._reading = reading

    async def after(self, failure: PortalError, send: Callable[[], Awaitable[T]]) -> T:
        """What ``send`` returns in the end, after it has failed for the first time. Raises PortalError."""
        failures = [failure]

        async def attempt() -> T:
            if failures:
                raise failures.pop()
            return await send()

        retrying = AsyncRetrying(
            retry=self._is_worth_it,
            stop=self._is_enough,
            wait=_pause_after,
            before_sleep=self._say_what_for,
            sleep=self._listener.pause,
            reraise=True,
        )
        return await retrying(attempt)

    def _is_worth_it(self, state: RetryCallState) -> bool:
        error = _failure(state)
        unclear = isinstance(error, UnknownOutcomeError) and not isinstance(error, ObstacleError)
        return isinstance(error, LimitError) or (self._reading and unclear)

    def _is_enough(self, state: RetryCallState) -> bool:
        error, spent = _failure(state), time.monotonic() - self._begun
        if isinstance(error, LimitError):
            wait = error.wait or 0
            return state.attempt_number >= _LIMITED or spent + wait > _LONGEST_WAITS or wait > LONGEST_WAIT
        return state.attempt_number >= READS or spent >= _PATIENCE

    def _say_what_for(self, state: RetryCallState) -> None:
        if isinstance(_failure(state), LimitError):
            seconds = max(1, round(state.upcoming_sleep))
            text = message("Waiting {seconds} s: {host} allows no more for now…", host=self._host, seconds=seconds)
        else:
            text = message("No usable answer from {host}; asking again…", host=self._host)
        self._listener.say(text)


def _failure(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


def _pause_after(state: RetryCallState) -> float:
    error = _failure(state)
    if isinstance(error, LimitError) and error.wait is not None:
        return max(error.wait, PAUSE)
    growing = wait_exponential(multiplier=PAUSE, max=30) + wait_random(0, PAUSE / 2)
    return float(growing(state))
