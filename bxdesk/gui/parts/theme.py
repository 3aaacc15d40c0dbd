"""Colours, distances and fonts. Everything follows the palette; the few colours with a meaning are named here."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

MARGIN = 12
"""Between the window's edge and what is in it."""
GAP = 8
"""Between things that belong together."""
ROW_AIR = 14
"""Above and below the text of a row together: at the text sizes of the platforms, rows of 28 to 32 pixels."""
RADIUS = 5.0
"""Of all corners."""
EDGE = 0.24
"""Of the text's colour, around what is known by its word."""
CELL = 7
"""Beside what is in a cell, on each side, besides the three pixels that Qt leaves around a text."""
CELL_ROOM = "bxdeskCellRoom"
"""The property of a style that says how many of them it leaves, for boxes to be clicked where they are seen."""
LEAST_LINES = 3
"""How low a list or an area that scrolls can be made, in lines of text."""


class Tone(Enum):
    """What a colour says."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


_MEANINGS = {
    # Contrast of at least 4.5 : 1 on the windows of Fusion, Windows 11, macOS and GNOME, light and dark.
    False: {Tone.GOOD: "#1a7037", Tone.WARNING: "#855800", Tone.BAD: "#b3261e"},
    True: {Tone.GOOD: "#5fd084", Tone.WARNING: "#e5b94e", Tone.BAD: "#ff8d85"},
}


CHAT_COLOURS = {
    # What a portal's chat paints for each name.
    "RED": "#df532d",
    "GREEN": "#64a513",
    "MINT": "#4ba984",
    "LIGHT_BLUE": "#4ba5c3",
    "DARK_BLUE": "#3e99ce",
    "PURPLE": "#8474c8",
    "AQUA": "#1eb4aa",
    "PINK": "#f76187",
    "LIME": "#58cc47",
    "BROWN": "#ab7761",
    "AZURE": "#29619b",
    "KHAKI": "#728f7a",
    "SAND": "#ba9c7b",
    "ORANGE": "#e8a441",
    "MARENGO": "#556574",
    "GRAPHITE": "#6b6b6b",
    "GRAY": "#909090",
}


def is_dark() -> bool:
    """Whether the system asks for dark. Platforms that do not say are judged by the palette they gave."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return scheme is Qt.ColorScheme.Dark


def colour(tone: Tone) -> QColor:
    """The colour for a meaning, in the scheme of the moment."""
    palette = QGuiApplication.palette()
    text = palette.color(QPalette.ColorRole.WindowText)
    if tone is Tone.PLAIN:
        return text
    if tone is Tone.MUTED:
        return blend(text, palette.color(QPalette.ColorRole.Window), 0.68)
    if tone is Tone.ACCENT:
        # Many accents are too pale to be read as text.
        return blend(palette.color(QPalette.ColorRole.Accent), text, 0.68)
    return QColor(_MEANINGS[is_dark()][tone])


def blend(front: QColor, back: QColor, share: float) -> QColor:
    """``share`` of the front colour over the back."""
    return QColor.fromRgbF(
        front.redF() * share + back.redF() * (1 - share),
        front.greenF() * share + back.greenF() * (1 - share),
        front.blueF() * share + back.blueF() * (1 - share),
    )


def scaled_font(base: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The same font, larger or smaller, at every setting of the system's text size."""
    font = QFont(base)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(round(font.pixelSize() * factor))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


class Text(QLabel):
    """A label that shows its text to the letter, wraps, can be selected, and keeps its tone through theme changes."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._tone = tone
        self.setText(text)
        self._dye()

    def set_tone(self, tone: Tone) -> None:
        """Gives the text another meaning."""
        if tone is not self._tone:
            self._tone = tone
            self._dye()

    def enlarge(self, factor: float, *, bold: bool = True) -> Text:
        """Makes it a heading."""
        self.setFont(scaled_font(self.font(), factor, bold=bold))
        return self

    def changeEvent(self, event: QEvent) -> None:
        """Takes the colour that its tone has in another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange):
            self._dye()

    def _dye(self) -> None:
        palette = QPalette(self.palette())
        ink = colour(self._tone)
        if palette.color(QPalette.ColorRole.WindowText) != ink:  # or every change would bring the next one
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(palette)


class Card(QFrame):
    """A rounded panel tinted with a tone, for what should be noticed without shouting."""

    def __init__(self, tone: Tone = Tone.WARNING, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone

    def set_tone(self, tone: Tone) -> None:
        """Gives the card another meaning."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the tint and a fine edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        window = self.palette().color(QPalette.ColorRole.Window)
        painter.setPen(blend(colour(self._tone), window, 0.45))
        painter.setBrush(blend(colour(self._tone), self.palette().color(QPalette.ColorRole.Base), 0.10))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()


class Field(QLineEdit):
    """A line to type in, with a name for tests and screen readers, and a little air around its text."""

    def __init__(self, name: str, label: str, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(example)
        self.setToolTip(example)  # a narrow field cuts it off
        self.setTextMargins(3, 2, 3, 2)


def form(*fields: tuple[str, QWidget, *tuple[QWidget, ...]]) -> QFormLayout:
    """A form of labels with their mnemonics, the fields they belong to, and what is written under a field."""
    made = QFormLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    made.setHorizontalSpacing(GAP + 4)
    made.setVerticalSpacing(GAP)
    made.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    for text, field, *notes in fields:
        label = QLabel(text)
        label.setBuddy(field.focusProxy() or field)  # the one of several beside each other that is typed in
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        label.setFixedHeight(field.sizeHint().height())
        column = QVBoxLayout()
        column.setSpacing(GAP // 2)
        for widget in (field, *notes):
            column.addWidget(widget)
        made.addRow(label, column)
    return made


def line_up(*forms: QFormLayout) -> None:
    """Gives the labels of several forms below one another the same width."""
    labels = [label for made in forms for row in range(made.rowCount()) if (label := label_in(made, row)) is not None]
    width = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(width)


def stacked_form(*fields: tuple[str, QWidget, *tuple[QWidget, ...]]) -> QVBoxLayout:
    """The same for long labels: each stands above its field, in as many lines as it takes."""
    made = QVBoxLayout()
    made.setSpacing(GAP // 2)
    for text, field, *notes in fields:
        label = QLabel(text)
        label.setBuddy(field)
        label.setWordWrap(True)
        if made.count():
            made.addSpacing(GAP // 2)  # a label is nearer to its own field than to the one above
        for widget in (label, field, *notes):
            made.addWidget(widget)
    return made


def label_in(made: QFormLayout, row: int) -> QWidget | None:
    """The label of a form's row."""
    item = made.itemAt(row, QFormLayout.ItemRole.LabelRole)
    return item.widget() if item is not None else None


class Line(QFrame):
    """A hairline between parts of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints one line, hardly darker than the window."""
        painter = QPainter(self)
        palette = self.palette()
        ink = palette.color(QPalette.ColorRole.WindowText)
        painter.fillRect(self.rect(), blend(ink, palette.color(QPalette.ColorRole.Window), 0.16))
        painter.end()
