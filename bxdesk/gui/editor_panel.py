"""What the widget is: its handler's address, its title and its description."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from bxdesk.gui.icons import put_icon
from bxdesk.gui.theme import Field, Text, Tone, form
from bxdesk.gui.wording import whole
from bxdesk.gui.workspace import Workspace
from bxdesk.placements.bindings import MAX_TEXT
from bxdesk.placements.handler import caution, refusal


class EditorPanel(QWidget):
    """Three fields. What a portal would refuse, or people's browsers would not show, is said while typing."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._handler = Field("handlerEdit", self.tr("Handler address"), "https://widgets.example.com/bitrix24")
        self._title = Field("titleEdit", self.tr("Title"), self.tr("The text people see, such as “Send contract”"))
        self._description = Field("descriptionEdit", self.tr("Description"), self.tr("Optional"))
        self._message = Text(tone=Tone.MUTED)
        self._message.setObjectName("handlerMessage")
        self._length = Text(tone=Tone.BAD)
        self._length.setObjectName("textMessage")
        self._length.hide()
        self._known = QStringListModel(self)
        self._offer_known()
        self._lay_out()
        self._handler.textEdited.connect(self._handler_typed)
        self._title.textEdited.connect(self._texts_typed)
        self._description.textEdited.connect(self._texts_typed)
        workspace.texts_replaced.connect(self._fill)
        workspace.snapshot_taken.connect(self._learn_handlers)
        self._check()

    def _offer_known(self) -> None:
        completer = QCompleter(self._known, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._handler.setCompleter(completer)
        completer.activated.connect(self._handler_typed)
        self._choose = put_icon(self._handler, "down", QLineEdit.ActionPosition.TrailingPosition)
        self._choose.setToolTip(self.tr("Handlers that are bound already"))
        self._choose.triggered.connect(self._show_known)

    def _lay_out(self) -> None:
        lines = form(
            (self.tr("&Handler address"), self._handler, self._message),
            (self.tr("&Title"), self._title),
            (self.tr("&Description"), self._description, self._length),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(lines)

    def _fill(self) -> None:
        draft = self._workspace.draft
        # A text that is only trimmed otherwise stays as it is: the cursor is in it.
        for field, text in (
            (self._handler, draft.handler),
            (self._title, draft.title),
            (self._description, draft.description),
        ):
            if field.text().strip() != text.strip():
                field.setText(text)
        self._check()

    def _learn_handlers(self) -> None:
        snapshot = self._workspace.snapshot
        known = sorted({row.handler for row in snapshot.bindings}) if snapshot else []
        self._known.setStringList(known)
        self._choose.setVisible(bool(known))

    def _show_known(self) -> None:
        completer = self._handler.completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def _handler_typed(self, text: str) -> None:
        self._workspace.rewrite(handler=text)
        self._check()

    def _texts_typed(self) -> None:
        self._workspace.rewrite(title=self._title.text(), description=self._description.text())
        self._check()

    def _check(self) -> None:
        address = self._handler.text().strip()
        problem = refusal(address) if address else None
        if problem is not None:
            self._tell(whole(problem), Tone.BAD)
        elif (warning := caution(address)) is not None:
            self._tell(whole(warning), Tone.WARNING)
        else:
            self._tell(self.tr("The page that answers inside the widget's frame."), Tone.MUTED)
        longest = max(len(self._title.text().strip()), len(self._description.text().strip()))
        self._length.setText(
            self.tr("A portal stores {limit} characters; this has {length}.").format(limit=MAX_TEXT, length=longest)
        )
        self._length.setVisible(longest > MAX_TEXT)

    def _tell(self, text: str, tone: Tone) -> None:
        self._message.setText(text)
        self._message.set_tone(tone)
        self._handler.setAccessibleDescription(text)
