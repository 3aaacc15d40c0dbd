"""The call that a handler receives when somebody opens a widget.

The documentation lists all fields of the call in one table; in production ``DOMAIN``, ``PROTOCOL``, ``LANG`` and
``APP_SID`` travel in the query and the rest in a form-encoded body. Both are read, and so is the call as people find it
in a log: PHP's ``print_r``, the documentation's own listing, JSON. An app without an interface gets its first tokens as
the event ``ONAPPINSTALL`` instead, whose fields are nested in ``auth``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import parse_qsl

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.codes import normalise
from bxdesk.support.json_reading import JsonError, read_json

_PRINT_R = re.compile(r"^\s*\[(?P<name>\w+)\]\s*=>[ \t]?(?P<value>.*?)\s*$", re.MULTILINE)
_LISTING = re.compile(r"^\s*'(?P<name>\w+)'\s*(?::|=>)\s*(?P<value>.*?),?\s*$", re.MULTILINE)
_NESTED = re.compile(r"^auth\[(\w+)\]$")
_EVENT_FIELDS = {
    "access_token": "AUTH_ID",
    "refresh_token": "REFRESH_ID",
    "expires_in": "AUTH_EXPIRES",
    "domain": "DOMAIN",
    "member_id": "member_id",
    "status": "status",
    "server_endpoint": "SERVER_ENDPOINT",
    "application_token": "APPLICATION_TOKEN",
}
"""What ``ONAPPINSTALL`` calls the fields of a call."""
_MOST_OBJECTS = 20
"""How many places of a text are tried for the beginning of a JSON object."""


class CallError(BxdeskError):
    """What was given is not a call that a portal makes."""


def _options(value: object) -> object:
    """PLACEMENT_OPTIONS is a JSON text. Empty, missing and broken ones occur and mean: nothing is known."""
    if not isinstance(value, str):
        return value or {}
    try:
        read = read_json(value)
    except JsonError:
        return {}
    if isinstance(read, list):  # PHP writes an empty map so
        return {str(index): item for index, item in enumerate(read)}
    return read if isinstance(read, dict) else {}


class HandlerCall(BaseModel):
    """One call. Its ``repr`` shows neither tokens nor the application's token."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, coerce_numbers_to_str=True)

    domain: str = Field(alias="DOMAIN", min_length=1)
    protocol: int = Field(alias="PROTOCOL", ge=0, le=1)
    """0 for http, 1 for https."""
    language: str = Field(alias="LANG")
    member_id: str = Field(min_length=1)
    placement: Annotated[str, BeforeValidator(lambda code: normalise(str(code)))] = Field(alias="PLACEMENT")
    app_sid: str = Field("", alias="APP_SID", repr=False)
    access_token: str = Field("", alias="AUTH_ID", repr=False)
    expires_in: int = Field(0, alias="AUTH_EXPIRES")
    """Seconds until the access token runs out."""
    refresh_token: str = Field("", alias="REFRESH_ID", repr=False)
    status: str = ""
    """The kind of app: F free, D demo, T trial, P paid, L local, S subscription."""
    options: Annotated[dict[str, Any], BeforeValidator(_options)] = Field(
        default_factory=dict, alias="PLACEMENT_OPTIONS"
    )
    server_endpoint: str = Field("", alias="SERVER_ENDPOINT")
    application_token: str = Field("", alias="APPLICATION_TOKEN", repr=False)

    @property
    def portal(self) -> str:
        """The origin of the portal that made the call."""
        return f"{'https' if self.protocol else 'http'}://{self.domain}"


def read_call(fields: Mapping[str, object]) -> HandlerCall:
    """The call from its fields, wherever each of them travelled. Raises CallError that names what is missing."""
    try:
        return HandlerCall.model_validate(dict(fields))
    except ValidationError as error:
        names = ", ".join(dict.fromkeys(str(detail["loc"][0]) for detail in error.errors(include_input=False)))
        raise CallError(
            Problem(
                "handler_call",
                message("This is not the call that a portal makes to a handler."),
                message("Missing or wrong: {names}.", names=names),
                message("Take all fields of the POST request, those of its address included."),
            )
        ) from None


def fields_in(text: str) -> dict[str, object]:
    """The fields in a pasted text: JSON, ``print_r``, a listing, form data, alone or in a line of a server's log.

    Those of the event ``ONAPPINSTALL``, which nests them in ``auth``, have the names that a handler's call gives them.
    Empty if there are none.
    """
    return _flat(_json_in(text) or _listed_in(text) or _form_in(text))


def _json_in(text: str) -> dict[str, object]:
    begins = [at for at, character in enumerate(text) if character == "{"][:_MOST_OBJECTS]
    for begin in begins:
        try:
            read, _ = json.JSONDecoder().raw_decode(text, begin)
        except (ValueError, RecursionError):
            continue
        if isinstance(read, dict) and not read.keys().isdisjoint(("AUTH_ID", "auth", "PLACEMENT")):
            return read
    return {}


def _listed_in(text: str) -> dict[str, object]:
    for pattern in (_PRINT_R, _LISTING):
        found = {match["name"]: match["value"].strip("'") for match in pattern.finditer(text)}
        if found:
            return dict(found)
    return {}


def _form_in(text: str) -> dict[str, object]:
    words = (word.strip("'\"<>") for word in text.split())
    return {
        name: value
        for word in words
        for name, value in parse_qsl(word.partition("?")[2] or word, keep_blank_values=True)
    }


def _flat(fields: dict[str, object]) -> dict[str, object]:
    nested = fields.get("auth")
    told = nested if isinstance(nested, dict) else {_NESTED.sub(r"\1", name): fields[name] for name in fields}
    return fields | {name: told[field] for field, name in _EVENT_FIELDS.items() if field in told}
