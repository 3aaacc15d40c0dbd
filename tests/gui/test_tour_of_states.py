"""The command that takes a picture of every state."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.scenes.dialogs import DIALOGS
from tests.tour.states import Series, take_states


def test_each_series_gets_its_pictures_a_sheet_and_a_place_on_the_page(qapp: QApplication, tmp_path: Path) -> None:
    series = [Series("en", "light"), Series("de", "dark", right_to_left=True)]
    page = take_states(qapp, tmp_path, series, "rename", DIALOGS)
    for name in ("en-light", "de-dark-rtl"):
        (picture,) = (tmp_path / name).glob("*-rename.png")
        assert QImage(str(picture)).width() > 200
        assert (tmp_path / f"{name}-1.png").exists()
        assert f"{name}/{picture.name}" in page.read_text(encoding="utf-8")
