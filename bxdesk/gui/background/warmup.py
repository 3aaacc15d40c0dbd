"""Importing the rest of the window while nobody waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

LOOK = ("bxdesk.gui.parts.flat.strokes", "bxdesk.gui.parts.flat.style")
"""What the first frame is drawn without."""
PORTAL_PAGE = (
    "bxdesk.placements.widget_view",
    "bxdesk.gui.session.workspace",
    "bxdesk.gui.tree.placement_cells",
    "bxdesk.gui.tree.placement_model",
    "bxdesk.gui.tree.placement_tree",
    "bxdesk.gui.tree.placement_panel",
    "bxdesk.gui.editor.editor_panel",
    "bxdesk.gui.bindings.bindings_table",
    "bxdesk.gui.bindings.bindings_panel",
    "bxdesk.gui.page.resumed_note",
    "bxdesk.gui.page.portal_page",
    "bxdesk.gui.banner",
)
"""What the first frame does without, from the bottom up: each takes a few milliseconds of the GUI thread."""
PORTALS_PAGE = (
    "bxdesk.gui.session.fleet",
    "bxdesk.gui.checks.proof_dialog",
    "bxdesk.gui.portals.proof_series",
    "bxdesk.gui.portals.server_move_dialog",
    "bxdesk.gui.portals.rollout_dialog",
    "bxdesk.gui.portals.export_dialog",
    "bxdesk.gui.portals.portal_details",
    "bxdesk.gui.portals.portals_page",
)
"""What a window with one portal does without."""


class Warmup(QObject):
    """One module for each turn of the event loop, so that the window answers in between."""

    done = Signal()

    def __init__(self, modules: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = list(modules)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begins; ``done`` tells when everything is there."""
        self._timer.start(0)

    def _step(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
            return
        self._timer.stop()
        self.done.emit()
        self.deleteLater()
