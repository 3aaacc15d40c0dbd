"""Packs the built program for people to fetch, with checksums.

Usage: pack.py BUILT-FOLDER DIST-FOLDER
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(HERE / "linux")]

from bxdesk import __version__  # noqa: E402

SYSTEM = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)


def main(built: Path, dist: Path) -> None:
    """Fills the folder and lists what is in it in SHA256SUMS."""
    dist.mkdir(parents=True, exist_ok=True)
    name = f"bxdesk-{__version__}-{SYSTEM}-{platform.machine().lower()}"
    if sys.platform == "linux":
        _pack_tar(built, dist / f"{name}.tar.xz")
        from deb import build

        build(built / "bxdesk", dist, __version__)
    elif sys.platform == "darwin":
        # ditto keeps links and the signature.
        subprocess.run(["ditto", "-c", "-k", "--keepParent", built / "bxdesk.app", dist / f"{name}.zip"], check=True)
    else:
        shutil.make_archive(str(dist / name), "zip", built, "bxdesk")
    shutil.copyfile(licences(built), dist / f"{name}-contents.txt")
    files = sorted(path for path in dist.iterdir() if path.is_file() and not path.name.startswith("SHA256SUMS"))
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    (dist / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="\n")


def licences(built: Path) -> Path:
    """The list of what is inside."""
    inside = "bxdesk.app/Contents/Resources" if sys.platform == "darwin" else "bxdesk/_internal"
    return built / inside / "licences" / "README.txt"


def _pack_tar(built: Path, archive: Path) -> None:
    time = os.environ.get("SOURCE_DATE_EPOCH", "0")
    same_everywhere = ["--sort=name", f"--mtime=@{time}", "--owner=0", "--group=0", "--numeric-owner"]
    command = ["tar", "--create", "--use-compress-program=xz -T2", *same_everywhere]
    subprocess.run([*command, "--file", archive, "--directory", built, "bxdesk"], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
