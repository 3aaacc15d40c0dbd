"""The portal's pages besides the sign-in, and what they are made of: what a person sees of an app's widgets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from bxdesk.support.resources import resource

from . import pages, place_pages, places
from .incoming import SecretSentToPortalError, read
from .placements import PERMISSIONS
from .places import find_place
from .reader import language_of, title_in
from .sample_handler import PATH as SAMPLE_HANDLER
from .sample_handler import received
from .state import ServedRequest
from .widgets import NOTICE_TEXTS, widget_call

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.requests import Request

    from .apps import App
    from .contents import Row
    from .state import PortalState


_FILES = {
    "/bitrix/portal.css": "portal.css",
    "/bitrix/frame.js": "frame.js",
    "/bitrix/layout.js": "layout.js",
    "/api/v1/": "bx24.js",
}
"""Style and scripts. The last stands where the official host has the script that handlers include."""
# Not asked of the computer: what it takes a script for may be something that a browser does not run.
_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript"}
_EVERYTHING = ["GET", "POST", "PUT", "PATCH", "DELETE"]


class Views:
    """Answers with pages, out of the portal's state."""

    def __init__(self, state: PortalState) -> None:
        self._state = state

    def routes(self) -> list[Route]:
        """The addresses, to be put behind all others: the last one takes whatever is left."""
        return [
            Route("/", self._overview),
            Route("/widgets/{number:int}", self._widget),
            Route("/contact_center/", self._contact_center),
            Route(SAMPLE_HANDLER, self._sample_handler, methods=["GET", "POST"]),
            *(Route(path, _file) for path in _FILES),
            Route("/{path:path}", self._place, methods=_EVERYTHING),
        ]

    async def _overview(self, request: Request) -> Response:
        """What stands on the portal."""
        state = self._state

        def page() -> str:
            rows = [(row, hidden_because(state, row)) for row in state.rows]
            handler, menu = f"{state.portal_origin}{SAMPLE_HANDLER}", self._menu(language_of(request))
            return pages.overview(rows, state.types, self._facts(), handler, menu)

        return await self._shown(request, page)

    async def _widget(self, request: Request) -> Response:
        """One widget, where a person opens it: `item` is the number of the CRM item, 0 on a card that is not saved."""
        state = self._state
        row = next((row for row in state.rows if row.id == request.path_params["number"]), None)
        if row is None:
            return await self._nothing(request)
        item, language = request.query_params.get("item", "1"), language_of(request)

        def page() -> str:
            if reason := hidden_because(state, row):
                return pages.message("Nothing to see", reason)
            call = widget_call(state, row, item, language)
            return pages.widget(row, title_in(language, row), call, admin=state.settings.admin)

        return await self._shown(request, page)

    async def _contact_center(self, request: Request) -> Response:
        """The tiles of the Contact Center."""
        language = language_of(request)
        tile = re.compile("CONTACT_CENTER")
        return await self._shown(
            request, lambda: place_pages.contact_center(self._seen(tile, language), self._menu(language))
        )

    async def _place(self, request: Request) -> Response:
        """A list, a card or another page with places for widgets; any other address is none."""
        place, language = find_place(request.url.path, self._state.types), language_of(request)
        if place is None or request.method != "GET":
            return await self._nothing(request)

        def page() -> str:
            parts = [(part.name, self._seen(part.codes, language)) for part in place.parts]
            notices = [row for _, widgets in parts for row, _ in widgets if self._notice(row, place.item)]
            return place_pages.place(place, parts, notices, self._menu(language))

        return await self._shown(request, page)

    async def _sample_handler(self, request: Request) -> Response:
        """A handler that stands on no other site: it shows the call."""
        try:
            return received((await read(request, self._state)).params)
        except SecretSentToPortalError:
            return HTMLResponse(pages.message("Bad request", "The app's secret does not belong here."), 400)

    async def _nothing(self, request: Request) -> Response:
        """Any other address."""
        return await self._shown(request, lambda: pages.message("Not found", "There is no such page here."), 404)

    async def _shown(self, request: Request, page: Callable[[], str], status: int = 200) -> Response:
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

    def _seen(self, codes: re.Pattern[str], language: str) -> list[tuple[Row, str]]:
        """What people see at these places, with its titles."""
        rows = [row for row in self._state.rows if codes.fullmatch(row.placement)]
        return [(row, title_in(language, row)) for row in rows if not hidden_because(self._state, row)]

    def _menu(self, language: str) -> str:
        return place_pages.menu(places.MENU, self._seen(re.compile("LEFT_MENU"), language))

    def _notice(self, row: Row, item: str) -> bool:
        """Whether the notice of a new widget is shown: both texts are there, the card exists, nobody saw it yet."""
        seen = self._state.notices_seen
        if row.id in seen or item in {"", "0"} or not all(row.options.get(name) for name in NOTICE_TEXTS):
            return False
        seen.add(row.id)
        return True

    def _facts(self) -> list[str]:
        return [
            *(fact for app in self._state.apps for fact in _about(app)),
            *(() if self._state.settings.admin else ("The person signed in is not an administrator.",)),
        ]


def _about(app: App) -> Iterator[str]:
    """What is to be known of an application to understand what is seen of it."""
    yield f"There is the application {app.name}."
    if not app.installed:
        yield "It is not fully installed, so its widgets stay hidden."
    if missing := [name for name in PERMISSIONS if name not in app.card.permissions]:
        yield f"Its card lacks these permissions: {', '.join(missing)}."


async def _file(request: Request) -> Response:
    path = resource("demo", _FILES[request.url.path])
    return FileResponse(path, media_type=_MEDIA_TYPES[path.suffix])


_OF_A_TYPE = re.compile(r"CRM_DYNAMIC_(\d+)_([A-Z_]+)")
_SWITCHES = {
    "ROBOT_DESIGNER_TOOLBAR": "isAutomationEnabled",
    "DOCUMENTGENERATOR_BUTTON": "isDocumentsEnabled",
    "FUNNELS_TOOLBAR": "isCategoriesEnabled",
}
"""The places that a type has only while something is switched on."""


def hidden_because(state: PortalState, row: Row) -> str:
    """A sentence, or "" for a widget that is seen."""
    app = state.apps.find(row.app_id)
    if app is None or not app.installed:
        return "The application is not fully installed: its widgets are hidden."
    if state.settings.closed_to_user:
        return "The application is closed to you: its widgets are hidden."
    placement = state.placement(row.placement)
    if placement is None or placement.permission not in {"", *app.card.permissions}:
        return "The application lacks the permission for this place."
    if (match := _OF_A_TYPE.fullmatch(row.placement)) and match[2] in _SWITCHES:
        kind = state.type_numbers[int(match[1])]
        if _SWITCHES[match[2]] in kind.switched_off:
            return f"This place is switched off for “{kind.title}”."
    if state.settings.one_tile_per_app and row.placement == "CONTACT_CENTER":
        last = max(tile.id for tile in state.rows if (tile.app_id, tile.placement) == (row.app_id, row.placement))
        if row.id != last:
            return "Another tile of the same application stands in its place."
    return ""
