"""Trying a handler out: a page on this computer puts it into a frame by the portal's own call, until it is closed."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import anyio

from bxdesk.checks.calling import Called, Caller
from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.checks.checking import Asked, check_and_calls
from bxdesk.checks.frame_ancestors import Browsers
from bxdesk.checks.framing import framing
from bxdesk.checks.origin import Origin
from bxdesk.checks.try_out import Choice, TryOut
from bxdesk.checks.try_out_page import Findings, places_beside, try_out_page
from bxdesk.errors import CancelledByPersonError
from bxdesk.listener import Listener
from bxdesk.loopback import LoopbackRequest, Page, Response, serving
from bxdesk.messages import Message, Reader, message
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, Texts
from bxdesk.placements.call_fields import example_call
from bxdesk.placements.languages import LANGUAGES
from bxdesk.placements.snapshot import Snapshot

CLOSED_AFTER = 90.0
"""Seconds without a sign of life of the page; browsers let a page in the background speak once a minute."""
_LOOK = 1.0
_NOTHING_HERE = Page(404, message("Nothing here"), message("What bxdesk shows is at another address."))
_ALIVE = Response(204)


async def try_out(
    snapshot: Snapshot,
    authorization_server: str,
    choice: Choice,
    caller: Caller,
    show: Callable[[TryOut], None],
    word: Callable[[Check], Check],
    listener: Listener,
) -> None:
    """Serves the page until it is closed or ``listener`` is cancelled. ``show`` hears where it is.

    The handler is called once beforehand, for the verdict. ``word`` puts the remedy of a check into the words of the
    front end. Raises BxdeskError, CancelledByPersonError.
    """
    row = Binding(BindingKey(choice.placement, choice.handler), {DEFAULT_LANGUAGE: Texts("bxdesk")})
    asked = Asked(snapshot, authorization_server, wanted=(row,), handlers=(choice.handler,))
    found, calls = await check_and_calls(asked, caller, listener)
    checks = tuple(map(word, found))
    page = _TryOutPage(snapshot, authorization_server, choice, listener.reader)
    async with serving(page.answer, listener.reader) as origin:
        page.findings = Findings(checks, _differs_here(checks, calls[choice.handler], origin))
        show(TryOut(f"{origin}/{page.secret}/", checks))
        with suppress(CancelledByPersonError):
            await page.closed(listener)


class _TryOutPage:
    """One page for as long as somebody looks at it."""

    def __init__(self, snapshot: Snapshot, authorization_server: str, choice: Choice, reader: Reader) -> None:
        self._snapshot = snapshot
        self._authorization_server = authorization_server
        self._choice = choice
        self._reader = reader
        self._until = math.inf
        self.secret = secrets.token_urlsafe(32)
        self.findings = Findings((), Message(""))

    async def answer(self, request: LoopbackRequest) -> Page | Response:
        """The page, or its sign of life."""
        path, _, rest = request.path.removeprefix("/").partition("/")
        if not secrets.compare_digest(path.encode(), self.secret.encode()):
            return _NOTHING_HERE
        self._until = anyio.current_time() + CLOSED_AFTER
        if (request.method, rest) == ("POST", "alive"):
            return _ALIVE
        if (request.method, rest) != ("GET", ""):
            return _NOTHING_HERE
        choice = self._chosen(request.query)
        call = example_call(
            choice.placement,
            choice.handler,
            self._snapshot,
            self._authorization_server,
            choice.language,
            item=choice.item,
        )
        return try_out_page(choice, call, self._snapshot, self.findings, self._reader)

    async def closed(self, listener: Listener) -> None:
        """Waits until the page has given no sign of life for long enough, after it was opened once."""
        while anyio.current_time() < self._until:
            await listener.pause(_LOOK)

    def _chosen(self, query: dict[str, str]) -> Choice:
        """What was chosen on the page, as far as it can be."""
        choice = self._choice
        placement = query.get("placement", "")
        if placement in places_beside(choice.placement, self._snapshot):
            choice = replace(choice, placement=placement)
        if query.get("language") in LANGUAGES:
            choice = replace(choice, language=query["language"])
        return replace(choice, item=query.get("item", choice.item)[:20])


def _differs_here(checks: tuple[Check, ...], called: Called, origin: str) -> Message:
    """Where browsers decide otherwise about a frame of this page than about one of the portal's."""
    if called.page is None:
        return Message("")
    here = framing(called.hops[-1].headers, Origin.of(called.page.url), Origin.of(origin)).shown_by is Browsers.ALL
    asked = (CheckCode.HANDLER_FRAMING, CheckCode.HANDLER_SCHEME)
    there = all(check.state is CheckState.OK for check in checks if check.code in asked)
    if here and not there:
        return message("Your browser shows it here all the same, because this page is at another address.")
    if there and not here:
        return message("Your browser refuses it here, because this page is at another address than the portal.")
    return Message("")
