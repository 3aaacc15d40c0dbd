"""Why a widget that is bound is seen by nobody: the portal itself says so nowhere but on this page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .contents import Row
    from .state import PortalState

_OF_A_TYPE = re.compile(r"CRM_DYNAMIC_(\d+)_([A-Z_]+)")
_SWITCHES = {
    "ROBOT_DESIGNER_TOOLBAR": "isAutomationEnabled",
    "DOCUMENTGENERATOR_BUTTON": "isDocumentsEnabled",
    "FUNNELS_TOOLBAR": "isCategoriesEnabled",
}
"""The places that a type has only while something is switched on."""


def hidden_because(state: PortalState, row: Row) -> str:
    """A sentence, or "" for a widget that is seen."""
    app = state.apps.find(row.app_id)
    if app is None or not app.installed:
        return "The application is not fully installed: its widgets are hidden."
    if state.settings.closed_to_user:
        return "The application is closed to you: its widgets are hidden."
    placement = state.placement(row.placement)
    if placement is None or placement.permission not in {"", *app.card.permissions}:
        return "The application lacks the permission for this place."
    if (match := _OF_A_TYPE.fullmatch(row.placement)) and match[2] in _SWITCHES:
        kind = state.type_numbers[int(match[1])]
        if _SWITCHES[match[2]] in kind.switched_off:
            return f"This place is switched off for “{kind.title}”."
    if state.settings.one_tile_per_app and row.placement == "CONTACT_CENTER":
        last = max(tile.id for tile in state.rows if (tile.app_id, tile.placement) == (row.app_id, row.placement))
        if row.id != last:
            return "Another tile of the same application stands in its place."
    return ""
