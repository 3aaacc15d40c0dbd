"""OAuth 2.0 as a portal does it: the address to open, a code for tokens, a refresh for new ones.

The authorize page reads ``client_id`` and ``state`` only; the redirect address is the one in the app's card. The client
secret goes to the authorization server and never to the portal, and only to the two public servers or to one that
the person entered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

import httpx
from pydantic_core import core_schema

from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.listener import SILENT, Listener
from bxdesk.messages import message
from bxdesk.portal.address import require_private_address
from bxdesk.portal.answers import body_of, error_in, read
from bxdesk.portal.errors import portal_error
from bxdesk.portal.http import transport_errors
from bxdesk.portal.php import NUMBER, TEXT
from bxdesk.portal.transport import listener_extension
from bxdesk.support.shapes import Shape, after, optional, record, required


def _as_folder(address: str) -> str:
    return f"{address}/" if address and not address.endswith("/") else address


@dataclass(frozen=True, slots=True)
class TokenReply:
    """What the authorization server answers. Its ``repr`` shows no token."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    client_endpoint: str
    member_id: str
    user_id: int


_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_TOKEN = core_schema.chain_schema([TEXT, core_schema.str_schema(min_length=1)])
REPLY: Shape[TokenReply] = Shape(
    record(
        TokenReply,
        access_token=required(_TOKEN),
        refresh_token=required(_TOKEN),
        client_endpoint=optional(after(TEXT, _as_folder), ""),
        member_id=optional(TEXT, ""),
        user_id=optional(NUMBER, 0),
    )
)


def _encoded(form: dict[str, str]) -> str:
    """As a form is sent. Half a character, which a terminal or a clipboard may hand over, is none."""
    return urlencode(form, errors="replace")


def authorize_address(portal: str, client_id: str, state: str) -> str:
    """The page on the portal where the person allows the app."""
    return f"{portal}/oauth/authorize/?{_encoded({'client_id': client_id, 'state': state})}"


async def exchange_code(
    http: httpx.AsyncClient, server: str, client_id: str, client_secret: str, code: str
) -> TokenReply:
    """The first tokens for a code. A code is good once and for 30 seconds."""
    return await _ask(
        http,
        server,
        {
            "grant_type": "authorization_code",
            "client_id": client_id,
            "client_secret": client_secret,
            "code": code,
        },
    )


async def refresh_tokens(
    http: httpx.AsyncClient,
    server: str,
    client_id: str,
    client_secret: str,
    refresh_token: str,
    listener: Listener = SILENT,
) -> TokenReply:
    """A new pair of tokens; the old pair is dead from then on."""
    return await _ask(
        http,
        server,
        {
            "grant_type": "refresh_token",
            "client_id": client_id,
            "client_secret": client_secret,
            "refresh_token": refresh_token,
        },
        listener,
    )


async def _ask(http: httpx.AsyncClient, server: str, form: dict[str, str], listener: Listener = SILENT) -> TokenReply:
    require_private_address(server)
    host = urlsplit(server).netloc
    with transport_errors(host):
        # A form keeps the secret out of addresses and of proxies' logs.
        content, extensions = _encoded(form), listener_extension(listener)
        response = await http.post(f"{server}/oauth/token/", content=content, headers=_FORM, extensions=extensions)
    body = body_of(response, host)
    error = error_in(body)
    if error is not None:
        raise _code_error(*error) if form["grant_type"] == "authorization_code" else portal_error(*error)
    return read(REPLY, body, host)


def _code_error(code: str, description: str) -> BxdeskError:
    """Errors that mean something else while a code is exchanged than in a running session."""
    if code.upper() in ("EXPIRED_TOKEN", "INVALID_GRANT"):
        return BxdeskError(
            Problem(
                "code_expired",
                message("The sign-in code is no longer good."),
                message("A code works once, and for 30 seconds."),
                remedy(RemedyKind.SIGN_IN_AGAIN),
            )
        )
    return portal_error(code, description)
