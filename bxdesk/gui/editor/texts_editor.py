"""What the widget says: title, description and group, in one language for all or in several."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QTabBar, QVBoxLayout, QWidget

from bxdesk.gui.parts.icons import icon, wear
from bxdesk.gui.parts.keys import leave_undo_to_the_window
from bxdesk.gui.parts.theme import GAP, Field, Text, Tone, form
from bxdesk.gui.parts.wording import spoken, whole
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.bindings import DEFAULT_LANGUAGE
from bxdesk.placements.languages import LANGUAGES, language_title, spoken_on
from bxdesk.placements.rules import refused_texts


class TextsEditor(QWidget):
    """Three fields for the language whose tab is chosen; languages whose title is missing wear a sign."""

    edited = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._filling = False
        self._title = Field("titleEdit", self.tr("Title"), self.tr("Such as “Send contract”"))
        self._description = Field("descriptionEdit", self.tr("Description"), self.tr("Optional"))
        self._group = Field("groupEdit", self.tr("Group"), self.tr("Optional: a shared heading"))
        self._tabs = QTabBar()
        self._tabs.setObjectName("languageTabs")
        self._tabs.setAccessibleName(self.tr("Language of the texts"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._languages = QPushButton(self.tr("&Languages"))
        self._languages.setObjectName("languagesButton")
        self._languages.setAccessibleName(self.tr("Languages of the texts"))
        self._languages.setToolTip(self.tr("Say it in several of the portal's languages"))
        self._languages.setAutoDefault(False)
        self._menu = QMenu(self)
        self._languages.setMenu(self._menu)
        self._message = Text(tone=Tone.BAD)
        self._message.setObjectName("textMessage")
        self._message.hide()
        self._lay_out()
        for name, field in (("title", self._title), ("description", self._description), ("group", self._group)):
            field.textEdited.connect(partial(self._typed, name))
            leave_undo_to_the_window(field)
        self._tabs.currentChanged.connect(self._turned)
        self._menu.aboutToShow.connect(self._list_languages)
        workspace.texts_replaced.connect(self._fill)
        workspace.changed.connect(self._check)
        self._fill()

    @property
    def language(self) -> str:
        """The language whose texts are shown; empty for one text for all."""
        return str(self._tabs.tabData(self._tabs.currentIndex()) or DEFAULT_LANGUAGE)

    @property
    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    def changeEvent(self, event: QEvent) -> None:
        """Draws the signs on the tabs anew when the theme changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._check()

    def turn_to(self, language: str) -> None:
        """Shows the texts in a language, if it is one of theirs."""
        languages = self._workspace.saying.languages
        if language in languages:
            self._tabs.setCurrentIndex(languages.index(language))

    def begin(self) -> None:
        """Puts the cursor into the title."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    def _lay_out(self) -> None:
        top = QWidget()
        line = QHBoxLayout(top)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._title, 1)
        line.addWidget(self._languages)
        top.setFocusProxy(self._title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._tabs)
        self.lines = form(
            (self.tr("&Title"), top, self._message),
            (self.tr("&Description"), self._description),
            (self.tr("&Group"), self._group),
        )
        column.addLayout(self.lines)

    def _fill(self) -> None:
        """Shows what is edited; the language stays if it is still there."""
        languages = self._workspace.saying.languages
        shown = [self._tabs.tabData(tab) for tab in range(self._tabs.count())]
        if shown != [*languages]:
            before = self.language
            self._filling = True
            while self._tabs.count():
                self._tabs.removeTab(0)
            for language in languages:
                tab = self._tabs.addTab(language)
                self._tabs.setTabData(tab, language)
            self._tabs.setCurrentIndex(languages.index(before) if before in languages else 0)
            self._filling = False
        self._tabs.setVisible(bool(languages))
        texts = self._workspace.saying.text(self.language)
        for field, text in (
            (self._title, texts.title),
            (self._description, texts.description),
            (self._group, texts.group),
        ):
            _set(field, text)
        self._check()
        self.edited.emit()

    def _turned(self) -> None:
        if not self._filling:
            self._fill()

    def _typed(self, name: str, text: str) -> None:
        self._workspace.rewrite(**{name: text}, language=self.language)
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        saying = self._workspace.saying
        lacking = saying.lacks() if saying.has_title or len(saying.languages) > 1 else ()
        for tab, language in enumerate(saying.languages[: self._tabs.count()]):
            name = spoken(language_title(language))
            missing = language in lacking
            self._tabs.setTabIcon(tab, icon("warning", Tone.WARNING) if missing else icon("bound", Tone.GOOD))
            said = self.tr("{language}: the title is missing") if missing else self.tr("{language}")
            self._tabs.setTabToolTip(tab, said.format(language=name))
            self._tabs.setAccessibleTabName(tab, said.format(language=name))
        # What is wrong in another language is said at its tab; as long as nothing is to change, nothing is wrong yet.
        found = refused_texts({self.language: saying.text(self.language)}) if saying.has_title else ()
        problem = next((finding.problem for finding in found), None)
        self._message.set_tone(Tone.BAD if self._workspace.plan.steps else Tone.MUTED)
        self._message.setText(whole(problem) if problem else "")
        self._message.setVisible(problem is not None)

    def _list_languages(self) -> None:
        self._menu.clear()
        spoken_now = self._workspace.saying.languages
        one = self._menu.addAction(self.tr("&One text for all languages"))
        one.setObjectName("oneTextAction")
        one.setCheckable(True)
        one.setChecked(not spoken_now)
        one.triggered.connect(self._speak_one)
        self._menu.addSeparator()
        snapshot = self._workspace.snapshot
        used = spoken_on(snapshot) if snapshot else frozenset()
        ids = dict.fromkeys((*spoken_now, *sorted(used), *LANGUAGES))
        for language in ids:
            name = self.tr("{language} ({id})").format(language=spoken(language_title(language)), id=language)
            action = QAction(name, self._menu)
            action.setObjectName(f"language-{language}")
            action.setData(language)
            action.setCheckable(True)
            action.setChecked(language in spoken_now)
            action.triggered.connect(self._speak)
            self._menu.addAction(action)

    def _speak_one(self) -> None:
        self._workspace.speak(())
        self._fill()

    def _speak(self) -> None:
        sender = self.sender()
        language = str(sender.data()) if isinstance(sender, QAction) else ""
        before = self._workspace.saying.languages
        after = tuple(one for one in before if one != language) if language in before else (*before, language)
        self._workspace.speak(after)
        self._fill()
        if language in after:
            self._tabs.setCurrentIndex(after.index(language))
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)


class ScopeLine(QWidget):
    """Says for which placements the texts are, and gives the selected ones their own."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._text = Text(tone=Tone.MUTED)
        self._text.setObjectName("scopeText")
        self._button = QPushButton()
        self._button.setObjectName("ownTextsButton")
        self._button.setAutoDefault(False)
        wear(self._button, "other-text")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._text, 1)
        line.addWidget(self._button)
        self._button.clicked.connect(self._act)
        for signal in (workspace.changed, workspace.selection_changed, workspace.texts_replaced):
            signal.connect(self._restate)
        self._restate()

    def _restate(self) -> None:
        workspace = self._workspace
        scope, selected = workspace.scope, workspace.selected
        if scope:
            self._text.setText(self.tr("Own texts of the selected ({n})").format(n=len(scope)))
            self._text.set_tone(Tone.ACCENT)
            self._button.setText(self.tr("Use the &common texts"))
        else:
            self._text.setText(self.tr("Texts for all that is ticked"))
            self._text.set_tone(Tone.MUTED)
            self._button.setText(self.tr("&Own texts ({n} selected)").format(n=len(selected)))
            self._button.setToolTip(self.tr("Give the placements that are selected in the tree texts of their own"))
        self._button.setEnabled(bool(selected))

    def _act(self) -> None:
        if self._workspace.scope:
            self._workspace.take_own_back(self._workspace.scope)
        else:
            self._workspace.give_own(self._workspace.selected)


def _set(field: QLineEdit, text: str) -> None:
    # A text that is only trimmed otherwise stays as it is: the cursor is in it.
    if field.text().strip() != text.strip():
        field.setText(text)
