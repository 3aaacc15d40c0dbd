"""Reads a request to the portal: where it goes, its arguments as PHP would hold them, and its token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import php
from .json_body import parse

if TYPE_CHECKING:
    from starlette.requests import Request

    from .php import PhpArray
    from .state import PortalState


class SecretSentToPortalError(Exception):
    """The request carries the app's secret, which is meant for the authorization server alone."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request's arguments (the body's win over the address's) and its access token, which is not among them."""

    params: PhpArray
    token: str
    token_in: str


async def read(request: Request, state: PortalState) -> Incoming:
    """Reads the request; raises `SecretSentToPortalError`, after counting it, for one that carries the secret."""
    body = await request.body()
    query = request.scope["query_string"]
    address, inside = php.parse_str(query), _body(request.headers.get("content-type", ""), body)
    _refuse_secret(state, request, (address, inside), query, body)
    params = address | inside
    header = request.headers.get("authorization", "")
    in_body, in_query = php.string(inside.get("auth")), php.string(address.get("auth"))
    params.pop("auth", None)
    if header.lower().startswith("bearer ") and not state.settings.strip_authorization_header:
        return Incoming(params, header[7:].strip(), "header")
    if in_body:
        return Incoming(params, in_body, "body")
    return Incoming(params, in_query, "query" if in_query else "none")


def _body(content_type: str, body: bytes) -> PhpArray:
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        return php.parse_str(body)
    if kind == "application/json":
        try:
            value = php.from_json(parse(body))
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}
    return {}


def _refuse_secret(
    state: PortalState, request: Request, arguments: tuple[PhpArray, PhpArray], query: bytes, body: bytes
) -> None:
    named = any("client_secret" in {str(name).lower() for name in array} for array in arguments)
    texts = (request.url.path.encode(), query, body, *(value for _, value in request.scope["headers"]))
    if named or any(app.client_secret.encode() in text for app in state.apps for text in texts):
        with state.lock:
            state.secrets_refused += 1
        raise SecretSentToPortalError
