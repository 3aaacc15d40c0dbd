"""The two web sites: the portal's and the authorization server's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.routing import Route

from .authorization import Authorization
from .control import Control
from .devops import Devops
from .guard import Guard
from .rest import Rest
from .views import Views

if TYPE_CHECKING:
    from starlette.requests import Request

    from .state import PortalState
    from .wire import Exchange

# A handler's page calls REST from its own origin. Tokens say who calls, so any page may try.
_FROM_HANDLERS = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"], allow_headers=["*"])
_ANY = ["GET", "POST", "PUT", "PATCH", "DELETE"]


def build_sites(state: PortalState, exchange: Exchange) -> tuple[Guard, Guard]:
    """The portal's application and the authorization server's."""
    authorization, rest = Authorization(state, exchange), Rest(state, exchange)
    portal = Starlette(
        routes=[
            *Control(state).routes(),
            *Devops(state).routes(),
            Route("/oauth/authorize/", authorization.authorize, methods=["GET", "POST"]),
            Route("/oauth/authorize", authorization.authorize, methods=["GET", "POST"]),
            Route("/rest/{path:path}", rest.endpoint, methods=["GET", "POST", "OPTIONS"], middleware=[_FROM_HANDLERS]),
            *Views(state).routes(),
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
    return Guard(portal, state), Guard(server, state)


async def _gone(request: Request, error: Exception) -> Response:
    """A client that was killed in the middle of its request gets no answer, and is no fault of the portal's."""
    del request, error
    return Response(status_code=400)
