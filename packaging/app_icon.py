"""Draws the program's icon in the forms that systems ask for: PNG, ICO and ICNS, from the one SVG.

Usage: app_icon.py SVG FOLDER
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def png(drawing: QSvgRenderer, size: int) -> bytes:
    """The drawing as a square PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError(f"no PNG of {size} pixels could be made")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon with these PNGs."""
    offset = 6 + 16 * len(pictures)
    entries, bodies = b"", b""
    for size, body in pictures.items():
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), offset + len(bodies))
        bodies += body
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + bodies


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """A macOS icon with these PNGs by their type."""
    chunks = b"".join(kind + struct.pack(">I", len(body) + 8) + body for kind, body in pictures.items())
    return b"icns" + struct.pack(">I", len(chunks) + 8) + chunks


def main(source: Path, folder: Path) -> None:
    """Writes everything into the folder."""
    drawing = QSvgRenderer(QByteArray(source.read_bytes()))
    if not drawing.isValid():
        raise ValueError(f"{source} is no SVG that Qt can draw")
    folder.mkdir(parents=True, exist_ok=True)
    for size in PNG_SIZES:
        (folder / f"bxdesk-{size}.png").write_bytes(png(drawing, size))
    (folder / "bxdesk.ico").write_bytes(ico({size: png(drawing, size) for size in ICO_SIZES}))
    (folder / "bxdesk.icns").write_bytes(icns({kind: png(drawing, size) for kind, size in ICNS_TYPES.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
