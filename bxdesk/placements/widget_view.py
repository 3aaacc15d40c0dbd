"""One widget of a draft, held against a snapshot: the state of each place, and what can be ticked.

Looks bindings up once, so that asking for ten thousand places is quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from bxdesk.errors import Problem
from bxdesk.placements.availability import bindable, obstacle
from bxdesk.placements.bindings import Binding
from bxdesk.placements.catalogue import family_of
from bxdesk.placements.codes import normalise
from bxdesk.placements.draft import Draft
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.widgets import Places, Widget


class PlaceStatus(Enum):
    """How a place stands on the portal, seen from one widget."""

    FREE = "free"
    BOUND = "bound"
    CHANGED = "changed"
    """Bound, and to be replaced or moved: its content or the widget's address was edited."""
    OTHERS = "others"
    """Other widgets of the app stand there, or wait for it."""
    UNAVAILABLE = "unavailable"
    UNKNOWN = "unknown"
    """Nobody knows: the app's bindings could not be read."""


@dataclass(frozen=True, slots=True)
class PlaceState:
    """One place: how it stands, whether it is ticked and has content of its own, and why it cannot be ticked."""

    code: str
    status: PlaceStatus
    ticked: bool
    own: bool = False
    obstacle: Problem | None = None

    @property
    def can_be_ticked(self) -> bool:
        """False where the portal would refuse it. What is bound already can always be unticked."""
        return self.obstacle is None or self.status in (PlaceStatus.BOUND, PlaceStatus.CHANGED)


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of places: all of them, those bound with this widget, those that can be ticked, those ticked; what waits.

    ``bound`` is None where the app's bindings could not be read.
    """

    all: int
    bound: int | None
    tickable: int
    ticked: int
    to_bind: int
    to_unbind: int


class WidgetView:
    """The widget under ``key``; an empty one where there is none yet."""

    def __init__(self, draft: Draft, snapshot: Snapshot, key: str) -> None:
        self.draft = draft
        self.snapshot = snapshot
        self.key = key
        self.widget = draft.layout.widgets.get(key, Widget())
        before = draft.base.widgets.get(key, Widget())
        self._held = before.bindings
        self._wanted: Mapping[str, Binding] = self.widget.bindings
        self._bindable = bindable(snapshot)
        self._states: dict[str, PlaceState] = {}

    @cached_property
    def _changed(self) -> frozenset[str]:
        return frozenset(change.placement for change in self.draft.changes if change.widget == self.key)

    @cached_property
    def _others(self) -> Mapping[str, list[Widget]]:
        """The other widgets, as they were read and as they are wanted, by the places where they are."""
        found: dict[str, list[Widget]] = {}
        for other, widget in (*self.draft.base.widgets.items(), *self.draft.layout.widgets.items()):
            for code in widget.places if other != self.key else ():
                found.setdefault(code, []).append(widget)
        return found

    def held(self, code: str) -> Binding | None:
        """The binding that the portal holds of this widget at a place, if any."""
        return self._held.get(normalise(code))

    def wanted(self, code: str) -> Binding | None:
        """What is wanted at a place; None where the widget is not."""
        return self._wanted.get(normalise(code))

    def others_at(self, code: str) -> tuple[str, ...]:
        """The titles of the other widgets that stand at a place or wait for it."""
        return tuple(dict.fromkeys(widget.content_at(code).title for widget in self._others.get(normalise(code), ())))

    def state(self, code: str) -> PlaceState:
        """How one place stands."""
        known = self._states.get(code)
        if known is None:
            known = self._states[code] = self._look(normalise(code))
        return known

    def can_be_ticked(self, code: str) -> bool:
        """What :meth:`state` says of it, without looking any closer; for a code in upper case."""
        return code in self._bindable or code in self._held

    def able(self, codes: AbstractSet[str]) -> AbstractSet[str]:
        """Those of the codes that can be ticked; for codes in upper case."""
        return (self._bindable & codes) | (self._held.keys() & codes)

    def tally(self, codes: AbstractSet[str]) -> Tally:
        """Counts places; for codes in upper case."""
        return Tally(
            all=len(codes),
            bound=len(self._held.keys() & codes) if self.snapshot.bindings_unread is None else None,
            tickable=len(self.able(codes)),
            ticked=len(self._wanted.keys() & codes),
            to_bind=len((self._wanted.keys() - self._held.keys()) & codes),
            to_unbind=len((self._held.keys() - self._wanted.keys()) & codes),
        )

    @property
    def latest_ticked(self) -> str:
        """The place that was ticked last, otherwise one that is bound; empty if there is none."""
        return next(reversed([*self.widget.places]), "")

    def option_places(self) -> tuple[str, ...]:
        """One place of each family that takes options, in the order they were ticked."""
        found: dict[str, str] = {}
        for code in self.widget.places:
            family = family_of(code)
            if family is not None and family.options:
                found.setdefault(family.key, code)
        return tuple(found.values())

    def ticked(self, codes: Iterable[str], ticked: bool) -> Widget:
        """The widget after these places were ticked or unticked; what cannot be ticked stays as it is.

        A place that is ticked again has the content that it had when it was read.
        """
        codes = [code for code in map(normalise, codes) if not ticked or self.can_be_ticked(code)]
        if not ticked:
            return self.widget.without_places(codes)
        before: Places = self.draft.base.widgets.get(self.key, Widget()).places
        return self.widget.with_places({code: before.get(code) for code in codes if code not in self.widget.places})

    def _look(self, code: str) -> PlaceState:
        held, wanted = self._held.get(code), self._wanted.get(code)
        why_not = None if code in self._bindable else obstacle(code, self.snapshot)
        if held is not None:
            changed = wanted is not None and code in self._changed
            status = PlaceStatus.CHANGED if changed else PlaceStatus.BOUND
        elif why_not is not None:
            status = PlaceStatus.UNKNOWN if why_not is self.snapshot.bindings_unread else PlaceStatus.UNAVAILABLE
        else:
            status = PlaceStatus.OTHERS if code in self._others else PlaceStatus.FREE
        own = self.widget.places.get(code) is not None
        return PlaceState(code, status, wanted is not None, own, why_not)
