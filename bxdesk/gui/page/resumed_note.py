"""A quiet note that ticks and texts of an earlier window were taken up again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QWidget

from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.note import Note
from bxdesk.gui.parts.wording import counted, moment_words
from bxdesk.gui.plans.plan_words import summary
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.kept_draft import Resumed


class ResumedNote(Note):
    """Says since when they wait and what they come to, until somebody goes on with them."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("resumedNote", "resumedText", parent=parent)
        self._workspace = workspace
        self._keep = Button("", "resumedKeepButton")
        self._keep.setToolTip(self.tr("Hides this note"))
        self._drop = Button(self.tr("Discard them"), "resumedDiscardButton")
        self._drop.setToolTip(self.tr("Forget everything that was not applied; it can be undone"))
        self.offer(self._drop, self._keep)
        self._keep.clicked.connect(self._overlook)
        self._drop.clicked.connect(workspace.discard)
        for signal in (workspace.snapshot_taken, workspace.changed, workspace.content_replaced):
            signal.connect(self._restate)
        self._restate()

    def _overlook(self) -> None:
        self._workspace.dismiss_resumed()
        self._restate()

    def _restate(self) -> None:
        resumed = self._workspace.resumed
        text = self._words(resumed) if resumed is not None else ""
        self.say(text)
        something_left = resumed is not None and bool(self._workspace.plan.steps or resumed.waiting)
        self._drop.setVisible(something_left)
        self._keep.setText(self.tr("Go on with them") if something_left else self.tr("OK"))
        self.setVisible(bool(text))

    def _words(self, resumed: Resumed) -> str:
        """Nothing where only texts were typed that change nothing: they stand in their fields."""
        plan, moment = self._workspace.plan, self._moment(resumed.time)
        if plan.steps:
            still = self.tr("Your ticks and texts are still here from {moment}: {plan}.")
            sentences = [still.format(moment=moment, plan=summary(plan))]
        elif resumed.waiting:
            sentences = [self.tr("Your ticks are still here from {moment}.").format(moment=moment)]
        elif resumed.done:
            done = self.tr(
                "What you had ticked is done by now ({moment}): from another window, or when an apply that was cut off "
                "was finished."
            )
            return done.format(moment=moment)
        else:
            return ""
        if resumed.done:
            one, many = self.tr("{n} of them is done already."), self.tr("{n} of them are done already.")
            sentences.append(counted(resumed.done, one, many))
        if resumed.waiting:
            one = self.tr("{n} waits: the portal does not offer its place at the moment.")
            many = self.tr("{n} wait: the portal does not offer their places at the moment.")
            sentences.append(counted(resumed.waiting, one, many))
        return " ".join(sentences)

    def _moment(self, time: datetime) -> str:
        then, now = QDateTime.fromSecsSinceEpoch(int(time.timestamp())), QDateTime.currentDateTime()
        clock = QLocale().toString(then.time(), QLocale.FormatType.ShortFormat)
        days = then.date().daysTo(now.date())
        if days == 0:
            return self.tr("today, {time}").format(time=clock)
        if days == 1:
            return self.tr("yesterday, {time}").format(time=clock)
        return moment_words(time)
