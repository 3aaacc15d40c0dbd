"""The shapes of a portal's answers, tolerant of everything that PHP makes of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from itertools import islice
from typing import Annotated, Any, TypeVar

import httpx
from pydantic import BaseModel, ConfigDict, FailFast, Field, TypeAdapter, ValidationError

from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, Texts
from bxdesk.placements.families.record import TypeSwitch
from bxdesk.placements.snapshot import AppInfo, CustomType, PortalUser
from bxdesk.portal.errors import unreadable
from bxdesk.portal.other_answers import begins_with_php, other_answer
from bxdesk.portal.php import Flag, Number, PhpList, PhpMap, Text
from bxdesk.support.json_reading import JsonError, read_json

T = TypeVar("T")

_TRIED = 20
"""Places where an answer may begin behind PHP's messages."""


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class AppAnswer(_Answer):
    """What ``app.info`` says of the app that the tokens are for."""

    installed: Flag = Field(False, alias="INSTALLED")
    status: Text = Field("", alias="STATUS")
    payment_expired: Flag = Field(False, alias="PAYMENT_EXPIRED")
    code: Text = Field("", alias="CODE")

    def app(self) -> AppInfo:
        """The app in bxdesk's words."""
        return AppInfo(self.installed, self.status, self.payment_expired, self.code)


class ProfileAnswer(_Answer):
    """What ``profile`` says of the user that the tokens are for; it needs no permission."""

    id: Number = Field(0, alias="ID")
    admin: Flag = Field(False, alias="ADMIN")
    name: Text = Field("", alias="NAME")
    last_name: Text = Field("", alias="LAST_NAME")

    def user(self) -> PortalUser:
        """The user in bxdesk's words; without any name, the number stands for it."""
        name = " ".join(part for part in (self.name.strip(), self.last_name.strip()) if part)
        return PortalUser(self.id, name or f"#{self.id}", self.admin)


_OFF = ("N", "n", "0", 0, False)
"""A switch that is off. One that is not told, or told in another way, says nothing."""


class _TypeEntry(_Answer):
    model_config = ConfigDict(extra="allow", frozen=True)

    entity_type_id: Number = Field(0, alias="entityTypeId")
    title: Text = ""

    def custom_type(self) -> CustomType:
        """The type in bxdesk's words; of its switches those that places depend on."""
        told = self.model_extra or {}
        off = (switch.key for switch in TypeSwitch if told.get(switch.key) in _OFF)
        return CustomType(self.entity_type_id, self.title, frozenset(off))


class TypesAnswer(_Answer):
    """One page of ``crm.type.list``: 50 custom types at most."""

    types: Annotated[list[_TypeEntry], FailFast(), PhpList]

    def custom_types(self) -> list[CustomType]:
        """The types that have a number, in the portal's order."""
        return [entry.custom_type() for entry in self.types if entry.entity_type_id]


class _LanguageEntry(_Answer):
    title: Text = Field("", alias="TITLE")
    description: Text = Field("", alias="DESCRIPTION")
    group: Text = Field("", alias="GROUP_NAME")


class BindingAnswer(_Answer):
    """One binding of ``placement.get``."""

    id: Number = 0
    """Newer portals tell it."""
    placement: Text
    handler: Text
    user_id: Number = Field(0, alias="userId")
    options: Annotated[dict[str, Text], PhpMap] = Field(default_factory=dict)
    title: Text = ""
    description: Text = ""
    languages: Annotated[dict[str, _LanguageEntry], PhpMap] = Field(default_factory=dict, alias="langAll")

    def binding(self) -> Binding:
        """The binding in bxdesk's words. Without languages, its title stands for the portal's own language."""
        texts = {
            language.lower(): Texts(entry.title, entry.description, entry.group).trimmed()
            for language, entry in self.languages.items()
        }
        if not texts:
            texts = {DEFAULT_LANGUAGE: Texts(self.title, self.description).trimmed()}
        return Binding(BindingKey(self.placement, self.handler, self.user_id), texts, self.options, self.id)


# A list that is none is known from its first entry; all that is wrong with half a million would fill the memory.
BINDINGS: TypeAdapter[list[BindingAnswer]] = TypeAdapter(Annotated[list[BindingAnswer], FailFast(), PhpList])
# Plain texts first: hundreds of codes from each of a hundred portals must not pass through Python one by one.
_Code = Annotated[str | Text, Field(union_mode="left_to_right")]
CODES: TypeAdapter[list[str]] = TypeAdapter(Annotated[list[_Code], FailFast(), PhpList])
APP = TypeAdapter(AppAnswer)
PROFILE = TypeAdapter(ProfileAnswer)
TYPES = TypeAdapter(TypesAnswer)


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


def read(shape: TypeAdapter[T], value: object, host: str) -> T:
    """``value`` in the given shape. Raises UnknownOutcomeError when a portal would not answer so."""
    try:
        return shape.validate_python(value)
    except ValidationError:
        raise unreadable(host) from None


def bindings_of(value: object, host: str) -> tuple[Binding, ...]:
    """The bindings of a ``placement.get`` answer."""
    return tuple(binding.binding() for binding in read(BINDINGS, value, host))


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
