"""The page of an open portal: placements on the left, the widget and all bindings on the right, the plan below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from bxdesk.gui.bindings.bindings_panel import BindingsPanel
from bxdesk.gui.drawing.preview import Preview
from bxdesk.gui.editor.editor_panel import EditorPanel
from bxdesk.gui.page.plan_bar import PlanBar
from bxdesk.gui.parts.keys import CALL
from bxdesk.gui.parts.theme import MARGIN, Line
from bxdesk.gui.session.posture import Posture
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.tree.placement_panel import PlacementPanel

_ROOM = 48
"""From this width on, in letters, there is room for the preview."""


class Workbench(QWidget):
    """Composes the panels."""

    review_asked = Signal()
    layout_asked = Signal(object)
    """Rows to be copied as a layout file."""
    call_asked = Signal(str, str)
    """What a handler receives: the code of the placement, and the handler's address."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.placements = PlacementPanel(workspace)
        self.placements.setContentsMargins(1, 0, 1, 0)  # a mirrored splitter puts it a pixel too far
        bar = PlanBar(workspace)
        right = QSplitter(Qt.Orientation.Vertical)
        right.setObjectName("rightSplitter")
        right.setChildrenCollapsible(False)
        right.setHandleWidth(MARGIN)
        editor, bindings = self._editor, self._bindings = EditorPanel(workspace), BindingsPanel(workspace)
        right.addWidget(_Beside(editor, Preview(workspace)))
        right.addWidget(bindings)
        right.setStretchFactor(0, 3)
        right.setStretchFactor(1, 2)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("mainSplitter")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(MARGIN)
        splitter.addWidget(self.placements)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([470, 780])
        around = QVBoxLayout()  # a splitter's own margins are in the way when the window is mirrored
        around.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        around.addWidget(splitter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(around, 1)
        whole.addWidget(Line())
        whole.addWidget(bar)
        bar.review_asked.connect(self.review_asked)
        bindings.edit_asked.connect(self.placements.show_place)
        bindings.edit_asked.connect(editor.texts.begin)
        bindings.layout_asked.connect(self.layout_asked)
        bindings.call_asked.connect(self.call_asked)
        self.placements.call_asked.connect(self._ask_for_call)
        editor.call_asked.connect(self._ask_for_call)
        QShortcut(CALL, self).activated.connect(self._ask_for_call_by_key)

    @property
    def posture(self) -> Posture:
        """What somebody is in the middle of."""
        editor = self._editor
        return Posture(self.placements.posture, editor.texts.language, editor.options.is_open, self._bindings.searched)

    def take_up(self, posture: Posture) -> None:
        """Goes on with it."""
        self.placements.take_up(posture.tree)
        self._editor.texts.turn_to(posture.language)
        self._editor.options.open(posture.options_open)
        self._bindings.search(posture.table_search)

    def _ask_for_call_by_key(self) -> None:
        """About the row that somebody is at in the table, or else about the place that they are at."""
        if not self._bindings.ask_for_call_in_focus():
            self._ask_for_call()

    def _ask_for_call(self) -> None:
        self.call_asked.emit(self._workspace.place, self._workspace.draft.handler)


class _Beside(QWidget):
    """The editor, and the preview beside it where there is room for both."""

    def __init__(self, editor: QWidget, preview: QWidget) -> None:
        super().__init__()
        self._editor = editor
        self._preview = preview
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(MARGIN)
        line.addWidget(editor, 3)
        line.addWidget(preview, 2)

    def minimumSizeHint(self) -> QSize:
        """What the editor needs: the preview can go."""
        return self._editor.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hides the preview in a narrow window: what is typed matters more."""
        super().resizeEvent(event)
        both = self._editor.minimumSizeHint().width() + MARGIN + self._preview.minimumSizeHint().width()
        enough = max(both, self.fontMetrics().horizontalAdvance("m") * _ROOM)
        self._preview.setVisible(event.size().width() >= enough)
