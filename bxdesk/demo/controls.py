"""Looks into a demo portal, changes it and makes it fail, from Python and from any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import bind, php
from .app_controls import AppControls
from .authorization import token_reply
from .contents import Row
from .faults import Fault
from .widgets import install_call, widget_call

if TYPE_CHECKING:
    from .apps import App
    from .contents import CustomType
    from .settings import DemoSettings
    from .state import PortalState, ServedRequest
    from .widgets import WidgetCall


class PortalControls:
    """What can be done with a portal's state, whether its servers run or not."""

    def __init__(self, state: PortalState) -> None:
        self._state = state
        self.apps = AppControls(state)

    @property
    def settings(self) -> DemoSettings:
        """The settings as they are now."""
        return self._state.settings

    def change(self, **changes: object) -> None:
        """Changes settings while the portal runs: `change(admin=False, missing_scopes=frozenset({"crm"}))`."""
        self._state.change(changes)

    def issue_code(self, app: App | None = None) -> str:
        """A fresh authorization code, as though Allow had been pressed; without an app for the first."""
        with self._state.lock:
            return self._state.tokens.issue_code((app or self.apps.first).id)

    def issue_tokens(self, app: App | None = None) -> dict[str, Any]:
        """A fresh pair of tokens, worded as the token endpoint's reply; without an app for the first."""
        with self._state.lock:
            return token_reply(self._state, self._state.issue(app or self.apps.first))

    def expire_access_tokens(self) -> None:
        """Every access token runs out now."""
        with self._state.lock:
            self._state.tokens.expire_access()

    def forget_access_tokens(self) -> None:
        """Access tokens are unknown from now on: `invalid_token`, which a refresh mends."""
        with self._state.lock:
            self._state.tokens.forget_access()

    def sign_everybody_out(self) -> None:
        """Codes and tokens are forgotten: `invalid_token`, `invalid_grant`."""
        with self._state.lock:
            self._state.tokens.revoke()

    def forward(self, seconds: float) -> None:
        """Moves the portal's clock."""
        with self._state.lock:
            self._state.clock.forward(seconds)

    def bindings(self) -> list[dict[str, Any]]:
        """What is bound, worded as in `placement.get`."""
        with self._state.lock:
            return [php.to_json(bind.shown(row)) for row in sorted(self._state.rows, key=lambda row: row.id)]

    def add_binding(self, placement: str, handler: str, title: str = "Widget", **fields: Any) -> int:  # noqa: ANN401 - of Row
        """Puts a row there as it is, whatever the rules say, and gives back its number.

        `fields`: `app_id` (without it the first app's), `user_id`, `options`, `description`, `texts` (language ->
        TITLE, DESCRIPTION, GROUP_NAME).
        """
        with self._state.lock:
            texts = fields.pop("texts", None)
            if texts is None:
                texts = {"en": {"TITLE": title, "DESCRIPTION": None, "GROUP_NAME": None}}
            number = self._state.next_row_id()
            owner = fields.pop("app_id", self.apps.first.id)
            self._state.rows.append(Row(number, owner, placement, handler, title=title, texts=texts, **fields))
            return number

    def remove_binding(self, number: int) -> None:
        """A row vanishes on its own; KeyError when there is none."""
        with self._state.lock:
            kept = [row for row in self._state.rows if row.id != number]
            if len(kept) == len(self._state.rows):
                raise KeyError(number)
            self._state.rows = kept

    def clear_bindings(self) -> None:
        """Takes away the rows of all applications."""
        with self._state.lock:
            self._state.rows = []

    def types(self) -> list[CustomType]:
        """The custom types, as they are now."""
        with self._state.lock:
            return list(self._state.types)

    def add_type(self, title: str, entity_type_id: int | None = None) -> CustomType:
        """Adds a custom type; ValueError when its number is taken."""
        return self._state.add_type(title, entity_type_id)

    def remove_type(self, entity_type_id: int) -> None:
        """Removes a custom type, and its placements with it; KeyError when there is none."""
        self._state.remove_type(entity_type_id)

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

    def widget_call(self, number: int, item: str = "") -> WidgetCall:
        """What opening the widget with this row's number sends to its handler; KeyError when there is none."""
        with self._state.lock:
            rows = {row.id: row for row in self._state.rows}
            return widget_call(self._state, rows[number], item)

    def install_call(self, address: str) -> WidgetCall:
        """What the portal sends to an app's install path at `address`."""
        with self._state.lock:
            return install_call(self._state, self._state.apps.first, address)

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
