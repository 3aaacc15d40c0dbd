"""What stands on a portal against what is expected there: each binding that appeared, vanished or changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bxdesk.placements.bindings import Binding, Change, differences
from bxdesk.placements.proof_binding import looks_like_a_proof


class DriftKind(StrEnum):
    """What became of a binding."""

    APPEARED = "appeared"
    VANISHED = "vanished"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Drifted:
    """One binding that is not as expected: as it stands now, or as it was before it vanished.

    ``changes`` lead from what was expected to what stands there now (of a changed one only).
    """

    kind: DriftKind
    binding: Binding
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """How far a portal is from what is expected. ``since`` is when that stood there (UTC).

    Held against a layout there is no such time; nor where bxdesk has applied nothing, and then there is no drift.
    """

    changes: tuple[Drifted, ...]
    since: datetime | None = None


def drifted(expected: Iterable[Binding], standing: Iterable[Binding]) -> tuple[Drifted, ...]:
    """What differs, in the order in which it stands on the portal; what vanished comes last.

    A proof may be under way at another computer: its widgets are nobody's change.
    """
    left = {binding.key: binding for binding in expected if not looks_like_a_proof(binding)}
    found: list[Drifted] = []
    for held in standing:
        if looks_like_a_proof(held):
            continue
        wanted = left.pop(held.key, None)
        if wanted is None:
            found.append(Drifted(DriftKind.APPEARED, held))
        elif steps := differences(held, wanted):
            back = tuple(Change(step.name, step.after, step.before) for step in steps)
            found.append(Drifted(DriftKind.CHANGED, held, back))
    found.extend(Drifted(DriftKind.VANISHED, binding) for binding in left.values())
    return tuple(found)
