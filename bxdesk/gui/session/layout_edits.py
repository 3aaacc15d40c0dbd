"""What a person does beyond the widget that is open: to bindings of any widget, to a whole one, with a layout file."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bxdesk.placements.availability import bindable
from bxdesk.placements.bindings import Binding
from bxdesk.placements.draft import Draft
from bxdesk.placements.widgets import Layout

if TYPE_CHECKING:
    from bxdesk.gui.session.workspace import Workspace


class LayoutEdits(QObject):
    """Each method makes one step that can be taken back."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    def move_here(self, bindings: Iterable[Binding]) -> int:
        """Moves bindings of other widgets to the open one, with their texts; returns how many cannot be moved now."""
        address = self._workspace.widget.handler
        going = [row for row in self._draft.as_wanted(bindings) if row.handler != address]
        snapshot = self._workspace.snapshot
        able = bindable(snapshot) if snapshot is not None else frozenset()
        self.move((row, address) for row in going if row.placement in able)
        return sum(row.placement not in able for row in going)

    def move(self, moves: Iterable[tuple[Binding, str]]) -> None:
        """Gives bindings other addresses."""
        by_address: dict[str, list[Binding]] = {}
        for row, address in moves:
            by_address.setdefault(address, []).append(row)
        layout = self._draft.layout
        for address, rows in by_address.items():
            layout = layout.moved(self._draft.as_wanted(rows), address)
        self._put(layout, self.tr("other addresses"))

    def remove(self, bindings: Collection[Binding]) -> None:
        """Takes bindings away, of whichever widgets they are."""
        self._put(self._draft.layout.without(self._draft.as_wanted(bindings)), self.tr("removal of bindings"))

    def leave(self, bindings: Collection[Binding]) -> None:
        """Forgets what is to become of bindings."""
        self._put(self._draft.left_as_read(bindings), self.tr("the selected bindings"))

    def remove_widget(self, key: str) -> None:
        """Takes a widget away from all its places; of one that stands nowhere yet nothing is left."""
        layout = self._draft.layout
        if key in self._draft.base.widgets and key in layout.widgets:
            layout = layout.with_widget(key, layout.widgets[key].without_places([*layout.widgets[key].places]))
        else:
            layout = layout.without_widget(key)
            self._workspace.open_widget(next(iter(layout.widgets), layout.new_key()))
        self._put(layout, self.tr("removal of the widget"))

    def add_layout(self, bindings: Iterable[Binding]) -> int:
        """Takes the bindings of a layout file as changes that wait; nothing else goes.

        Returns how many changes that made: so many are taken back with it, whatever else waits.
        """
        before = self._draft.layout
        self._put(before.with_bindings(bindings), self.tr("layout file"))
        changed = {change.widget for change in self._draft.changes}
        self._workspace.open_widget(
            next((key for key in self._draft.layout.widgets if key in changed), self._workspace.key)
        )
        return len(Draft(before, self._draft.layout).changes)

    @property
    def _draft(self) -> Draft:
        return self._workspace.draft

    def _put(self, layout: Layout, what: str) -> None:
        self._workspace.put(layout, what)
        self._workspace.content_replaced.emit()
