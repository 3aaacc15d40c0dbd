"""What a person does on *Developer resources*: creates an application, changes its card, reinstalls and deletes it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.routing import Route

from . import card_pages, installation, pages, php
from .apps import Card
from .authorization import EXPIRED
from .incoming import SecretSentToPortalError, read
from .placements import PERMISSIONS
from .state import ServedRequest
from .widgets import application_call, install_call

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from .apps import App
    from .php import PhpArray
    from .state import PortalState

_NO_RIGHT = ("Access denied", "You have no right to create applications. An administrator can grant it to you.")
_LONGEST = 1000


class CardError(Exception):
    """A card cannot be saved as it is; the text says why."""


class Devops:
    """Answers on *Developer resources*, and where an application's installation is finished."""

    def __init__(self, state: PortalState) -> None:
        self._state = state

    def routes(self) -> list[Route]:
        """The addresses of the section and of the applications' cards."""
        return [
            *(Route(path, self._section) for path in (card_pages.SECTION, card_pages.LIST)),
            Route(f"{card_pages.CARD}{{number:int}}/", self._card, methods=["GET", "POST"]),
            Route("/app/{number:int}/", self._application),
            Route("/app/{number:int}/finish/", self._finish, methods=["POST"]),
        ]

    @property
    def _form(self) -> card_pages.Form:
        return card_pages.OLDER if self._state.settings.older_card else card_pages.TODAY

    async def _section(self, request: Request) -> Response:
        self._record(request)
        state = self._state
        with state.lock:
            return HTMLResponse(
                card_pages.section(self._form, list(state.apps), may_create=state.settings.may_create_apps)
            )

    async def _card(self, request: Request) -> Response:
        """An app's card; number 0 is the empty one of an app that is to be created."""
        self._record(request)
        state, number = self._state, request.path_params["number"]
        app = state.apps.find(number)
        if app is None and number:
            return HTMLResponse(pages.message("Not found", "There is no such application."), 404)
        if not state.settings.may_create_apps:
            return HTMLResponse(pages.message(*_NO_RIGHT), 403)
        if request.method == "GET":
            filled = app.card if app else self._empty_card()
            return HTMLResponse(card_pages.card(self._form, filled, app, state.session_id))
        try:
            fields = (await read(request, state)).params
        except SecretSentToPortalError:
            return HTMLResponse(pages.message("Bad request", "The app's secret does not belong here."), 400)
        if not state.is_own_form(fields):
            return HTMLResponse(pages.message(*EXPIRED), 403)
        return await self._acted(app, fields)

    async def _acted(self, app: App | None, fields: PhpArray) -> Response:
        """Does what the pressed button says."""
        action, state = php.string(fields.get("action")), self._state
        if app and action == "delete":
            state.delete_app(app.id)
            return RedirectResponse(card_pages.SECTION, 303)
        if app and action == "reinstall":
            with state.lock:
                installation.reinstall(state, app)
            return await self._installed(app)
        filled = self._filled(fields)
        try:
            _check(filled, php.string(fields.get("kind")))
        except CardError as error:
            return HTMLResponse(card_pages.card(self._form, filled, app, state.session_id, str(error)), 400)
        with state.lock:
            if app:
                app.card = filled
                return RedirectResponse(f"{card_pages.CARD}{app.id}/", 303)
            app = state.apps.create(filled)
        return await self._installed(app)

    async def _installed(self, app: App) -> Response:
        """Where a person lands when an app was created or reinstalled, after its installation path was called."""
        if app.in_install_mode:
            return RedirectResponse(f"/app/{app.id}/", 303)
        if app.card.api_only and app.card.install_path:
            with self._state.lock:
                event = installation.install_event(self._state, app)
            app.event_sent = await asyncio.to_thread(installation.send_event, app.card.install_path, event)
        return RedirectResponse(f"{card_pages.CARD}{app.id}/", 303)

    def _empty_card(self) -> Card:
        """Nothing is typed, ticked or selected on it."""
        return Card(handler_path="", completes_itself=not self._form.ticked_completes_itself, permissions=frozenset())

    def _filled(self, fields: PhpArray) -> Card:
        permissions = fields.get("permissions")
        names = {php.string(name) for name in permissions.values()} if isinstance(permissions, dict) else set()
        ticked = php.string(fields.get("box")) == "Y"
        script_only = ticked and not self._form.ticked_completes_itself
        return Card(
            handler_path=php.trim(fields.get("handler_path")),
            install_path=php.trim(fields.get("install_path")),
            menu_text="" if script_only else php.trim(fields.get("menu_text")),
            completes_itself=ticked is self._form.ticked_completes_itself,
            permissions=frozenset(name for name in PERMISSIONS if name in names),
        )

    async def _application(self, request: Request) -> Response:
        """The application opened in the portal: its installation page as long as that is to be shown."""
        self._record(request)
        state, app = self._state, self._state.apps.find(request.path_params["number"])
        options = dict(request.query_params)
        # What stands in the query comes from a widget, and every app has one.
        if app is None or (app.card.api_only and not options):
            return HTMLResponse(pages.message("Not found", "There is no such application here."), 404)
        with state.lock:
            if app.in_install_mode:
                call = install_call(state, app, app.card.install_path)
                finish = f"/app/{app.id}/finish/?sessid={state.session_id}"
            else:
                call, finish = application_call(state, app, options), ""
            return HTMLResponse(pages.application(app, call, admin=state.settings.admin, finish=finish))

    async def _finish(self, request: Request) -> Response:
        """`installFinish`, as the portal's own page around an application's frame passes it on."""
        self._record(request)
        state = self._state
        fields = php.parse_str(request.scope["query_string"]) | php.parse_str(await request.body())
        app = state.apps.find(request.path_params["number"])
        if app is None or not state.is_own_form(fields):
            return JSONResponse({"finished": False}, 403)
        with state.lock:
            return JSONResponse({"finished": installation.finish(app)})

    def _record(self, request: Request) -> None:
        served = ServedRequest(server="portal", http_method=request.method, path=request.url.path, call="")
        with self._state.lock:
            self._state.requests.append(served)


def _check(filled: Card, kind: str) -> None:
    if kind != "server":
        raise CardError("This demo portal has applications of the kind Server only.")
    if not filled.handler_path:
        raise CardError("Fill in “Your handler path”.")
    if max(len(filled.handler_path), len(filled.install_path), len(filled.menu_text)) > _LONGEST:
        raise CardError("A path has 1000 characters at most.")
    if not filled.permissions:
        raise CardError("Select at least one permission.")
