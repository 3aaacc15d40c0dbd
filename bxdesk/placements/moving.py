"""Giving rows another address, and finding addresses that people would take for the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlsplit

from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.availability import bindable, obstacle
from bxdesk.placements.bindings import Binding, BindingKey
from bxdesk.placements.handler import refusal
from bxdesk.placements.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Move:
    """One row and the address it is to get; ``problem`` says why it stays where it is, ``merges`` what it meets."""

    row: Binding
    address: str
    problem: Problem | None = None
    merges: bool = False
    """The same widget stands there already: the row goes, and that one stays as it is."""

    @property
    def becomes(self) -> Binding | None:
        """What the row is to become; None if it only goes."""
        return None if self.merges else replace(self.row, key=replace(self.row.key, handler=self.address))


def moves(rows: Iterable[Binding], before: str, after: str, snapshot: Snapshot) -> tuple[Move, ...]:
    """What becomes of rows when their addresses begin with ``after`` instead of ``before``.

    Rows whose address does not begin with ``before`` are left out; so are those that would stay the same.
    """
    able = bindable(snapshot)
    taken = {(row.placement, row.handler) for row in snapshot.bindings}
    found: list[Move] = []
    for row in rows:
        address = after + row.handler[len(before) :]
        if not row.handler.startswith(before) or address == row.handler:
            continue
        problem = refusal(address)
        if problem is None and row.placement not in able:
            problem = obstacle(row.placement, snapshot)
        place = (row.placement, address)
        found.append(Move(row, address, problem, merges=problem is None and place in taken))
        if problem is None:
            taken.add(place)
    return tuple(found)


def origin_of(address: str) -> str:
    """Scheme, host and port of an address: what changes when a server moves."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else address


def look_alikes(rows: Iterable[Binding]) -> Mapping[BindingKey, tuple[str, ...]]:
    """The addresses at the same place that differ from a row's only by slash, case or the order of the query."""
    alike: dict[tuple[str, object], list[Binding]] = {}
    for row in rows:
        alike.setdefault((row.placement, _plain(row.handler)), []).append(row)
    return {
        row.key: tuple(other.handler for other in same if other.handler != row.handler)
        for same in alike.values()
        if len({row.handler for row in same}) > 1
        for row in same
    }


def alike_warning(address: str, others: Iterable[str]) -> Problem:
    """What to say of a row that has look-alikes."""
    return Problem(
        "look_alike",
        message("People see the same widget twice."),
        message("{address} and {others} are nearly the same.", address=address, others=", ".join(others)),
        message("Remove the one that is not needed."),
    )


def _plain(address: str) -> object:
    try:
        parts = urlsplit(address.casefold())
    except ValueError:
        return address.casefold()
    return parts.netloc, parts.path.rstrip("/"), tuple(sorted(parse_qsl(parts.query, keep_blank_values=True)))
