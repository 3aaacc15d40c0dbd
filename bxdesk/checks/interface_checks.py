"""Whether pages that the portal loads unseen draw the interface they are loaded for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bxdesk.checks.calling import Called
from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.bindings import Binding
from bxdesk.placements.cautions import option_cautions

_CALLED = b"setLayout"
_SCRIPT = re.compile(rb"<script\b[^>]*\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_PORTALS_OWN = b"//api.bitrix24.com/"


def interface_checks(rows: Iterable[Binding], calls: Mapping[str, Called]) -> Iterator[Check]:
    """One check for each row that asks for the built-in interface; ``calls`` are by the handlers' addresses."""
    code, found = CheckCode.BUILTIN_INTERFACE, False
    for row in rows:
        cautions = {problem.code: problem for problem in option_cautions(row.options).values()}
        problem, called = cautions.get(code), calls.get(row.handler)
        if problem is None or called is None or called.page is None:
            continue
        found = True
        state = _state(called.page.content, ended=called.ended)
        if state is CheckState.OK:
            problem = Problem(code, message("The page draws it with “setLayout”."))
        elif state is CheckState.WARNING:
            problem = replace(problem, title=message("The page itself never calls “setLayout”; its scripts may."))
        yield Check.of(code, state, problem, handler=row.handler, placement=row.placement)
    if not found:
        yield Check(code, CheckState.OK, message("No page that answers is asked for it."))


def _state(page: bytes, *, ended: bool) -> CheckState:
    """What a page says of itself. Its scripts are not read: they may hold the call that it lacks."""
    if _CALLED in page:
        return CheckState.OK
    others = any(_PORTALS_OWN not in script for script in _SCRIPT.findall(page))
    return CheckState.WARNING if others or not ended else CheckState.BLOCKED
