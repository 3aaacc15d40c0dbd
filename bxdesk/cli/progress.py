"""Progress of the work on a portal, shown on the status line."""

from __future__ import annotations

from collections.abc import Callable

from bxdesk.cli.status_line import StatusLine
from bxdesk.listener import Listener, Progress


class StatusListener(Listener):
    """Tells how far the work on one portal is, and what it waits for."""

    def __init__(self, status: StatusLine, portal: str, is_cancelled: Callable[[], bool]) -> None:
        self._status = status
        self._portal = portal
        self._is_cancelled = is_cancelled

    def progress(self, progress: Progress) -> None:
        """Names the portal once: most texts name it themselves."""
        said = str(progress.text)
        named = said if self._portal in said else f"{self._portal}: {said}"
        self._status.show(named, progress.done, progress.total)

    def is_cancelled(self) -> bool:
        """Whether Ctrl+C was pressed."""
        return self._is_cancelled()
