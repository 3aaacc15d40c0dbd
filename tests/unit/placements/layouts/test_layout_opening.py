"""Opening a layout file: what fits a portal, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.errors import BxdeskError
from bxdesk.placements.layouts.layout import resolve
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.layouts.layout_mistakes import LayoutError
from bxdesk.placements.layouts.layout_opening import open_layout
from bxdesk.placements.layouts.layout_yaml import MAX_BYTES
from tests.builders import DEAL, HANDLER, LEAD, TILE, snapshot

_CODES = (DEAL, LEAD, TILE, "CRM_NO_SUCH_PLACE", "TASK_VIEW_TAB", '"CRM_DYNAMIC_{Purchase}_DETAIL_ACTIVITY"')
HERE = snapshot(hidden=("TASK_VIEW_TAB",), scopes=frozenset(("crm", "placement", "contact_center")))


def _file(codes: list[str]) -> str:
    return f"bxdesk: 1\nhandler: {HANDLER}\nwidgets:\n  - title: Send\n    placements: [{', '.join(codes)}]\n"


@given(st.lists(st.sampled_from(_CODES), min_size=1, unique=True))
def test_what_fits_is_taken_and_the_rest_is_named_with_its_line(codes: list[str]) -> None:
    opened = open_layout(_file(codes).encode(), "acme.yaml", HERE)
    unfit = [code for code in codes if code in ("CRM_NO_SUCH_PLACE", "TASK_VIEW_TAB")]
    assert len(opened.bindings) == len(codes) - len(unfit)
    assert sorted(code for mistake in opened.mistakes for code in mistake.placements) == sorted(unfit)
    assert all(mistake.line == 5 for mistake in opened.mistakes)
    if not unfit:
        assert opened.bindings == resolve(parse_layout(_file(codes)), HERE)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"bxdesk: 1\nwidgets: [", "line"),
        (b"bxdesk: 2\nwidgets: []", "bxdesk"),
        (b"#" * (MAX_BYTES + 1), "too long"),
    ],
)
def test_nothing_is_taken_of_a_file_with_mistakes(data: bytes, words: str) -> None:
    opened = open_layout(data, "acme.yaml", HERE)
    assert opened.bindings == ()
    assert words in str(LayoutError(opened.mistakes))


def test_what_may_not_be_meant_is_told_beside_what_is_taken() -> None:
    opened = open_layout(_file([DEAL]).replace("Send", "Send #1").encode(), "acme.yaml", HERE)
    assert [binding.title for binding in opened.bindings] == ["Send"]
    assert [doubt.line for doubt in opened.doubts] == [4]


def test_what_is_no_text_is_an_error() -> None:
    with pytest.raises(BxdeskError, match="UTF-8"):
        open_layout(b"\xff\xfe\xff", "acme.yaml", HERE)
