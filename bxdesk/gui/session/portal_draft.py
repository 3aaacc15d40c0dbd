"""The draft of one portal, with the way back from every change to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from bxdesk.gui.parts.overriding import override
from bxdesk.placements.draft import Draft, rebase
from bxdesk.placements.kept_draft import KeptDraft, Resumed, resume
from bxdesk.placements.snapshot import Snapshot

_LIMIT = 200
"""So many changes can be taken back: on a large portal each of them may hold ten thousand ticks."""


class PortalDraft(QUndoStack):
    """A draft is a value, so each change is the draft before it and the one after it."""

    stepped = Signal()
    """Somebody went back to another state, or forward again."""

    def __init__(self, draft: Draft, resumed: Resumed | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoLimit(_LIMIT)
        self.draft = draft
        self.key = ""
        """Of the widget that is open."""
        self.resumed = resumed
        """What was taken up again from an earlier window, until somebody goes on with it."""
        self._read = draft.base
        self._putting = False

    @classmethod
    def begin(cls, snapshot: Snapshot, kept: KeptDraft | None = None, parent: QObject | None = None) -> PortalDraft:
        """A draft that changes nothing of what was read, or goes on with what was ``kept`` of an earlier one."""
        resumed = resume(kept, snapshot) if kept is not None else None
        return cls(resumed.draft if resumed else Draft.of(snapshot), resumed, parent)

    @property
    def is_outdated(self) -> bool:
        """Whether the portal was read again after this state was left, to which somebody went back."""
        return self.draft.base is not self._read

    def rebase(self, snapshot: Snapshot) -> None:
        """Holds the draft against what was read last."""
        rebased = rebase(self.draft, snapshot)
        self.draft, self._read = rebased.draft, rebased.draft.base
        self.key = rebased.keys.get(self.key, self.key)

    def put(self, draft: Draft, what: str, typed: str = "") -> None:
        """Goes on with a draft. ``what`` was changed, in words; changes to the same ``typed`` field become one."""
        self._putting = True
        self.push(_Change(self, draft, what, typed))
        self._putting = False

    def show(self, draft: Draft, key: str) -> None:
        """Takes a state up. If it lacks the open widget, the one with this ``key`` is opened."""
        self.draft, self.resumed = draft, None
        if self.key not in draft.layout.widgets:
            self.key = key
        if not self._putting:
            self.stepped.emit()


class _Change(QUndoCommand):
    def __init__(self, portal: PortalDraft, after: Draft, what: str, typed: str) -> None:
        super().__init__(what)
        self._portal = portal
        self._key = portal.key
        self.before = portal.draft
        self.after = after
        self.typed = typed

    @override
    def undo(self) -> None:
        self._portal.show(self.before, self._key)

    @override
    def redo(self) -> None:
        self._portal.show(self.after, self._key)

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
