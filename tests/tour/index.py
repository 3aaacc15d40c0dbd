"""The pictures of many states beside each other: sheets to look over, and a page that leads to each picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

_COLUMNS, _ROWS = 3, 4
_CELL = QSize(660, 440)
_CAPTION = 24
_GAP = 8


def write_index(folder: Path, taken: Mapping[str, Sequence[Path]]) -> Path:
    """Writes ``index.html`` with every series beside each other, and sheets of each; returns the page."""
    names = list(dict.fromkeys(path.name for paths in taken.values() for path in paths))
    head = "".join(f"<th>{escape(series)}</th>" for series in taken)
    rows = "".join(_row(name, taken) for name in names)
    page = folder / "index.html"
    page.write_text(
        "<!doctype html><meta charset=utf-8><title>bxdesk: every state</title>"
        "<style>body{font:14px sans-serif}td{vertical-align:top}img{width:440px}</style>"
        f"<table><tr><th></th>{head}</tr>{rows}</table>",
        encoding="utf-8",
    )
    for series, paths in taken.items():
        for number, sheet in enumerate(_sheets(paths), 1):
            sheet.save(str(folder / f"{series}-{number}.png"))
    return page


def _row(name: str, taken: Mapping[str, Sequence[Path]]) -> str:
    cells = "".join(
        f'<td><a href="{series}/{name}"><img src="{series}/{name}" loading="lazy"></a></td>' for series in taken
    )
    return f"<tr><th>{escape(name.removesuffix('.png'))}</th>{cells}</tr>"


def _sheets(paths: Sequence[Path]) -> Iterator[QImage]:
    size = _COLUMNS * _ROWS
    for begin in range(0, len(paths), size):
        yield _sheet(paths[begin : begin + size])


def _sheet(paths: Sequence[Path]) -> QImage:
    rows = -(-len(paths) // _COLUMNS)
    across, down = _CELL.width() + _GAP, _CELL.height() + _CAPTION + _GAP
    sheet = QImage(_COLUMNS * across + _GAP, rows * down + _GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#7f7f7f"))
    painter = QPainter(sheet)
    painter.setFont(QFont(painter.font().family(), 11))
    for number, path in enumerate(paths):
        left, top = _GAP + number % _COLUMNS * across, _GAP + number // _COLUMNS * down
        painter.drawText(QRect(left, top, _CELL.width(), _CAPTION), Qt.AlignmentFlag.AlignVCenter, path.stem)
        picture = QImage(str(path))
        if picture.width() > _CELL.width() or picture.height() > _CELL.height():
            picture = picture.scaled(
                _CELL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        painter.drawImage(left, top + _CAPTION, picture)
    painter.end()
    return sheet
