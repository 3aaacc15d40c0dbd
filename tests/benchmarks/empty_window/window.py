"""An empty window: what any program with PySide6 costs."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("empty window")
window.resize(1280, 760)
window.show()
sys.exit(application.exec())
