"""What the demo teaches: three notes, one after the other, once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.note import Note
from bxdesk.gui.places import Places


class DemoNotes(Note):
    """Shows the first note until somebody has read it, then the next; nothing any more after the last."""

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__("demoNotes", "demoNoteText", parent=parent)
        self._places = places
        self._number = 0
        self._texts = (
            self.tr(
                "This portal lives on your computer: nothing you do here leaves it. On the left are the application's "
                "widgets; tick on the right where the open one should be."
            ),
            self.tr(
                "Nothing is sent while you type and tick. “Review and apply…” shows every change first, and what was "
                "applied can be taken back in “History”."
            ),
            self.tr(
                "“Checks” finds widgets that people would not see, and says what to do. “Open the portal”, in the menu "
                "beside its name, shows them as people see them."
            ),
        )
        self._next = Button("", "demoNoteNextButton")
        self._hide = Button(self.tr("Hide these notes"), "demoNotesHideButton")
        self.offer(self._hide, self._next)
        self._next.clicked.connect(self._go_on)
        self._hide.clicked.connect(self._end)
        self._show()

    def _show(self) -> None:
        self.say(self._texts[self._number])
        is_last = self._number == len(self._texts) - 1
        self._hide.setVisible(not is_last)
        self._next.setText(self.tr("OK") if is_last else self.tr("Next"))
        self.setVisible(self._places.teaches)

    def _go_on(self) -> None:
        if self._number + 1 < len(self._texts):
            self._number += 1
            self._show()
        else:
            self._end()

    def _end(self) -> None:
        self._places.keep_taught()
        self.hide()
