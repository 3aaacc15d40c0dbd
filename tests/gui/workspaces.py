"""A workspace without a window."""

from __future__ import annotations

from bxdesk.gui.background.tasks import Tasks
from bxdesk.gui.session.open_portal import OpenPortal
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.snapshot import Snapshot


def show(workspace: Workspace, snapshot: Snapshot) -> None:
    """Has it show its one portal as if that had just been read."""
    portal = workspace.findChild(OpenPortal) or OpenPortal(Tasks(), parent=workspace)
    portal.take(snapshot)
    workspace.show(portal)
