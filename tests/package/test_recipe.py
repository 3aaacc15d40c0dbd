"""build.spec as other systems read it: evaluated here with PyInstaller's classes replaced by ones that only take notes.

It shows what would be built there; that it can be built shows the release workflow alone.
"""

from __future__ import annotations

import plistlib
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QImageReader

from bxdesk import __version__
from bxdesk.cli.commands import COMMANDS

from .conftest import ROOT

Recipe = dict[str, list[SimpleNamespace]]
"""What was asked of each of PyInstaller's classes: positional arguments as ``given``, the others by their names."""

COLLECTED = {
    "win32": [
        ("PySide6\\QtWidgets.pyd", "QtWidgets.pyd", "EXTENSION"),
        ("PySide6\\Qt6Widgets.dll", "Qt6Widgets.dll", "BINARY"),
        ("PySide6\\Qt6Network.dll", "Qt6Network.dll", "BINARY"),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "qwindows.dll", "BINARY"),
        ("PySide6\\plugins\\imageformats\\qwebp.dll", "qwebp.dll", "BINARY"),
        ("python311.dll", "python311.dll", "BINARY"),
    ],
    "darwin": [
        ("PySide6/QtWidgets.abi3.so", "QtWidgets.abi3.so", "EXTENSION"),
        ("PySide6/Qt/lib/QtWidgets.framework/Versions/A/QtWidgets", "QtWidgets", "BINARY"),
        ("PySide6/Qt/lib/QtWidgets.framework/Versions/Current", "A", "SYMLINK"),
        ("PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork", "QtNetwork", "BINARY"),
        ("PySide6/Qt/lib/QtNetwork.framework/Versions/Current", "A", "SYMLINK"),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "libqcocoa.dylib", "BINARY"),
        ("PySide6/Qt/plugins/imageformats/libqwebp.dylib", "libqwebp.dylib", "BINARY"),
        ("Python.framework/Versions/3.11/Python", "Python", "BINARY"),
    ],
    "linux": [],
}
IMPORTS = {
    "QtWidgets.pyd": ["Qt6Widgets.dll"],
    "QtWidgets.abi3.so": ["@rpath/QtWidgets.framework/Versions/A/QtWidgets"],
}


class Noted(SimpleNamespace):
    """Any of PyInstaller's classes for the version resource."""

    def __init__(self, *given: Any) -> None:
        super().__init__(given=given)


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Recipe]:
    """Evaluates build.spec for a system."""

    def evaluate(system: str) -> Recipe:
        asked: Recipe = defaultdict(list)

        def taker(name: str) -> Callable[..., SimpleNamespace]:
            def take(*given: Any, **named: Any) -> SimpleNamespace:
                asked[name].append(SimpleNamespace(given=given, **named))
                return asked[name][-1]

            return take

        def analyse(scripts: list[str], **named: Any) -> SimpleNamespace:
            modules = ("bxdesk.cli.main", "bxdesk.desk", "pydantic", "pydantic.v1.main")
            asked["hidden"].append(SimpleNamespace(names=named["hiddenimports"]))
            pure = [(module, f"{module}.py", "PYMODULE-2") for module in modules]
            datas = [(f"{folder}/{Path(path).name}", path, "DATA") for path, folder in named["datas"]]
            hooks = ["pyi_rth_multiprocessing", "pyi_rth_pyside6"]
            started = [(name, f"{name}.py", "PYSOURCE-2") for name in (*hooks, *(Path(path).stem for path in scripts))]
            return SimpleNamespace(pure=pure, binaries=COLLECTED[system], datas=datas, scripts=started)

        bindings = ModuleType("bindepend")
        bindings.get_imports = lambda path: [(name, None) for name in IMPORTS.get(path, [])]  # type: ignore[attr-defined]
        versions = ModuleType("versioninfo")
        for name in ("FixedFileInfo", "StringFileInfo", "StringStruct", "StringTable", "VarFileInfo", "VarStruct"):
            setattr(versions, name, Noted)
        versions.VSVersionInfo = Noted  # type: ignore[attr-defined]
        for package in ("PyInstaller", "PyInstaller.depend", "PyInstaller.utils", "PyInstaller.utils.win32"):
            monkeypatch.setitem(sys.modules, package, ModuleType(package))
        monkeypatch.setitem(sys.modules, "PyInstaller.depend.bindepend", bindings)
        monkeypatch.setitem(sys.modules, "PyInstaller.utils.win32.versioninfo", versions)
        for module in ("licences", "qt_parts", "windows_version"):
            monkeypatch.delitem(sys.modules, module, raising=False)
        monkeypatch.setattr(sys, "path", sys.path[:])
        names = {"SPECPATH": str(ROOT), "workpath": str(tmp_path), "Analysis": analyse}
        names |= {name: taker(name) for name in ("PYZ", "EXE", "COLLECT", "BUNDLE")}
        recipe = compile((ROOT / "build.spec").read_text(encoding="utf-8"), "build.spec", "exec")
        with monkeypatch.context() as there:
            there.setattr(sys, "platform", system)
            exec(recipe, names)  # noqa: S102 - it is ours
        return asked

    return evaluate


