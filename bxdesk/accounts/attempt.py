"""One sign-in while it waits: one state, and answers until one of them is good.

The state stands in the browser's command line, where other users of this computer may read it. So no answer ends a
sign-in but by succeeding: one that is no good is told, and the next is waited for.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import anyio
import httpx

from bxdesk.accounts.exchange import SignedIn, exchange
from bxdesk.accounts.reply import (
    HandedTokens,
    ReplyError,
    SignInReply,
    belongs_to,
    is_callback,
    other_sign_in,
    reply_from_paste,
    reply_from_query,
    tokens_in,
)
from bxdesk.accounts.request import SignInRequest
from bxdesk.errors import BxdeskError, Problem
from bxdesk.loopback import LoopbackRequest, Page
from bxdesk.messages import Message, message
from bxdesk.placements.call import CallError
from bxdesk.portal.address import PortalAddress, named_address

Paste = Callable[[], Awaitable[str]]
"""Waits for the next text that the person pastes."""
Tell = Callable[[Problem], None]
"""Hears why an answer was no good."""

_DONE = Page(200, message("You are signed in"), message("bxdesk is connected. You may close this tab."))
_USED = Page(409, message("Already signed in"), message("This answer was used already. Close this tab."))
_NOTHING_HERE = Page(404, message("Nothing here"), message("bxdesk waits for a sign-in at another address."))
_NOT_ASKED = Page(405, message("Not understood"), message("This is not a request bxdesk answers."))
_OFFICIAL_SCRIPTS = "https://api.bitrix24.com"
_A_MOMENT = 0.05
"""Seconds in which a page goes out before the server closes."""


@dataclass(slots=True)
class _Arrival:
    """A reply on its way in, and the page that the browser gets once it was dealt with."""

    reply: SignInReply | HandedTokens
    in_frame: bool = False
    """Whether the browser shows the page inside the portal."""
    page: Page = _DONE
    answered: anyio.Event = field(default_factory=anyio.Event)


class Attempt:
    """One sign-in. Close it when it is over."""

    def __init__(self, http: httpx.AsyncClient, request: SignInRequest, tell: Tell | None) -> None:
        self._http = http
        self._request = request
        self._tell = tell
        self._used: set[str] = set()
        self._strangers_told = False
        self._send, self._receive = anyio.create_memory_object_stream[_Arrival](0)
        self.state = secrets.token_urlsafe(32)
        """What the answer has to bring back."""
        self.refused: BxdeskError | None = None
        """Why the last answer was no good."""

    def close(self) -> None:
        """Takes no more answers."""
        self._send.close()
        self._receive.close()

    async def answer(self, request: LoopbackRequest) -> Page:
        """Takes what a browser brought to the loopback address, to whatever path of it."""
        if request.origin and named_address(request.origin) != PortalAddress.parse(self._request.portal):
            return _NOTHING_HERE
        if request.method == "POST":
            # The portal's page posts the first tokens into its frame: without a state, but it says where it is from.
            if not request.origin or "AUTH_ID" not in request.fields:
                return _NOT_ASKED
            return await self._arrive(lambda: tokens_in(request.fields), in_frame=True)
        if belongs_to(request.fields, self.state):
            return await self._arrive(lambda: reply_from_query(request.fields, self.state))
        if not is_callback(request.fields):
            return _NOTHING_HERE
        stranger = other_sign_in()
        if not self._strangers_told:  # once: a page in the browser could send any number
            self._strangers_told = True
            self._say(stranger)
        return _page_of(stranger)

    async def take_pasted(self, pasted: Paste) -> None:
        """Takes what the person pastes, one text after the other."""
        while True:
            text = await pasted()
            if not text.strip():
                continue
            try:
                await self._send.send(_Arrival(reply_from_paste(text, self.state)))
            except (ReplyError, CallError) as error:
                self._say(error)

    async def result(self) -> SignedIn:
        """The session from the first answer that is good. Raises BxdeskError for what no other answer would mend."""
        while True:
            arrival = await self._receive.receive()
            try:
                signed_in = await exchange(self._http, self._request, arrival.reply)
            except BxdeskError as error:
                arrival.page = _page_of(error)
                if not isinstance(error, ReplyError):
                    raise
                self._refuse(error)
            else:
                if arrival.in_frame and not signed_in.installed:
                    arrival.page = _installing_page(self._request.portal)
                return signed_in
            finally:
                arrival.answered.set()
                await anyio.sleep(_A_MOMENT)

    async def _arrive(self, read: Callable[[], SignInReply | HandedTokens], *, in_frame: bool = False) -> Page:
        try:
            reply = read()
        except BxdeskError as error:
            self._refuse(error)
            return _page_of(error)
        key = reply.code if isinstance(reply, SignInReply) else reply.refresh_token
        if key in self._used:
            return _USED
        self._used.add(key)
        arrival = _Arrival(reply, in_frame)
        await self._send.send(arrival)
        with anyio.CancelScope(shield=True):
            await arrival.answered.wait()
        return arrival.page

    def _refuse(self, error: BxdeskError) -> None:
        self.refused = error
        self._say(error)

    def _say(self, error: BxdeskError) -> None:
        if self._tell is not None:
            self._tell(error.problem)


def _installing_page(portal: str) -> Page:
    """Completes the installation of the app that it is shown for, inside the portal."""
    # A portal on this computer brings the script itself: it may have no way to the internet.
    scripts = portal if portal.startswith("http://") else _OFFICIAL_SCRIPTS
    text = message("bxdesk is connected, and the installation of the application is being completed.")
    return Page(200, message("You are signed in"), text, f"{scripts}/api/v1/")


def _page_of(error: BxdeskError) -> Page:
    problem = error.problem
    text = problem.explanation
    if isinstance(problem.remedy, Message):  # what is to be done in bxdesk is said there
        text = message("{explanation} {hint}", explanation=text, hint=problem.remedy)
    return Page(400, problem.title, text)
