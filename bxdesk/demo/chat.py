"""The options that some placements insist on: the chat's, and the background worker's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from .errors import PortalError

Check: TypeAlias = Callable[[Mapping[str, str]], PortalError | None]
"""Takes the options as they would be stored; gives back why they cannot be, or None."""

_CONTEXTS = frozenset({"ALL", "USER", "CHAT", "LINES", "CRM"})
_ROLES = frozenset({"USER", "ADMIN"})
_COLORS = frozenset(
    {"RED", "GREEN", "MINT", "LIGHT_BLUE", "DARK_BLUE", "PURPLE", "AQUA", "PINK", "LIME", "BROWN", "AZURE", "KHAKI"}
    | {"SAND", "ORANGE", "MARENGO", "GRAPHITE", "GRAY"}
)


def needs_error_address(options: Mapping[str, str]) -> PortalError | None:
    """`PAGE_BACKGROUND_WORKER` wants to know whom to tell when it is switched off."""
    if not options.get("errorHandlerUrl"):
        return PortalError("EMPTY_ERROR_HANDLER_URL", "Field errorHandlerUrl is empty.")
    return None


def _icon(name: str) -> PortalError | None:
    if not name:
        return PortalError("EMPTY_ERROR_ICON_NAME", "Field iconName is empty.")
    if len(name) > 50 or not re.search(r"[a-zA-Z \-]", name):
        return PortalError("INVALID_ERROR_ICON_NAME", "Field iconName is invalid.")
    return None


def _chat(options: Mapping[str, str]) -> PortalError | None:
    if "iconName" in options and (error := _icon(options["iconName"])):
        return error
    allowed: dict[str, Callable[[str], bool]] = {
        "extranet": lambda text: text in {"Y", "N"},
        "context": lambda text: set(text.split(";")) <= _CONTEXTS,
        "role": lambda text: text in _ROLES,
        "color": lambda text: text in _COLORS,
        "width": lambda text: not text.startswith("-"),
        "height": lambda text: not text.startswith("-"),
    }
    for name, is_allowed in allowed.items():
        if (text := options.get(name, "")) and not is_allowed(text):
            return PortalError(f"INVALID_ERROR_{name.upper()}", f"Field {name} is invalid.")
    return None


CHAT_CHECKS: Mapping[str, Check] = dict.fromkeys(
    ("IM_TEXTAREA", "IM_SIDEBAR", "IM_NAVIGATION", "IM_CONTEXT_MENU", "IMMOBILE_CONTEXT_MENU", "IM_SMILES_SELECTOR"),
    _chat,
)
