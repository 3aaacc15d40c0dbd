"""What the widget is: its handler's address, what it says, and how it behaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bxdesk.gui.editor.exceptions import Exceptions
from bxdesk.gui.editor.options_editor import OptionsEditor
from bxdesk.gui.editor.texts_editor import ScopeLine, TextsEditor
from bxdesk.gui.parts.fields import MarkedField
from bxdesk.gui.parts.flow import Flow
from bxdesk.gui.parts.keys import delegate_undo_to_window
from bxdesk.gui.parts.links import LinkButton
from bxdesk.gui.parts.scrolling import Scrolled
from bxdesk.gui.parts.theme import GAP, MARGIN, Text, Tone, form, line_up
from bxdesk.gui.parts.wording import full_text, tip
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.handler import caution, refusal, with_https

_ALL = 100
"""The drawing takes the height that is left, up to its largest."""


class EditorPanel(QWidget):
    """What a portal would refuse, or people's browsers would not show, is said while typing."""

    def __init__(self, workspace: Workspace, below: QWidget, parent: QWidget | None = None) -> None:
        """``below`` is shown under the fields: what they come to."""
        super().__init__(parent)
        self._workspace = workspace
        self._below = below
        self._handler = MarkedField("handlerEdit", self.tr("Page address"), "https://widgets.example.com/bitrix24")
        self._message = Text(tone=Tone.MUTED)
        self._message.setObjectName("handlerMessage")
        self._message.setMinimumWidth(1)  # a long address has no place to break: it must not widen the window
        self._complete = LinkButton(self.tr("Put https:// in front"), "completeHandlerButton")
        self._complete.setToolTip(self.tr("So does Enter in the address"))
        self._complete.hide()
        self._call = LinkButton(self.tr("What the handler receives…"), "handlerCallButton")
        self._call.setToolTip(self.tr("The call that the portal makes to this address, field by field"))
        self._try = LinkButton(self.tr("Try it out…"), "tryOutButton")
        self._try.setToolTip(
            self.tr("Opens a page on this computer that shows the address in a frame, as the portal would")
        )
        self._prove = LinkButton(self.tr("Prove that it shows…"), "proofButton")
        self._prove.setToolTip(self.tr("Binds a widget of bxdesk's own for a moment, for you to press in the portal"))
        self.texts = TextsEditor(workspace)
        self.options = OptionsEditor(workspace)
        self.exceptions = Exceptions(workspace)
        self._lay_out()
        self._handler.textEdited.connect(self._handler_typed)
        delegate_undo_to_window(self._handler)
        self._handler.editingFinished.connect(self._show_host)
        self._handler.returnPressed.connect(self._put_https)
        self._complete.clicked.connect(self._put_https)
        self._call.clicked.connect(workspace.requests.ask_for_call)
        self._try.clicked.connect(workspace.requests.ask_to_try)
        self._prove.clicked.connect(workspace.requests.ask_for_proof)
        workspace.content_replaced.connect(self._fill)
        workspace.changed.connect(self._mark)
        self._check()

    def begin(self) -> None:
        """Puts the cursor into the page address."""
        self._handler.setFocus(Qt.FocusReason.OtherFocusReason)
        self._handler.end(False)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        column.setContentsMargins(GAP if mirrored else 0, 0, 0 if mirrored else GAP, 0)  # beside the bar that scrolls
        column.setSpacing(GAP)
        links = Flow(MARGIN, self._complete, self._call, self._try, self._prove)
        address = form((self.tr("Page &address"), self._handler, self._message))
        line_up(address, self.texts.lines)
        column.addLayout(address)
        column.addWidget(links)  # long in some languages: beside the label there is no room in a narrow window
        column.addWidget(ScopeLine(self._workspace))
        column.addWidget(self.texts)
        column.addWidget(self.options)
        column.addSpacing(MARGIN)
        column.addWidget(self._below, _ALL)
        column.addWidget(self.exceptions)
        column.addStretch(1)
        whole_panel = QVBoxLayout(self)
        whole_panel.setContentsMargins(0, 0, 0, 0)
        whole_panel.addWidget(Scrolled(inside))

    def _fill(self) -> None:
        address = self._workspace.widget.handler
        if self._handler.text().strip() != address:
            self._handler.setText(address)
            self._show_host()
        self._check()
        self._mark()

    def _show_host(self) -> None:
        """Keeps it in sight, however narrow the field, where nobody types."""
        if not self._handler.hasFocus():
            self._handler.setCursorPosition(0)

    def _handler_typed(self, text: str) -> None:
        self._workspace.edits.retype(text)
        self._check()

    def _put_https(self) -> None:
        address = with_https(self._handler.text().strip())
        if address is not None:
            self._handler.setText(address)
            self._handler_typed(address)
            self._handler.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        address = self._handler.text().strip()
        self._complete.setVisible(with_https(address) is not None)
        problem = refusal(address) if address else None
        self._try.setEnabled(bool(address) and problem is None)
        if problem is not None:
            self._tell(full_text(problem), Tone.BAD)
        elif (warning := caution(address)) is not None:
            self._tell(full_text(warning), Tone.WARNING)
        else:
            self._tell(self.tr("The page that opens inside the widget (its handler)."), Tone.MUTED)

    def _mark(self) -> None:
        snapshot = self._workspace.snapshot
        locked = self._workspace.locked
        self._prove.setEnabled(snapshot is not None and locked is None)
        self._handler.lock(full_text(locked) if locked is not None else "")
        finding = self._workspace.problems.get(self._workspace.key)
        self._handler.mark(full_text(finding.problem) if finding is not None and finding.place == "handler" else "")

    def _tell(self, text: str, tone: Tone) -> None:
        self._message.setText(text)
        self._message.setToolTip(tip(text))
        self._message.set_tone(tone)
        self._handler.setAccessibleDescription(text)
