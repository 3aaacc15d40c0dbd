"""The one way to files under ``resources/``: in a checkout, in an installed wheel and in the executable."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of one resource file, e.g. ``resource("pages", "message.html")``. It need not exist."""
    return _folder().joinpath(*parts)


def _folder() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent.parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"
