"""Strategies for what comes from outside: any JSON, something good with a part of it spoilt, a damaged text."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

NASTY: tuple[Any, ...] = (
    10**400,
    -1,
    2**53 + 1,
    float("inf"),
    float("nan"),
    "9" * 400,
    "nan",
    "1e999",
    "++5",
    "\ud83d",
    "\udc00\ud83d",
    "\x1b[2J",
    "\u202e",
    "\0",
    "https://[::1",
    "http://xn--/",
    "https://127.0.0.1:99999/",
    "//",
    "$result[c0]",
    "%s{0}{x}",
    "",
    [],
    {},
    [[]],
    {"0": []},
)
"""What something has stumbled over before."""

WHATEVER: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(NASTY) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
"""Anything that JSON can say, half characters and numbers beyond it included."""

_SPLINTERS = (
    b"",
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\xbd",
    b"\\ud83d",
    b"[" * 300,
    b"{" * 300,
    b'{"a":' * 300,
    b"9" * 5000,
    b"-",
    b"NaN",
    b"1e999",
    b"null",
    b"true",
    b'"',
    b"\n",
    b"\r\n",
    b",",
    b": ",
    b"&a *a ",
    b"!!set ",
    b"<<: ",
    b"? ",
    b"- ",
    b"\x1b[2J",
)


def _paths(document: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = document.items() if isinstance(document, dict) else enumerate(document) if _is_list(document) else ()
    return [path, *(found for key, value in inside for found in _paths(value, (*path, key)))]


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


def _with(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    changed = copy.copy(document)
    changed[path[0]] = _with(document[path[0]], path[1:], value)
    return changed


def spoilt(good: Any, values: st.SearchStrategy[Any] = WHATEVER) -> st.SearchStrategy[Any]:
    """A JSON document with one part replaced."""
    return st.builds(_with, st.just(good), st.sampled_from(_paths(good)), values)


@st.composite
def damaged(draw: st.DrawFn, good: bytes) -> bytes:
    """A text of which pieces are replaced, doubled or missing."""
    data = good
    for _ in range(draw(st.integers(1, 3))):
        begin = draw(st.integers(0, len(data)))
        end = draw(st.integers(begin, min(len(data), begin + 40)))
        piece = draw(st.sampled_from(_SPLINTERS) | st.binary(max_size=6) | st.just(data[begin:end] * 2))
        data = data[:begin] + piece + data[end:]
    return data
