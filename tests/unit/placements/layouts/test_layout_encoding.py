"""The encodings that a layout file may come in."""

from __future__ import annotations

import codecs

import pytest

from bxdesk.errors import BxdeskError
from bxdesk.placements.layouts.layout_yaml import decode_layout

TEXT = "title: Отправить 😀\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),  # what Windows' own shell makes of a command's output
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_says_the_encoding(mark: bytes, encoding: str) -> None:
    assert decode_layout(mark + TEXT.encode(encoding), "layout.yaml") == TEXT


@pytest.mark.parametrize(
    "data",
    [TEXT[:16].encode("cp1251"), TEXT.encode("utf-16-le"), codecs.BOM_UTF16_LE + b"x", b"\xff\xfe\x00\xd8\x00\x00"],
)
def test_any_other_is_to_be_saved_as_utf_8(data: bytes) -> None:
    with pytest.raises(BxdeskError) as caught:
        decode_layout(data, "layout.yaml")
    assert "layout.yaml" in str(caught.value)
    assert "Save it as UTF-8" in str(caught.value.problem.remedy)
