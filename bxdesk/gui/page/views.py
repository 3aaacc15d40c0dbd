"""Widgets, content and places beside each other, as many as there is room for; the rest one click away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bxdesk.gui.parts.keys import explain
from bxdesk.gui.parts.segments import Segment, Segments
from bxdesk.gui.parts.theme import GAP, MARGIN
from bxdesk.gui.session.view_state import View

_SIZES = {View.WIDGETS: 270, View.CONTENT: 520, View.PLACES: 430}
"""Pixels of the parts in a window of the usual width."""
_THREE, _TWO = 82, 48
"""From these widths on, in letters, three or two parts stand beside each other."""


class Views(QWidget):
    """A switch turns between the parts and the table of bindings; a narrow window has more to turn to."""

    def __init__(
        self, parts: Mapping[View, QWidget], bindings: QWidget, corner: QWidget, parent: QWidget | None = None
    ) -> None:
        """``corner`` stands at the end of the switch's line."""
        super().__init__(parent)
        self._parts = parts
        self._view = View.WIDGETS
        self._columns = len(parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(self._switch(corner))  # before the parts, for the tab key as well
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("mainSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(MARGIN)
        for number, (view, part) in enumerate(parts.items()):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(number, int(view is not View.WIDGETS))  # titles are short
        self._wide_sizes = [_SIZES[view] for view in parts]
        self._splitter.setSizes(self._wide_sizes)
        self._splitter.installEventFilter(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(bindings)
        column.addWidget(self._stack, 1)
        self._arrange()

    @property
    def view(self) -> View:
        """What was turned to last."""
        return self._view

    @property
    def shows_one_part(self) -> bool:
        """Whether there is room for one part only."""
        return self._columns == 1

    def turn_to(self, view: View) -> None:
        """Brings a part into sight, or the table of bindings."""
        self._view = view
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Remembers the sizes of all parts for a window that has become narrow and is wide again."""
        if event.type() is QEvent.Type.Resize and self._columns == len(self._parts):
            self._wide_sizes = self._splitter.sizes()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes as many parts into sight as there is room for; the one that has the focus is among them."""
        super().resizeEvent(event)
        letters = self.width() / self.fontMetrics().horizontalAdvance("m")
        columns = 3 if letters >= _THREE else 2 if letters >= _TWO else 1
        if columns == self._columns:
            return
        self._columns = columns
        at = next((view for view, part in self._parts.items() if part.isAncestorOf(self.focusWidget())), self._view)
        if self._view is not View.BINDINGS and at not in self._in_sight:
            self._view = at
        self._arrange()
        if columns == len(self._parts):
            self._splitter.setSizes(self._wide_sizes)

    def _switch(self, corner: QWidget) -> QHBoxLayout:
        """What turns to the parts, and what stands beside it."""
        self._buttons = QButtonGroup(self)
        segments = []
        for view, name, text, shows in (
            (
                View.WIDGETS,
                "widgetsViewButton",
                self.tr("Widgets"),
                self.tr("The app's widgets, one of them open"),
            ),
            (
                View.CONTENT,
                "contentViewButton",
                self.tr("Content"),
                self.tr("What the open widget says and does"),
            ),
            (View.PLACES, "placesViewButton", self.tr("Places"), self.tr("Where the open widget is to be")),
            (View.BINDINGS, "bindingsViewButton", self.tr("&Bindings"), self.tr("All widgets by their places")),
        ):
            segment = Segment(text, name)
            explain(segment, shows)
            self._buttons.addButton(segment, view)
            segments.append(segment)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(Segments(*segments), 1)
        line.addWidget(corner)
        self._buttons.idClicked.connect(lambda number: self.turn_to(View(number)))
        return line

    @property
    def _in_sight(self) -> set[View]:
        """The parts that there is room for."""
        if self._columns == len(self._parts):
            return set(self._parts)
        if self._columns == 1:
            return {self._view if self._view in self._parts else View.WIDGETS}
        return {View.WIDGETS, View.PLACES if self._view is View.PLACES else View.CONTENT}

    def _arrange(self) -> None:
        for view, part in self._parts.items():
            part.setVisible(view in self._in_sight)
        self._buttons.button(View.CONTENT).setVisible(self._columns == 1)
        self._buttons.button(View.PLACES).setVisible(self._columns < len(self._parts))
        button = self._buttons.button(self._view)
        (self._buttons.button(View.WIDGETS) if button.isHidden() else button).setChecked(True)
        self._stack.setCurrentIndex(int(self._view is View.BINDINGS))
        if (layout := self._stack.layout()) is not None:
            layout.invalidate()  # parts that are hidden behind the table tell nobody what room they need now
