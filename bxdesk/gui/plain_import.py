"""Python's own ``import`` for everything that comes after PySide6."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - it brings the hook along


def restore_import() -> None:
    """Takes PySide6's import hook out again.

    The hook serves ``from __feature__ import …`` alone, which nothing here uses. For its sake the source of every
    module that any thread imports afterwards is read, searched and kept: 15 MB for the core, and a sixth of its time.
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
