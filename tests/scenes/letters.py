"""The letters that are pressed with Alt: those of one window must differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QTabBar, QWidget

from tests.scenes.texts import shown_in


def clashes_in(window: QWidget) -> Iterator[str]:
    """A sentence for each letter that stands for several things in a window or menu."""
    found: dict[str, list[str]] = defaultdict(list)
    for widget in shown_in(window):
        for text in _lettered(widget) if widget.isEnabled() else ():
            letter = QKeySequence.mnemonic(text).toString()
            if letter:
                found[letter].append(text)
    for letter, texts in found.items():
        if len(texts) > 1:
            yield f"{letter} is given to {', '.join(texts)}"


def _lettered(widget: QWidget) -> list[str]:
    if isinstance(widget, QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QLabel):
        return [widget.text()] if widget.buddy() is not None else []
    if isinstance(widget, QTabBar):
        return [widget.tabText(tab) for tab in range(widget.count())]
    if isinstance(widget, QMenu):
        return [action.text() for action in widget.actions()]
    return []
