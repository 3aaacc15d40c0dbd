"""What the demo teaches: three notes, each until somebody has done what it is about or read it; once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.note import Note
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.window_memory import WindowMemory

_TICKING, _APPLYING, _CHECKING = range(3)
"""What the notes are about, in their order."""


class DemoNotes(Note):
    """Shows the first note that is still to be learnt; nothing any more after the last."""

    def __init__(
        self,
        memory: WindowMemory,
        workspace: Workspace,
        checking: Checking,
        applied: SignalInstance,
        parent: QWidget | None = None,
    ) -> None:
        """``applied`` tells that changes were carried out."""
        super().__init__("demoNotes", "demoNoteText", parent=parent)
        self._memory = memory
        self._workspace = workspace
        self._checking = checking
        texts = {
            _TICKING: self.tr(
                "This portal lives on your computer: nothing you do here leaves it. On the left are the application's "
                "widgets; tick on the right where the open one should be."
            ),
            _APPLYING: self.tr(
                "Nothing is sent while you type and tick. “Review and apply…” shows every change first, and what was "
                "applied can be taken back in “History”."
            ),
            _CHECKING: self.tr(
                "“Checks” finds widgets that people would not see, and says what to do. “Open the portal”, in the menu "
                "beside its name, shows them as people see them."
            ),
        }
        self._texts = {number: text for number, text in texts.items() if number not in memory.learnt}
        """Those that are still to be learnt."""
        self._next = Button("", "demoNoteNextButton")
        self._hide = Button(self.tr("Hide these notes"), "demoNotesHideButton")
        self.offer(self._hide, self._next)
        self._next.clicked.connect(self._go_on)
        self._hide.clicked.connect(self._end)
        workspace.changed.connect(self._see_ticks)
        applied.connect(partial(self._learn, _APPLYING))
        checking.changed.connect(self._see_checks)
        self._show()

    def _show(self) -> None:
        self.say(next(iter(self._texts.values())))
        is_last = len(self._texts) == 1
        self._hide.setVisible(not is_last)
        self._next.setText(self.tr("OK") if is_last else self.tr("Next"))
        self.setVisible(self._memory.shows_demo_notes)

    def _go_on(self) -> None:
        self._learn(next(iter(self._texts), _CHECKING))

    def _see_ticks(self) -> None:
        if self._workspace.plan.steps:
            self._learn(_TICKING)

    def _see_checks(self) -> None:
        if self._checking.is_whole:
            self._learn(_CHECKING)

    def _learn(self, number: int) -> None:
        if self._texts.pop(number, None) is None:
            return
        self._memory.learnt.add(number)
        if self._texts:
            self._show()
        else:
            self._end()

    def _end(self) -> None:
        self._texts.clear()
        self._memory.keep_demo_notes_read()
        self.hide()
