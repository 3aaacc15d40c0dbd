"""Light and dark: what the platform paints, and colours of bxdesk's own where it has chosen none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from bxdesk.gui.parts.theme import blend, is_dark

_OWN = {
    # By whether it is dark: button, window, base, text, placeholder, disabled, link, highlight. White on the highlight,
    # and each text on the window and the base, has a contrast of at least 4.5 : 1, what is disabled aside.
    False: ("#ffffff", "#f5f5f6", "#ffffff", "#1e1e20", "#6a6a6e", "#9a9a9e", "#0057ae", "#1b6ec2"),
    True: ("#3b3b3e", "#2b2b2d", "#1f1f21", "#f0f0f0", "#a0a0a4", "#7c7c80", "#5fb2ea", "#2a70b8"),
}
_STOCK = QColor("#308cc6")
"""What Fusion highlights with, light or dark, where no platform tells it its colours."""
_SCHEMES = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}
_THEME, _WORN = "bxdeskTheme", "bxdeskPalette"


def apply_palette(theme: str) -> None:
    """Makes everything light or dark, or (``system``) what the system asks for. Takes effect at once."""
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        return
    hints = QGuiApplication.styleHints()
    if application.property(_THEME) is None:
        hints.colorSchemeChanged.connect(_wear_palette)  # the system turns to dark in the evening
    application.setProperty(_THEME, theme)
    hints.setColorScheme(_SCHEMES.get(theme, Qt.ColorScheme.Unknown))
    _wear_palette()


def _wear_palette() -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)  # noqa: S101 - for the type checker: its hints have changed
    theme = application.property(_THEME)
    if application.property(_WORN):
        QGuiApplication.setPalette(QPalette())
    deaf = theme in _SCHEMES and QGuiApplication.styleHints().colorScheme() is not _SCHEMES[theme]
    wears = deaf or QGuiApplication.palette().color(QPalette.ColorRole.Highlight) == _STOCK
    application.setProperty(_WORN, wears)
    if wears:
        QGuiApplication.setPalette(_own_palette(dark=is_dark() if theme not in _SCHEMES else theme == "dark"))


def _own_palette(*, dark: bool) -> QPalette:
    button, window, base, text, placeholder, disabled, link, highlight = (QColor(tint) for tint in _OWN[dark])
    role = QPalette.ColorRole
    palette = QPalette(button, window)
    for roles, tint in (
        ((role.Base, role.ToolTipBase), base),
        ((role.AlternateBase,), blend(window, base, 0.4)),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), text),
        ((role.PlaceholderText,), placeholder),
        ((role.Link,), link),
        ((role.Highlight, role.Accent), highlight),
        ((role.HighlightedText,), QColor(Qt.GlobalColor.white)),
    ):
        for one in roles:
            palette.setColor(one, tint)
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, disabled)
    return palette
