"""The core's words on the screen: translated, counted, and safe to show; and moments as this computer writes them."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from bxdesk.errors import Problem
from bxdesk.gui.parts.language import reader_language
from bxdesk.gui.parts.remedies import advice
from bxdesk.messages import Message, Reader

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of the scripts that people of portals write in: Hebrew, Arabic and their neighbours."""
CORE_CONTEXT = "core"
"""The translation context of every template that the core holds."""


def _translate(template: str) -> str:
    return QCoreApplication.translate(CORE_CONTEXT, template) if template else ""


def translated(words: Message) -> str:
    """The core's words in the reader's language."""
    return words.render(_translate)


def reader() -> Reader:
    """Who sits in front of the window."""
    return Reader(reader_language(), _translate)


def remedy_text(problem: Problem) -> str:
    """Why a problem is there and what to do, one sentence after the other; empty if the core knows neither."""
    return " ".join(translated(part) for part in (problem.explanation, advice(problem.remedy)) if part)


def full_text(problem: Problem) -> str:
    """A problem with everything that is known about it: what, why, what to do."""
    return " ".join(part for part in (translated(problem.title), remedy_text(problem)) if part)


def isolated(text: str) -> str:
    """A text inside a sentence that reads the other way, or may: each keeps its own direction."""
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return f"\u2068{text}\u2069" if text and (mirrored or _RIGHT_TO_LEFT.search(text)) else text


def counted(number: int, one: str, many: str, **values: object) -> str:
    """``one`` or ``many`` by ``number``, with the number in the place ``{n}`` and these values in theirs."""
    return (one if number == 1 else many).format(n=number, **values)


_AS_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})
"""Python's own ``html`` reads a table of two thousand names that nobody writes here."""


def tip(*lines: str) -> str:
    """Lines as a tooltip that wraps; whatever a portal put into them is shown to the letter, never taken for HTML."""
    if not any(lines):
        return ""
    return "<qt>{}</qt>".format("<br>".join(line.translate(_AS_HTML) for line in lines if line))


def moment_words(time: datetime) -> str:
    """Day and time, short."""
    moment = QDateTime.fromSecsSinceEpoch(int(time.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
