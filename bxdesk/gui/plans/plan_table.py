"""The table that shows steps: what each does, what it changes, and what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QWidget

from bxdesk.gui.parts.fitted_table import FittedTable
from bxdesk.gui.plans.plan_model import Column, PlanModel


class PlanTable(FittedTable):
    """All columns share the room there is."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_steps(self, model: PlanModel, *, results: bool) -> None:
        """Shows another plan; ``results`` when there is something to say of what came of it."""
        self.setModel(model)
        self.show_results(results)

    def show_results(self, shown: bool) -> None:
        """Shows or hides what came of the steps."""
        self.setColumnHidden(Column.RESULT, not shown)
        self.fit_soon()
