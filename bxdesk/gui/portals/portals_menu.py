"""The button with everything that is done with the portals that are selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.gui.connecting.connection_dialogs import RenameDialog
from bxdesk.gui.parts.fitted_dialog import open_dialog
from bxdesk.gui.parts.layout_dialog import folder_dialog
from bxdesk.gui.portals.export_dialog import ExportDialog
from bxdesk.gui.portals.group_dialog import GroupDialog
from bxdesk.gui.portals.portals_table import PortalsTable
from bxdesk.gui.portals.proof_series import ProofSeries
from bxdesk.gui.portals.rollout_dialog import RolloutDialog
from bxdesk.gui.portals.server_move_dialog import ServerMoveDialog
from bxdesk.gui.session.fleet import Fleet
from bxdesk.gui.session.goals import LayoutGoal, MoveGoal
from bxdesk.gui.session.layouts_export import LayoutsExport
from bxdesk.gui.session.rollout import Rollout
from bxdesk.gui.session.server_move import ServerMove
from bxdesk.gui.session.session import Session
from bxdesk.gui.window_memory import WindowMemory

if TYPE_CHECKING:
    from bxdesk.placements.snapshot import Snapshot


class PortalsMenu(QPushButton):
    """Its menu is that of the table as well."""

    page_asked = Signal(str)
    """The address of a page of a portal, to be opened in the browser."""

    def __init__(
        self, session: Session, fleet: Fleet, memory: WindowMemory, table: PortalsTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self._session = session
        self._fleet = fleet
        self._table = table
        self.setObjectName("portalsMenuButton")
        self.setAutoDefault(False)
        self._menu = QMenu(self)
        self._open = self._entry("openPortalAction", self.tr("&Open"), self.open_chosen, QKeySequence("Return"))
        self._read = self._entry("readPortalsAction", self.tr("&Read"), self._read_chosen)
        self._check = self._entry("checkPortalsAction", self.tr("&Check"), self._check_chosen)
        self._prove = self._entry("provePortalsAction", self.tr("&Prove that it shows…"), self._prove_chosen)
        self._menu.addSeparator()
        self._entry("movePortalsAction", self.tr("&Move to a new server…"), self._ask_for_server)
        self._entry("exportPortalsAction", self.tr("&Export layouts…"), self._ask_for_folder)
        self._menu.addSeparator()
        self._rename = self._entry("renamePortalAction", self.tr("Re&name…"), self._ask_for_name, QKeySequence("F2"))
        self._entry("groupPortalsAction", self.tr("Put into a &group…"), self._ask_for_group)
        self.setMenu(self._menu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.selectionModel().selectionChanged.connect(self.enable)
        fleet.run_changed.connect(self.enable)
        self.enable()

    def enable(self) -> None:
        """Offers what can be done with those that are selected now."""
        number = len(self._table.chosen)
        self.setEnabled(number > 0)
        text = self.tr("&With the selected ({n})").format(n=number) if number else self.tr("&With the selected")
        self.setText(text)
        self.setAccessibleName(text.replace("&", ""))
        for action in (self._open, self._rename):
            action.setEnabled(number == 1)
        for action in (self._read, self._check, self._prove):
            action.setEnabled(number > 0 and not self._fleet.runs)

    def open_chosen(self) -> None:
        """Opens the portal that is selected."""
        chosen = self._table.chosen
        if len(chosen) == 1:
            self._session.choose(chosen[0])

    def review_layout(self) -> None:
        """One review of what the layout comes to on all of them."""
        layout, chosen = self._fleet.layout, self._table.chosen
        if layout is not None and chosen:
            title = self.tr("Apply {layout} to several portals").format(layout=layout.name)
            self._roll_out(Rollout(self._session, LayoutGoal(layout), chosen), title)

    def _entry(self, name: str, text: str, slot: Callable[[], None], keys: QKeySequence | None = None) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcut(keys or QKeySequence())
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self._menu.addAction(action)
        self._table.addAction(action)
        return action

    def _show_menu(self, at: QPoint) -> None:
        if self._table.chosen:
            self._menu.popup(self._table.viewport().mapToGlobal(at))

    def _read_chosen(self) -> None:
        self._fleet.read(self._table.chosen)

    def _check_chosen(self) -> None:
        self._fleet.check(self._table.chosen)

    def _prove_chosen(self) -> None:
        series = ProofSeries(self._session, self._fleet, self._table.chosen, self.window())
        series.page_asked.connect(self.page_asked)
        series.begin()

    def _ask_for_name(self) -> None:
        chosen = self._table.chosen
        if len(chosen) == 1:
            open_dialog(RenameDialog(self._session, chosen[0], self.window()))

    def _ask_for_group(self) -> None:
        chosen = self._table.chosen
        if not chosen:
            return
        known, groups = self._session.connections.groups, {one.group for one in chosen}
        dialog = GroupDialog(len(chosen), known, groups.pop() if len(groups) == 1 else "", self.window())
        dialog.decided.connect(partial(self._session.put_into_group, chosen))
        open_dialog(dialog)

    def _ask_for_server(self) -> None:
        chosen = self._table.chosen
        if not chosen:
            return

        def review(goal: MoveGoal, read: Mapping[str, Snapshot]) -> None:
            title = self.tr("Move from {before} to {after}").format(before=goal.before, after=goal.after)
            self._roll_out(Rollout(self._session, goal, chosen, read), title)

        dialog = ServerMoveDialog(ServerMove(self._session, chosen), self.window())
        dialog.decided.connect(review)
        open_dialog(dialog)

    def _ask_for_folder(self) -> None:
        chosen = self._table.chosen
        if not chosen:
            return
        near = next(iter(self._memory.recent), None)
        dialog = folder_dialog(self.window(), Path(near) if near else None)
        dialog.fileSelected.connect(partial(self._export, chosen))
        dialog.open()

    def _export(self, connections: Sequence[Connection], folder: str) -> None:
        open_dialog(ExportDialog(LayoutsExport(self._session, Path(folder), connections), self.window()))

    def _roll_out(self, rollout: Rollout, title: str) -> None:
        dialog = RolloutDialog(rollout, title, self.window())
        dialog.applied.connect(self._follow_rollout)
        open_dialog(dialog)

    def _follow_rollout(self, touched: tuple[Connection, ...]) -> None:
        """Reads what was changed, the open portal as well."""
        for connection in touched:
            self._fleet.statuses.expire(connection)
        self._fleet.read_soon(touched)
        if self._session.portal.connection in touched:
            self._session.refresh()
