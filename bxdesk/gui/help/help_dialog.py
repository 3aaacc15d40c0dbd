"""The help: what each place is, how bxdesk works, its keys; and the way to About and to a report."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from bxdesk.gui.help.help_model import HelpModel
from bxdesk.gui.help.help_page import HelpPage
from bxdesk.gui.help.help_topics import HOW, topic_for, topics
from bxdesk.gui.help.report_button import ReportButton
from bxdesk.gui.help.reporter import Reporter
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fields import SearchField
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.links import OpenAddress
from bxdesk.gui.parts.tables import Roomy
from bxdesk.gui.parts.theme import GAP, Text, Tone


class HelpDialog(FittedDialog):
    """Stays beside the window while one goes on working."""

    about_asked = Signal()

    def __init__(
        self,
        reporter: Reporter,
        open_address: OpenAddress,
        scopes: frozenset[str] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._code = ""
        self.setObjectName("helpDialog")
        self.setWindowTitle(self.tr("Help"))
        self._filter = SearchField("helpFilter", self.tr("Find a topic"))
        self._model = HelpModel(topics(), self)
        self._list = QListView()
        self._list.setObjectName("helpTopics")
        self._list.setAccessibleName(self.tr("Topics"))
        self._list.setModel(self._model)
        self._list.setUniformItemSizes(True)
        self._list.setItemDelegate(Roomy(self._list))
        self._page = HelpPage(open_address, scopes)
        self._note = Text(tone=Tone.MUTED)
        self._note.setObjectName("helpNote")
        self._note.hide()
        self._report = ReportButton(reporter)
        self._about = Button(self.tr("&About bxdesk…"), "aboutButton")
        self._close = Button(self.tr("C&lose"), "helpCloseButton")
        self._lay_out()
        self._filter.textChanged.connect(self._search)
        self._filter.forward_keys_to(self._list)
        self._list.selectionModel().currentChanged.connect(self._turn)
        self._page.told.connect(self._say)
        self._report.told.connect(self._say)
        self._about.clicked.connect(self.about_asked)
        self._close.clicked.connect(self.reject)
        self.turn_to("")

    def turn_to(self, code: str, topic: str = HOW) -> None:
        """Shows what there is about the placement with this code; without one, the topic with this key."""
        self._show(code, topic_for(code) if code else topic)

    def take_the_place_of(self, other: HelpDialog) -> None:
        """Shows what the other one shows, where it stands."""
        topic = other._model.topic(other._list.currentIndex())
        self._show(other._code, topic.key if topic is not None else HOW)
        self.setGeometry(other.geometry())

    def _show(self, code: str, key: str) -> None:
        self._code = code
        self._filter.clear()
        self._choose(key)

    def set_permissions(self, scopes: frozenset[str] | None) -> None:
        """Takes the app's permissions on the portal that is shown now; None where there is none."""
        if scopes != self._page.scopes:
            self._page.scopes = scopes
            self._turn()

    def _choose(self, key: str) -> None:
        found = self._model.find(key)
        self._list.setCurrentIndex(found if found.isValid() else self._model.index(0))
        self._list.scrollTo(self._list.currentIndex())
        self._turn()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._filter)
        left.addWidget(self._list, 1)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addLayout(left, 3)
        line.addWidget(self._page, 7)
        buttons = button_box(
            (self._about, Role.HelpRole), (self._report, Role.HelpRole), (self._close, Role.RejectRole)
        )
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addLayout(line, 1)
        column.addWidget(self._note)
        self.compose(column, buttons, letters=70, lines=42)

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.show()

    def _search(self, text: str) -> None:
        shown = self._model.topic(self._list.currentIndex())
        self._model.filter(text)
        if self._model.rowCount():
            self._choose(shown.key if shown is not None and not text else "")

    def _turn(self) -> None:
        topic = self._model.topic(self._list.currentIndex())
        if topic is not None:
            self._page.show_topic(topic, self._code)
