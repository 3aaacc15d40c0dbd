"""One topic of the help, to be read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from bxdesk.gui.drawing.drawings import drawing_of
from bxdesk.gui.drawing.preview import Picture
from bxdesk.gui.help.card_topic import card_sections
from bxdesk.gui.help.help_topics import CARD, HOW, KEYS, PORTALS, Topic, has_objects, several_portals, steps, title_of
from bxdesk.gui.help.key_topic import key_sections
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.language import reader_language
from bxdesk.gui.parts.links import OpenAddress, PageButton
from bxdesk.gui.parts.theme import GAP, MARGIN, Text, Tone
from bxdesk.gui.parts.wording import translated
from bxdesk.placements.catalogue import documentation_page, note_of
from bxdesk.placements.codes import pattern_of
from bxdesk.placements.families.crm import BUILT_IN_INTERFACE
from bxdesk.placements.families.record import Family
from bxdesk.placements.permissions import permission_title
from bxdesk.support.drawings import HEIGHT, WIDTH
from bxdesk.support.resources import resource

_PICTURE = 1.9
"""How many pixels a unit of a drawing has, at the usual size of text."""


class HelpPage(QScrollArea):
    """Shows one topic at a time."""

    told = Signal(str)
    """What came of a link, where that is not to be seen in the browser."""

    def __init__(self, open_address: OpenAddress, scopes: frozenset[str] | None, parent: QWidget | None = None) -> None:
        """``scopes`` are the app's permissions on the portal that is shown, None where there is none."""
        super().__init__(parent)
        self._open_address = open_address
        self.scopes = scopes
        self.setObjectName("helpPage")
        self.setAccessibleName(self.tr("The chosen topic"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_topic(self, topic: Topic, code: str = "") -> None:
        """Shows a topic; of a place, what concerns the placement with this code comes first."""
        page = QWidget()
        page.setAutoFillBackground(False)
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        heading = Text(topic.title).enlarge(1.25)
        heading.setObjectName("helpHeading")
        column.addWidget(heading)
        if topic.family is not None:
            self._add_place(column, topic.family, code)
        elif topic.key == HOW:
            column.addLayout(_numbered(steps()))
        elif topic.key == PORTALS:
            column.addLayout(_numbered(several_portals()))
        elif topic.key in (CARD, KEYS):
            for title, lines in card_sections() if topic.key == CARD else key_sections():
                column.addWidget(Text(title).enlarge(1.0))
                column.addLayout(_pairs(lines))
        else:
            self._add_others(column, code)
        column.addStretch(1)
        self.setWidget(page)

    def _add_place(self, column: QVBoxLayout, family: Family, code: str) -> None:
        column.addWidget(self._picture(family), 0, Qt.AlignmentFlag.AlignLeft)
        for about in _blocks(family, code):
            column.addLayout(self._block(family, about))
        facts = [(self.tr("Permissions"), self._permissions(family))]
        if family.options:
            facts.append((self.tr("Options"), self._options(family)))
        if has_objects(family):
            facts.append((self.tr("There is one for"), ", ".join(title_of(pattern) for pattern in family.patterns)))
        if family.one_per_app:
            facts.append((self.tr("How many"), self.tr("One for each app.")))
        column.addLayout(_pairs(facts))
        if any(option.key == BUILT_IN_INTERFACE for option in family.options):
            self._add_sample(column)

    def _add_sample(self, column: QVBoxLayout) -> None:
        """A page to begin with, where an ordinary one would show nothing."""
        column.addWidget(Text(self.tr("A page for the built-in interface")).enlarge(1.0))
        says = self.tr(
            "The portal loads it unseen and draws what its script asks for. Copy it, put it on your server, and enter "
            "its address as the handler. Without the built-in interface it shows a sentence of its own."
        )
        column.addWidget(Text(says))
        sample = QPlainTextEdit(resource("pages", "built-in-interface.html").read_text(encoding="utf-8"))
        sample.setObjectName("samplePage")
        sample.setAccessibleName(self.tr("A page for the built-in interface"))
        sample.setReadOnly(True)
        sample.setTabChangesFocus(True)
        sample.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        sample.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        sample.setMinimumHeight(sample.fontMetrics().lineSpacing() * 12)
        copy = Button(self.tr("&Copy the page"), "copySampleButton")
        copy.clicked.connect(partial(self._copy, sample.toPlainText()))
        column.addWidget(sample)
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(self.tr("Copied."))

    def _add_others(self, column: QVBoxLayout, code: str) -> None:
        says = self.tr(
            "Places that your portal offers and nobody has documented. They can be bound like any other; where people "
            "come upon them only trying will tell."
        )
        text = Text(says)
        text.setObjectName("helpText")
        column.addWidget(text)
        column.addWidget(self._link(code), 0, Qt.AlignmentFlag.AlignLeft)

    def _picture(self, family: Family) -> Picture:
        picture = Picture()
        picture.setAccessibleName(self.tr("Where people will see it"))
        picture.show_place(drawing_of(family), self.tr("Your widget"))
        unit = _PICTURE * self.fontMetrics().height() / 16
        picture.setFixedSize(round(WIDTH * unit), round(HEIGHT * unit))
        return picture

    def _block(self, family: Family, about: tuple[str, ...]) -> QVBoxLayout:
        block = QVBoxLayout()
        block.setSpacing(GAP // 2)
        if not has_objects(family) and len(family.patterns) > 1:
            title = Text(", ".join(title_of(pattern) for pattern in about)).enlarge(1.0)
            title.setObjectName("helpPlace")
            block.addWidget(title)
        text = Text(translated(note_of(about[0])))
        text.setObjectName("helpText")
        block.addWidget(text)
        block.addWidget(self._link(about[0]), 0, Qt.AlignmentFlag.AlignLeft)
        return block

    def _link(self, code: str) -> PageButton:
        link = PageButton(self.tr("Documentation"), "helpDocumentationButton", _documentation(code), self._open_address)
        link.told.connect(self.told)
        return link

    def _permissions(self, family: Family) -> str:
        needed = ("placement", *((family.permission,) if family.permission else ()))
        text = ", ".join(translated(permission_title(permission)) for permission in needed)
        if self.scopes is None or self.scopes.issuperset(needed):
            return text
        missing = ", ".join(translated(permission_title(one)) for one in needed if one not in self.scopes)
        lacks = self.tr("Your app lacks {permissions}: tick it in the app's card on the portal.")
        return f"{text}. {lacks.format(permissions=missing)}"

    def _options(self, family: Family) -> str:
        needed = self.tr("{option} (needed)")
        titles = [(translated(option.title), option.required) for option in family.options]
        return ", ".join(needed.format(option=title) if required else title for title, required in titles)


def _documentation(code: str) -> str:
    return documentation_page(code, reader_language())


def _blocks(family: Family, code: str) -> list[tuple[str, ...]]:
    """The family's patterns, together where they say the same; those of ``code`` first."""
    together: dict[tuple[str, str], list[str]] = {}
    for pattern in family.patterns:
        together.setdefault((str(note_of(pattern)), _documentation(pattern)), []).append(pattern)
    blocks = [tuple(patterns) for patterns in together.values()]
    return sorted(blocks, key=lambda patterns: pattern_of(code) not in patterns)


def _numbered(sentences: Iterable[str]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GAP)
    for number, sentence in enumerate(sentences, start=1):
        line = QHBoxLayout()
        line.setSpacing(MARGIN)
        line.addWidget(Text(str(number), Tone.ACCENT).enlarge(1.0), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(sentence), 1)
        column.addLayout(line)
    return column


def _pairs(pairs: Iterable[tuple[str, str]]) -> QFormLayout:
    made = QFormLayout()
    made.setHorizontalSpacing(MARGIN + 4)
    made.setVerticalSpacing(GAP)
    made.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for left, right in pairs:
        label = Text(left, Tone.MUTED)
        label.setWordWrap(False)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        made.addRow(label, Text(right))
    return made
