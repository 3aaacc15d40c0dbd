"""Giving rows another address, and finding addresses that people would take for the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlsplit

from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.availability import bindable, obstacle
from bxdesk.placements.bindings import Binding, BindingKey, differences
from bxdesk.placements.handler import refusal
from bxdesk.placements.plan import Plan, make_plan
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

    Rows whose address does not begin with ``before`` are left out; so are those that would stay the same, and where
    ``after`` is longer than ``before``, those that begin with it already: a move that was cut off can be made again.
    """
    is_longer = after.startswith(before)
    able = bindable(snapshot)
    found: list[Move] = []
    for row in rows:
        address = after + row.handler[len(before) :]
        is_there = address == row.handler or (is_longer and row.handler.startswith(after))
        if is_there or not row.handler.startswith(before):
            continue
        problem = refusal(address)
        if problem is None and row.placement not in able:
            problem = obstacle(row.placement, snapshot)
        found.append(Move(row, address, problem))
    return tuple(_merged(found, snapshot))


def _merged(found: Sequence[Move], snapshot: Snapshot) -> Iterator[Move]:
    """The moves with what each meets: a row that moves away itself is none, whichever of the two is listed first."""
    able = [one for one in found if one.problem is None]
    taken = {(row.placement, row.handler) for row in snapshot.bindings}
    taken -= {(one.row.placement, one.row.handler) for one in able}
    for one in found:
        place = (one.row.placement, one.address)
        yield replace(one, merges=one.problem is None and place in taken)
        if one.problem is None:
            taken.add(place)


def first_refusal(found: Iterable[Move]) -> Problem | None:
    """Why the first of the rows that stay does so; None where none stays."""
    return next((one.problem for one in found if one.problem is not None), None)


def by_widget(found: Iterable[Move]) -> tuple[tuple[Move, ...], ...]:
    """Moves that say the same about one widget together: its places that get the same address, or stay for one reason.

    None of the groups is empty.
    """
    groups: dict[object, list[Move]] = {}
    for one in found:
        groups.setdefault((one.row.handler, str(one.problem), one.merges), []).append(one)
    return tuple(map(tuple, groups.values()))


def move_plan(found: Iterable[Move], snapshot: Snapshot) -> Plan:
    """The steps that make the moves of rows of ``snapshot``; those that have a problem are left out."""
    able = [one for one in found if one.problem is None]
    pairs = [(one.row, becomes) for one in able if (becomes := one.becomes) is not None]
    known = {(before.key, after.key): differences(before, after) for before, after in pairs}
    return make_plan(snapshot, [after for _, after in pairs], {one.row.key for one in able}, known)


def shape_warning(before: str, after: str, rows: Iterable[Binding]) -> Problem | None:
    """What is probably a slip in two beginnings of addresses: the new ones would be put together in another way.

    None where the ends of both fit what follows in the addresses of ``rows``.
    """
    rests = [row.handler[len(before) :] for row in rows if row.handler.startswith(before)]
    if any(rest and rest[0] not in "/?#" and not before.endswith(("/", "=")) for rest in rests):
        return Problem(
            "move_inside_name",
            message("The beginning ends inside a name."),
            message("What is left of it stays behind the new one: look at the new addresses."),
        )
    if any(rests) and before.endswith("/") != after.endswith("/"):
        return Problem(
            "move_slash",
            message("Only one of the two ends with a slash."),
            message("The new addresses have one slash more or less than the old ones."),
        )
    if any(rests) and ("?" in after) != ("?" in before):
        return Problem(
            "move_query",
            message("Only one of the two has a query (“?”)."),
            message("What follows becomes a part of it, or is none any more."),
        )
    return None


def origins_of(rows: Iterable[Binding]) -> tuple[str, ...]:
    """The origins of the addresses of rows, the commonest first."""
    return tuple(origin for origin, _ in Counter(origin_of(row.handler) for row in rows).most_common())


def differing_parts(before: str, after: str) -> tuple[str, str]:
    """Of two addresses what is not the same: whole names between slashes, so that one still sees what each is."""
    old, new = (re.split(r"(?<=/)", address) for address in (before, after))
    while len(old) > 1 and len(new) > 1 and old[0] == new[0]:
        del old[0], new[0]
    while len(old) > 1 and len(new) > 1 and old[-1] == new[-1]:
        del old[-1], new[-1]
    shorter, longer = "".join(old), "".join(new)
    both_end = shorter.endswith("/") and longer.endswith("/")
    return (shorter[:-1], longer[:-1]) if both_end else (shorter, longer)


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
