"""How placements stand on a portal, seen from a draft: one of them, or many counted together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bxdesk.errors import Problem


class Standing(Enum):
    """How one placement stands on the portal, seen from the draft's handler and texts."""

    FREE = "free"
    BOUND = "bound"
    OTHER_TEXT = "other text"
    OTHER_HANDLER = "other handler"
    UNAVAILABLE = "unavailable"
    UNKNOWN = "unknown"
    """Nobody knows: the app's widgets could not be read."""


@dataclass(frozen=True, slots=True)
class PlaceState:
    """One placement for the tree: how it stands, whether it is ticked, and why it cannot be."""

    code: str
    standing: Standing
    ticked: bool
    obstacle: Problem | None = None

    @property
    def can_be_ticked(self) -> bool:
        """False where the portal would refuse it. What is bound already can always be unticked."""
        return self.obstacle is None or self.standing in (Standing.BOUND, Standing.OTHER_TEXT)


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of placements: all of them, those bound with this handler, those that can be ticked, those ticked.

    ``bound`` is None where the app's widgets could not be read.
    """

    all: int
    bound: int | None
    tickable: int
    ticked: int
