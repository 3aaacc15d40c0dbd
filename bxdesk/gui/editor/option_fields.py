"""One control for each kind of option. None means: leave it as it is on the portal."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRegularExpression, QSize, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap, QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QWidget

from bxdesk.gui.parts.keys import delegate_undo_to_window
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import CHAT_COLOURS, Field
from bxdesk.gui.parts.wording import translated
from bxdesk.placements.options import Control, Option


class OptionField(QObject):
    """Shows and takes the value of one option."""

    changed = Signal(str, str)
    """The option's key and what was chosen; empty takes the option away."""

    def __init__(self, option: Option, widget: QWidget) -> None:
        super().__init__(widget)
        self.option = option
        self.widget = widget
        widget.setObjectName(f"option-{option.key}")

    def set_value(self, value: str | None) -> None:
        """Shows a value; None where nothing was chosen."""
        raise NotImplementedError

    def choose(self, value: str) -> None:
        """Tells of a choice."""
        self.changed.emit(self.option.key, value)


class _Typed(OptionField):
    def __init__(self, option: Option) -> None:
        self._field = Field("", "", option.kind.example)
        super().__init__(option, self._field)
        if option.kind.typed:
            self._field.setValidator(QRegularExpressionValidator(QRegularExpression(option.kind.typed), self))
        self._field.textEdited.connect(self.choose)
        delegate_undo_to_window(self._field)

    @override
    def set_value(self, value: str | None) -> None:
        if self._field.text().strip() != (value or "").strip():
            self._field.setText(value or "")


class _Chosen(OptionField):
    def __init__(self, option: Option) -> None:
        self._box = QComboBox()
        super().__init__(option, self._box)
        self._box.addItem(self.tr("As it is"), None)
        is_colour = option.kind.control is Control.COLOUR
        for value, title in option.kind.values.items():
            self._box.addItem(_swatch(value) if is_colour else QIcon(), translated(title), value)
        self._box.setIconSize(QSize(14, 14))
        self._box.activated.connect(self._activated)

    @override
    def set_value(self, value: str | None) -> None:
        row = self._box.findData(value or None)
        if row < 0:  # something a portal holds that this table does not know
            self._box.addItem(value or "", value)
            row = self._box.count() - 1
        self._box.setCurrentIndex(row)

    def _activated(self, row: int) -> None:
        self.choose(self._box.itemData(row) or "")


class _Several(OptionField):
    def __init__(self, option: Option) -> None:
        self._button = QPushButton()
        super().__init__(option, self._button)
        self._button.setAutoDefault(False)
        self._menu = QMenu(self._button)
        self._value: str | None = None
        for value, title in option.kind.values.items():
            action = QAction(translated(title), self._menu)
            action.setData(value)
            action.setCheckable(True)
            action.triggered.connect(self._toggled)
            self._menu.addAction(action)
        self._button.setMenu(self._menu)
        self.set_value(None)

    @override
    def set_value(self, value: str | None) -> None:
        chosen = (value or "").split(";")
        names = []
        for action in self._menu.actions():
            action.setChecked(action.data() in chosen)
            if action.isChecked():
                names.append(action.text())
        self._button.setText(", ".join(names) or self.tr("As it is"))

    def _toggled(self) -> None:
        values = [str(action.data()) for action in self._menu.actions() if action.isChecked()]
        unused = self.option.kind.without_effect(";".join(values)).split(";")
        toggled = self.sender()
        if unused != [""]:  # what was ticked last counts: everything, or one of its parts
            newest = str(toggled.data()) if isinstance(toggled, QAction) else ""
            values = [value for value in values if (value in unused) == (newest in unused)]
        self.choose(";".join(values))


def make_field(option: Option) -> OptionField:
    """The control for an option."""
    match option.kind.control:
        case Control.FIELD:
            return _Typed(option)
        case Control.CHOICES:
            return _Several(option)
        case Control.CHOICE | Control.COLOUR:
            return _Chosen(option)


def _swatch(value: str) -> QIcon:
    pixmap = QPixmap(28, 28)
    pixmap.fill(QColor(CHAT_COLOURS[value]))
    return QIcon(pixmap)
