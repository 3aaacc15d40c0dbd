"""Adds applications to a demo portal, changes their cards and deletes them, from Python and from any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .apps import Card
from .installation import finish, install_event, reinstall
from .placements import PERMISSIONS

if TYPE_CHECKING:
    from .apps import App
    from .state import PortalState


class AppControls:
    """What can be done with a portal's applications besides what is done on its pages."""

    def __init__(self, state: PortalState) -> None:
        self._state = state

    @property
    def first(self) -> App:
        """The app that is there from the start."""
        return self._state.apps.first

    def all(self) -> list[App]:
        """The apps, by number."""
        with self._state.lock:
            return list(self._state.apps)

    def create(self, **card: Any) -> App:  # noqa: ANN401 - of Card
        """Adds an app with a card of today's form, every permission ticked unless `permissions` says otherwise."""
        usual = {"handler_path": self._state.settings.handler_path, "permissions": frozenset(PERMISSIONS)}
        with self._state.lock:
            return self._state.apps.create(Card(**(usual | card)))

    def edit(self, app: App, **changes: Any) -> None:  # noqa: ANN401 - of Card
        """Changes an app's card, and nothing else about the app."""
        with self._state.lock:
            self._state.apps.edit(app, **changes)

    def reinstall(self, app: App) -> None:
        """Presses *Reinstall* on an app's card."""
        with self._state.lock:
            reinstall(self._state, app)

    def install_event(self, app: App) -> dict[str, str]:
        """The form that *Reinstall* sends to the installation path of an app without an interface."""
        with self._state.lock:
            return install_event(self._state, app)

    def install_finish(self, app: App) -> bool:
        """Calls `installFinish` on the app's page in the portal; False: it did nothing."""
        with self._state.lock:
            return finish(app)

    def delete(self, app: App) -> None:
        """Deletes an app with its keys and its widgets; KeyError when it is gone already."""
        self._state.delete_app(app.id)
