"""The way back from every change of a draft: one stack of its states for each portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from bxdesk.gui.parts.overriding import override
from bxdesk.placements.draft import Draft

if TYPE_CHECKING:
    from bxdesk.gui.session.workspace import OpenDraft

_LIMIT = 200
"""So many changes can be taken back: on a large portal each of them may hold ten thousand ticks."""


class DraftHistory(QUndoStack):
    """A draft is a value, so each change is the draft before it and the one after it."""

    stepped = Signal()
    """Somebody went back to another state, or forward again."""

    def __init__(self, draft: OpenDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoLimit(_LIMIT)
        self._open = draft
        self._putting = False

    def put(self, draft: Draft, what: str, typed: str = "") -> None:
        """Goes on with a draft. ``what`` was changed, in words; changes to the same ``typed`` field become one."""
        self._putting = True
        self.push(_Change(self, self._open, draft, what, typed))
        self._putting = False

    def show(self, draft: Draft, key: str) -> None:
        """Takes a state up. If it lacks the open widget, the one with this ``key`` is opened."""
        self._open.draft, self._open.resumed = draft, None
        if self._open.key not in draft.layout.widgets:
            self._open.key = key
        if not self._putting:
            self.stepped.emit()


class _Change(QUndoCommand):
    def __init__(self, history: DraftHistory, now: OpenDraft, after: Draft, what: str, typed: str) -> None:
        super().__init__(what)
        self._history = history
        self._key = now.key
        self.before = now.draft
        self.after = after
        self.typed = typed

    @override
    def undo(self) -> None:
        self._history.show(self.before, self._key)

    @override
    def redo(self) -> None:
        self._history.show(self.after, self._key)

    @override
    def id(self) -> int:
        return 1 if self.typed else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.typed != self.typed:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True
