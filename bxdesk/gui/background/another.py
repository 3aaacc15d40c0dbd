"""Another bxdesk beside this one."""

from __future__ import annotations

import sys


def open_demo_window() -> bool:
    """Starts a bxdesk of its own on the embedded portal, and leaves it alone; False if the system does not let it.

    What was begun here is untouched: the demo has a process, a portal and folders of its own.
    """
    from PySide6.QtCore import QProcess, QProcessEnvironment  # the first frame starts nothing

    process = QProcess()
    process.setProgram(sys.executable)
    is_packed = getattr(sys, "frozen", False)
    process.setArguments(["--demo"] if is_packed else ["-m", "bxdesk", "--demo"])
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYINSTALLER_RESET_ENVIRONMENT", "1")  # or an executable takes it for a part of itself
    process.setProcessEnvironment(environment)
    started: object = process.startDetached()  # a bool; PySide6's own description says: that, and a process number
    return started is True or (isinstance(started, tuple) and started[0] is True)
