"""The REST methods: each takes its arguments as PHP would hold them and gives its result back."""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from . import bind, php
from .contents import DEFAULT_LANGUAGE, SWITCHES, USER
from .errors import PortalError
from .placements import PERMISSIONS
from .timing import date

if TYPE_CHECKING:
    from collections.abc import Callable

    from .apps import Caller
    from .contents import CustomType
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


def call(state: PortalState, caller: Caller, method: str, params: PhpArray) -> object:
    """Carries one method out (its name in lower case). A list comes back as `Listed`; refusals are raised."""
    if not _exists(state, method):
        raise PortalError("ERROR_METHOD_NOT_FOUND")
    scope, function = METHODS[method]
    if scope:
        caller.require(scope)
    state.limits.work(state.settings, method)
    return function(state, caller, params)


def _exists(state: PortalState, method: str) -> bool:
    return method in METHODS and method not in {name.lower() for name in state.settings.missing_methods}


def _method(state: PortalState, caller: Caller, params: PhpArray) -> dict[str, bool]:
    """Whether a method is there, and whether the caller's permissions reach for it."""
    name = php.string(php.upper_keys(params).get("NAME")).lower()
    exists = _exists(state, name)
    return {"isExisting": exists, "isAvailable": exists and METHODS[name][0] in {"", *caller.permissions}}


def _app_info(_state: PortalState, caller: Caller, _params: PhpArray) -> dict[str, Any]:
    return {
        "ID": caller.app.id,
        "CODE": caller.app.client_id,
        "VERSION": 1,
        "STATUS": "L",
        "INSTALLED": caller.app.installed,
        "PAYMENT_EXPIRED": "N",
        "DAYS": None,
        "LANGUAGE_ID": DEFAULT_LANGUAGE,
        "LICENSE": f"{DEFAULT_LANGUAGE}_basic",
        "LICENSE_TYPE": "basic",
        "LICENSE_FAMILY": "basic",
    }


def _scope(_state: PortalState, caller: Caller, params: PhpArray) -> list[str]:
    return list(PERMISSIONS) if php.truthy(php.upper_keys(params).get("FULL")) else caller.scopes


def _profile(state: PortalState, _caller: Caller, _params: PhpArray) -> dict[str, Any]:
    return {
        "ID": USER["ID"],
        "ADMIN": state.settings.admin,
        "NAME": USER["NAME"],
        "LAST_NAME": USER["LAST_NAME"],
        "PERSONAL_GENDER": "",
        "PERSONAL_PHOTO": None,
        "TIME_ZONE": "",
        "TIME_ZONE_OFFSET": 0,
    }


def _types(state: PortalState, _caller: Caller, params: PhpArray) -> Listed:
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


METHODS: dict[str, tuple[str, Callable[[PortalState, Caller, PhpArray], Any]]] = {
    "app.info": ("", _app_info),
    "scope": ("", _scope),
    "profile": ("", _profile),
    "method.get": ("", _method),
    "server.time": ("", lambda state, *_: date(state.clock.now())),
    "crm.type.list": ("crm", _types),
    "placement.list": ("placement", bind.list_codes),
    "placement.get": ("placement", bind.get),
    "placement.bind": ("placement", bind.bind),
    "placement.unbind": ("placement", bind.unbind),
}
"""Name -> the permission it needs ("" for none), and what it does. `batch` is apart: it calls the others."""
