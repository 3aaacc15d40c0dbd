"""JSON from outside: whatever is in it, it is a value that can be worked with, or one error."""

from __future__ import annotations

import json
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.support.json_reading import MAX_BYTES, JsonError, read_json

ANY_TEXT = st.text(st.characters())  # half characters included
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
)


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"<html>",
        b"[" * 1000,
        b"[" * 1000 + b"]" * 1000,
        b'{"a":' * 1000 + b"1" + b"}" * 1000,
        b"[NaN]",
        b"[-Infinity]",
        b"[" + b"9" * 5000 + b"]",
        b'["\\u12"]',
        b'"a" "b"',
        "[]".encode("utf-16"),
    ],
)
def test_what_is_refused(given: bytes) -> None:
    with pytest.raises(JsonError):
        read_json(given)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (rb'"\ud83d"', "�"),
        (rb'"\ude00\ud83d"', "��"),
        (rb'"\ud83d\ude00"', "😀"),
        (rb'"\ud83d\ud83d\ude00\ude00"', "�😀�"),
        (rb'"\\ud83d"', r"\ud83d"),
        (rb'"\\\ud83d"', "\\�"),
        (rb'"\\ud83d\udc00"', r"\ud83d�"),
        (b'"\xff"', "�"),
        ('"\ud83d"', "���"),
        (b"\xef\xbb\xbf{}", {}),
        (b"9" * 400, int("9" * 400)),
    ],
)
def test_what_no_text_can_hold_is_replaced(given: bytes | str, read: object) -> None:
    assert read_json(given) == read


@given(VALUES, st.booleans())
def test_every_value_can_be_written_down_again(value: object, as_bytes: bool) -> None:
    text = json.dumps(value, ensure_ascii=True)
    try:
        read = read_json(text.encode() if as_bytes else text)
    except JsonError:
        assert "NaN" in text or "Infinity" in text
    else:
        json.dumps(read, ensure_ascii=False).encode()


@given(st.binary() | ANY_TEXT)
def test_whatever_comes_is_read_or_refused(given: bytes | str) -> None:
    with suppress(JsonError):
        read_json(given)


@pytest.mark.parametrize("entry", [b"[],", b'{"":0},', b"[0],", b'"ab\\n",', b"{},"])
def test_a_text_of_many_values_is_refused_before_it_is_read(entry: bytes) -> None:
    given = b"[" + entry * ((MAX_BYTES - 3) // len(entry)) + b"0]"
    tracemalloc.start()
    try:
        with pytest.raises(JsonError, match="too much"):
            read_json(given)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_large_portal_is_not_too_much() -> None:
    types = [{"entityTypeId": number, "title": "Purchase, of goods", "relations": [{}] * 40} for number in range(2500)]
    assert len(read_json(json.dumps(types))) == 2500
