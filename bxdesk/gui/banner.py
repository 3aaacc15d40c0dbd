"""The banner under the top bar: what stands in the way, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.parts.flow import TextFlow
from bxdesk.gui.parts.icons import set_icon
from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Text, Tone
from bxdesk.gui.parts.wording import remedy_text, translated


class ProblemBanner(Card):
    """Shows one problem at a time, with its cure on demand and a way to the others. Hidden without problems."""

    acted = Signal(object)
    """The extra button was pressed; carries the Problem that was shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.WARNING, parent)
        self.setObjectName("problemBanner")
        self._problems: tuple[Problem, ...] = ()
        self._actions: dict[str, str] = {}
        self._at = 0
        self._sign = QLabel()
        set_icon(self._sign, "warning", Tone.WARNING)
        self._title = Text()
        self._title.setObjectName("problemTitle")
        self._more = Text(tone=Tone.PLAIN)
        self._more.setObjectName("problemCure")
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._what = QPushButton(self.tr("W&hat to do"))
        self._what.setObjectName("whatToDoButton")
        self._what.setCheckable(True)
        self._what.setAutoDefault(False)
        self._act = QPushButton()
        self._act.setObjectName("problemActionButton")
        self._act.setAutoDefault(False)
        self._pager = Text(tone=Tone.MUTED)
        self._pager.setWordWrap(False)
        self._back = self._arrow("previous", self.tr("Previous problem"))
        self._forth = self._arrow("next", self.tr("Next problem"))
        self._lay_out()
        self._what.toggled.connect(self._refresh)
        self._act.clicked.connect(self._tell)
        self._back.clicked.connect(self._previous)
        self._forth.clicked.connect(self._next)
        self.hide()

    def show_problems(self, problems: Sequence[Problem], actions: dict[str, str] | None = None) -> None:
        """Shows these problems, most pressing first. ``actions`` names a button for problems by their code."""
        if tuple(problems) == self._problems and (actions or {}) == self._actions:
            return
        self._problems = tuple(problems)
        self._actions = dict(actions or {})
        self._at = 0
        self._what.setChecked(False)
        self._refresh()
        self.setVisible(bool(self._problems))

    def follow(self, before: QWidget) -> None:
        """Puts the banner's buttons after a widget in the order of the Tab key: it was made late, but stands above."""
        for button in (self._back, self._forth, self._act, self._what):
            QWidget.setTabOrder(before, button)
            before = button

    def _arrow(self, name: str, label: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setToolTip(label)
        button.setAccessibleName(label)
        button.setObjectName(f"{name}ProblemButton")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_icon(button, name)
        return button

    def _lay_out(self) -> None:
        buttons = (self._back, self._pager, self._forth, self._act, self._what)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        whole.setSpacing(GAP // 2)
        whole.addWidget(TextFlow(GAP, self._sign, self._title, *buttons))
        whole.addWidget(self._more)

    def _refresh(self) -> None:
        if not self._problems:
            return
        problem = self._problems[self._at]
        several = len(self._problems) > 1
        self._title.setText(translated(problem.title))
        self.setAccessibleName(translated(problem.title))
        self._more.setText(remedy_text(problem))
        self._more.setVisible(self._what.isChecked())
        self._what.setVisible(bool(remedy_text(problem)))
        self._act.setText(self._actions.get(problem.code, ""))
        self._act.setVisible(problem.code in self._actions)
        self._pager.setText(self.tr("{at} of {all}").format(at=self._at + 1, all=len(self._problems)))
        for widget in (self._pager, self._back, self._forth):
            widget.setVisible(several)

    def _previous(self) -> None:
        self._at = (self._at - 1) % len(self._problems)
        self._refresh()

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._problems)
        self._refresh()

    def _tell(self) -> None:
        self.acted.emit(self._problems[self._at])
