"""One window in a process of its own, measured: `python -m tests.benchmarks.window_process KIND BEGAN [PORTAL]`.

KIND is ``empty`` (a bare PySide6 window), ``ours`` (bxdesk's, until its first frame) or ``open`` (bxdesk's with a
portal open; PORTAL is a JSON line of a portal process). BEGAN is the parent's clock when it started this. Prints the
seconds until the first frame and the peak of memory in MB.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.peak import peak_of_this_process
from tests.offscreen import go_offscreen

if TYPE_CHECKING:
    from bxdesk.desk import Desk


def main() -> None:
    """Shows the window, measures, and leaves at once."""
    go_offscreen()
    kind, began = sys.argv[1], float(sys.argv[2])
    first = _empty(began) if kind == "empty" else _ours(began, json.loads(sys.argv[3]) if kind == "open" else None)
    sys.stdout.write(json.dumps({"first_frame": first, "peak": peak_of_this_process()}))
    sys.stdout.flush()
    os._exit(0)  # how either window ends is not what is measured


def _empty(began: float) -> float:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    seen: list[float] = []

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)  # type: ignore[arg-type]
            seen.append(time.monotonic() - began)
            QTimer.singleShot(0, application.quit)

    application = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1280, 760)
    window.show()
    application.exec()
    return seen[0]


def _ours(began: float, portal: dict[str, str] | None) -> float:
    from bxdesk.support.garbage_collection import collect_seldom

    collect_seldom()  # as the program's own entry does
    from bxdesk.composition import settings_file, usual_desk, window_state_file
    from bxdesk.storage.folders import under

    folders = under(Path(tempfile.mkdtemp(prefix="bxdesk-benchmark-")))
    with usual_desk(folders):
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from bxdesk.gui.app import Program

        application = QApplication(sys.argv[:1])
        settings, window_state = settings_file(folders), window_state_file(folders)
        program = Program(lambda: _desk(portal), settings=settings, window_state=window_state, folders=folders)
        seen: list[float] = []
        program.window.painted.connect(lambda: seen.append(time.monotonic() - began))
        if portal is None:
            program.window.painted.connect(lambda: QTimer.singleShot(0, application.quit))
        else:
            program.session.portals.was_read.connect(lambda *_: QTimer.singleShot(500, application.quit))
        program.start()
        application.exec()
    return seen[0]


def _desk(portal: dict[str, str] | None) -> Desk:
    if portal is None:
        time.sleep(60)  # the first frame alone is measured; the core must not be imported beside it
        raise SystemExit
    from bxdesk.accounts.connection import Keys
    from bxdesk.accounts.connections import ConnectionFile, ConnectionList
    from bxdesk.accounts.secret_store import MemorySecrets, compose_keys
    from bxdesk.desk import Desk
    from bxdesk.portal.http import system_trust
    from tests.benchmarks.bench import connection_to

    base = Path(tempfile.mkdtemp(prefix="bxdesk-benchmark-"))
    connection = connection_to(portal["address"], portal["client_id"], portal["member_id"])
    file, secrets = ConnectionFile(base / "connections.json"), MemorySecrets()
    file.write(ConnectionList(connections=(connection,)))
    keys = Keys(portal["client_secret"], portal["access_token"], portal["refresh_token"])
    secrets._kept[connection.identity] = compose_keys(keys)  # saving is awaited, and this is not
    return Desk(file, secrets, system_trust, locks=base / "locks", journal=base / "journal", drafts=base / "drafts")


if __name__ == "__main__":
    main()
