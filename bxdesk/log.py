"""The log: rotating, on the disk, with hosts and method names and nothing secret."""

from __future__ import annotations

import logging
from pathlib import Path

_BYTES = 512 * 1024
_FILES = 3


def start_log(folder: Path) -> None:
    """Sends log lines to ``bxdesk.log`` in ``folder``; a folder that cannot be written is no reason to stop.

    Other libraries' lines are kept only from WARNING on: some of them log whole addresses.
    """
    from logging.handlers import RotatingFileHandler  # brings sockets and pickle along

    root = logging.getLogger()
    for noisy in ("httpx", "httpcore", "keyring", "uvicorn", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.getLogger("bxdesk").setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "bxdesk.log", maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8")
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
