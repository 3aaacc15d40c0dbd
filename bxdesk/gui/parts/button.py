"""Buttons of pages, bars and dialogs.

The first frame shows some, so what takes Qt long to make for Python, as its styles do, is imported elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QWidget

from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import GAP
from bxdesk.gui.parts.wording import tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionButton


class Button(QPushButton):
    """Is pressed by Return only where it is the default one, whatever has the focus."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAutoDefault(False)


class CheckBox(QCheckBox):
    """A checkbox with a name for tests."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)


class RadioButton(QRadioButton):
    """A radio button with a name for tests."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)


class BarButton(Button):
    """A button of a bar: where there is no room for its word, its icon stands alone, and the tooltip has the word."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, name, parent)
        self.setAccessibleName(text.replace("&", ""))
        self._compact = False
        self._explained = ""
        self.setFlat(True)  # what stands in a bar is quiet until it is pointed at

    def set_compact(self, compact: bool) -> None:
        """Shows the icon alone, or the word beside it again."""
        if compact is self._compact:
            return
        self._compact = compact
        if compact:
            self._explained = self.toolTip()
        self.setToolTip(tip(self.accessibleName(), self._explained) if compact else self._explained)
        self.updateGeometry()
        self.update()

    @property
    def width_with_word(self) -> int:
        """The pixels that the button has with its word."""
        return super().sizeHint().width()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.height() + GAP, hint.height()) if self._compact else hint

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self._compact:
            option.text = ""


class PrimaryButton(Button):
    """What most people want to press: filled with the accent colour while it can be pressed."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, name, parent)
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ThemeChange):
            self._fill()

    def _fill(self) -> None:
        palette = QPalette(QGuiApplication.palette())
        active, inactive = QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive
        ground = palette.color(QPalette.ColorRole.Highlight)
        for group in (active, inactive):
            palette.setColor(group, QPalette.ColorRole.Button, ground)
            palette.setColor(group, QPalette.ColorRole.ButtonText, palette.color(QPalette.ColorRole.HighlightedText))
        self.setPalette(palette)
