"""The documentation names tests; they are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
DOCUMENTS = sorted(ROOT.glob("docs/*.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_test_that_is_named_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for path, name in NAMED.findall(text):
        source = (ROOT / path).read_text(encoding="utf-8")
        assert not name or re.search(rf"def {name}\(", source), f"{path}::{name}"


def test_the_protocol_and_the_threats_name_many() -> None:
    for name, least in (("protocol.md", 50), ("threats.md", 15)):
        assert len(NAMED.findall((ROOT / "docs" / name).read_text(encoding="utf-8"))) >= least


def test_links_in_the_readme_lead_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
