"""What the window imports in its own thread stays light: the core is imported beside it, in the worker's."""

from __future__ import annotations

import subprocess
import sys

_PROBE = """
import importlib, pkgutil, sys
import bxdesk.gui
for module in pkgutil.walk_packages(bxdesk.gui.__path__, "bxdesk.gui."):
    importlib.import_module(module.name)
print([name for name in ("pydantic", "httpx", "keyring", "anyio", "ruamel.yaml", "uvicorn") if name in sys.modules])
"""


def test_no_module_of_the_window_imports_a_heavy_part() -> None:
    """Two threads that import the same library at once may see half of it."""
    done = subprocess.run([sys.executable, "-c", _PROBE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


_SOURCES = """
import linecache
import bxdesk.gui.window
linecache.clearcache()
import httpx
print(len(linecache.cache))
"""


def test_no_source_is_read_and_kept_for_what_is_imported_beside_the_window() -> None:
    done = subprocess.run([sys.executable, "-c", _SOURCES], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


_BESIDE = """
import sys
import bxdesk.gui.window
import bxdesk.accounts.portal_session
print({"click", "rich", "pygments"} & {*sys.modules}, "httpx" in sys.modules)
"""


def test_the_window_does_without_a_command_line_and_what_that_is_built_on() -> None:
    done = subprocess.run([sys.executable, "-c", _BESIDE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set() True"


_FIRST_FRAME = """
import sys
import bxdesk.gui.app
import bxdesk.gui.window
from PySide6 import QtWidgets
slow = ("QStyle", "QHeaderView", "QDialogButtonBox", "QTableView", "QTreeView")
print([name for name in slow if name in vars(QtWidgets)], "PySide6.QtSvg" in sys.modules)
"""


def test_the_first_frame_does_without_what_takes_qt_long_to_make_for_python() -> None:
    done = subprocess.run([sys.executable, "-c", _FIRST_FRAME], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"


_SCROLLED = """
from PySide6 import QtWidgets
from bxdesk.gui.parts.scrolling import WholeWindow
application = QtWidgets.QApplication([])
whole = WholeWindow(QtWidgets.QWidget())
whole.show()
application.processEvents()
print("QScrollArea" in vars(QtWidgets), "QWizard" in vars(QtWidgets))
"""


def test_the_first_frame_makes_no_kinds_of_widgets_that_it_does_not_show() -> None:
    done = subprocess.run([sys.executable, "-c", _SCROLLED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True False"
