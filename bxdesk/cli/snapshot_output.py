"""What ``status`` prints for people."""

from __future__ import annotations

from collections.abc import Iterator, Sized

from bxdesk.cli.text_output import binding_line, problem_lines
from bxdesk.errors import Problem
from bxdesk.placements.catalogue import placement_title
from bxdesk.placements.cautions import standing_cautions
from bxdesk.placements.snapshot import Snapshot


def snapshot_lines(snapshot: Snapshot) -> Iterator[str]:
    """What ``status`` prints of a portal: who, what is allowed, what is in the way, what stands."""
    yield f"Portal       {snapshot.portal}"
    role = "administrator" if snapshot.user.admin else "not an administrator"
    yield f"User         {snapshot.user.name} ({role})"
    yield f"App          {'installed' if snapshot.app.installed else 'not fully installed'}"
    yield f"Permissions  {', '.join(sorted(snapshot.scopes)) or 'none'}"
    for problem in (*snapshot.problems, *standing_cautions(snapshot)):
        yield ""
        yield from problem_lines(problem)
    yield ""
    yield f"Custom types ({_number(snapshot.types, snapshot.types_unread)})"
    for custom in snapshot.types:
        yield f"  {custom.entity_type_id:>6}  {custom.name}"
    yield ""
    yield f"Widgets of this app ({_number(snapshot.bindings, snapshot.bindings_unread)})"
    for binding in snapshot.bindings:
        yield f"  {binding_line(binding)}"
    yield ""
    yield f"Placements this app may bind ({len(snapshot.placements)})"
    for code in sorted(snapshot.placements):
        title = str(placement_title(code, snapshot.type_titles))
        yield f"  {code}" if title == code else f"  {code}  {title}"


def _number(read: Sized, unread: Problem | None) -> str:
    return str(len(read)) if unread is None else "could not be read"
