"""What a text is made of."""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")


def is_whole(text: str) -> bool:
    """Whether it can be sent: half of a pair of UTF-16 units, as escapes and clipboards bring it, is no character."""
    return _HALF.search(text) is None
