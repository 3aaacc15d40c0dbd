"""What many portals are to become: the plan for each of them, made of what was read there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bxdesk.messages import Message, message

if TYPE_CHECKING:
    from bxdesk.placements.plan import Plan
    from bxdesk.placements.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Planner:
    """``wanted`` are the permissions that a portal is to be read with; ``plan`` raises BxdeskError where none fits."""

    wanted: Collection[str]
    plan: Callable[[Snapshot], Plan]


class Goal(Protocol):
    """Works in the worker thread."""

    async def planner(self) -> Planner:
        """What plans for each portal. Raises BxdeskError where nothing can be planned for any."""

    @property
    def why_removed(self) -> Message:
        """Why plans remove widgets."""


@dataclass(frozen=True, slots=True)
class LayoutGoal:
    """As a layout file says; with ``prunes``, what it does not name goes."""

    path: Path
    prunes: bool = False

    async def planner(self) -> Planner:
        """Reads the file, once for all portals."""
        from bxdesk.placements.layouts.layout import needed_permissions, resolve
        from bxdesk.placements.plan import make_plan
        from bxdesk.storage.layout_files import read_layout

        layout = await read_layout(self.path)
        removing = None if self.prunes else ()
        return Planner(needed_permissions(layout), lambda read: make_plan(read, resolve(layout, read), removing))

    @property
    def why_removed(self) -> Message:
        """They are not in the file."""
        return message("The layout does not name it.")


@dataclass(frozen=True, slots=True)
class MoveGoal:
    """Every widget whose address begins with ``before`` at the address that begins with ``after``."""

    before: str
    after: str

    async def planner(self) -> Planner:
        """Wants nothing but what was read."""
        from bxdesk.placements.moving import move_plan, moves

        return Planner((), lambda read: move_plan(moves(read.bindings, self.before, self.after, read), read))

    @property
    def why_removed(self) -> Message:
        """Two would stand there otherwise."""
        return message("It stands at the new address already.")
