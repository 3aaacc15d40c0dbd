"""Light and dark, switched while the window is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from bxdesk.gui.parts.check_box import CheckBox
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.theme import Text, Tone, colour, is_dark, wear_scheme
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, portal_snapshot, problem
from tests.gui.theming import darken


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


@pytest.mark.usefixtures("qapp")
@pytest.mark.usefixtures("palette", "qapp")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_edge_of_an_empty_checkbox_can_be_seen(theme: str) -> None:
    wear_scheme(theme)
    try:
        box = CheckBox("", "check")
        box.resize(box.sizeHint())
        image = box.grab().toImage()
        ground = box.palette().color(QPalette.ColorRole.Window)
        row = [image.pixelColor(x, image.height() // 2).lightness() for x in range(image.width() // 2)]
        assert max(abs(tint - ground.lightness()) for tint in row[:4]) > 40
    finally:
        wear_scheme("system")


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
