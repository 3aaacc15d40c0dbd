"""``--self-check``: what this program is made of here, and whether all of it works."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bxdesk.cli.console import DONE, FAILED, Console

if TYPE_CHECKING:
    from bxdesk.support.self_check import Fact


def self_check(console: Console, facts: Iterable[Fact]) -> int:
    """Prints the facts; 1 if one of them is not as it must be."""
    found = list(facts)
    ok = all(fact.ok for fact in found)
    if console.as_json:
        listed = [{"name": fact.name, "value": fact.value, "ok": fact.ok} for fact in found]
        console.print_json({"ok": ok, "facts": listed})
    else:
        width = max(len(fact.name) for fact in found)
        console.print_lines(f"{fact.name:<{width}}  {'' if fact.ok else 'FAILED: '}{fact.value}" for fact in found)
    return DONE if ok else FAILED
