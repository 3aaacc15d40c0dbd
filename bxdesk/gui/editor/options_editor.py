"""The options of the placements that are ticked, each with the control that suits it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from bxdesk.gui.editor.option_fields import OptionField, make_field
from bxdesk.gui.parts.icons import set_icon
from bxdesk.gui.parts.keys import delegate_undo_to_window, explain
from bxdesk.gui.parts.theme import GAP, Field, Text, Tone, stacked_form
from bxdesk.gui.parts.wording import full_text, translated
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.catalogue import options_of
from bxdesk.placements.cautions import option_cautions
from bxdesk.placements.codes import takes_user
from bxdesk.placements.options import Option


class OptionsEditor(QWidget):
    """Folds away; opens by itself when something that is ticked cannot do without an option."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: tuple[str, ...] = ()
        self._required: frozenset[str] = frozenset()
        self._fields: dict[str, OptionField] = {}
        self._notes: dict[str, Text] = {}
        self._user: Field | None = None
        self._fold = QToolButton()
        self._fold.setObjectName("optionsButton")
        self._fold.setCheckable(True)
        self._fold.setAutoRaise(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_icon(self._fold, "next")
        self._fold.setText(self.tr("O&ptions"))
        explain(self._fold, self.tr("How the widget behaves at its places"))
        self._fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._body = QWidget()
        self._body.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._body)
        self._fold.toggled.connect(self._turn)
        for signal in (workspace.changed, workspace.snapshot_taken, workspace.focus.selection_changed):
            signal.connect(self._follow)
        workspace.content_replaced.connect(self._follow)
        self._follow()

    @property
    def is_open(self) -> bool:
        """Whether the options are unfolded."""
        return self._fold.isChecked()

    def open(self, open_: bool) -> None:
        """Unfolds or folds them."""
        self._fold.setChecked(open_)

    def _turn(self, open_: bool) -> None:
        set_icon(self._fold, "down" if open_ else "next")
        self._body.setVisible(open_)

    def _follow(self) -> None:
        """Shows the controls of the placements that are edited."""
        codes = self._codes()
        options: dict[str, Option] = {}
        for code in codes:
            options.update(options_of(code))
        user = any(takes_user(code) for code in codes)
        shown = (*options, *(("user_id",) if user else ()))
        if shown != self._shown:
            self._shown = shown
            self._rebuild(options.values(), user)
        required = frozenset(key for key, option in options.items() if option.required)
        if required - self._required:
            self._fold.setChecked(True)
        self._required = required
        self.setVisible(bool(shown))
        self._body.setEnabled(self._workspace.locked is None)
        self._fill()

    def _codes(self) -> tuple[str, ...]:
        workspace = self._workspace
        if workspace.focus.scope:
            return workspace.focus.scope
        view = workspace.view
        return view.option_places() if view is not None else ()

    def _rebuild(self, options: Iterable[Option], user: bool) -> None:
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self._fields = {option.key: make_field(option) for option in options}
        rows: list[tuple[str, QWidget, *tuple[QWidget, ...]]] = []
        self._notes = {key: _note(key) for key in self._fields}
        for option_field in self._fields.values():
            title = translated(option_field.option.title)
            needed = self.tr("{option} (required)") if option_field.option.required else self.tr("{option}")
            option_field.widget.setAccessibleName(needed.format(option=title))
            note = self._notes[option_field.option.key]
            rows.append((needed.format(option=title).replace("&", "&&"), option_field.widget, note))
            option_field.changed.connect(self._chosen)
        self._user = None
        if user:
            self._user = Field("option-user_id", self.tr("Only for the user with the ID"), self.tr("Everybody"))
            self._user.textEdited.connect(self._user_typed)
            delegate_undo_to_window(self._user)
            rows.append((self.tr("Only for the user with the ID"), self._user))
        lines = stacked_form(*rows)
        lines.setContentsMargins(GAP * 2, 0, 0, 0)
        self._body.setLayout(lines)
        self._column.addWidget(self._body)
        self._body.setVisible(self._fold.isChecked())

    def _fill(self) -> None:
        content = self._workspace.focus.content
        for key, option_field in self._fields.items():
            option_field.set_value(content.options.get(key))
        cautions = option_cautions(content.options)
        for key, note in self._notes.items():
            caution = cautions.get(key)
            note.setText(full_text(caution) if caution is not None else "")
            note.setVisible(caution is not None)
        if self._user is not None and (self._user.text() or "0") != str(content.user_id or 0):
            self._user.setText(str(content.user_id) if content.user_id else "")

    def _chosen(self, key: str, value: str) -> None:
        self._workspace.edits.choose_option(key, value)

    def _user_typed(self, text: str) -> None:
        typed = text.strip()
        number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 9 else 0
        self._workspace.edits.choose_user(number)


def _note(key: str) -> Text:
    note = Text(tone=Tone.WARNING)
    note.setObjectName(f"optionNote-{key}")
    return note
