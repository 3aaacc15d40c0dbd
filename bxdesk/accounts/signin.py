"""Signing in: the portal's page in the browser, the answer back on this computer, the code exchanged at once."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

import anyio
import anyio.abc
import httpx
from anyio.streams.stapled import MultiListener

from bxdesk.accounts.attempt import Attempt, Paste, Tell
from bxdesk.accounts.exchange import SignedIn
from bxdesk.accounts.redirect import LoopbackAddress, loopback_address
from bxdesk.accounts.request import DEFAULT_REDIRECT, SignInRequest
from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.listener import SILENT, Listener
from bxdesk.loopback import listen, serve
from bxdesk.messages import message
from bxdesk.portal.address import typed_address
from bxdesk.portal.errors import unreachable
from bxdesk.portal.oauth import authorize_address
from bxdesk.portal.probe import find_portal


async def sign_in(
    http: httpx.AsyncClient,
    request: SignInRequest,
    announce: Callable[[str], None],
    pasted: Paste | None = None,
    tell: Tell | None = None,
    listener: Listener = SILENT,
) -> SignedIn:
    """Signs in to a portal and reads who that is.

    ``announce`` is given the address to open in a browser, once the answer can be taken and a portal was found at the
    address given. ``tell`` hears of answers that were no good; the wait goes on. ``listener`` hears what else is waited
    for, and reads the page at the end. Raises BxdeskError: no portal there, the deadline (what was told last, if
    anything was), a port that is taken, wrong keys.
    """
    typed = request.portal
    request = checked(request)
    address = loopback_address(request.redirect_url)
    if address is None and pasted is None:
        raise _nowhere_to_answer(request.redirect_url)
    server = await open_listener(address) if address is not None else None
    attempt: Attempt | None = None
    try:
        with anyio.fail_after(request.timeout):
            found = await find_portal(http, typed, listener, known=bool(request.member_id))
            request = replace(request, portal=found.origin)
            attempt = Attempt(http, request, tell)
            async with anyio.create_task_group() as tasks:
                if server is not None:
                    tasks.start_soon(serve, server, attempt.answer, listener.reader)
                if pasted is not None:
                    tasks.start_soon(attempt.take_pasted, pasted)
                announce(authorize_address(request.portal, request.client_id, attempt.state))
                result = await attempt.result()
                tasks.cancel_scope.cancel()
    except TimeoutError:
        if attempt is None:
            raise unreachable(urlsplit(request.portal).netloc, message("It took too long to answer")) from None
        raise attempt.refused or _too_late() from None
    except ExceptionGroup as group:
        raise _first(group) from None
    finally:
        if attempt is not None:
            attempt.close()
        if server is not None:
            await server.aclose()
    return result


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
                    remedy=message("Copy it from the app's card on the portal."),
                )
            )
    return request


def _too_late() -> BxdeskError:
    return BxdeskError(
        Problem(
            "sign_in_timeout",
            message("No answer came back from the browser."),
            message("When a sign-in is refused, the portal says so on its own page and sends nothing back."),
            remedy(RemedyKind.CHECK_REDIRECT),
        )
    )


def _nowhere_to_answer(redirect_url: str) -> BxdeskError:
    return BxdeskError(
        Problem(
            "redirect_elsewhere",
            message("“Your handler path” is not on this computer: {address}", address=redirect_url or "–"),
            message("The browser's answer would not come here."),
            remedy(RemedyKind.REDIRECT_HERE, address=DEFAULT_REDIRECT),
        )
    )


def _first(group: ExceptionGroup[Exception]) -> Exception:
    """The error a person should see of several that ended together."""
    mine, _ = group.split(BxdeskError)
    error: Exception = mine if mine is not None else group
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return error


async def open_listener(address: LoopbackAddress) -> MultiListener[anyio.abc.SocketStream]:
    """Binds the port. Raises BxdeskError when it is taken or may not be used."""
    try:
        return await listen(address.host, address.port)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        raise BxdeskError(
            Problem(
                "port_taken" if taken else "port_refused",
                message("Port {port} of this computer cannot be used.", port=address.port),
                message("Another program, or another sign-in, uses it already.")
                if taken
                else message("The system says: {reason}.", reason=error.strerror or error.errno),
                remedy(RemedyKind.CHOOSE_PORT),
            )
        ) from None
