"""Every state of the window, in every language: nothing cut off, nothing untranslated, each letter once, room enough.

Each language is looked through once; the tests ask what was found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)

from bxdesk.gui.parts.language import LANGUAGES
from bxdesk.gui.parts.note import EmptyNote
from bxdesk.gui.parts.theme import MARGIN, Card
from tests.catalogues import catalogues
from tests.scenes import SCENES
from tests.scenes.clipped import clipped_in
from tests.scenes.letters import clashes_in
from tests.scenes.portals import MADE_UP, OTHERS_WORDS
from tests.scenes.pseudo import outside
from tests.scenes.stage import SMALLEST, Sight, come_to_rest, visit
from tests.scenes.texts import said_by
from tests.scenes.wearing import PSEUDO, language_worn

_OTHERS = re.compile(
    "|".join(
        (
            *(re.escape(said) for said in sorted(OTHERS_WORDS, key=len, reverse=True)),
            *(re.escape(name) for name in LANGUAGES.values()),
            r"https?://\S+",
            r"\b\w+\.(example|mycompany)\.com\S*|\blocalhost\b",  # their hosts
            r"[\w./\\:-]*\.yaml\b",
            r"/crm/\S+",
            r"[\w.]+(,[\w.]+)*,placement,\S+",  # permissions by their codes
            r"\b\w+_\w+\b",  # codes of placements, fields of a call
            r"\b[A-Z]{2,}\b",
            r"\bstatus\b",
            r"\bexample-[\w-]+",
            r"\ba{32}\b",
            r"\b\w+ \d+\.\d+[\d.]*",  # versions
            r"Linux-\S+",
            r"\b[Tt]ype \d+\b",
            r"\b[a-z]{2}\b(?=,|:|$)",  # codes of languages
            r"\d+/\d+/\d+ \d+:\d+\s[AP]M",
        )
    )
)


@dataclass
class Findings:
    """What was found in one language, by what it is about; each with the state it was seen in first."""

    clipped: dict[str, str] = field(default_factory=dict)
    clashes: dict[str, str] = field(default_factory=dict)
    unspoken: dict[str, str] = field(default_factory=dict)
    large: dict[str, str] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    """The texts that a translation was looked up for, in the language that nobody speaks."""


_looked_through: dict[str, Findings] = {}


def findings(application: QApplication, language: str) -> Findings:
    """Looks through every state in a language."""
    if language not in _looked_through:
        found = _looked_through[language] = Findings()
        with language_worn(application, language) as worn:
            for sight in visit(SCENES):
                _look(sight, found)
            for translator in worn.translators:
                found.asked |= getattr(translator, "asked", set())
    return _looked_through[language]


def _look(sight: Sight, found: Findings) -> None:
    found.clipped.update(dict.fromkeys(clipped_in(sight.widget), sight.name))
    found.clashes.update(dict.fromkeys(clashes_in(sight.widget), sight.name))
    for said in said_by(sight.widget):
        rest = _OTHERS.sub("", outside(said.text))
        if re.search(r"[^\W\d_]{2}", rest):
            found.unspoken[f"{said.where}: {said.text}"] = sight.name
    if not _fits(sight.widget):
        size = sight.widget.minimumSizeHint()
        found.large[sight.name] = f"{size.width()} x {size.height()}"


def _fits(widget: QWidget) -> bool:
    if isinstance(widget, QMainWindow):
        return _fits_whole(widget)
    size = widget.minimumSizeHint()
    return isinstance(widget, QMenu) or (size.width() <= SMALLEST[0] and size.height() <= SMALLEST[1])


def _fits_whole(window: QMainWindow) -> bool:
    """Whether the window does not have to scroll when it is as small as that, but for what it has to say."""
    area, before = window.centralWidget(), window.size()
    assert isinstance(area, QScrollArea)
    window.resize(*SMALLEST)
    come_to_rest()
    said = [*area.findChildren(Card), *area.findChildren(EmptyNote)]
    a_line = area.fontMetrics().lineSpacing()  # which nobody misses
    more = sum(one.height() + MARGIN for one in said if one.isVisible()) + a_line
    fits = area.horizontalScrollBar().maximum() == 0 and area.verticalScrollBar().maximum() <= more
    window.resize(before)
    come_to_rest()
    return fits


@pytest.mark.parametrize("language", [PSEUDO, *LANGUAGES])
def test_nothing_is_cut_off_without_a_tooltip(qapp: QApplication, language: str) -> None:
    assert findings(qapp, language).clipped == {}


def test_every_text_was_given_to_be_translated(qapp: QApplication) -> None:
    assert findings(qapp, PSEUDO).unspoken == {}


def test_every_text_is_in_the_catalogues(qapp: QApplication) -> None:
    """What the window looks up is what was collected from its source."""
    asked = findings(qapp, PSEUDO).asked
    assert len(asked) > 500
    assert asked - set(catalogues.said()) - MADE_UP - {"{text}"} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_given_twice_in_a_window(qapp: QApplication, language: str) -> None:
    assert findings(qapp, language).clashes == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_windows_and_dialogs_fit_a_small_screen(qapp: QApplication, language: str) -> None:
    assert findings(qapp, language).large == {}


def test_the_findings_are_found(qapp: QApplication) -> None:
    """The looking itself: a text cut off, one that nobody translated, a letter given twice."""
    window = QWidget()
    line = QHBoxLayout(window)
    for text in ("&Send", "&Save"):
        line.addWidget(QPushButton(text))
    cut_off = QLabel("a long text")
    cut_off.setFixedWidth(20)
    line.addWidget(cut_off)
    window.show()
    qapp.processEvents()
    found = Findings()
    _look(Sight("made up", window), found)
    window.close()
    assert ["a long text" in sentence for sentence in found.clipped] == [True]
    assert list(found.clashes) == ["Alt+S is given to &Send, &Save"]
    assert {text.rpartition(": ")[2] for text in found.unspoken} == {"&Send", "&Save", "a long text"}
