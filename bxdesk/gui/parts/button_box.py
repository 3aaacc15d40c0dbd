"""The row that a dialog has its buttons in."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox

Role = QDialogButtonBox.ButtonRole


def button_box(*buttons: tuple[QAbstractButton, Role]) -> QDialogButtonBox:
    """A row of these buttons; what each is for decides where it stands."""
    box = QDialogButtonBox()
    for button, role in buttons:
        box.addButton(button, role)
    return box
