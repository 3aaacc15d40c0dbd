"""Whether a portal answers at an address, asked before anybody is sent there."""

from __future__ import annotations

from urllib.parse import urljoin

import httpx

from bxdesk.errors import Problem
from bxdesk.listener import SILENT, Listener
from bxdesk.messages import message
from bxdesk.portal.address import PortalAddress, named_address, ways_to
from bxdesk.portal.answers import body_of, error_in
from bxdesk.portal.errors import PortalError, UnknownOutcomeError, moved, unreadable
from bxdesk.portal.http import transport_errors
from bxdesk.portal.transport import listener_extension

_PATIENCE = 20.0
"""Seconds. A call without a key is refused at once."""


async def find_portal(
    http: httpx.AsyncClient, typed: str, listener: Listener = SILENT, *, known: bool = False
) -> PortalAddress:
    """Where the portal answers that a person typed the address of.

    One that is ``known``, whose answer will prove which it is, is followed to the address it was renamed to. Raises
    PortalAddressError for what is no address, PortalError when no portal answers there.
    """
    ways = ways_to(typed)
    failures: list[PortalError] = []
    for address in ways:
        try:
            found = await _check(http, address, listener, follow=known)
        except PortalError as error:
            failures.append(error)
            continue
        if failures:
            listener.say(message("The portal answers at {address}: http:// was missing.", address=address.origin))
        return found
    reached = next((error for error in failures if error.problem.code != "unreachable"), None)
    raise reached or (failures[0] if len(ways) == 1 else _neither(failures[0].problem))


async def _check(http: httpx.AsyncClient, address: PortalAddress, listener: Listener, *, follow: bool) -> PortalAddress:
    """Where a portal answers: at this address, or at the one it leads to. Raises PortalError.

    Every portal refuses a call without a key in a way of its own; no key is sent. Without this question a mistyped
    address would end in a strange page in the browser and in a wait for nothing here.
    """
    host, url = address.netloc, f"{address.origin}/rest/profile"
    with transport_errors(host):
        response = await http.post(url, json={}, timeout=_PATIENCE, extensions=listener_extension(listener))
    if response.is_redirect:
        target = named_address(urljoin(url, response.headers.get("Location", "")))
        if target is not None and target.host != address.host:
            if not follow:
                raise moved(host, target.netloc)
            return await _check(http, target.over_https(), listener, follow=False)
        return address
    if error_in(body_of(response, host)) is None:
        raise unreadable(host)
    return address


def _neither(problem: Problem) -> PortalError:
    """What is said where nothing answers over either scheme."""
    return UnknownOutcomeError(
        Problem(
            problem.code,
            problem.title,
            message("{reason} Both https and http were tried.", reason=problem.explanation),
            message("Check the address; write it with https:// or http:// before the name."),
        )
    )
