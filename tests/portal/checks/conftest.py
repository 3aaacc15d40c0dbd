"""Handlers that answer in every way, and somebody who calls them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from bxdesk.checks.call_request import CallRequest
from bxdesk.checks.calling import MAX_PAGE, Called, Caller
from bxdesk.checks.origin import Origin
from bxdesk.placements.call_fields import example_call
from bxdesk.portal.http import make_http, system_trust
from bxdesk.portal.proxies import proxy_chooser
from tests.builders import DEAL, snapshot

from .handlers import Handlers, running_handlers

PORTAL = "https://acme.bitrix24.com"


class Calling:
    """Calls handlers as the portal does, with little patience."""

    def __init__(self, http: httpx.AsyncClient, deadline: float) -> None:
        self.caller = Caller(http, proxy_chooser("none"), deadline)

    async def __call__(self, address: str) -> Called:
        call = example_call(DEAL, address, snapshot(), "https://oauth.bitrix24.tech")
        return await self.caller.call(CallRequest.of(call, Origin.of(PORTAL)))


@pytest.fixture
async def handlers() -> AsyncIterator[Handlers]:
    """A server of handlers."""
    async with running_handlers() as running:
        yield running


@pytest.fixture
async def call() -> AsyncIterator[Calling]:
    """Calls a handler, for a second at most."""
    async with make_http(system_trust(), max_answer=MAX_PAGE) as http:
        yield Calling(http, 1.0)
