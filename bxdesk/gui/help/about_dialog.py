"""What bxdesk is, what it is made of here, and where it keeps things."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bxdesk import __version__
from bxdesk.errors import Problem
from bxdesk.gui.help.report_button import ReportButton
from bxdesk.gui.help.reporter import Reporter
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.icons import app_icon
from bxdesk.gui.parts.theme import GAP, MARGIN, Field, Text, Tone
from bxdesk.gui.parts.wording import full_text, tip
from bxdesk.gui.self_check import qt_version
from bxdesk.gui.session.session import Session
from bxdesk.gui.settings.keyring_line import KeyringLine
from bxdesk.support.self_check import Fact


class AboutDialog(FittedDialog):
    """Shown at once; what takes time to find out follows."""

    def __init__(self, session: Session, reporter: Reporter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("About bxdesk"))
        self._session = session
        self._reporter = reporter
        self._values: dict[str, Text] = {}
        self._facts = QFormLayout()
        self._note = Text(tone=Tone.MUTED)
        self._note.setObjectName("aboutNote")
        self._report = ReportButton(reporter)
        self._close = QPushButton(self.tr("C&lose"))
        self._close.setObjectName("aboutCloseButton")
        self._close.setDefault(True)
        self._add_lines()
        self._lay_out()
        self._report.told.connect(self._note.setText)
        self._close.clicked.connect(self.reject)
        reporter.found.connect(self._show)
        reporter.failed.connect(self._tell)
        reporter.look()

    def _add_lines(self) -> None:
        asking = self.tr("Looking…")
        self._line("python", "Python", asking)
        self._line("qt", "Qt", qt_version().value)
        self._line("libraries", self.tr("Libraries"), asking)
        self._line("system", self.tr("System"), asking)
        self._facts.addRow(_label(self.tr("Secrets are kept in")), KeyringLine(self._session))
        folders = self._reporter.folders
        if folders is None:
            self._line("kept", self.tr("History and log"), self.tr("nowhere: of a demo portal nothing is kept"))
            return
        self._folder("aboutSettings", self.tr("Settings and drafts"), folders.config)
        self._folder("aboutHistory", self.tr("History"), folders.state)
        self._folder("aboutLog", self.tr("Log"), folders.log)

    def _line(self, name: str, label: str, text: str) -> None:
        value = self._values[name] = Text(text)
        value.setObjectName(f"about{name.capitalize()}")
        value.setAccessibleName(label)
        value.setAccessibleDescription(text)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts.addRow(_label(label), value)

    def _folder(self, name: str, label: str, folder: Path) -> None:
        """A line to copy from: paths are long and have no blanks to wrap at."""
        field = Field(name, label)
        field.setReadOnly(True)
        field.setFrame(False)
        field.setTextMargins(-2, 0, 0, 0)  # where other values begin
        palette = field.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        field.setPalette(palette)
        field.setText(str(folder))
        field.setToolTip(tip(str(folder)))
        field.setCursorPosition(0)
        heading = _label(label)
        heading.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        heading.setFixedHeight(field.sizeHint().height())
        self._facts.addRow(heading, field)

    def _say(self, name: str, text: str) -> None:
        self._values[name].setText(text)
        self._values[name].setAccessibleDescription(text)

    def _lay_out(self) -> None:
        side = self.fontMetrics().height() * 3
        logo = QLabel()
        logo.setPixmap(app_icon().pixmap(side, side))
        title = Text(f"bxdesk {__version__}").enlarge(1.5)
        title.setObjectName("aboutTitle")
        says = Text(self.tr("Puts an application's widgets into Bitrix24 portals."), Tone.MUTED)
        beside = QVBoxLayout()
        beside.setSpacing(GAP // 2)
        beside.addWidget(title)
        beside.addWidget(says)
        head = QHBoxLayout()
        head.setSpacing(2 * GAP)
        head.addWidget(logo)
        head.addLayout(beside, 1)
        self._facts.setHorizontalSpacing(MARGIN)
        self._facts.setVerticalSpacing(GAP - 2)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        buttons = button_box((self._report, Role.HelpRole), (self._close, Role.RejectRole))
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addLayout(head)
        column.addLayout(self._facts)
        column.addWidget(self._licence())
        column.addWidget(self._note)
        column.addStretch(1)
        self.compose(column, buttons, letters=48)

    def _licence(self) -> Text:
        text = Text(
            self.tr(
                "bxdesk is free software under the MIT licence. It uses Qt and Qt for Python (PySide6) under the GNU "
                "Lesser General Public License, version 3: they are files of their own, which you may replace with "
                "compatible builds. The texts of these and all other licences come with the program."
            )
        )
        text.setObjectName("aboutLicence")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return text

    def _show(self, facts: tuple[Fact, ...]) -> None:
        found: Mapping[str, Fact] = {fact.name: fact for fact in facts}
        frozen = found["built as"].value == "executable"
        self._say("python", found["Python"].value)
        names = ("httpx", "keyring library", "pydantic")
        self._say("libraries", ", ".join(f"{name.split()[0]} {found[name].value}" for name in names))
        kind = self.tr("executable") if frozen else self.tr("Python package")
        self._say("system", f"{found['system'].value} ({kind})")

    def _tell(self, problem: Problem) -> None:
        self._note.setText(full_text(problem))


def _label(text: str) -> Text:
    label = Text(text, Tone.MUTED)
    label.setWordWrap(False)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
