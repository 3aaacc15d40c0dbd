"""The two web sites: the portal's and the authorization server's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from . import pages
from .authorization import Authorization
from .contents import APP_NAME
from .control import Control
from .devops import Devops
from .incoming import SecretSentToPortalError, read
from .placements import PERMISSIONS
from .rest import Rest
from .state import ServedRequest
from .widgets import widget_call

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from .state import PortalState
    from .wire import Exchange

_ANY = ["GET", "POST", "PUT", "PATCH", "DELETE"]


class _Pages:
    """The portal's pages besides the sign-in."""

    def __init__(self, state: PortalState) -> None:
        self._state = state

    async def overview(self, request: Request) -> Response:
        """What stands on the portal."""
        return await self._shown(request, self._overview, 200)

    async def widget(self, request: Request) -> Response:
        """One widget, in a frame: what its handler gets and gives."""
        rows = {row.id: row for row in self._state.rows}
        row = rows.get(request.path_params["number"])
        if row is None:
            return await self.nothing(request)
        call = widget_call(self._state, row, request.query_params.get("item", "1"))
        return await self._shown(request, lambda: pages.widget(row, call), 200)

    async def nothing(self, request: Request) -> Response:
        """Any other address."""
        return await self._shown(request, lambda: pages.message("Not found", "There is no such page here."), 404)

    async def _shown(self, request: Request, page: Callable[[], str], status: int) -> Response:
        state = self._state
        with state.lock:
            state.requests.append(
                ServedRequest(server="portal", http_method=request.method, path=request.url.path, call="")
            )
        try:
            await read(request, state)
        except SecretSentToPortalError:
            return HTMLResponse(pages.message("Bad request", "The app's secret does not belong here."), 400)
        with state.lock:
            return HTMLResponse(page(), status)

    def _overview(self) -> str:
        state, settings = self._state, self._state.settings
        facts = [f"The application is called {APP_NAME}."]
        if not state.apps.first.installed:
            facts.append("It is not fully installed, so its widgets stay hidden.")
        if not settings.admin:
            facts.append("The person signed in is not an administrator.")
        if missing := [name for name in PERMISSIONS if name not in state.apps.first.card.permissions]:
            facts.append(f"Its card lacks these permissions: {', '.join(missing)}.")
        return pages.overview(state.rows, state.types, facts)


def build_sites(state: PortalState, exchange: Exchange) -> tuple[Starlette, Starlette]:
    """The portal's application and the authorization server's."""
    authorization, rest, shown = Authorization(state, exchange), Rest(state, exchange), _Pages(state)
    portal = Starlette(
        routes=[
            *Control(state).routes(),
            *Devops(state).routes(),
            Route("/", shown.overview),
            Route("/widgets/{number:int}", shown.widget),
            Route("/oauth/authorize/", authorization.authorize, methods=["GET", "POST"]),
            Route("/oauth/authorize", authorization.authorize, methods=["GET", "POST"]),
            Route("/rest/{path:path}", rest.endpoint, methods=["GET", "POST"]),
            Route("/{path:path}", shown.nothing, methods=_ANY),
        ],
        exception_handlers={ClientDisconnect: _gone},
    )
    server = Starlette(
        routes=[
            Route("/oauth/token/", authorization.token, methods=["GET", "POST"]),
            Route("/oauth/token", authorization.token, methods=["GET", "POST"]),
            Route("/rest/app.info/", authorization.app_info, methods=["GET", "POST"]),
            Route("/{path:path}", authorization.nothing, methods=_ANY),
        ],
        exception_handlers={ClientDisconnect: _gone},
    )
    return portal, server


async def _gone(request: Request, error: Exception) -> Response:
    """A client that was killed in the middle of its request gets no answer, and is no fault of the portal's."""
    del request, error
    return Response(status_code=400)
