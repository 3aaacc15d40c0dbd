"""The local applications on the portal: their cards, whether they are installed, and on whose behalf a call comes."""

from __future__ import annotations

import secrets
import string
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from .contents import APP_NAME
from .errors import PortalError
from .placements import PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .settings import DemoSettings

FIRST_APP = 5
"""The number of the app that is there from the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a person fills in on an app's card, on either form of it."""

    handler_path: str
    install_path: str = ""
    menu_text: str = ""
    completes_itself: bool = False
    """*Application completes the installation itself*; on the form before, *Script only* unticked."""
    permissions: frozenset[str]

    @property
    def api_only(self) -> bool:
        """Whether the app has no interface: nothing of it is opened in the portal's frame."""
        return not (self.menu_text or self.completes_itself)


@dataclass(slots=True)
class App:
    """An application with its keys."""

    id: int
    name: str
    card: Card
    client_id: str
    client_secret: str
    application_token: str
    installed: bool
    reinstalling: bool = False
    """Reinstall was pressed: its installation page is shown once more."""
    granted: frozenset[str] = frozenset()
    """The card's permissions as they were when the app was last installed."""
    options: dict[str, str] = field(default_factory=dict)
    """What it keeps on the portal by `app.option.set`."""
    event_sent: str = ""
    """A sentence: what came of sending it `ONAPPINSTALL`."""

    @property
    def in_install_mode(self) -> bool:
        """Whether opening the app in the portal shows its installation page, which may then call `installFinish`."""
        unfinished = self.reinstalling or not self.installed
        return unfinished and not self.card.api_only and bool(self.card.install_path)

    @property
    def scopes(self) -> list[str]:
        """The permissions ticked on its card."""
        return in_order(self.card.permissions)


@dataclass(frozen=True, slots=True)
class Caller:
    """The app that a REST call comes from, and the permissions that both its token and its card hold."""

    app: App
    permissions: frozenset[str]

    @property
    def scopes(self) -> list[str]:
        """The permissions in the portal's order."""
        return in_order(self.permissions)

    def require(self, scope: str) -> None:
        """Raises `insufficient_scope` when the call may not use what needs this permission."""
        if scope not in self.permissions:
            raise PortalError("insufficient_scope")


class Apps:
    """The applications by number. Belongs to the portal's state, whose lock guards it."""

    def __init__(self, settings: DemoSettings) -> None:
        card = Card(
            handler_path=settings.handler_path,
            install_path=settings.install_path,
            menu_text=settings.menu_text,
            completes_itself=settings.completes_itself,
            permissions=frozenset(PERMISSIONS) - settings.missing_scopes,
        )
        self.first = _new(FIRST_APP, card, settings.client_id, settings.client_secret)
        if settings.installed is not None:
            self.first.installed = settings.installed
        self._apps = {FIRST_APP: self.first}
        self._last = FIRST_APP

    def __iter__(self) -> Iterator[App]:
        return iter(self._apps.values())

    def find(self, number: int) -> App | None:
        """The app with this number, or None."""
        return self._apps.get(number)

    def of_client(self, client_id: str) -> App | None:
        """The app with this client ID, or None."""
        return next((app for app in self if app.client_id == client_id), None)

    def create(self, card: Card) -> App:
        """Adds an application with keys of its own. Here, and only here, it is decided whether it is complete."""
        self._last += 1
        app = self._apps[self._last] = _new(self._last, card)
        return app

    def edit(self, app: App, **changes: Any) -> None:  # noqa: ANN401 - of Card
        """Changes an app's card. Whether the app is installed, and what its tokens may do, stays as it was."""
        app.card = replace(app.card, **changes)

    def remove(self, number: int) -> None:
        """Deletes an app; KeyError when there is none."""
        del self._apps[number]


def in_order(permissions: frozenset[str]) -> list[str]:
    """The permissions in the order of the portal's own list."""
    return [name for name in PERMISSIONS if name in permissions]


def _new(number: int, card: Card, client_id: str = "", client_secret: str = "") -> App:
    letters = string.ascii_letters + string.digits
    return App(
        id=number,
        name=card.menu_text or (APP_NAME if number == FIRST_APP else f"Local application {number}"),
        card=card,
        client_id=client_id or f"local.{secrets.token_hex(7)}.{secrets.randbelow(10**8):08}",
        client_secret=client_secret or "".join(secrets.choice(letters) for _ in range(50)),
        application_token=secrets.token_hex(16),
        installed=card.api_only,
        granted=card.permissions,
    )
