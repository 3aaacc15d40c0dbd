"""What somebody asks to see beyond the page that they are on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from bxdesk.gui.session.workspace import Workspace


class Requests(QObject):
    """Any part of a page asks, and the window shows it."""

    call = Signal(str, str)
    """What a handler receives: the code of the placement, and the handler's address (empty if there is none yet)."""
    try_out = Signal(str, str)
    """The same for a handler that is to be shown in a frame."""
    proof = Signal(object)
    """Whether people see widgets: the codes of the placements to choose from."""
    page = Signal(str)
    """The address of a page of the portal, to be opened in the browser."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    def ask_for_call(self) -> None:
        """What the open widget's handler receives at the place that somebody is at."""
        self.call.emit(self._workspace.focus.place, self._workspace.widget.handler)

    def ask_to_try(self) -> None:
        """The open widget's handler in a frame, as at the place that somebody is at."""
        self.try_out.emit(self._workspace.focus.place, self._workspace.widget.handler)

    def ask_for_proof(self) -> None:
        """At the open widget's places; at the one that somebody is at while it has none."""
        self.proof.emit(tuple(self._workspace.widget.places) or (self._workspace.focus.place,))

    def ask_for_page(self) -> None:
        """The page of the portal with the place that somebody is at, if one is known."""
        if (page := self._workspace.focus.page_of_place) is not None:
            self.page.emit(page)
