"""The places of the open widget that have a different text, each a way to it."""

from __future__ import annotations

from functools import partial
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bxdesk.gui.parts.links import ElidedLink
from bxdesk.gui.parts.theme import GAP, Text, Tone
from bxdesk.gui.parts.wording import isolated, translated
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.catalogue import placement_title

_MOST = 6
"""So many are named; the tree has all of them."""


class Exceptions(QWidget):
    """Hidden while all places have the same text."""

    place_asked = Signal(str)
    """The code of the placement whose text is to be edited."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: tuple[tuple[str, str], ...] = ()
        self._links: list[QWidget] = []
        heading = Text(self.tr("Different texts")).enlarge(1.0)
        self._more = Text(tone=Tone.MUTED)
        self._more.setObjectName("moreExceptions")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAP, 0, 0)
        self._column.setSpacing(GAP // 2)
        self._column.addWidget(heading)
        self._column.addWidget(self._more)
        for signal in (workspace.changed, workspace.content_replaced, workspace.snapshot_taken):
            signal.connect(self._restate)
        self._restate()

    def _restate(self) -> None:
        widget, snapshot = self._workspace.widget, self._workspace.snapshot
        titles = snapshot.type_titles if snapshot is not None else {}
        own = [code for code, content in widget.places.items() if content is not None]
        shown = tuple(
            (code, self._named(translated(placement_title(code, titles)), widget.content_at(code).title))
            for code in islice(own, _MOST)
        )
        self.setVisible(bool(own))
        self._more.setText(self.tr("{n} more").format(n=len(own) - len(shown)))
        self._more.setVisible(len(own) > len(shown))
        if shown != self._shown:
            self._shown = shown
            self._list()

    def _named(self, place: str, title: str) -> str:
        return self.tr("{place}: “{title}”").format(place=isolated(place), title=isolated(title))

    def _list(self) -> None:
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = []
        for number, (code, text) in enumerate(self._shown):
            link = ElidedLink(text, f"exception-{code}")
            link.clicked.connect(partial(self.place_asked.emit, code))
            self._column.insertWidget(number + 1, link, 0, Qt.AlignmentFlag.AlignLeading)
            self._links.append(link)
