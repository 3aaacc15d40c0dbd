"""Lists what is inside the executable, with versions, licences and the licences' texts.

The list is made from what PyInstaller collected, not from what was asked for, so it cannot forget anything.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

Entry = tuple[str, str, str]
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
_TEXT = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """One piece of other people's work."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def collect(folder: Path, collected: Iterable[Entry]) -> list[Entry]:
    """Writes the list and the texts into a folder; returns them as files of the bundle."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sources = {Path(source).absolute() for _, source, _ in collected}
    python = [_python(), *_bootloader(), *sorted(_python_parts(sources))]
    system = sorted(_system_parts(sources))
    for part in [*python, *system]:
        for text in part.texts:
            target = folder / part.name / text.name
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(text, target)
    for text in (HERE / "licences").glob("*.txt"):
        shutil.copyfile(text, folder / text.name)
    shutil.copyfile(ROOT / "LICENSE", folder / "bxdesk.txt")
    (folder / "README.txt").write_text(_readme(python, system), encoding="utf-8", newline="\n")
    return [
        (f"licences/{path.relative_to(folder).as_posix()}", str(path), "DATA")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def _readme(python: Iterable[Part], system: Iterable[Part]) -> str:
    text = (HERE / "licences" / "README.in").read_text(encoding="utf-8")
    return text.replace("@PYTHON@", _table(python)).replace("@SYSTEM@", _table(system) or "(none)")


def _table(parts: Iterable[Part]) -> str:
    return "\n".join(f"{part.name:<28} {part.version:<24} {part.licence}" for part in parts)


def _python() -> Part:
    candidates = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    texts = tuple(path for path in candidates if path.is_file())[:1]
    if not texts:  # Debian's own Python
        texts = tuple(path for path in [Path("/usr/share/doc/python3/copyright")] if path.is_file())
    return Part("Python", sys.version.split()[0], "PSF-2.0", texts)


def _bootloader() -> list[Part]:
    return [
        _part(one, "GPL-2.0-or-later with an exception for the programs made with it (the part that starts bxdesk)")
        for one in distributions()
        if one.name == "pyinstaller"
    ]


def _python_parts(sources: set[Path]) -> Iterable[Part]:
    for one in distributions():
        if one.name == "pyinstaller":  # its share is the bootloader
            continue
        files = [Path(str(one.locate_file(path))).absolute() for path in one.files or ()]
        # A package's metadata alone is no part of it.
        if any(path in sources for path in files if ".dist-info" not in str(path)):
            yield _part(one)


def _part(one: Distribution, licence: str = "") -> Part:
    texts = tuple(
        path
        for path in (Path(str(one.locate_file(file))) for file in one.files or ())
        if ".dist-info" in str(path) and _TEXT.search(path.as_posix()) and path.is_file()
    )
    return Part(one.name, one.version, licence or _licence(one), texts)


def _licence(one: Distribution) -> str:
    known = next((one.metadata[key] for key in ("License-Expression", "License") if key in one.metadata), "")
    if known and "\n" not in known:
        return str(known)
    classifiers = one.metadata.get_all("Classifier") or []
    names = [name.rpartition(" :: ")[2] for name in classifiers if name.startswith("License ::")]
    return ", ".join(names) or "see its text"


def _system_parts(sources: set[Path]) -> Iterable[Part]:
    """The Debian packages that libraries were taken from."""
    if sys.platform != "linux" or shutil.which("dpkg-query") is None:
        return
    owned = {str(path.resolve()) for path in sources if str(path).startswith(("/lib/", "/usr/lib/"))}
    if not owned:
        return
    # Debian's /lib is /usr/lib by now, but some packages are still listed under the old name.
    owned |= {path.removeprefix("/usr") for path in owned}
    found = subprocess.run(
        ["dpkg-query", "-S", *sorted(owned)], capture_output=True, encoding="utf-8", check=False
    ).stdout
    for package in sorted({line.partition(": ")[0] for line in found.splitlines()}):
        version = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, encoding="utf-8", check=True
        ).stdout
        name = package.partition(":")[0]
        text = Path("/usr/share/doc") / name / "copyright"
        yield Part(name, version, f"see {name}/copyright", (text,) if text.is_file() else ())
