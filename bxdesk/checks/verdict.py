"""What the answers come to: for each widget, and for the app as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bxdesk.checks.check import Check, CheckState, worst


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answers about one handler, worst first; about the app and its places where ``handler`` is None."""

    handler: str | None
    checks: tuple[Check, ...]

    @property
    def state(self) -> CheckState:
        """The worst of the answers."""
        return worst(self.checks)


def verdicts(checks: Iterable[Check]) -> tuple[Verdict, ...]:
    """One for the app and each handler that was asked about, worst first; where they are equal, as they were asked."""
    groups: dict[str | None, list[Check]] = {None: []}
    for check in checks:
        groups.setdefault(check.handler, []).append(check)
    found = [Verdict(handler, tuple(sorted(group, key=_badness))) for handler, group in groups.items() if group]
    return worst_first(found)


def worst_first(found: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The same verdicts, worst first."""
    return tuple(sorted(found, key=lambda verdict: _BADNESS[verdict.state]))


def _badness(check: Check) -> int:
    return _BADNESS[check.state]


_BADNESS = {state: -number for number, state in enumerate(CheckState)}
