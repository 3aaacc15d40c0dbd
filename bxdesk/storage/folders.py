"""Where bxdesk keeps things: the platform's folders, or all under one base."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "BXDESK_HOME"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders for settings, for the state of applied plans, and for logs. They need not exist yet."""

    config: Path
    state: Path
    log: Path


def find_folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """The platform's folders, or those under ``BXDESK_HOME`` when it is set."""
    base = environment.get(HOME_VARIABLE)
    if base:
        # A shell leaves the ~ in `env BXDESK_HOME=~/x` and in a unit file to the program.
        return under(Path(os.path.expanduser(base)))  # noqa: PTH111 - pathlib's raises for a person who is not there
    import platformdirs  # the window's first frame waits for this module

    platform = platformdirs.PlatformDirs("bxdesk", appauthor=False)
    return Folders(platform.user_config_path, platform.user_state_path, platform.user_log_path)


def under(base: Path) -> Folders:
    """All folders under one base."""
    return Folders(base / "config", base / "state", base / "log")
