"""One line after an apply: whether people will see what was changed."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from bxdesk.checks.check import CheckState
from bxdesk.gui.parts.theme import Text, Tone
from bxdesk.gui.parts.wording import full_text, translated
from bxdesk.gui.session.checking import CHECK_LOOKS, Checking
from bxdesk.placements.snapshot import Snapshot


class HandlerCheckLine(Text):
    """Has the checks of some handlers made, and says what they come to."""

    def __init__(self, checking: Checking, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.MUTED, parent)
        self.setObjectName("seenLine")
        self._checking = checking
        self._handlers: frozenset[str] = frozenset()
        checking.changed.connect(self._restate)
        self.hide()

    def ask(self, handlers: Collection[str], snapshot: Snapshot | None = None) -> None:
        """Asks about these handlers on the portal of ``snapshot``; without any there is nothing to say."""
        self._handlers = frozenset(handlers)
        self.setVisible(bool(handlers))
        if handlers:
            self._checking.start(sorted(handlers), snapshot)

    def _restate(self) -> None:
        if not self._handlers:
            return
        checking = self._checking
        if checking.runs:
            self._say(self.tr("Checking whether people will see it…"), Tone.MUTED)
        elif checking.problem is not None:
            problem = full_text(checking.problem)
            self._say(self.tr("Whether people will see it is not known: {problem}").format(problem=problem), Tone.MUTED)
        else:
            self._conclude()

    def _conclude(self) -> None:
        concerned = (None, *self._handlers)
        verdicts = [verdict for verdict in self._checking.verdicts or () if verdict.handler in concerned]
        worst = verdicts[0] if verdicts else None
        if worst is None or worst.state is CheckState.OK:
            self._say(self.tr("Nothing was found that would keep people from seeing it."), Tone.GOOD)
            return
        texts = {
            CheckState.BLOCKED: self.tr("People will not see it: {problem}"),
            CheckState.WARNING: self.tr("Look at this, too: {problem}"),
            CheckState.UNKNOWN: self.tr("Whether people will see it is not known: {problem}"),
        }
        self._say(texts[worst.state].format(problem=translated(worst.checks[0].title)), CHECK_LOOKS[worst.state][1])

    def _say(self, text: str, tone: Tone) -> None:
        self.setText(text)
        self.set_tone(tone)
