"""What a handler receives when somebody opens its widget: to read, and to copy for whoever writes the handler."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from bxdesk.gui.help.call_model import CallModel, Column
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.links import OpenAddress, PageButton
from bxdesk.gui.parts.tables import FittedTable
from bxdesk.gui.parts.theme import GAP, MARGIN, Field, Text, Tone, form
from bxdesk.placements.call_fields import ExampleCall


class CallDialog(FittedDialog):
    """A sentence, the address, the fields as a table, and three ways to copy all of them."""

    def __init__(
        self,
        call: ExampleCall,
        place: str,
        page: str,
        open_address: OpenAddress,
        parent: QWidget | None = None,
        *,
        invented: bool = False,
    ) -> None:
        """``place`` is what people call the placement, ``page`` the address of its documentation; ``invented`` says
        that nobody has entered the handler's address yet."""
        super().__init__(parent)
        self._call = call
        self._model = CallModel(call.fields, self)
        self.setObjectName("callDialog")
        self.setWindowTitle(self.tr("What the handler receives"))
        self._heading = Text(place).enlarge(1.25)
        self._heading.setObjectName("callPlace")
        self._says = Text(self._sentence())
        self._says.setObjectName("callSentence")
        self._address = Field("callAddress", self.tr("Address of the call"))
        self._address.setReadOnly(True)
        self._address.setText(f"{call.method} {call.address}")
        self._address.setCursorPosition(0)
        self._address_note = Text(self.tr("You have entered no page address yet: this one is invented."), Tone.MUTED)
        self._address_note.setObjectName("callAddressNote")
        self._address_note.setVisible(invented)
        self._table = self._make_table()
        self._legend = Text(
            self.tr("* is always sent. The keys and tokens here are invented; real ones open the portal."), Tone.MUTED
        )
        self._copied = Text(tone=Tone.GOOD)
        self._copied.setObjectName("callCopied")
        self._copied.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._copy_value = Button(self.tr("&Copy the value"), "copyValueButton")
        self._copy_all = Button(self.tr("Copy &everything"), "copyCallButton")
        self._documentation = PageButton(self.tr("&Documentation"), "callDocumentationButton", page, open_address)
        self._close = Button(self.tr("C&lose"), "callCloseButton")
        self._make_actions()
        self._lay_out()
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._copy_value.clicked.connect(self._take_values)
        self._documentation.told.connect(self._say)
        self._close.clicked.connect(self.reject)
        self._enable()

    def _sentence(self) -> str:
        if not self._call.fields:
            return self.tr("The portal opens the page address like a link, and sends nothing along.")
        return self.tr(
            "When somebody opens the widget here, the portal has their browser send this form to your handler, and "
            "shows the page that comes back."
        )

    def _make_table(self) -> FittedTable:
        table = FittedTable("callTable", self.tr("Fields of the call"))
        table.setModel(self._model)
        table.setSelectionMode(FittedTable.SelectionMode.ExtendedSelection)
        table.horizontalHeader().setStretchLastSection(True)
        table.resizeColumnsToContents()
        em = self.fontMetrics().horizontalAdvance("m")
        for column, widest in ((Column.FIELD, 16), (Column.TRAVELS, 12), (Column.EXAMPLE, 15)):  # longer texts wrap
            table.setColumnWidth(column, min(table.columnWidth(column) + 2 * GAP, em * widest))
        return table

    def _make_actions(self) -> None:
        menu = QMenu(self)
        for name, text, written in (
            ("copyListAction", self.tr("As a &list of fields"), self._call.as_list),
            ("copyJsonAction", self.tr("As &JSON"), self._call.as_json),
            ("copyCurlAction", self.tr("As a &curl command"), self._call.as_curl),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.setData(written())
            action.setEnabled(bool(self._call.fields) or name == "copyCurlAction")
        menu.triggered.connect(self._take_all)
        self._copy_all.setMenu(menu)
        copy = QAction(self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._take_values)
        self._table.addAction(copy)

    def _lay_out(self) -> None:
        buttons = button_box(
            (self._documentation, Role.HelpRole),
            (self._copy_value, Role.ActionRole),
            (self._copy_all, Role.ActionRole),
            (self._close, Role.RejectRole),
        )
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addWidget(self._heading)
        column.addWidget(self._says)
        column.addLayout(form((self.tr("&Address"), self._address, self._address_note)))
        column.addWidget(self._table, 1)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self._legend, 1)
        below.addWidget(self._copied)
        column.addLayout(below)
        self._table.setVisible(bool(self._call.fields))
        self._legend.setVisible(bool(self._call.fields))
        self.compose(column, buttons, letters=90, lines=40 if self._call.fields else 0)

    def _enable(self) -> None:
        self._copy_value.setEnabled(self._table.selectionModel().hasSelection())

    def _take_values(self) -> None:
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        if rows:
            self._put("\n".join(self._model.field(row).value for row in rows))

    def _take_all(self, action: QAction) -> None:
        self._put(str(action.data()))

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._say(self.tr("Copied"))

    def _say(self, text: str) -> None:
        self._copied.setText(text)
