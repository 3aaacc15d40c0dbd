"""Exporting many portals: one layout file for each in a folder, what came of each, what no file can name."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.progress_bar import ProgressBar
from bxdesk.gui.parts.row_text import RowText
from bxdesk.gui.parts.tables import RowTree
from bxdesk.gui.parts.theme import MARGIN, Text
from bxdesk.gui.parts.wording import counted, isolated
from bxdesk.gui.portals.export_model import ExportModel
from bxdesk.gui.session.layouts_export import LayoutsExport


class ExportDialog(FittedDialog):
    """Says first which files there are already; leaving it gives up what is not written yet."""

    def __init__(self, export: LayoutsExport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._export = export
        export.setParent(self)
        self.setObjectName("exportPortalsDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("Export layouts"))
        self._heading = Text()
        self._heading.setObjectName("exportHeading")
        self._model = ExportModel(export, self)
        self._tree = RowTree("exportTree", self.tr("Files"))
        self._bar = ProgressBar("exportProgress", self.tr("Progress"))
        self._start = Button(self.tr("&Export"), "exportButton")
        self._start.setEnabled(False)
        self._cancel = Button(self.tr("&Cancel"), "cancelButton")
        self._lay_out()
        self._start.clicked.connect(self._begin)
        self._cancel.clicked.connect(self.reject)
        export.looked.connect(self._offer)
        export.changed.connect(self._advance)
        export.ended.connect(self._conclude)
        self._heading.setText(self.tr("Into the folder {folder}").format(folder=isolated(str(export.folder))))
        export.look()

    def done(self, result: int) -> None:
        """Gives up what is not written yet."""
        self._export.ended.disconnect(self._conclude)
        self._export.stop()
        super().done(result)

    def _lay_out(self) -> None:
        self._tree.setModel(self._model)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.hide()
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addWidget(self._heading)
        column.addWidget(self._tree, 1)
        column.addWidget(RowText("exportRow", self._tree, self._model))
        column.addWidget(self._bar)
        buttons = button_box((self._cancel, Role.RejectRole), (self._start, Role.AcceptRole))
        self.compose(column, buttons, letters=80, lines=26)

    def _offer(self) -> None:
        self._start.setEnabled(True)
        self._start.setDefault(True)
        self._start.setFocus()
        self._model.tell(range(self._model.rowCount()))

    def _begin(self) -> None:
        self._start.setEnabled(False)
        self._bar.show()
        self._export.start()

    def _advance(self, numbers: Collection[int]) -> None:
        portals = self._export.portals
        self._bar.show_progress(self._export.done, len(portals))
        for number in numbers:
            if portals[number].export is not None:
                self._tree.expand(self._model.index(number, 0))

    def _conclude(self) -> None:
        portals, left = self._export.portals, self._export.left
        one, many = self.tr("{n} file written to {folder}"), self.tr("{n} files written to {folder}")
        folder = isolated(str(self._export.folder))
        said = counted(len(portals) - len(left), one, many, folder=folder)
        self._heading.setText(self.tr("{said}; {n} failed").format(said=said, n=len(left)) if left else said)
        self._bar.hide()
        self._start.setVisible(bool(left))
        self._start.setEnabled(True)
        self._start.setText(self.tr("&Try again"))
        self._cancel.setText(self.tr("&Close"))
        self._cancel.setDefault(True)
        self._cancel.setFocus()
