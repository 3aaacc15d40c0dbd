"""How an application gets its first tokens and is completed: the event, *Reinstall*, and `installFinish`."""

from __future__ import annotations

import ipaddress
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from .authorization import token_reply
from .contents import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from .apps import App
    from .state import PortalState

_PATIENCE = 5.0


def install_event(state: PortalState, app: App) -> dict[str, str]:
    """The fields of `ONAPPINSTALL` as an app without an interface gets them, with fresh tokens."""
    auth = token_reply(state, state.issue(app)) | {
        "scope": ",".join(app.scopes),
        "domain": state.portal_origin.partition("://")[2],
        "application_token": app.application_token,
    }
    data = {"VERSION": 1, "ACTIVE": "Y", "INSTALLED": "Y" if app.installed else "N", "LANGUAGE_ID": DEFAULT_LANGUAGE}
    return {
        "event": "ONAPPINSTALL",
        **{f"data[{name}]": str(value) for name, value in data.items()},
        "ts": str(int(state.clock.now())),
        **{f"auth[{name}]": str(value) for name, value in auth.items()},
    }


def reinstall(state: PortalState, app: App) -> None:
    """What *Reinstall* on the card does at once: an app with an interface is to show its installation page again."""
    if state.settings.reinstall_ends_tokens:
        state.tokens.revoke(app.id)
    app.granted = app.card.permissions
    app.reinstalling = not app.card.api_only


def finish(app: App) -> bool:
    """What `installFinish` does on the installation page, and whether it did anything."""
    if not app.in_install_mode:
        return False
    app.installed, app.reinstalling = True, False
    return True


def send_event(address: str, fields: dict[str, str]) -> str:
    """Posts the event as the portal's server does, and says in a sentence what came of it. Takes its time."""
    if urlsplit(address).scheme not in {"http", "https"}:
        return f"{address} is not the address of a web page."
    if _is_loopback(address):
        return f"The portal's server cannot reach {address}: that address is on your own computer."
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, urlencode(fields).encode(), _PATIENCE) as answer:
            return f"ONAPPINSTALL was sent to {address}, which answered {answer.status}."
    except (OSError, ValueError) as error:
        return f"ONAPPINSTALL could not be sent to {address}: {error}"


def _is_loopback(address: str) -> bool:
    try:
        host = urlsplit(address).hostname or ""
        return host == "localhost" or host.endswith(".localhost") or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
