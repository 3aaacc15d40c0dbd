"""What ``check`` prints for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bxdesk.checks.check import Check, CheckState
from bxdesk.cli.terminal import Coloured
from bxdesk.cli.text_output import problem_lines

_KEPT = {0: "nothing keeps widgets from being seen.", 1: "one thing keeps widgets from being seen."}
_COLOURS = {
    CheckState.OK: "green",
    CheckState.WARNING: "yellow",
    CheckState.BLOCKED: "red",
    CheckState.UNKNOWN: "yellow",
}


def check_lines(portal: str, checks: Iterable[Check]) -> Iterator[str]:
    """What ``check`` prints for one portal: what is in the way first, then all that was asked."""
    order = list(CheckState)
    found = sorted(checks, key=lambda check: -order.index(check.state))
    bad = sum(check.state is CheckState.BLOCKED for check in found)
    yield f"{portal}: {_KEPT.get(bad, f'{bad} things keep widgets from being seen.')}"
    for check in found:
        about = " ".join(part for part in (check.placement, check.handler) if part)
        said = f"{check.question} {check.title}" + (f"  ({about})" if about else "")
        yield Coloured(_COLOURS[check.state], f"  {check.state.value:<9}", said)
        if check.state is not CheckState.OK:
            rest = list(problem_lines(check.problem))[1:]
            yield from (f"         {line}" for line in rest)
