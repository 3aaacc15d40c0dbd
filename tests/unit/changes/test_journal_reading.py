"""A journal of any content is one that can be shown, or one problem that names it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bxdesk.changes.journal import CLOSED
from bxdesk.changes.journal_reading import JournalContent, read_journal
from bxdesk.changes.journal_records import Closed, line
from bxdesk.errors import Problem

NAME = "0123456789abcdef-000001-abcdef.jsonl"
STEP = {"action": "bind", "after": {"placement": "X", "handler": "https://a.example/", "texts": {}}}
BEGIN: dict[str, Any] = {
    "kind": "begin",
    "version": 2,
    "purpose": "apply",
    "portal": "https://acme.bitrix24.com",
    "member_id": "a",
    "client_id": "local.1",
    "user_id": 1,
    "user_name": "Helen",
    "time": datetime(2026, 1, 1, tzinfo=UTC).isoformat(),
    "steps": [STEP],
}
END = {"kind": "end", "time": BEGIN["time"], "steps": [{"state": "failed"}]}
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def read(path: Path, *lines: bytes) -> JournalContent | Problem | None:
    path.write_bytes(b"\n".join(lines))
    return read_journal(path)


@settings(max_examples=50)
@given(
    data=st.dictionaries(st.sampled_from(sorted(BEGIN)), JSON), rest=st.binary() | JSON.map(json.dumps).map(str.encode)
)
def test_any_journal_is_read_or_named(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any], rest: bytes
) -> None:
    found = read(tmp_path_factory.getbasetemp() / NAME, json.dumps(BEGIN | data).encode(), rest)
    if isinstance(found, JournalContent):
        assert str(found.entry().portal)
        assert all(found.was_sent(step) in (True, False) for step in found.steps)
    else:
        assert NAME in str(found)


def test_a_journal_of_no_portal_is_named(tmp_path: Path) -> None:
    found = read(tmp_path / NAME, json.dumps(BEGIN | {"portal": ""}).encode())
    assert isinstance(found, Problem)
    assert NAME in str(found)


@pytest.mark.parametrize("first", [b"", b"[" * 100_000, b'{"kind":' * 100_000, b"9" * 5_000, b"\xff", b'"\\ud83d"'])
def test_what_is_no_first_line_is_named(tmp_path: Path, first: bytes) -> None:
    found = read(tmp_path / NAME, first)
    assert isinstance(found, Problem)
    assert NAME in str(found)


@pytest.mark.parametrize(
    "time", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-01-01T00:00:00", 1e300]
)
def test_a_time_that_cannot_be_shown_everywhere_is_none(tmp_path: Path, time: object) -> None:
    found = read(tmp_path / NAME, json.dumps(BEGIN | {"time": time}).encode())
    assert isinstance(found, Problem)


@pytest.mark.parametrize("template", ["{a:>999999999}", "{a.__class__}", "{a[0]}", "{b}", "{", "{a!r}", "{}", "{0}"])
def test_words_that_are_no_words_of_bxdesks_are_not_shown(tmp_path: Path, template: str) -> None:
    words = {"template": template, "values": {"a": "x"}}
    problem = {"code": "x", "title": words, "explanation": {"template": ""}, "hint": {"template": ""}}
    found = read(tmp_path / NAME, json.dumps(BEGIN).encode(), json.dumps(END | {"problem": problem}).encode(), b"")
    assert isinstance(found, JournalContent)
    assert found.end is None, "the line is passed over"


def test_what_a_journal_is_closed_with_is_the_line_of_its_record() -> None:
    assert line(Closed()) == CLOSED
