"""The list of portals at the top of the window; its last entry connects another one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import tip
from bxdesk.gui.session.connections import CONNECTION_LOOKS, Connections, ConnectionState, connection_words
from bxdesk.gui.session.session import Session

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_QUIET = (ConnectionState.UNKNOWN, ConnectionState.SIGNED_IN)
"""What is not worth words in the list."""
_SEPARATOR = "separator"
"""What Qt's boxes take for a line between entries."""
_LEAST, _USUAL, _MOST = 14, 24, 34
"""How wide the list is at least, as a rule and at most, in letters."""


class ConnectionsModel(QAbstractListModel):
    """A row for each connection, then a line and the way to another one. Rows are worded once they are in sight."""

    def __init__(self, connections: Connections, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connections = connections
        self._listed: tuple[Connection, ...] = ()
        self._states: list[ConnectionState] = []
        """What was last told of each."""

    def follow(self) -> bool:
        """Shows the connections as they are by now, and says whether anything is another than before.

        Where they are the same ones, only what is known of them is shown anew.
        """
        listed = self._connections.all
        states = [self._connections.known(one).state for one in listed]
        if listed is not self._listed:
            self.beginResetModel()
            self._listed, self._states = listed, states
            self.endResetModel()
        elif states != self._states:
            self._states = states
            self.dataChanged.emit(self.index(0), self.index(len(listed) - 1))
        else:
            return False
        return True

    def connection(self, row: int) -> Connection | None:
        """The connection in a row; None in the last one."""
        return self._listed[row] if 0 <= row < len(self._listed) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid():
            return 0
        return len(self._listed) + 2 if self._listed else 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """PySide keeps a list's own to itself."""
        return 0 if parent.isValid() else 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        is_line = index.data(_Role.AccessibleDescriptionRole) == _SEPARATOR
        return Qt.ItemFlag.NoItemFlags if is_line else super().flags(index)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        connection = self.connection(index.row())
        if connection is not None:
            return self._of_connection(connection, role)
        if index.row() < self.rowCount() - 1:
            return _SEPARATOR if role == _Role.AccessibleDescriptionRole else None
        if role == _Role.DecorationRole:
            return icon("bind", Tone.ACCENT)
        return self.tr("Connect a portal…") if role == _Role.DisplayRole else None

    def _of_connection(self, connection: Connection, role: int) -> object:
        if role == _Role.DisplayRole:
            return self.text(connection)
        if role == _Role.DecorationRole:  # one without an icon would begin further left than the others
            return icon(*CONNECTION_LOOKS[self._connections.known(connection).state])
        if role == _Role.ToolTipRole:
            return tip(self.text(connection), self.tr("Signed in as {user}").format(user=connection.user_name))
        return None

    def text(self, connection: Connection) -> str:
        """What a row says."""
        text, state = self._connections.title(connection), self._connections.known(connection).state
        if state in _QUIET:
            return text
        return self.tr("{portal} ({state})").format(portal=text, state=connection_words(state))


class ConnectionBox(QComboBox):
    """Shows which portal is open, and goes on to another one."""

    chosen = Signal(object)
    """The Connection to be opened."""
    connect_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = ConnectionsModel(session.connections, self)
        self.setModel(self._rows)
        self.setObjectName("connectionBox")
        self.setAccessibleName(self.tr("Portal"))
        self._widest = 0
        """In pixels, of what the rows say."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_USUAL)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * _LEAST)
        self.activated.connect(self._choose)
        self.follow()

    def sizeHint(self) -> QSize:
        """As wide as the widest row; Qt would ask for the text and the icon of a thousand rows to find that out."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        usual = metrics.horizontalAdvance("X") * _USUAL
        most = metrics.horizontalAdvance("X") * _MOST
        return QSize(hint.width() + max(0, min(self._widest, most) - usual), hint.height())

    def follow(self) -> None:
        """Shows the connections as they are by now, and which of them is open."""
        if self._rows.follow():
            texts = map(self._rows.text, self._session.connections.all)
            self._widest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
            self.updateGeometry()
        connections, current = self._session.connections.all, self._session.portal.connection
        self.setPlaceholderText(self.tr("No portal is open") if connections else self.tr("No portal yet"))
        self.setCurrentIndex(connections.index(current) if current in connections else -1)
        self.setToolTip(tip(self.currentText()))

    def _choose(self, row: int) -> None:
        connection = self._rows.connection(row)
        if connection is not None:
            self.chosen.emit(connection)
        else:
            self.follow()
            self.connect_asked.emit()
