"""The keys of the window, by where they work."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from bxdesk.gui.parts.keys import CALL, NEW, PORTALS, QUIT, REDO, REVIEW, UNDO

_Standard = QKeySequence.StandardKey
_Keys = tuple[tuple[QKeySequence | QKeySequence.StandardKey | Qt.Key | str, str], ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def key_sections() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Where keys work, and there each key with what it does."""
    letters = (_tr("Alt and a letter"), _tr("Go to what has this letter underlined"))
    yield _tr("Everywhere"), [*_named(_everywhere()), letters]
    yield _tr("The widgets of a portal"), _named(_at_widgets())
    yield _tr("The places of a widget"), _named(_at_places())
    yield _tr("The table of bindings"), _named(_at_bindings())
    yield _tr("The page of portals"), _named(_at_portals())


def _everywhere() -> _Keys:
    return (
        (Qt.Key.Key_F1, _tr("This help, about the place that is selected")),
        (PORTALS, _tr("Show all portals, and the widgets again")),
        (QUIT, _tr("Close the window; what waits is kept")),
    )


def _at_widgets() -> _Keys:
    return (
        (_Standard.Refresh, _tr("Read the portal again")),
        (_Standard.Find, _tr("Find a place")),
        (UNDO, _tr("Undo what was ticked, typed or discarded")),
        (REDO, _tr("Do it again")),
        (NEW, _tr("Make a new widget")),
        (REVIEW, _tr("Review and apply what waits")),
        (_Standard.Open, _tr("Open a layout file")),
        (_Standard.Save, _tr("Save the widgets as a layout file")),
        (_Standard.Paste, _tr("Paste a layout, outside of a text")),
        (_Standard.Delete, _tr("Remove the selected widget or bindings")),
    )


def _at_places() -> _Keys:
    return (
        (Qt.Key.Key_Space, _tr("Tick or untick what is selected")),
        ("Ctrl+D", _tr("Give the selected places a different text, or take it back")),
        (CALL, _tr("What the handler receives there")),
    )


def _at_bindings() -> _Keys:
    return (
        (Qt.Key.Key_Return, _tr("Edit the widget of the selected binding")),
        (Qt.Key.Key_F2, _tr("Change the address of the selected bindings")),
        ("Ctrl+M", _tr("Move the selected bindings to the open widget")),
        ("Ctrl+L", _tr("Leave the selected bindings as they are")),
        (_Standard.Copy, _tr("Copy the selected bindings as a layout")),
    )


def _at_portals() -> _Keys:
    return (
        (_Standard.Refresh, _tr("Read the selected portals again; all of them where none is selected")),
        (_Standard.Find, _tr("Find a portal")),
        (Qt.Key.Key_Escape, _tr("Clear what is searched; then, what is selected")),
        (Qt.Key.Key_Return, _tr("Open the selected portal")),
        (Qt.Key.Key_F2, _tr("Rename the selected portal")),
    )


def _named(keys: _Keys) -> list[tuple[str, str]]:
    return [(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText), what) for key, what in keys]
