"""What is in the folder: all that is used, nothing else, and the licences of it."""

from __future__ import annotations

import re
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from .conftest import ROOT

pytestmark = pytest.mark.linux

LANGUAGES = {"de", "en", "es", "ru"}


@pytest.fixture
def inside(program: Path) -> Path:
    return program.parent / "_internal"


def test_of_qt_only_what_the_window_uses(inside: Path) -> None:
    libraries = {re.sub(r"^libQt6|\.so.*$", "", path.name) for path in inside.glob("PySide6/Qt/lib/libQt6*")}
    assert libraries == {"Core", "DBus", "Gui", "OpenGL", "Svg", "WaylandClient", "Widgets", "XcbQpa"}
    plugins = {path.parent.name for path in inside.glob("PySide6/Qt/plugins/*/*.so")}
    assert {"platforms", "platformthemes", "imageformats", "iconengines", "platforminputcontexts"} <= plugins
    assert {path.name for path in inside.glob("PySide6/Qt/translations/*")} == {f"qtbase_{one}.qm" for one in LANGUAGES}


@pytest.mark.parametrize(
    "unused", ["*gtk*", "*gssapi*", "*krb5*", "*Qml*", "*Quick*", "*Network*", "*sqlite*", "*tcl*"]
)
def test_nothing_that_nobody_asks_for(inside: Path, unused: str) -> None:
    assert [str(path) for path in inside.rglob(unused) if "licences" not in path.parts] == []


def test_no_link_leads_nowhere(inside: Path) -> None:
    assert [path for path in inside.rglob("*") if not path.exists()] == []


def test_resources_are_those_of_the_source(inside: Path) -> None:
    def files(folder: Path) -> set[str]:
        found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        return {name for name in found if not name.startswith("screenshots/")}

    assert files(inside / "resources") == files(ROOT / "resources")


def test_every_part_is_listed_with_its_licence(inside: Path) -> None:
    listed = (inside / "licences/README.txt").read_text(encoding="utf-8")
    asked_for = [Requirement(text) for text in requires("bxdesk") or ()]
    names = {one.name.lower() for one in asked_for if one.marker is None or one.marker.evaluate()}
    for name in {*names, "Python", "pyinstaller", "shiboken6", "pydantic_core", "libxcb-cursor0", "zlib1g"}:
        spelled = re.sub("[-_.]", "[-_.]", name)
        assert re.search(rf"^{spelled} +[\w.:+~-]+ +\S", listed, re.MULTILINE | re.IGNORECASE), name
    for name in names - {"pyside6-essentials"}:  # comes without; its licences lie beside the list
        assert list((inside / "licences").glob(f"{re.sub('[-_.]', '?', name)}/*")), name


def test_the_lgpl_is_there_and_says_how_to_replace_qt(inside: Path) -> None:
    texts = {name: (inside / "licences" / name).read_text(encoding="utf-8") for name in ("LGPL-3.0.txt", "GPL-3.0.txt")}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["LGPL-3.0.txt"]
    assert "GNU GENERAL PUBLIC LICENSE" in texts["GPL-3.0.txt"]
    listed = (inside / "licences/README.txt").read_text(encoding="utf-8")
    assert "You may replace these libraries" in listed
    for folder in ("PySide6/Qt/lib", "PySide6/Qt/plugins", "PySide6", "shiboken6"):
        assert f"_internal/{folder}" in listed
        assert (inside / folder).is_dir()


def test_nothing_tells_where_it_was_built(inside: Path) -> None:
    here = str(ROOT).encode()
    files = [path for path in inside.parent.rglob("*") if path.is_file() and not path.is_symlink()]
    assert [str(path) for path in files if here in path.read_bytes()] == []
