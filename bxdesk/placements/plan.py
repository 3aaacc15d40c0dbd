"""The steps from a snapshot to what is wanted.

A portal has no update: a binding whose texts or options differ is replaced, which is unbind, then bind. One that goes
and one that comes with the same texts at the same placement are one step, a move: in the end either of them stands.
One that stays beside such a newcomer is noted: people would see the same widget twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from bxdesk.errors import Problem, RemedyKind, remedy
from bxdesk.messages import message
from bxdesk.placements.bindings import Binding, BindingKey, Change, differences
from bxdesk.placements.catalogue import family_of, placement_title
from bxdesk.placements.rules import irreplaceable
from bxdesk.placements.snapshot import Snapshot

LIKELY_PREDECESSOR = "likely_predecessor"
"""The code of the note that a wanted binding probably takes the place of a row."""
_NO_NOTES: Mapping[BindingKey, Problem] = MappingProxyType({})
Known = Mapping[tuple[BindingKey, BindingKey], tuple[Change, ...]]
_NOTHING: Known = MappingProxyType({})


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
    """Steps in the order they are carried out, and the rows that nobody asked about.

    ``notes`` are what a person should know of such rows.
    """

    steps: tuple[Step, ...]
    unmanaged: tuple[Binding, ...] = ()
    notes: Mapping[BindingKey, Problem] = field(default_factory=lambda: _NO_NOTES)

    @property
    def predecessors(self) -> tuple[Binding, ...]:
        """The unmanaged rows that a wanted binding probably takes the place of."""
        noted = (row for row in self.unmanaged if row.key in self.notes)
        return tuple(row for row in noted if self.notes[row.key].code == LIKELY_PREDECESSOR)

    def count(self, action: Action) -> int:
        """How many steps do this."""
        return sum(step.action is action for step in self.steps)


def make_plan(
    snapshot: Snapshot,
    wanted: Iterable[Binding],
    removing: Collection[BindingKey] | None = None,
    known: Known = _NOTHING,
    *,
    moving: bool = False,
) -> Plan:
    """The steps that make the portal of ``snapshot`` hold every wanted binding and none of ``removing``.

    ``removing=None`` removes every row that is not wanted (``--prune``), but none that no bind could bring back. Rows
    that are neither wanted nor removed are left alone and returned as ``unmanaged``; with ``moving``, the likely
    predecessors of wanted bindings go. ``known`` are differences between a row and what it is to become that were found
    already, by the keys of both.
    """
    wanted = tuple(wanted)
    binds, replaces, kept = _bound(snapshot, wanted, known)
    successors = _by_words(wanted)
    unbinds: list[Binding] = []
    unmanaged: list[Binding] = []
    notes: dict[BindingKey, Problem] = {}
    for held in snapshot.bindings:
        if held.key in kept:
            continue
        successor = next((one for one in successors.get(_words(held), ()) if _says_the_same(held, one)), None)
        lasting = irreplaceable(held, snapshot) if removing is None else None
        goes = held.key in removing if removing is not None else lasting is None
        if goes or (moving and successor is not None):
            unbinds.append(held)
            continue
        unmanaged.append(held)
        if lasting is not None:
            notes[held.key] = _kept(lasting)
        elif successor is not None:
            notes[held.key] = _likely_predecessor(held, successor, snapshot)
    moves = _moves(unbinds, binds, known)
    moved = {id(side) for move in moves for side in (move.before, move.after)}
    going = (Step(Action.UNBIND, held, None) for held in unbinds if id(held) not in moved)
    coming = (Step(Action.BIND, None, binding) for binding in binds if id(binding) not in moved)
    # Unbinds come first: a place that takes one widget must be free before another is bound there.
    return Plan((*going, *moves, *replaces, *coming), tuple(unmanaged), MappingProxyType(notes))


def _bound(
    snapshot: Snapshot, wanted: Iterable[Binding], known: Known
) -> tuple[list[Binding], list[Step], set[BindingKey]]:
    """The wanted bindings that are missing, the replaces of those that differ, and the rows that stay or change."""
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
        changes = known.get((held.key, binding.key))
        if changes is None:
            changes = differences(held, binding)
        if changes:
            replaces.append(Step(Action.REPLACE, held, binding, changes))
    return binds, replaces, kept


def move(before: Binding, after: Binding) -> Step:
    """The step that gives the widget of a placement another handler."""
    return Step(Action.MOVE, before, after, differences(before, after))


def _moves(going: Iterable[Binding], coming: Iterable[Binding], known: Known) -> list[Step]:
    """Pairs what goes and what comes at the same placement: known pairs, and what says the same.

    Where one widget has room, any two are a pair.
    """
    going = tuple(going)
    left = {held.key: held for held in going}
    alike = _by_words(going)
    before = {after: old for old, after in known if old in left}
    pairs: list[Step] = []
    for binding in coming:
        candidates = (left.get(before.get(binding.key, binding.key)), *alike.get(_words(binding), ()))
        for held in candidates:
            if held is None or held.key not in left:
                continue
            changes = known.get((held.key, binding.key))
            if changes is not None or _belong(held, binding):
                del left[held.key]
                pairs.append(Step(Action.MOVE, held, binding, changes or differences(held, binding)))
                break
    return pairs


def _by_words(bindings: Iterable[Binding]) -> dict[object, list[Binding]]:
    found: dict[object, list[Binding]] = {}
    for binding in bindings:
        found.setdefault(_words(binding), []).append(binding)
    return found


def _words(binding: Binding) -> object:
    """Equal for bindings that belong together, and for few others: thousands can't be compared each with each."""
    if _is_alone(binding.placement):
        return binding.placement
    texts = [text.trimmed() for text in binding.texts.values()]
    said = sorted((text.title, "" if text.description == "0" else text.description) for text in texts)
    return binding.placement, binding.key.user_id, tuple(pair for pair in said if any(pair))


def _is_alone(placement: str) -> bool:
    """Whether a placement takes one widget of the app."""
    family = family_of(placement)
    return family is not None and family.one_per_app


def _belong(held: Binding, binding: Binding) -> bool:
    return _is_alone(binding.placement) or _says_the_same(held, binding)


def _says_the_same(held: Binding, binding: Binding) -> bool:
    """Whether people take the one for the other: the texts are the same, and the address is another."""
    changed = {change.name for change in differences(held, binding)}
    return {name for name in changed if not name.startswith("options.")} == {"handler"}


def _kept(loss: Problem) -> Problem:
    """The note on a row that is left alone because of what its removal would mean."""
    return loss if loss.remedy else replace(loss, remedy=remedy(RemedyKind.REMOVE_BY_HAND))


def _likely_predecessor(held: Binding, successor: Binding, snapshot: Snapshot) -> Problem:
    place = placement_title(held.placement, snapshot.type_titles)
    return Problem(
        LIKELY_PREDECESSOR,
        message("People would see “{title}” twice at {place}.", title=held.title, place=place),
        message("The widget at {address} has the same texts.", address=successor.handler),
        remedy(RemedyKind.MOVE_OR_REWORD),
    )
