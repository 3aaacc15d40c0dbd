"""What a build is made of is named by its hash, and signing keys are out of reach of any branch."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def jobs(workflow: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = YAML(typ="safe").load(workflow)["jobs"]
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_part_is_pinned_by_hashes_and_no_index_is_named(lock: Path) -> None:
    text = "\n".join(line for line in lock.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    parts = re.split(r"\n(?=\S)", text.replace("\\\n", " "))
    assert [
        part for part in parts if not re.fullmatch(r"[\w.-]+==\S+( ; .+?)?(\s+--hash=sha256:[0-9a-f]{64})+", part)
    ] == []


def test_the_locks_hold_all_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, development = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    build = [line for line in (ROOT / "requirements/build.in").read_text().splitlines() if not line.startswith("#")]
    for name, asked in (("build", [*runtime, *build]), ("dev", [*runtime, *development])):
        pinned = re.findall(r"(?m)^([\w.-]+)==", (ROOT / f"requirements/{name}.lock").read_text(encoding="utf-8"))
        assert {canonicalize_name(Requirement(one).name) for one in asked} <= set(pinned)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_and_containers_cannot_be_moved(workflow: Path) -> None:
    for job in jobs(workflow).values():
        for step in job["steps"]:
            assert re.search(r"@[0-9a-f]{40}$", step.get("uses", f"@{'0' * 40}")), step
        images = job.get("strategy", {}).get("matrix", {}).get("container") or [job.get("container")]
        assert all(image is None or re.search(r"@sha256:[0-9a-f]{64}$", image) for image in images)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_keys_belong_to_an_environment_that_is_asked_for_on_tags_alone(workflow: Path) -> None:
    for name, job in jobs(workflow).items():
        if "secrets." in json.dumps(job):
            assert job["environment"] == "${{ startsWith(github.ref, 'refs/tags/v') && 'signing' || 'unsigned' }}", name
