"""The demo portal as the rest of the world sees it: start it, look at it, change it, make it fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from . import bind, php
from .authorization import token_reply
from .contents import APP_NAME, USER, Row
from .faults import Fault
from .server import ServerThread, Site, listen, server_context
from .settings import DemoSettings
from .sites import build_sites
from .state import PortalState
from .wire import Exchange

if TYPE_CHECKING:
    from types import TracebackType

    from .contents import CustomType
    from .state import ServedRequest

_HTTPS_PORT = 443


class DemoPortal:
    """A Bitrix24 portal on loopback with its authorization server, each on a port of its own.

    Everything may be called from any thread, before, while and after it runs. Stopped and started again, it keeps
    its ports and what it holds: an outage.
    """

    app_name = APP_NAME
    user_name = f"{USER['NAME']} {USER['LAST_NAME']}"

    def __init__(self, settings: DemoSettings | None = None) -> None:
        self._settings = settings or DemoSettings()
        self._ports = (self._settings.portal_port, self._settings.authorization_port)
        self._state = PortalState(self._settings)
        self._thread: ServerThread | None = None

    def start(self) -> Self:
        """Starts both servers and returns once they answer; OSError when a port is taken."""
        if self._thread is not None:
            raise RuntimeError("the demo portal is running already")
        context = server_context(self._settings.certificate)
        first = listen(self._ports[0])
        try:
            second = listen(self._ports[1])
        except OSError:
            first.close()
            raise
        self._ports = (first.getsockname()[1], second.getsockname()[1])
        scheme = "https" if context else "http"
        names = (self._settings.portal_name, self._settings.authorization_name)
        origins = [_origin(scheme, name, port) for name, port in zip(names, self._ports, strict=True)]
        if not self._state.renamed:
            self._state.portal_origin = origins[0]
        self._state.authorization_origin = origins[1]
        exchange = Exchange(self._state)
        portal, authorization = build_sites(self._state, exchange)
        thread = ServerThread([Site(portal, first), Site(authorization, second)], context, exchange.stop)
        thread.start()
        self._thread = thread
        return self

    def stop(self) -> None:
        """Stops both servers; connections that are open are cut. Does nothing when it does not run."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def address(self) -> str:
        """The portal's address, without a slash at the end."""
        return self._state.portal_origin

    @property
    def authorization_server(self) -> str:
        """The authorization server's address, without a slash at the end."""
        return self._state.authorization_origin

    @property
    def client_id(self) -> str:
        """Of the app's card."""
        return self._state.client_id

    @property
    def client_secret(self) -> str:
        """Of the app's card."""
        return self._state.client_secret

    @property
    def member_id(self) -> str:
        """The portal's identity."""
        return self._state.member_id

    @property
    def settings(self) -> DemoSettings:
        """The settings as they are now."""
        return self._state.settings

    def change(self, **changes: object) -> None:
        """Changes settings while the portal runs: `change(admin=False, missing_scopes=frozenset({"crm"}))`."""
        self._state.change(changes)

    def issue_code(self) -> str:
        """A fresh authorization code, as though Allow had been pressed."""
        with self._state.lock:
            return self._state.tokens.issue_code()

    def issue_tokens(self) -> dict[str, Any]:
        """A fresh pair of tokens, worded as the token endpoint's reply."""
        with self._state.lock:
            return token_reply(self._state, self._state.tokens.issue())

    def expire_access_tokens(self) -> None:
        """Every access token runs out now."""
        with self._state.lock:
            self._state.tokens.expire_access()

    def sign_everybody_out(self) -> None:
        """Codes and tokens are forgotten: `invalid_token`, `invalid_grant`."""
        with self._state.lock:
            self._state.tokens.revoke()

    def forward(self, seconds: float) -> None:
        """Moves the portal's clock."""
        with self._state.lock:
            self._state.clock.forward(seconds)

    def rename(self, host: str) -> None:
        """Gives the portal another host name; calls to any other are answered with 302 to this one."""
        with self._state.lock:
            scheme = self.address.partition("://")[0] or "http"
            self._state.portal_origin = _origin(scheme, host, self._ports[0])
            self._state.renamed = True

    def bindings(self) -> list[dict[str, Any]]:
        """What is bound, worded as in `placement.get`."""
        with self._state.lock:
            return [php.to_json(bind.shown(row)) for row in sorted(self._state.rows, key=lambda row: row.id)]

    def add_binding(self, placement: str, handler: str, title: str = "Widget", **fields: Any) -> int:  # noqa: ANN401 - of Row
        """Puts a row there as it is, whatever the rules say, and gives back its number.

        `fields`: `user_id`, `options`, `description`, `texts` (language -> TITLE, DESCRIPTION, GROUP_NAME).
        """
        with self._state.lock:
            texts = fields.pop("texts", None)
            if texts is None:
                texts = {"en": {"TITLE": title, "DESCRIPTION": None, "GROUP_NAME": None}}
            number = self._state.next_row_id()
            self._state.rows.append(Row(number, placement, handler, title=title, texts=texts, **fields))
            return number

    def remove_binding(self, number: int) -> None:
        """A row vanishes on its own; KeyError when there is none."""
        with self._state.lock:
            kept = [row for row in self._state.rows if row.id != number]
            if len(kept) == len(self._state.rows):
                raise KeyError(number)
            self._state.rows = kept

    def clear_bindings(self) -> None:
        """Every row vanishes."""
        with self._state.lock:
            self._state.rows = []

    def types(self) -> list[CustomType]:
        """The custom types."""
        with self._state.lock:
            return list(self._state.types)

    def add_type(self, title: str, entity_type_id: int | None = None) -> CustomType:
        """Adds a custom type; ValueError when its number is taken."""
        return self._state.add_type(title, entity_type_id)

    def remove_type(self, entity_type_id: int) -> None:
        """Removes a custom type, and its placements with it; KeyError when there is none."""
        with self._state.lock:
            kept = [item for item in self._state.types if item.entity_type_id != entity_type_id]
            if len(kept) == len(self._state.types):
                raise KeyError(entity_type_id)
            self._state.types = kept

    @property
    def requests(self) -> tuple[ServedRequest, ...]:
        """Every request served since the start or the last `clear_requests`, oldest first."""
        with self._state.lock:
            return tuple(self._state.requests)

    def clear_requests(self) -> None:
        """Forgets the requests served."""
        with self._state.lock:
            self._state.requests.clear()

    @property
    def secrets_refused(self) -> int:
        """How many requests to the portal carried the app's secret: there should be none."""
        return self._state.secrets_refused

    def plant(self, kind: str, **fields: Any) -> None:  # noqa: ANN401 - of Fault
        """Plants a fault; `bxdesk.demo.faults` lists kinds and fields."""
        self._state.faults.plant(Fault(kind=kind, **fields))

    def planted(self) -> tuple[Fault, ...]:
        """The faults that have not happened yet."""
        return self._state.faults.planted()

    def clear_faults(self) -> None:
        """Takes back every fault and releases the requests that hang."""
        self._state.faults.clear()

    def release(self) -> None:
        """Lets the requests go on that hang."""
        self._state.faults.release()


def _origin(scheme: str, name: str, port: int) -> str:
    return f"{scheme}://{name}" if (scheme, port) == ("https", _HTTPS_PORT) else f"{scheme}://{name}:{port}"
