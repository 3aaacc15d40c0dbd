"""A quiet note about the layout file that was opened or saved last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bxdesk.gui.layouts.layout_files import LayoutFiles, Saved
from bxdesk.gui.layouts.left_out_dialog import LeftOutDialog, left_out_of, unfit_in
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.fitted_dialog import open_dialog
from bxdesk.gui.parts.note import Note
from bxdesk.gui.parts.wording import counted
from bxdesk.gui.session.workspace import Workspace

if TYPE_CHECKING:
    from bxdesk.placements.layouts.layout_opening import OpenedLayout  # YAML


class LayoutNote(Note):
    """Says what came of a file, and shows what of it does not fit."""

    def __init__(self, files: LayoutFiles, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("layoutNote", "layoutNoteText", "layout", parent)
        self._workspace = workspace
        self._again = Button(self.tr("Reload"), "readLayoutAgainButton")
        self._close = Button(self.tr("OK"), "closeLayoutNoteButton")
        self._close.setToolTip(self.tr("Hides this note"))
        self.offer(self._again, self._close)
        self._again.clicked.connect(files.open_again)
        self._close.clicked.connect(self.hide)
        files.reading.connect(self._read)
        files.opened.connect(self._opened)
        files.saved.connect(self._saved)
        files.changed_on_disk.connect(self._changed)
        files.closed.connect(self.hide)
        workspace.history.indexChanged.connect(self._forget_what_is_not_last)
        self._is_last = False
        """Whether the note is about what Ctrl+Z would take back now."""
        self.hide()

    def _say(self, text: str, *, again: bool = False) -> None:
        self.say(text)
        self._is_last = False
        self._again.setVisible(again)
        self.show()

    def _read(self, name: str) -> None:
        self._say(self.tr("Reading {name}…").format(name=name))

    def _opened(self, layout: OpenedLayout, changes: int) -> None:
        if changes:
            one = self.tr("{n} change from {name} is waiting. Ctrl+Z takes it back.")
            many = self.tr("{n} changes from {name} are waiting. Ctrl+Z takes them back.")
            self._say(counted(changes, one, many, name=layout.name))
            self._is_last = True
        elif layout.bindings and not layout.mistakes:
            self._say(self.tr("Nothing to change: everything in {name} is already here.").format(name=layout.name))
        else:
            self.hide()
        if layout.mistakes or layout.doubts:
            self._show_left_out(unfit_in(layout, self.window()))

    def _saved(self, saved: Saved) -> None:
        number = len(saved.export.bindings)
        one, many = self.tr("Saved {n} place to {path}."), self.tr("Saved {n} places to {path}.")
        self._say(counted(number, one, many, path=saved.path))
        if saved.export.left_out:
            snapshot = self._workspace.snapshot
            titles = snapshot.type_titles if snapshot is not None else {}
            self._show_left_out(left_out_of(saved.export.left_out, titles, saved.path.name, self.window()))

    def _changed(self, name: str) -> None:
        self._say(self.tr("{name} has changed on disk since it was opened.").format(name=name), again=True)

    def _forget_what_is_not_last(self) -> None:
        """The changes of the file were taken back or applied, or others were made after them."""
        if self._is_last:
            self.hide()

    def _show_left_out(self, dialog: LeftOutDialog) -> None:
        open_dialog(dialog)
