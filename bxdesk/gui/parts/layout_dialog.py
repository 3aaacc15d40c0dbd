"""Asking for a layout file, or for a folder of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def _tr(text: str) -> str:
    return QCoreApplication.translate("Layouts", text)


def layout_dialog(window: QWidget, title: str, mode: QFileDialog.AcceptMode, near: Path | None) -> QFileDialog:
    """A dialog that begins in the folder of ``near``; the caller connects and opens it."""
    dialog = QFileDialog(window, title)
    dialog.setObjectName("layoutFileDialog")
    dialog.setAcceptMode(mode)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if near is not None:
        dialog.setDirectory(str(near.parent))
    return dialog


def open_layout_dialog(window: QWidget, near: Path | None) -> QFileDialog:
    """The same for a file that is there: ``filesSelected`` has it as the first.

    Qt's own dialog calls a path that was typed and one of the same name in its list several files.
    """
    dialog = layout_dialog(window, _tr("Open a layout file"), QFileDialog.AcceptMode.AcceptOpen, near)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [_tr("Layout files ({patterns})").format(patterns="*.yaml *.yml *.json"), _tr("All files (*)")]
    )
    return dialog


def folder_dialog(window: QWidget, near: Path | None) -> QFileDialog:
    """The same for a folder to write several files into: ``fileSelected`` has it."""
    dialog = layout_dialog(window, _tr("Export into a folder"), QFileDialog.AcceptMode.AcceptOpen, near)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog
