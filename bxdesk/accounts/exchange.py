"""An answer to a sign-in, exchanged for a session: the tokens, whose they are, and who signed in."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.reply import HandedTokens, ReplyError, SignInReply
from bxdesk.accounts.request import SignInRequest
from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.listener import Listener
from bxdesk.messages import message
from bxdesk.placements.snapshot import AppInfo, PortalUser
from bxdesk.portal.address import PortalAddress, named_address
from bxdesk.portal.answers import read
from bxdesk.portal.auth import TokenAuth
from bxdesk.portal.authorization_server import trusted_server
from bxdesk.portal.errors import SessionEndedError
from bxdesk.portal.oauth import TokenReply, exchange_code, refresh_tokens
from bxdesk.portal.rest import Command, RestClient
from bxdesk.portal.results import APP, PROFILE

_NO_LONGER_GOOD = ("code_expired", "session_ended")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A connection, and the secrets that belong to it."""

    connection: Connection
    keys: Keys
    installed: bool
    """Whether the app's installation was complete when the session began."""


async def exchange(http: httpx.AsyncClient, request: SignInRequest, reply: SignInReply | HandedTokens) -> SignedIn:
    """The session that an answer is good for.

    Raises ReplyError when it is good for none and another answer may be, any other BxdeskError when none will be: wrong
    keys, no network.
    """
    server = _server(request, reply)
    _log.info("%s: asking for the session's keys", urlsplit(server).netloc)
    tokens = await _tokens(http, server, request, reply)
    portal = _portal_of(request, reply, tokens)
    endpoint = portal.endpoint(tokens.client_endpoint)
    app, user = await _who(http, endpoint, tokens.access_token)
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
    keys = Keys(request.client_secret, tokens.access_token, tokens.refresh_token)
    return SignedIn(connection, keys, app.installed)


def _server(request: SignInRequest, reply: SignInReply | HandedTokens) -> str:
    try:
        return trusted_server(request.portal, reply.server_domain, request.authorization_server)
    except BxdeskError as error:
        raise ReplyError(error.problem) from None


async def _tokens(
    http: httpx.AsyncClient, server: str, request: SignInRequest, reply: SignInReply | HandedTokens
) -> TokenReply:
    try:
        if isinstance(reply, SignInReply):
            return await exchange_code(http, server, request.client_id, request.client_secret, reply.code)
        # Refreshed at once: that proves the app's keys, and leaves the widget's own session alone.
        return await refresh_tokens(http, server, request.client_id, request.client_secret, reply.refresh_token)
    except BxdeskError as error:
        if error.problem.code in _NO_LONGER_GOOD:
            raise ReplyError(error.problem) from None
        raise


async def _who(http: httpx.AsyncClient, endpoint: str, access_token: str) -> tuple[AppInfo, PortalUser]:
    """Asks the portal whether it knows the app, and who is signed in."""
    client = RestClient(http, endpoint, TokenAuth(access_token, _no_refresh))
    app, profile = await client.batch([Command("app.info"), Command("profile")], reading=True)
    return read(APP, app.value(), client.host), read(PROFILE, profile.value(), client.host)


async def _no_refresh(used: str, listener: Listener) -> str:
    """A token that is seconds old and already refused will not get better."""
    del used, listener
    raise SessionEndedError(
        Problem(
            "token_refused",
            message("The portal does not take the key that it has just given."),
            remedy=remedy(RemedyKind.SIGN_IN_AGAIN),
        )
    )


def _portal_of(request: SignInRequest, reply: SignInReply | HandedTokens, tokens: TokenReply) -> PortalAddress:
    """Where the portal is that answered. Raises BxdeskError when it is not the one that was asked.

    Its ``member_id`` says which it is. How it calls itself says little: behind a proxy it knows neither its own scheme
    nor its port, so it stays where it was found. A portal that is known already may have been renamed. What the
    authorization server says nobody can forge; what the browser brought, anybody who has seen the state.
    """
    found = PortalAddress.parse(request.portal)
    named = named_address(tokens.client_endpoint) or found
    member = tokens.member_id or reply.member_id
    if not member:
        raise BxdeskError(
            Problem(
                "other_portal",
                message("{portal} does not say which portal it is.", portal=found.netloc),
                message("Its answer has no member_id."),
                message("Sign in again. If this is said again, tell the portal's support."),
            )
        )
    if named.host != found.host and request.member_id != member:
        raise BxdeskError(
            Problem(
                "other_portal",
                message("Another portal answered: {portal}.", portal=named.netloc),
                message("You asked for {portal}.", portal=found.netloc),
                message("Check the address, and sign in with the one that the portal really has."),
            )
        )
    if request.member_id not in ("", member):
        raise BxdeskError(_other_member(found.netloc, request.member_id, member))
    if reply.member_id not in ("", member):
        raise ReplyError(_other_member(found.netloc, member, reply.member_id))
    return found if named.host == found.host else named.over_https()


def _other_member(portal: str, wanted: str, found: str) -> Problem:
    return Problem(
        "other_portal",
        message("Another portal answers at {portal} now.", portal=portal),
        message("Its identity (member_id) is {found}, and not {wanted}.", found=found, wanted=wanted),
        message("If it was set up anew or restored from a copy, forget the connection, then connect it anew."),
    )