def collected(recipe: Recipe) -> set[str]:
    """The names of the libraries in the folder."""
    (folder,) = recipe["COLLECT"]
    return {name for group in folder.given if isinstance(group, list) for name, _, kind in group if kind != "DATA"}


def test_windows_gets_a_console_program_and_one_without(read: Callable[[str], Recipe]) -> None:
    recipe = read("win32")

    assert [(made.name, made.console) for made in recipe["EXE"]] == [("bxdesk", True), ("bxdeskw", False)]
    (folder,) = recipe["COLLECT"]
    assert list(folder.given[:2]) == recipe["EXE"]
    assert recipe["BUNDLE"] == []
    for made in recipe["EXE"]:
        assert QImageReader(made.icon).imageCount() == 7
        strings, _ = made.version.given[1]
        (table,) = strings.given[0]
        told = dict(entry.given for entry in table.given[1])
        assert (told["OriginalFilename"], told["ProductVersion"]) == (f"{made.name}.exe", __version__)
        file_version, product_version = made.version.given[0].given
        assert file_version == product_version
        assert ".".join(map(str, file_version)) == f"{__version__}.0"
    assert collected(recipe) == {
        "PySide6\\QtWidgets.pyd",
        "PySide6\\Qt6Widgets.dll",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "python311.dll",
    }


def test_macos_gets_a_bundle_with_its_identifiers(
    read: Callable[[str], Recipe], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BXDESK_CODESIGN_IDENTITY", "Developer ID Application: Somebody")
    recipe = read("darwin")

    (made,) = recipe["EXE"]
    assert (made.console, made.codesign_identity) == (False, "Developer ID Application: Somebody")
    assert Path(made.icon).read_bytes().startswith(b"icns")
    assert plistlib.loads(Path(made.entitlements_file).read_bytes()) != {}
    (bundle,) = recipe["BUNDLE"]
    assert (bundle.name, bundle.bundle_identifier, bundle.version) == ("bxdesk.app", "org.bxdesk.bxdesk", __version__)
    assert list(bundle.given) == recipe["COLLECT"]
    assert Path(bundle.icon).is_file()
    assert set(bundle.info_plist["CFBundleLocalizations"]) == {"de", "en", "es", "ru"}
    assert collected(recipe) == {
        "PySide6/QtWidgets.abi3.so",
        "PySide6/Qt/lib/QtWidgets.framework/Versions/A/QtWidgets",
        "PySide6/Qt/lib/QtWidgets.framework/Versions/Current",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "Python.framework/Versions/3.11/Python",
    }


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_everywhere_the_same_modules_and_no_upx(read: Callable[[str], Recipe], system: str) -> None:
    recipe = read(system)

    (archive,) = recipe["PYZ"]
    kinds = {name: kind for name, _, kind in archive.given[0]}
    # The help of commands is read from their docstrings.
    assert kinds == {"bxdesk.cli.main": "PYMODULE", "bxdesk.desk": "PYMODULE-2", "pydantic": "PYMODULE-2"}
    assert [[name for name, *_ in made.given[1]] for made in recipe["EXE"]] == [["pyi_rth_pyside6", "start"]] * len(
        recipe["EXE"]
    )
    assert {made.upx for made in (*recipe["EXE"], *recipe["COLLECT"])} == {False}
    assert {made.strip for made in (*recipe["EXE"], *recipe["COLLECT"])} == {system == "linux"}


@pytest.mark.parametrize(("system", "programs"), [("linux", 1), ("win32", 2)])
def test_one_file_by_a_switch(
    read: Callable[[str], Recipe], monkeypatch: pytest.MonkeyPatch, system: str, programs: int
) -> None:
    monkeypatch.setenv("BXDESK_ONEFILE", "1")
    recipe = read(system)

    assert [made.exclude_binaries for made in recipe["EXE"]] == [False] * programs
    assert recipe["COLLECT"] == []


def test_commands_that_are_imported_by_their_name_are_brought_along(read: Callable[[str], Recipe]) -> None:
    assert {f"bxdesk.cli.{module}" for module, _ in COMMANDS.values()} <= set(read("linux")["hidden"][0].names)
