"""Icons: SVG drawings in the colour of the text around them, in every theme and at every scale."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QTransform
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from bxdesk.gui.theme import Tone, colour
from bxdesk.resources import resource

_SIZES = (16, 32, 64)
_drawings: dict[str, bytes] = {}
Dressed = QAbstractButton | QLabel | QAction
_icons: dict[tuple[str, bool, int, int, int], QIcon] = {}
_DIRECTED = frozenset(("next", "previous", "sign-out"))
"""Drawings that point somewhere: from right to left they point the other way."""
_MIRROR = QTransform.fromScale(-1, 1)


def icon(name: str, tone: Tone = Tone.PLAIN) -> QIcon:
    """The drawing ``resources/icons/<name>.svg`` in a tone's colour of the moment."""
    ink = colour(tone)
    palette = QGuiApplication.palette()
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    selected = palette.color(QPalette.ColorRole.HighlightedText)
    mirrored = name in _DIRECTED and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    key = (name, mirrored, ink.rgba(), faint.rgba(), selected.rgba())
    if key not in _icons:
        made = QIcon()
        for mode, tint in (
            (QIcon.Mode.Normal, ink),
            (QIcon.Mode.Disabled, faint),
            (QIcon.Mode.Selected, selected),  # in a row that is selected, as its text
        ):
            for pixmap in _pixmaps(name, tint):
                made.addPixmap(pixmap.transformed(_MIRROR) if mirrored else pixmap, mode)
        _icons[key] = made
    return _icons[key]


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(resource("icons", "app.svg")))


def _pixmaps(name: str, ink: QColor) -> Iterator[QPixmap]:
    from PySide6.QtSvg import QSvgRenderer

    if name not in _drawings:
        _drawings[name] = resource("icons", f"{name}.svg").read_bytes()
    drawing = QSvgRenderer(QByteArray(_drawings[name].replace(b"currentColor", ink.name().encode())))
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(0, 0, size, size))
        painter.end()
        yield pixmap


class _Wearer(QObject):
    """Dresses something anew when the theme of the widget it belongs to changes."""

    def __init__(self, dressed: Dressed, watched: QWidget, name: str, tone: Tone, scale: float) -> None:
        super().__init__(watched)
        self._dressed = dressed
        self._name = name
        self._tone = tone
        self._scale = scale
        watched.installEventFilter(self)
        self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange):
            self._dress()
        return super().eventFilter(watched, event)

    def change(self, name: str, tone: Tone) -> None:
        self._name, self._tone = name, tone
        self._dress()

    def _dress(self) -> None:
        drawn = icon(self._name, self._tone)
        if isinstance(self._dressed, QLabel):
            side = round(self._dressed.fontMetrics().height() * self._scale)
            self._dressed.setPixmap(drawn.pixmap(side, side))
        else:
            self._dressed.setIcon(drawn)


def wear(widget: QAbstractButton | QLabel, name: str, tone: Tone = Tone.PLAIN, scale: float = 1.15) -> None:
    """Gives a button or label an icon that follows the theme; a label's is ``scale`` times as high as its text."""
    wearer = widget.findChild(_Wearer)
    if wearer is None:
        _Wearer(widget, widget, name, tone, scale)
    else:
        wearer.change(name, tone)


def put_icon(field: QLineEdit, name: str, position: QLineEdit.ActionPosition) -> QAction:
    """Puts an icon into a field that follows the theme; returns the action that it is the button of."""
    action = field.addAction(icon(name, Tone.MUTED), position)
    _Wearer(action, field, name, Tone.MUTED, 1)
    return action
