"""PHP's ways on the wire. What is sent is held against PHP's own parse_str."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core.core_schema import CoreSchema

from bxdesk.portal.php import FLAG, NUMBER, PLACE, TEXT, php_list, php_map, query, texts_in
from bxdesk.support.shapes import Shape

# Names that PHP takes as they are: it turns dots and blanks at the top level into underscores.
NAMES = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", min_size=1, max_size=12)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SCALARS = TEXTS | st.integers() | st.booleans() | st.none()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=8
)


class Php:
    """One PHP process that reads a JSON string per line and answers with what parse_str made of it."""

    SCRIPT = (
        "while (($line = fgets(STDIN)) !== false) {"
        " parse_str(json_decode($line), $out);"
        " echo json_encode($out, JSON_PRESERVE_ZERO_FRACTION), PHP_EOL; }"
    )

    def __init__(self) -> None:
        program = shutil.which("php")
        assert program is not None, "php-cli is missing; make test installs it"
        self.process = subprocess.Popen(
            [program, "-d", "max_input_vars=100000", "-r", self.SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def parse_str(self, text: str) -> Any:
        """What PHP reads out of a query."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(text).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        """Ends the process and its pipes."""
        with self.process:
            assert self.process.stdin is not None
            self.process.stdin.close()


@pytest.fixture(scope="module")
def php() -> Iterator[Php]:
    """PHP, for the whole module."""
    process = Php()
    yield process
    process.close()


def as_php_reads(value: Any) -> Any:
    """The value as PHP should see it: texts everywhere, nothing where nothing was sent."""
    if isinstance(value, dict):
        return {key: inner for key, item in value.items() if (inner := as_php_reads(item)) is not None} or None
    if isinstance(value, list):
        return as_php_reads({str(index): item for index, item in enumerate(value)})
    if isinstance(value, bool):
        return "1" if value else "0"
    return None if value is None else str(value)


def as_maps(value: Any) -> Any:
    """PHP's JSON with lists as maps, so that the two can be compared."""
    if isinstance(value, list):
        value = {str(index): item for index, item in enumerate(value)}
    if isinstance(value, dict):
        return {key: as_maps(item) for key, item in value.items()}
    return value


@given(params=st.dictionaries(NAMES, VALUES, max_size=4))
def test_php_reads_what_was_meant(php: Php, params: dict[str, Any]) -> None:
    assert as_maps(php.parse_str(query(params))) == (as_php_reads(params) or {})


def test_nested_names_are_written_as_the_documentation_writes_them() -> None:
    sent = query({"LANG_ALL": {"en": {"TITLE": "A&B=C"}}, "OPTIONS": {"useBuiltInInterface": "Y"}})
    assert sent == "LANG_ALL%5Ben%5D%5BTITLE%5D=A%26B%3DC&OPTIONS%5BuseBuiltInInterface%5D=Y"


def test_what_would_leave_a_broken_row_is_left_out() -> None:
    assert query({"LANG_ALL": {}, "OPTIONS": [], "TITLE": None, "A": {"B": {}}}) == ""


def test_every_text_inside_is_found() -> None:
    assert "x$result[y" in set(texts_in({"A": {"B": ["x$result[y"]}}))


def read(schema: CoreSchema, value: object) -> Any:
    return Shape[Any](schema).validate(value)


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        ([], {}),
        (["a", "b"], {"0": "a", "1": "b"}),
        (None, {}),
        (
            {"k": True, "n": 5, "f": False, "l": [], "m": {"a": 1}},
            {"k": "1", "n": "5", "f": "", "l": "", "m": '{"a": 1}'},
        ),
    ],
)
def test_maps_in_all_their_disguises(given_value: Any, expected: Any) -> None:
    assert read(php_map(TEXT), given_value) == expected


def test_lists_numbers_and_flags_in_all_their_disguises() -> None:
    assert read(php_list(TEXT), {"0": "a", "2": "b"}) == ["a", "b"]
    assert [read(NUMBER, value) for value in ("7", 7, None, False, "")] == [7, 7, 0, 0, 0]
    places = [read(PLACE, value) for value in ("50", 50, None, False, "", 0, "0")]
    assert places == [50, 50, None, None, None, None, None]
    flags = [True, 1, "1", "Y", "y", "true", False, 0, "0", "N", "", None]
    assert [read(FLAG, value) for value in flags] == [True] * 6 + [False] * 6
