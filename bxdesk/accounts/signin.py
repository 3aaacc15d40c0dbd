"""Signing in: the portal's page in the browser, the answer back on this computer, the code exchanged at once."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import anyio
import httpx
from anyio.streams.memory import MemoryObjectSendStream

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.loopback import Page, open_listener, serve
from bxdesk.accounts.redirect import loopback_address
from bxdesk.accounts.reply import HandedTokens, ReplyError, SignInReply, reply_from_paste, reply_from_query
from bxdesk.accounts.request import SignInRequest
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.call import CallError
from bxdesk.placements.snapshot import PortalUser
from bxdesk.portal.address import PortalAddress, named_address, typed_address
from bxdesk.portal.answers import APP, PROFILE, read
from bxdesk.portal.auth import TokenAuth
from bxdesk.portal.oauth import TokenReply, authorize_address, exchange_code, refresh_tokens, trusted_server
from bxdesk.portal.probe import find_portal
from bxdesk.portal.rest import Command, RestClient

Paste = Callable[[], Awaitable[str]]
"""Waits for the next text that the person pastes."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A connection, and the secrets that belong to it."""

    connection: Connection
    keys: Keys


@dataclass(slots=True)
class _Arrival:
    """A reply on its way in, and the page that the browser gets once it was dealt with."""

    reply: SignInReply | HandedTokens | BxdeskError
    page: Page | None = None
    answered: anyio.Event | None = None


async def sign_in(
    http: httpx.AsyncClient,
    request: SignInRequest,
    announce: Callable[[str], None],
    pasted: Paste | None = None,
    tell: Callable[[Problem], None] | None = None,
) -> SignedIn:
    """Signs in to a portal and reads who that is.

    ``announce`` is given the address to open in a browser, once the answer can be taken and a portal was found at the
    address given. ``tell`` hears of pasted texts that were no good; the wait goes on. Raises BxdeskError: no portal
    there, a refusal, the deadline, a port that is taken, wrong keys.
    """
    typed = request.portal
    request = checked(request)
    state = secrets.token_urlsafe(32)
    address = loopback_address(request.redirect_url)
    if address is None and pasted is None:
        raise _nowhere_to_answer(request.redirect_url)
    listener = await open_listener(address) if address is not None else None
    try:
        request = replace(request, portal=(await find_portal(http, typed)).origin)
        attempt = _Attempt(http, request, state)
        send, receive = anyio.create_memory_object_stream[_Arrival](1)
        with anyio.fail_after(request.timeout):
            async with send, receive, anyio.create_task_group() as tasks:
                if listener is not None and address is not None:
                    tasks.start_soon(serve, listener, address.path, attempt.answering(send))
                if pasted is not None:
                    tasks.start_soon(_take_pasted, pasted, state, send, tell)
                announce(authorize_address(request.portal, request.client_id, state))
                result = await attempt.finish(await receive.receive())
                tasks.cancel_scope.cancel()
    except TimeoutError:
        raise _too_late() from None
    except ExceptionGroup as group:
        raise _first(group) from None
    finally:
        if listener is not None:
            await listener.aclose()
    return result


class _Attempt:
    """One sign-in: one state, one answer."""

    def __init__(self, http: httpx.AsyncClient, request: SignInRequest, state: str) -> None:
        self._http = http
        self._request = request
        self._state = state
        self._taken = False

    def answering(self, send: MemoryObjectSendStream[_Arrival]) -> Callable[[dict[str, str]], Awaitable[Page]]:
        """What the loopback server asks for each request to the callback's path."""

        async def answer(query: dict[str, str]) -> Page:
            try:
                reply: SignInReply | BxdeskError = reply_from_query(query, self._state)
            except ReplyError as error:
                return _page_of(error, 400)  # a stranger, or an answer to another sign-in: the wait goes on
            except BxdeskError as error:
                reply = error
            if self._taken:
                return Page(409, message("Already signed in"), message("This answer was used already. Close this tab."))
            self._taken = True
            arrival = _Arrival(reply, answered=anyio.Event())
            await send.send(arrival)
            assert arrival.answered is not None  # noqa: S101 - set two lines above
            with anyio.CancelScope(shield=True):
                await arrival.answered.wait()
            return arrival.page or _done_page()

        return answer

    async def finish(self, arrival: _Arrival) -> SignedIn:
        """Exchanges the code and reads who signed in; the browser's page says the same as the window."""
        self._taken = True
        try:
            result = await self._exchange(arrival.reply)
        except BxdeskError as error:
            arrival.page = _page_of(error, 400)
            raise
        else:
            arrival.page = _done_page()
            return result
        finally:
            if arrival.answered is not None:
                arrival.answered.set()
                await anyio.sleep(0.05)  # the page goes out before the server closes

    async def _exchange(self, reply: SignInReply | HandedTokens | BxdeskError) -> SignedIn:
        if isinstance(reply, BxdeskError):
            raise reply
        request = self._request
        server = trusted_server(request.portal, reply.server_domain, request.authorization_server)
        _log.info("%s: asking for the session's keys", urlsplit(server).netloc)
        if isinstance(reply, HandedTokens):
            # Refreshed at once: that proves the app's keys, and leaves the widget's own session alone.
            tokens = await refresh_tokens(
                self._http, server, request.client_id, request.client_secret, reply.refresh_token
            )
        else:
            tokens = await exchange_code(self._http, server, request.client_id, request.client_secret, reply.code)
        portal = _portal_of(request, reply, tokens)
        endpoint = portal.endpoint(tokens.client_endpoint)
        user = await self._who(endpoint, tokens.access_token)
        connection = Connection(
            member_id=tokens.member_id or reply.member_id,
            portal=portal.origin,
            endpoint=endpoint,
            client_id=request.client_id,
            authorization_server=server,
            user_id=user.id or tokens.user_id,
            user_name=user.name,
            redirect_url=request.redirect_url,
        )
        return SignedIn(connection, Keys(request.client_secret, tokens.access_token, tokens.refresh_token))

    async def _who(self, endpoint: str, access_token: str) -> PortalUser:
        """Asks the portal whether it knows the app, and who is signed in."""
        client = RestClient(self._http, endpoint, TokenAuth(access_token, _no_refresh))
        app, profile = await client.batch([Command("app.info"), Command("profile")], reading=True)
        read(APP, app.value(), client.host)
        return read(PROFILE, profile.value(), client.host).user()


