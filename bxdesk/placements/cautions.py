"""What a portal takes without a word, although people would not see it, or not as it was meant.

Nothing here stands in the way: whoever knows better goes on. The facts are those of docs/protocol.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bxdesk.errors import Problem
from bxdesk.messages import listed, message
from bxdesk.placements.bindings import Binding
from bxdesk.placements.catalogue import family_of, placement_title
from bxdesk.placements.codes import type_number
from bxdesk.placements.families.crm import BUILT_IN_INTERFACE, CONTACT_CENTER_TILE
from bxdesk.placements.plan import Plan
from bxdesk.placements.rules import KnownThere, doubted, irreplaceable
from bxdesk.placements.snapshot import Snapshot

_NOTICE = ("newUserNotificationTitle", "newUserNotificationText")
_TILE = CONTACT_CENTER_TILE.patterns[0]
_NAMED = 3
"""So many places are named, the others counted."""


def option_cautions(options: Mapping[str, str]) -> Mapping[str, Problem]:
    """What is to be said beside options, by their keys."""
    found: dict[str, Problem] = {}
    if options.get(BUILT_IN_INTERFACE) == "Y":
        found[BUILT_IN_INTERFACE] = Problem(
            "builtin_interface",
            message("With the built-in interface an ordinary page shows nothing."),
            message("The portal loads the page unseen, and draws what its script asks for with “setLayout”."),
            message("Choose it only for a page that was written for it."),
        )
    empty = [key for key in _NOTICE if not options.get(key, "").strip()]
    if len(empty) == 1:
        found[empty[0]] = Problem(
            "notice_texts",
            message("One text of the notice has no effect without the other."),
            message(
                "People see the notice only if both are filled. Its “learn more” opens the app's own address, the "
                "handler path of its card."
            ),
            message("Enter the other text too, or empty both."),
        )
    return found


def hidden_by_type(code: str, snapshot: Snapshot) -> Problem | None:
    """Why nobody sees a widget at the place of a custom type; None if the type hides nothing there."""
    number, family = type_number(code), family_of(code)
    switch = family.switch if family is not None and number is not None else None
    if switch is None or number is None or switch.key not in snapshot.switched_off.get(number, ()):
        return None
    return Problem(
        "switched_off",
        message("Nobody sees it there: this type has its {what} switched off.", what=switch.title),
        message("A portal takes the widget all the same."),
        message("Switch its {what} on in the type's settings on the portal.", what=switch.title),
    )


def row_cautions(rows: Iterable[Binding], snapshot: Snapshot) -> tuple[Problem, ...]:
    """What is to be said of rows, each thing once, with the places that it is about."""
    found: list[tuple[Problem, list[str]]] = []
    for row in rows:
        for problem in _of_row(row, snapshot):
            places = next((places for known, places in found if known == problem), None)
            if places is None:
                found.append((problem, [row.placement]))
            else:
                places.append(row.placement)
    return tuple(_at(problem, places, snapshot) for problem, places in found)


def standing_cautions(snapshot: Snapshot) -> tuple[Problem, ...]:
    """What is to be said of the rows that a portal holds."""
    return (*row_cautions(snapshot.bindings, snapshot), *several_tiles(snapshot.bindings))


def plan_cautions(plan: Plan, snapshot: Snapshot) -> tuple[Problem, ...]:
    """What is to be said of the rows that a plan brings about."""
    coming = [step.after for step in plan.steps if step.after is not None]
    going = {step.before.key for step in plan.steps if step.before is not None}
    final = [*(row for row in snapshot.bindings if row.key not in going), *coming]
    tiles = several_tiles(final) if any(row.placement == _TILE for row in coming) else ()
    return (*row_cautions(coming, snapshot), *tiles)


def review_cautions(plan: Plan, snapshot: Snapshot) -> tuple[Problem, ...]:
    """All that speaks against a plan for whoever reviews it: what is lost with it, what it brings about."""
    removed = [step.before for step in plan.steps if step.after is None and step.before is not None]
    lost = [problem for row in removed if (problem := irreplaceable(row, snapshot)) is not None]
    coming = [step.after for step in plan.steps if step.after is not None]
    known = KnownThere(snapshot)
    found = [*lost, *plan.notes.values()]
    found += [finding.problem for binding in coming for finding in doubted(binding, known)]
    if coming and not snapshot.app.installed:
        found += [problem for problem in snapshot.problems if problem.code == "not_installed"]
    found += plan_cautions(plan, snapshot)
    return tuple({(problem.code, str(problem), str(problem.remedy)): problem for problem in found}.values())


def _of_row(row: Binding, snapshot: Snapshot) -> Iterator[Problem]:
    yield from option_cautions(row.options).values()
    hidden = hidden_by_type(row.placement, snapshot)
    if hidden is not None:
        yield hidden


def several_tiles(rows: Iterable[Binding]) -> tuple[Problem, ...]:
    """What is to be said of an app's tiles in the Contact Center; nothing of a single one."""
    if sum(row.placement == _TILE for row in rows) < 2:
        return ()
    return (
        Problem(
            "contact_center_tiles",
            message("This app has several tiles in the Contact Center."),
            message("Some portals show only the last tile of an app."),
            message("Use one tile whose page offers the choice."),
        ),
    )


def _at(problem: Problem, codes: list[str], snapshot: Snapshot) -> Problem:
    titles = [placement_title(code, snapshot.type_titles) for code in codes[:_NAMED]]
    if len(codes) > _NAMED:
        titles.append(message("{count} more", count=len(codes) - _NAMED))
    return replace(problem, title=message("{places}: {problem}", places=listed(titles), problem=problem.title))
