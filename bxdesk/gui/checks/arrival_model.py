"""The model behind a call that came: its fields, with their secrets masked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from bxdesk.gui.help.call_model import CallModel
from bxdesk.gui.parts.overriding import override
from bxdesk.placements.call_fields import CallField


class ArrivalModel(CallModel):
    """Looks as the call that is described; its values are those that came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)

    def show_fields(self, fields: Sequence[CallField]) -> None:
        """Describes another call, with its values, if it is another."""
        if fields != self.fields:
            self.beginResetModel()
            self.fields = tuple(fields)
            self.endResetModel()

    @override
    def headings(self) -> tuple[str, ...]:
        return (*super().headings()[:2], self.tr("Value"), *super().headings()[3:])
