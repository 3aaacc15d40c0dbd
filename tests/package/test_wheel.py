"""The wheel and the sdist, each in an environment that has nothing of the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path

import pytest

from bxdesk import __version__

from .conftest import ROOT


def hatch(source: Path, target: Path, kind: str) -> Path:
    """Builds one of the two; hatchling is in the environment of the tests, so nothing is fetched."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(target)]
    subprocess.run(command, cwd=source, capture_output=True, check=True)
    (built,) = (path for path in target.iterdir() if path.suffix == (".whl" if kind == "wheel" else ".gz"))
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hatch(ROOT, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def unpacked_sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sdist = hatch(ROOT, tmp_path_factory.mktemp("sdist"), "sdist")
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        # Debian 12's Python has no filters yet.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(folder)  # noqa: S202 - made by this very test
    return folder / f"bxdesk-{__version__}"


def names_in(wheel: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-m", "zipfile", "--list", wheel], capture_output=True, text=True, check=True
    )
    return {line.split("  ")[0] for line in done.stdout.splitlines()[1:]}


def test_the_wheel_is_installed_and_finds_its_resources(wheel: Path, tmp_path: Path, clean: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    python = tmp_path / "venv/bin/python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(tmp_path / "venv")}))
    # Other people's packages from here: a path in a .pth brings no editable install along with it.
    (site / "others.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")

    done = subprocess.run(
        [tmp_path / "venv/bin/bxdesk", "--self-check", "--json"],
        env=clean,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    facts = {fact["name"]: fact["value"] for fact in json.loads(done.stdout)["facts"]}
    assert done.stderr == ""
    assert facts["bxdesk"] == __version__
    assert facts["built as"] == "Python package"
    assert facts["resources"] == str(site / "bxdesk/_resources")


def test_the_sdist_builds_the_same_wheel(wheel: Path, unpacked_sdist: Path, tmp_path: Path) -> None:
    again = hatch(unpacked_sdist, tmp_path, "wheel")

    assert names_in(again) == names_in(wheel)
    assert "bxdesk/_resources/icons/app.svg" in names_in(wheel)


def test_the_sdist_holds_the_recipe_of_the_executable(unpacked_sdist: Path) -> None:
    for name in ("build.spec", "packaging/package.mk", "requirements/build.lock", "Makefile", "LICENSE"):
        assert (unpacked_sdist / name).is_file(), name
