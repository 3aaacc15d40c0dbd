"""The page of an open portal: its widgets on the left, the open one in the middle, its places on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bxdesk.gui.bindings.bindings_panel import BindingsPanel
from bxdesk.gui.drawing.preview import Preview
from bxdesk.gui.editor.editor_panel import EditorPanel
from bxdesk.gui.layouts.layout_files import LayoutFiles
from bxdesk.gui.layouts.layout_menu import LayoutMenu
from bxdesk.gui.page.plan_bar import PlanBar
from bxdesk.gui.page.views import Views
from bxdesk.gui.parts.keys import CALL, NEW
from bxdesk.gui.parts.theme import GAP, MARGIN, Line
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.view_state import View, ViewState
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.tree.placement_panel import PlacementPanel
from bxdesk.gui.widgets.widget_panel import WidgetPanel
from bxdesk.placements.bindings import Binding


class Workbench(QWidget):
    """Composes the panels. *Bindings* shows the same as *Widgets*, as the flat table that the portal holds."""

    review_asked = Signal()
    layout_asked = Signal(object)
    """Bindings to be copied as a layout file."""

    def __init__(
        self, workspace: Workspace, files: LayoutFiles, checking: Checking, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._files = files
        self.placements = PlacementPanel(workspace)
        self.placements.setContentsMargins(1, 0, 1, 0)  # a mirrored splitter puts it a pixel too far
        self._widgets, self._bindings = WidgetPanel(workspace, checking), BindingsPanel(workspace)
        self._widgets.setContentsMargins(0, 0, 1, 0)  # for the same reason
        self._editor = EditorPanel(workspace, Preview(workspace))
        parts = {View.WIDGETS: self._widgets, View.CONTENT: self._editor, View.PLACES: self.placements}
        self._views = Views(parts, self._bindings, LayoutMenu(self._files, workspace, self._selected_bindings))
        around = QVBoxLayout()  # a splitter's own margins are in the way when the window is mirrored
        around.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        around.addWidget(self._views)
        bar = PlanBar(workspace)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(around, 1)
        whole.addWidget(Line())
        whole.addWidget(bar)
        bar.review_asked.connect(self.review_asked)
        self._widgets.new_made.connect(self._begin_content)
        self._widgets.chosen.connect(self._go_on)
        self._bindings.edit_asked.connect(self._edit)
        self._editor.exceptions.place_asked.connect(self._edit)
        self._bindings.layout_asked.connect(self.layout_asked)
        QShortcut(NEW, self).activated.connect(self._widgets.make_new)
        QShortcut(CALL, self).activated.connect(self._ask_for_call_by_key)

    def _selected_bindings(self) -> Sequence[Binding]:
        return self._bindings.selected if self._views.view is View.BINDINGS else ()

    @property
    def move_server(self) -> QAction:
        """Gives all bindings of the portal other addresses."""
        return self._bindings.move_server

    @property
    def view_state(self) -> ViewState:
        """What somebody is in the middle of."""
        return ViewState(
            self.placements.view_state,
            self._editor.options.is_open,
            self._bindings.searched,
            self._views.view,
        )

    def restore(self, view_state: ViewState) -> None:
        """Goes on with it."""
        self.placements.restore(view_state.tree)
        self._editor.options.open(view_state.options_open)
        self._bindings.search(view_state.table_search)
        self._views.turn_to(view_state.view)

    def clear_searches(self) -> None:
        """Shows everything again."""
        self.placements.search("")
        self._bindings.search("")

    def begin(self) -> None:
        """Puts the focus where one goes on with the open widget."""
        if self._workspace.draft.layout.widgets:
            self._widgets.begin()
        else:
            self._begin_content()

    def search(self) -> None:
        """Puts the cursor where placements are searched."""
        self._views.turn_to(View.PLACES)
        self.placements.focus_filter()

    def _begin_content(self) -> None:
        self._views.turn_to(View.CONTENT)
        self._editor.begin()

    def _go_on(self) -> None:
        """Somebody chose a widget where nothing of it is in sight."""
        if self._views.shows_one_part:
            self._views.turn_to(View.CONTENT)

    def _edit(self, code: str) -> None:
        """Begins to type the text at a place."""
        self._views.turn_to(View.CONTENT)
        self.placements.show_place(code)
        self._editor.texts.begin()

    def _ask_for_call_by_key(self) -> None:
        """About the row that somebody is at in the table, or else about the place that they are at."""
        if not self._bindings.ask_for_call_in_focus():
            self._workspace.requests.ask_for_call()
