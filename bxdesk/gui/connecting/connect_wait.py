"""The wait for the browser: how long still, the address to open oneself, and a place for the answer."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bxdesk.gui.connecting.answer_edit import AnswerEdit
from bxdesk.gui.connecting.clipboard_watch import ClipboardWatch
from bxdesk.gui.parts.button import Button, CheckBox
from bxdesk.gui.parts.links import LinkButton
from bxdesk.gui.parts.progress_bar import ProgressBar
from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Field, Text, Tone

CODE_SECONDS = 30
"""How long a portal takes a code."""


class ConnectWait(Card):
    """Shown while a sign-in runs."""

    pasted = Signal(str)
    open_again = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.ACCENT, parent)
        self._status = Text()
        self._status.setObjectName("connectStatus")
        self._bar = ProgressBar("connectProgress", self.tr("Waiting for the browser"))
        self._bar.show_progress(0, 0)
        self._address = Field("authorizeAddress", self.tr("Address to open in the browser"))
        self._address.setReadOnly(True)
        self._copy = Button(self.tr("Copy &link"), "copyAddressButton")
        self._open = Button(self.tr("&Open again"), "openAgainButton")
        self._answer = AnswerEdit(
            "pasteEdit",
            self.tr("Answer from the browser"),
            self.tr("The whole address the browser ended at, the code it shows, or the POST a handler received"),
        )
        self._take = Button(self.tr("&Use"), "pasteButton")
        self._from_clipboard = Button(self.tr("&Paste"), "pasteFromClipboardButton")
        self._agree = CheckBox(self.tr("Take the answer from the clip&board by itself"), "clipboardCheck")
        self._agree.setToolTip(
            self.tr("While this dialog waits, and only texts that look like an answer. Nothing else is read.")
        )
        self._note = Text(tone=Tone.BAD)
        self._note.setObjectName("pasteMessage")
        self._countdown = Text(tone=Tone.MUTED)
        self._countdown.setObjectName("codeCountdown")
        self._watch = ClipboardWatch(self)
        self._clock = QTimer(self)
        self._clock.setInterval(500)
        self._until = 0.0
        self._without = False
        self._folded = True
        self._more = LinkButton(self.tr("&Nothing came back? Hand the answer over yourself"), "pasteLink")
        self._lay_out()
        self._more.clicked.connect(self._unfold)
        self._copy.clicked.connect(self._copy_address)
        self._open.clicked.connect(self._open_address)
        self._take.clicked.connect(self._use)
        self._from_clipboard.clicked.connect(self._paste)
        self._answer.submitted.connect(self._use)
        self._agree.toggled.connect(self._watch.turn)
        self._watch.found.connect(self._picked_up)
        self._clock.timeout.connect(self._count_code)

    def begin(self, *, pasting: bool) -> None:
        """A sign-in starts: nothing is known of it yet. ``pasting`` when the answer has to be handed over."""
        self._without = False
        self._folded = not pasting
        self._address.clear()
        self._answer.clear()
        self._show(self._note, "")
        self._show(self._countdown, "")
        self._status.setText(self.tr("Getting ready…"))
        self._offer_ways(False)

    def end(self) -> None:
        """The sign-in is over: nothing is read or kept any more."""
        self._clock.stop()
        self._watch.turn(False)
        self._answer.clear()

    def show_address(self, address: str) -> None:
        """The address that the browser is opened with. From now on an answer can come."""
        self._address.setText(address)
        self._address.setCursorPosition(0)
        self._offer_ways(True)
        self._watch.turn(self._agree.isChecked())

    def opened(self, successfully: bool) -> None:
        """Whether a browser took the address."""
        self._without = not successfully
        if not successfully:
            self._unfold()

    def count_down(self, seconds: int) -> None:
        """How long the answer is still waited for."""
        if not self._address.text():
            return
        left = f"{seconds // 60}:{seconds % 60:02d}"
        if self._without:
            text = self.tr("No browser opened. Open this address yourself; {time} left.")
        else:
            text = self.tr("Waiting for the browser: confirm there that bxdesk may use the portal. {time} left.")
        self._status.setText(text.format(time=left))

    def say(self, text: str) -> None:
        """Something else about the wait."""
        self._status.setText(text)

    def refuse(self, why: str) -> None:
        """An answer was no good."""
        self._clock.stop()
        self._show(self._countdown, "")
        self._show(self._note, why)
        self._answer.selectAll()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self._status)
        column.addWidget(self._bar)
        link = QHBoxLayout()
        link.setSpacing(GAP)
        for widget in (self._address, self._copy, self._open):
            link.addWidget(widget)
        column.addLayout(link)
        self._ways = QWidget()
        ways = QVBoxLayout(self._ways)
        ways.setContentsMargins(0, GAP, 0, 0)
        ways.setSpacing(GAP)
        ways.addWidget(
            Text(
                self.tr(
                    "If the browser ends on a page that does not open, or shows a code, paste it here at once: a code "
                    "is good for 30 seconds."
                ),
                Tone.MUTED,
            )
        )
        answer = QHBoxLayout()
        answer.setSpacing(GAP)
        answer.addWidget(self._answer, 1)
        for button in (self._from_clipboard, self._take):
            answer.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        ways.addLayout(answer)
        ways.addWidget(self._agree)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._ways)
        column.addWidget(self._countdown)
        column.addWidget(self._note)

    def _offer_ways(self, offered: bool) -> None:
        for widget in (self._address, self._copy, self._open):
            widget.setVisible(offered)
        self._more.setVisible(offered and self._folded)
        self._ways.setVisible(offered and not self._folded)

    def _unfold(self) -> None:
        self._folded = False
        self._offer_ways(bool(self._address.text()))
        self._answer.setFocus()

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._address.text())

    def _open_address(self) -> None:
        if self._address.text():
            self.open_again.emit(self._address.text())

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.refuse(self.tr("There is no text in the clipboard."))
            return
        self._answer.setPlainText(text)
        self._use()

    def _picked_up(self, text: str) -> None:
        self._answer.setPlainText(text)
        self._use()

    def _use(self) -> None:
        text = self._answer.toPlainText().strip()
        if text:
            self._show(self._note, "")
            self._until = time.monotonic() + CODE_SECONDS
            self._clock.start()
            self._count_code()
            self.pasted.emit(text)

    def _count_code(self) -> None:
        left = round(self._until - time.monotonic())
        if left > 0:
            text = self.tr("Handed over. A code is good for {seconds} seconds more.").format(seconds=left)
        else:
            self._clock.stop()
            text = self.tr("Thirty seconds are over. If nothing happens, open the link again for a new code.")
        self._show(self._countdown, text)

    def _show(self, label: Text, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
