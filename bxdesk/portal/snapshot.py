"""Asking a portal for all that bxdesk needs to know of it: everything in one batch request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bxdesk.placements.permissions import Permission
from bxdesk.portal.rest import Command, RestClient

if TYPE_CHECKING:
    from bxdesk.placements.snapshot import Snapshot

ALWAYS_WANTED = (Permission.PLACEMENT, Permission.CRM, Permission.CONTACT_CENTER)
"""The permissions whose lack is told whatever is to be bound, most pressing first."""
_READS = (
    Command("app.info"),
    Command("scope"),
    Command("profile"),
    Command("placement.list"),
    Command("placement.list", {"FULL": "1"}),
    Command("placement.get"),
    Command("crm.type.list"),
)


async def take_snapshot(client: RestClient, portal: str, member_id: str) -> Snapshot:
    """All that bxdesk needs to know of a portal. Raises PortalError.

    What the person or the app may not read is left empty and named in the snapshot's problems.
    """
    answers = await client.batch(_READS, reading=True)
    from bxdesk.portal.snapshot_reading import read_snapshot  # which the request does not wait for

    return await read_snapshot(client, answers, portal, member_id)
