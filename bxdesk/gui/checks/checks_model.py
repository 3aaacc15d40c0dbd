"""The model behind the list of checks: the app and each widget, and inside of them the questions, worst first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from bxdesk.checks.check import Check, CheckState, Verdict
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.two_level_model import Index, TwoLevelModel
from bxdesk.gui.parts.wording import isolated, tip, translated
from bxdesk.gui.session.checking import CHECK_LOOKS, answer_words, verdict_words

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """What each column shows of a check."""

    WHAT = 0
    ANSWER = 1


class ChecksModel(TwoLevelModel):
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
        return self._verdicts[self.place(index)[0]]

    def check(self, index: Index) -> Check | None:
        """The check in a row; None for a verdict."""
        if not index.isValid():
            return None
        outer, inner = self.place(index)
        return self._verdicts[outer].checks[inner] if inner is not None else None

    @override
    def headings(self) -> tuple[str, ...]:
        return self.tr("Question"), self.tr("Answer")

    @override
    def outer_total(self) -> int:
        return len(self._verdicts)

    @override
    def inner_total(self, outer: int) -> int:
        return len(self._verdicts[outer].checks)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        verdict = self.verdict(index)
        if verdict is None:
            return None
        check = self.check(index)
        state = check.state if check is not None else verdict.state
        name, tone = CHECK_LOOKS[state]
        of_widget = check is None and verdict.handler is not None
        said = verdict_words(state) if of_widget else answer_words(state)
        text = translated(check.title) if check is not None else self._name(verdict)
        if role == _Role.AccessibleTextRole:
            return f"{text}, {said}"
        if index.column() == Column.ANSWER:
            return self._answer(said, tone, state, role)
        if role == _Role.DisplayRole:
            return text
        if role == _Role.DecorationRole:
            return icon(name, tone)
        if role == _Role.ToolTipRole:
            return tip(text, translated(check.question) if check is not None else verdict.handler or "", said)
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
