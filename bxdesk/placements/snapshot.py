"""All that was read of a portal at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bxdesk.errors import BxdeskError, Problem
from bxdesk.placements.bindings import Binding, Bindings, by_key

NOT_ADMIN = "not_admin"
"""The code of the problem that who is signed in may change nothing."""


@dataclass(frozen=True, slots=True)
class AppInfo:
    """The app as the portal sees it.

    ``status`` is the portal's letter: F free, D demo, T trial, P paid, L local, S subscription.
    """

    installed: bool
    status: str
    payment_expired: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class PortalUser:
    """Who is signed in."""

    id: int
    name: str
    admin: bool


@dataclass(frozen=True, slots=True)
class CustomType:
    """A custom CRM object type: the number that goes into placement codes, its title, and which switches are off.

    The title is the portal's own, which may have blanks around it. The switches go by the portal's names for them; one
    that it does not tell is not known to be off.
    """

    entity_type_id: int
    title: str
    switched_off: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The title as people read and write it; empty for a type without one."""
        return self.title.strip()


@dataclass(frozen=True)
class Snapshot:
    """A portal at one moment.

    ``placements`` are the codes the app may bind now; ``hidden_placements`` those that a missing permission hides.
    ``problems`` is what stands in the way of the work or of widgets being seen, most pressing first.
    ``bindings_unread`` and ``types_unread`` say why ``bindings`` or ``types`` are empty although nobody knows whether
    the portal holds any; None where what was read is all there is.
    """

    portal: str
    member_id: str
    app: AppInfo
    user: PortalUser
    scopes: frozenset[str]
    placements: frozenset[str]
    hidden_placements: frozenset[str]
    types: tuple[CustomType, ...]
    bindings: tuple[Binding, ...]
    problems: tuple[Problem, ...] = ()
    bindings_unread: Problem | None = None
    types_unread: Problem | None = None

    @cached_property
    def by_key(self) -> Bindings:
        """The bindings, to be looked up by their key."""
        return by_key(self.bindings)

    @cached_property
    def type_titles(self) -> Mapping[int, str]:
        """Custom types' titles by their number, as people read them."""
        return {custom.entity_type_id: custom.name for custom in self.types}

    @cached_property
    def switched_off(self) -> Mapping[int, frozenset[str]]:
        """The switches that are off, by the custom types' numbers."""
        return {custom.entity_type_id: custom.switched_off for custom in self.types if custom.switched_off}

    def require_changeable(self) -> None:
        """Raises BxdeskError when nothing may be planned from it: bindings that were not read, no administrator."""
        not_admin = (problem for problem in self.problems if problem.code == NOT_ADMIN)
        problem = self.bindings_unread or next(not_admin, None)
        if problem is not None:
            raise BxdeskError(problem)

    def with_bindings(self, bindings: tuple[Binding, ...]) -> Snapshot:
        """The same portal with the bindings as they were read just now."""
        return replace(self, bindings=bindings, bindings_unread=None)
