"""The call that a portal makes to a handler, described: each field, where it travels, an example and what it means.

:mod:`bxdesk.placements.call` reads such calls; this module says what to expect of them. The fields are those of the
REST documentation's pages about widgets, where they travel is how portals send them. Keys and tokens are invented, so
that nothing here can be used or leaked.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from urllib.parse import urlencode

from bxdesk.messages import Message, message
from bxdesk.placements.catalogue import URI, call_keys, tells_page
from bxdesk.placements.codes import pattern_of, type_number
from bxdesk.placements.families.record import CallKey
from bxdesk.placements.snapshot import Snapshot

EXAMPLE_HANDLER = "https://widgets.example.com/bitrix24"
ITEM_KEYS = ("ID", "ENTITY_ID", "entityId")
"""What the number of a CRM item is called inside ``PLACEMENT_OPTIONS``."""
_NO_OPTIONS: Mapping[str, str] = MappingProxyType({})
_OPENED_BY_GET = ("BI_ANALYTICS_MENU",)
"""Placements whose handler is opened like a link, with nothing of the call."""


class Travels(Enum):
    """Where a field is in the request."""

    QUERY = "query"
    """In the address."""
    BODY = "body"
    """In the form-encoded body."""
    INSIDE = "inside"
    """In the JSON text that is the value of ``PLACEMENT_OPTIONS``."""


@dataclass(frozen=True, slots=True)
class CallField:
    """One field; ``always`` says whether the documentation promises it."""

    name: str
    travels: Travels
    value: str
    meaning: Message
    always: bool = False


@dataclass(frozen=True, slots=True)
class ExampleCall:
    """One call as an example. Without fields the portal only opens the handler's address."""

    handler: str
    fields: tuple[CallField, ...]

    @property
    def method(self) -> str:
        """The kind of request."""
        return "POST" if self.fields else "GET"

    @property
    def sent(self) -> dict[str, str]:
        """The fields of query and body by their names, in the documentation's order."""
        return {field.name: field.value for field in self.fields if field.travels is not Travels.INSIDE}

    @property
    def address(self) -> str:
        """The handler's address with what travels in its query."""
        query = urlencode(self._in(Travels.QUERY))
        return f"{self.handler}{'&' if '?' in self.handler else '?'}{query}" if query else self.handler

    def as_list(self) -> str:
        """One field a line, the way the documentation lists them."""
        return "".join(f"'{name}': '{value}'\n" for name, value in self.sent.items())

    def as_json(self) -> str:
        """A JSON object, wherever each field travels."""
        return json.dumps(self.sent, indent=2, ensure_ascii=False) + "\n"

    def as_curl(self) -> str:
        """A command for a Unix shell that makes this call."""
        body = [f"--data-urlencode {shlex.quote(f'{name}={value}')}" for name, value in self._in(Travels.BODY)]
        return " \\\n  ".join((f"curl {shlex.quote(self.address)}", *body)) + "\n"

    def _in(self, place: Travels) -> list[tuple[str, str]]:
        return [(field.name, field.value) for field in self.fields if field.travels is place]


def example_call(
    code: str,
    handler: str,
    snapshot: Snapshot,
    authorization_server: str,
    language: str = "en",
    options: Mapping[str, str] = _NO_OPTIONS,
    item: str = "",
) -> ExampleCall:
    """The call for a placement on the portal of this snapshot, for a widget with these options.

    ``authorization_server`` is where tokens are renewed, ``item`` the number of a CRM item in place of the example's.
    """
    if pattern_of(code) in _OPENED_BY_GET:
        return ExampleCall(handler, ())
    keys = call_keys(code, _row_number(code, handler, snapshot), options)
    if item:
        keys = tuple(replace(key, value=item) if key.name in ITEM_KEYS else key for key in keys)
    page = (URI,) if tells_page(code) else ()
    body = _body(code, snapshot, authorization_server, keys or page)
    return ExampleCall(handler, (*_query(snapshot, language), *body, *_inside((*keys, *page))))


def _row_number(code: str, handler: str, snapshot: Snapshot) -> int:
    rows = (row.number for row in snapshot.bindings if (row.placement, row.handler) == (code, handler))
    return next(rows, 0)


def _query(snapshot: Snapshot, language: str) -> Iterator[CallField]:
    scheme, _, domain = snapshot.portal.partition("://")
    place = Travels.QUERY
    yield CallField("DOMAIN", place, domain, message("The portal's address, without “https://”."), always=True)
    yield CallField(
        "PROTOCOL",
        place,
        "1" if scheme == "https" else "0",
        message("1 when the portal is opened over https, 0 over http."),
        always=True,
    )
    yield CallField(
        "LANG",
        place,
        language,
        message("The language in which the person sees the portal. Show your page in it."),
        always=True,
    )
    yield CallField(
        "APP_SID",
        place,
        "example-opening",
        message("Names this one opening of the widget. The portal's JavaScript library finds its window by it."),
    )


def _body(code: str, snapshot: Snapshot, authorization_server: str, options: Sequence[CallKey]) -> Iterator[CallField]:
    place = Travels.BODY
    yield CallField(
        "AUTH_ID",
        place,
        "example-access-token",
        message("A token to call the portal on behalf of the person who opened the widget. Keep it out of logs."),
    )
    yield CallField("AUTH_EXPIRES", place, "3600", message("For how many seconds that token is good."))
    yield CallField(
        "REFRESH_ID",
        place,
        "example-refresh-token",
        message("A token to get a new AUTH_ID with, together with the app's keys. Keep it out of logs."),
    )
    yield CallField(
        "SERVER_ENDPOINT",
        place,
        f"{authorization_server}/rest/",
        message("The authorization server that renews the tokens. Older portals do not tell it."),
    )
    yield CallField(
        "APPLICATION_TOKEN",
        place,
        "example-application-token",
        message("The same in every call to this app: by it a handler knows the portal. Older portals do not send it."),
    )
    yield CallField(
        "APPLICATION_SCOPE",
        place,
        ",".join(sorted(snapshot.scopes)),
        message("The permissions of the app. Older portals do not tell them."),
    )
    yield CallField(
        "member_id",
        place,
        snapshot.member_id,
        message("Which portal it is. Stays the same when the portal gets another address."),
        always=True,
    )
    yield CallField(
        "status",
        place,
        snapshot.app.status,
        message("The kind of app: L local, F free, D demo, T trial, P paid, S subscription."),
    )
    yield CallField("PLACEMENT", place, code, _placement_meaning(code), always=True)
    yield CallField(
        "PLACEMENT_OPTIONS",
        place,
        json.dumps({key.name: key.value for key in options}, separators=(",", ":"), ensure_ascii=False),
        message("What the widget was opened on, as a JSON text. Be prepared for a missing or an empty one."),
    )


def _placement_meaning(code: str) -> Message:
    number = type_number(code)
    if number is None:
        return message("Where the widget was opened. One handler can serve many places and tell them apart by this.")
    return message("Where the widget was opened; {number} in it is the number of the custom type.", number=number)


def _inside(keys: Iterable[CallKey]) -> Iterator[CallField]:
    for key in keys:
        yield CallField(key.name, Travels.INSIDE, _shown(key.value), key.meaning)


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
