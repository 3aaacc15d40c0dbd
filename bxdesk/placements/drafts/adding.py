"""Adding a custom type by its number."""

from __future__ import annotations

from collections.abc import Iterable

from bxdesk.errors import Problem
from bxdesk.placements.availability import missing_permission, unknown_type
from bxdesk.placements.codes import timeline_code
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.snapshot import CustomType


def type_obstacle(number: int, types: Iterable[CustomType], view: DraftView) -> Problem | None:
    """Why the portal would refuse the timeline button of the type with this number; None if it would not."""
    if (unread := view.snapshot.bindings_unread or view.snapshot.types_unread) is not None:
        return unread
    if "crm" not in view.snapshot.scopes:
        return missing_permission("crm")
    if number not in {custom.entity_type_id for custom in types}:
        return unknown_type(number)
    state = view.state(timeline_code(number))
    return None if state.can_be_ticked else state.obstacle
