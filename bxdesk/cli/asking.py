"""What becomes of a question that nobody said yes to."""

from __future__ import annotations

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message


class NotConfirmedError(BxdeskError):
    """The person was asked and did not say yes."""

    def __init__(self) -> None:
        super().__init__(Problem("not_confirmed", message("Nothing was changed.")))
