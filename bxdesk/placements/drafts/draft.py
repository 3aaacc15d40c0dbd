"""What a person has ticked and typed so far.

A tick means: *this* handler is bound *there*. Ticks are kept as what was changed by hand against what stands on the
portal, so they survive a refresh; bindings with other handlers are never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from bxdesk.placements.bindings import Binding, BindingKey, differences
from bxdesk.placements.codes import normalise
from bxdesk.placements.saying import Saying


class Mark(Enum):
    """What a person decided about one placement."""

    WANTED = "wanted"
    """To be bound; what is bound already takes the draft's texts, whatever its own."""
    UNWANTED = "unwanted"
    KEPT = "kept"
    """Bound already, and its own texts stay."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The handler and what its widgets say as typed, and the decisions by placement code.

    ``own`` is what single placements say instead of the common ``said``. ``rows`` decides about single rows of any
    handler, apart from the ticks: what such a row is to become, or None if it is to go.
    """

    handler: str = ""
    said: Saying = field(default_factory=Saying)
    marks: Mapping[str, Mark] = field(default_factory=lambda: MappingProxyType({}))
    own: Mapping[str, Saying] = field(default_factory=lambda: MappingProxyType({}))
    rows: Mapping[BindingKey, Binding | None] = field(default_factory=lambda: MappingProxyType({}))

    def saying(self, code: str) -> Saying:
        """What the widget says at a placement."""
        return self.own.get(code, self.said)

    def with_own(self, sayings: Mapping[str, Saying | None]) -> Draft:
        """The draft with texts of their own for some placements; None takes them back."""
        own = {**self.own, **sayings}
        return replace(self, own=MappingProxyType({code: said for code, said in own.items() if said is not None}))

    def settled(self, rows: Mapping[BindingKey, Binding]) -> Draft:
        """The draft without decisions about rows that came out as wanted, given the rows that stand now."""
        left = {key: becomes for key, becomes in self.rows.items() if not _is_done(key, becomes, rows)}
        return replace(self, rows=MappingProxyType(left))

    def with_rows(self, rows: Mapping[BindingKey, Binding | None]) -> Draft:
        """The draft with these rows decided."""
        return replace(self, rows=MappingProxyType({**self.rows, **rows}))

    def marked(self, codes: Iterable[str], mark: Mark | None) -> Draft:
        """The draft with these placements decided anew; ``None`` takes the decision back."""
        marks = dict(self.marks)
        for code in codes:
            marks.pop(normalise(code), None)
            if mark is not None:
                marks[normalise(code)] = mark
        return replace(self, marks=MappingProxyType(marks))

    def cleared(self) -> Draft:
        """The draft without any decision; what was typed for all stays."""
        return Draft(self.handler, self.said)

    @property
    def is_decided(self) -> bool:
        """Whether there is anything that :meth:`cleared` would forget."""
        return bool(self.marks or self.own or self.rows)


def _is_done(key: BindingKey, becomes: Binding | None, rows: Mapping[BindingKey, Binding]) -> bool:
    if becomes is None or becomes.key != key:
        return key not in rows and (becomes is None or becomes.key in rows)
    return key in rows and not differences(rows[key], becomes)
