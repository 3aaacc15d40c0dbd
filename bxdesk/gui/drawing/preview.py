"""Where people will see it: a drawing of the spot in the portal's interface, with the widget's own title in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bxdesk.gui.drawing.drawings import Drawing, drawing_of
from bxdesk.gui.parts.elided import Elided
from bxdesk.gui.parts.theme import EDGE, GAP, RADIUS, Text, Tone, blend, colour, scaled_font
from bxdesk.gui.parts.wording import translated
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.catalogue import family_of, placement_title
from bxdesk.support.drawings import HEIGHT, WIDTH

_LINES, _MOST = 12, 44
"""How high the drawing is at least and at most, in lines of text: it takes what the fields leave."""
_WELL = 0.04
"""Of the text's colour, around the drawing."""


class Picture(QWidget):
    """Paints one drawing, as large as there is room, in the middle of what is left ``around`` it (pixels)."""

    def __init__(self, around: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.setObjectName("placePicture")
        self._drawing = drawing_of(None)
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(WIDTH, HEIGHT)

    @property
    def title(self) -> str:
        """The title that stands in the spot."""
        return self._title

    def show_place(self, drawing: Drawing, title: str) -> None:
        """Shows a spot with a title in it."""
        if (drawing, title) != (self._drawing, self._title):
            self._drawing, self._title = drawing, title
            self.update()

    def sizeHint(self) -> QSize:
        """Twice the drawing's units."""
        return QSize(2 * WIDTH, 2 * HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No higher than what is painted, so that what stands below it stands at its edge."""
        super().resizeEvent(event)
        highest = (event.size().width() - 2 * self._around) * HEIGHT // WIDTH + 2 * self._around
        self.setMaximumHeight(max(self.minimumHeight(), highest))

    def changeEvent(self, event: QEvent) -> None:
        """Paints anew in the colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the drawing, then the title."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._around:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend(self._ink, self.palette().color(QPalette.ColorRole.Window), _WELL))
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        whole = self._whole
        edge = QPainterPath()
        edge.addRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(edge)
        painter.translate(whole.topLeft())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(whole.width(), 0)
            painter.scale(-1, 1)
        self._drawing.paint(painter, QRectF(QPointF(), whole.size()), self._ink, self._ground)
        painter.restore()
        self._paint_title(painter, whole)
        painter.setPen(blend(self._ink, self._ground, EDGE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(edge)
        painter.end()

    @property
    def _whole(self) -> QRectF:
        """Where the drawing is painted."""
        room = QRectF(self.rect()).adjusted(self._around, self._around, -self._around, -self._around)
        scale = min(room.width() / WIDTH, room.height() / HEIGHT)
        whole = QRectF(0, 0, round(WIDTH * scale), round(HEIGHT * scale))
        whole.moveTo(room.left() + (room.width() - whole.width()) // 2, room.top())
        return whole

    @property
    def _ink(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.WindowText)

    @property
    def _ground(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Base)

    def _paint_title(self, painter: QPainter, whole: QRectF) -> None:
        scale, title = whole.width() / WIDTH, self._drawing.title
        area = QRectF(title.x() * scale, title.y() * scale, title.width() * scale, title.height() * scale)
        area.translate(whole.topLeft())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:  # the portal is mirrored too
            area.moveRight(whole.left() + whole.right() - area.left())
        accent = colour(Tone.ACCENT)
        painter.setPen(accent)
        painter.setBrush(blend(accent, self._ground, 0.08 if self._drawing.shows_page else 0.18))
        painter.drawRoundedRect(area, 1.6 * scale, 1.6 * scale)
        painter.setPen(self._ink)
        inside = area.adjusted(2 * scale, scale / 2, -2 * scale, -scale / 2)
        for size in (0.95, 0.88, 0.8):  # rather a little smaller than cut off
            painter.setFont(scaled_font(self.font(), size, bold=True))
            if painter.fontMetrics().horizontalAdvance(self._title) <= inside.width():
                break
        if self._drawing.shows_page:
            inside.setHeight(min(inside.height(), painter.fontMetrics().height() * 1.4))
        text = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, round(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)


class Preview(QWidget):
    """The drawing of the placement that somebody is at, or whose own texts they type; live while they do."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        heading = Text(self.tr("Where people will see it")).enlarge(1.0)
        heading.setWordWrap(False)
        self._picture = Picture(GAP)
        line = self.fontMetrics().height()
        self._picture.setMinimumHeight(line * _LINES)
        self._picture.setAccessibleName(self.tr("Where people will see it"))
        self._place = Elided(tone=Tone.MUTED)
        self._place.setObjectName("placeCaption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(heading)
        column.addWidget(self._picture, 1)
        column.addWidget(self._place)
        column.addStretch(0)
        self.setMaximumHeight(column.minimumSize().height() + line * (_MOST - _LINES))
        for signal in (
            workspace.changed,
            workspace.focus.place_changed,
            workspace.focus.language_changed,
            workspace.snapshot_taken,
            workspace.content_replaced,
        ):
            signal.connect(self._restate)
        self._restate()

    def _restate(self) -> None:
        view, widget = self._workspace.view, self._workspace.widget
        code, scope = self._workspace.focus.place, self._workspace.focus.scope
        if not scope and widget.places.get(code) is not None:  # and what is typed is the text of the others
            scope = tuple(one for one, own in widget.places.items() if own is None)
        if scope and code not in scope:  # the others' texts are typed
            code = scope[0]
        content = widget.content_at(code)
        spoken_title = content.text(self._workspace.focus.language).title.strip()
        title = spoken_title or content.title or widget.title or self.tr("Your widget")
        self._picture.show_place(drawing_of(family_of(code)), title)
        place = translated(placement_title(code, view.snapshot.type_titles if view else {}))
        self._place.setText(place)
        self._picture.setAccessibleDescription(self.tr("{place}: “{title}”").format(place=place, title=title))
