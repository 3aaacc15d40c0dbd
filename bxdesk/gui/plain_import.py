"""Importing no more beside the window than it needs: it stays in memory until the end."""

from __future__ import annotations

import builtins
import linecache
import sys

import PySide6.QtCore  # noqa: F401 - it brings the hook along


def restore_import() -> None:
    """Takes PySide6's import hook out again.

    The hook serves ``from __feature__ import …`` alone, which nothing here uses. For its sake the source of every
    module that any thread imports afterwards is read, searched and kept: 15 MB for the core, and a sixth of its time.
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
        linecache.clearcache()


def leave_out_command_line() -> None:
    """Has httpx do without a command line of its own, which is built on click: a megabyte. Programs leave it out too.

    ``None`` stands for a module that is not there, as Python's reference has it for :data:`sys.modules`.
    """
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
