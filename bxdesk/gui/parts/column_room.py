"""Columns that share their room: none is cut off while another has more than it needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QHeaderView, QTableView, QTreeView

ARRANGED = "arranged"
"""The property of a header that says whether a person has sized its columns."""
_LATER = 50
"""Milliseconds: what is typed and ticked comes first."""
_SHARE = 0.4
"""Of the width, what the elastic column has at least if it needs it and others give."""
_LEAST = 10
"""Letters' widths that a column keeps that gives."""


class ColumnRoom(QObject):
    """Goes by the rows that are in sight. Once a person has sized a column, all of them stay as they are.

    The ``elastic`` column takes what the others leave; those in ``gives`` become narrower until it says all that it has
    to say, or has its share: it is not pushed out of sight. Those in ``takes`` get what they need, up to one half
    of that share.
    """

    def __init__(
        self, view: QTableView | QTreeView, elastic: int, gives: Sequence[int] = (), takes: Sequence[int] = ()
    ) -> None:
        super().__init__(view)
        self._view = view
        self._elastic = elastic
        self._gives = gives
        self._takes = takes
        self._header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
        self._header.setProperty(ARRANGED, False)
        self._header.setResizeContentsPrecision(0)  # or a thousand rows are measured
        self._shares = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LATER)
        self._timer.timeout.connect(self._share)
        self._header.sectionResized.connect(self._resized)
        view.viewport().installEventFilter(self)
        model = view.model()
        for signal in (model.modelReset, model.dataChanged, model.layoutChanged):
            signal.connect(self._wait)
        view.verticalScrollBar().valueChanged.connect(self._wait)
        if isinstance(view, QTreeView):
            view.expanded.connect(self._wait)
            view.collapsed.connect(self._wait)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Shares anew when there is more room, or less."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._wait()
        return super().eventFilter(watched, event)

    def _wait(self) -> None:
        self._timer.start()

    def _resized(self, section: int, before: int, after: int) -> None:
        by_hand = before and after and not self._shares and section != self._elastic
        if by_hand and self._header.sectionResizeMode(section) is QHeaderView.ResizeMode.Interactive:
            self._header.setProperty(ARRANGED, True)

    def _share(self) -> None:
        header = self._header
        if header.property(ARRANGED) or not self._view.isVisible():
            return
        others = [column for column in range(header.count()) if column != self._elastic]
        taken = {column: header.sectionSize(column) for column in others if not header.isSectionHidden(column)}
        width = self._view.viewport().width()
        needed = self._needs(self._elastic)
        least = self._view.fontMetrics().horizontalAdvance("m") * _LEAST
        kept = min(needed, round(width * _SHARE)) if self._gives else needed
        left = width - sum(taken.values()) - kept
        self._shares = True
        for column, size in sorted(taken.items(), key=lambda item: item[0] in self._takes):
            room = size - self._needs(column)
            lent = kept // 2 if column in self._takes else 0
            if left < 0 and column in self._gives:  # the elastic one comes first, and what is cut off has a tooltip
                more = min(0, max(left, least - size))
            elif room < 0 < left + lent:
                more = min(-room, left + lent)
            else:
                continue
            header.resizeSection(column, size + more)
            left -= more
        self._shares = False

    def _needs(self, column: int) -> int:
        return max(self._view.sizeHintForColumn(column), self._header.sectionSizeHint(column))
