"""Why a call ended before it was answered."""

from __future__ import annotations

from bxdesk.checks.check import CheckCode, CheckState
from bxdesk.errors import BxdeskError, Problem


class StoppedError(BxdeskError):
    """A call came no further; ``code`` is the question that this answers, and ``state`` how."""

    def __init__(self, code: CheckCode, state: CheckState, problem: Problem) -> None:
        super().__init__(problem)
        self.code = code
        self.state = state
