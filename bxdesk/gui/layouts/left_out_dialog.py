"""What of a layout file does not fit the portal, or of the portal no file can name: line by line, with what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QVBoxLayout, QWidget

from bxdesk.gui.layouts.left_out_model import Column, LeftOutModel, LeftOutRow
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.tables import WholeTable
from bxdesk.gui.parts.theme import GAP, Text
from bxdesk.gui.parts.wording import counted, full_text, translated
from bxdesk.placements.catalogue import placement_title

if TYPE_CHECKING:
    from bxdesk.placements.layouts.layout_export import LeftOut
    from bxdesk.placements.layouts.layout_mistakes import Mistake
    from bxdesk.placements.layouts.layout_opening import OpenedLayout


def _tr(text: str) -> str:
    return QCoreApplication.translate("Layouts", text)


class LeftOutDialog(FittedDialog):
    """A sentence and the table."""

    def __init__(
        self, title: str, text: str, where: str, rows: Sequence[LeftOutRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("leftOutDialog")
        self.setWindowTitle(title)
        said = Text(text)
        said.setObjectName("leftOutText")
        table = WholeTable("leftOutTable", title)
        table.setModel(LeftOutModel(where, rows, self))
        header = table.horizontalHeader()
        header.setSectionResizeMode(Column.WHERE, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        table.fit_soon()
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("closeLeftOutButton")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(said)
        column.addWidget(table, 1)
        self.compose(column, buttons, letters=60, most=30)
        close.setFocus()


def unfit_in(layout: OpenedLayout, parent: QWidget) -> LeftOutDialog:
    """What of a file was not taken, or may not have been meant."""
    rows = [*_rows(layout.mistakes, doubted=False), *_rows(layout.doubts, doubted=True)]
    if not layout.bindings:
        text = _tr("Nothing in {name} could be used. Correct it and try again.")
    elif layout.mistakes:
        text = _tr("Only a part of {name} fits this portal. Here is what to look at.")
    else:
        text = _tr("Everything in {name} fits this portal, but look at this first.")
    title = _tr("What does not fit") if layout.mistakes else _tr("Before you apply")
    return LeftOutDialog(title, text.format(name=layout.name), _tr("Line"), rows, parent)


def left_out_of(left_out: Sequence[LeftOut], titles: Mapping[int, str], name: str, parent: QWidget) -> LeftOutDialog:
    """What no layout file can name."""
    rows = [
        LeftOutRow(translated(placement_title(one.binding.placement, titles)), full_text(one.problem))
        for one in left_out
    ]
    one, many = _tr("{n} place could not be written to the file:"), _tr("{n} places could not be written to the file:")
    return LeftOutDialog(name, counted(len(rows), one, many), _tr("Place"), rows, parent)


def _rows(mistakes: Iterable[Mistake], *, doubted: bool) -> list[LeftOutRow]:
    return [LeftOutRow(_line(mistake), _said(mistake), doubted) for mistake in mistakes]


def _line(mistake: Mistake) -> str:
    if mistake.line is None or mistake.column is None:
        return str(mistake.line or "")
    return f"{mistake.line}:{mistake.column}"


def _said(mistake: Mistake) -> str:
    text = full_text(mistake.problem)
    if len(mistake.placements) < 2:
        return text
    return _tr("{mistake} This is about {placements}.").format(mistake=text, placements=", ".join(mistake.placements))
