"""Windows without a screen: Qt's offscreen platform, with a screen of the size that people have."""

from __future__ import annotations

import os
from pathlib import Path

_SCREEN = Path(__file__).with_name("offscreen.json")


def go_offscreen() -> None:
    """For the application that is made next, unless another platform was chosen. Its own screen has 800 × 800 only."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        # Relative: the colon after a drive's letter would end the path.
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={os.path.relpath(_SCREEN)}"
