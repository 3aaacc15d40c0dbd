"""Asking a portal for all that bxdesk needs to know: one batch request, further pages of custom types in a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bxdesk.placements.permissions import Permission
from bxdesk.portal.answers import read
from bxdesk.portal.errors import unreadable
from bxdesk.portal.rest import BATCH_LIMIT, Answer, Command, RestClient

if TYPE_CHECKING:
    from bxdesk.placements.snapshot import CustomType, Snapshot

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
_MOST_TYPES = 10_000
"""A portal that has more is one whose pages do not end."""


async def take_snapshot(client: RestClient, portal: str, member_id: str) -> Snapshot:
    """All that bxdesk needs to know of a portal. Raises PortalError.

    What the person or the app may not read is left empty and named in the snapshot's problems.
    """
    answers = await client.batch(_READS, reading=True)
    from bxdesk.portal.snapshot_reading import read_snapshot  # which the request does not wait for

    return read_snapshot(answers, await _types(client, answers[-1]), portal, member_id, client.host)


async def _types(client: RestClient, first: Answer) -> list[CustomType]:
    from bxdesk.portal.results import TYPES
    from bxdesk.portal.snapshot_reading import tolerated

    found = read(TYPES, tolerated(first, {"types": []}), client.host)
    begin, step = first.next or None, first.next or 0
    while begin is not None:
        if len(found) > _MOST_TYPES:
            raise unreadable(client.host)
        # One request reads up to 50 further pages, as long as they are as the last one was: a page says where the next
        # begins, and the last has none.
        missing = -(-(first.total - begin) // step) if first.total else BATCH_LIMIT
        starts = [begin + step * index for index in range(max(1, min(missing, BATCH_LIMIT)))]
        answers = await client.batch([Command("crm.type.list", {"start": start}) for start in starts], reading=True)
        begin = None
        for start, answer in zip(starts, answers, strict=True):
            found.extend(read(TYPES, answer.value(), client.host))
            # A portal that names a page already read would be asked for ever.
            begin = answer.next if answer.next is not None and answer.next > start else None
            if begin != start + step:
                step = step if begin is None else begin - start
                break
    return found
