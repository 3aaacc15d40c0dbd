"""The log: rotating, on the disk, with hosts and method names and nothing secret; its owner alone may read it."""

from __future__ import annotations

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

_NAME = "bxdesk.log"
_BYTES = 512 * 1024
_FILES = 3
_OWNER = 0o600


def start_no_log() -> None:
    """Drops log lines; Python would print those of faults where people see them."""
    logging.getLogger().addHandler(logging.NullHandler())


def start_log(folder: Path) -> None:
    """Sends log lines to ``bxdesk.log`` in ``folder``; a folder that cannot be written is no reason to stop.

    Other libraries' lines are kept only from WARNING on: some of them log whole addresses.
    """
    root = logging.getLogger()
    for noisy in ("httpx", "httpcore", "keyring", "uvicorn", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.getLogger("bxdesk").setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        for written in folder.glob(f"{_NAME}*"):
            written.chmod(_OWNER)
        handler = _OwnersFile(folder / _NAME, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8")
    except OSError:
        start_no_log()
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)


class _OwnersFile(RotatingFileHandler):
    """Every file that it opens, after each rotation as well, is for its owner's eyes."""

    def _open(self) -> TextIOWrapper:
        # A pipe that lies in its place is not waited for.
        flags = os.O_CREAT | os.O_APPEND | os.O_WRONLY | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(self.baseFilename, flags, _OWNER)
        return os.fdopen(handle, self.mode, encoding=self.encoding, errors=self.errors)  # type: ignore[return-value]
