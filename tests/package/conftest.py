"""The executable, as far from the checkout as can be, and what a person has around it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.processes import Bxdesk, bare_environment
from tests.e2e.secret_service import SecretService, running_secret_service
from tests.ports import find_port

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "build/dist/bxdesk"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The first of these tests may have to build."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.timeout(600))


def link_or_copy(source: str, target: str) -> None:
    """A second name for the same file is as good as a copy of 140 MB, and at once."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def copy_program(target: Path) -> Path:
    """A folder with the program in it; returns what a person starts."""
    shutil.copytree(BUILT, target, symlinks=True, copy_function=link_or_copy)
    return target / "bxdesk"


@pytest.fixture(scope="session")
def built() -> Path:
    """The built folder, up to date."""
    subprocess.run(["make", "--silent", "executable"], cwd=ROOT, check=True)
    return BUILT


@pytest.fixture(scope="session")
def program(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in a folder that people have: with spaces, and letters that are not ASCII."""
    assert built.is_dir()
    return copy_program(tmp_path_factory.mktemp("somewhere") / "Programme für Ядро" / "bxdesk")


@pytest.fixture
def secret_service() -> Iterator[SecretService]:
    """An unlocked keyring with nothing in it."""
    with running_secret_service() as service:
        yield service


@pytest.fixture
def clean(tmp_path: Path) -> dict[str, str]:
    """The environment of a computer without Python or a screen."""
    return bare_environment(tmp_path, PATH="/usr/bin:/bin", BXDESK_HOME=str(tmp_path / "bxdesk"))


@pytest.fixture
def bxdesk(program: Path, clean: dict[str, str], secret_service: SecretService) -> Bxdesk:
    """The program on a computer with a keyring."""
    return Bxdesk(Path(clean["BXDESK_HOME"]), secret_service.environment | clean, program=program)


@pytest.fixture
def redirect() -> str:
    """The redirect address in the app's card."""
    return f"http://127.0.0.1:{find_port()}/callback"
