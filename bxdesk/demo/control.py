"""The demo portal's own entrance, over HTTP, for whoever runs it as a program: `/demo/…` on the portal's address.

====================  =====================================================================================
POST /demo/faults     plants the fault in the JSON body: `{"kind": "lost", "method": "placement.bind"}`;
                      `bxdesk.demo.faults` lists kinds and fields
GET /demo/faults      the faults that have not happened yet
DELETE /demo/faults   takes them back, and releases what hangs
POST /demo/release    releases what hangs
GET /demo/requests    the requests served; DELETE forgets them
GET /demo/state       settings, apps, bindings, custom types, how many requests carried the app's secret
POST /demo/settings   changes settings: `{"installed": false, "missing_scopes": ["crm"], "latency": 0.15}`
POST /demo/clock      `{"forward": 3600}` moves the portal's clock
POST /demo/tokens     `{"expire": true}`: access tokens run out; `{"forget": true}`: they are unknown from now on;
                      `{"revoke": true}`: everybody is signed out
POST /demo/types      `{"title": "Claim", "entityTypeId": 1050}` adds a custom type (the number may be left out)
====================  =====================================================================================

Only loopback is answered. Bodies are JSON and say so in their content type, which keeps other web pages out.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field
from starlette.responses import JSONResponse
from starlette.routing import Route

from . import bind, php
from .faults import Fault
from .json_body import checked, parse
from .settings import FIXED

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from .apps import App
    from .state import PortalState

_TEN_YEARS = 315_360_000
_SETS = frozenset({"missing_scopes", "missing_methods"})


@dataclass(frozen=True, slots=True)
class _Clock:
    forward: Annotated[float, Field(ge=0, le=_TEN_YEARS)]


@dataclass(frozen=True, slots=True)
class _Tokens:
    expire: bool = False
    forget: bool = False
    revoke: bool = False


@dataclass(frozen=True, slots=True)
class _Type:
    title: str
    entityTypeId: Annotated[int, Field(ge=1, lt=2**31)] | None = None  # noqa: N815 - the portal's name


class Control:
    """Looks at the portal's state and changes it on request."""

    def __init__(self, state: PortalState) -> None:
        self._state = state

    def routes(self) -> list[Route]:
        """The addresses, to be put before the portal's own."""
        table: tuple[tuple[str, str, Callable[[dict[str, Any]], object]], ...] = (
            ("POST", "faults", self._plant),
            ("GET", "faults", lambda _: [asdict(fault) for fault in self._state.faults.planted()]),
            ("DELETE", "faults", lambda _: self._state.faults.clear()),
            ("POST", "release", lambda _: self._state.faults.release()),
            ("GET", "requests", lambda _: [asdict(request) for request in self._state.requests]),
            ("DELETE", "requests", lambda _: self._state.requests.clear()),
            ("GET", "state", self._shown),
            ("POST", "settings", self._state.change),
            ("POST", "clock", self._clock),
            ("POST", "tokens", self._tokens),
            ("POST", "types", self._add_type),
        )
        return [Route(f"/demo/{name}", self._endpoint(do), methods=[method]) for method, name, do in table]

    def _endpoint(self, do: Callable[[dict[str, Any]], object]) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            if request.client is None or request.client.host != "127.0.0.1":
                return JSONResponse({"error": "only for this machine"}, 403)
            body: Any = {}
            if request.method == "POST":
                if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
                    return JSONResponse({"error": "the body must be application/json"}, 415)
                try:
                    body = parse(await request.body() or b"{}")
                except ValueError:
                    return JSONResponse({"error": "the body is not JSON"}, 400)
                if not isinstance(body, dict):
                    return JSONResponse({"error": "the body must be an object"}, 400)
            try:
                with self._state.lock:
                    return JSONResponse(do(body))
            except ValueError as error:
                return JSONResponse({"error": str(error)}, 400)

        return endpoint

    def _plant(self, body: dict[str, Any]) -> None:
        self._state.faults.plant(checked(Fault, body))

    def _shown(self, _body: dict[str, Any]) -> dict[str, Any]:
        state = self._state
        settings = {name: value for name, value in asdict(state.settings).items() if name not in FIXED}
        return {
            "settings": settings | {name: sorted(settings[name]) for name in _SETS},
            "apps": [_about(app) for app in state.apps],
            "bindings": [php.to_json(bind.shown(row)) for row in state.rows],
            "types": [asdict(item) for item in state.types],
            "secrets_refused": state.secrets_refused,
        }

    def _clock(self, body: dict[str, Any]) -> None:
        self._state.clock.forward(checked(_Clock, body).forward)

    def _tokens(self, body: dict[str, Any]) -> None:
        tokens, asked = self._state.tokens, checked(_Tokens, body)
        if asked.expire:
            tokens.expire_access()
        if asked.forget:
            tokens.forget_access()
        if asked.revoke:
            tokens.revoke()

    def _add_type(self, body: dict[str, Any]) -> dict[str, Any]:
        asked = checked(_Type, body)
        return asdict(self._state.add_type(asked.title, asked.entityTypeId))


def _about(app: App) -> dict[str, Any]:
    card = asdict(app.card) | {"permissions": app.scopes}
    return {"id": app.id, "client_id": app.client_id, "installed": app.installed, "card": card}
