"""Everything a demo portal holds, behind one lock: the servers' thread and the tests' threads both come here."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from . import php
from .apps import Apps
from .clock import Clock
from .contents import CustomType, starting_rows, starting_types
from .errors import PortalError
from .faults import Faults
from .json_body import checked
from .limits import Limits
from .placements import PERMISSIONS, codes, find
from .settings import CARD, FIXED, DemoSettings
from .tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .apps import App
    from .php import PhpArray
    from .placements import Placement
    from .tokens import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedRequest:
    """One request as it came in. Never holds a token, a code, a secret or a query."""

    server: str
    """"portal" or "authorization"."""
    http_method: str
    path: str
    call: str
    """The REST method in lower case, `oauth.exchange`, `oauth.refresh`; "" for pages."""
    token_in: str = "none"  # noqa: S105 - a place, not a token
    """Where the access token was: "header", "body", "query" or "none"."""
    commands: tuple[str, ...] = ()
    """The methods of a batch's commands, in order."""


class PortalState:
    """What the portal holds. Take `lock` around anything that reads or writes more than one thing."""

    def __init__(self, settings: DemoSettings) -> None:
        self.lock = threading.RLock()
        self.settings = settings
        self.clock = Clock()
        self.tokens = Tokens(self.clock)
        self.faults = Faults()
        self.limits = Limits(self.clock)
        self.apps = Apps(settings)
        self.session_id = secrets.token_hex(16)
        """What the portal's own forms carry (`sessid`), so that no other site can send them."""
        self.member_id = settings.member_id or secrets.token_hex(16)
        self.portal_origin = ""
        self.authorization_origin = ""
        self.renamed = False
        self.rows = starting_rows(self.apps.first.id)
        self.types: tuple[CustomType, ...] = ()
        # By number, in order: looked up once per row and command, with types by the thousand.
        self.type_numbers: Mapping[int, CustomType] = {}
        self.set_types(starting_types(settings.types))
        self.requests: list[ServedRequest] = []
        self.secrets_refused = 0
        self.notices_seen: set[int] = set()
        self._next_row = 23

    def change(self, changes: Mapping[str, Any]) -> None:
        """Replaces settings; ValueError for those that are fixed once the portal exists, unknown, or of another type.

        What is said of the card changes the card of the app that was there from the start, and nothing else about it.
        """
        if fixed := FIXED & set(changes):
            raise ValueError(f"{', '.join(sorted(fixed))} cannot be changed while the portal runs")
        with self.lock:
            self.settings = checked(
                DemoSettings,
                {**{one.name: getattr(self.settings, one.name) for one in fields(self.settings)}, **changes},
            )
            first, card = self.apps.first, {name: changes[name] for name in CARD & set(changes)}
            if "missing_scopes" in changes:
                card["permissions"] = frozenset(PERMISSIONS) - self.settings.missing_scopes
            self.apps.edit(first, **card)
            if self.settings.installed is not None and "installed" in changes:
                first.installed = self.settings.installed

    def is_own_form(self, fields: PhpArray) -> bool:
        """Whether a form comes from one of the portal's own pages."""
        given = php.string(fields.get("sessid"))
        return secrets.compare_digest(given.encode(errors="replace"), self.session_id.encode())

    def issue(self, app: App) -> Pair:
        """The tokens that somebody gets who signs in to the app now, or opens a widget of it."""
        late = self.settings.permissions_arrive == "reinstall"
        return self.tokens.issue(app.id, app.granted if late else app.card.permissions)

    def renew(self, app: App, old: Pair) -> Pair:
        """The tokens that replace `old` at a refresh."""
        only_anew = self.settings.permissions_arrive == "sign_in"
        return self.tokens.issue(app.id, old.permissions) if only_anew else self.issue(app)

    def delete_app(self, number: int) -> None:
        """Deletes an app with its keys and its widgets; KeyError when there is none."""
        with self.lock:
            self.apps.remove(number)
            self.rows = [row for row in self.rows if row.app_id != number]

    def require_admin(self) -> None:
        """Raises `ACCESS_DENIED` unless the person is an administrator."""
        if self.settings.dismissed or not self.settings.admin:
            raise PortalError("ACCESS_DENIED")

    def set_types(self, types: Iterable[CustomType]) -> None:
        """Replaces the custom types."""
        self.types = tuple(types)
        self.type_numbers = {item.entity_type_id: item for item in self.types}

    def placement(self, code: str) -> Placement | None:
        """The placement with this code, whatever the app may do with it."""
        return find(code, self.type_numbers)

    def listed_codes(self, permissions: list[str]) -> list[str]:
        """Codes that need one of `permissions`, with those of the custom types."""
        return codes(permissions, self.type_numbers)

    def add_type(self, title: str, entity_type_id: int | None = None) -> CustomType:
        """Adds a custom type; ValueError when the number is taken."""
        with self.lock:
            numbers = self.type_numbers
            number = max([1048, *numbers]) + 2 if entity_type_id is None else entity_type_id
            if number in numbers:
                raise ValueError(f"there is a type {number} already")
            item = CustomType(id=max((t.id for t in self.types), default=1) + 2, entity_type_id=number, title=title)
            self.set_types([*self.types, item])
            return item

    def remove_type(self, entity_type_id: int) -> None:
        """Removes a custom type, and its placements with it; KeyError when there is none."""
        with self.lock:
            if entity_type_id not in self.type_numbers:
                raise KeyError(entity_type_id)
            self.set_types(item for item in self.types if item.entity_type_id != entity_type_id)

    def next_row_id(self) -> int:
        """A number for a new row; numbers are never used twice."""
        self._next_row += 1
        return self._next_row - 1
