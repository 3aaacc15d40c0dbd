"""A dark palette, for platforms that have no theme of their own."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

DARK = {
    QPalette.ColorRole.Window: "#323232",
    QPalette.ColorRole.Base: "#242424",
    QPalette.ColorRole.AlternateBase: "#2b2b2b",
    QPalette.ColorRole.PlaceholderText: "#909090",
    QPalette.ColorRole.Button: "#323232",
    QPalette.ColorRole.WindowText: "#f0f0f0",
    QPalette.ColorRole.Text: "#f0f0f0",
    QPalette.ColorRole.ButtonText: "#f0f0f0",
    QPalette.ColorRole.Accent: "#308cc6",
}


def darken(application: QApplication) -> None:
    """Gives the program the dark palette."""
    palette = QPalette(application.palette())
    for role, tint in DARK.items():
        palette.setColor(role, QColor(tint))
    application.setPalette(palette)
