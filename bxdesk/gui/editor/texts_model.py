"""The model behind the grid of texts: a row for each language that a widget speaks."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.table_model import Index, TableModel
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import tip, translated
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.bindings import is_title
from bxdesk.placements.languages import named_language

_Role = Qt.ItemDataRole
_Flag = Qt.ItemFlag


class Column(IntEnum):
    """What each column of the grid holds of a language."""

    LANGUAGE = 0
    TITLE = 1
    DESCRIPTION = 2
    GROUP = 3

    @property
    def field(self) -> str:
        """What a column of texts is called in a widget's content."""
        return self.name.lower()


class TextsModel(TableModel):
    """Follows what is edited in a workspace, and writes into it."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.languages = workspace.focus.content.languages
        """The language of each row."""
        for signal in (workspace.changed, workspace.content_replaced):
            signal.connect(self.follow)

    def follow(self) -> None:
        """Shows what there is now; the same languages keep their rows."""
        languages = self._workspace.focus.content.languages
        if languages != self.languages:
            self.beginResetModel()
            self.languages = languages
            self.endResetModel()
        elif languages:
            self.dataChanged.emit(self.index(0, 0), self.index(len(languages) - 1, len(Column) - 1))

    @override
    def headings(self) -> tuple[str, ...]:
        return self.tr("Language"), self.tr("Title"), self.tr("Description"), self.tr("Group")

    @override
    def row_total(self) -> int:
        return len(self.languages)

    @override
    def flags(self, index: Index) -> _Flag:
        can_be_typed = index.column() != Column.LANGUAGE and self._workspace.locked is None
        editable = _Flag.ItemIsEditable if can_be_typed else _Flag.NoItemFlags
        return super().flags(index) | editable if index.isValid() else _Flag.NoItemFlags

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, text = Column(index.column()), self._text(index)
        lacks = column is Column.TITLE and not is_title(text)
        if role == _Role.EditRole:
            return text
        if role == _Role.DisplayRole:
            return self.tr("missing") if lacks else text
        if role == _Role.ForegroundRole and lacks:
            return colour(Tone.WARNING)
        if role == _Role.DecorationRole and lacks:
            return icon("warning", Tone.WARNING)
        if role == _Role.ToolTipRole:
            return tip(text)
        if role == _Role.AccessibleTextRole and column is not Column.LANGUAGE:
            language = translated(named_language(self.languages[index.row()]))
            said = text or (self.tr("missing") if lacks else self.tr("empty"))
            return f"{language}, {self.headings()[column]}: {said}"
        return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Writes a text into the open widget, or into the place that is edited."""
        if role != _Role.EditRole or not self.flags(index) & _Flag.ItemIsEditable:
            return False
        field = {Column(index.column()).field: str(value)}
        self._workspace.edits.rewrite(**field, language=self.languages[index.row()])
        return True

    def _text(self, index: Index) -> str:
        language, column = self.languages[index.row()], Column(index.column())
        if column is Column.LANGUAGE:
            return translated(named_language(language))
        return str(getattr(self._workspace.focus.content.text(language), column.field))
