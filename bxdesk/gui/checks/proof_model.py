"""The model behind a proof: places to be ticked, and how far each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from bxdesk.checks.proof import PlaceProof, Proof
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.table_model import Index, TableModel
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import tip

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """What each column shows of a place: its name, and what its proof came to."""

    PLACE = 0
    RESULT = 1


class ProofModel(TableModel):
    """One row for each place; while a proof is under way, and after it, ticks stay as they are."""

    chosen_changed = Signal()

    def __init__(self, places: Mapping[str, str], chosen: Iterable[str], parent: QObject | None = None) -> None:
        """``places`` are what people call each placement, by its code; ``chosen`` those that are ticked at first."""
        super().__init__(parent)
        self._titles = dict(places)
        self._codes = tuple(places)
        self._chosen = set(chosen)
        self._proof: Proof | None = None
        self._found: dict[str, PlaceProof] = {}
        self._runs = False

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes of the ticked places."""
        return tuple(code for code in self._codes if code in self._chosen)

    def place(self, row: int) -> PlaceProof | None:
        """How far the proof at a row's place is; None where there was none."""
        return self._found.get(self._codes[row]) if 0 <= row < len(self._codes) else None

    def show_proof(self, proof: Proof | None, *, runs: bool) -> None:
        """Shows how far a proof is; None before there is one."""
        self._proof, self._runs = proof, runs
        self._found = {} if proof is None else {place.placement: place for place in proof.places}
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._codes) - 1, Column.RESULT))

    @override
    def headings(self) -> tuple[str, ...]:
        return (self.tr("Place"), self.tr("What came of it"))

    @override
    def row_total(self) -> int:
        return len(self._codes)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Ticks are for the time before a proof."""
        flags = super().flags(index)
        can_be_ticked = index.column() == Column.PLACE and not self._runs
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_be_ticked else flags

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        code = self._codes[index.row()]
        if index.column() == Column.RESULT:
            return self._result(code, role)
        if role == _Role.DisplayRole:
            return self._titles[code]
        if role == _Role.ToolTipRole:
            return tip(self._titles[code], code)
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if code in self._chosen else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Ticks."""
        if role != _Role.CheckStateRole or not index.isValid() or self._runs:
            return False
        code = self._codes[index.row()]
        (self._chosen.add if Qt.CheckState(value) is Qt.CheckState.Checked else self._chosen.discard)(code)
        self.dataChanged.emit(index, index, [role])
        self.chosen_changed.emit()
        return True

    def _result(self, code: str, role: int) -> object:
        place = self._found.get(code)
        said, name, tone = ("", "", Tone.MUTED) if place is None else proof_look(place, runs=self._runs)
        if role == _Role.DisplayRole:
            return said
        if role == _Role.DecorationRole:
            return icon(name, tone) if name else None
        if role == _Role.ForegroundRole:
            return colour(tone)
        return tip(said) if role == _Role.ToolTipRole else None


def proof_look(place: PlaceProof, *, runs: bool) -> tuple[str, str, Tone]:
    """What came of one place in words, with its icon and tone; ``runs`` while it is waited for."""
    if place.problem is not None:
        return _tr("could not be bound"), "error", Tone.BAD
    if place.is_proven:
        return _tr("proven: it was opened, and the call came"), "bound", Tone.GOOD
    if runs:
        return _tr("stands there: press it in the portal"), "info", Tone.ACCENT
    return _tr("was not opened"), "warning", Tone.WARNING


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProofModel", text)
