"""Whether a portal answers at an address, asked before anybody is sent there."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx

from bxdesk.portal.answers import error_in
from bxdesk.portal.errors import moved, unreadable
from bxdesk.portal.http import transport_errors

_PATIENCE = 20.0
"""Seconds. A call without a key is refused at once."""


async def check_portal(http: httpx.AsyncClient, origin: str) -> None:
    """Raises PortalError when nothing, or something else than a portal, answers at ``origin``.

    Every portal refuses a call without a key in a way of its own; no key is sent. Without this question a mistyped
    address would end in a strange page in the browser and in a wait for nothing here.
    """
    host = urlsplit(origin).netloc
    with transport_errors(host):
        response = await http.post(f"{origin}/rest/profile", json={}, timeout=_PATIENCE)
    if response.is_redirect:
        target = urlsplit(response.headers.get("Location", "")).netloc
        if target and target != host:
            raise moved(host, target)
        return
    try:
        error = error_in(response.json())
    except ValueError:
        error = None
    if error is None:
        raise unreadable(host)
