"""``--self-check``: every part is named, and one that is broken fails the whole without hiding the others."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from bxdesk.cli.console import Wiring
from bxdesk.cli.main import run
from bxdesk.composition import demo_desk, usual_desk
from bxdesk.support.self_check import Fact, find_facts


def wiring(*facts: Fact) -> Wiring:
    return Wiring(usual_desk, demo_desk, lambda _: 0, lambda: facts)


def test_what_is_well_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--self-check"], wiring(Fact("Qt", "6.11"), Fact("drawings", "SVG"))) == 0
    assert capsys.readouterr().out == "Qt        6.11\ndrawings  SVG\n"


def test_what_is_broken_is_marked_and_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--self-check", "--json"], wiring(Fact("Qt", "6.11"), Fact("drawings", "no SVG", ok=False))) == 1
    assert json.loads(capsys.readouterr().out) == {
        "ok": False,
        "facts": [{"name": "Qt", "value": "6.11", "ok": True}, {"name": "drawings", "value": "no SVG", "ok": False}],
    }
    assert run(["--self-check"], wiring(Fact("drawings", "no SVG", ok=False))) == 1
    assert capsys.readouterr().out == "drawings  FAILED: no SVG\n"


def test_a_library_that_cannot_be_loaded_is_a_fact_beside_the_others() -> None:
    def broken() -> Iterable[Fact]:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    facts = {fact.name: fact for fact in find_facts(broken)}

    assert facts["Qt"] == Fact("Qt", "ImportError: libEGL.so.1: cannot open shared object file", ok=False)
    assert all(fact.ok for name, fact in facts.items() if name != "Qt")
    assert {"keyring backends", "keyring", "certificates", "demo portal", "languages"} <= facts.keys()


def test_missing_resources_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("bxdesk.support.self_check.resource", tmp_path.joinpath)

    facts = {fact.name: fact for fact in find_facts(tuple)}

    assert not facts["resources"].ok
    assert facts["resources"].value.startswith("missing: demo/frame.js, drawings/anywhere.svg, icons/app.svg")
