"""Adds applications to a demo portal, changes their cards and deletes them, from Python and from any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .apps import Card
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

    def delete(self, app: App) -> None:
        """Deletes an app with its keys and its widgets; KeyError when it is gone already."""
        self._state.delete_app(app.id)
