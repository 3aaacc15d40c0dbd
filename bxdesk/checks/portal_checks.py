"""What the portal itself says: the app, who is signed in, and whether it would show widgets at their places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.errors import Problem
from bxdesk.messages import Message, message
from bxdesk.placements.availability import PERMISSION_MISSING, missing_permission, obstacle
from bxdesk.placements.bindings import Binding, BindingKey
from bxdesk.placements.catalogue import family_of, set_by_another_method
from bxdesk.placements.cautions import hidden_by_type, option_cautions, several_tiles
from bxdesk.placements.moving import alike_warning, look_alikes
from bxdesk.placements.permissions import Permission
from bxdesk.placements.snapshot import Snapshot

_OF_THE_APP = (
    (CheckCode.INSTALLATION, "not_installed", CheckState.BLOCKED, message("The app is fully installed.")),
    (CheckCode.ADMINISTRATOR, "not_admin", CheckState.UNKNOWN, message("An administrator is signed in.")),
    (CheckCode.PAYMENT, "payment_expired", CheckState.BLOCKED, message("No paid period has ended.")),
)
"""Questions that the snapshot's problems answer: the problem's code, what it means, and what is said without it."""


def app_checks(snapshot: Snapshot, rows: Collection[Binding]) -> Iterator[Check]:
    """Questions about the app as a whole."""
    problems = {problem.code: problem for problem in snapshot.problems}
    for code, problem_code, state, good in _OF_THE_APP:
        problem = problems.get(problem_code)
        yield Check(code, CheckState.OK, good) if problem is None else Check.of(code, state, problem)
    yield from _permissions(snapshot, rows)


def place_checks(snapshot: Snapshot, rows: Collection[Binding]) -> Iterator[Check]:
    """Questions about the places where rows stand, and about rows beside each other."""
    codes = dict.fromkeys(row.placement for row in rows)
    yield from _found(CheckCode.OFFERED, message("The portal offers every place."), _not_offered(codes, snapshot))
    yield from _found(
        CheckCode.SWITCHED_OFF,
        message("No custom type has a place switched off."),
        (
            Check.of(CheckCode.SWITCHED_OFF, CheckState.BLOCKED, problem, placement=code)
            for code in codes
            if (problem := hidden_by_type(code, snapshot)) is not None
        ),
    )
    yield from _found(CheckCode.NOTICE_TEXTS, message("No notice is half filled."), _half_notices(rows))
    yield from _found(CheckCode.LOOKALIKE, message("No two widgets look the same."), _look_alikes(rows))
    yield from _found(
        CheckCode.CONTACT_CENTER_TILES,
        message("The app has no second tile."),
        (Check.of(CheckCode.CONTACT_CENTER_TILES, CheckState.WARNING, problem) for problem in several_tiles(rows)),
    )


def vanished_checks(applied: Iterable[Binding], snapshot: Snapshot) -> Iterator[Check]:
    """Which of the rows that were applied no longer stand."""
    standing = {row.key for row in snapshot.bindings}
    yield from _found(
        CheckCode.VANISHED,
        message("Everything stands that was applied."),
        (_vanished(row.key) for row in applied if row.key not in standing),
    )


def _found(code: CheckCode, good: Message, checks: Iterable[Check]) -> Iterator[Check]:
    """The checks that found something, or the one that says that nothing was found."""
    found = list(checks)
    yield from found or [Check(code, CheckState.OK, good)]


def _permissions(snapshot: Snapshot, rows: Iterable[Binding]) -> Iterator[Check]:
    needed: dict[str, list[str]] = {Permission.PLACEMENT: []}
    for row in rows:
        family = family_of(row.placement)
        if family is not None and family.permission is not None:
            needed.setdefault(family.permission, []).append(row.placement)
    yield from _found(
        CheckCode.PERMISSION,
        message("The app has every permission that its widgets need."),
        (
            Check.of(
                CheckCode.PERMISSION,
                CheckState.BLOCKED,
                missing_permission(permission),
                facts={"permission": str(permission), "placements": tuple(dict.fromkeys(codes))},
            )
            for permission, codes in needed.items()
            if permission not in snapshot.scopes
        ),
    )


def _not_offered(codes: Iterable[str], snapshot: Snapshot) -> Iterator[Check]:
    for code in codes:
        if set_by_another_method(code):
            continue
        problem = obstacle(code, snapshot)
        if problem is not None and problem.code != PERMISSION_MISSING:
            yield Check.of(CheckCode.OFFERED, CheckState.BLOCKED, problem, placement=code)


def _half_notices(rows: Iterable[Binding]) -> Iterator[Check]:
    for row in rows:
        for problem in option_cautions(row.options).values():
            if problem.code == CheckCode.NOTICE_TEXTS:
                yield _of_row(CheckCode.NOTICE_TEXTS, problem, row.key)


def _look_alikes(rows: Iterable[Binding]) -> Iterator[Check]:
    for key, others in look_alikes(rows).items():
        yield _of_row(CheckCode.LOOKALIKE, alike_warning(key.handler, others), key)


def _of_row(code: CheckCode, problem: Problem, key: BindingKey) -> Check:
    return Check.of(code, CheckState.WARNING, problem, handler=key.handler, placement=key.placement)


def _vanished(key: BindingKey) -> Check:
    return Check(
        CheckCode.VANISHED,
        CheckState.BLOCKED,
        message("It was applied, and no longer stands there."),
        message("Somebody removed it, the app was updated, or the portal dropped it by itself."),
        message("Apply it again; if it vanishes once more, the portal drops it."),
        key.handler,
        key.placement,
    )