async def _take_pasted(
    pasted: Paste,
    state: str,
    send: MemoryObjectSendStream[_Arrival],
    tell: Callable[[Problem], None] | None,
) -> None:
    while True:
        text = await pasted()
        if not text.strip():
            continue
        try:
            reply = reply_from_paste(text, state)
        except (ReplyError, CallError) as error:
            if tell is not None:
                tell(error.problem)
            continue
        await send.send(_Arrival(reply))
        return


async def _no_refresh(used: str) -> str:
    """A token that is seconds old and already refused will not get better."""
    del used
    raise _too_late()


def checked(request: SignInRequest) -> SignInRequest:
    """The request with its addresses in their one form and without stray blanks. Raises BxdeskError for bad input."""
    request = replace(
        request,
        portal=typed_address(request.portal).origin,
        client_id=request.client_id.strip(),
        client_secret=request.client_secret.strip(),
        authorization_server=typed_address(request.authorization_server).origin
        if request.authorization_server
        else None,
    )
    for value, name in ((request.client_id, message("client ID")), (request.client_secret, message("client secret"))):
        if not value:
            raise BxdeskError(
                Problem(
                    "key_missing",
                    message("There is no {name}.", name=name),
                    hint=message("Copy it from the app's card on the portal."),
                )
            )
    return request


def _portal_of(request: SignInRequest, reply: SignInReply | HandedTokens, tokens: TokenReply) -> PortalAddress:
    """Where the portal is that answered. Raises BxdeskError when it is not the one that was asked.

    Its ``member_id`` says which it is. How it calls itself says little: behind a proxy it knows neither its own scheme
    nor its port, so it stays where it was found. A portal that is known already may have been renamed.
    """
    found = PortalAddress.parse(request.portal)
    named = named_address(tokens.client_endpoint) or found
    members = {request.member_id, reply.member_id, tokens.member_id} - {""}
    if len(members) == 1 and named.host == found.host:
        return found
    if len(members) == 1 and request.member_id:
        return named.over_https()
    raise BxdeskError(
        Problem(
            "other_portal",
            message("Another portal answered: {portal}.", portal=named.netloc),
            message("You asked for {portal}.", portal=found.netloc),
            message("Check the address, and sign in with the one that the portal really has."),
        )
    )


def _done_page() -> Page:
    return Page(200, message("You are signed in"), message("bxdesk is connected. You may close this tab."))


def _page_of(error: BxdeskError, status: int) -> Page:
    text = message("{explanation} {hint}", explanation=error.problem.explanation, hint=error.problem.hint)
    return Page(status, error.problem.title, text)


def _too_late() -> BxdeskError:
    return BxdeskError(
        Problem(
            "sign_in_timeout",
            message("No answer came back from the browser."),
            message("When a sign-in is refused, the portal says so on its own page and sends nothing back."),
            message(
                "Look at the page in the browser. Check that the redirect address in the app's card is the one used"
                " here, then sign in again."
            ),
        )
    )


def _nowhere_to_answer(redirect_url: str) -> BxdeskError:
    return BxdeskError(
        Problem(
            "redirect_elsewhere",
            message("The redirect address is not on this computer: {address}", address=redirect_url or "–"),
            message("The browser's answer would not come here."),
            message("Use http://127.0.0.1:8917/callback in the app's card and here, or paste the answer."),
        )
    )


def _first(group: ExceptionGroup[Exception]) -> Exception:
    """The error a person should see of several that ended together."""
    mine, _ = group.split(BxdeskError)
    error: Exception = mine if mine is not None else group
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return error
