"""Light and dark, switched while the window is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QHoverEvent, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QScrollBar,
    QWidget,
)

from bxdesk.gui.bindings.bindings_model import CHANGE
from bxdesk.gui.bindings.changed_cells import ChangedCells
from bxdesk.gui.parts.button import BarButton, Button, CheckBox, PrimaryButton, RadioButton
from bxdesk.gui.parts.flat.style import apply_flat_style
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.links import LinkButton
from bxdesk.gui.parts.progress_bar import ProgressBar
from bxdesk.gui.parts.scheme import apply_palette
from bxdesk.gui.parts.segments import Segment
from bxdesk.gui.parts.tables import FittedTable, RowTable, RowTree
from bxdesk.gui.parts.theme import ROW_AIR, Text, Tone, colour, is_dark
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, portal_snapshot, problem
from tests.gui.theming import darken

_DIRECTIONS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


def _luminance(tint: QColor) -> float:
    parts = [tint.redF(), tint.greenF(), tint.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.usefixtures("palette")
@pytest.mark.parametrize("dark", [False, True])
def test_every_tone_can_be_read_on_windows_and_in_lists(qapp: QApplication, dark: bool) -> None:
    if dark:
        darken(qapp)
    assert is_dark() is dark
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        for tone in Tone:
            assert _contrast(colour(tone), qapp.palette().color(role)) >= 4.5, (tone, role)


@pytest.mark.usefixtures("palette")
def test_the_open_window_follows_the_theme(qapp: QApplication, start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(problems=(problem(),))))
    person.ready()
    person.tick("Deal")
    search = person.see(QLineEdit, "placementFilter").actions()[0]
    before = search.icon().cacheKey()
    darken(qapp)
    person.pause(20)
    ground = qapp.palette().color(QPalette.ColorRole.Window)
    seen = [text for text in person.window.findChildren(Text) if text.isVisible() and text.text()]
    assert len(seen) > 5
    for text in seen:
        assert _contrast(text.palette().color(QPalette.ColorRole.WindowText), ground) >= 4.5, text.text()
    assert search.icon().cacheKey() != before


@pytest.mark.usefixtures("palette", "qapp")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_edge_of_an_empty_checkbox_can_be_seen(theme: str) -> None:
    apply_palette(theme)
    apply_flat_style()
    try:
        box = CheckBox("", "check")
        box.resize(box.sizeHint())
        image = box.grab().toImage()
        ground = box.palette().color(QPalette.ColorRole.Window)
        row = [image.pixelColor(x, image.height() // 2).lightness() for x in range(image.width() // 2)]
        assert max(abs(tint - ground.lightness()) for tint in row[:4]) > 40
    finally:
        apply_palette("system")


@pytest.mark.usefixtures("palette", "qapp")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_list_that_drops_down_keeps_its_arrow_and_wears_a_ring_while_it_has_the_focus(theme: str) -> None:
    apply_palette(theme)
    apply_flat_style()
    window = QWidget()
    box, other = QComboBox(window), QLineEdit(window)
    box.addItem("Entry")
    box.resize(120, 28)
    other.move(0, 40)
    try:
        window.show()
        window.activateWindow()
        other.setFocus()
        box.setFocus()
        QTest.qWait(0)
        assert box.hasFocus()
        image = box.grab().toImage()
        assert [image.pixelColor(x, 14).name() for x in (0, 1)] == [colour(Tone.ACCENT).name()] * 2
        arrow = {image.pixelColor(x, y).lightness() for x in range(96, 116) for y in range(4, 24)}
        assert max(arrow) - min(arrow) > 100
    finally:
        window.deleteLater()
        apply_palette("system")


@pytest.mark.usefixtures("palette", "qapp")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_sign_in_a_menu_can_be_seen_where_the_pointer_is(theme: str) -> None:
    apply_palette(theme)
    apply_flat_style()
    menu = QMenu()
    try:
        action = menu.addAction(icon("bound", Tone.GOOD), "Entry")
        action.setIconVisibleInMenu(True)
        menu.popup(QPoint(0, 0))
        menu.setActiveAction(action)
        image = menu.grab(menu.actionGeometry(action).adjusted(0, 0, -20, 0)).toImage()
        inks = {image.pixelColor(x, y).name() for x in range(4, 26) for y in range(image.height())}
        assert menu.palette().color(QPalette.ColorRole.HighlightedText).name() in inks
    finally:
        menu.close()
        menu.deleteLater()
        apply_palette("system")


@pytest.mark.usefixtures("palette", "qapp")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("checked", [False, True])
@pytest.mark.parametrize("kind", [Button, PrimaryButton, BarButton, Segment, CheckBox, RadioButton, LinkButton])
def test_what_can_be_pressed_answers_the_pointer_and_shows_the_focus(
    theme: str, kind: Callable[[str, str, QWidget], QAbstractButton], *, checked: bool
) -> None:
    apply_palette(theme)
    apply_flat_style()
    window = QWidget()
    button, other = kind("Word", "word", window), QLineEdit(window)
    other.move(0, 60)
    button.resize(button.sizeHint())
    button.setCheckable(checked or button.isCheckable())
    button.setChecked(checked)
    try:
        window.show()
        window.activateWindow()
        other.setFocus()
        QTest.qWait(0)
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)  # wherever the pointer is
        plain = button.grab().toImage()
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        pointed_at = button.grab().toImage()
        assert pointed_at != plain
        if kind is not LinkButton:
            button.setDown(True)
            assert button.grab().toImage() not in (plain, pointed_at)
            button.setDown(False)
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        focused = button.grab().toImage()
        pixels = [(x, y) for x in range(plain.width()) for y in range(plain.height())]
        changes = [(plain.pixelColor(*at), focused.pixelColor(*at)) for at in pixels]
        assert sum(_contrast(*change) >= 3 for change in changes) >= plain.width()
    finally:
        window.deleteLater()
        apply_palette("system")


def test_an_icon_takes_the_colour_of_its_tone() -> None:
    image = icon("bind", Tone.BAD).pixmap(64, 64).toImage()
    inks = {image.pixelColor(x, 32).name() for x in range(64) if image.pixelColor(x, 32).alpha() == 255}
    assert inks == {colour(Tone.BAD).name()}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("side", "ratio"), [(16, 1.0), (18, 1.25), (36, 3.0), (400, 2.0)])
def test_an_icon_is_drawn_at_the_size_that_is_asked_for(side: int, ratio: float) -> None:
    drawn = icon("error", Tone.BAD).pixmap(QSize(side, side), ratio)
    assert drawn.deviceIndependentSize().toSize() == QSize(side, side)
    image = drawn.toImage()
    assert image.width() == pytest.approx(side * ratio, abs=0.5)
    shades = [image.pixelColor(x, image.height() // 2).alpha() for x in range(image.width())]
    assert sum(0 < alpha < 255 for alpha in shades) <= 10, "soft edges"


@pytest.mark.usefixtures("palette")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_where_the_platform_has_no_colours_all_that_is_written_can_be_read(qapp: QApplication, theme: str) -> None:
    role = QPalette.ColorRole
    apply_palette(theme)
    try:
        worn = qapp.palette()
        assert is_dark() is (theme == "dark")
        for ground in (role.Window, role.Base):
            for text in (role.Text, role.PlaceholderText, role.Link):
                assert _contrast(worn.color(text), worn.color(ground)) >= 4.5, (text, ground)
            for tone in Tone:
                assert _contrast(colour(tone), worn.color(ground)) >= 4.5, (tone, ground)
        assert _contrast(worn.color(role.HighlightedText), worn.color(role.Highlight)) >= 4.5
    finally:
        apply_palette("system")


@pytest.mark.usefixtures("palette")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_word_on_the_button_to_press_can_be_read(qapp: QApplication, theme: str) -> None:
    apply_palette(theme)
    apply_flat_style()
    try:
        button = Button("MMMM", "go")
        button.setDefault(True)
        image = button.grab().toImage()
        ground = image.pixelColor(6, image.height() // 2)
        assert ground == qapp.palette().color(QPalette.ColorRole.Highlight)
        tints = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
        assert max(_contrast(tint, ground) for tint in tints) >= 4.5
    finally:
        apply_palette("system")


@pytest.mark.usefixtures("qapp")
def test_a_scroll_bar_is_moved_by_its_handle_and_by_its_groove() -> None:
    apply_flat_style()
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.resize(14, 200)
    bar.setRange(0, 100)
    bar.setPageStep(100)
    bar.show()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(7, 190))
    assert bar.value() == 100
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(7, 2))
    assert bar.value() == 0
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(7, 50))
    QTest.mouseMove(bar, QPoint(7, 100))
    assert bar.value() == 50
    bar.close()


@pytest.mark.usefixtures("palette")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", [RowTable, RowTree])
def test_only_where_the_keys_go_a_selected_row_stands_out(
    qapp: QApplication, theme: str, kind: type[RowTable | RowTree]
) -> None:
    apply_palette(theme)
    apply_flat_style()
    window = QWidget()
    view, other = kind("view", "View", window), QLineEdit(window)
    other.move(0, 200)
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), "Row")
    view.setModel(model)
    try:
        window.show()
        window.activateWindow()
        view.setCurrentIndex(model.index(0, 0))
        view.setFocus()
        QTest.qWait(0)
        bright = _ground_of_row(view)
        assert bright == qapp.palette().color(QPalette.ColorRole.Highlight)
        other.setFocus()
        pale = _ground_of_row(view)
        assert pale not in (bright, qapp.palette().color(QPalette.ColorRole.Base))
        for tone in Tone:
            assert _contrast(colour(tone), pale) >= 4.5, tone
    finally:
        window.deleteLater()
        apply_palette("system")


@pytest.mark.usefixtures("qapp", "palette")
@pytest.mark.parametrize("kind", [RowTable, RowTree, QListView])
def test_a_row_leaves_room_beside_its_text_and_answers_the_pointer(kind: type[QAbstractItemView]) -> None:
    apply_palette("light")
    apply_flat_style()
    view = kind("view", "View") if issubclass(kind, (RowTable, RowTree)) else kind()
    model = QStandardItemModel(3, 2)
    for row in range(3):
        model.setData(model.index(row, 1), "MMMM")
        model.setData(model.index(row, 0), "MMMM")
    view.setModel(model)
    try:
        view.show()
        first, port = view.visualRect(model.index(1, int(kind is RowTree))), view.viewport()
        image = port.grab(first).toImage()
        middle = range(6, image.height() - 6)
        ink = [x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 100 for y in middle)]
        assert 9 <= ink[0] <= 12
        plain = image.pixelColor(4, 10)
        QTest.mouseMove(port, QPoint(1, port.height() - 1))  # or it may be where it was left, which is no move
        QTest.mouseMove(port, first.center())
        at = QPointF(first.center())
        hover = QHoverEvent(QEvent.Type.HoverMove, at, port.mapToGlobal(at), QPointF())
        QCoreApplication.sendEvent(port, hover)
        image = port.grab(view.visualRect(model.index(1, 0))).toImage()
        grounds = {image.pixelColor(x, 10).name() for x in (2, image.width() - 3)}
        assert len(grounds) == 1
        assert grounds != {plain.name()}
    finally:
        view.deleteLater()
        apply_palette("system")


@pytest.mark.usefixtures("qapp")
def test_a_row_is_as_high_as_the_lines_that_its_text_takes_in_the_room_that_it_has() -> None:
    apply_flat_style()
    view, text = FittedTable("view", "View"), "Several words here"
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), text)
    view.setModel(model)
    try:
        view.show()
        word, line = view.fontMetrics().horizontalAdvance(text), view.fontMetrics().height()
        for around, lines in ((30, 1), (12, 2)):
            view.setColumnWidth(0, word + around)
            QTest.qWait(10)  # rows are fitted after every column has its width
            assert view.rowHeight(0) == lines * line + ROW_AIR
    finally:
        view.deleteLater()


@pytest.mark.usefixtures("palette")
@pytest.mark.parametrize("direction", _DIRECTIONS)
def test_in_the_row_that_the_keys_are_at_a_change_and_the_ring_are_whole(
    qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    apply_palette("light")
    apply_flat_style()
    view, model = RowTable("view", "View"), QStandardItemModel(1, 3)
    model.setData(model.index(0, 2), ["MMMM", "WWWW"], CHANGE)
    view.setLayoutDirection(direction)
    view.setModel(model)
    view.setItemDelegateForColumn(2, ChangedCells(view))
    view.resize(600, 200)
    try:
        view.show()
        view.activateWindow()
        view.setFocus()
        view.selectRow(0)
        qapp.processEvents()
        row = view.visualRect(model.index(0, 0)).united(view.visualRect(model.index(0, 2)))
        assert row.width() < view.viewport().width(), "the columns do not fill the table"
        white, ring, image = QColor("white"), 2, view.viewport().grab(row).toImage()
        middle, ends = row.height() // 2, {row.width() - 1 - ring, ring}
        assert {x for x in range(row.width()) if image.pixelColor(x, ring + 4) == white} >= ends
        changed = view.visualRect(model.index(0, 2)).translated(-row.topLeft())
        inside = range(2 * ring, row.width() - 2 * ring)
        texts = [x for x in inside if image.pixelColor(x, middle).lightness() > 200]
        assert len(texts) > 20
        assert all(changed.left() <= x <= changed.right() for x in texts)
    finally:
        view.deleteLater()
        apply_palette("system")


@pytest.mark.usefixtures("palette")
@pytest.mark.parametrize("direction", _DIRECTIONS)
@pytest.mark.parametrize("kind", [FittedTable, RowTree])
def test_a_box_in_a_row_is_clicked_where_it_is_seen(
    qapp: QApplication, kind: type[FittedTable | RowTree], direction: Qt.LayoutDirection
) -> None:
    apply_palette("light")
    apply_flat_style()
    view = kind("view", "View")
    view.setLayoutDirection(direction)
    item = QStandardItem("Row")
    item.setCheckable(True)
    item.setCheckState(Qt.CheckState.Checked)
    model = QStandardItemModel()
    model.appendRow([item])
    view.setModel(model)
    try:
        view.show()
        row = view.visualRect(model.index(0, 0))
        image = view.viewport().grab(row).toImage()
        box, middle = qapp.palette().color(QPalette.ColorRole.Highlight), row.height() // 2
        painted = [x for x in range(image.width()) if image.pixelColor(x, middle) == box]
        for edge, state in ((painted[0], Qt.CheckState.Unchecked), (painted[-1], Qt.CheckState.Checked)):
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(edge, middle))
            assert item.checkState() is state
    finally:
        view.deleteLater()
        apply_palette("system")


def _ground_of_row(view: RowTable | RowTree) -> QColor:
    row = view.visualRect(view.model().index(0, 0))
    return view.viewport().grab().toImage().pixelColor(row.right() - 8, row.center().y())


@pytest.mark.usefixtures("qapp")
def test_a_bar_of_unknown_length_is_never_full_and_moves_only_in_sight() -> None:
    apply_flat_style()
    bar = ProgressBar("bar", "Reading")
    bar.setFixedWidth(200)
    bar.show_progress(0, 0)
    assert not _frames_of(bar)
    bar.show()
    accent = bar.palette().color(QPalette.ColorRole.Highlight)
    image = bar.grab().toImage()
    filled = [x for x in range(200) if image.pixelColor(x, 4) == accent]
    assert 50 < len(filled) < 75
    assert _frames_of(bar)
    for change, moves in ((partial(bar.show_progress, 1, 2), 0), (partial(bar.show_progress, 0, 0), 1), (bar.hide, 0)):
        change()
        QTest.qWait(60)  # in which the last frame comes
        assert bool(_frames_of(bar)) == moves
    bar.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_a_bar_is_painted_after_what_goes_on_and_not_in_the_middle_of_it() -> None:
    bar, frames = ProgressBar("bar", "Reading"), _Frames()
    bar.show_progress(1, 10)
    bar.show()
    QTest.qWait(20)
    bar.installEventFilter(frames)
    for done in range(2, 9):
        bar.show_progress(done, 10)
    assert frames.painted == 0
    QTest.qWait(50)
    assert 1 <= frames.painted <= 2
    bar.deleteLater()


def _frames_of(bar: ProgressBar) -> int:
    """How often it moves in a while."""
    frames = _Frames()
    bar.installEventFilter(frames)
    QTest.qWait(120)
    bar.removeEventFilter(frames)
    return frames.painted


class _Frames(QObject):
    """Counts how often a widget is painted."""

    painted = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        self.painted += event.type() is QEvent.Type.Paint
        return False
