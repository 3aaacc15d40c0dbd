"""OAuth 2.0 as the portal does it: the page that asks the person, and the token endpoint on another origin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse

from . import pages, php
from .clock import date, time_block
from .contents import USER
from .errors import PortalError
from .incoming import SecretSentToPortalError, read
from .state import ServedRequest
from .tokens import ACCESS_SECONDS
from .wire import Answer, Work

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from .apps import App
    from .php import PhpArray
    from .state import PortalState
    from .tokens import Pair
    from .wire import Exchange


EXPIRED = ("Please try again", "This form did not come from the page that it belongs to, or is out of date.")
"""Title and text of the page for a form without the portal's own token."""


class Authorization:
    """The pages and the token endpoint."""

    def __init__(self, state: PortalState, exchange: Exchange) -> None:
        self._state = state
        self._exchange = exchange

    async def authorize(self, request: Request) -> Response:
        """Asks, on GET; acts on the person's answer, on POST. What goes wrong is shown here: no redirect comes."""
        state = self._state
        self._record("portal", request, "")
        try:
            params = (await read(request, state)).params
        except SecretSentToPortalError:
            return HTMLResponse(pages.message("Bad request", "The app's secret does not belong here."), 400)
        # Only these two are read: redirect_uri, response_type, scope and PKCE are ignored.
        client_id, given_state = php.string(params.get("client_id")), php.string(params.get("state"))
        app = state.apps.of_client(client_id)
        if app is None:
            return HTMLResponse(pages.message("Application not found", "The portal knows no such application."), 404)
        if request.method == "GET":
            form = {"sessid": state.session_id, "client_id": client_id, "state": given_state}
            return HTMLResponse(pages.sign_in(self._user(), app.name, form))
        if not state.is_own_form(params):
            return HTMLResponse(pages.message(*EXPIRED), 403)
        if php.string(params.get("answer")) != "allow":
            text = f"You did not let {app.name} into the portal. You may close this page."
            return HTMLResponse(pages.message("Access denied", text))
        with state.lock:
            code = state.tokens.issue_code(app.id)
        if not app.card.handler_path:
            return HTMLResponse(pages.code(app.name, code))
        return RedirectResponse(callback(state, app, code, given_state), 302)

    async def token(self, request: Request) -> Response:
        """The token endpoint: arguments in the query (GET) or a form (POST)."""
        params = php.parse_str(request.scope["query_string"])
        if request.method == "POST":
            params |= php.parse_str(await request.body())
        grant = php.string(params.get("grant_type"))
        call = {"authorization_code": "oauth.exchange", "refresh_token": "oauth.refresh"}.get(grant, "oauth.token")
        self._record("authorization", request, call)

        def do() -> Answer:
            try:
                return Answer(token_reply(self._state, self._pair(grant, params)))
            except PortalError as error:
                return Answer(error.payload(), error.status)

        work = Work((call, "oauth.token"), (), do, lambda error: Answer(error.payload(), error.status))
        return await self._exchange.answer(request, work)

    async def app_info(self, request: Request) -> Response:
        """`app.info` as the authorization server answers it: whom a token belongs to, and where the app stands."""
        params = php.parse_str(request.scope["query_string"]) | php.parse_str(await request.body())
        self._record("authorization", request, "oauth.app.info")
        start = self._state.clock.now()

        def do() -> Answer:
            try:
                result = self._about(self._state.tokens.check(php.string(params.get("auth"))))
            except PortalError as error:
                return Answer(error.payload(), error.status)
            return Answer({"result": result, "time": time_block(self._state, "app.info", start)})

        work = Work(("oauth.app.info",), (), do, lambda error: Answer(error.payload(), error.status))
        return await self._exchange.answer(request, work)

    async def nothing(self, request: Request) -> Response:
        """Anything else on the authorization server."""
        self._record("authorization", request, "")
        return JSONResponse({"error": "invalid_request", "error_description": "Not found"}, 404)

    def _record(self, server: str, request: Request, call: str) -> None:
        served = ServedRequest(server=server, http_method=request.method, path=request.url.path, call=call)
        with self._state.lock:
            self._state.requests.append(served)

    def _user(self) -> str:
        return f"{USER['NAME']} {USER['LAST_NAME']}"

    def _pair(self, grant: str, params: PhpArray) -> Pair:
        state = self._state
        client_id, secret = php.string(params.get("client_id")), php.string(params.get("client_secret"))
        if grant not in {"authorization_code", "refresh_token"} or not client_id:
            raise PortalError("invalid_request")
        app = state.apps.of_client(client_id)
        if app is None:
            raise PortalError("WRONG_CLIENT")
        if secret != app.client_secret or (state.settings.not_installed_is_refused and not app.installed):
            raise PortalError("invalid_client")
        asked = php.string(params.get("scope")).replace(",", " ").split()
        if set(asked) - app.card.permissions:
            raise PortalError("invalid_scope")
        name = "code" if grant == "authorization_code" else "refresh_token"
        value = php.string(params.get(name))
        if not value:
            raise PortalError("invalid_request")
        if name == "code":
            state.tokens.use_code(value, app.id)
            return state.issue(app)
        return state.renew(app, state.tokens.use_refresh(value, app.id))

    def _about(self, pair: Pair) -> dict[str, Any]:
        state, app = self._state, self._state.apps.find(pair.app_id)
        if app is None:
            raise PortalError("APPLICATION_NOT_FOUND")
        scope = ",".join(app.scopes)
        return {
            "client_id": app.client_id,
            "scope": scope,
            "expires": date(pair.expires),
            "install": {
                "installed": app.installed,
                "version": "1",
                "status": "L",
                "scope": scope,
                "domain": _host(state.portal_origin),
                "uri": state.portal_origin,
                "client_endpoint": _endpoint(state),
                "member_id": state.member_id,
                "member_type": "main",
            },
            "user_id": int(USER["ID"]),
        }


def token_reply(state: PortalState, pair: Pair) -> dict[str, Any]:
    """What the token endpoint says about a pair."""
    settings, server = state.settings, state.authorization_origin
    reply: dict[str, Any] = {
        "access_token": pair.access,
        "expires": int(pair.expires),
        "expires_in": str(ACCESS_SECONDS) if settings.expires_in_as_text else ACCESS_SECONDS,
        "scope": "app",
        "domain": _host(state.portal_origin if settings.domain_is_portal else server),
        "server_endpoint": f"{server}/rest/",
        "status": "L",
        "client_endpoint": _endpoint(state),
        "member_id": state.member_id,
        "user_id": int(USER["ID"]),
        "refresh_token": pair.refresh,
    }
    if settings.omit_expires:
        del reply["expires"]
    return reply


def callback(state: PortalState, app: App, code: str, given_state: str) -> str:
    """The handler path on the app's card, with what the portal hands back in its query."""
    query = {
        "code": code,
        "state": given_state,
        "domain": _host(state.portal_origin),
        "member_id": state.member_id,
        "scope": ",".join(app.scopes),
        "server_domain": _host(state.authorization_origin),
    }
    address = app.card.handler_path
    return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"


def _endpoint(state: PortalState) -> str:
    return state.settings.client_endpoint or f"{state.portal_origin}/rest/"


def _host(origin: str) -> str:
    return origin.partition("://")[2]
