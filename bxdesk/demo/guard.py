"""Stands before both web sites: who is asked for, how much may come in, and that no other site frames a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from .state import PortalState

_LARGEST = 8 * 1024 * 1024
_LONGEST_PATH = 2_000
_UNFRAMED = {"X-Frame-Options": "DENY", "Content-Security-Policy": "frame-ancestors 'none'"}


class Guard:
    """An application behind these checks."""

    def __init__(self, app: ASGIApp, state: PortalState) -> None:
        self._app = app
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or refuses it."""
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["path"], headers)
        if refusal is not None:
            await refusal(scope, receive, send)
            return

        async def unframed(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                is_page = answer.get("content-type", "").startswith("text/html")
                if is_page and "content-security-policy" not in answer:
                    answer.update(_UNFRAMED)
            await send(message)

        await self._app(scope, receive, unframed)

    def _refusal(self, path: str, headers: Headers) -> PlainTextResponse | None:
        # A name of its own that a web page gives to this computer's address is none of these.
        if _host(headers.get("host", "")) not in self._names():
            return PlainTextResponse("This is not the host that was asked for.", 421)
        if len(path) > _LONGEST_PATH:
            return PlainTextResponse("The address is too long.", 414)
        # Without a length stands what comes in pieces; nobody has a reason to send that here.
        if "transfer-encoding" in headers or int(headers.get("content-length", "0")[:20]) > _LARGEST:
            return PlainTextResponse("The body is too large.", 413)
        return None

    def _names(self) -> set[str]:
        settings, state = self._state.settings, self._state
        origins = (state.portal_origin, state.authorization_origin)
        own = {_host(origin.partition("://")[2]) for origin in origins}
        return own | {"127.0.0.1", "localhost", settings.portal_name.lower(), settings.authorization_name.lower()}


def _host(netloc: str) -> str:
    return netloc.rpartition("@")[2].partition(":")[0].lower()
