"""The button with everything that is done with layout files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from bxdesk.gui.layouts.layout_files import LayoutFiles
from bxdesk.gui.parts.icons import set_icon
from bxdesk.gui.parts.layout_dialog import layout_dialog, open_layout_dialog
from bxdesk.gui.parts.wording import tip
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.bindings import Binding

_SUFFIX = "yaml"


class LayoutMenu(QPushButton):
    """Opens, saves and pastes. ``selected`` gives the bindings that are selected in the table."""

    def __init__(
        self,
        files: LayoutFiles,
        workspace: Workspace,
        selected: Callable[[], Sequence[Binding]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._files = files
        self._workspace = workspace
        self._selected = selected
        self.setText(self.tr("Layo&ut"))
        self.setObjectName("layoutMenuButton")
        self.setAccessibleName(self.tr("Layout file"))
        self.setToolTip(self.tr("Widgets from a file, or into one. Files can be dropped on the window, too."))
        self.setAutoDefault(False)
        set_icon(self, "layout")
        menu = QMenu(self)
        self._open = self._entry("openLayoutAction", self.tr("&Open…"), QKeySequence.StandardKey.Open, self._ask_open)
        self._paste = self._entry("pasteLayoutAction", self.tr("&Paste"), QKeySequence.StandardKey.Paste, self._put)
        self._save = self._entry(
            "saveLayoutAction", self.tr("&Save the widgets as…"), QKeySequence.StandardKey.Save, self._ask_save
        )
        self._some = self._entry(
            "saveSelectedAction", self.tr("Save the selected &bindings as…"), None, self._ask_save_selected
        )
        menu.addActions([self._open, self._paste])
        menu.addSeparator()
        menu.addActions([self._save, self._some])
        self._recent = menu.addSection(self.tr("Opened last"))
        menu.aboutToShow.connect(self._list)
        self.setMenu(menu)
        for signal in (workspace.changed, workspace.snapshot_taken, workspace.content_replaced):
            signal.connect(self._enable)
        self._enable()

    def _entry(self, name: str, text: str, keys: QKeySequence.StandardKey | None, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        return action

    def _enable(self) -> None:
        self._open.setEnabled(self._files.can_open)
        self._paste.setEnabled(self._files.can_open)
        self._save.setEnabled(self._files.can_open and bool(self._workspace.draft.layout.bindings))

    def _list(self) -> None:
        """What is asked for when the menu is opened: what is selected, what is on the clipboard, the recent files."""
        self._some.setEnabled(bool(self._selected()))
        menu = self.menu()
        entries = menu.actions()
        for action in entries[entries.index(self._recent) + 1 :]:
            menu.removeAction(action)
            action.deleteLater()
        recent = self._files.recent
        self._recent.setVisible(bool(recent))
        for path in recent:
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setObjectName("recentLayoutAction")
            action.setData(str(path))
            action.setToolTip(tip(str(path)))
            action.setEnabled(self._files.can_open)
            action.triggered.connect(self._open_recent)
        menu.setToolTipsVisible(True)

    def _open_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._files.open(Path(str(action.data())))

    def _put(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._files.paste(text)

    def _ask_open(self) -> None:
        dialog = open_layout_dialog(self.window(), self._near)
        dialog.filesSelected.connect(self._open_chosen)
        dialog.open()

    def _open_chosen(self, names: Sequence[str]) -> None:
        self._files.open(Path(names[0]))

    def _ask_save(self) -> None:
        self._ask_where(self.tr("Save the widgets"), [*self._workspace.draft.layout.bindings.values()], whole=True)

    def _ask_save_selected(self) -> None:
        layout = self._workspace.draft.layout.bindings
        rows = [layout.get(row.key, row) for row in self._selected()]
        self._ask_where(self.tr("Save the selected bindings"), rows, whole=False)

    def _ask_where(self, title: str, bindings: Collection[Binding], *, whole: bool) -> None:
        if not bindings:
            return
        dialog = layout_dialog(self.window(), title, QFileDialog.AcceptMode.AcceptSave, self._near)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.setNameFilters([self.tr("Layout files ({patterns})").format(patterns=f"*.{_SUFFIX}")])
        dialog.selectFile(f"layout.{_SUFFIX}")
        dialog.fileSelected.connect(partial(self._save_chosen, bindings, whole))
        dialog.open()

    def _save_chosen(self, bindings: Collection[Binding], whole: bool, name: str) -> None:
        self._files.save(Path(name), bindings, whole=whole)

    @property
    def _near(self) -> Path | None:
        """A file that lies where one is looked for first."""
        return next(iter(self._files.recent), None)
