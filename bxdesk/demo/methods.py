"""The REST methods: each takes its arguments as PHP would hold them and gives its result back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import bind, custom_types, php
from .clock import date
from .contents import DEFAULT_LANGUAGE, USER
from .errors import PortalError, empty_argument
from .placements import FURTHER_PERMISSIONS, PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .apps import Caller
    from .php import PhpArray
    from .state import PortalState


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


def _app_info(state: PortalState, caller: Caller, _params: PhpArray) -> dict[str, Any]:
    return {
        "ID": caller.app.id,
        "CODE": caller.app.client_id,
        "VERSION": 1,
        "STATUS": "L",
        "INSTALLED": caller.app.installed,
        "PAYMENT_EXPIRED": "Y" if state.settings.payment_expired else "N",
        "DAYS": None,
        "LANGUAGE_ID": DEFAULT_LANGUAGE,
        "LICENSE": f"{DEFAULT_LANGUAGE}_basic",
        "LICENSE_TYPE": "basic",
        "LICENSE_FAMILY": "basic",
    }


def _scope(_state: PortalState, caller: Caller, params: PhpArray) -> list[str]:
    return [*PERMISSIONS, *FURTHER_PERMISSIONS] if php.truthy(php.upper_keys(params).get("FULL")) else caller.scopes


def _profile(state: PortalState, _caller: Caller, _params: PhpArray) -> dict[str, Any]:
    if state.settings.dismissed:
        return {}
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


def _set_options(state: PortalState, caller: Caller, params: PhpArray) -> bool:
    """Keeps whatever the app wants to find again."""
    state.require_admin()
    options = php.upper_keys(params).get("OPTIONS")
    if not isinstance(options, dict):
        raise empty_argument("options")
    caller.app.options |= {str(name): php.string(value) for name, value in options.items()}
    return True


def _options(_state: PortalState, caller: Caller, params: PhpArray) -> object:
    """All that `app.option.set` kept, or the one asked for."""
    name = php.string(php.upper_keys(params).get("OPTION"))
    return caller.app.options.get(name, "") if name else dict(caller.app.options)


METHODS: dict[str, tuple[str, Callable[[PortalState, Caller, PhpArray], Any]]] = {
    "app.info": ("", _app_info),
    "scope": ("", _scope),
    "profile": ("", _profile),
    "method.get": ("", _method),
    "server.time": ("", lambda state, *_: date(state.clock.now())),
    "app.option.set": ("", _set_options),
    "app.option.get": ("", _options),
    "crm.type.fields": ("crm", custom_types.fields),
    "crm.type.add": ("crm", custom_types.add),
    "crm.type.get": ("crm", custom_types.get),
    "crm.type.getbyentitytypeid": ("crm", custom_types.get_by_number),
    "crm.type.update": ("crm", custom_types.update),
    "crm.type.delete": ("crm", custom_types.delete),
    "crm.type.list": ("crm", custom_types.list_page),
    "placement.list": ("placement", bind.list_codes),
    "placement.get": ("placement", bind.get),
    "placement.bind": ("placement", bind.bind),
    "placement.unbind": ("placement", bind.unbind),
}
"""Name -> the permission it needs ("" for none), and what it does. `batch` is apart: it calls the others."""
