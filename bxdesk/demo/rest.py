"""The REST entrance: `/rest/<method>`, with or without `.json`, called by POST (JSON or a form) or GET."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, RedirectResponse

from . import php
from .apps import Caller
from .batch import Batch, commands, split
from .clock import time_block
from .custom_types import Listed
from .errors import PortalError
from .incoming import SecretSentToPortalError, read
from .methods import call
from .state import ServedRequest
from .wire import Answer, Work

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from .incoming import Incoming
    from .state import PortalState
    from .wire import Exchange


class Rest:
    """Answers REST calls out of the portal's state."""

    def __init__(self, state: PortalState, exchange: Exchange) -> None:
        self._state = state
        self._exchange = exchange

    async def endpoint(self, request: Request) -> Response:
        """Answers one REST request, as form or JSON; an error is an answer with a code of its own."""
        state = self._state
        method, webhook = _method(request.path_params["path"])
        try:
            incoming = await read(request, state)
        except SecretSentToPortalError:
            self._record(request, method, "none", ())
            return JSONResponse({"error": "SECRET_SENT_TO_PORTAL", "error_description": "Keep it to yourself."}, 400)
        inner = _inner_methods(incoming) if method == "batch" else ()
        self._record(request, method, incoming.token_in, inner)
        moved = state.portal_origin.partition("://")[2]
        if request.headers.get("host", "").lower() != moved.lower() and state.renamed:
            return RedirectResponse(str(request.url.replace(netloc=moved)), 302)
        address = request.client.host if request.client else ""

        def do() -> Answer:
            return self._answer(method, incoming, address, webhook=webhook)

        return await self._exchange.answer(request, Work((method,), inner, do, self._refused))

    def _record(self, request: Request, method: str, token_in: str, inner: tuple[str, ...]) -> None:
        served = ServedRequest(
            server="portal",
            http_method=request.method,
            path=f"/rest/{method}",
            call=method,
            token_in=token_in,
            commands=inner,
        )
        with self._state.lock:
            self._state.requests.append(served)

    def _answer(self, method: str, incoming: Incoming, address: str, *, webhook: bool) -> Answer:
        state, start = self._state, self._state.clock.now()
        try:
            state.limits.pour(state.settings, address)
            caller = self._authorize(incoming.token, webhook=webhook)
            if method == "batch":
                batch = Batch(
                    state, lambda name: time_block(state, name, start), lambda: self._authorize(incoming.token)
                )
                result: Any = batch.run(incoming.params)
            else:
                result = call(state, caller, method, incoming.params)
        except PortalError as error:
            if error.code == "OPERATION_TIME_LIMIT":
                error.extra.setdefault("time", time_block(state, method, start))
            return self._refused(error)
        payload = {"result": result.result if isinstance(result, Listed) else result}
        if isinstance(result, Listed):
            payload |= {"next": result.next} if result.next is not None else {}
            payload["total"] = result.total
        return Answer(php.to_json(payload | {"time": time_block(state, method, start)}))

    def _authorize(self, token: str, *, webhook: bool = False) -> Caller:
        if webhook:
            raise PortalError("WRONG_AUTH_TYPE")
        if not token:
            raise PortalError("NO_AUTH_FOUND")
        pair = self._state.tokens.check(token)
        app = self._state.apps.find(pair.app_id)
        if app is None:
            raise PortalError("APPLICATION_NOT_FOUND")
        if self._state.settings.without_rest:
            raise PortalError("ACCESS_DENIED", "REST API is available only on commercial plans.")
        if self._state.settings.closed_to_user:
            raise PortalError("user_access_error")
        return Caller(app, pair.permissions & app.card.permissions)

    def _refused(self, error: PortalError) -> Answer:
        settings, payload = self._state.settings, error.payload()
        if settings.object_errors:
            payload = {"error": {"code": error.code, "message": error.description, **error.extra}}
        return Answer(php.to_json(payload), 200 if settings.always_200 else error.status)


def _method(path: str) -> tuple[str, bool]:
    """The method's name in lower case, and whether it was called through a webhook's path."""
    parts = path.strip("/").split("/")
    return parts[-1].lower().removesuffix(".json"), len(parts) > 1


def _inner_methods(incoming: Incoming) -> tuple[str, ...]:
    return tuple(split(command)[0] for command in commands(incoming.params).values() if isinstance(command, str))
