"""All widgets of this app, whoever bound them, and what can be done with them. Nothing is sent from here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from bxdesk.gui.bindings.bindings_model import BindingsModel
from bxdesk.gui.bindings.bindings_rows import Pair, pairs_of, rows_of
from bxdesk.gui.bindings.bindings_table import BindingsTable
from bxdesk.gui.parts.elided import Elided
from bxdesk.gui.parts.fields import SearchField
from bxdesk.gui.parts.fitted_dialog import open_dialog
from bxdesk.gui.parts.keys import CALL, with_key
from bxdesk.gui.parts.note import EmptyNote
from bxdesk.gui.parts.theme import GAP, Text, Tone
from bxdesk.gui.parts.wording import counted, full_text
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.bindings import Binding
from bxdesk.placements.handler import refusal
from bxdesk.placements.moving import Move


class BindingsPanel(QWidget):
    """A heading with the number of bindings, a search, and the table; its actions become steps of the plan."""

    edit_asked = Signal(str)
    """The code of the placement whose row was loaded into the editor."""
    layout_asked = Signal(object)
    """Rows to be copied as a layout file."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._heading = Elided(self.tr("Bindings"))
        self._heading.enlarge(1.15)
        self._filter = SearchField("bindingsFilter", self.tr("Find a binding"))
        self._filter.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 12)
        self._model = BindingsModel(self)
        self._table = BindingsTable(self._model)
        self._menu = QMenu(self)
        self._button = QPushButton(self.tr("&With the selected"))
        self._button.setObjectName("bindingsMenuButton")
        self._button.setAccessibleName(self.tr("With the selected"))
        self._button.setAutoDefault(False)
        self._button.setMenu(self._menu)
        self._empty = EmptyNote("noBindings")
        self._nothing = EmptyNote("noBindingFound")
        self._note = Text(tone=Tone.WARNING)
        self._note.setObjectName("bindingsNote")
        self._note.hide()
        self.move_server = QAction(self.tr("Move to a new ser&ver…"), self)
        """Gives the portal's bindings other addresses, whichever are selected."""
        self.move_server.setObjectName("moveServerAction")
        self.move_server.triggered.connect(self._move_all)
        self._make_actions()
        self._lay_out()
        workspace.snapshot_taken.connect(self._show)
        workspace.changed.connect(self._restate)
        self._filter.textChanged.connect(self._model.filter)
        self._filter.forward_keys_to(self._table)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._model.modelReset.connect(self._enable)
        self._model.modelReset.connect(self._turn)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._table.doubleClicked.connect(self._edit)
        self._enable()

    @property
    def searched(self) -> str:
        """What stands in the search field."""
        return self._filter.text()

    def search(self, text: str) -> None:
        """Puts a text into the search field: rows that hold each of its words are shown."""
        self._filter.setText(text)

    def ask_for_call_in_focus(self) -> bool:
        """Asks what the handler of the selected row receives if somebody is at the rows; False if they are not."""
        at_rows = self._table.hasFocus() and bool(self.selected)
        if at_rows:
            self._ask_for_call()
        return at_rows

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._heading, 3)
        top.addWidget(self._filter, 2)
        top.addWidget(self._button)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self._note)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)  # shown at once, so it must be inside of something by now
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._nothing)

    def _make_actions(self) -> None:
        standard = QKeySequence.StandardKey
        for name, text, keys, slot in (
            ("moveHereAction", self.tr("&Move to the open widget"), QKeySequence("Ctrl+M"), self._move_here),
            ("moveAction", self.tr("Change the &address…"), QKeySequence("F2"), self._move),
            ("editAction", self.tr("&Edit"), QKeySequence("Return"), self._edit),
            ("removeAction", self.tr("&Remove"), QKeySequence(standard.Delete), self._remove),
            ("leaveAction", self.tr("&Leave as it is"), QKeySequence("Ctrl+L"), self._leave),
            ("copyAction", self.tr("&Copy as a layout"), QKeySequence(standard.Copy), self._copy),
            (
                "bindingCallAction",
                with_key(self.tr("What the &handler receives…"), CALL),
                QKeySequence(),
                self._ask_for_call,
            ),
        ):
            action = QAction(text, self)
            action.setObjectName(name)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self._menu.addAction(action)
            self._table.addAction(action)

    def _show(self) -> None:
        snapshot = self._workspace.snapshot
        if snapshot is None:
            return
        self._model.show(snapshot, self._pairs)
        number = len(snapshot.bindings)
        self.move_server.setEnabled(bool(number))
        if number:
            self._heading.setText(self.tr("Bindings ({n})").format(n=number))
        else:
            self._heading.setText(self.tr("Bindings"))
        self._filter.setEnabled(bool(number))
        self._say("")
        self._restate()

    def _turn(self) -> None:
        """Shows the rows, or says why there are none."""
        self._nothing.setText(self.tr("No widget matches “{text}”.").format(text=self._filter.text().strip()))
        snapshot = self._workspace.snapshot
        unread = snapshot.bindings_unread if snapshot is not None else None
        if unread is None:
            self._empty.setText(self.tr("This app has no widget on the portal yet."))
        else:
            self._empty.setText(self.tr("The app's widgets could not be read. {why}").format(why=full_text(unread)))
        none = self._nothing if snapshot is not None and snapshot.bindings else self._empty
        self._stack.setCurrentWidget(self._table if self._model.rowCount() else none)

    def showEvent(self, event: QShowEvent) -> None:
        """Looks at what has changed while nobody saw it."""
        super().showEvent(event)
        self._restate()

    def _restate(self) -> None:
        snapshot = self._workspace.snapshot
        if snapshot is not None and self.isVisible():
            self._model.show(snapshot, self._pairs)

    @property
    def _pairs(self) -> list[Pair]:
        return pairs_of(self._workspace.draft, self._workspace.plan)

    @property
    def selected(self) -> list[Binding]:
        """The bindings whose rows are selected."""
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        return [self._model.binding(row) for row in rows]

    def _enable(self) -> None:
        number = len(self._table.selectionModel().selectedRows())
        self._button.setEnabled(number > 0)
        text = self.tr("&With the selected ({n})").format(n=number) if number else self.tr("&With the selected")
        self._button.setText(text)
        self._button.setToolTip("" if number else self.tr("Select rows first. Ctrl+A selects all of them."))

    def _show_menu(self, at: QPoint) -> None:
        if self.selected:
            self._menu.popup(self._table.viewport().mapToGlobal(at))

    def _move_here(self) -> None:
        problem = refusal(self._workspace.widget.handler)
        if problem is not None:
            self._say(full_text(problem))
            return
        left = self._workspace.layout_edits.move_here(self.selected)
        one = self.tr("{n} widget stays: its place cannot be bound at the moment.")
        many = self.tr("{n} widgets stay: their places cannot be bound at the moment.")
        self._say(counted(left, one, many) if left else "")

    def _move(self) -> None:
        self._ask_for_addresses(self.selected)

    def _move_all(self) -> None:
        snapshot = self._workspace.snapshot
        if snapshot is not None:
            self._ask_for_addresses([row.binding for row in rows_of(snapshot, self._pairs)])

    def _ask_for_addresses(self, rows: Sequence[Binding]) -> None:
        snapshot = self._workspace.snapshot
        if not rows or snapshot is None:
            return
        from bxdesk.gui.bindings.move_dialog import MoveDialog

        dialog = MoveDialog(rows, snapshot, self)
        dialog.decided.connect(self._decide)
        open_dialog(dialog)

    def _decide(self, moves: tuple[Move, ...]) -> None:
        self._workspace.layout_edits.move((move.row, move.address) for move in moves)

    def _edit(self) -> None:
        rows = self.selected
        if rows:
            self._workspace.open_binding(rows[0])
            self.edit_asked.emit(rows[0].placement)

    def _remove(self) -> None:
        self._workspace.layout_edits.remove(self.selected)

    def _leave(self) -> None:
        self._workspace.layout_edits.leave(self.selected)

    def _copy(self) -> None:
        rows = self.selected
        if rows:
            self.layout_asked.emit(rows)

    def _ask_for_call(self) -> None:
        rows = self.selected
        if rows:
            self._workspace.requests.call.emit(rows[0].placement, rows[0].handler)

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
