"""Who a request is from: a bearer token, refreshed when the portal says that it ran out."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Awaitable, Callable

import anyio
import httpx

from bxdesk.listener import Listener
from bxdesk.portal.address import require_private_address
from bxdesk.portal.answers import error_in, json_in
from bxdesk.portal.errors import RefusedError, SessionEndedError
from bxdesk.portal.transport import listener_of
from bxdesk.support.json_reading import JsonError

Refresh = Callable[[str, Listener], Awaitable[str]]
"""Takes the access token that ran out, returns the one to use from now on."""


_CURED_BY_A_NEW_TOKEN = ("EXPIRED_TOKEN", "INVALID_TOKEN", "AUTHORIZATION_ERROR", "APPLICATION_NOT_FOUND")
"""The session may go on after these: an official SDK refreshes on them as well."""


class TokenAuth(httpx.Auth):
    """Sends the access token, and repeats a request once after a refresh.

    The token travels in the ``Authorization`` header. Where a proxy strips it the portal answers ``NO_AUTH_FOUND``;
    from then on it travels as ``auth`` in the body, never in the address.
    """

    def __init__(self, access_token: str, refresh: Refresh) -> None:
        self._access_token = access_token
        self._refresh = refresh
        self._in_body = False
        self._refreshing = anyio.Lock()

    def use(self, access_token: str) -> None:
        """Sends this token from now on."""
        self._access_token = access_token

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """httpx's hook: yields what to send, is given what came back."""
        require_private_address(str(request.url))
        await request.aread()
        used = self._access_token
        response = yield self._signed(request, used)
        if await _code(response) == "NO_AUTH_FOUND" and not self._in_body:
            self._in_body = True
            response = yield self._signed(request, used)
        code = await _code(response)
        if code not in _CURED_BY_A_NEW_TOKEN:
            return
        try:
            async with self._refreshing:
                if self._access_token == used:
                    self._access_token = await self._refresh(used, listener_of(request))
        except (RefusedError, SessionEndedError):
            if code == "EXPIRED_TOKEN":
                raise
            return  # what the portal said tells more
        yield self._signed(request, self._access_token)

    def _signed(self, request: httpx.Request, token: str) -> httpx.Request:
        if not self._in_body and token.isascii() and token.isprintable():  # a header carries nothing else
            request.headers["Authorization"] = f"Bearer {token}"
            return request
        left_out = ("content-length", "authorization")
        headers = httpx.Headers({name: value for name, value in request.headers.items() if name not in left_out})
        content = json.dumps({**json.loads(request.content), "auth": token}).encode()
        return httpx.Request(
            request.method, request.url, headers=headers, content=content, extensions=request.extensions
        )


async def _code(response: httpx.Response) -> str:
    await response.aread()
    if b'"error"' not in response.content:
        return ""  # large answers are not read twice for nothing; every batch has a key "result_error"
    try:
        error = error_in(json_in(response.content))
    except JsonError:
        return ""
    return error[0].upper() if error else ""
