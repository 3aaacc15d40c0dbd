"""What a call that arrived shows: each field, nothing secret, and what is otherwise than docs/protocol.md says.

Only what is known to be harmless, by its name and by its form, is shown; everything else is masked. The call itself is
not kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from bxdesk.checks.proof import Arrival
from bxdesk.loopback import LoopbackRequest
from bxdesk.messages import Message, message
from bxdesk.placements.call_fields import CallField, ExampleCall, Travels
from bxdesk.placements.catalogue import URI
from bxdesk.portal.address import named_address
from bxdesk.support.json_reading import JsonError, read_json
from bxdesk.support.masking import MASK, masked

_OPTIONS = "PLACEMENT_OPTIONS"
_HOST = r"(?:[a-z0-9-]{1,30}\.){1,8}[a-z0-9-]{1,30}(?::\d{1,5})?"
"""No part of it is long enough for a token."""
_HARMLESS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "DOMAIN": re.compile(_HOST),
        "PROTOCOL": re.compile(r"[01]"),
        "LANG": re.compile(r"[a-z]{2}"),
        "AUTH_EXPIRES": re.compile(r"\d{1,10}"),
        "SERVER_ENDPOINT": re.compile(rf"https?://{_HOST}/rest/"),
        "APPLICATION_SCOPE": re.compile(r"(?:[a-z][a-z0-9_.]{0,23})?(?:,[a-z][a-z0-9_.]{0,23})*"),
        "status": re.compile(r"[A-Z]"),
        "PLACEMENT": re.compile(r"[A-Z][A-Z0-9_]{0,99}"),
    }
)
"""Fields that hold no secret, and what they look like; ``member_id`` is shown if it is the one that is known."""
_NAME = re.compile(r"\w{1,40}", re.ASCII)
_QUERY = re.compile(r"[?#]")
_SHORT = re.compile(r"[\w.$-]{0,20}")
"""A value inside the options that is too short for a token."""


def read_arrival(request: LoopbackRequest, expected: ExampleCall, portal: str, member_id: str) -> Arrival:
    """Holds a request against the call that was expected of this portal. ``portal`` is its origin."""
    known = {(field.name, field.travels): field for field in expected.fields}
    inside, is_map = _inside(request.fields.get(_OPTIONS, ""))
    given = [
        *((name, Travels.QUERY, value) for name, value in request.query.items()),
        *((name, Travels.BODY, value) for name, value in request.form.items()),
        *((name, Travels.INSIDE, value) for name, value in inside.items()),
    ]
    fields = tuple(_received(name, travels, value, known, member_id) for name, travels, value in given)
    is_ours = not expected.fields or request.fields.get("member_id") == member_id
    differences = [
        *_of_the_request(request, expected, portal),
        *_of_the_fields(given, expected, known),
        *(() if is_map else (message("PLACEMENT_OPTIONS is no JSON object."),)),
        *(() if is_ours else (message("member_id is not that of the portal that is signed in to."),)),
    ]
    return Arrival(fields, tuple(differences), is_ours)


def _inside(options: str) -> tuple[dict[str, str], bool]:
    """The keys of the placement's options as texts, and whether they are what they should be: PHP's empty map is []."""
    if not options:
        return {}, True
    try:
        read = read_json(options)
    except JsonError:
        return {}, False
    if not isinstance(read, dict):
        return {}, read == []
    return {key: value if isinstance(value, str) else json.dumps(value) for key, value in read.items()}, True


def _received(
    name: str, travels: Travels, value: str, known: Mapping[tuple[str, Travels], CallField], member_id: str
) -> CallField:
    field = known.get((name, travels))
    if field is None:
        return CallField(_shown_name(name), travels, MASK, Message(""))
    if travels is Travels.INSIDE:
        shown = _shown_inside(name, value)
    elif name == _OPTIONS:
        inside, _ = _inside(value)
        shown = json.dumps({_shown_name(key): _shown_inside(key, text) for key, text in inside.items()})
    elif name == "member_id":
        shown = value if value == member_id else MASK
    else:
        pattern = _HARMLESS.get(name)
        shown = value if pattern is not None and pattern.fullmatch(value) else MASK
    return replace(field, value=shown, always=False)


def _shown_name(name: str) -> str:
    return name if _NAME.fullmatch(name) else MASK


def _shown_inside(name: str, value: str) -> str:
    if name == URI.name:
        return masked(_QUERY.split(value[:200])[0])
    return value if _SHORT.fullmatch(value) else MASK


def _of_the_request(request: LoopbackRequest, expected: ExampleCall, portal: str) -> Iterator[Message]:
    if request.method != expected.method:
        yield message("The call is a {method}, not a {other}.", method=request.method, other=expected.method)
    if request.origin not in ("", "null") and named_address(request.origin) != named_address(portal):
        yield message("It was sent by a page of another address than the portal's.")


def _of_the_fields(
    given: list[tuple[str, Travels, str]], expected: ExampleCall, known: Mapping[tuple[str, Travels], CallField]
) -> Iterator[Message]:
    places = {field.name: field.travels for field in expected.fields}
    for name, travels, value in given:
        shown = _shown_name(name)
        if (name, travels) in known:
            pattern = _HARMLESS.get(name) if travels is not Travels.INSIDE else None
            if pattern is not None and not pattern.fullmatch(value):
                yield message("{field} looks otherwise.", field=shown)
        elif name in places:
            place = travels.value
            yield message("{field} travels elsewhere: {place}.", field=shown, place=place)
        else:
            yield message("{field} is not known ({place}).", field=shown, place=travels.value)
    arrived = {name for name, *_ in given}
    for field in expected.fields:
        if field.name not in arrived and (field.always or _is_of_the_place(field)):
            yield message("{field} is missing.", field=field.name)


def _is_of_the_place(field: CallField) -> bool:
    return field.travels is Travels.INSIDE and field.name != URI.name
