"""Where people will see it: a drawing of the spot in the portal's interface, with the widget's own title in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bxdesk.gui.drawing.drawings import Drawing, drawing_of
from bxdesk.gui.parts.elided import Elided
from bxdesk.gui.parts.theme import GAP, Text, Tone, blend, colour, scaled_font
from bxdesk.gui.parts.wording import spoken
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.catalogue import family_of, placement_title
from bxdesk.support.drawings import HEIGHT, WIDTH

_LINES, _MOST = 14, 26
"""How high the drawing is at least and at most, in lines of text: it takes what the fields leave."""


class Picture(QWidget):
    """Paints one drawing, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.setMaximumHeight(max(self.minimumHeight(), event.size().width() * HEIGHT // WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        """Paints anew in the colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the drawing, then the title."""
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        whole = self._area(QRectF(0, 0, WIDTH, HEIGHT), scale)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        self._drawing.paint(painter, QRectF(0, 0, whole.width(), whole.height()), self._ink, self._ground)
        painter.restore()
        self._paint_title(painter, scale)
        painter.setPen(blend(self._ink, self._ground, 0.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _area(self, part: QRectF, scale: float) -> QRectF:
        """Where a part of the drawing is painted: in a mirrored window the portal is mirrored too."""
        area = QRectF(part.x() * scale, part.y() * scale, part.width() * scale, part.height() * scale)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            area.moveRight(self.width() - area.left())
        return area

    @property
    def _ink(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.WindowText)

    @property
    def _ground(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Base)

    def _paint_title(self, painter: QPainter, scale: float) -> None:
        area = self._area(self._drawing.title, scale)
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
        self._picture = Picture()
        line = self.fontMetrics().height()
        self._picture.setMinimumHeight(line * _LINES)
        self._picture.setAccessibleName(self.tr("Where people will see it"))
        self._place = Elided(tone=Tone.MUTED)
        self._place.setObjectName("placeCaption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 2)
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
        place = spoken(placement_title(code, view.snapshot.type_titles if view else {}))
        self._place.setText(place)
        self._picture.setAccessibleDescription(self.tr("{place}: “{title}”").format(place=place, title=title))
