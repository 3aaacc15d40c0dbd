"""The right side: searching, ticking, adding a type by its number."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from bxdesk.gui.parts.elided import Elided
from bxdesk.gui.parts.fields import SearchField
from bxdesk.gui.parts.fitted_dialog import open_dialog
from bxdesk.gui.parts.note import EmptyNote
from bxdesk.gui.parts.theme import GAP, MARGIN, Text, Tone
from bxdesk.gui.session.view_state import TreeState
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.tree.placement_model import PlacementModel
from bxdesk.gui.tree.placement_rows import MORE
from bxdesk.gui.tree.placement_tree import PlacementTree
from bxdesk.placements.codes import timeline_code

_Flag = QItemSelectionModel.SelectionFlag
MANY = 60
"""More rows than this in a group start folded, so that the groups after it are in sight."""
UNFOLDED = 250
"""A search unfolds what it found up to so many rows; a tree lays out every row that is not folded."""


class PlacementPanel(QWidget):
    """Composes the search field and the tree."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folded: set[str] = set()
        self._met: set[str] = set()
        self._current = ""
        self._selected: tuple[str, ...] = ()
        self._restoring = False
        self._model = PlacementModel(workspace, self)
        self._filter = SearchField("placementFilter", self.tr("Find a place"), self.tr("Name, code, type or number"))
        self._tree = PlacementTree(self._model, workspace)
        self._nothing = EmptyNote("nothingFound")
        self._details = Text(tone=Tone.MUTED)
        self._details.setObjectName("placementDetails")
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._details.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self._details.setMinimumWidth(1)  # a long code has no place to break: it must not widen the window
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        heading = Elided(self.tr("Places"))
        heading.enlarge(1.15)
        top = QHBoxLayout()
        top.setSpacing(MARGIN)
        top.addWidget(heading)
        top.addWidget(self._filter, 1)
        column.addLayout(top)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._tree)  # shown at once, so it must be inside of something by now
        self._stack.addWidget(self._nothing)
        column.addWidget(self._details)
        self._filter.textChanged.connect(self._model.filter)
        self._filter.forward_keys_to(self._tree)
        self._model.modelReset.connect(self._restore)
        self._tree.selectionModel().currentChanged.connect(self._go_to)
        self._model.dataChanged.connect(self._explain)
        self._explain()
        self._tree.selectionModel().selectionChanged.connect(self._select)
        workspace.focus.left.connect(self._leave)
        self._tree.collapsed.connect(self._folds)
        self._tree.expanded.connect(self._unfolds)
        self._tree.add_type_asked.connect(self.ask_for_type)

    def focus_filter(self) -> None:
        """Puts the cursor into the search field."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    @property
    def folding(self) -> dict[str, bool]:
        """Which groups are folded, of those that were shown."""
        return {key: key in self._folded for key in self._met}

    def fold(self, folding: Mapping[str, bool]) -> None:
        """Has groups folded or unfolded when they are shown for the first time."""
        self._met.update(folding)
        self._folded.update(key for key, folded in folding.items() if folded)

    @property
    def view_state(self) -> TreeState:
        """What is searched, and which rows are selected."""
        return TreeState(self._filter.text(), self._current, self._selected)

    def restore(self, view_state: TreeState) -> None:
        """Searches and selects the same, as soon as the rows are there."""
        self._current, self._selected = view_state.current, view_state.selected
        self.search(view_state.search)

    def search(self, text: str) -> None:
        """Puts a text into the search field."""
        self._filter.setText(text)

    def ask_for_type(self) -> None:
        """Opens the dialog that adds a custom type by its number."""
        typed = self._filter.text().strip()
        from bxdesk.gui.tree.add_type_dialog import AddTypeDialog

        dialog = AddTypeDialog(self._workspace, typed if typed.isdecimal() else "", self)
        dialog.added.connect(self._show_type)
        open_dialog(dialog)

    def show_place(self, code: str) -> None:
        """Brings a placement into sight, whatever is searched, and selects it."""
        self._filter.clear()
        self._tree.reveal(code)

    def _show_type(self, number: int) -> None:
        self.show_place(timeline_code(number))
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        rows = self._model.rowCount()
        self._nothing.setText(self.tr("No place matches “{text}”.").format(text=self._filter.text().strip()))
        self._stack.setCurrentWidget(self._tree if rows else self._nothing)
        self._restoring = True
        room = UNFOLDED
        for index in self._model.groups():
            key, inside = self._key(index), self._model.rowCount(index)
            if key not in self._met and inside:
                self._met.add(key)
                if inside > MANY or key == MORE or self._key(index.parent()) == MORE:
                    self._folded.add(key)
            room -= inside
            self._tree.setExpanded(index, room >= 0 if self._model.is_filtered else key not in self._folded)
        self._select_again()
        self._restoring = False
        self._explain()
        if rows and not self._model.is_filtered:  # what was not found again is gone, and not only out of sight
            self._go_to()
            self._select()

    def _leave(self) -> None:
        """Another widget is open: a row that stayed marked could not be selected for this one."""
        self._current, self._selected = "", ()
        self._restoring = True
        self._tree.selectionModel().clear()
        self._restoring = False
        self._explain()

    def _select_again(self) -> None:
        rows, chosen = self._tree.selectionModel(), QItemSelection()
        for found in self._model.find_all(self._selected):
            chosen.select(found, found)
        rows.select(chosen, _Flag.ClearAndSelect | _Flag.Rows)
        current = self._model.find(self._current)
        if current.isValid():
            rows.setCurrentIndex(current, _Flag.NoUpdate)

    def _select(self) -> None:
        if not self._restoring:
            self._selected = tuple(map(self._key, self._tree.selectionModel().selectedRows()))
            self._workspace.focus.select(self._tree.selected_codes())

    def _go_to(self) -> None:
        self._explain()
        if not self._restoring:
            current = self._tree.currentIndex().siblingAtColumn(0)
            row = self._model.row_at(current)
            self._current = self._key(current)
            self._workspace.focus.look_at(next(iter(row.listed_codes()), "") if row is not None else "")

    def _explain(self) -> None:
        """Says all about the current row where it can be read without pointing at it."""
        current = self._tree.currentIndex().siblingAtColumn(0)
        text = self._model.explanation(current)
        hint = self.tr("Tick where the widget should be. Select a row to read more about it.")
        said = text or (hint if self._model.rowCount() else "")
        self._details.setText(said)
        self._details.setToolTip(said)

    def _folds(self, index: QModelIndex) -> None:
        if not self._restoring and not self._model.is_filtered:
            self._folded.add(self._key(index))

    def _unfolds(self, index: QModelIndex) -> None:
        if not self._restoring and not self._model.is_filtered:
            self._folded.discard(self._key(index))

    def _key(self, index: QModelIndex) -> str:
        row = self._model.row_at(index)
        return row.key if row is not None else ""
