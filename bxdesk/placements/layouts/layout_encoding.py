"""The bytes of a layout file as text: UTF-8, or what the byte order mark at its beginning says.

Windows' own shell writes UTF-16 with a mark when a command's output is led into a file.
"""

from __future__ import annotations

import codecs

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.layouts.layout_mistakes import LayoutError, Mistake
from bxdesk.placements.layouts.layout_yaml import MAX_BYTES, too_long_problem

# The mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode_layout(data: bytes, name: str) -> str:
    """The text of the file called ``name``.

    Raises BxdeskError where it is in another encoding, no text at all, or longer than :data:`MAX_BYTES`.
    """
    if len(data) > MAX_BYTES:
        raise LayoutError([Mistake(too_long_problem())], name)
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise _not_utf8(name) from None
    if "\0" in text:  # UTF-16 without a mark
        raise _not_utf8(name)
    return text


def _not_utf8(name: str) -> BxdeskError:
    return BxdeskError(
        Problem(
            "layout_unreadable",
            message("The layout {path} cannot be read.", path=name),
            message("It is not a text in UTF-8."),
            message("Nothing was sent. Save it as UTF-8: text editors offer that under Save as."),
        )
    )
