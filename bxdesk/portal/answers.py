"""The shapes of a portal's answers, tolerant of everything that PHP makes of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from itertools import islice
from typing import Any, TypeVar

import httpx
from pydantic_core import ValidationError, core_schema

from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, Texts
from bxdesk.placements.families.record import TypeSwitch
from bxdesk.placements.snapshot import AppInfo, CustomType, PortalUser
from bxdesk.portal.errors import unreadable
from bxdesk.portal.other_answers import begins_with_php, other_answer
from bxdesk.portal.php import ANY, FLAG, NUMBER, TEXT, php_list, php_map
from bxdesk.support.json_reading import JsonError, read_json
from bxdesk.support.shapes import STRING, Shape, after, optional, record, required

T = TypeVar("T")

_TRIED = 20
"""Places where an answer may begin behind PHP's messages."""


APP: Shape[AppInfo] = Shape(
    record(
        AppInfo,
        installed=optional(FLAG, default=False, name="INSTALLED"),
        status=optional(TEXT, "", "STATUS"),
        payment_expired=optional(FLAG, default=False, name="PAYMENT_EXPIRED"),
        code=optional(TEXT, "", "CODE"),
    )
)
"""What ``app.info`` says of the app that the tokens are for."""


def _user(id: int, admin: bool, name: str, last_name: str) -> PortalUser:  # noqa: A002 - the name on the wire
    """Without any name, the number stands for it."""
    whole = " ".join(part for part in (name.strip(), last_name.strip()) if part)
    return PortalUser(id, whole or f"#{id}", admin)


PROFILE: Shape[PortalUser] = Shape(
    record(
        _user,
        id=optional(NUMBER, 0, "ID"),
        admin=optional(FLAG, default=False, name="ADMIN"),
        name=optional(TEXT, "", "NAME"),
        last_name=optional(TEXT, "", "LAST_NAME"),
    )
)
"""What ``profile`` says of the user that the tokens are for; it needs no permission."""

_OFF = ("N", "n", "0", 0, False)
"""A switch that is off. One that is not told, or told in another way, says nothing."""


def _custom_type(entity_type_id: int, title: str, **switches: object) -> CustomType:
    return CustomType(entity_type_id, title, frozenset(key for key, told in switches.items() if told in _OFF))


def _types(types: list[CustomType]) -> list[CustomType]:
    return [custom for custom in types if custom.entity_type_id]


_TYPE = record(
    _custom_type,
    entity_type_id=optional(NUMBER, 0, "entityTypeId"),
    title=optional(TEXT, ""),
    **{switch.key: optional(ANY, None) for switch in TypeSwitch},
)
TYPES: Shape[list[CustomType]] = Shape(record(_types, types=required(php_list(_TYPE))))
"""One page of ``crm.type.list``: 50 custom types at most. Those without a number are left out."""


def _texts(title: str, description: str, group: str) -> Texts:
    return Texts(title, description, group).trimmed()


_TEXTS = record(
    _texts,
    title=optional(TEXT, "", "TITLE"),
    description=optional(TEXT, "", "DESCRIPTION"),
    group=optional(TEXT, "", "GROUP_NAME"),
)


def _binding(
    id: int,  # noqa: A002 - the name on the wire
    placement: str,
    handler: str,
    user_id: int,
    options: dict[str, str],
    title: str,
    description: str,
    languages: dict[str, Texts],
) -> Binding:
    """Without languages, its title stands for the portal's own language."""
    texts = {language.lower(): said for language, said in languages.items()}
    if not texts:
        texts = {DEFAULT_LANGUAGE: Texts(title, description).trimmed()}
    return Binding(BindingKey(placement, handler, user_id), texts, options, id)


_BINDING = record(
    _binding,
    id=optional(NUMBER, 0),  # newer portals tell it
    placement=required(TEXT),
    handler=required(TEXT),
    user_id=optional(NUMBER, 0, "userId"),
    options=optional(php_map(TEXT), {}),
    title=optional(TEXT, ""),
    description=optional(TEXT, ""),
    languages=optional(php_map(_TEXTS), {}, "langAll"),
)
BINDINGS: Shape[tuple[Binding, ...]] = Shape(after(php_list(_BINDING), tuple))
"""What ``placement.get`` tells."""

# Plain texts first: hundreds of codes from each of a hundred portals must not pass through Python one by one.
_CODE = core_schema.union_schema([STRING, TEXT], mode="left_to_right")
CODES: Shape[list[str]] = Shape(php_list(_CODE))


def body_of(response: httpx.Response, host: str) -> Any:  # noqa: ANN401 - JSON may be anything
    """What a server answered, as JSON. Raises UnknownOutcomeError, or LimitError where it wants to be asked later."""
    try:
        return json_in(response.content)
    except JsonError:
        raise other_answer(response, host) from None


def json_in(content: bytes) -> Any:  # noqa: ANN401 - JSON may be anything
    """The JSON of an answer, also behind the warnings of a PHP that shows them. Raises JsonError."""
    try:
        return read_json(content)
    except JsonError:
        if not begins_with_php(content):
            raise
    for start in islice(re.finditer(rb'\{\s*"', content), _TRIED):
        with suppress(JsonError):
            return read_json(content[start.start() :])
    raise JsonError("there is none behind PHP's messages")


def read(shape: Shape[T], value: object, host: str) -> T:
    """What the shape makes of ``value``. Raises UnknownOutcomeError when a portal would not answer so."""
    try:
        return shape.validate(value)
    except ValidationError:
        raise unreadable(host) from None


def error_in(body: object) -> tuple[str, str] | None:
    """Code and description of an error answer, None if the body is none.

    Both forms occur: ``{"error": "CODE", "error_description": …}`` and ``{"error": {"code": …, "message": …}}``.
    """
    if not isinstance(body, Mapping) or not body.get("error"):
        return None
    error = body["error"]
    if isinstance(error, Mapping):
        return str(error.get("code") or "ERROR"), str(error.get("message") or error.get("error_description") or "")
    argument = body.get("argument")
    description = str(body.get("error_description") or "")
    return str(error), f"{description} ({argument})" if argument else description
