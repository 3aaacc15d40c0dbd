"""How the states of checks look and what they are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bxdesk.checks.check import CheckState
from bxdesk.gui.parts.theme import Tone

LOOKS = {
    CheckState.OK: ("bound", Tone.GOOD),
    CheckState.UNKNOWN: ("help", Tone.MUTED),
    CheckState.WARNING: ("warning", Tone.WARNING),
    CheckState.BLOCKED: ("error", Tone.BAD),
}
"""The icon and its tone for each state."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("CheckWords", text)


def verdict_words(state: CheckState) -> str:
    """What a state means for a widget."""
    return {
        CheckState.OK: _tr("shows"),
        CheckState.UNKNOWN: _tr("not known"),
        CheckState.WARNING: _tr("not for everybody"),
        CheckState.BLOCKED: _tr("not seen"),
    }[state]


def answer_words(state: CheckState) -> str:
    """What a state means as the answer to one question."""
    return {
        CheckState.OK: _tr("good"),
        CheckState.UNKNOWN: _tr("not known"),
        CheckState.WARNING: _tr("doubtful"),
        CheckState.BLOCKED: _tr("in the way"),
    }[state]
