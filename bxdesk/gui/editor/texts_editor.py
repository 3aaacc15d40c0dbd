"""What the widget says: title, description and group, in one language for all or in several."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bxdesk.gui.editor.language_buttons import CopyTextsButton, LanguagesButton
from bxdesk.gui.editor.texts_grid import TextsGrid
from bxdesk.gui.parts.elided import Elided
from bxdesk.gui.parts.fields import MarkedField
from bxdesk.gui.parts.flow import Flow
from bxdesk.gui.parts.icons import set_icon
from bxdesk.gui.parts.keys import delegate_undo_to_window
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import GAP, Text, Tone, form
from bxdesk.gui.parts.wording import counted, full_text, translated
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.catalogue import placement_title
from bxdesk.placements.languages import language_title, named_language
from bxdesk.placements.rules import refused_texts

_TITLE = 10
"""How many letters of the title are always in sight."""


class _TitleLine(QWidget):
    """Qt's form leaves out its own spacing when it decides whether a line has to wrap, so this asks for more."""

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(2 * GAP, 0)


class TextsEditor(QWidget):
    """Three fields while there is one text; a grid while there are several languages."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._title = MarkedField("titleEdit", self.tr("Title"), self.tr("Such as “Send contract”"))
        self._description = MarkedField("descriptionEdit", self.tr("Description"), self.tr("Optional"))
        self._group = MarkedField("groupEdit", self.tr("Group"), self.tr("Optional: a shared heading"))
        self._language = Text(tone=Tone.MUTED)
        self._language.setObjectName("textsLanguage")
        self._grid = TextsGrid(workspace)
        self._languages = LanguagesButton(workspace)
        self._languages.chosen.connect(self.begin)
        self._copy = CopyTextsButton(workspace)
        self._message = Text(tone=Tone.BAD)
        self._message.setObjectName("textMessage")
        self._message.hide()
        self._lay_out()
        for name, field in (("title", self._title), ("description", self._description), ("group", self._group)):
            field.textEdited.connect(partial(self._typed, name))
            delegate_undo_to_window(field)
        for signal in (workspace.content_replaced, workspace.changed):
            signal.connect(self._fill)
        workspace.focus.language_changed.connect(self._check)
        self._fill()

    def begin(self) -> None:
        """Begins to type the title."""
        if self._is_grid:
            self._grid.begin()
        else:
            self._title.setFocus(Qt.FocusReason.OtherFocusReason)
            self._title.selectAll()

    @property
    def _is_grid(self) -> bool:
        return len(self._workspace.focus.content.languages) > 1

    def _lay_out(self) -> None:
        top = _TitleLine()
        self._title.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * _TITLE)
        self._beside = _line(self._title)
        top.setLayout(self._beside)
        top.setFocusProxy(self._title)
        self.lines = form(
            (self.tr("&Title"), top, self._language),
            (self.tr("&Description"), self._description),
            (self.tr("&Group"), self._group),
        )
        self.lines.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._one, self._several = QWidget(), QWidget()
        self._one.setLayout(self.lines)
        heading = Text(self.tr("Texts"))
        self._above = _line(heading)
        self._above.addWidget(self._copy)
        rows = QVBoxLayout(self._several)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        rows.addLayout(self._above)
        rows.addWidget(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._one)
        column.addWidget(self._several)
        column.addWidget(self._message)

    def _fill(self) -> None:
        """Shows what is edited."""
        content, language = self._workspace.focus.content, self._workspace.focus.language
        texts = content.text(language)
        for field, text in (
            (self._title, texts.title),
            (self._description, texts.description),
            (self._group, texts.group),
        ):
            _set(field, text)
        self._language.setText(self.tr("In {language} only.").format(language=translated(named_language(language))))
        self._language.setVisible(bool(language))
        several = self._is_grid
        self._place_languages(several)
        self._one.setVisible(not several)
        self._several.setVisible(several)
        self._check()
        self._mark()

    def _mark(self) -> None:
        finding, locked = self._workspace.problems.get(self._workspace.key), self._workspace.locked
        for button in (self._languages, self._copy):
            button.setEnabled(locked is None)
        for name, field in (("title", self._title), ("description", self._description), ("group", self._group)):
            is_it = finding is not None and finding.place.partition(".")[0] == name
            field.mark(full_text(finding.problem) if finding is not None and is_it else "")
            field.lock(full_text(locked) if locked is not None else "")

    def _place_languages(self, several: bool) -> None:
        """Moves the button; the Tab key would come to it last."""
        line, before = (self._above, self._copy) if several else (self._beside, self._title)
        if line.indexOf(self._languages) < 0:
            line.addWidget(self._languages)
            self.setTabOrder(before, self._languages)

    def _typed(self, name: str, text: str) -> None:
        self._workspace.edits.rewrite(**{name: text}, language=self._workspace.focus.language)

    def _check(self) -> None:
        """Says what is wrong in the language that is looked at, or else in which ones the title is missing.

        As long as nothing is to change, nothing is wrong yet.
        """
        content, language = self._workspace.focus.content, self._workspace.focus.language
        lacking = content.missing_titles if self._is_grid else ()
        found = refused_texts({language: content.text(language)}) if content.title else ()
        problem = next((finding.problem for finding in found), None)
        if len(lacking) > 1:
            names = ", ".join(translated(language_title(one)) for one in lacking)
            text = self.tr("The title is missing in {n} languages: {languages}.").format(
                n=len(lacking), languages=names
            )
        elif problem is None and lacking:
            text = self.tr("The title in {language} is missing.").format(
                language=translated(language_title(lacking[0]))
            )
        else:
            text = full_text(problem) if problem is not None else ""
        self._message.set_tone(Tone.BAD if self._workspace.plan.steps else Tone.MUTED)
        self._message.setText(text)
        self._message.setVisible(bool(text))


class ScopeLine(QWidget):
    """Says at which places the texts below are, and gives the selected ones a text of their own."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._text = Elided()
        self._text.setObjectName("scopeText")
        self._text.enlarge(1.0)
        self._button = QPushButton()
        self._button.setObjectName("ownTextsButton")
        self._button.setAutoDefault(False)
        set_icon(self._button, "other-text")
        line = QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Flow(GAP, self._text, self._button))
        self._button.clicked.connect(self._act)
        for signal in (workspace.changed, workspace.focus.selection_changed, workspace.content_replaced):
            signal.connect(self._restate)
        self._restate()

    def _restate(self) -> None:
        scope, places = self._workspace.focus.scope, self._workspace.widget.places
        if scope:
            self._text.setText(self.tr("Text only for {places}").format(places=self._named(scope)))
            self._button.setText(self.tr("Use the widget's te&xt here"))
            self._button.setToolTip(self.tr("Give the places that are selected the text of the others again"))
        else:
            self._text.setText(self._shared())
            self._button.setText(self.tr("Di&fferent text here"))
            self._button.setToolTip(self.tr("Give the places that are selected a text of their own"))
        self._text.set_tone(Tone.ACCENT if scope else Tone.PLAIN)
        self._button.setEnabled(self._workspace.locked is None)
        self._button.setVisible(bool(scope) or any(code in places for code in self._workspace.focus.selected))
        self.setVisible(bool(places))

    def _shared(self) -> str:
        """At which places the widget's own text is."""
        places = self._workspace.widget.places
        number, shared = len(places), sum(own is None for own in places.values())
        if shared == number:
            return counted(number, self.tr("Text for its one place"), self.tr("Text for all {n} places"))
        if shared:
            text = self.tr("Text for {shared} of {n} places. The rest have different texts.")
            return text.format(shared=shared, n=number)
        one = self.tr("Text for further places. Its one place has a different text.")
        return counted(number, one, self.tr("Text for further places. All {n} places have different texts."))

    def _named(self, codes: Sequence[str]) -> str:
        snapshot = self._workspace.snapshot
        titles = [translated(placement_title(code, snapshot.type_titles if snapshot else {})) for code in codes[:2]]
        more = len(codes) - len(titles)
        return ", ".join((*titles, *([self.tr("{n} more").format(n=more)] if more else [])))

    def _act(self) -> None:
        if self._workspace.focus.scope:
            self._workspace.edits.take_own_back(self._workspace.focus.scope)
        else:
            places = self._workspace.widget.places
            self._workspace.edits.give_own([code for code in self._workspace.focus.selected if code in places])


def _line(first: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GAP)
    line.addWidget(first, 1)
    return line


def _set(field: QLineEdit, text: str) -> None:
    # A text that is only trimmed otherwise stays as it is: the cursor is in it.
    if field.text().strip() != text.strip():
        field.setText(text)
