"""Whether Qt has all that the window needs of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import PySide6
from PySide6.QtCore import QLibraryInfo, QPluginLoader, qVersion
from PySide6.QtGui import QGuiApplication, QImageReader, QPixmap

from bxdesk.gui.parts.language import LANGUAGES
from bxdesk.support.resources import resource
from bxdesk.support.self_check import Fact

_PLATFORM = {"win32": "qwindows", "darwin": "qcocoa"}.get(sys.platform, "qxcb")


def qt_facts() -> Iterable[Fact]:
    """Facts about Qt; starts it, without a window."""
    yield qt_version()
    yield _platform_plugin()
    started = None if QGuiApplication.instance() else _start_qt()
    yield Fact("screen", QGuiApplication.platformName())
    formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    drawn = not QPixmap(str(resource("icons", "app.svg"))).isNull()
    yield Fact("drawings", "SVG" if drawn else "no SVG", ok=drawn and "svg" in formats)
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    found = [language for language in sorted(LANGUAGES) if (folder / f"qtbase_{language}.qm").is_file()]
    yield Fact("Qt's own languages", ", ".join(found), ok=len(found) == len(LANGUAGES))
    import_module("bxdesk.gui.app")
    yield Fact("window", "can be opened")
    if started is not None:
        started.shutdown()


def qt_version() -> Fact:
    """Which Qt this is."""
    return Fact("Qt", f"{qVersion()}, PySide6 {PySide6.__version__}")


def _platform_plugin() -> Fact:
    """Loads what Qt needs for a window; a library that this system lacks is named by it."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    files = [path for path in plugins.glob("*") if path.stem.removeprefix("lib") == _PLATFORM]
    if not files:
        return Fact("Qt's platform plugin", f"{_PLATFORM} is missing", ok=False)
    loader = QPluginLoader(str(files[0]))
    loaded = loader.load()
    return Fact("Qt's platform plugin", _PLATFORM if loaded else loader.errorString(), ok=loaded)


def _start_qt() -> QGuiApplication:
    on_linux = sys.platform.startswith("linux")
    if on_linux and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # without a screen Qt would abort
    return QGuiApplication([sys.argv[0]])
