"""An X screen of its own, and hands and eyes for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from .processes import PATIENCE, wait_until

_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
sys.exit(not application.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


class Screen:
    """Give `environment` to the processes that shall be seen on it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)

    def window(self, title: str, pressing: str = "") -> str:
        """The number of the visible window with this title, as soon as it is there.

        `pressing` is pressed until then: what shall hear it may not be ready yet.
        """
        found: list[str] = []

        def look() -> bool:
            found[:] = self._windows(title)
            if pressing and not found:
                self.press(pressing)
            return bool(found)

        wait_until(look)
        return found[0]

    def close(self, title: str, pressing: str) -> None:
        """Presses a key until the window with this title is gone."""

        def look() -> bool:
            if self._windows(title):
                self.press(pressing)
                return False
            return True

        wait_until(look)

    def title(self, window: str) -> str:
        return self._xdotool("getwindowname", window).strip()

    def focus(self, window: str) -> None:
        """What a window manager does for the window in front."""
        self._xdotool("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        self._xdotool("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Types as fast as people do: a list of known handlers, open for the first letters, takes the keys that come in
        the moment it closes."""
        self._xdotool("type", "--delay", "25", text)

    def picture(self, path: Path) -> QImage:
        """What is on the screen now."""
        subprocess.run([sys.executable, "-c", _GRAB, str(path)], env=self.environment, timeout=PATIENCE, check=True)
        return QImage(str(path))

    def _windows(self, title: str) -> list[str]:
        return self._xdotool("search", "--onlyvisible", "--name", title, check=False).split()

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        return subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=check,
        ).stdout


@contextmanager
def running_screen(environment: Mapping[str, str]) -> Iterator[Screen]:
    """Xvfb under a number that is free."""
    # Without -noreset it starts over whenever its last client leaves, and turns away who connects in that moment.
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as server:
        assert server.stdout is not None
        try:
            number = server.stdout.readline().strip()
            yield Screen({**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"})
        finally:
            server.terminate()
