"""The left side: the app's widgets, and what is done with a whole one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QIcon, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.fields import SearchField
from bxdesk.gui.parts.keys import NEW, explain
from bxdesk.gui.parts.note import EmptyNote
from bxdesk.gui.parts.theme import GAP, LEAST_LINES, Text, Tone, colour, scaled_font
from bxdesk.gui.parts.wording import full_text
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.widgets.widget_model import WidgetModel, WidgetRole

_Role = Qt.ItemDataRole
_Flag = QItemSelectionModel.SelectionFlag
_SMALL = 0.88
"""The host's size, of the title's."""


class WidgetDelegate(QStyledItemDelegate):
    """Draws two lines: the title with the number of places, and the host with what waits."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and room around them."""
        del index
        return QSize(0, round(option.fontMetrics.height() * 1.9) + 2 * GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The style draws the ground, the selection and the focus; the texts are ours."""
        self.initStyleOption(option, index)
        texts = [str(index.data(role) or "") for role in (_Role.DisplayRole, WidgetRole.HOST, WidgetRole.WAITING)]
        title, host, waiting = texts
        option.text = ""
        option.icon = QIcon()  # ours is drawn beside the host
        style, area = option.widget.style(), option.rect.adjusted(GAP + 2, GAP - 1, -GAP - 2, -GAP + 1)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        plain = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        quiet = plain if selected else colour(Tone.MUTED)
        upper = QRect(area.left(), area.top(), area.width(), option.fontMetrics.height())
        lower = QRect(area.left(), upper.bottom() + 1, area.width(), area.bottom() - upper.bottom())
        painter.save()
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        self._line(painter, upper, bold, (title, plain), (str(index.data(WidgetRole.PLACES) or ""), quiet))
        accent = plain if selected else colour(Tone.ACCENT)
        finding = index.data(_Role.DecorationRole)
        if finding is not None:
            side = round(option.fontMetrics.height() * 0.8)
            mode = QIcon.Mode.Selected if selected else QIcon.Mode.Normal
            finding.paint(painter, QRect(lower.left(), lower.top() + 1, side, side), mode=mode)
            lower.setLeft(lower.left() + side + GAP // 2)
        self._line(painter, lower, scaled_font(option.font, _SMALL), (host, quiet), (waiting, accent))
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        left: tuple[str, QColor],
        right: tuple[str, QColor],
    ) -> None:
        painter.setFont(font)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(right[0]) + (GAP if right[0] else 0)
        room = area.width() - width
        painter.setPen(left[1])
        start, end = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        text = metrics.elidedText(left[0], Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, int(start | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setPen(right[1])
        painter.drawText(area, int(end | Qt.AlignmentFlag.AlignVCenter), right[0])


class WidgetPanel(QWidget):
    """A search and the list. Selecting a widget opens it; nothing that waits is moved or lost by that."""

    new_made = Signal()
    """A new widget is open; its page address is what comes first."""
    chosen = Signal()
    """Somebody clicked the widget that is open now, or pressed Enter on it."""

    def __init__(self, workspace: Workspace, checking: Checking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = WidgetModel(workspace, checking, self)
        self._list = QListView()
        self._list.setObjectName("widgetList")
        self._list.setAccessibleName(self.tr("Widgets"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(WidgetDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(self.fontMetrics().height() * LEAST_LINES)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._new = Button(self.tr("New &widget"), "newWidgetButton")
        self._filter = SearchField("widgetFilter", self.tr("Find a widget"))
        self._remove = QAction(self.tr("&Remove from all places"), self)
        self._remove.setObjectName("removeWidgetAction")
        self._remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self._remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._list.addAction(self._remove)
        self._unread = EmptyNote("noWidgets")
        self._nothing = Text(tone=Tone.MUTED)
        self._nothing.setObjectName("noWidgetFound")
        self._nothing.hide()
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._filter, 1)
        top.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self._nothing)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._list)  # shown at once, so it must be inside of something by now
        self._stack.addWidget(self._unread)
        self._new.clicked.connect(self.make_new)
        self._filter.textChanged.connect(self._search)
        self._filter.forward_keys_to(self._list)
        self._remove.triggered.connect(self._remove_current)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._list.selectionModel().currentChanged.connect(self._opened)
        self._list.clicked.connect(self.chosen)
        self._list.activated.connect(self.chosen)
        self._model.modelReset.connect(self._select_open)
        workspace.content_replaced.connect(self._select_open)
        for signal in (workspace.changed, workspace.snapshot_taken):
            signal.connect(self._turn)
        self._turn()
        self._select_open()

    def begin(self) -> None:
        """Puts the focus into the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        """Shows the list, or says that nobody knows which widgets there are."""
        why = self._workspace.locked
        self._new.setEnabled(why is None)
        self._remove.setEnabled(why is None)
        explain(
            self._new, full_text(why) if why is not None else self.tr("Opens a widget that stands nowhere yet"), NEW
        )
        if why is not None:
            self._unread.setText(self.tr("The app's widgets could not be read. {why}").format(why=full_text(why)))
        unknown = why is not None and not self._workspace.draft.layout.widgets
        self._stack.setCurrentWidget(self._unread if unknown else self._list)

    def make_new(self) -> None:
        """Opens a new widget, if anything can be changed here."""
        if self._workspace.locked is not None:
            return
        self._filter.clear()
        self._workspace.new_widget()
        self.new_made.emit()

    def _search(self, text: str) -> None:
        self._model.filter(text)
        self._nothing.setText(self.tr("No widget matches “{text}”.").format(text=text.strip()))
        self._nothing.setVisible(bool(text.strip()) and self._model.finds_nothing)

    def _opened(self, current: QModelIndex) -> None:
        if current.isValid():
            self._workspace.open_widget(self._model.key(current.row()))

    def _select_open(self) -> None:
        row = self._model.row_of(self._workspace.key)
        index = self._model.index(row)
        if row >= 0 and index != self._list.currentIndex():
            self._list.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)

    def _remove_current(self) -> None:
        current = self._list.currentIndex()
        if current.isValid():
            self._workspace.layout_edits.remove_widget(self._model.key(current.row()))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._remove)
        menu.popup(self._list.viewport().mapToGlobal(at))
