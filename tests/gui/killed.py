"""A window in a process of its own that is killed (SIGKILL) in the middle of something."""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtWidgets import QApplication

from tests.gui.computer import Computer
from tests.gui.main_job import TITLE, fill_and_tick


def main(act: str) -> None:
    """Reads from standard input which computer it runs on; never ends by itself."""
    QApplication(sys.argv)
    computer = Computer.described(sys.stdin.read())
    person = computer.open()
    fill_and_tick(person, widget="Old" if act == "applying" else "")
    person.wait(lambda: any(f'"{TITLE}"' in path.read_text(encoding="utf-8") for path in computer.drafts))
    if act == "typing":
        os.kill(os.getpid(), signal.SIGKILL)
    person.click("reviewButton")
    person.click("applyButton")
    QApplication.exec()


if __name__ == "__main__":
    main(sys.argv[1])
