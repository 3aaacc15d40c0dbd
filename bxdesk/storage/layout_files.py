"""Layout files that a person named."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from bxdesk.placements.layouts.layout import LayoutFile
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.layouts.layout_yaml import MAX_BYTES, decode_layout
from bxdesk.storage.user_file import read_user_file
from bxdesk.support.daemon import run_in_daemon_thread


async def read_layout(path: Path, name: str = "") -> LayoutFile:
    """Reads a file; mistakes go by ``name``, or else by that of the file. Raises BxdeskError.

    Who gives up need not wait for the end of a pipe or of a long file.
    """
    return await run_in_daemon_thread(partial(_read, path, name or path.name))


def _read(path: Path, name: str) -> LayoutFile:
    return parse_layout(decode_layout(read_user_file(path, MAX_BYTES), name), name)
