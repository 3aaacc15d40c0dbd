"""What the portal sends to a widget's handler when somebody opens the widget."""

from __future__ import annotations

import json
import math
import re
import secrets
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from .contents import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from .apps import App
    from .contents import Row
    from .state import PortalState

_ITEM_NAMES = (
    (r"CRM_(?:QUOTE|SMART_INVOICE|DYNAMIC_\d+)_DETAIL_TOOLBAR", "ENTITY_ID"),
    (r"CRM_\w+_(?:DOCUMENTGENERATOR_BUTTON|ACTIVITY_TIMELINE_MENU)", "ENTITY_ID"),
    (r"CRM_\w+_(?:DETAIL_ACTIVITY|DETAIL_TAB|DETAIL_TOOLBAR|LIST_MENU)", "ID"),
    (r"IM_(?:TEXTAREA|SIDEBAR|CONTEXT_MENU|SMILES_SELECTOR)|IMMOBILE_CONTEXT_MENU", "dialogId"),
    (r"TASK_VIEW_\w+", "taskId"),
    (r"TASK_LIST_CONTEXT_MENU", "ID"),
    (r"TASK_USER_LIST_TOOLBAR|USER_PROFILE_\w+", "USER_ID"),
    (r"TASK_(?:GROUP_LIST|ROBOT_DESIGNER)_TOOLBAR|SONET_GROUP_(?:DETAIL_TAB|ROBOT_DESIGNER_TOOLBAR)", "GROUP_ID"),
)
"""What the places that are opened on an item call it; all others are told of none."""
_RECORD = {
    "ASSOCIATED_ENTITY_ID": "1407",
    "ASSOCIATED_ENTITY_TYPE_ID": "6",
    "TYPE_ID": "1",
    "TYPE_CATEGORY_ID": "2",
    "TIMELINE_ITEM_ID": "90211",
}
"""What is told of a single record in the timeline."""
_TIMELINE = re.compile(r"CRM_(?:DYNAMIC_(\d+)|(\w+))_DETAIL_ACTIVITY")
_ENTITY_TYPES = {"LEAD": 1, "DEAL": 2, "CONTACT": 3, "COMPANY": 4, "QUOTE": 7, "ORDER": 14, "SMART_INVOICE": 31}
NOTICE_TEXTS = ("newUserNotificationTitle", "newUserNotificationText")
"""The options of a timeline widget that make a notice, its title and its text."""


@dataclass(frozen=True, slots=True)
class WidgetCall:
    """A form to be posted to `address`, or, without `fields`, an address to be opened like a link.

    The fields hold tokens, so they are kept out of the `repr`.
    """

    address: str
    fields: dict[str, str]

    @property
    def frame(self) -> str:
        """The name of the frame that it is posted into, which tells the page there what portal it is in."""
        if not self.fields:
            return "widget"
        query = dict(parse_qsl(urlsplit(self.address).query))
        return "|".join(query[name] for name in ("DOMAIN", "PROTOCOL", "APP_SID"))

    def __repr__(self) -> str:
        return f"WidgetCall({self.fields.get('PLACEMENT')} -> {self.address.partition('?')[0]})"


def uses_built_in_interface(row: Row) -> bool:
    """Whether the portal draws the widget's interface itself and loads the handler's page hidden."""
    return row.options.get("useBuiltInInterface") == "Y"


def widget_call(state: PortalState, row: Row, item: str = "", language: str = DEFAULT_LANGUAGE) -> WidgetCall:
    """The call that opens a row's widget, on the CRM item with the number `item` where there is one, for a reader."""
    app = state.apps.find(row.app_id)
    if app is None:
        raise KeyError(row.app_id)
    if row.placement == "BI_ANALYTICS_MENU":
        return WidgetCall(row.handler, {})
    return _call(state, app, row.handler, row.placement, _options(row, item), language)


def _options(row: Row, item: str) -> dict[str, str]:
    """What is told of the place where the widget was opened."""
    if row.placement == "CONTACT_CENTER":
        return {"ID": str(row.id)}
    if uses_built_in_interface(row):
        return {"entityTypeId": _entity_type(row.placement), "entityId": item, "useBuiltInInterface": "Y"}
    if not item:
        return {}
    if row.placement == "CRM_BANK_DETAIL_AUTOCOMPLETE":
        return {"searchQuery": "", "eid": item, "external_context_id": "bank-detail-1"}
    record = _RECORD if row.placement.endswith("_ACTIVITY_TIMELINE_MENU") else {}
    names = (name for pattern, name in _ITEM_NAMES if re.fullmatch(pattern, row.placement))
    return dict.fromkeys(islice(names, 1), item) | record


def application_call(
    state: PortalState, app: App, options: dict[str, str], language: str = DEFAULT_LANGUAGE
) -> WidgetCall:
    """The call that opens the app itself, at its own handler path."""
    return _call(state, app, app.card.handler_path, "DEFAULT", options, language)


def install_call(state: PortalState, app: App, address: str) -> WidgetCall:
    """The call to an app's install path, which brings its first tokens."""
    return _call(state, app, address, "DEFAULT", {"install_finished": "Y" if app.installed else "N"})


def _entity_type(placement: str) -> str:
    match = _TIMELINE.fullmatch(placement)
    return str((match[1] or _ENTITY_TYPES[match[2]]) if match else "")


def _call(
    state: PortalState,
    app: App,
    handler: str,
    placement: str,
    options: dict[str, str],
    language: str = DEFAULT_LANGUAGE,
) -> WidgetCall:
    scheme, _, domain = state.portal_origin.partition("://")
    query = urlencode(
        {
            "DOMAIN": domain,
            "PROTOCOL": "1" if scheme == "https" else "0",
            "LANG": language,
            "APP_SID": secrets.token_hex(16),
        }
    )
    pair = state.issue(app)
    fields = {
        "AUTH_ID": pair.access,
        "AUTH_EXPIRES": str(math.ceil(pair.expires - state.clock.now())),
        "REFRESH_ID": pair.refresh,
        "SERVER_ENDPOINT": f"{state.authorization_origin}/rest/",
        "APPLICATION_TOKEN": app.application_token,
        "APPLICATION_SCOPE": ",".join(app.scopes),
        "member_id": state.member_id,
        "status": "L",
        "PLACEMENT": placement,
        "PLACEMENT_OPTIONS": json.dumps(options, separators=(",", ":")) if options else "[]",
    }
    return WidgetCall(f"{handler}{'&' if '?' in handler else '?'}{query}", fields)
