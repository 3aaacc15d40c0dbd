"""The buttons beside the texts: which languages a widget speaks, and what one takes over from another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bxdesk.gui.parts.wording import translated
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.languages import LANGUAGES, named_language, spoken_on


class LanguagesButton(QPushButton):
    """Adds languages and takes them away. With the first one, it says what the text that is there is in."""

    chosen = Signal()
    """Somebody has chosen; the language that they added is the one that is looked at."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setText(self.tr("&Languages"))
        self.setObjectName("languagesButton")
        self.setAccessibleName(self.tr("Languages of the texts"))
        self.setToolTip(self.tr("Say it in several of the portal's languages"))
        self.setAutoDefault(False)
        menu = QMenu(self)
        self.setMenu(menu)
        menu.aboutToShow.connect(self._list)

    def _list(self) -> None:
        menu = self.menu()
        menu.clear()
        speaks = self._workspace.focus.content.languages
        one = menu.addAction(self.tr("&One text for all languages"))
        one.setObjectName("oneTextAction")
        one.setCheckable(True)
        one.setChecked(not speaks)
        one.triggered.connect(self._speak_one)
        menu.addSection(self.tr("Languages") if speaks else self.tr("The text is in"))
        snapshot = self._workspace.snapshot
        used = spoken_on(snapshot) if snapshot else frozenset()
        for language in dict.fromkeys((*speaks, *sorted(used), *LANGUAGES)):
            action = QAction(translated(named_language(language)), menu)
            action.setObjectName(f"language-{language}")
            action.setData(language)
            action.setCheckable(True)
            action.setChecked(language in speaks)
            action.triggered.connect(self._speak)
            menu.addAction(action)

    def _speak_one(self) -> None:
        self._workspace.edits.set_languages(())
        self.chosen.emit()

    def _speak(self) -> None:
        action = self.sender()
        language = str(action.data()) if isinstance(action, QAction) else ""
        before = self._workspace.focus.content.languages
        if language in before:
            self._workspace.edits.set_languages(tuple(one for one in before if one != language))
        else:
            self._workspace.edits.set_languages((*before, language))
            self._workspace.focus.look_at_language(language)
        self.chosen.emit()


class CopyTextsButton(QPushButton):
    """Takes the texts of another language over into the one that is looked at."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setText(self.tr("Copy from"))
        self.setObjectName("copyTextsButton")
        self.setAccessibleName(self.tr("Copy the texts from another language"))
        self.setToolTip(self.tr("Takes the texts of another language for the row that is selected"))
        self.setAutoDefault(False)
        menu = QMenu(self)
        self.setMenu(menu)
        menu.aboutToShow.connect(self._list)

    def _list(self) -> None:
        menu, content, target = self.menu(), self._workspace.focus.content, self._workspace.focus.language
        menu.clear()
        into = menu.addSection(self.tr("Into {language}").format(language=translated(named_language(target))))
        into.setObjectName("copyTarget")
        for language in content.languages:
            if language != target:
                action = menu.addAction(translated(named_language(language)))
                action.setObjectName(f"copy-{language}")
                action.setData(language)
                action.setEnabled(content.text(language) != content.text(target))
                action.triggered.connect(self._copy)

    def _copy(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._workspace.edits.copy_language(str(action.data()), self._workspace.focus.language)
