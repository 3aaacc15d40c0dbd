"""The grid in which a widget's texts are typed, all languages in sight."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from bxdesk.gui.editor.texts_model import Column, TextsModel
from bxdesk.gui.parts.keys import delegate_undo_to_window
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.tables import FittedTable
from bxdesk.gui.parts.theme import CELL
from bxdesk.gui.session.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_MOST = 8
"""Rows in sight before the grid scrolls."""


class _Delegate(QStyledItemDelegate):
    """Writes with every key, so that the drawing and the plan follow; undo is the window's."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        field = QLineEdit(parent)
        field.setObjectName("textCellEdit")
        field.setTextMargins(CELL, 0, CELL, 0)  # the text stays where it is
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        field.textEdited.connect(partial(self._write, field))
        delegate_undo_to_window(field)
        return field

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QLineEdit) and editor.text() != text:  # or the cursor would leap to the end
            editor.setText(text)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.text())

    def _write(self, field: QLineEdit, text: str) -> None:
        del text
        self.commitData.emit(field)


class TextsGrid(FittedTable):
    """A click or a key begins to type. Going to another row says which language is looked at."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("textsGrid", "", parent, most=0)
        self.setAccessibleName(self.tr("Texts in languages"))
        self._workspace = workspace
        self._model = TextsModel(workspace, self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        trigger = QTableView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setAlternatingRowColors(False)
        self.setShowGrid(True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.LANGUAGE, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("m") * 5)
        self._model.modelReset.connect(self._renew)
        workspace.focus.language_changed.connect(self._follow)
        self.selectionModel().currentChanged.connect(self._go_to)
        self.clicked.connect(self._type_in)
        self._renew()

    def begin(self) -> None:
        """Begins to type the title in the language that is looked at."""
        if self._workspace.focus.language in self._model.languages:
            index = self._model.index(self._model.languages.index(self._workspace.focus.language), Column.TITLE)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(index)
            self._type_in(index)

    def sizeHint(self) -> QSize:
        """As high as its rows, up to a number of them."""
        rows = min(self._model.rowCount(), _MOST) * self.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), self.horizontalHeader().height() + rows + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Its rows are what it is there for."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace empty a text."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self._model.setData(self.currentIndex(), "")
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draws the signs anew when the theme changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._model.follow()

    def _type_in(self, index: QModelIndex) -> None:
        """Begins to type at one click, wherever it is: Qt would wait to see if there comes a second."""
        if index.flags() & Qt.ItemFlag.ItemIsEditable and self.state() is not QTableView.State.EditingState:
            self.edit(index)

    def _renew(self) -> None:
        self.updateGeometry()
        self._follow()

    def _follow(self) -> None:
        language, current = self._workspace.focus.language, self.currentIndex()
        if language in self._model.languages:
            row = self._model.languages.index(language)
            if not current.isValid() or current.row() != row:
                self.setCurrentIndex(self._model.index(row, max(current.column(), Column.TITLE)))

    def _go_to(self, current: QModelIndex) -> None:
        if current.isValid():
            self._workspace.focus.look_at_language(self._model.languages[current.row()])
