"""How long what was applied is kept: the newest of each portal and app, and everything that is not settled."""

from __future__ import annotations

import logging

import anyio.to_thread

from bxdesk.accounts.connection import Connection
from bxdesk.changes.journal import JournalError, JournalFolder
from bxdesk.changes.journal_reading import JournalContent, read_journal

KEPT = 500
"""Journals of one portal and app. Their number decides, not their age: a clock that jumps must not delete any."""

_log = logging.getLogger(__name__)


async def forget_old(folder: JournalFolder, connection: Connection) -> None:
    """Deletes the oldest settled journals when there are too many. What fails here is no reason to stop.

    Whoever calls this has the portal's turn. An undo is newer than what it took back, so it is never deleted first.
    """
    try:
        oldest = (await folder.files(connection))[:-KEPT]
    except JournalError:
        return
    if not oldest:
        return

    def delete() -> None:
        for path in oldest:
            written = read_journal(path)
            if isinstance(written, JournalContent) and written.closed:
                path.unlink(missing_ok=True)

    try:
        await anyio.to_thread.run_sync(delete)
    except OSError as error:
        _log.warning("an old journal cannot be deleted: %s", error.strerror or type(error).__name__)
