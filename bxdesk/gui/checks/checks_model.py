"""The model behind the list of checks: the app and each widget, and inside of them the questions, worst first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bxdesk.checks.check import Check, CheckState
from bxdesk.checks.verdict import Verdict
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import isolated, spoken, tip
from bxdesk.gui.session.check_words import LOOKS, answer_words, verdict_words

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_TOP = 0
"""What an index of a verdict carries; that of a check carries the row of its verdict, and one more."""


class Column(IntEnum):
    """The columns."""

    WHAT = 0
    ANSWER = 1


class ChecksModel(QAbstractItemModel):
    """Two levels, as a run of checks found them; :meth:`show` shows another run."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verdicts: tuple[Verdict, ...] = ()
        self._titles: Mapping[str, str] = {}

    def show(self, verdicts: Sequence[Verdict], titles: Mapping[str, str]) -> None:
        """Shows these; ``titles`` are those of the widgets, by their handlers."""
        self.beginResetModel()
        self._verdicts, self._titles = tuple(verdicts), titles
        self.endResetModel()

    def verdict(self, index: Index) -> Verdict | None:
        """The verdict in a row, or the one that a check stands in."""
        if not index.isValid():
            return None
        return self._verdicts[index.row() if index.internalId() == _TOP else index.internalId() - 1]

    def check(self, index: Index) -> Check | None:
        """The check in a row; None for a verdict."""
        verdict = self.verdict(index)
        return verdict.checks[index.row()] if verdict is not None and index.internalId() != _TOP else None

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    @override
    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._verdicts)
        is_verdict = parent.internalId() == _TOP and parent.column() == Column.WHAT
        return len(self._verdicts[parent.row()].checks) if is_verdict else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        verdict = self.verdict(index)
        if verdict is None:
            return None
        check = self.check(index)
        state = check.state if check is not None else verdict.state
        name, tone = LOOKS[state]
        said = answer_words(state) if check is not None else verdict_words(state)
        text = spoken(check.title) if check is not None else self._name(verdict)
        if role == _Role.AccessibleTextRole:
            return f"{text}, {said}"
        if index.column() == Column.ANSWER:
            return self._answer(said, tone, state, role)
        if role == _Role.DisplayRole:
            return text
        if role == _Role.DecorationRole:
            return icon(name, tone)
        if role == _Role.ToolTipRole:
            return tip(text, spoken(check.question) if check is not None else verdict.handler or "", said)
        return None

    def _answer(self, said: str, tone: Tone, state: CheckState, role: int) -> object:
        if role == _Role.DisplayRole:
            return said
        if role == _Role.ForegroundRole:
            return colour(Tone.MUTED if state is CheckState.OK else tone)
        return None

    def _name(self, verdict: Verdict) -> str:
        if verdict.handler is None:
            return self.tr("The app and its places")
        address = isolated(verdict.handler)
        title = self._titles.get(verdict.handler, "")
        return self.tr("{title} ({address})").format(title=title, address=address) if title else address
