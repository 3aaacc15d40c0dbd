"""The checkboxes and radio buttons of pages and dialogs."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyleOptionButton, QWidget

from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour, is_dark


def outline_boxes(palette: QPalette) -> None:
    """Gives boxes to be drawn with a palette an edge: Fusion takes it from the window's colour, black on black."""
    if is_dark():
        palette.setColor(QPalette.ColorRole.Window, colour(Tone.MUTED))


class CheckBox(QCheckBox):
    """One whose box can be seen in the dark too."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        outline_boxes(option.palette)


class RadioButton(QRadioButton):
    """One whose circle can be seen in the dark too."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        outline_boxes(option.palette)
