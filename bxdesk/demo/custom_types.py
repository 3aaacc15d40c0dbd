"""`crm.type.*`: custom types of CRM objects."""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from . import php
from .contents import SWITCHES, CustomType
from .errors import PortalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from .apps import Caller
    from .php import PhpArray, PhpValue
    from .state import PortalState

PAGE = 50
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a list, with what stands beside it in the answer."""

    result: Any
    total: int
    next: int | None


def fields(state: PortalState, _caller: Caller, _params: PhpArray) -> dict[str, Any]:
    """What a type is made of, and what of it can be written."""
    state.require_admin()
    written = {"title", "entityTypeId", *SWITCHES}
    names = _type(CustomType(0, 0, ""))
    return {"fields": {name: {"isRequired": name == "title", "isReadOnly": name not in written} for name in names}}


def add(state: PortalState, _caller: Caller, params: PhpArray) -> dict[str, Any]:
    """A new type; a switch is off unless `fields` says otherwise."""
    state.require_admin()
    given = _given(params)
    number = php.integer(given.get("entityTypeId")) or None
    try:
        item = state.add_type(_title(given), number)
    except ValueError as error:
        raise PortalError("BX_INVALID_VALUE", str(error)) from error
    item.switched_off = tuple(name for name in SWITCHES if given.get(name) != "Y")
    return {"type": _type(item)}


def get(state: PortalState, _caller: Caller, params: PhpArray) -> dict[str, Any]:
    """A type by its `id`."""
    return {"type": _type(_found(state, params))}


def get_by_number(state: PortalState, _caller: Caller, params: PhpArray) -> dict[str, Any]:
    """A type by its `entityTypeId`."""
    state.require_admin()
    item = state.type_numbers.get(php.integer(php.upper_keys(params).get("ENTITYTYPEID")))
    if item is None:
        raise _not_found()
    return {"type": _type(item)}


def update(state: PortalState, _caller: Caller, params: PhpArray) -> dict[str, Any]:
    """Changes the title and the switches that `fields` names."""
    item, given = _found(state, params), _given(params)
    if "title" in given:
        item.title = _title(given)
    item.switched_off = tuple(
        name for name in SWITCHES if (given[name] != "Y" if name in given else name in item.switched_off)
    )
    return {"type": _type(item)}


def delete(state: PortalState, _caller: Caller, params: PhpArray) -> list[Any]:
    """Removes a type, and its placements with it."""
    state.remove_type(_found(state, params).entity_type_id)
    return []


def list_page(state: PortalState, _caller: Caller, params: PhpArray) -> Listed:
    """Custom types, 50 at a time from `start`, in the order and with the filter asked for."""
    state.require_admin()
    params = php.upper_keys(params)
    items = [item for item in state.types if _matches(item, params.get("FILTER"))]
    order = params.get("ORDER")
    for name, direction in reversed(order.items()) if isinstance(order, dict) else ():
        descending = php.string(direction).lower() == "desc"
        items.sort(key=partial(_sort_key, str(name)), reverse=descending)
    start = max(0, php.integer(params.get("START")))
    page = items[start : start + PAGE]
    following = start + PAGE if start + PAGE < len(items) else None
    return Listed({"types": [_type(item) for item in page]}, len(items), following)


def _type(item: CustomType) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "code": "",
        "createdBy": 1,
        "entityTypeId": item.entity_type_id,
        "customSectionId": None,
        **{name: "N" if name in item.switched_off else "Y" for name in SWITCHES},
        "createdTime": "2024-03-11T10:12:30+02:00",
        "updatedTime": "2024-03-11T10:12:30+02:00",
        "updatedBy": 1,
    }


def _sort_key(name: str, item: CustomType) -> tuple[float, str]:
    value = _type(item).get(name, item.id)
    return (value, "") if isinstance(value, int) else (math.inf, str(value))


def _matches(item: CustomType, given: PhpValue) -> bool:
    """Whether a type passes the filter: `=`, the same in a name alone, `!`, `%`, `>`, `>=`, `<` or `<=`."""
    fields = _type(item)
    for key, wanted in given.items() if isinstance(given, dict) else ():
        name = str(key).lstrip("=<>%@!")
        sign = str(key)[: len(str(key)) - len(name)]
        if name in fields and not _passes(sign, fields[name], wanted):
            return False
    return True


def _passes(sign: str, mine: PhpValue, wanted: PhpValue) -> bool:
    if sign == "%":
        return php.string(wanted).lower() in php.string(mine).lower()
    if sign in {"!", "!="}:
        return php.string(mine) not in _wanted(wanted)
    if sign in _COMPARE:
        return _COMPARE[sign](php.integer(mine), php.integer(wanted))
    return php.string(mine) in _wanted(wanted)


def _wanted(value: PhpValue) -> set[str]:
    return {php.string(item) for item in (value.values() if isinstance(value, dict) else [value])}


def _found(state: PortalState, params: PhpArray) -> CustomType:
    state.require_admin()
    number = php.integer(php.upper_keys(params).get("ID"))
    item = next((item for item in state.types if item.id == number), None)
    if item is None:
        raise _not_found()
    return item


def _not_found() -> PortalError:
    return PortalError("NOT_FOUND", "Smart process type not found")


def _given(params: PhpArray) -> PhpArray:
    given = php.upper_keys(params).get("FIELDS")
    return given if isinstance(given, dict) else {}


def _title(given: PhpArray) -> str:
    title = php.trim(given.get("title"))
    if not title:
        raise PortalError("BX_EMPTY_REQUIRED", 'Required field "title" is empty')
    return title
