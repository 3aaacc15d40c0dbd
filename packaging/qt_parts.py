"""Which of the files that PyInstaller found stay in the executable.

Qt's wheel brings far more than a window needs. What is kept is named here; what nothing kept asks for goes too
(GTK and Kerberos come in by a plugin and a library that bxdesk never uses).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from posixpath import normpath

Entry = tuple[str, str, str]
"""Name in the bundle, path on this computer, PyInstaller's kind of file."""

UNUSED_MODULES = [
    "tkinter", "unittest", "pydoc", "doctest", "lib2to3", "sqlite3", "setuptools", "distutils", "PySide6.QtNetwork",
    "httpx._main",
]  # fmt: skip
"""Some library mentions each of them; nothing that runs needs one. (httpx has a command line of its own.)"""

LANGUAGES = ("de", "en", "es", "ru")

PLUGINS = frozenset(
    {
        # screens; offscreen serves tests and the self-check
        "platforms/qxcb",
        "platforms/qwayland",
        "platforms/qoffscreen",
        "platforms/qwindows",
        "platforms/qcocoa",
        # light or dark, and the desktop's own file dialogs
        "platformthemes/qxdgdesktopportal",
        "styles/qmodernwindowsstyle",
        "styles/qmacstyle",
        # typing in any script
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        # how windows reach the screen
        "xcbglintegrations/qxcb-glx-integration",
        "xcbglintegrations/qxcb-egl-integration",
        "wayland-shell-integration/xdg-shell",
        "wayland-decoration-client/adwaita",
        "wayland-decoration-client/bradient",
        "wayland-graphics-integration-client/qt-plugin-wayland-egl",
        # our drawings are SVG
        "iconengines/qsvgicon",
        "imageformats/qsvg",
    }
)

_PLUGIN = re.compile(r"(?:.*/)?PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?([^/]+?)\.(?:so|dll|dylib)$")
_TRANSLATION = re.compile(r"(?:.*/)?PySide6/(?:Qt/)?translations/(.*)$")
_RUNTIME = re.compile(r"(lib)?python3?[\d.]*\.|Python$|vcruntime|msvcp|ucrtbase|api-ms-win", re.IGNORECASE)


def wanted(
    binaries: Iterable[Entry], datas: Iterable[Entry], imports: Callable[[str], set[str]]
) -> tuple[list[Entry], list[Entry]]:
    """What stays of both lists: the program's own modules, the plugins named here, and every library that these need.

    ``imports`` tells the file names of the libraries that a file asks for.
    """
    files = [entry for entry in binaries if _plugin_is_wanted(entry[0])]
    libraries = {_base(entry[0]): entry for entry in files if _is_library(entry)}
    waiting = [source for name, source, kind in files if kind != "SYMLINK" and not _is_library((name, source, kind))]
    needed: set[str] = set()
    while waiting:
        for library in (imports(waiting.pop()) & libraries.keys()) - needed:
            needed.add(library)
            waiting.append(libraries[library][1])
    files = [entry for entry in files if not _is_library(entry) or _base(entry[0]) in needed]
    others = [entry for entry in datas if _data_is_wanted(entry[0])]
    places = _places(entry[0] for entry in (*files, *others) if entry[2] != "SYMLINK")
    return _without_dead_links(files, places), _without_dead_links(others, places)


def _plugin_is_wanted(name: str) -> bool:
    plugin = _PLUGIN.match(_posix(name))
    return plugin is None or f"{plugin[1]}/{plugin[2]}" in PLUGINS


def _is_library(entry: Entry) -> bool:
    """Whether this stays only if something asks for it."""
    name, _, kind = entry
    return kind == "BINARY" and not _PLUGIN.match(_posix(name)) and not _RUNTIME.match(_base(name))


def _data_is_wanted(name: str) -> bool:
    translation = _TRANSLATION.match(_posix(name))
    if translation is None:
        return "/qml/" not in _posix(name)
    return translation[1] in {f"qtbase_{language}.qm" for language in LANGUAGES}


def _places(names: Iterable[str]) -> set[PurePosixPath]:
    """Files and the folders that they lie in."""
    paths = [PurePosixPath(_posix(name)) for name in names]
    return {place for path in paths for place in (path, *path.parents)}


def _without_dead_links(entries: Iterable[Entry], places: set[PurePosixPath]) -> list[Entry]:
    return [entry for entry in entries if entry[2] != "SYMLINK" or _target(entry) in places]


def _target(link: Entry) -> PurePosixPath:
    """Where in the bundle a link leads."""
    name, target, _ = link
    return PurePosixPath(normpath(PurePosixPath(_posix(name)).parent / _posix(target)))


def _base(name: str) -> str:
    return PurePosixPath(_posix(name)).name


def _posix(name: str) -> str:
    return name.replace("\\", "/")
