"""The demo portal as the rest of the world sees it: who it is, and how it starts and stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from .contents import APP_NAME, USER
from .controls import PortalControls
from .sample_handler import PATH as SAMPLE_HANDLER
from .server import ServerThread, Site, listen, server_context
from .settings import DemoSettings
from .sites import build_sites
from .state import PortalState
from .wire import Exchange

if TYPE_CHECKING:
    from types import TracebackType


class DemoPortal(PortalControls):
    """A Bitrix24 portal on loopback with its authorization server, each on a port of its own.

    Everything may be called from any thread, before, while and after it runs. Stopped and started again, it keeps
    its ports and what it holds: an outage.
    """

    app_name = APP_NAME
    user_name = f"{USER['NAME']} {USER['LAST_NAME']}"

    def __init__(self, settings: DemoSettings | None = None) -> None:
        self._settings = settings or DemoSettings()
        self._ports = (self._settings.portal_port, self._settings.authorization_port)
        super().__init__(PortalState(self._settings))
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
        origins = [self._origin(scheme, name, port) for name, port in zip(names, self._ports, strict=True)]
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
    def sample_handler(self) -> str:
        """The address of a handler that shows what it receives."""
        return f"{self.address}{SAMPLE_HANDLER}"

    @property
    def authorization_server(self) -> str:
        """The authorization server's address, without a slash at the end."""
        return self._state.authorization_origin

    @property
    def ports(self) -> tuple[int, int]:
        """The ports that the portal and the authorization server listen on, whatever their addresses say."""
        return self._ports

    @property
    def client_id(self) -> str:
        """Of the app that is there from the start."""
        return self._state.apps.first.client_id

    @property
    def client_secret(self) -> str:
        """Of the app that is there from the start."""
        return self._state.apps.first.client_secret

    @property
    def member_id(self) -> str:
        """32 hexadecimal digits, which a renamed portal keeps."""
        return self._state.member_id

    def rename(self, host: str) -> None:
        """Gives the portal another host name; calls to any other are answered with 302 to this one."""
        with self._state.lock:
            scheme = self.address.partition("://")[0] or "http"
            self._state.portal_origin = self._origin(scheme, host, self._ports[0])
            self._state.renamed = True

    def _origin(self, scheme: str, name: str, port: int) -> str:
        usual = port == (443 if scheme == "https" else 80)
        return f"{scheme}://{name}" if usual or self._settings.hide_ports else f"{scheme}://{name}:{port}"
