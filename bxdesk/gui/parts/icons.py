"""Icons: SVG drawings in the colour of the text around them, in every theme and at every scale."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QTransform
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.support.resources import resource

_drawings: dict[str, bytes] = {}
Dressed = QAbstractButton | QLabel | QAction
_icons: dict[tuple[str, bool, int, int, int], QIcon] = {}
_DIRECTED = frozenset(("next", "previous", "sign-out", "undo", "redo"))
"""Drawings that point somewhere: from right to left they point the other way."""
_MIRROR = QTransform.fromScale(-1, 1)
_NEWS = frozenset((QEvent.Type.PaletteChange, QEvent.Type.ThemeChange, QEvent.Type.DevicePixelRatioChange))


def icon(name: str, tone: Tone = Tone.PLAIN) -> QIcon:
    """The drawing ``resources/icons/<name>.svg`` in a tone's colour of the moment."""
    ink = colour(tone)
    palette = QGuiApplication.palette()
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    selected = palette.color(QPalette.ColorRole.HighlightedText)
    mirrored = name in _DIRECTED and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    key = (name, mirrored, ink.rgba(), faint.rgba(), selected.rgba())
    if key not in _icons:
        inks = {
            QIcon.Mode.Normal: ink,
            QIcon.Mode.Active: ink,
            QIcon.Mode.Disabled: faint,
            QIcon.Mode.Selected: selected,  # in a row that is selected, as its text
        }
        _icons[key] = QIcon(_Drawing(name, inks, mirrored=mirrored))
    return _icons[key]


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(resource("icons", "app.svg")))


class _Drawing(QIconEngine):
    """Draws at the size and the pixel ratio that is asked for, once for each."""

    def __init__(self, name: str, inks: Mapping[QIcon.Mode, QColor], *, mirrored: bool) -> None:
        super().__init__()
        self._name = name
        self._inks = inks
        self._mirrored = mirrored
        self._drawn: dict[tuple[int, int, float, QIcon.Mode], QPixmap] = {}

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        key = (size.width(), size.height(), scale, mode)
        if key not in self._drawn:
            self._drawn[key] = self._draw(size * scale, self._inks[mode])
        return self._drawn[key]

    @override
    def clone(self) -> QIconEngine:
        return _Drawing(self._name, self._inks, mirrored=self._mirrored)

    def _draw(self, size: QSize, ink: QColor) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        if self._name not in _drawings:
            _drawings[self._name] = resource("icons", f"{self._name}.svg").read_bytes()
        drawing = QSvgRenderer(QByteArray(_drawings[self._name].replace(b"currentColor", ink.name().encode())))
        drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return pixmap.transformed(_MIRROR) if self._mirrored else pixmap


class _ThemedIcon(QObject):
    """Dresses something anew when the theme of the widget it belongs to changes, or the screen it is on."""

    def __init__(self, dressed: Dressed, watched: QWidget, name: str, tone: Tone, scale: float) -> None:
        super().__init__(watched)
        self._dressed = dressed
        self._name = name
        self._tone = tone
        self._scale = scale
        watched.installEventFilter(self)
        self._dress()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _NEWS:
            self._dress()
        return super().eventFilter(watched, event)

    def change(self, name: str, tone: Tone) -> None:
        """Draws another icon, or the same one in another colour."""
        self._name, self._tone = name, tone
        self._dress()

    def _dress(self) -> None:
        drawn = icon(self._name, self._tone)
        if isinstance(self._dressed, QLabel):
            side = round(self._dressed.fontMetrics().height() * self._scale)
            self._dressed.setPixmap(drawn.pixmap(QSize(side, side), self._dressed.devicePixelRatio()))
        else:
            self._dressed.setIcon(drawn)


def set_icon(widget: QAbstractButton | QLabel, name: str, tone: Tone = Tone.PLAIN, scale: float = 1.15) -> None:
    """Gives a button or label an icon that follows the theme; a label's is ``scale`` times as high as its text."""
    themed = widget.findChild(_ThemedIcon)
    if themed is None:
        _ThemedIcon(widget, widget, name, tone, scale)
    else:
        themed.change(name, tone)


def add_icon(field: QLineEdit, name: str, position: QLineEdit.ActionPosition, tone: Tone = Tone.MUTED) -> QAction:
    """Puts an icon into a field that follows the theme; returns the action that it is the button of."""
    action = field.addAction(icon(name, tone), position)
    _ThemedIcon(action, field, name, tone, 1)
    return action
