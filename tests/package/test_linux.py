"""What a Linux desktop is given: a package, a menu entry, an icon, a page in the software centre."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageReader

from bxdesk import __version__
from bxdesk.cli.commands import COMMANDS

from .conftest import ROOT

pytestmark = pytest.mark.linux

DEB = ROOT / "packaging/linux/deb.py"


@pytest.fixture(scope="module")
def package(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("deb")
    done = subprocess.run([sys.executable, DEB, built, target, __version__], capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


@pytest.fixture(scope="module")
def installed(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("root")
    subprocess.run(["dpkg-deb", "--extract", package, root], check=True)
    return root


def test_the_package_starts_from_where_it_is_unpacked(installed: Path, clean: dict[str, str]) -> None:
    done = subprocess.run([installed / "usr/bin/bxdesk", "--version"], env=clean, capture_output=True, text=True)

    assert (done.returncode, done.stdout, done.stderr) == (0, f"bxdesk, version {__version__}\n", "")


def test_it_asks_for_what_it_does_not_bring_along(package: Path) -> None:
    depends = subprocess.run(["dpkg-deb", "--field", package, "Depends"], capture_output=True, text=True, check=True)

    names = {entry.partition(" ")[0] for entry in depends.stdout.strip().split(", ")}
    assert {"libc6", "libegl1", "libgl1", "xkb-data", "ca-certificates", "fontconfig-config"} <= names
    assert not names & {"libxcb-cursor0", "libglib2.0-0", "python3"}  # brought along


def test_everything_belongs_to_root_and_nobody_else_may_write(package: Path) -> None:
    listed = subprocess.run(["dpkg-deb", "--contents", package], capture_output=True, text=True, check=True).stdout

    entries = [line.split() for line in listed.splitlines()]
    assert {entry[1] for entry in entries} == {"root/root"}
    assert [entry for entry in entries if entry[0][0] != "l" and "w" in entry[0][4:]] == []


def test_the_menu_entry_is_valid_and_all_it_names_is_there(installed: Path) -> None:
    entry = installed / "usr/share/applications/bxdesk.desktop"
    done = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Exec=bxdesk\nIcon=bxdesk\n" in entry.read_text(encoding="utf-8")
    assert (installed / "usr/bin/bxdesk").is_file()


def test_the_manual_tells_of_every_command_and_is_sound(installed: Path) -> None:
    page = installed / "usr/share/man/man1/bxdesk.1.gz"
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-P-cbou"],
        input=gzip.decompress(page.read_bytes()),
        capture_output=True,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode()
    assert [name for name in COMMANDS if f"bxdesk {name}" not in shown] == []
    assert "--vault FILE" in shown


def test_shells_find_their_completions(installed: Path) -> None:
    for place in (
        "bash-completion/completions/bxdesk",
        "zsh/vendor-completions/_bxdesk",
        "fish/vendor_completions.d/bxdesk.fish",
    ):
        assert "_BXDESK_COMPLETE" in (installed / "usr/share" / place).read_text(encoding="utf-8")


def test_the_icon_is_drawn_at_every_size(installed: Path) -> None:
    icons = installed / "usr/share/icons/hicolor"
    assert (icons / "scalable/apps/bxdesk.svg").is_file()
    for size in (16, 32, 48, 128, 256, 512):
        picture = QImage(str(icons / f"{size}x{size}/apps/bxdesk.png"))
        assert (picture.width(), picture.height()) == (size, size)
        assert len({picture.pixel(x, size // 2) for x in range(size)}) > 1


def test_windows_and_macos_icons_hold_all_sizes(built: Path) -> None:
    icons = built.parents[1] / "work/build/icons"
    ico = QImageReader(str(icons / "bxdesk.ico"))
    sizes = []
    for number in range(ico.imageCount()):
        ico.jumpToImage(number)
        sizes.append(ico.read().width())
    assert sizes == [16, 24, 32, 48, 64, 128, 256]
    icns = (icons / "bxdesk.icns").read_bytes()
    assert icns[:4] == b"icns"
    assert int.from_bytes(icns[4:8], "big") == len(icns)
    assert icns.count(b"\x89PNG") == 7


def test_the_software_centre_understands_the_description(installed: Path) -> None:
    about = installed / "usr/share/metainfo/org.bxdesk.bxdesk.metainfo.xml"
    done = subprocess.run(["appstreamcli", "validate", "--no-net", about], capture_output=True, text=True)

    assert "Validation" in done.stdout
    faults = {line.split()[-1] for line in done.stdout.splitlines() if line.startswith(("E:", "W:"))}
    assert faults <= {"url-homepage-missing"}, done.stdout  # there is no public address yet; Debian 13 wants one
    assert f'<release version="{__version__}" date="20' in about.read_text(encoding="utf-8")
