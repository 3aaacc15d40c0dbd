"""A server's answer: its JSON, and whether it is an error's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from itertools import islice
from typing import Any, TypeVar

import httpx
from pydantic_core import ValidationError

from bxdesk.portal.errors import unreadable
from bxdesk.portal.other_answers import begins_with_php, other_answer
from bxdesk.support.json_reading import JsonError, read_json
from bxdesk.support.shapes import Shape

T = TypeVar("T")

_TRIED = 20
"""Places where an answer may begin behind PHP's messages."""


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
