"""The steps from a snapshot to what is wanted.

A portal has no update: a binding whose texts or options differ is replaced, which is unbind, then bind. One that goes
and one that comes with the same texts at the same placement are one step, a move: in the end either of them stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bxdesk.placements.bindings import Binding, BindingKey, Change, differences
from bxdesk.placements.catalogue import family_of, set_by_another_method
from bxdesk.placements.snapshot import Snapshot

_NOTHING: Mapping[BindingKey, tuple[Change, ...]] = MappingProxyType({})


class Action(StrEnum):
    """What a step does."""

    BIND = "bind"
    UNBIND = "unbind"
    REPLACE = "replace"
    MOVE = "move"
    """The widget of a placement gets another handler."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change on the portal.

    ``before`` is the row that stands there (None for a bind), ``after`` the one that will (None for an unbind),
    ``changes`` what differs between the two (replace and move only).
    """

    action: Action
    before: Binding | None
    after: Binding | None
    changes: tuple[Change, ...] = ()

    @property
    def binding(self) -> Binding:
        """The binding the step is about: the new one, or the one that goes."""
        binding = self.after or self.before
        if binding is None:
            raise ValueError("a step is about a binding")
        return binding

    @property
    def key(self) -> BindingKey:
        """The key of the binding the step is about."""
        return self.binding.key


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in the order they are carried out, and the bindings that nobody asked about."""

    steps: tuple[Step, ...]
    unmanaged: tuple[Binding, ...] = ()

    def count(self, action: Action) -> int:
        """How many steps do this."""
        return sum(step.action is action for step in self.steps)


def make_plan(
    snapshot: Snapshot,
    wanted: Iterable[Binding],
    removing: Collection[BindingKey] | None = None,
    known: Mapping[BindingKey, tuple[Change, ...]] = _NOTHING,
) -> Plan:
    """The steps that make the portal of ``snapshot`` hold every wanted binding and none of ``removing``.

    ``removing=None`` removes every row that is not wanted (``--prune``), but none that no bind could bring back. Rows
    that are neither wanted nor removed are left alone and returned as ``unmanaged``. ``known`` are differences that
    were found already, for rows with the same key before and after.
    """
    binds: list[Binding] = []
    replaces: list[Step] = []
    kept: set[BindingKey] = set()
    by_key = {held.key: held for held in snapshot.bindings}
    # A portal allows one row for a placement and a handler, so the same pair for somebody else is the one to replace.
    by_place = {(held.placement, held.handler): held for held in reversed(snapshot.bindings)}
    for binding in wanted:
        held = by_key.get(binding.key) or by_place.get((binding.placement, binding.handler))
        if held is None:
            binds.append(binding)
            continue
        kept.add(held.key)
        changes = known.get(binding.key)
        if changes is None:
            changes = differences(held, binding)
        if changes:
            replaces.append(Step(Action.REPLACE, held, binding, changes))
    unbinds: list[Binding] = []
    unmanaged: list[Binding] = []
    for held in snapshot.bindings:
        if held.key in kept:
            continue
        if held.key in removing if removing is not None else not set_by_another_method(held.placement):
            unbinds.append(held)
        else:
            unmanaged.append(held)
    moves = _moves(unbinds, binds)
    moved = {id(side) for move in moves for side in (move.before, move.after)}
    going = (Step(Action.UNBIND, held, None) for held in unbinds if id(held) not in moved)
    coming = (Step(Action.BIND, None, binding) for binding in binds if id(binding) not in moved)
    # Unbinds come first: a place that takes one widget must be free before another is bound there.
    return Plan((*going, *moves, *replaces, *coming), tuple(unmanaged))


def move(before: Binding, after: Binding) -> Step:
    """The step that gives the widget of a placement another handler."""
    return Step(Action.MOVE, before, after, differences(before, after))


def _moves(going: Iterable[Binding], coming: Iterable[Binding]) -> list[Step]:
    """Pairs what goes and what comes at the same placement and says the same; where one widget has room, any two."""
    left: dict[str, list[Binding]] = {}
    for held in going:
        left.setdefault(held.placement, []).append(held)
    pairs: list[Step] = []
    for binding in coming:
        pair = next((move(held, binding) for held in left.get(binding.placement, ()) if _belong(held, binding)), None)
        if pair is not None and pair.before is not None:
            left[binding.placement].remove(pair.before)
            pairs.append(pair)
    return pairs


def _belong(held: Binding, binding: Binding) -> bool:
    family = family_of(binding.placement)
    return (family is not None and family.one_per_app) or {change.name for change in differences(held, binding)} == {
        "handler"
    }
