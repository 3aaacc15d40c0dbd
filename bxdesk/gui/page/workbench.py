"""The page of an open portal: its widgets on the left, the open one in the middle, its places on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bxdesk.gui.bindings.bindings_panel import BindingsPanel
from bxdesk.gui.drawing.preview import Preview
from bxdesk.gui.editor.editor_panel import EditorPanel
from bxdesk.gui.layouts.layout_files import LayoutFiles
from bxdesk.gui.layouts.layout_menu import LayoutMenu
from bxdesk.gui.page.plan_bar import PlanBar
from bxdesk.gui.parts.keys import CALL, NEW
from bxdesk.gui.parts.theme import GAP, MARGIN, Line
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.posture import Posture
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.tree.placement_panel import PlacementPanel
from bxdesk.gui.widgets.widget_panel import WidgetPanel
from bxdesk.placements.bindings import Binding

_SIZES = (270, 520, 430)
"""Pixels of list, editor and places in a window of the usual width."""


class Workbench(QWidget):
    """Composes the panels. *Bindings* shows the same as *Widgets*, as the flat table that the portal holds."""

    review_asked = Signal()
    layout_asked = Signal(object)
    """Bindings to be copied as a layout file."""
    call_asked = Signal(str, str)
    """What a handler receives: the code of the placement, and the handler's address."""
    try_asked = Signal(str, str)
    """The same for a handler that is to be shown in a frame."""
    proof_asked = Signal(object)
    """Whether people see widgets: the codes of the placements to choose from."""

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
        self._views = QStackedWidget()
        self._views.addWidget(_splitter("mainSplitter", (self._widgets, self._editor, self.placements), _SIZES))
        self._views.addWidget(self._bindings)
        around = QVBoxLayout()  # a splitter's own margins are in the way when the window is mirrored
        around.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        around.setSpacing(GAP)
        around.addWidget(self._views, 1)
        around.addLayout(self._switch())
        bar = PlanBar(workspace)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(around, 1)
        whole.addWidget(Line())
        whole.addWidget(bar)
        bar.review_asked.connect(self.review_asked)
        self._widgets.new_made.connect(self._editor.begin)
        self._bindings.edit_asked.connect(self._edit)
        self._bindings.layout_asked.connect(self.layout_asked)
        self._bindings.call_asked.connect(self.call_asked)
        self.placements.call_asked.connect(self._ask_for_call)
        self._editor.call_asked.connect(self._ask_for_call)
        self._editor.try_asked.connect(self._ask_to_try)
        self._editor.proof_asked.connect(self._ask_for_proof)
        QShortcut(NEW, self).activated.connect(self._make_new)
        QShortcut(CALL, self).activated.connect(self._ask_for_call_by_key)

    def _switch(self) -> QHBoxLayout:
        """The two views, side by side as one control."""
        line = QHBoxLayout()
        line.setSpacing(0)
        self._buttons = QButtonGroup(self)
        for number, (name, text) in enumerate(
            (("widgetsViewButton", self.tr("Widgets")), ("bindingsViewButton", self.tr("&Bindings")))
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setCheckable(True)
            button.setChecked(not number)
            button.setAutoDefault(False)
            self._buttons.addButton(button, number)
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(LayoutMenu(self._files, self._workspace, self._selected_bindings))
        self._buttons.idClicked.connect(self._views.setCurrentIndex)
        return line

    def _selected_bindings(self) -> Sequence[Binding]:
        return self._bindings.selected if self._views.currentWidget() is self._bindings else ()

    def show_bindings(self, shown: bool) -> None:
        """Shows the table of bindings, or the widgets."""
        self._buttons.button(int(shown)).setChecked(True)
        self._views.setCurrentIndex(int(shown))

    @property
    def posture(self) -> Posture:
        """What somebody is in the middle of."""
        return Posture(
            self.placements.posture,
            self._editor.options.is_open,
            self._bindings.searched,
            self._views.currentIndex() == 1,
        )

    def take_up(self, posture: Posture) -> None:
        """Goes on with it."""
        self.placements.take_up(posture.tree)
        self._editor.options.open(posture.options_open)
        self._bindings.search(posture.table_search)
        self.show_bindings(posture.table_shown)

    def begin(self) -> None:
        """Puts the focus where one goes on with the open widget."""
        if self._workspace.draft.layout.widgets:
            self._widgets.begin()
        else:
            self._editor.begin()

    def _make_new(self) -> None:
        self.show_bindings(False)
        self._widgets.make_new()

    def _edit(self, code: str) -> None:
        self.show_bindings(False)
        self.placements.show_place(code)
        self._editor.texts.begin()

    def _ask_for_call_by_key(self) -> None:
        """About the row that somebody is at in the table, or else about the place that they are at."""
        if not self._bindings.ask_for_call_in_focus():
            self._ask_for_call()

    def _ask_for_call(self) -> None:
        self.call_asked.emit(self._workspace.focus.place, self._workspace.widget.handler)

    def _ask_to_try(self) -> None:
        self.try_asked.emit(self._workspace.focus.place, self._workspace.widget.handler)

    def _ask_for_proof(self) -> None:
        """At the widget's places; at the one that somebody is at while it has none."""
        self.proof_asked.emit(tuple(self._workspace.widget.places) or (self._workspace.focus.place,))


def _splitter(name: str, parts: Sequence[QWidget], sizes: Sequence[int]) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(MARGIN)
    for number, (part, size) in enumerate(zip(parts, sizes, strict=True)):
        splitter.addWidget(part)
        splitter.setStretchFactor(number, size)
    splitter.setSizes([*sizes])
    return splitter
