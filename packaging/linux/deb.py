"""Makes a Debian package of the built program.

Usage: deb.py PROGRAM-FOLDER DIST-FOLDER VERSION
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import manual

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
_NEEDED = re.compile(r"^ +NEEDED +(\S+)$", re.MULTILINE)

DATA_PACKAGES = ("ca-certificates", "fontconfig-config", "libx11-data", "xkb-data")
"""What libraries that are brought along read from the system."""

CONTROL = """\
Package: bxdesk
Version: {version}
Architecture: {architecture}
Maintainer: The bxdesk developers <noreply@bxdesk.invalid>
Installed-Size: {size}
Depends: {depends}
Recommends: gnome-keyring | keepassxc | kwalletmanager, xdg-utils
Suggests: xdg-desktop-portal
Section: net
Priority: optional
Description: put an application's widgets into a Bitrix24 portal
 bxdesk is for administrators of Bitrix24: it lists the widgets of an
 application on a portal, offers a tick for every place where they can
 appear, shows what will change, applies it and reads it back. It brings a
 demo portal to try all of it without an account.
"""


def build(program: Path, target: Path, version: str) -> Path:
    """The package's path."""
    architecture = _output("dpkg", "--print-architecture").strip()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "bxdesk"
        root.mkdir(mode=0o755)
        _lay_out(program, root, version)
        control = root / "DEBIAN"
        control.mkdir()
        files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
        size = sum(path.stat().st_size for path in files) // 1024
        text = CONTROL.format(version=version, architecture=architecture, size=size, depends=_depends(program))
        (control / "control").write_text(text, encoding="utf-8")
        sums = "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files)  # noqa: S324 - dpkg asks for MD5
        (control / "md5sums").write_text(sums, encoding="utf-8")
        package = target / f"bxdesk_{version}_{architecture}.deb"
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", root, package],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return package


def _lay_out(program: Path, root: Path, version: str) -> None:
    def folder(*parts: str) -> Path:
        made = root.joinpath("usr", *parts)
        made.mkdir(parents=True, exist_ok=True)
        return made

    shutil.copytree(program, folder("lib") / "bxdesk", symlinks=True)
    (folder("bin") / "bxdesk").symlink_to("../lib/bxdesk/bxdesk")
    shutil.copyfile(HERE / "bxdesk.desktop", folder("share", "applications") / "bxdesk.desktop")
    shutil.copyfile(
        ROOT / "resources/icons/app.svg", folder("share", "icons", "hicolor", "scalable", "apps") / "bxdesk.svg"
    )
    for picture in (ROOT / "build/work/build/icons").glob("bxdesk-*.png"):
        size = picture.stem.rpartition("-")[2]
        shutil.copyfile(picture, folder("share", "icons", "hicolor", f"{size}x{size}", "apps") / "bxdesk.png")
    name = "org.bxdesk.bxdesk.metainfo.xml"
    (folder("share", "metainfo") / name).write_text(metainfo(version), encoding="utf-8")
    page = manual.man_page(version, _build_time()).encode()
    (folder("share", "man", "man1") / "bxdesk.1.gz").write_bytes(gzip.compress(page, mtime=0))
    for shell, place in manual.COMPLETIONS.items():
        script = Path(place)
        (folder("share", *script.parts[:-1]) / script.name).write_text(manual.completion(shell), encoding="utf-8")
    shutil.copyfile(program / "_internal/licences/README.txt", folder("share", "doc", "bxdesk") / "copyright")
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def metainfo(version: str) -> str:
    """What software centres show."""
    text = (HERE / "org.bxdesk.bxdesk.metainfo.xml").read_text(encoding="utf-8")
    return text.replace("@VERSION@", version).replace(
        "@DATE@", f"{datetime.fromtimestamp(_build_time(), UTC):%Y-%m-%d}"
    )


def _build_time() -> int:
    """Seconds since 1970: the commit's, so that the same input gives the same package."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.now(UTC).timestamp())


def _depends(program: Path) -> str:
    """The Debian packages of the libraries that the program asks for and does not bring along."""
    files = [path for path in program.rglob("*") if path.is_file()]
    brought = {path.name for path in program.rglob("*")}
    needed = {name for path in files for name in _libraries_of(path)} - brought
    folder = f"*/lib/{sysconfig.get_config_var('MULTIARCH')}"
    found = _output("dpkg-query", "-S", *(f"{folder}/{name}" for name in sorted(needed)))
    owners: dict[str, str] = {}
    for line in found.splitlines():
        package, _, path = line.partition(": ")
        owners[Path(path).name] = package.partition(":")[0]
    unknown = needed - owners.keys()
    if unknown:
        raise LookupError(f"no Debian package brings {', '.join(sorted(unknown))}")
    return ", ".join(sorted(_at_least(package) for package in {*owners.values(), *DATA_PACKAGES}))


def _at_least(package: str) -> str:
    """The C library's version counts: a program built with a newer one does not start with an older."""
    if package != "libc6":
        return package
    return f"libc6 (>= {_output('dpkg-query', '-W', '-f', '${Version}', 'libc6').partition('-')[0]})"


def _libraries_of(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        if file.read(4) != b"\x7fELF":
            return
    yield from _NEEDED.findall(_output("objdump", "-p", str(path)))


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


if __name__ == "__main__":
    print(build(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))  # noqa: T201
