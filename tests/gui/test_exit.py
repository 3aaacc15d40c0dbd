"""The program's end: whenever it comes, nothing aborts, crashes or hangs."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from bxdesk.gui.background.interrupt import Interrupt
from bxdesk.support.signals import Handler

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from bxdesk.composition import demo_desk
from bxdesk.gui.app import run_window

app = QApplication(sys.argv[:1])
delay = int(sys.argv[1])
if delay >= 0:
    QTimer.singleShot(delay, app.closeAllWindows)
else:
    QTimer.singleShot(1500, lambda: print("up", flush=True))
with demo_desk() as open_desk:
    sys.exit(run_window(open_desk))
"""


def _noise(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if "This plugin does not support" not in line]


@pytest.mark.parametrize("delay", [0, 150, 400, 900])
def test_closing_the_window_at_any_moment_ends_the_program_in_order(delay: int) -> None:
    """At these moments it paints, imports, signs in to the demo portal, reads, and shows it."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(delay)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, _noise(done.stderr)) == (0, [])


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_as_its_cross_would(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "-1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "up\n"
        began = time.monotonic()
        running.send_signal(number)
        _, stderr = running.communicate(timeout=30)
        assert (running.returncode, _noise(stderr)) == (0, [])
        assert time.monotonic() - began < 20


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_a_signal_that_comes_while_it_is_being_caught_is_not_lost(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Asked(QObject):
        told = Signal()

        def quit(self) -> None:
            self.told.emit()

    catch = signal.signal

    def catch_and_be_hit(number: int, handler: Handler) -> Handler:
        before = catch(number, handler)
        if number == signal.SIGTERM and before is signal.SIG_DFL:
            signal.raise_signal(number)
        return before

    monkeypatch.setattr(signal, "signal", catch_and_be_hit)
    asked = Asked()
    interrupt = Interrupt(asked)  # type: ignore[arg-type] # all that is done with it is quitting
    try:
        with qtbot.waitSignal(asked.told):
            interrupt.arm()
    finally:
        interrupt.disarm()


WITH_HELP = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from bxdesk.composition import demo_desk
from bxdesk.gui.app import run_window

app = QApplication([])


def window(name):
    return next((widget for widget in app.topLevelWidgets() if widget.objectName() == name), None)


def close_when_help_is_there():
    if window("helpDialog") is None:
        window("mainWindow").findChild(QPushButton, "helpButton").click()
    else:
        watch.stop()
        window("mainWindow").close()


watch = QTimer()
watch.timeout.connect(close_when_help_is_there)
watch.start(300)
with demo_desk() as open_desk:
    sys.exit(run_window(open_desk))
"""


def test_the_help_beside_the_window_does_not_keep_the_program_from_ending() -> None:
    done = subprocess.run([sys.executable, "-c", WITH_HELP], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, _noise(done.stderr)) == (0, [])
